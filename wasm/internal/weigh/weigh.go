// Package weigh weighs features: it names them, reads the weights that go run ./wasm/fit writes, and
// says how likely what has them is. What it calculates is the same on
// every platform: math.Exp differs in its last bit.
package weigh

import (
	"strconv"
	"strings"

	"keypoints/wasm/internal/lang"
)

// A Curve turns a sum of weights, or a share, into confidence: knots of both in thousandths, rising.
type Curve [][2]int64

// Read gives what the lines “name: weight” and “= sum: confidence” of a file say, in thousandths.
func Read(file string) (weights map[string]int64, curve Curve) {
	weights = map[string]int64{}
	for _, line := range lang.Lines(file) {
		i := max(0, strings.LastIndexByte(line, ':'))
		n, _ := strconv.ParseInt(strings.TrimSpace(line[i+1:]), 10, 64)
		if sum, knot := strings.CutPrefix(line[:i], "= "); knot {
			at, _ := strconv.ParseInt(sum, 10, 64)
			curve = append(curve, [2]int64{at, n})
		} else {
			weights[line[:i]] = n
		}
	}
	return weights, curve
}

// At is the confidence of a sum, in thousandths; what lies outside has that of the nearest knot.
func (c Curve) At(sum int64) int64 {
	if len(c) == 0 {
		return 0
	}
	last := c[0]
	for _, knot := range c {
		if sum < knot[0] {
			return last[1] + (knot[1]-last[1])*max(0, sum-last[0])/max(1, knot[0]-last[0])
		}
		last = knot
	}
	return last[1]
}

// Exp is e to the power of x, by nothing but multiplications; 0 for x far below 0.
func Exp(x float64) float64 {
	y := max(0, 1+x/4096)
	for range 12 {
		y *= y
	}
	return y
}
