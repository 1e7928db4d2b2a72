package quote

import "strings"

// pullWords is how many words a pull quote has at least.
const pullWords = 4

// repeated gives the paragraphs and headings that are nothing but a quotation
// without a speaker the speaker of another quotation that holds the same words.
func (f *finder) repeated() {
	var words []string // of each stretch
	left := mostPulled
	for q := range f.d.Quoted {
		a := f.found[q]
		if left == 0 || a.Speaker != nil && a.Rule != NextParagraph && a.Rule != SubjectBefore && a.Rule != SentenceBefore ||
			!f.paragraphAlone(q) || f.words(q) < pullWords {
			continue
		}
		if words == nil {
			words = f.spelled()
		}
		left--
		for other := range words {
			if other != q && f.found[other].Speaker != nil && strings.Contains(words[other], words[q]) {
				f.found[q] = f.found[other].from(Repeated)
				break
			}
		}
	}
}

// mostPulled is how many pull quotes are looked up: a bound on the time that a page of
// repetitions can take.
const mostPulled = 64

// spelled gives the words of each stretch, each between spaces.
func (f *finder) spelled() []string {
	out := make([]string, len(f.d.Quoted))
	for q, stretch := range f.d.Quoted {
		var b strings.Builder
		b.WriteByte(' ')
		for t := stretch.First; t < stretch.Last; t++ {
			if tok := &f.d.Tokens[t]; tok.Word {
				b.WriteString(tok.Lower)
				b.WriteByte(' ')
			}
		}
		out[q] = b.String()
	}
	return out
}

// paragraphAlone tells that a stretch is all of its paragraph, numbers aside:
// “3. “Not some irregular channel””.
func (f *finder) paragraphAlone(q int) bool {
	p := f.d.Paragraphs[f.d.Quoted[q].Paragraph]
	for t := f.d.Sentences[p.First].First; t < f.d.Sentences[p.Last-1].Last; t++ {
		if tok := f.d.Tokens[t]; tok.Quote != q && tok.Word && (tok.Lower[0] < '0' || tok.Lower[0] > '9') {
			return false
		}
	}
	return true
}
