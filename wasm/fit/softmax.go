package main

import (
	"fmt"
	"math"
	"os"
	"sort"

	"keypoints/wasm/internal/quote"
)

// sparse is an example's candidates as the fit reads them.
type sparse struct {
	ids    [][]int
	values [][]float64
	right  []bool
}

func (e *example) sparse(without map[int]bool) sparse {
	s := sparse{right: e.right}
	for _, c := range e.Candidates {
		var ids []int
		for id := range c.Features {
			if !without[id] {
				ids = append(ids, id)
			}
		}
		sort.Ints(ids)
		values := make([]float64, len(ids))
		for i, id := range ids {
			values[i] = c.Features[id]
		}
		s.ids = append(s.ids, ids)
		s.values = append(s.values, values)
	}
	return s
}

// shares gives the probability of each candidate.
func (s *sparse) shares(w []float64) []float64 {
	out := make([]float64, len(s.ids))
	most := math.Inf(-1)
	for c, ids := range s.ids {
		for i, id := range ids {
			out[c] += w[id] * s.values[c][i]
		}
		most = max(most, out[c])
	}
	sum := 0.0
	for c := range out {
		out[c] = math.Exp(out[c] - most)
		sum += out[c]
	}
	for c := range out {
		out[c] /= sum
	}
	return out
}

// fit maximizes the probability of the right candidates, less ridge times the
// squared weights, by gradient ascent with Adam's step sizes on all examples at
// once: the same examples give the same weights.
func fit(examples []example, ridge float64, without map[int]bool) []float64 {
	data := make([]sparse, len(examples))
	for i := range examples {
		data[i] = examples[i].sparse(without)
	}
	n := len(quote.Features())
	w, m, v, g := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	const steps, b1, b2 = 400, 0.9, 0.99
	for step := 1; step <= steps; step++ {
		for i := range g {
			g[i] = -2 * ridge * w[i]
		}
		for k := range data {
			s := &data[k]
			p := s.shares(w)
			good := 0.0
			for c, right := range s.right {
				if right {
					good += p[c]
				}
			}
			for c, ids := range s.ids {
				pull := -p[c]
				if s.right[c] {
					pull += p[c] / max(good, 1e-9)
				}
				pull /= float64(len(data))
				for i, id := range ids {
					g[id] += pull * s.values[c][i]
				}
			}
		}
		rate := 0.1
		if step > steps/2 {
			rate = 0.1 * float64(steps-step+1) / float64(steps/2)
		}
		for i := range w {
			m[i] = b1*m[i] + (1-b1)*g[i]
			v[i] = b2*v[i] + (1-b2)*g[i]*g[i]
			w[i] += rate * (m[i] / (1 - math.Pow(b1, float64(step)))) / (math.Sqrt(v[i]/(1-math.Pow(b2, float64(step)))) + 1e-8)
		}
		if step%100 == 0 {
			fmt.Fprintf(os.Stderr, "\rfitting: step %d of %d ", step, steps)
		}
	}
	fmt.Fprint(os.Stderr, "\r                              \r")
	return w
}
