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

// sourceOf describes the noun phrase of tokens [first, last) whose head is at
// head. A mention that people resolved gives the fullest name; a noun phrase
// that people does not know stands for itself; a pronoun does not.
func (f *finder) sourceOf(first, head, last int) source {
	out := source{span: span{first, last}, entity: -1}
	if m := f.s.At(head); m >= 0 {
		out.entity, out.card = f.s.Mentions[m].Entity, f.s.Source(f.s.Mentions[m])
	}
	if out.card != nil || f.is(head, lang.Pronoun) {
		return out
	}
	words := f.d.Cut(text.Range{Start: f.d.Tokens[first].Start, End: f.d.Tokens[last-1].End})
	out.card = &card.Source{Name: words, Mention: words}
	return out
}

// sourceOfMention describes a noun phrase that people found.
func (f *finder) sourceOfMention(m people.Mention) source {
	return source{span: span{m.First, m.Last}, entity: m.Entity, card: f.s.Source(m)}
}

// nounPhrase reads the noun phrase that begins at token t: "a spokesman for the mayor".
func (f *finder) nounPhrase(t int) source {
	m, ok := f.s.PhraseAt(t)
	if !ok {
		return nobody
	}
	return f.sourceOf(m.First, m.Head, m.Last)
}

// possessor is the owner of "the minister's denial" or "his denial", or a name that nobody knows, which
// ends with token t.
func (f *finder) possessor(t int) source {
	first := t
	for first > f.d.Sentences[f.d.Tokens[t].Sentence].First && f.d.Tokens[first-1].Capital {
		first--
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
