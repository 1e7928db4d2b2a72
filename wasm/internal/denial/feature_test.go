package denial

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/weigh"
)

// A weight of no feature would be left out without a word.
func TestEveryLineOfTheWeightsIsRead(t *testing.T) {
	n := 0
	for _, weight := range families.Model(weightsFile) {
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
	if n := len(families.Model("")); len(seen) != n {
		t.Errorf("%d names for %d features", len(seen), n)
	}
	var x weigh.Facts
	x.Add(frameIs, number(frames, "label"))
	x.Add(frameIs, number(frames, "no frame"))
	if len(x) != 1 || Features()[x[0]] != "frame label" {
		t.Error(x)
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
