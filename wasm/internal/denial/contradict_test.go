package denial

import "testing"

func TestAPlainNegationAnswersTheClaimBeforeIt(t *testing.T) {
	for _, c := range []struct {
		why, denier string
		text        []string
	}{
		{"what he was accused of", "Alma Dietz", []string{`The prosecution says Alma Dietz forged 41 prescriptions.`, `“I did not forge anything,” Dietz said.`}},
		{"what somebody says of the speaker", "Hugo Best", []string{`A baker from Dunmore says TV chef Hugo Best stole her recipe for treacle pie.`, `Best said: “I did not steal it from anyone.”`}},
		{"a denial just before, by another subject", "Irena Duval", []string{`Kastan denied that two of its drones had crossed the border.`, `“No Kastani aircraft was in the area,” said Irena Duval, a spokeswoman for the ministry.`}},
		{"the same source's denial", "Ingrid Sommer", []string{`Ingrid Sommer denied any intent to deceive.`, `“I did not touch the images,” Sommer said.`}},
		{"what is said not to be there", "Tim Aske", []string{`Former engineers say the ring is operated from a call center.`, `“There is no call center,” Tim Aske said.`}},
		{"nothing happened", "Omar Pell", []string{`Two guests said that Omar Pell had hit a waiter.`, `Pell insisted at the time that nothing had happened.`}},
		{"nothing of what they are accused of", "Tom Pell", []string{`Anglers accuse the mill of dumping dye.`, `“Nothing has ever been dumped in that river,” said Tom Pell, who runs it.`}},
		{"not one", "Hal Dean", []string{`A former groom claims that horses were put down to save money.`, `Hal Dean said not one horse had been put down in 20 years.`}},
		{"at no time", "Hal Dean", []string{`Families claim that patients were left in corridors.`, `“At no time were patients left unattended,” said Hal Dean, the hospital's chief.`}},
		{"a question, in a word", "Bruno Castel", []string{`Bruno Castel spoke for an hour.`, `Asked whether he had met the builder, Castel said: “No. Never.”`}},
		{"a question, in a sentence", "Alan Frear", []string{`Alan Frear was asked if he is planning to run for leader. “I'm not running this year,” Frear said.`}},
		{"a document that is no good", "Nadia Holm", []string{`A paper leaked on Monday suggests that the two sides agreed on a price.`, `“That paper is a forgery,” Nadia Holm said.`}},
	} {
		_, found := find("", c.text...)
		n := len(found.Denials)
		if n == 0 || found.Denials[n-1].Denier == nil || found.Denials[n-1].Denier.Name != c.denier {
			t.Errorf("%s: %q: %+v", c.why, c.text, found.Denials)
		}
	}
}

func TestANegationThatAnswersNobodyIsNoDenial(t *testing.T) {
	for _, c := range []struct {
		why  string
		text []string
	}{
		{"nothing raised it", []string{`The fair opened on Friday.`, `“I did not sleep at all,” Omar Pell said.`}},
		{"a thought", []string{`Asked if she had considered leaving, Ada Moss replied: “Never.”`}},
		{"a comparison that praises", []string{`The minister claims that the budget is generous.`, `“No budget has been more generous than this,” Omar Pell said.`}},
		{"there has never been better", []string{`Omar Pell’s claim that Vera Holt is qualified does not stand up.`, `“There has never been a man or a woman more qualified than Vera Holt,” Omar Pell said.`}},
		{"a matter of more", []string{`Residents accuse the mill of poisoning the river.`, `“The river is not merely a river,” Omar Pell said.`}},
		{"a relative clause", []string{`Residents accuse the mill of poisoning the river.`, `“People who did not drink from the river fell ill too,” said Ada Moss, a doctor.`}},
		{"no verb", []string{`Residents said the delegates on the list were paid.`, `One delegate not on the list, Ada Moss, said she was leaving.`}},
		{"nothing of it was found", []string{`Prosecutors say Dean Orr stabbed two men.`, `“No knife has been recovered,” Paul Kern said.`}},
		{"not one is back", []string{`Police accuse Lee Orr of stealing 40 bikes.`, `“Not one bike has been returned,” said Ana Moss.`}},
		{"what ought to be", []string{`Campaigners claim that children were jabbed.`, `“No child should be jabbed twice in a week,” Ann Coyle said.`}},
		{"a shock", []string{`Police are looking for a man accused of the robbery.`, `“Nothing like this ever happened here,” said Ada Moss, who runs the shop.`}},
		{"a memory", []string{`Police accuse Karl Moss of beating his wife.`, `“My dad never laid a finger on us,” said Ada Moss, his daughter.`}},
		{"what nobody has seen", []string{`Police accuse Karl Moss of keeping a lion.`, `“I have never seen anything of the kind,” said Ada Moss, a vet.`}},
		{"not the reason", []string{`Asked why she had sold the house, Ada Moss said: “I did not sell the house for the money.”`}},
		{"what others are said to say", []string{`Buyers accuse the company of slowing old phones.`, `“They say they didn't intend to slow it. They don't say they didn't slow it,” said Teresa Okon, a lawyer for the buyers.`}},
		{"a negated denial", []string{`The paper wrote that Max Orlo keeps a yacht.`, `Its editor, Dee Winters, said: “Mr. Orlo has not denied that he owns a yacht.”`}},
		{"no doubt", []string{`Critics claim that the bridge was never tested.`, `“There is no question that the bridge was tested,” Ada Moss said.`}},
	} {
		d, found := find("", c.text...)
		for _, p := range found.Denials {
			if p.Kind == "negate" && c.why != "no doubt" || c.why == "no doubt" {
				t.Errorf("%s: %q %q", c.why, c.text, d.Cut(p.Cue))
			}
		}
	}
}

