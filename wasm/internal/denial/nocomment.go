package denial

import (
	"iter"
	"strings"
	"unicode"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// noComment finds a sentence in which a source declines to comment.
func (f *finder) noComment(i int) (NoComment, bool) {
	sentence := f.d.Sentences[i]
	for t := sentence.First; t < sentence.Last; t++ {
		for _, index := range f.words[f.d.Tokens[t].ID].silences {
			cue := &f.lang.NoComment.Cues[index]
			last, ok := f.d.Match(&cue.Pattern, t, sentence.Last)
			if !ok || f.s.Supposed(t) {
				continue
			}
			s := f.subject(t)
			if cue.Frame == lang.From {
				s = f.nounPhrase(last)
			} else if f.quotation[t] >= 0 {
				s, _ = f.speech(t)
			} else if !s.empty() && f.is(s.first, lang.Pronoun) { // "The elder Pell has said he will not comment"
				if v := f.reporting(t); v >= 0 {
					s = f.speakerOf(v)
				}
			}
			if s.card != nil {
				return NoComment{sentence.Range, s.card.Name}, true
			}
			if !s.empty() {
				return NoComment{sentence.Range, f.d.Cut(text.Range{Start: f.d.Tokens[s.first].Start, End: f.d.Tokens[s.last-1].End})}, true
			}
		}
	}
	return NoComment{}, false
}

// words gives a text's words in lower case.
func words(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
