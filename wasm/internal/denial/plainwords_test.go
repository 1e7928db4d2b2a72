package denial

import "testing"

// Half of the plain denials of real articles use no word of denying.
func TestPlainWordsDeny(t *testing.T) {
	for _, c := range []struct {
		why, denier, claim string
		text               []string
	}{
		{"I didn't do it", "Omar Pell", "", []string{`A baker burned down his own mill for money, a jury was told on Monday. Prosecutor Ada Moss accused Omar Pell of buying petrol.`, `“I didn't do it,” Omar Pell told officers in an interview.`}},
		{"it wasn't me", "Omar Pell", "", []string{`Critics accuse Omar Pell of leaking the memo.`, `“It wasn't me,” Omar Pell said.`}},
		{"not us", "Omar Pell", "", []string{`Anglers accuse the mill of spilling oil. Omar Pell, its director, met them on Friday.`, `“Not us,” Omar Pell said.`}},
		{"not guilty, to a judge", "Omar Pell", "", []string{`Omar Pell went on trial on Monday, accused of selling visas.`, `Omar Pell told the judge that he was not guilty.`}},
		{"asked by somebody with a title", "Omar Pell", "clerks had been told to lie", []string{`Lawmakers asked Omar Pell, chief executive of the bank, whether clerks had been told to lie.`, `“Absolutely not,” Omar Pell replied.`}},
		{"wrong to say", "Omar Pell", "warnings had been ignored", []string{`Residents accuse the mill of ignoring three warnings about the dam.`, `Omar Pell, who runs the mill, said it was wrong to say that warnings had been ignored.`}},
		{"the statement of whoever issued it", "Alder Mill", "dumping waste in the river", []string{`Critics accuse Alder Mill of dumping waste in the river. Alder Mill said in a statement on Friday that it was looking into the matter.`, `“These allegations are false,” the statement read.`}},
		{"what a magazine reported", "Lena Obi", "", []string{`A magazine reported this week that President Amara Cole had a stroke in May.`, `“The president has not had a stroke,” press secretary Lena Obi said.`}},
		{"there is no feud", "Lola Vance", "", []string{`Rumours of a feud between singer Lola Vance and her former producer have filled fan sites for months.`, `“There's no feud, there never was,” Vance told Radio One.`}},
		{"not one euro", "Otto Brandl", "", []string{`Prosecutors say treasurer Otto Brandl moved party money to his own firm.`, `Brandl said every transfer had been approved. “I did not take one euro,” he told the court.`}},
		{"never, as she maintains", "Elena Brandt", "", []string{`Two former gymnasts say coach Elena Brandt slapped them when they were 12.`, `Brandt, 58, has always maintained that she never touched a child in anger.`}},
		{"made up", "Omar Pell", "", []string{`Reports say that Ida Moss threw a vase.`, `“It's all made up,” Omar Pell, her agent, said.`}},
		{"a figment", "Omar Pell", "officers were posted for a price", []string{`Ida Moss alleged that officers were posted for a price.`, `“This is a figment of her imagination,” Omar Pell said.`}},
		{"a load of nonsense", "Omar Pell", "", []string{`Fans say that Omar Pell took money.`, `“It's a load of nonsense,” Pell told a reporter.`}},
		{"utter tosh", "Ida Moss", "she had been sacked for drinking", []string{`The play ran on.`, `Rumours that she had been sacked for drinking were “utter tosh”, Ida Moss said.`}},
		{"a long suggestion", "Omar Pell", "we've been building a stake on the quiet", []string{`Reports said that Alder Mill held shares.`, `“Any suggestion that we've been building a stake on the quiet is false,” Omar Pell said.`}},
		{"none of this", "Ida Moss", "", []string{`Reports claimed that Lena Moss had a fight.`, `“None of this happened,” Ida Moss said.`}},
		{"it came from others", "Omar Pell", "", []string{`Lawmakers asked Omar Pell who had leaked the memo.`, `“It didn't come from my office,” Pell said.`}},
		{"no idea where it comes from", "Omar Pell", "he had sworn at the referee", []string{`Omar Pell was asked whether he had sworn at the referee.`, `“I've no idea where that comes from,” he said.`}},
		{"news to her", "Ida Moss", "", []string{`Omar Pell told a podcast that his wife had cleaned him out.`, `“That is news to me,” Ida Moss said.`}},
		{"the wrong tree", "Omar Pell", "", []string{`The Gazette reported that a builder paid for a trip.`, `“They're barking up the wrong tree,” Omar Pell said.`}},
		{"back to front", "Omar Pell", "", []string{`A film alleged that Omar Pell had dogs put down.`, `“They've got it completely back to front,” Pell said.`}},
		{"put to her in court", "Ida Moss", "she had used the money for a kitchen", []string{`It was put to Ida Moss that she had used the money for a kitchen.`, `“That never happened,” she said.`}},
		{"put to him in court", "Omar Pell", "he had forged three of them", []string{`It was put to Omar Pell that he had forged three of them.`, `“I didn't forge anything,” he told the tribunal.`}},
		{"a chair who asks", "Omar Pell", "", []string{`The chair, Ida Moss, opens by asking who leaked the memo.`, `“It didn't come from my office,” says Omar Pell.`}},
		{"a second verb ends the claim", "Omar Pell", "doping", []string{`Omar Pell denies doping and will appeal.`}},
	} {
		d, found := find("", c.text...)
		n := len(found.Denials)
		if n == 0 || found.Denials[n-1].Denier == nil || found.Denials[n-1].Denier.Name != c.denier {
			t.Errorf("%s: %q: %+v", c.why, c.text, found.Denials)
		} else if got := claimOf(d, found.Denials[n-1]); c.claim != "" && got != c.claim {
			t.Errorf("%s: claim %q, want %q", c.why, got, c.claim)
		}
	}
}

