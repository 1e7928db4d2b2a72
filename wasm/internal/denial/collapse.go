package denial

import "keypoints/wasm/internal/text"

// collapse keeps one of two denials that repeat each other almost word for
// word, the surer one: a pull quote or a summary's repetition.
func collapse(d *text.Document, all []Passage) []Passage {
	var out []Passage
	for _, p := range all {
		repeat := false
		for i := range out {
			if similar(d.Cut(out[i].Range), d.Cut(p.Range)) {
				if p.Confidence > out[i].Confidence {
					out[i] = p
				}
				repeat = true
				break
			}
		}
		if !repeat {
			out = append(out, p)
		}
	}
	return out
}

// similar tells that two passages share nine in ten of their words.
func similar(a, b string) bool {
	count := map[string]int{}
	na, nb, common := 0, 0, 0
	for w := range words(a) {
		count[w]++
		na++
	}
	for w := range words(b) {
		nb++
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return 20*common >= 18*min(na, nb) && min(na, nb)*10 >= 8*max(na, nb)
}
