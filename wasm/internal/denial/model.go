package denial

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"keypoints/wasm/internal/lang"
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
	m := make(model, features)
	id := make(map[string]int, len(m))
	for k, name := range Features() {
		id[name] = k
	}
	for _, line := range lang.Lines(file) {
		i := strings.LastIndexByte(line, ':')
		n, err := strconv.ParseInt(strings.TrimSpace(line[i+1:]), 10, 64)
		if k, known := id[line[:max(i, 0)]]; known && err == nil {
			m[k] = n
		}
	}
	return m
}

// likely gives the probability of what has these features, from 0 to 1 in hundredths.
func (m model) likely(x facts) float64 {
	sum := int64(0)
	for _, id := range x {
		sum += m[id]
	}
	return float64(int(100*logistic(float64(sum)/1000)+0.5)) / 100
}

// logistic is 1/(1+e^-x) by nothing but multiplications and divisions: math.Exp differs
// in its last bit from platform to platform.
func logistic(x float64) float64 {
	y := 1 - max(-30, min(30, x))/4096
	for range 12 {
		y *= y
	}
	return 1 / (1 + y)
}
