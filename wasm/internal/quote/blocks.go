package quote

import (
	"strings"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// withBlocks adds the block quotations and embedded posts, which are
// quotations without marks. Marks inside them are their author's.
func (f *finder) withBlocks(out []Quotation) []Quotation {
	d := f.d
	var all []Quotation
	k := 0
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		a := f.block(i)
		if a.Rule == None || p.First >= p.Last {
			continue
		}
		for k < len(out) && out[k].Parts[0].Start < p.Start {
			all = append(all, out[k])
			k++
		}
		if k < len(out) && out[k].Parts[0].Start < p.End {
			for ; k < len(out) && out[k].Parts[0].Start < p.End; k++ {
				out[k].Attribution = a
				all = append(all, out[k])
			}
			continue
		}
		words := withoutLinks(d.Text, p.Range)
		if words.Start == words.End {
			continue
		}
		all = append(all, Quotation{Parts: []text.Range{words}, First: d.Sentences[p.First].First, Sentence: p.First, Attribution: a})
	}
	return append(all, out[k:]...)
}

// block attributes a paragraph of a block quotation or an embedded post: to its
// author where it is signed, else to whom the paragraph before introduces with
// a colon.
func (f *finder) block(i int) Attribution {
	p := &f.d.Paragraphs[i]
	if p.Signature || p.Kind != body.Post && p.Kind != body.BlockQuote {
		return nobody
	}
	if p.Author != "" {
		return f.by(Author, people.Mention{}, -1).signed(f.s, p.Author)
	}
	before := i - 1
	for before >= 0 && f.d.Paragraphs[before].Kind == body.BlockQuote {
		before--
	}
	if p.Kind != body.BlockQuote || before < 0 {
		return nobody
	}
	intro := f.d.Paragraphs[before]
	if intro.First >= intro.Last {
		return nobody
	}
	s := f.d.Sentences[intro.Last-1]
	if f.d.Tokens[s.Last-1].Lower != ":" {
		return nobody
	}
	a := f.introduces(s.First, s.Last)
	f.settle(&a)
	return a
}

// withoutLinks leaves out the addresses that end a post: “We are here. pic.twitter.com/a1”.
func withoutLinks(s string, r text.Range) text.Range {
	for {
		r = text.Trimmed(s, r)
		last := strings.LastIndexByte(s[r.Start:r.End], ' ') + 1
		word := s[r.Start+last : r.End]
		if !strings.Contains(word, "://") && !strings.HasPrefix(word, "pic.twitter.com/") && !strings.HasPrefix(word, "t.co/") {
			return r
		}
		r.End = r.Start + last
	}
}
