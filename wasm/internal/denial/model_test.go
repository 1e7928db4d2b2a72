package denial

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/lang"
)

// A weight of no feature would be left out without a word.
func TestEveryLineOfTheWeightsIsRead(t *testing.T) {
	n := 0
	for _, weight := range readModel(weightsFile) {
		if weight != 0 {
			n++
		}
	}
	if lines := len(lang.Lines(weightsFile)); lines == 0 || n != lines {
		t.Errorf("%d of %d lines", n, lines)
	}
}

// Two features of one name would share a weight.
func TestAFeatureHasANameOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range Features() {
		if seen[name] || strings.Contains(name, "*") {
			t.Error(name)
		}
		seen[name] = true
	}
	if n := int(features); len(seen) != n {
		t.Errorf("%d names for %d features", len(seen), n)
	}
	var x facts
	x.add(frameIs, number(frames, "label"))
	x.add(frameIs, number(frames, "no frame"))
	if len(x) != 1 || Features()[x[0]] != "frame label" {
		t.Error(x)
	}
}

func TestALikelihoodRisesWithTheWeights(t *testing.T) {
	m := model{2000, -4000}
	if a, none, both := m.likely(facts{0}), m.likely(nil), m.likely(facts{0, 1}); a != 0.88 || none != 0.5 || both != 0.12 {
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
