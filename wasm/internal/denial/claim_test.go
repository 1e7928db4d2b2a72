package denial

import "testing"

func TestAClaimIsWhatIsDeniedAndNoMore(t *testing.T) {
	for _, c := range []struct {
		why, want string
		text      []string
	}{
		{"who heard it is not part of it", "he had met Ada Moss in the car park", []string{`Omar Pell denied that he had met Ada Moss in the car park, the jury heard.`}},
		{"a label is not part of what it labels", "the roof had leaked for years", []string{`Ada Moss said the roof had leaked for years.`, `Omar Pell called her account “a fairy tale with a calculator”.`}},
		{"a day is not part of it", "he had sold the mill in secret", []string{`The Post reported that he had sold the mill in secret.`, `Omar Pell called that report Friday a “boldfaced lie”.`}},
		{"“as a” goes on with a clause", "he refused to come on as a substitute", []string{`Omar Pell has hit back at suggestions he refused to come on as a substitute.`}},
		{"the time stays with a clause", "a mother of two who was stabbed to death had been turned away from a police station four days earlier", []string{`Omar Pell denied that a mother of two who was stabbed to death had been turned away from a police station four days earlier.`}},
		{"everything is what he is accused of", "hitting a neighbour", []string{`Omar Pell is accused of hitting a neighbour.`, `Pell has denied everything since the day he was arrested.`}},
		{"and so is all of it", "he sold the mill in secret", []string{`Omar Pell faces claims that he sold the mill in secret.`, `Pell denied all of it, on the radio and in print.`}},
		{"where one accuses, all of it is that", "Ann Drury had stolen from the strike fund", []string{`A lawsuit says that Ann Drury had stolen from the strike fund.`, `Drury rejects all of the claims in the lawsuit.`}},
		{"where he denied it is not part of it", "any wrongdoing", []string{`Omar Pell denied any wrongdoing in a separate interview on Monday.`}},
		{"a noun takes up the clause before it", "the charity worked to reward its donors", []string{`The papers raised new questions about whether the charity worked to reward its donors, a charge that Ada Moss has faced before and has always denied.`}},
		{"with a dash and no pronoun", "the bakery was paid in flour", []string{`The opposition says that the bakery was paid in flour – a charge the baker refutes.`}},
		{"others are relayed in the quotation", "the poor are taking more of your paycheck", []string{`“They argue that the poor are taking more of your paycheck, and that is just not true,” Omar Pell said.`}},
		{"a participle is no verb", "closed piers leak oil", []string{`Omar Pell denied claims that closed piers leak oil.`}},
		{"a claim supported by nothing", "the data will be lost after three days", []string{`There is nothing in the code to support the claim that the data will be lost after three days, Omar Pell said.`}},
		{"a fragment in marks is taken whole", `the mill was “old, small and a risk to all”`, []string{`Omar Pell denied that the mill was “old, small and a risk to all”.`}},
		{"how he said it is not part of it", "his stance on the mill", []string{`Omar Pell dismissed Moss's charges about his stance on the mill by pointing out that she had not always liked it.`}},
		{"a thought in a quotation", "we let people go thirsty", []string{`“But the idea that we let people go thirsty is rubbish,” said Omar Pell.`}},
		{"false to claim", "nothing has been done", []string{`Critics claim the board sat still.`, `“It is false to claim that nothing has been done,” Omar Pell said.`}},
		{"what a label's own words name", "a feud", []string{`Stories of a feud are “pure fiction”, Omar Pell said.`}},
		{"against whom it is said", "allegations against my brother", []string{`“The allegations against my brother are false,” Omar Pell said.`}},
		{"wrong for claiming", "he had promised her the mill", []string{`A mother spoke at the debate.`, `Senator Omar Pell said Ada Moss was “dead wrong” for claiming that he had promised her the mill.`}},
		{"another negation is another claim", "lock the mill", []string{`Critics say Omar Pell locked the mill.`, `“I did not lock the mill, I don't own it and I can't even find it,” Pell said.`}},
		{"what is so instead is not part of it", "aimed at veterans", []string{`Critics say that Omar Pell aimed his words at veterans.`, `“My words were not aimed at veterans but at the people who fail them,” Pell said.`}},
		{"whom it was told is not part of it", "the ward had run out of beds", []string{`A nurse told the paper the ward had run out of beds.`, `Omar Pell denied it.`}},
		{"however he is named", "he had moved the money", []string{`Ada Moss told a friend he had moved the money.`, `Omar Pell denied it.`}},
		{"a minister is no court", "he blamed the staff", []string{`Justice minister Ada Moss has rejected the claim that he blamed the staff.`}},
		{"however ends it", "the river constitutes a border", []string{`Omar Pell denied that the river constitutes a border, however, relying on a map of his own.`}},
		{"a subject of three", "pressure from the banks, or greed, or even trade, had prompted the move", []string{`Omar Pell rejected the notion that pressure from the banks, or greed, or even trade, had prompted the move.`}},
		{"an insertion behind the subject", "an official in Ostland, including the minister, had stopped the rescue", []string{`The dispute centered on whether an official in Ostland, including the minister, had stopped the rescue – an allegation rejected by the ministry.`}},
		{"the sentence before accuses", "the drones had been launched from its soil", []string{`A minister said the drones had been launched from its soil.`, `Ostland denied this.`}},
	} {
		d, found := find("", c.text...)
		if len(found.Denials) != 1 || claimOf(d, found.Denials[0]) != c.want {
			got := ""
			if len(found.Denials) > 0 {
				got = claimOf(d, found.Denials[0])
			}
			t.Errorf("%s: %q: %q of %d", c.why, c.text, got, len(found.Denials))
		}
	}
}

