package denial

import (
	"keypoints/wasm/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
	"keypoints/wasm/internal/weigh"
)

// An Example is a sentence with what may deny in it, for fitting the weights.
type Example struct {
	text.Range
	Candidates []Candidate
}

// A Candidate is a cue with its features.
type Candidate struct {
	Features []weigh.Feature
	Kind     string
	Denier   *card.Source
	Nameless bool // its denier's words name nobody: never shown
	Claims   []Claim
}

// A Claim is a clause that may be what is denied.
type Claim struct {
	Text     string
	Features []weigh.Feature
}

// Examples gives the candidates of all sentences of a document.
func Examples(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string) []Example {
	f := newFinder(d, s, quotes, headline)
	var out []Example
	for i := range d.Sentences {
		if f.endless(i) || f.heading(i) {
			continue
		}
		list := f.candidates(i)
		e := Example{Range: d.Sentences[i].Range}
		for k := range list {
			c := list[k]
			x := Candidate{Features: f.features(&c), Kind: c.cue.Kind, Denier: c.source.card, Nameless: f.nameless(c.source)}
			options := f.claimOptions(c)
			for k, features := range f.claimFeatures(&c, options) {
				o := options[k]
				x.Claims = append(x.Claims, Claim{d.Cut(text.Range{Start: d.Tokens[o.first].Start, End: d.Tokens[o.last-1].End}), features})
			}
			e.Candidates = append(e.Candidates, x)
		}
		f.remember(list)
		if len(e.Candidates) > 0 {
			out = append(out, e)
		}
	}
	return out
}
