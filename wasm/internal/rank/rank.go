// Package rank picks the quotations and denials that an editor would put on the card.
// In go those of the article; out come the quotations fit for the card, best first, and
// the denials that say the most (denials.go).
//
// The idea: what a source says in one breath is joined (join.go), each quotation
// gets a score, a sum of a few features with readable weights (features.go,
// weights.go), and the card is filled one by one, so that a speaker or words
// that it already has count against the next.
package rank

import (
	"slices"
	"sort"

	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// Quotes gives the quotations fit for the card, best first: at least six words
// long, by a known speaker, each once (in languages other than English a quotation alone is better
// than none, where nobody with a name says anything). Those that the writer's
// words interrupt are joined, with more Parts than they came with. The first
// worthy of them an editor would show: two always, the next ones and embedded posts
// only with a score of at least worth, or where the first two have one speaker and
// the third has another.
//
// Only those count whose speaker is at least as sure as sure, from 0 to 1.
func Quotes(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string, sure float64) (ranked []quote.Quotation, worthy int) {
	r := newRanker(d, s, join(d, quotes), headline)
	fit, score := r.fit(sure)
	var others []quote.Quotation
	order, value := r.diverse(fit, score)
	for i, q := range order {
		if slices.ContainsFunc(order[:min(i, compared)], func(other int) bool { return r.overlap(q, other) == 1 }) {
			continue // a pull quote, or the teaser, says it again
		}
		post := r.quotes[q].Rule == quote.Author // beside the story more often than in it
		if value[i] >= worth || i == 0 || !post && (i < always || i == always && r.another(q, order[:i])) {
			ranked = append(ranked, r.quotes[q])
		} else {
			others = append(others, r.quotes[q])
		}
	}
	return append(ranked, others...), len(ranked)
}

// fit gives the quotations fit for the card and each one's score. Speakers without a
// name of any kind, small talk, and the ends of sentences that the writer began count only
// where nobody with a name has said anything else.
func (r *ranker) fit(sure float64) (fit []int, score []float64) {
	score = make([]float64, len(r.quotes))
	var lesser, nameless []int
	for q := range r.quotes {
		f := r.features(q)
		if !f.fit(sure) {
			continue
		}
		score[q] = f.score()
		if f.unnamed || f.fragment || f.chatter {
			lesser = append(lesser, q)
		} else if !f.speaker && f.sentence { // a fragment that nobody says tells nothing
			nameless = append(nameless, q)
		} else if !f.speaker {
			continue
		} else {
			fit = append(fit, q)
		}
	}
	if len(fit) == 0 {
		fit = nameless
	}
	if len(fit) == 0 {
		fit = lesser
	}
	return fit, score
}

// diverse orders quotations by their score, less what the ones before have
// said: the same speaker again, or the same words. value is what is left of
// each one's score.
func (r *ranker) diverse(fit []int, score []float64) (out []int, value []float64) {
	fit = slices.Clone(fit)
	sort.SliceStable(fit, func(i, j int) bool { return score[fit[i]] > score[fit[j]] })
	var rest []int
	if len(fit) > compared {
		fit, rest = fit[:compared], fit[compared:]
	}
	taken := make([]bool, len(r.quotes))
	for len(out) < len(fit) {
		best, bestScore := -1, 0.0
		for _, q := range fit {
			if taken[q] {
				continue
			}
			left := score[q]
			same := 0
			for _, other := range out[:min(len(out), spread)] {
				if r.quotes[other].Entity >= 0 && r.quotes[other].Entity == r.quotes[q].Entity {
					same++
				}
				left -= sameWords * r.overlap(q, other)
			}
			left -= sameSpeaker * float64(same*same)
			if best < 0 || left > bestScore {
				best, bestScore = q, left
			}
		}
		taken[best] = true
		out, value = append(out, best), append(value, bestScore)
	}
	for _, q := range rest {
		out, value = append(out, q), append(value, score[q])
	}
	return out, value
}

// compared is how many quotations are compared with one another; a card shows
// 20 at most, and the time grows with the square.
const compared = 60

// another tells that the quotations before have one speaker and q another.
func (r *ranker) another(q int, before []int) bool {
	one := r.speaker(before[0])
	for _, other := range before {
		if r.speaker(other) != one {
			return false
		}
	}
	return r.speaker(q) != one
}

// speaker is the name of who says a quotation, "" where nobody can tell.
func (r *ranker) speaker(q int) string {
	if s := r.quotes[q].Speaker; s != nil {
		return s.Name
	}
	return ""
}
