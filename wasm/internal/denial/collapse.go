package denial

import (
	"slices"

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
	return min(len(a), len(b))*10 >= 8*max(len(a), len(b)) && 20*common >= 18*min(len(a), len(b))
}