func TestNoClaimIsBetterThanAWrongOne(t *testing.T) {
	for _, c := range []struct {
		why  string
		text []string
	}{
		{"nobody claims anything", []string{`The board met in May and Keyhaven sees the matter differently.`, `Omar Pell called that a lie.`}},
		{"too long ago", []string{`Critics claim that the roof had leaked for years.`, `The fair opened on Friday.`, `It lasts for a week.`, `It rained all day.`, `Omar Pell denied it.`}},
		{"his own words", []string{`A report says that Omar Pell took money from the builder.`, `“The board understands that a claim has been filed by Ada Moss,” Pell said. “We disagree strongly with those claims.”`}},
		{"an after-clause", []string{`Omar Pell denied it after the council said that the pier would close.`}},
		{"a while-clause", []string{`While Ada Moss was careless with the report, no prosecutor would bring charges.`, `Omar Pell denied it.`}},
		{"as the vote went", []string{`As the board voted on the report, the union had walked out.`, `Omar Pell denied it.`}},
		{"everything is more than one of two accusations", []string{`A clerk says Omar Pell hit her.`, `She also accuses him of selling the harbor's boats.`, `Pell denies everything.`}},
		{"none of it is more than one of them", []string{`Critics allege that Omar Pell owns the mill.`, `They also say that his son runs it.`, `“None of it is true,” Pell said.`}},
		{"all of them are", []string{`Ada Moss said that Omar Pell owed her money.`, `A guest has accused him of theft.`, `Pell disputes all of the claims.`}},
		{"another defendant's charges", []string{`Ada Moss is charged with stealing a tractor.`, `Omar Pell pleaded not guilty to two of the counts.`}},
	} {
		d, found := find("", c.text...)
		for _, p := range found.Denials {
			if claimOf(d, p) != "" {
				t.Errorf("%s: %q: %q", c.why, c.text, claimOf(d, p))
			}
		}
	}
}

func TestAPleaIsToTheDefendantsOwnCharges(t *testing.T) {
	d, found := find("", `Omar Pell is charged with selling the visas of a charity.`, `Ada Moss is charged with stealing a tractor.`, `Omar Pell pleaded not guilty on Friday to two of the counts.`)
	if len(found.Denials) != 1 || claimOf(d, found.Denials[0]) != "selling the visas of a charity" && claimOf(d, found.Denials[0]) != "" {
		t.Errorf("%+v", found.Denials)
	}
}
