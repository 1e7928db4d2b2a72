package weigh

import (
	"math"
	"testing"
)

func TestWeightsAndCurveAreRead(t *testing.T) {
	weights, curve := Read("# a comment\nclaim: always: -20\n= 0: 100\n= 1000: 900\n")
	if len(weights) != 1 || weights["claim: always"] != -20 {
		t.Error(weights)
	}
	for sum, want := range map[int64]int64{-5: 100, 0: 100, 500: 500, 1000: 900, 2000: 900} {
		if got := curve.At(sum); got != want {
			t.Errorf("%d: %d, want %d", sum, got, want)
		}
	}
	if Curve(nil).At(3) != 0 {
		t.Error("nothing is sure without a curve")
	}
}

func TestExpIsThePowerOfE(t *testing.T) {
	for x := -12.0; x <= 0; x += 0.01 {
		if got, want := Exp(x), math.Exp(x); math.Abs(got-want) > 0.002 {
			t.Fatalf("exp(%v) = %v, not %v", x, got, want)
		}
	}
	if Exp(-5000) != 0 {
		t.Error("far below, nothing is left")
	}
}

func TestALikelihoodRisesWithTheWeights(t *testing.T) {
	m := Model{2000, -4000}
	if a, none, both := m.Likely(Facts{0}), m.Likely(nil), m.Likely(Facts{0, 1}); a != 0.88 || none != 0.5 || both != 0.12 {
		t.Error(a, none, both)
	}
}
