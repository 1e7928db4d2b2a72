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
	nominal := sure(`The two brothers denied that they had sold the mill.`)
	for _, c := range []struct {
		why        string
		more, less float64
	}{
		{"a name and a description", clause, nominal},
	} {
		if c.more <= c.less || c.more > 1 || c.less < 0.3 {
			t.Errorf("%s: %.2f, %.2f", c.why, c.more, c.less)
		}
	}
}
