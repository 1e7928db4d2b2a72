package people

import (
	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/text"
)

// names tells the grammar of a document's sentences where names stand.
type names struct{ *Sources }

// Name gives what the grammar needs to know of a mention.
func (n names) Name(i int) grammar.Name {
	m := &n.Mentions[i]
	out := grammar.Name{First: m.First, Last: m.Last, Head: m.Head, Form: m.Form, Possessive: m.Possessive, Bearer: m.Entity}
	if m.Entity >= 0 {
		e := &n.Entities[m.Entity]
		out.Full = len(e.words) > 1
		switch {
		case e.Kind == Organization:
			out.Kind = grammar.Body
		case e.Kind == Person && n.maybeCompany(e):
			out.Kind = grammar.Perhaps
		case e.Kind == Person:
			out.Kind = grammar.Person
		}
	}
	return out
}

// mention makes the mention of a noun phrase, which nobody has settled yet unless it is a name.
func (s *Sources) mention(p grammar.Phrase) Mention {
	switch {
	case p.Name >= 0:
		return s.Mentions[p.Name]
	case p.Form == grammar.Pronoun:
		return s.pronoun(p.First)
	}
	return s.nominal(p.First, p.Last, p.Head)
}

// nominal makes the mention of tokens [first, last) with a head.
func (s *Sources) nominal(first, last, head int) Mention {
	d := s.doc
	return Mention{Range: text.Range{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}, First: first, Last: last, Head: head, Form: Nominal,
		Entity: -1, Confidence: Described}
}

// pronoun makes the mention of a pronoun, settled as far as it is.
func (s *Sources) pronoun(t int) Mention {
	tok := s.doc.Tokens[t]
	m := Mention{Range: tok.Range, First: t, Last: t + 1, Head: t, Form: Pronoun, Entity: -1}
	if r, ok := s.settled[t]; ok {
		m.Entity, m.Confidence = r.entity, r.confidence
	}
	return m
}

// found makes the mention of a noun phrase, if there is one, and says whom it means.
func (s *Sources) found(p grammar.Phrase, ok bool) (m Mention, _ bool) {
	if ok {
		m = s.mention(p)
		s.identify(&m)
	}
	return m, ok
}

// Subject gives the noun phrase that is the subject of the verb at token v and
// stands before it: "Zhao" in "Zhao, who is 49, later told reporters". ok is
// false where there is none in the sentence.
func (s *Sources) Subject(v int) (m Mention, ok bool) {
	if k := s.subjects[v]; k > 0 {
		m = s.known[k-1]
		return m, m.Last > 0
	}
	m, ok = s.found(s.Reader.Subject(v))
	s.known = append(s.known, m)
	s.subjects[v] = int32(len(s.known))
	return m, ok
}

// SubjectAfter gives the subject that follows a verb, in “said Zhao Lijian, a spokesperson”.
func (s *Sources) SubjectAfter(v int) (Mention, bool) { return s.found(s.SubjectBehind(v)) }

// MainSubject gives the first noun phrase of tokens [first, end) that no
// preposition governs, or the name behind it: “The coach, Dirk Olander, left”.
func (s *Sources) MainSubject(first, end int) (Mention, bool) {
	return s.found(s.Reader.MainSubject(first, end))
}

// PhraseAt gives the noun phrase that begins with token t.
func (s *Sources) PhraseAt(t int) (Mention, bool) {
	p, next, ok := s.Reader.PhraseAt(t)
	if ok && p.Form == grammar.Nominal {
		p = s.WithModifiers(p, next)
	}
	return s.found(p, ok)
}

// PhraseEnding gives the noun phrase that ends with token t.
func (s *Sources) PhraseEnding(t int) (Mention, bool) { return s.found(s.Reader.PhraseEnding(t)) }
