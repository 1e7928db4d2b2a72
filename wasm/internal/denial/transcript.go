package denial

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// transcript gives the speaker of a line of a transcript, "CALDER: I was not
// there", that token t stands in: the person of that surname.
func (f *finder) transcript(t int) source {
	p := f.d.Paragraphs[f.d.Sentences[f.d.Tokens[t].Sentence].Paragraph]
	if p.First >= len(f.d.Sentences) {
		return nobody
	}
	k := f.d.Sentences[p.First].First
	for k < t && f.d.Tokens[k].QuotationMark() {
		k++
	}
	first := k
	for k < t && k < first+4 && f.d.Tokens[k].Word {
		words := f.d.Cut(f.d.Tokens[k].Range)
		if len(words) < 3 || words != strings.ToUpper(words) {
			return nobody
		}
		k++
	}
	if k == first || k >= t || f.d.Tokens[k].Lower != ":" {
		return nobody
	}
	surname := f.d.Tokens[k-1].Lower
	for i := range f.s.Entities {
		e := &f.s.Entities[i]
		if words := strings.Fields(strings.ToLower(e.Name)); e.Kind == people.Person && len(words) > 0 && words[len(words)-1] == surname {
			mention := f.d.Cut(text.Range{Start: f.d.Tokens[first].Start, End: f.d.Tokens[k-1].End})
			return source{span: span{first, k}, entity: i, card: &card.Source{Name: e.Name, Role: e.Role, Mention: mention}}
		}
	}
	return nobody
}
