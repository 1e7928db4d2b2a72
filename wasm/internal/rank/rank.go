// Package rank picks the quotations that an editor would put on the card. In go
// the article's quotations with their speakers; out come the indexes of those
// fit for the card, best first.
//
// The idea: each quotation gets a score, a sum of a few features with readable
// weights (weights.go). Then the card is filled one by one, and a speaker or
// words that it already has count against the next.
package rank

import (
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// Quotes gives the indexes of the quotations fit for the card, best first.
func Quotes(d *text.Document, s *people.Sources, quotes []quote.Quotation, denials denial.Found, headline string) []int {
	r := newRanker(d, s, quotes, denials, headline)
	var fit []int
	score := make([]float64, len(quotes))
	for q := range quotes {
		f := r.features(q)
		if !f.fit() {
			continue
		}
		fit = append(fit, q)
		score[q] = f.score()
	}
	return r.diverse(fit, score)
}

// diverse orders quotations by their score, less what the ones before have said:
// the same speaker again, or the same words.
func (r *ranker) diverse(fit []int, score []float64) []int {
	var out []int
	taken := make([]bool, len(r.quotes))
	for len(out) < len(fit) {
		best, bestScore := -1, 0.0
		for _, q := range fit {
			if taken[q] {
				continue
			}
			value := score[q]
			for n, other := range out {
				if n >= spread {
					break
				}
				if r.quotes[other].Entity >= 0 && r.quotes[other].Entity == r.quotes[q].Entity {
					value -= sameSpeaker
				}
				value -= sameWords * r.overlap(q, other)
			}
			if best < 0 || value > bestScore {
				best, bestScore = q, value
			}
		}
		taken[best] = true
		out = append(out, best)
	}
	return out
}
