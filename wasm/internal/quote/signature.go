package quote

import (
	"strings"

	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// longestSignature is how many words a line that signs a quotation has at most.
const longestSignature = 6

// signature finds the line that signs a paragraph of nothing but a quotation:
// “It was great.” ¶ – Ann Lee
func (f *finder) signature(q int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	p := stretch.Paragraph
	if !f.alone(q) || stretch.Last != d.Sentences[d.Paragraphs[p].Last-1].Last || p+1 >= len(d.Paragraphs) {
		return nobody
	}
	next := d.Paragraphs[p+1]
	if next.First >= next.Last {
		return nobody
	}
	first, last := d.Sentences[next.First].First, d.Sentences[next.Last-1].Last
	switch d.Tokens[first].Lower {
	case "–", "—", "-", "―", "~":
	default:
		return nobody
	}
	words := 0
	for t := first + 1; t < last; t++ {
		tok := d.Tokens[t]
		if tok.Quote >= 0 || tok.Word && !tok.Capital && !f.l.Prepositions[tok.Lower] {
			return nobody
		}
		if tok.Lower == "," || tok.Lower == "(" { // the role or place after the name
			last = t
			break
		}
		if tok.Word {
			words++
		}
	}
	if words == 0 || words > longestSignature || first+1 >= last {
		return nobody
	}
	r := text.Range{Start: d.Tokens[first+1].Start, End: d.Tokens[last-1].End}
	m := people.Mention{Range: r, First: first + 1, Last: last, Head: last - 1, Form: people.Name, Entity: -1, Confidence: 1}
	a := f.by(Signed, m, -1)
	var name string
	a.Entity, name = f.s.Named(strings.TrimSpace(d.Cut(r)))
	a.Mention.Entity = a.Entity
	a.Speaker = &card.Source{Name: name, Mention: name}
	return a
}