func TestVerbsOfSportAndRefusalAreNoDenials(t *testing.T) {
	for _, text := range []string{
		`Overton were denied a penalty, and the keeper denied Danjuma from close range.`,
		`Lena Brandt was denied by the crossbar twice in the final.`,
		`Sparta's keeper denied Plzen three times on Sunday.`,
		`The speaker denied the opposition a debate.`,
		`The county rejected her claim for damages.`,
		`Nobody in the chamber denied that the river is falling.`,
		`The early voting had been scotched by the legislature.`,
		`“There are people I disagree with that I would help,” Omar Pell said.`,
	} {
		if d, found := find("", text); len(found.Denials) > 0 {
			t.Errorf("%s: %q", text, d.Cut(found.Denials[0].Cue))
		}
	}
}

func TestTheDenierIsWhoSaysIt(t *testing.T) {
	for _, c := range []struct {
		denier string
		text   []string
	}{
		{"Petra Solt", []string{`His lawyer, Petra Solt, said her client had no knowledge of any payment.`}},
		{"Vane's solicitors", []string{`The tape shows Rupert Vane.`, `Vane's solicitors said that their client denied any impropriety.`}},
		{"Two brothers", []string{`Two brothers arrested after the theft of a silver cross told police they had nothing to do with the fire.`}},
		{"Hilda Pym", []string{`Retired teacher Hilda Pym, 70, of Rose Lane, Much Bewley, denies poisoning a hedge.`}},
		{"Ingrid Sommer", []string{`Its lead author, Ingrid Sommer of the University of Halle, acknowledged the error but denied any intent to deceive.`}},
		{"Sofia Lunt", []string{`The justice minister, Sofia Lunt, told lawmakers that the government had ordered no such thing.`}},
		{"The widow of the explorer Aksel Thorsen", []string{`The widow of the explorer Aksel Thorsen has rejected a claim that he never reached the pole.`}},
		{"The founder of Moss & Lunt", []string{`The founder of Moss & Lunt has dismissed allegations that the loaf was copied, telling a hearing it came to him in the bath.`}},
		{"Ines Vesely", []string{`The surgeon, Anton Huber, said the nurse had signed the form.`, `The nurse, Ines Vesely, told the hearing that was untrue.`}},
		{"Pavel Oren", []string{`Critics say the lake was kept too full.`, `Energy minister Pavel Oren rejected that, saying it had been a dry year.`}},
		{"The water authority", []string{`“We had no choice,” said Daniela Roszak, director of the state water authority.`, `The water authority denied that the warning came late.`}},
	} {
		_, found := find("", c.text...)
		n := len(found.Denials)
		if n == 0 || found.Denials[n-1].Denier == nil || found.Denials[n-1].Denier.Name != c.denier {
			t.Errorf("%q: %+v", c.text, found.Denials)
			if n > 0 {
				t.Errorf("  %+v", found.Denials[n-1].Denier)
			}
		}
	}
}

func TestTheClaimIsCutToWhatIsDenied(t *testing.T) {
	for _, c := range []struct {
		claim string
		text  []string
	}{
		{"", []string{`Ada Moss confirmed the split in a message last night.`, `Her lawyer, Petra Solt, said: “She has accounted for every penny. Suggestions to the contrary are false.”`}},
		{"", []string{`One, who asked not to be named, said: “He was told twice.”`, `Friends of the minister strongly dispute that account.`}},
		{"", []string{`“He told us to rest for Hearts,” Callum McAra said.`, `Faisal Harb told the radio: “There have been talks. I won't say with whom.”`, `The agent, Eddie Fox, denied that.`}},
		{"negligence", []string{`Prosecutors have accused Ada Moss of negligence, which she denies.`}},
		{"bullying", []string{`A palace aide accused of bullying has hit back at the claims.`}},
		{"leaflets are being printed", []string{`The minister's aide denied to us that leaflets are being printed.`}},
		{"the reservoir had been kept too full", []string{`The authority denied that the warning came late.`,
			`Opposition lawmaker Mira Castellan said the reservoir had been kept too full. Energy minister Pavel Oren rejected the accusation.`}},
		{"inventing the story to avoid paying rent", []string{`Residents say builders left asbestos in the stairwell.`,
			`The manager, Iain Baxter, accused the tenants of inventing the story to avoid paying rent.`, `Tenant Rosa Vidal denied that.`}},
	} {
		d, found := find("", c.text...)
		if n := len(found.Denials); n == 0 || claimOf(d, found.Denials[n-1]) != c.claim {
			t.Errorf("%q: %d denials", c.text, n)
			if n > 0 {
				t.Errorf("  %q", claimOf(d, found.Denials[n-1]))
			}
		}
	}
}
