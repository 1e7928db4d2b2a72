package quote

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// longestSignature is how many words the name that signs a quotation has at most,
// longestSigner how many tokens the line with the role.
const longestSignature, longestSigner = 6, 16

// signature finds who signs a paragraph of nothing but a quotation, behind a dash or in
// brackets, in the paragraph or in the next one; there a known name needs no dash:
// “It was great.” ¶ – Ann Lee; “It was great.” (Ann Lee, a farmer)
func (f *finder) signature(q int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	p := stretch.Paragraph
	if stretch.First != d.Sentences[d.Paragraphs[p].First].First {
		return nobody
	}
	last := d.Sentences[d.Paragraphs[p].Last-1].Last
	if stretch.Last < last {
		if d.Tokens[stretch.Last].Lower == "(" && d.Tokens[last-1].Lower == ")" {
			return f.signed(stretch.Last+1, last-1, true)
		}
		if isDash(d.Tokens[stretch.Last].Lower) {
			return f.signed(stretch.Last+1, last, true)
		}
		return nobody
	}
	if p+1 >= len(d.Paragraphs) {
		return nobody
	}
	next := d.Paragraphs[p+1]
	if next.First >= next.Last {
		return nobody
	}
	first, last := d.Sentences[next.First].First, d.Sentences[next.Last-1].Last
	if isDash(d.Tokens[first].Lower) {
		return f.signed(first+1, last, false)
	}
	if f.known && next.Kind == body.Paragraph && f.names(first, last) {
		return f.signed(first, last, true)
	}
	return nobody
}

// isDash tells a dash, which a signature stands behind.
func isDash(mark string) bool {
	switch mark {
	case "–", "—", "-", "―", "~":
		return true
	}
	return false
}

// names tells that tokens [first, last) are somebody's name and role alone.
func (f *finder) names(first, last int) bool {
	i := f.s.At(first)
	if i < 0 {
		return false
	}
	m := f.s.Mentions[i]
	return m.First == first && m.Last-m.First >= 2 && m.Entity >= 0 && f.s.Entities[m.Entity].Kind == people.Person &&
		(m.Last == last || m.Last < last && f.d.Tokens[m.Last].Lower == ",")
}

// signed reads the name in tokens [first, last), a role or place behind its comma. A bare
// one has neither a verb nor a full stop.
func (f *finder) signed(first, last int, bare bool) Attribution {
	d := f.d
	if last-first > longestSigner {
		return nobody
	}
	for t := first; bare && t < last; t++ {
		if tok := d.Tokens[t]; tok.Quote >= 0 || tok.Lower == "." || !tok.Capital && (tok.Is(lang.Verbal) || tok.Is(lang.Auxiliary) || tok.Is(lang.Contracted)) {
			return nobody
		}
	}
	words := 0
	for t := first; t < last; t++ {
		tok := d.Tokens[t]
		if tok.Quote >= 0 || tok.Word && !tok.Capital && !tok.Is(lang.Preposition) {
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
	if words == 0 || words > longestSignature {
		return nobody
	}
	r := text.Range{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
	m := people.Mention{Range: r, First: first, Last: last, Head: last - 1, Form: people.Name, Entity: -1, Confidence: 1}
	return f.by(Signed, m, -1).signed(f.s, strings.TrimSpace(d.Cut(r)))
}

// signed names the speaker by a signature, with or without a title.
func (a Attribution) signed(s *people.Sources, signature string) Attribution {
	entity, name := s.Named(signature)
	a.Speaker = &card.Source{Name: name, Mention: signature}
	if entity >= 0 {
		a.Speaker.Role = s.Entities[entity].Role
	}
	a.Entity, a.Mention.Entity, a.Confidence = entity, entity, unweighed
	return a
}