// Who was wrong himself, and words that only sound like a denial, deny nothing.
func TestWhoOwnsUpDeniesNothing(t *testing.T) {
	for _, text := range []string{
		`Critics said that the tax was unfair. “We were simply wrong about that,” Omar Pell said.`,
		`Fans accused the club of greed. “I was totally wrong,” chairman Omar Pell said.`,
		`A claim that the boy was in Leeds led police there. “We may have been barking up the wrong tree,” said Omar Pell, a detective.`,
		`Police say that the thief took a crown. “We've no idea where he came from,” said Omar Pell, a detective.`,
		`Ida Moss won the prize. “It is a work of fiction, but the town is real,” Moss said.`,
		`The boat was launched at noon. “It's all made up of volunteers,” said Omar Pell, its captain.`,
		`Flowers were put to one side. “That never happened in my day,” said Ida Moss.`,
		`Ida Moss was named teacher of the year. “That's news to me,” she laughed.`,
	} {
		if d, found := find("", text); len(found.Denials) > 0 {
			t.Errorf("%q: %q", text, d.Cut(found.Denials[0].Range))
		}
	}
}

// A negation that measures, or that the writer tells, denies nothing.
func TestAComparisonDeniesNothing(t *testing.T) {
	for _, text := range []string{
		`The council reported on Monday that 40 schools had closed. “We have not closed schools like this since 2010,” council leader Ana Pike said.`,
		`The opposition claims that families will pay more tax. “Families have not had a tax cut since 2019,” said the shadow chancellor, Mia Roe.`,
		`The Gazette reported that Rovers had agreed a fee for Leo Marsh. Manager Dan Holt said the club had not agreed a fee with anybody yet.`,
		`Critics said the law was assertive. No Child Left Behind was too assertive, said Gary Orme, a professor.`,
		`Ann Lee said that late emails belonged in the folder. My rule is simple: If I leave them, those emails didn’t belong in the folder to begin with.`,
		`Friends said Ann Minning would run. Minning did not run, and Pat Farley said she was not heard from again.`,
	} {
		if d, found := find("", text); len(found.Denials) > 0 {
			t.Errorf("%q: %q", text, d.Cut(found.Denials[0].Range))
		}
	}
}

// Words that name nobody are no denier.
func TestWhatNamesNobodyDeniesNothing(t *testing.T) {
	for _, text := range []string{
		`“He's admitted that he paid. He's always denied it,” Ada Moss said.`,
		`What I don't think they're spending enough time doing is pushing back on the story that the mill was sold.`,
	} {
		d, found := find("", `Critics accuse Omar Pell of paying a clerk.`, text)
		for _, p := range found.Denials {
			if p.Denier == nil || p.Denier.Name != "Omar Pell" && p.Denier.Name != "Ada Moss" {
				t.Errorf("%q: %+v", d.Cut(p.Range), p.Denier)
			}
		}
	}
}
