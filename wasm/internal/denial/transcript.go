package denial

import (
	"strings"

	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// transcript gives the speaker of a line of a transcript, "CALDER: I was not
// there", that token t stands in.
func (f *finder) transcript(t int) source {
	paragraph := f.d.Paragraphs[f.d.Sentences[f.d.Tokens[t].Sentence].Paragraph]
	first := f.pastMarks(f.d.Sentences[paragraph.First].First)
	colon := first
	for colon < t && f.d.Tokens[colon].Word {
		colon++
	}
	if colon == first || colon == t || f.d.Tokens[colon].Lower != ":" {
		return nobody
	}
	name := f.d.Cut(text.Range{Start: f.d.Tokens[first].Start, End: f.d.Tokens[colon-1].End})
	m := f.s.At(colon - 1)
	if len(name) < 3 || name != strings.ToUpper(name) || m < 0 || f.s.Mentions[m].Form != people.Name {
		return nobody
	}
	return f.sourceOfMention(f.s.Mentions[m])
}
