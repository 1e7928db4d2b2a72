package denial

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/lang"
)

// A weight that no line reads would be left out without a word.
func TestEveryLineOfTheWeightsIsRead(t *testing.T) {
	m := readModel(weightsFile)
	if n := len(lang.Lines(weightsFile)); n == 0 || len(m) != n {
		t.Errorf("%d of %d lines", len(m), n)
	}
	for _, name := range []string{"always", "claim: always", "frame proposition fits"} {
		if m[name] == 0 {
			t.Errorf("%s weighs nothing", name)
		}
	}
}

func TestALikelihoodRisesWithTheWeights(t *testing.T) {
	m := model{"a": 2000, "b": -4000}
	if a, none, both := m.likely([]string{"a"}), m.likely(nil), m.likely(strings.Fields("a b")); a != 0.88 || none != 0.5 || both != 0.12 {
		t.Error(a, none, both)
	}
}

// What a frame refuses denies only where the article raises it.
func TestAPlainNegationNeedsAClaimBefore(t *testing.T) {
	const words = `Omar Pell insisted that he never sold the mill.`
	if d, found := find("", `The fair opened on Friday.`, words); len(found.Denials) > 0 {
		t.Errorf("nobody claims it: %q", d.Cut(found.Denials[0].Cue))
	}
	if _, found := find("", `Prosecutors accused Omar Pell of selling the mill.`, words); len(found.Denials) != 1 {
		t.Errorf("prosecutors claim it: %d denials", len(found.Denials))
	}
}
