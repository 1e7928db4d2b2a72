package denial

import (
	"slices"
	"sort"

	"keypoints/wasm/internal/text"
)

// recent is how many denials back a repetition is looked for: articles have a
// few, and a page made of denials must not cost their square.
const recent = 100

// collapse keeps one of two denials that repeat each other almost word for
// word, the surer one: a pull quote or a summary's repetition.
func collapse(d *text.Document, all []Passage) []Passage {
	var out []Passage
	var sorted [][]string // the words of each of out
	for _, p := range all {
		own := slices.Sorted(words(d.Cut(p.Range)))
		repeat := false
		for i := max(0, len(out)-recent); i < len(out) && !repeat; i++ {
			if repeat = similar(sorted[i], own); repeat && p.Confidence > out[i].Confidence {
				out[i], sorted[i] = p, own
			}
		}
		if !repeat {
			out, sorted = append(out, p), append(sorted, own)
		}
	}
	return out
}

// similar tells that two passages share nine in ten of their sorted words.
func similar(a, b []string) bool {
	return min(len(a), len(b))*10 >= 8*max(len(a), len(b)) && contained(a, b)
}

// contained tells that nine in ten of the sorted words of the shorter list are
// in the longer.
func contained(a, b []string) bool {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 20*common >= 18*min(len(a), len(b))
}

// leastCommon is how many words a claim has at least that is taken for another
// one that holds it.
const leastCommon = 3

// clarity orders the kinds of denials by how plainly they say it.
var clarity = map[string]int{KindDeny: 4, KindReject: 3, KindLabel: 2, KindDisclaim: 1}

// markRepeats marks, of two denials of one claim by one source, the one that
// says it less plainly: “I took no money” after "Lee denied taking money".
func markRepeats(d *text.Document, all []Passage) {
	claims := make([][]string, len(all))
	for i, p := range all {
		if p.Claim != nil {
			claims[i] = slices.Sorted(words(d.Cut(*p.Claim)))
		}
	}
	for i := range all {
		for j := max(0, i-recent); j < i; j++ {
			a, b := &all[j], &all[i]
			if a.Repeat || b.Repeat || a.Entity < 0 || a.Entity != b.Entity || a.Claim == nil || b.Claim == nil {
				continue
			}
			if same := *a.Claim == *b.Claim || min(len(claims[i]), len(claims[j])) >= leastCommon && contained(claims[j], claims[i]); !same {
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

// Select gives at most n denials in reading order: those whose denier is known before
// others, and repeats last.
func Select(all []Passage, n int) []Passage {
	var chosen []int
	for worth := 2; worth >= 0; worth-- {
		for i, p := range all {
			if len(chosen) < n && worthOf(p) == worth {
				chosen = append(chosen, i)
			}
		}
	}
	sort.Ints(chosen)
	out := make([]Passage, len(chosen))
	for k, i := range chosen {
		out[k] = all[i]
	}
	return out
}

func worthOf(p Passage) int {
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
func Sure(all []Passage, least, leastClaim float64) []Passage {
	var out []Passage
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
