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
	const steps = 400
	w := ascend(n, steps, 0.1, ridge, func(step int, w, g []float64) {
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
		if step%100 == 0 {
			fmt.Fprintf(os.Stderr, "\rfitting: step %d of %d ", step, steps)
		}
	})
	fmt.Fprint(os.Stderr, "\r                              \r")
	return w
}
