package denial

import (
	"strings"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// speech finds who says the words at token t: the speaker of the quotation, or
// the subject of the reporting verb that governs the clause. The verb's token
// is -1 for a quotation. Nobody says what the writer says.
func (f *finder) speech(t int) (s source, verb int) {
	if s := f.transcript(t); s.card != nil {
		return s, -1
	}
	if q := f.quotation[t]; q >= 0 {
		quotation := f.quotes[q]
		if v := f.reporting(quotation.First); v < quotation.First && f.spokenOf(quotation.Entity, span{v + 1, quotation.First}) {
			if outer := f.speakerOf(v); outer.card != nil {
				return outer, v
			}
		}
		s = source{span: span{quotation.Mention.First, quotation.Mention.Last}, entity: quotation.Entity, card: quotation.Speaker}
		return f.issuer(s, t), -1
	}
	if v := f.reporting(t); v >= 0 {
		return f.speakerOf(v), v
	}
	return nobody, -1
}

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

// spokenOf tells that the words between a reporting verb and a fragment in marks
// are about the one who was taken for its speaker: "The town said Lee's words
// “are not true”" is said by the town.
func (f *finder) spokenOf(entity int, s span) bool {
	for t := s.first; s.first > 0 && t < s.last; t++ {
		if m := f.s.At(t); m >= 0 && f.s.Mentions[m].Entity == entity {
			return true
		}
	}
	return false
}

// reporting finds the verb that reports the clause around token t: the nearest
// on the left ("said he had no knowledge"), else one after the clause (", the
// ministry said"); -1 where there is none.
func (f *finder) reporting(t int) int {
	sentence := f.d.Sentences[f.d.Tokens[t].Sentence]
	for k := t - 1; k >= sentence.First && f.d.Tokens[k].Lower != ";" && (f.d.Tokens[k].Lower != lang.But || k == sentence.First); k-- {
		if f.reports(k) && !(k+1 == t && f.is(t, lang.Nothing) && f.d.Tokens[k].Verb.Lemma != lang.SayWord) { // not "had ordered | no such thing"
			return k
		}
	}
	comma := false
	for k := t + 1; k < sentence.Last; k++ {
		comma = f.d.Tokens[k].Lower == "," || comma && !f.is(k, lang.Relative)
		if comma && f.reports(k) {
			return k
		}
	}
	return -1
}

// reports tells that token t is a finite reporting verb or "saying".
func (f *finder) reports(t int) bool {
	tok := &f.d.Tokens[t]
	if tok.Capital || tok.Quote >= 0 {
		return false
	}
	if tok.Is(lang.Insist) || tok.Is(lang.Think) {
		return true
	}
	v, ok := tok.Reports()
	b := f.before(t)
	switch {
	case !ok || v.Class == lang.Weak || v.Form == lang.Base && v.Lemma != lang.SayWord || v.Lemma == lang.Ask:
		return false
	case f.is(t, lang.Plural): // "in some states", but "Lee's comments"
		return b >= 0 && (f.d.Tokens[b].Capital && !f.d.Tokens[b].Is(lang.Possessive) || f.is(b, lang.Pronoun))
	}
	return v.Form != lang.Past || !f.is(b, lang.Be)
}

// speakerOf is the subject of a reporting verb, before it or, in ", said the
// minister", after it.
func (f *finder) speakerOf(v int) source {
	if v > 1 && !f.d.Tokens[v-1].Word && f.d.Tokens[v].Verb.Lemma == lang.SayWord && f.d.Tokens[v].Verb.Form != lang.Gerund && !f.inFront(v) {
		if m, ok := f.s.SubjectAfter(v); ok {
			if s := f.sourceOfMention(m); s.card != nil {
				return s
			}
		}
	}
	return f.subject(v)
}

// inFront tells that a known source stands before the verb at v, with its
// apposition between: "Her lawyer, Petra Solt, said the firm had no part in it".
func (f *finder) inFront(v int) bool {
	m, ok := f.s.Subject(v)
	return ok && f.speaks(m.Entity) && f.d.Tokens[v-1].Lower == "," && !f.d.Tokens[v-2].QuotationMark()
}

// self accepts a cue that a source says.
func (f *finder) self(c *candidate) bool {
	if f.alike(c) {
		return false
	}
	s, _ := f.speech(c.first)
	if s.card == nil && (s.empty() || !f.is(s.first, lang.Pronoun)) || f.among(s.span, lang.Poll) {
		return false
	}
	c.source, c.anaphor = s, true
	return true
}

// issuer gives, for "the statement read", who issued it: the subject of the
// nearest sentence before that speaks of it ("the company said in a statement").
func (f *finder) issuer(s source, t int) source {
	if !f.is(s.last-1, lang.Vehicle) {
		return s
	}
	word := f.d.Tokens[s.last-1].Lower
	for i := range f.back(f.d.Tokens[t].Sentence, 4) {
		if m, ok := f.s.MainSubject(f.d.Sentences[i].First, f.d.Sentences[i].Last); ok && f.has(i, word) {
			if issuer := f.sourceOfSubject(m, f.d.Sentences[i].Last, f.d.Sentences[i].First); issuer.card != nil && !f.is(issuer.last-1, lang.Vehicle) {
				return issuer
			}
		}
	}
	return s
}
