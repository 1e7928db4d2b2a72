package rank

import (
	"slices"

	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/text"
)

const (
	// leastCommon is how many words a claim has at least that is taken for another one that holds it.
	leastCommon = 3

	// recent is how many denials back a repetition is looked for: articles have a few, and a page
	// made of denials must not cost their square.
	recent = 100
)

// clarity orders the kinds of denials by how plainly they say it.
var clarity = map[string]int{denial.KindDeny: 4, denial.KindReject: 3, denial.KindLabel: 2, denial.KindDisclaim: 1}

// Distinct gives a document's denials, the surer one of two that repeat each other almost word for
// word, as a pull quote or a summary does. Repeat is set where another denies the same more plainly.
func Distinct(d *text.Document, all []denial.Passage) (out []denial.Passage) {
	var sorted [][]string // the words of each of out
	for _, p := range all {
		own := slices.Sorted(words(d.Cut(p.Range)))
		first := max(0, len(out)-recent)
		i := first + slices.IndexFunc(sorted[first:], func(other []string) bool {
			shorter := min(len(own), len(other))
			return 10*shorter >= 8*max(len(own), len(other)) && 10*shared(own, other) >= 9*shorter
		})
		if i < first {
			out, sorted = append(out, p), append(sorted, own)
		} else if p.Confidence > out[i].Confidence {
			out[i], sorted[i] = p, own
		}
	}
	markRepeats(d, out)
	return out
}

// markRepeats marks, of two denials of one claim by one source, the one that
// says it less plainly: “I took no money” after "Lee denied taking money".
func markRepeats(d *text.Document, all []denial.Passage) {
	claims := make([][]string, len(all))
	for i := range all {
		if all[i].Claim != nil {
			claims[i] = slices.Sorted(words(d.Cut(*all[i].Claim)))
		}
		for j := max(0, i-recent); j < i; j++ {
			a, b, short := &all[j], &all[i], min(len(claims[i]), len(claims[j]))
			if a.Repeat || b.Repeat || a.Entity < 0 || a.Entity != b.Entity || a.Claim == nil || b.Claim == nil ||
				*a.Claim != *b.Claim && (short < leastCommon || 10*shared(claims[i], claims[j]) < 9*short) {
				continue
			}
			if clarity[b.Kind] > clarity[a.Kind] {
				a.Repeat = true
			} else {
				b.Repeat = true
			}
		}
	}
}

// Denials gives at most n denials in reading order: those whose denier is known before
// others, and repeats last.
func Denials(all []denial.Passage, n int) []denial.Passage {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b denial.Passage) int { return worthOf(b) - worthOf(a) })
	out = out[:min(n, len(out))]
	slices.SortStableFunc(out, func(a, b denial.Passage) int { return a.Start - b.Start })
	return out
}

func worthOf(p denial.Passage) int {
	switch {
	case p.Repeat:
		return 0
	case p.Denier == nil:
		return 1
	}
	return 2
}

// Sure gives the denials with at least a confidence, each without its claim where that is too
// unsure: no claim is better than a wrong one.
func Sure(all []denial.Passage, least, leastClaim float64) []denial.Passage {
	var out []denial.Passage
	for _, p := range all {
		if p.Confidence < leastClaim {
			p.Claim, p.Confidence = nil, p.WithoutClaim
		}
		if p.WithoutClaim >= least {
			out = append(out, p)
		}
	}
	return out
}
