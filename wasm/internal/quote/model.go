package quote

import (
	_ "embed"
	"sync"

	"keypoints/wasm/internal/weigh"
)

// Weights are what go run ./wasm/fit writes: a line a feature, its name and its
// weight in thousandths, and the calibration: a line “= share: confidence” for
// each knot, both in thousandths.
//
//go:embed weights.txt
var weightsFile string

// model chooses among candidates: the weights of a log-linear ranker, in
// thousandths, and the curve that turns its shares into confidence.
type model struct {
	weights [features]int64
	speech  []int64 // of speechFeatures, then of the rules
	curve   weigh.Curve
}

var fitted = sync.OnceValue(func() *model { return readModel(weightsFile) })

// readModel reads weights.txt; lines that it does not know are left out, which a
// test forbids.
func readModel(file string) *model {
	weights, curve := weigh.Read(file)
	m := &model{curve: curve}
	for _, name := range SpeechFeatures() {
		m.speech = append(m.speech, weights["speech: "+name])
	}
	for id := range m.weights {
		m.weights[id] = weights[feature(id).String()]
	}
	return m
}

// A score is a candidate's sum of weights times features, in 1/(1000 × quantum).
// Whole numbers make native and WebAssembly choose alike.
const quantum = 256

func (m *model) score(c *candidate) int64 {
	sum := int64(0)
	for id, x := range c.x {
		if x != 0 {
			sum += m.weights[id] * int64(x*quantum+0.5)
		}
	}
	return sum
}

// best gives the index of the likeliest candidate, the runner-up or -1, and their
// shares of the probability, in thousandths.
func (m *model) best(list []candidate) (best, second int, share, secondShare int64) {
	scores := make([]int64, len(list))
	best, second = 0, -1
	for i := range list {
		scores[i] = m.score(&list[i])
		switch {
		case i == 0:
		case scores[i] > scores[best]:
			best, second = i, best
		case second < 0 || scores[i] > scores[second]:
			second = i
		}
	}
	sum := 0.0
	for i := range list {
		sum += weigh.Exp(float64(scores[i]-scores[best]) / (1000 * quantum))
	}
	if second >= 0 {
		secondShare = int64(1000*weigh.Exp(float64(scores[second]-scores[best])/(1000*quantum))/sum + 0.5)
	}
	return best, second, int64(1000/sum + 0.5), secondShare
}

// confidence is what a share is worth on articles that the weights have not seen.
func (m *model) confidence(share int64) float64 { return float64(m.curve.At(share)) / 1000 }
