package denial

import "testing"

// Each text negates, disclaims or labels, and nobody in it had said the opposite.
func TestWhatNobodyRaisedIsNoDenial(t *testing.T) {
	for _, c := range []struct {
		why  string
		text []string
	}{
		{"a remark on a cause", []string{`The band played for an hour.`, `“Most of the noise this year had nothing to do with music,” said Dan Holt, who leads it.`}},
		{"a wish", []string{`The firm sold the listing on Monday.`, `It said: “We want no part in the sale.”`}},
		{"a hope", []string{`Critics claim that the papers are real.`, `“I hope they are fake,” Ada Moss said.`}},
		{"not so much", []string{`Critics claim that the mill drew workers with pay.`, `Many workers say that it was not so much the pay that drew them.`}},
		{"what was found out", []string{`Ada Moss came to the town in May.`, `“After we came here, we realized it was all lies,” Ada Moss said.`}},
		{"words of another in the quotation", []string{`Ada Moss saw a doctor in May.`, `“She was like: ‘This isn't right,’ and sent me home,” Ada Moss said.`}},
		{"a kind of story", []string{`Reports claimed that the town was shut.`, `“Nobody can keep up once a false narrative spreads,” said Omar Pell, a reporter.`}},
		{"a relative clause", []string{`Critics accuse Omar Pell of holding office twice.`, `Frank Pell, who has never held office, announced his bid in April.`}},
		{"a reason", []string{`Critics accuse Ada Moss of silence on the mill.`, `Ada Moss said she had not spoken about the mill because she was ill.`}},
		{"the writer's own words", []string{`Reports accuse Omar Pell of a secret loan from Crane.`, `Omar Pell, who spoke for an hour, did not mention the loan from Crane.`}},
		{"only that much was told", []string{`Reports accuse the panel of secret interviews.`, `Omar Pell did not release details about the interviews, saying only that they took place.`}},
		{"a stance", []string{`Critics claim that the party will change the rules.`, `Omar Pell said he does not support changing the rules.`}},
		{"a rule", []string{`Ada Moss complained of her pay.`, `The contract says that she doesn't get extra pay on Sundays.`}},
		{"a purpose", []string{`Police accuse Karl Moss of killing three women.`, `“I wanted him to not be able to run away from the women,” Ada Moss said.`}},
		{"a boast", []string{`Critics accuse rivals of taking money from a super PAC.`, `Omar Pell boasts that he doesn't have a super PAC.`}},
		{"one of a list", []string{`Critics claim that the men are not qualified.`, `“There has never been anybody, not me, not Bill, nobody more qualified than Ada Moss,” Omar Pell said.`}},
		{"insisting on a view", []string{`The two parties met in May.`, `Omar Pell and Ada Moss both stressed that it wasn't all bad news.`}},
		{"insisting on a right", []string{`Omar Pell was criticized on Monday.`, `Omar Pell insisted that Ada Moss had no right to criticize him.`}},
	} {
		d, found := find("", append([]string{`The fair opened on Friday.`, `It lasts for a week.`, `It rained all day.`}, c.text...)...)
		for _, p := range found.Denials {
			t.Errorf("%s: %q: %q %s", c.why, c.text, d.Cut(p.Cue), p.Ground)
		}
	}
}

// What the police do not find is no denial of what a suspect denies.
func TestThePoliceDenyNoDenial(t *testing.T) {
	d, found := find("", `Karl Moss denied taking the money from the shop.`, `Police said no money had been found at the shop.`)
	if len(found.Denials) != 1 || d.Cut(found.Denials[0].Cue) != "denied" {
		t.Errorf("%+v", found.Denials)
	}
}

func TestWhatIsRaisedBeforeIsDenied(t *testing.T) {
	for _, c := range []struct {
		why  string
		text []string
	}{
		{"the verb and the object", []string{`A letter accuses Omar Pell of taking money from the builder.`, `The fair opened on Friday. It lasts for a week. It rained all day. Nobody came.`, `Omar Pell said he had never taken money.`}},
		{"in the sentence itself", []string{`Contrary to the claims, the police say he never entered the house, which stood empty.`}},
		{"a denial that goes on", []string{`Omar Pell has denied touching the reporter.`, `The fair opened on Friday.`, `Even then, Omar Pell continued to say he had never touched her.`}},
		{"a disclaimer after a denial", []string{`Kurt Volk has denied pressing Kyiv to look into the senator.`, `The fair opened on Friday. It lasts for a week. It rained all day. Nobody came.`, `“At no time was I aware of an effort in Kyiv about the senator,” Kurt Volk said.`}},
		{"an accusation that names him", []string{`Critics accuse the university of hiding a study.`, `The university insisted it did not suppress any paper.`}},
		{"called something else beside it", []string{`The fair opened on Friday. It lasts for a week. It rained all day.`, `Moss called it “a done deal” but Omar Pell said it was “nothing of the sort, and she knows it”.`}},
		{"before an inquiry", []string{`The fair opened on Friday. It lasts for a week. It rained all day.`, `Omar Pell told investigators that he had no knowledge of the plan.`}},
	} {
		if _, found := find("", c.text...); len(found.Denials) == 0 {
			t.Errorf("%s: %q", c.why, c.text)
		}
	}
}

