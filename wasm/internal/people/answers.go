package people

import "keypoints/wasm/internal/lang"

// asked gives the person whom the sentence before asks, where the pronoun at token t says the
// quotation that its sentence begins with, or -1: “Lee asked Barton whether he had left. “No,” he said.”
func (s *Sources) asked(t int, g lang.Gender) int {
	d := s.doc
	i := d.Tokens[t].Sentence
	if i == 0 || d.Tokens[d.Sentences[i].First].Quote < 0 || !s.speaks(t) {
		return -1
	}
	before := d.Sentences[i-1]
	for v := before.First + 1; v+1 < before.Last; v++ {
		if d.Tokens[v].Quote >= 0 || d.Tokens[v].Verb.Lemma != lang.Ask || s.Passive(v) {
			continue
		}
		e := s.objectOf(v)
		if asker, ok := s.Subject(v); ok && e >= 0 && asker.Entity != e && s.Entities[e].Kind == Person && s.mayBe(e, g) {
			return e
		}
		return -1
	}
	return -1
}

// objectOf gives whom a question is put to by the verb at token v, by name or, in what is asked,
// by a pronoun: “asked Barton”, “asked if he”; -1 where nobody can tell.
func (s *Sources) objectOf(v int) int {
	if m := s.At(v + 1); m >= 0 && !s.Mentions[m].Possessive {
		return s.Mentions[m].Entity
	}
	if r, ok := s.settled[v+2]; ok && r.confidence >= leastOwner && s.doc.Tokens[v+1].Is(lang.If) {
		return r.entity
	}
	return -1
}

// leastOwner is how sure the antecedent of "he" must be in what is asked.
const leastOwner = 0.75

// mayBe tells that an entity is of a gender, or that its own is not known.
func (s *Sources) mayBe(e int, g lang.Gender) bool {
	have := s.Entities[e].Gender
	return have == 0 || have == lang.Either || have == g
}
