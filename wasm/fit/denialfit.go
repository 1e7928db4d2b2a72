package main

import (
	"fmt"
	"math"
	"sort"
	"strings"
)

// denialRidge is how much large weights cost: of 3e-4 and 1e-3 the better on unseen folds.
const denialRidge = 1e-3

// A weighing is something to tell right from wrong by its features.
type weighing struct {
	features []string
	right    bool
	weight   float64
}

// fitBoth fits the weights of denials and of claims on all folds but one.
func fitBoth(articles []denialArticle, all []deniedSentence, without int, ridge float64) [2]map[string]float64 {
	var denials, claims []weighing
	for i := range all {
		s := &all[i]
		if s.fold == without || articles[s.article].part == unread {
			continue
		}
		for k, c := range s.Candidates {
			if !s.arguable {
				denials = append(denials, weighing{c.Features, s.right[k], 1 / math.Sqrt(float64(len(s.Candidates)))})
			}
			if s.right[k] && !s.claimless {
				for j, claim := range c.Claims {
					claims = append(claims, weighing{claim.Features, s.claims[k][j], 1 / float64(len(s.Candidates))})
				}
			}
		}
	}
	return [2]map[string]float64{fitBinary(denials, ridge), fitBinary(claims, ridge)}
}

// fitBinary maximizes the probability of right and wrong, less ridge times the squared
// weights. A feature of fewer than three examples weighs nothing.
func fitBinary(data []weighing, ridge float64) map[string]float64 {
	count := map[string]int{}
	for _, x := range data {
		for _, name := range x.features {
			count[name]++
		}
	}
	var names []string
	for name, n := range count {
		if n >= 3 {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	id := map[string]int{}
	for i, name := range names {
		id[name] = i
	}
	rows := make([][]int, len(data))
	total := 0.0
	for i, x := range data {
		for _, name := range x.features {
			if k, known := id[name]; known {
				rows[i] = append(rows[i], k)
			}
		}
		total += x.weight
	}
	w := ascend(len(names), 300, 0.1, ridge, func(_ int, w, g []float64) {
		for i, row := range rows {
			sum := 0.0
			for _, k := range row {
				sum += w[k]
			}
			pull := -1 / (1 + math.Exp(-sum))
			if data[i].right {
				pull++
			}
			pull *= data[i].weight / total
			for _, k := range row {
				g[k] += pull
			}
		}
	})
	out := map[string]float64{}
	for i, name := range names {
		out[name] = w[i]
	}
	return out
}

func likely(m map[string]float64, features []string) float64 {
	sum := 0.0
	for _, name := range features {
		sum += m[name]
	}
	return 1 / (1 + math.Exp(-sum))
}

func formatDenials(m [2]map[string]float64) []byte {
	var lines []string
	for _, weights := range m {
		for name, w := range weights {
			if n := int(math.Round(1000 * w)); n > 20 || n < -20 {
				lines = append(lines, fmt.Sprintf("%s: %d", name, n))
			}
		}
	}
	sort.Strings(lines)
	return []byte("# Written by go run ./wasm/fit -denials -write: a feature and its weight in thousandths.\n" + strings.Join(lines, "\n") + "\n")
}
