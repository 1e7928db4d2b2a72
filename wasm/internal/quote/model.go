package quote

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"keypoints/wasm/internal/lang"
)

// Weights are what go run ./wasm/fit writes: a line a feature, its name and its
// weight in thousandths, and the calibration: a line “= share: confidence” for
// each knot, both in thousandths.
//
//go:embed weights.txt
var weightsFile string

// model chooses among candidates: the weights of a log-linear ranker, in
// thousandths, and the knots that turn its shares into confidence.
type model struct {
	weights [features]int64
	speech  []int64    // of speechFeatures, then of the rules
	knots   [][2]int64 // share, confidence; both in thousandths, rising
}

var fitted = sync.OnceValue(func() *model { return readModel(weightsFile) })

// readModel reads weights.txt; lines that it does not know are left out, which a
// test forbids.
func readModel(file string) *model {
	names := SpeechFeatures()
	m := &model{speech: make([]int64, len(names))}
	speech := make(map[string]int, len(names))
	for id, name := range names {
		speech[name] = id
	}
	ids := make(map[string]feature, features)
	for id := feature(0); id < features; id++ {
		ids[id.String()] = id
	}
	for _, line := range lang.Lines(file) {
		name, number, ok := cutLast(line)
		n, err := strconv.ParseInt(number, 10, 64)
		if !ok || err != nil {
			continue
		}
		if share, knot := strings.CutPrefix(name, "= "); knot {
			at, _ := strconv.ParseInt(share, 10, 64)
			m.knots = append(m.knots, [2]int64{at, n})
		} else if name, found := strings.CutPrefix(name, "speech: "); found {
			if id, known := speech[name]; known {
				m.speech[id] = n
			}
		} else if id, known := ids[name]; known {
			m.weights[id] = n
		}
	}
	return m
}

// cutLast cuts a line at its last colon.
func cutLast(line string) (name, number string, ok bool) {
	i := strings.LastIndexByte(line, ':')
	if i < 0 {
		return "", "", false
	}
	return line[:i], strings.TrimSpace(line[i+1:]), true
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
		sum += exp(float64(scores[i]-scores[best]) / (1000 * quantum))
	}
	if second >= 0 {
		secondShare = int64(1000*exp(float64(scores[second]-scores[best])/(1000*quantum))/sum + 0.5)
	}
	return best, second, int64(1000/sum + 0.5), secondShare
}

// exp is e to the power of x, for x from -1000 to 0, by nothing but
// multiplications: math.Exp differs in its last bit from platform to platform.
func exp(x float64) float64 {
	y := 1 + x/4096
	if y <= 0 {
		return 0
	}
	for range 12 {
		y *= y
	}
	return y
}

// confidence is what a share is worth on articles that the weights have not seen.
func (m *model) confidence(share int64) float64 {
	for i := 1; i < len(m.knots); i++ {
		if a, b := m.knots[i-1], m.knots[i]; share <= b[0] {
			c := a[1] + (b[1]-a[1])*(share-a[0])/max(1, b[0]-a[0])
			return float64(c) / 1000
		}
	}
	return float64(share) / 1000
}