func TestWordsThatSayNoOnlyBesideAClaim(t *testing.T) {
	for _, c := range []struct {
		why, denier, claim string
		text               []string
	}{
		{"discredits a report", "Omar Pell", "the mill was sold in May", []string{`Omar Pell is discrediting an earlier report from the Post saying the mill was sold in May.`}},
		{"strikes down assertions", "Ada Moss", "her show had beaten the drum for Pell", []string{`Ada Moss has forcefully struck down assertions that her show had beaten the drum for Pell.`}},
		{"deems a statement false", "Ledger", "", []string{`Omar Pell said the river was clean.`, `The Ledger deemed the statement false.`}},
		{"there is no proof of it", "Ada Moss", "", []string{`The airline said a bird had hit the plane.`, `“There is no proof or basis for this,” said Ada Moss, who speaks for the airport.`}},
		{"calls it beyond belief", "Omar Pell", "", []string{`Ada Moss accused the campaign of taking money from banks.`, `Omar Pell called that “beyond preposterous”.`}},
	} {
		d, found := find("", c.text...)
		if len(found.Denials) != 1 || found.Denials[0].Denier == nil || found.Denials[0].Denier.Name != c.denier || c.claim != "" && claimOf(d, found.Denials[0]) != c.claim {
			t.Errorf("%s: %q", c.why, c.text)
			for _, p := range found.Denials {
				t.Errorf("  %+v %q", p.Denier, claimOf(d, p))
			}
		}
	}
	for _, text := range [][]string{
		{`The court struck down the state's claims on the river in May.`},
		{`Ada Moss counted emails that were not among those returned.`},
		{`“We hoped it would be open. But unfortunately it's not,” Ada Moss said.`},
		{`The mayor must rebut the claims.`},
		{`The report was filed and denied the change being sought.`},
	} {
		if d, found := find("", append([]string{`The fair opened on Friday.`, `It lasts a week.`, `It rained.`}, text...)...); len(found.Denials) > 0 {
			t.Errorf("%q: %q", text, d.Cut(found.Denials[0].Cue))
		}
	}
}

func TestMoreFramesThatDeny(t *testing.T) {
	for _, c := range []struct {
		why, denier, claim string
		text               []string
	}{
		{"pushes back against an advertisement", "Dale Pruitt", "he closed four rural schools", []string{`Dale Pruitt pushed back on Tuesday against an advertisement that says he closed four rural schools.`}},
		{"an estimate is wrong", "Solveig Aas", "A firm put the leak at 40 tonnes an hour", []string{`A firm put the leak at 40 tonnes an hour.`, `“The estimate is wrong by a factor of ten,” said Solveig Aas.`}},
		{"before an inquiry, in the headline", "Ray Dolan", "order the closing of two lanes", []string{`The fair opened. Ray Dolan told a state inquiry on Monday that he did not order the closing of two lanes.`}},
		{"whose account it is", "Ray Dolan", "Ray Dolan had asked for trouble at the gate", []string{`Gwen Sabo said Ray Dolan had asked for trouble at the gate.`, `Ada Moss told the court that the lanes were closed in May.`, `Ray Dolan called Sabo's account “pure invention”.`}},
		{"what leads to calls is not the claim", "Edwin Sharpe", "the clinic had turned away the poor", []string{`A paper reported that the clinic had turned away the poor.`, `Edwin Sharpe has denied the report, which has led to calls for its licence to be pulled.`}},
	} {
		d, found := find("Dolan did not order traffic jam, inquiry hears", c.text...)
		if len(found.Denials) != 1 || found.Denials[0].Denier == nil || found.Denials[0].Denier.Name != c.denier || claimOf(d, found.Denials[0]) != c.claim {
			t.Errorf("%s: %q", c.why, c.text)
			for _, p := range found.Denials {
				t.Errorf("  %q %+v %q", d.Cut(p.Range), p.Denier, claimOf(d, p))
			}
		}
	}
}
