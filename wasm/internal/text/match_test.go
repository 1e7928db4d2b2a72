package text

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/lang"
)

// Each case is a construction of the English lists, and a sentence with "|" at the place that it
// is asked about; want is what it marks, "" where it does not stand there.
func TestConstructionsStandWhereTheirPatternsSay(t *testing.T) {
	for _, c := range []struct {
		construction   lang.Construction
		sentence, want string
	}{
		{lang.NoAnswer, "|Nobody works harder than Pell.", "Pell"},
		{lang.NoAnswer, "There has |never been a safer bridge than this.", "this"},
		{lang.NoAnswer, "|Nobody other than Pell had a key.", ""}, // an exception, no praise
		{lang.NoAnswer, "Pell has |never been safer than this.", ""},
		{lang.Nonesuch, "“There was |no chase,” Pell said.", ","},
		{lang.Nonesuch, "There was clearly “|no foul” in the build-up.", "”"},
		{lang.Nonesuch, "There was |no chase of any kind that he knew.", ""}, // too much behind it
		{lang.PutToSomebody, "It was |put to her that she had paid.", "she"},
		{lang.PutToSomebody, "It was |put to her.", ""},
		{lang.PutToSomebody, "|Put to her was that she had paid.", ""}, // nothing before the place
		{lang.TakenUp, "The charity paid him, a charge that Lee has always |denied.", ","},
		{lang.TakenUp, "He had met them - something Lee |denied.", "-"},
		{lang.TakenUp, "He had met them, and that Lee |denied.", ""},
		{lang.Attributed, "|According to two clerks, the bridge was shut.", "the"},
		{lang.Attributed, "|It was put about that he had sold it.", "he"},
		{lang.Attributed, "|It had rained all week in Much Bewley and that was bad.", ""},
		{lang.AskedAbout, "The Post |asked Lee, the chair of the bank, whether he had paid.", "he"},
		{lang.AskedAbout, "The Post |asked Lee why he had said it.", "he"},
		{lang.AskedAbout, "The Post |asked Lee why he had left.", ""}, // which nobody disputes
		{lang.AskedAbout, "The Post |asked Lee about that.", ""},
		{lang.AskedAbout, "A lawyer |put it to Pell that she had paid.", "she"},
		{lang.AccusedOf, "They |charged Lee, a father of two, on Monday with taking it.", "taking"},
		{lang.AccusedOf, "She was |sued in April for insider trading.", "insider"},
		{lang.AccusedOf, "They |charged Lee on Monday in York.", ""},
		{lang.AccusedOf, "They |charged Lee with affray.", "affray"},
		{lang.AccusedOf, "They |charged Lee with Moss.", ""}, // another of the accused
		{lang.Said, "He |told the Post on Friday that he had paid.", "he"},
		{lang.Said, "He |told the paper the ward had run out of beds.", "the"},
		{lang.Said, "He |told the paper Lee had run out of beds.", "Lee"},
		{lang.Said, "He |told the paper a joke.", ""},
		{lang.NounThat, "A |report in the Post saying he paid was read.", "he"},
		{lang.NounThat, "A |report that was read says so.", ""},
		{lang.Clause, "|The star had offered her money.", "money"},
		{lang.Clause, "|Lee had offered her money.", "money"},
		{lang.Clause, "|The star had left.", ""},
		{lang.NoAnswer, "She would also |not come.", "not"}, // behind an adverb
		{lang.NoneDone, "|Nothing that he owns was ever sold.", "sold"},
		{lang.NoneDone, "It was also |nothing that was sold.", ""}, // what the adverb stands behind
		{lang.Passing, "The right thing is that they have |nothing to do with it.", "nothing"},
		{lang.Passing, "It was the right thing. We heard that they have |nothing to do with it.", ""}, // of another sentence
		{lang.BehindLabel, "He had no knowledge |of any sale.", "any"},
		{lang.Demand, "The film's claim |to greatness.", "greatness"},
		{lang.Beside, "They saw Lee selling the mill, a prospect Lee |denied.", ","},
		{lang.NextClause, "He had sold the mill, |in which he had a share.", "he"},
		{lang.Hearsay, "A clip |was said to show it.", "show"},
		{lang.Hearsay, "A clip |was shown there.", ""},
		{lang.Relayed, "“They argue that we are poor and |that is not true.”", "that"},
		{lang.Relayed, "“We argue that we are poor and |that is not true.”", ""}, // the speaker's own words
		{lang.AtIssue, "A claim that the ministry |disputes.", "disputes"},
		{lang.AtIssue, "The claim hurt the ministry, which |disputes it.", ""},
		{lang.StandIn, "Lee denies |it on Monday.", "on"},
		{lang.StandIn, "Lee denies |doing so.", "."},
		{lang.StandIn, "Lee denies |giving any such order.", "order"},
		{lang.StandIn, "Lee denies |this happened.", ""},
		{lang.ThatAlone, "The mill rejected |that on Tuesday.", "Tuesday"},
		{lang.ThatAlone, "The mill rejected |that offer.", ""},
		{lang.ThatClause, "Lee denied |that she had known.", "she"},
		{lang.ThatClause, "Lee denied |that claim.", ""},
		{lang.ObjectBehind, "Lee denied |on Friday, in a letter to the court, that she knew.", "that"},
		{lang.ObjectBehind, "Lee rejected |late on Monday a report.", "a"},
		{lang.ObjectBehind, "Lee dismissed |as “hurtful” claims that she knew.", "that"},
		{lang.ObjectBehind, "Lee hit out at |“cruel and baseless” rumours.", "rumours"},
		{lang.ObjectBehind, "Lee denied |it on Friday, noting that she knew.", ""},
		{lang.ObjectBehind, "Lee denied |on Friday, noting that she knew.", ""},
		{lang.SecondObject, "The judge denied |the council an answer.", "an"},
		{lang.SecondObject, "The shop denied |the latest version of the app a place.", "a"},
		{lang.SecondObject, "Lee denied |all the charges.", ""},
		{lang.Content, "A report |in the Post that he paid.", "that"},
		{lang.Content, "Claims |by a fund, Heron, that it had lied.", "that"},
		{lang.Content, "Claims |by a fund, which said that it had lied.", ""},
		{lang.Elsewhere, "The account |of the evening.", "the"},
		{lang.Elsewhere, "The figures |for May.", ""},
		{lang.TimeBefore, "Lee denied |three weeks before the vote.", "the"},
		{lang.TimeBefore, "Lee denied |the bribe.", ""},
		{lang.Demand, "Her claim |for damages.", "damages"},
		{lang.Demand, "Her claim |to be a nurse.", ""},
		{lang.Insured, "Her insurer had |denied her claim for the roof.", "for"},
		{lang.Insured, "Her insurer had |denied claims that it had lied.", ""},
		{lang.Courts, "A |judge dismissed it.", "dismissed"},
		{lang.Courts, "The |justice minister dismissed it.", ""},
		{lang.Nobodys, "|Nobody in the hall denied it.", "in"},
		{lang.Nobodys, "Neither the club nor |the player has denied it.", "the"},
		{lang.Nobodys, "|The player has denied it.", ""},
		{lang.PleadedTo, "Lee pleaded not guilty |on Thursday to fraud.", "fraud"},
		{lang.PleadedTo, "Lee pleaded not guilty |on Thursday and is to stand trial.", ""},
		{lang.AllCharges, "to |three of the five counts against him.", "against"},
		{lang.AllCharges, "to |two counts of theft.", ""},
		{lang.NoAnswer, "Pell, who has |never held office, spoke.", "never"},
		{lang.NoAnswer, "Pell did |not come, because it rained.", "it"},
		{lang.NoAnswer, "He was criticized for |not calling.", "."},
		{lang.NoAnswer, "We are |not chasing anyone.", ""},
		{lang.NoAnswer, "We spend money we |haven't got.", "haven't"},
		{lang.NoAnswer, "On Monday he |did not come.", ""},
		{lang.NoneDone, "|Not one of the horses was ever paid for.", "paid"},
		{lang.NoneDone, "He had |no horse that was paid.", ""},
		{lang.HasDone, "whether he |had met them", "met"},
		{lang.HasDone, "whether she |had considered retiring", ""},
		{lang.Unsaid, "He did |not publicly mention a plan.", "a"},
		{lang.Passing, "A scientist who was |not involved spoke.", "not"},
		{lang.Passing, "“The right thing,” Pell said, “is that the club have |nothing to do with it.”", "nothing"},
		{lang.CommaAnd, "Lee did not run|, and Moss did.", "Moss"},
		{lang.NounOf, "An |account of theft was read.", "theft"},
		{lang.NounOf, "An |account for theft was read.", ""},
		{lang.NounPhrase, "They look into an assault |allegation made by two men.", "an"},
		{lang.NounPhrase, "They look into |allegations made by two men.", "allegations"},
		{lang.AllOfThem, "He said all of those |claims are false.", "claims"},
		{lang.AllOfThem, "He said all is well and |claims are false.", ""},
		{lang.AllDenied, "He denies |everything.", "."},
		{lang.AllDenied, "He denies |that all were paid.", ""},
		{lang.ClaimEnd, "She had paid|, a claim that he denies.", "that"},
		{lang.ClaimEnd, "She had paid|, a friend said.", ""},
		{lang.Adverbial, "He denied his opposition |in a separate interview.", "."},
		{lang.Adverbial, "He denied fraud |this month.", "."},
		{lang.Adverbial, "He denied fraud |in the sale of the mill.", ""},
		{lang.NextClaim, "I did not lock it|, I don't own it.", "own"},
		{lang.NextClaim, "I did not lock it|, and she knows it.", ""},
		{lang.Beside, "They accused Lee of theft, which he |denies.", ","},
		{lang.Beside, "Which he |denies.", ""},
		{lang.BehindLabel, "It is false |that she left it.", "she"},
		{lang.BehindLabel, "She was wrong |for saying he left.", "he"},
		{lang.BehindLabel, "She was wrong |for years.", ""},
		{lang.BehindLabel, "It is a lie |from beginning to end.", ""},
		{lang.StatesNothing, "|It rained.", "rained"},
		{lang.StatesNothing, "|They should leave.", ""},
		{lang.NextClause, "Lee denied it, |saying she was abroad.", "she"},
		{lang.NextClause, "he had left, |the jury heard. It rained.", "It"},
		{lang.NextClause, "he had left, |three days after the vote.", "the"},
		{lang.NextClause, "Lee denies any role and |points out a letter.", "out"},
		{lang.NextClause, "Lee denied theft, |fraud and arson.", ""},
		{lang.NextClause, "Lee denied taking it and |telling nobody.", ""},
		{lang.Described, "denied that |Moss, who led the team, was told to go.", "was"},
		{lang.Described, "denied that |pressure from banks, or greed, had led to it.", "had"},
		{lang.Described, "denied that |Moss was told, who led the team, had left.", ""},
		{lang.Governed, "Two men arrested after |the theft said so.", "the"},
		{lang.Governed, "In May |the mill said so.", ""},
		{lang.JoinedInfinitive, "It lets him keep to his plan and |deny it.", "deny"},
		{lang.JoinedInfinitive, "He left and |denied it.", ""},
		{lang.CarriedOn, "He continued to |deny it.", "continued"},
		{lang.CarriedOn, "He refused to |deny it.", ""},
	} {
		before, behind, _ := strings.Cut(c.sentence, "|")
		d := parse(before + behind)
		place := 0
		for place < len(d.Tokens) && d.Tokens[place].Start < len(before) {
			place++
		}
		got := ""
		if at, ok := d.Construction(lang.For("en").Patterns(c.construction), place, len(d.Tokens)); ok && at < len(d.Tokens) {
			got = d.Cut(d.Tokens[at].Range)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.sentence, got, c.want)
		}
	}
}
