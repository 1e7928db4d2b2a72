package denial

import "testing"

func TestASurerDenialHasMoreConfidence(t *testing.T) {
	sure := func(text ...string) float64 {
		_, found := find("", text...)
		if len(found.Denials) == 0 {
			t.Fatalf("%q: no denial", text)
		}
		return found.Denials[len(found.Denials)-1].Confidence
	}
	clause := sure(`Omar Pell denied that he had sold the mill.`)
	before := sure(`A paper reported that Omar Pell had sold the mill.`, `Omar Pell denied the report.`)
	label := sure(`Ada Moss accused Omar Pell of selling the mill.`, `“That is not true,” Omar Pell said.`)
	negation := sure(`A paper accused Omar Pell of selling the mill for a bribe.`, `“I did not sell the mill,” Omar Pell said.`)
	nominal := sure(`The two brothers denied that they had sold the mill.`)
	for _, c := range []struct {
		why        string
		more, less float64
	}{
		{"a claim in the sentence and one before it", clause, before},
		{"a denial and a label, of what was said before", before, label},
		{"a denial and a negation", clause, negation},
		{"a name and a description", clause, nominal},
	} {
		if c.more <= c.less || c.more > 1 || c.less < 0.3 {
			t.Errorf("%s: %.2f, %.2f", c.why, c.more, c.less)
		}
	}
}
