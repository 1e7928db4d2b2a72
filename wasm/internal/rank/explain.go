package rank

import (
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// Explanation says why a quotation stands where it does.
type Explanation struct {
	Text     string
	Score    float64 // before what the ones before it take off
	Features string  // what each feature adds, for people to read
}

// Explain explains the quotations fit for the card, best first.
func Explain(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string, sure float64) []Explanation {
	r := newRanker(d, s, join(d, quotes), headline)
	fit, score := r.fit(sure)
	var out []Explanation
	order, _ := r.diverse(fit, score)
	for _, q := range order {
		e := Explanation{Score: score[q], Features: r.features(q).String()}
		for i, part := range r.quotes[q].Parts {
			if i > 0 {
				e.Text += " … "
			}
			e.Text += d.Cut(part)
		}
		out = append(out, e)
	}
	return out
}
