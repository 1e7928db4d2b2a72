package denial

import (
	_ "embed"
	"sync"

	"keypoints/wasm/internal/weigh"
)

// Weights are what go run ./wasm/fit -denials writes: a line a feature, its name and its
// weight in thousandths; features of claims begin with "claim: ".
//
//go:embed weights.txt
var weightsFile string

// A model gives the weight of each feature, in thousandths; those that the file does not name
// weigh nothing.
type model []int64

var weighed = sync.OnceValue(func() model { return readModel(weightsFile) })

func readModel(file string) model {
	weights, _ := weigh.Read(file)
	m := make(model, 0, features)
	for _, name := range Features() {
		m = append(m, weights[name])
	}
	return m
}

// likely gives the probability of what has these features, from 0 to 1 in hundredths.
func (m model) likely(x facts) float64 {
	sum := int64(0)
	for _, id := range x {
		sum += m[id]
	}
	return float64(int(100/(1+weigh.Exp(-float64(sum)/1000))+0.5)) / 100
}
