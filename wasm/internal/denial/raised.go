package denial

import (
	"iter"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// raised knows, of every sentence, its content words and whether it raises a
// claim: accuses, alleges, reports, asks.
type raised struct {
	stems [][]string // by sentence
	mark  []bool     // the sentence has a word that raises a claim
	hard  []bool     // it has a word of accusation or denial
	count map[string]int
	name  map[string]bool // stems that the article writes with a capital
	title []string        // stems of the headline
}

func raise(f *finder, headline string) *raised {
	r := &raised{count: make(map[string]int, len(f.words)/2), name: map[string]bool{}}
	raising := lang.SetOf(lang.Raise, lang.Claimed)
	f.function = lang.SetOf(lang.Empty, lang.Aux, lang.Pronoun, lang.Determiner, lang.Preposition, lang.Joining, lang.Not, lang.Raise, lang.Modifier,
		lang.Relative)
	n := len(f.d.Sentences)
	r.stems, r.mark, r.hard = make([][]string, n), make([]bool, n), make([]bool, n)
	all := make([]string, 0, len(f.d.Tokens)*2/3)
	for i, sentence := range f.d.Sentences {
		first := len(all)
		for t := sentence.First; t < sentence.Last; t++ {
			r.mark[i] = r.mark[i] || f.d.Tokens[t].Any(raising)
			r.hard[i] = r.hard[i] || f.is(t, lang.Claimed) || f.fits(lang.PutToSomebody, t)
			s := f.stem(t)
			if s == "" {
				continue
			}
			all = append(all, s)
			if f.lang.Deed(f.d.Tokens[t].Lower) == "" { // a noun says again what its verb does
				r.count[s]++
			}
			if f.d.Tokens[t].Capital && t > sentence.First {
				r.name[s] = true
			}
		}
		r.stems[i] = all[first:len(all):len(all)]
	}
	for word := range words(headline) {
		if s := lang.Stem(word); s != "" && !f.lang.Any(word, f.function) {
			r.title = append(r.title, s)
		}
	}
	return r
}

// stem gives the stem of token t, or "" for a function word.
func (f *finder) stem(t int) string {
	tok := &f.d.Tokens[t]
	if !tok.Word || tok.Any(f.function) {
		return ""
	}
	return f.words[tok.ID].stem
}

// window is how many sentences back a claim may be raised. It bounds the time
// that a long page takes.
const window = 200

// back gives the sentences before another, the nearest first; none is longer than anybody writes.
func (f *finder) back(sentence, most int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := sentence - 1; i >= max(0, sentence-most); i-- {
			if !f.endless(i) && !yield(i) {
				return
			}
		}
	}
}

// objectBehind takes the words behind a cue for what is denied.
func (f *finder) objectBehind(c *candidate) {
	c.object, c.said, c.anaphor = span{c.last, f.clauseEnd(c.last)}, true, false
}

// sentenceRange gives a sentence's tokens.
func (f *finder) sentenceRange(i int) span {
	return span{f.d.Sentences[i].First, f.d.Sentences[i].Last}
}

// person tells that a source is known to be one person.
func (f *finder) person(s source) bool {
	return s.entity >= 0 && f.s.Entities[s.entity].Kind == people.Person
}

// among tells that a span has a word of a list.
func (f *finder) among(s span, c lang.Class) bool {
	for t := s.first; t < s.last; t++ {
		if f.is(t, c) {
			return true
		}
	}
	return false
}

// questioned tells that the source protests, or speaks to somebody who asks the suspected:
// "told investigators they were unaware of it", "testified that he never heard it".
func (f *finder) questioned(t int) bool {
	_, verb := f.speech(t)
	if verb < 0 || f.is(verb, lang.Insist) {
		return verb >= 0
	}
	lemma := f.d.Tokens[verb].Verb.Lemma
	return lemma == lang.Testify || lemma == lang.Tell && f.among(span{verb + 1, min(verb+4, t)}, lang.Questioner)
}
