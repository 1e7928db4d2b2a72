package main

import (
	"fmt"
	"math"
	"strings"

	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/weigh"
)

// denialRidge is how much large weights cost: of 3e-4 and 1e-3 the better on unseen folds.
const denialRidge = 1e-3

// A weighing is something to tell right from wrong by its features.
type weighing[F ~int] struct {
	features []F
	right    bool
	weight   float64
}

// fitBoth fits the weights of denials and of claims on all folds but one.
func fitBoth(articles []denialArticle, all []deniedSentence, without int, ridge float64) [2][]float64 {
	var denials, claims []weighing[weigh.Feature]
	for i := range all {
		s := &all[i]
		if s.fold == without || articles[s.article].part == unread {
			continue
		}
		for k, c := range s.Candidates {
			if !s.arguable {
				denials = append(denials, weighing[weigh.Feature]{c.Features, s.right[k], 1 / math.Sqrt(float64(len(s.Candidates)))})
			}
			if s.right[k] && !s.claimless {
				for j, claim := range c.Claims {
					claims = append(claims, weighing[weigh.Feature]{claim.Features, s.closest[k][j], 1 / float64(len(s.Candidates))})
				}
			}
		}
	}
	n := len(denial.Features())
	return [2][]float64{fitBinary(n, denials, ridge), fitBinary(n, claims, ridge)}
}

// fitBinary maximizes the probability of right and wrong by n features, less ridge times the squared
// weights. A feature of fewer than three examples weighs nothing.
func fitBinary[F ~int](n int, data []weighing[F], ridge float64) []float64 {
	count := make([]int, n)
	total := 0.0
	for _, x := range data {
		for _, id := range x.features {
			count[id]++
		}
		total += x.weight
	}
	return ascend(n, 300, 0.1, ridge, func(_ int, w, g []float64) {
		for _, x := range data {
			pull := -likely(w, x.features)
			if x.right {
				pull++
			}
			pull *= x.weight / total
			for _, id := range x.features {
				if count[id] >= 3 {
					g[id] += pull
				}
			}
		}
	})
}

func likely[F ~int](w []float64, features []F) float64 {
	sum := 0.0
	for _, id := range features {
		sum += w[id]
	}
	return 1 / (1 + math.Exp(-sum))
}

func formatDenials(m [2][]float64) []byte {
	var b strings.Builder
	b.WriteString("# Written by go run ./wasm/fit -denials -write: a feature and its weight in thousandths.\n")
	for id, name := range denial.Features() {
		if n := int(math.Round(1000 * (m[0][id] + m[1][id]))); n > 20 || n < -20 { // a feature is of denials or of claims
			fmt.Fprintf(&b, "%s: %d\n", name, n)
		}
	}
	return []byte(b.String())
}
