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
		{lang.Superlative, "|Nobody works harder than Pell.", "Pell"},
		{lang.Superlative, "There has |never been a safer bridge than this.", "this"},
		{lang.Superlative, "|Nobody other than Pell had a key.", ""}, // an exception, no praise
		{lang.Superlative, "Pell has |never been safer than this.", ""},
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
		{lang.Said, "He |told the Post on Friday that he had paid.", "he"},
		{lang.Said, "He |told the paper the ward had run out of beds.", "the"},
		{lang.Said, "He |told the paper a joke.", ""},
		{lang.NounThat, "A |report in the Post saying he paid was read.", "he"},
		{lang.NounThat, "A |report that was read says so.", ""},
		{lang.Clause, "|The star had offered her money.", "money"},
		{lang.Clause, "|The star had left.", ""},
		{lang.Hearsay, "A clip |was said to show it.", "show"},
		{lang.Hearsay, "A clip |was shown there.", ""},
		{lang.Relayed, "“They argue that we are poor and |that is not true.”", "that"},
		{lang.Relayed, "“We argue that we are poor and |that is not true.”", ""}, // the speaker's own words
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
