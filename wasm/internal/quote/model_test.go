package quote

import (
	"math"
	"testing"

	"keypoints/wasm/internal/weigh"
)

func TestEveryLineOfTheWeightsIsKnown(t *testing.T) {
	names := map[string]bool{}
	for _, name := range Features() {
		if name == "" || names[name] {
			t.Errorf("the feature %q has no name of its own", name)
		}
		names[name] = true
	}
	for _, name := range SpeechFeatures() {
		names["speech: "+name] = true
	}
	weights, _ := weigh.Read(weightsFile)
	for name := range weights {
		if !names[name] {
			t.Errorf("weights.txt: no feature %q", name)
		}
	}
	weighted := 0
	for _, w := range fitted().weights {
		if w != 0 {
			weighted++
		}
	}
	if weighted < 50 {
		t.Errorf("only %d features have weights", weighted)
	}
}

func TestConfidenceRisesWithTheShare(t *testing.T) {
	m := fitted()
	for share, before := int64(0), 0.0; share <= 1000; share++ {
		c := m.confidence(share)
		if c < before || c > 1 {
			t.Fatalf("share %d gives %v after %v", share, c, before)
		}
		before = c
	}
	if c := m.confidence(1000); c < 0.9 {
		t.Errorf("the surest speaker has confidence %v", c)
	}
}

func TestTheLikeliestIsChosen(t *testing.T) {
	m := readModel("picked: 2000\nnobody: 1000\n= 0: 0\n= 1000: 900\nperson: -500\n")
	list := make([]candidate, 3)
	list[0].x[nobodySpeaks], list[1].x[picked], list[2].x[picked], list[2].x[person] = 1, 1, 1, 1
	best, second, share, _ := m.best(list)
	if best != 1 || second != 2 {
		t.Errorf("best %d, second %d", best, second)
	}
	// e² against e, e² and e^1.5
	if want := int64(1000 * math.E * math.E / (math.E + math.E*math.E + math.Exp(1.5))); share < want-2 || share > want+2 {
		t.Errorf("share %d, not %d", share, want)
	}
	if c := m.confidence(500); math.Abs(c-0.45) > 1e-9 {
		t.Errorf("confidence %v", c)
	}
}
