package denial

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// A source is who denies: a noun phrase of the text and what people knows of it.
type source struct {
	span
	entity int
	card   *card.Source // nil where nobody can tell
	pair   bool         // two names joined by "and"
}

var nobody = source{entity: -1}

func (s source) none() bool { return s.empty() && s.card == nil }

// sourceOf describes the noun phrase of tokens [first, last) whose head is at
// head. A mention that people resolved gives the fullest name; a noun phrase
// that people does not know stands for itself; a pronoun does not.
func (f *finder) sourceOf(first, head, last int) source {
	for first < head && (f.d.Tokens[first].QuotationMark() || f.d.Tokens[first].Is(lang.That) || f.d.Tokens[first].Lower == lang.Because) {
		first++
	}
	out := source{span: span{first, last}, entity: -1}
	if m := f.s.At(head); m >= 0 {
		mention := f.s.Mentions[m]
		out.entity = mention.Entity
		out.card = f.s.Source(mention)
		if out.card != nil || mention.Form == people.Pronoun {
			return out
		}
	}
	if f.is(head, lang.Pronoun) {
		return out
	}
	if f.is(head, lang.Time) || f.is(head, lang.Modifier) {
		return nobody
	}
	words := f.d.Cut(text.Range{Start: f.d.Tokens[first].Start, End: f.d.Tokens[last-1].End})
	out.card = &card.Source{Name: words, Mention: words}
	return out
}

// sourceOfMention describes a noun phrase that people found.
func (f *finder) sourceOfMention(m people.Mention) source {
	for m.Form == people.Nominal && m.Last-1 > m.First && f.is(m.Last-1, lang.Modifier) { // "the company flat-out"
		m.Last--
		m.End = f.d.Tokens[m.Last-1].End
	}
	return source{span: span{m.First, m.Last}, entity: m.Entity, card: f.s.Source(m)}
}

// nounPhrase reads the noun phrase that begins at token t: "a spokesman for the mayor".
func (f *finder) nounPhrase(t int) source {
	p, next, ok := f.s.Reader.PhraseAt(t)
	if !ok {
		return nobody
	}
	p = f.s.Reader.WithModifiers(p, next)
	return f.sourceOf(p.First, p.Head, p.Last)
}

// possessor is the owner of "the minister's denial" or "his denial".
func (f *finder) possessor(t int) source {
	if f.is(t, lang.Determiner) {
		return f.sourceOf(t, t, t+1)
	}
	first := t
	for k := t - 1; k >= 0 && f.d.Tokens[k].Sentence == f.d.Tokens[t].Sentence && f.d.Tokens[k].Word && f.d.Tokens[k].Capital; k-- {
		first = k
	}
	s := f.sourceOf(first, t, t+1)
	if s.card != nil && f.s.At(t) < 0 {
		name := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s.card.Name, "'s"), "’s"), "'’")
		s.card = &card.Source{Name: name, Mention: name}
	}
	return s
}

// speaks tells that an entity is a person or an organization.
func (f *finder) speaks(entity int) bool {
	return entity >= 0 && (f.s.Entities[entity].Kind == people.Person || f.s.Entities[entity].Kind == people.Organization)
}
