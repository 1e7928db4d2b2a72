package quote

import "strings"

// pullWords is how many words a pull quote has at least.
const pullWords = 4

// repeated gives the paragraphs and headings that are nothing but a quotation
// without a speaker the speaker of another quotation that holds the same words.
func (f *finder) repeated() {
	var pulled []int
	for q := range f.d.Quoted {
		if a := f.found[q]; f.paragraphAlone(q) && f.words(q) >= pullWords {
			if a.Speaker == nil || a.Rule == NextParagraph || a.Rule == SubjectBefore || a.Rule == SentenceBefore {
				pulled = append(pulled, q)
			}
		}
	}
	if len(pulled) == 0 {
		return
	}
	begins := map[string][]int{} // the tokens where the same few words begin
	for q, s := range f.d.Quoted {
		if f.found[q].Speaker == nil {
			continue
		}
		for t := s.First; t < s.Last; t++ {
			if key := f.key(t, s.Last); key != "" && len(begins[key]) < mostRepeated {
				begins[key] = append(begins[key], t)
			}
		}
	}
	for _, q := range pulled {
		s := f.d.Quoted[q]
		t := s.First
		for t < s.Last && !f.d.Tokens[t].Word {
			t++
		}
		for _, at := range begins[f.key(t, s.Last)] {
			if other := f.d.Tokens[at].Quote; other != q && f.same(t, s.Last, at, f.d.Quoted[other].Last) {
				f.found[q] = f.found[other].from(Repeated)
				break
			}
		}
	}
}

// mostRepeated is how many places of the same words are looked at: a bound on
// the time that a page of repetitions can take.
const mostRepeated = 8

// key joins the next words of [t, last), or is empty where they are too few or
// t is no word.
func (f *finder) key(t, last int) string {
	var words []string
	if t >= last || !f.d.Tokens[t].Word {
		return ""
	}
	for ; t < last && len(words) < pullWords; t++ {
		if f.d.Tokens[t].Word {
			words = append(words, f.d.Tokens[t].Lower)
		}
	}
	if len(words) < pullWords {
		return ""
	}
	return strings.Join(words, " ")
}

// same tells that the words of [a, aLast) begin those of [b, bLast).
func (f *finder) same(a, aLast, b, bLast int) bool {
	for ; a < aLast; a++ {
		if !f.d.Tokens[a].Word {
			continue
		}
		for b < bLast && !f.d.Tokens[b].Word {
			b++
		}
		if b == bLast || f.d.Tokens[a].Lower != f.d.Tokens[b].Lower {
			return false
		}
		b++
	}
	return true
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
