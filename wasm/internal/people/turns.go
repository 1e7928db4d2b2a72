package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// asker gives the entity that asks him for whom the pronoun at token t stands, or -1:
// in "Barton asked him why he had left", neither "him" nor "he" is Barton.
func (s *Sources) asker(t int) int {
	d := s.doc
	low := s.sentenceFirst(t)
	verb := t - 1
	switch d.Tokens[t].Lower {
	case "he", "she":
		if t-3 < low || d.Tokens[t-2].Lower != "him" && d.Tokens[t-2].Lower != "her" {
			return -1
		}
		switch d.Tokens[t-1].Lower {
		case "why", "whether", "if", "how", "what", "when", "where":
		default:
			return -1
		}
		verb = t - 3
	case "him":
	default:
		return -1
	}
	if verb < low || d.Tokens[verb].Verb.Lemma != "ask" || s.passive(verb) {
		return -1
	}
	if m, ok := s.Subject(verb); ok {
		return m.Entity
	}
	return -1
}

// beforeQuotation gives the sentence before that of the pronoun at token t, which says the
// quotation that its sentence begins with.
func (s *Sources) beforeQuotation(t int) (before text.Sentence, ok bool) {
	d := s.doc
	i := d.Tokens[t].Sentence
	if i == 0 || d.Tokens[d.Sentences[i].First].Quote < 0 || !s.speaks(t) {
		return text.Sentence{}, false
	}
	return d.Sentences[i-1], true
}

// beforeAnswer gives the sentence before that which the pronoun at token t begins and
// which tells of an answer: “He said he had”, “She did not deny it”.
func (s *Sources) beforeAnswer(t int) (before text.Sentence, ok bool) {
	d := s.doc
	i := d.Tokens[t].Sentence
	if i == 0 || d.Sentences[i].First != t || t+1 >= len(d.Tokens) {
		return text.Sentence{}, false
	}
	switch d.Tokens[t+1].Lower {
	case "did", "would", "declined", "refused", "shook", "nodded", "laughed", "shrugged", "hesitated", "paused":
	default:
		if !s.speaks(t) {
			return text.Sentence{}, false
		}
	}
	return d.Sentences[i-1], true
}

// personOf tells that an entity is a person who may be of a gender.
func (s *Sources) personOf(e int, g lang.Gender) bool {
	return s.Entities[e].Kind == Person && s.mayBe(e, g)
}

// mayBe tells that an entity is of a gender, or that its own is not known.
func (s *Sources) mayBe(e int, g lang.Gender) bool {
	have := s.Entities[e].Gender
	return have == 0 || have == lang.Either || have == g
}

// asked gives the person whom the sentence before asks, where the pronoun at token t says
// the answer or begins the sentence that tells it, or -1: “Lee asked Barton whether he had
// left. “No,” he said.”; “Lee asked Barton whether he had left. He said he had.”
func (s *Sources) asked(t int, g lang.Gender) int {
	d := s.doc
	before, ok := s.beforeQuotation(t)
	if !ok {
		if before, ok = s.beforeAnswer(t); !ok {
			return -1
		}
	}
	for v := before.First + 1; v+2 < before.Last; v++ {
		if d.Tokens[v].Quote >= 0 || d.Tokens[v].Verb.Lemma != "ask" || s.passive(v) {
			continue
		}
		if r, ok := s.settled[v+2]; ok && r.entity >= 0 && r.confidence >= 0.7 && (d.Tokens[v+1].Lower == "if" || d.Tokens[v+1].Lower == "whether") { // “She asked if he would.”
			if asker, ok := s.Subject(v); ok && asker.Entity != r.entity && s.personOf(r.entity, g) {
				return r.entity
			}
			return -1
		}
		m := s.At(v + 1)
		if m < 0 || s.Mentions[m].Possessive || s.Mentions[m].Entity < 0 || s.Mentions[m].Last >= before.Last {
			return -1
		}
		switch d.Tokens[s.Mentions[m].Last].Lower {
		case "whether", "if", "about", "why", "how", "what", "when", "where", "who", ":":
			if asker, ok := s.Subject(v); ok && asker.Entity != s.Mentions[m].Entity && s.personOf(s.Mentions[m].Entity, g) {
				return s.Mentions[m].Entity
			}
		}
		return -1
	}
	return -1
}

// answered gives the person of whom the sentence before tells how he took a question,
// where the pronoun at token t says a quotation, or -1: “Asked whether he had seen Lee,
// Barton was adamant. “Never,” he said.”
func (s *Sources) answered(t int, g lang.Gender) int {
	d := s.doc
	before, ok := s.beforeQuotation(t)
	if !ok {
		return -1
	}
	if first := d.Tokens[before.First]; !questioned[first.Lower] || s.At(before.First) >= 0 || first.Quote >= 0 {
		return -1
	}
	m, ok := s.mainSubject(before.First, before.Last)
	if !ok || m.Form != Name || m.Entity < 0 || m.First == before.First || d.Tokens[m.First-1].Lower != "," {
		return -1
	}
	if s.personOf(m.Entity, g) {
		return m.Entity
	}
	return -1
}

// goesOn gives whom the sentence before, of the same paragraph, quotes or reports, where the
// pronoun at token t adds something, or -1: “The boy's mother said he was brave. She added”.
func (s *Sources) goesOn(t int, g lang.Gender) int {
	d := s.doc
	i := d.Tokens[t].Sentence
	if i == 0 || d.Sentences[i-1].Paragraph != d.Sentences[i].Paragraph || d.Sentences[i].First != t || t+2 >= len(d.Tokens) {
		return -1
	}
	v := t + 1
	if d.Tokens[v].Is(lang.Adverb) {
		v++
	}
	if lemma := d.Tokens[v].Verb.Lemma; lemma != "add" && lemma != "continue" {
		return -1
	}
	said := -1
	for k := d.Sentences[i-1].First + 1; k < d.Sentences[i-1].Last; k++ {
		if d.Tokens[k].Quote >= 0 || !d.Tokens[k].Is(lang.Reporting) || d.Tokens[k].Verb.Class != lang.Say || !s.verbal(k) || s.passive(k) {
			continue
		}
		m, ok := s.speakerBeside(k)
		if !ok || m.Entity < 0 || said >= 0 && m.Entity != said { // “Lee said Ruiz had told him”
			return -1
		}
		said = m.Entity
	}
	if said >= 0 && s.personOf(said, g) {
		return said
	}
	return -1
}

// questioned begin a sentence that tells how somebody answers.
var questioned = map[string]bool{"asked": true, "told": true, "pressed": true, "questioned": true, "confronted": true, "quizzed": true, "challenged": true,
	"reached": true, "contacted": true, "approached": true, "invited": true, "speaking": true}

// addressed gives the only person whom the clause before names, of the sentence of a
// pronoun at token t that speaks, or -1: “When it was put to Ms. Lee, she said”. A title
// or a role has to tell that she is she.
func (s *Sources) addressed(t int, g lang.Gender) int {
	d := s.doc
	first := s.sentenceFirst(t)
	if t == first || d.Tokens[t-1].Lower != "," || !s.speaks(t) {
		return -1
	}
	switch d.Tokens[first].Lower {
	case "when", "asked", "pressed", "told", "questioned", "challenged", "confronted":
	default:
		return -1
	}
	found := -1
	for k := first; k < t; k++ {
		m := s.At(k)
		if m < 0 || s.Mentions[m].Entity < 0 || s.Mentions[m].Entity == found {
			continue
		}
		if e := &s.Entities[s.Mentions[m].Entity]; e.Kind != Person && e.Kind != Unknown {
			continue
		}
		if found >= 0 || s.Mentions[m].Possessive {
			return -1
		}
		found = s.Mentions[m].Entity
	}
	if found >= 0 && s.Entities[found].Kind == Person && s.Entities[found].Gender == g {
		return found
	}
	return -1
}

// reported tells that somebody says of the pronoun at token t what it answered, in a
// sentence that names two persons: nobody can tell which of them answers.
func (s *Sources) reported(t int) bool {
	d := s.doc
	first := s.sentenceFirst(t)
	if t+2 >= len(d.Tokens) || t-1 <= first || d.Tokens[t+1].Lower != "had" {
		return false
	}
	switch d.Tokens[t+2].Lower {
	case "replied", "answered", "responded", "retorted":
	default:
		return false
	}
	if v := t - 1; d.Tokens[v].Lower != "said" && !(d.Tokens[v].Lower == "that" && v-1 > first && d.Tokens[v-1].Lower == "said") {
		return false
	}
	found := -1
	for k := first; k < t; k++ {
		if m := s.At(k); m >= 0 && s.Mentions[m].Entity >= 0 && s.Entities[s.Mentions[m].Entity].Kind == Person {
			if found >= 0 && found != s.Mentions[m].Entity {
				return true
			}
			found = s.Mentions[m].Entity
		}
	}
	return false
}

// relative gives the entity of "his wife" before a pronoun of her gender at token t that
// speaks in the same sentence; ok is false where there is none.
func (s *Sources) relative(t int, g lang.Gender) (entity int, ok bool) {
	d := s.doc
	if !s.speaks(t) {
		return -1, false
	}
	for k := t - 1; k > s.sentenceFirst(t); k-- {
		if d.Tokens[k].Quote >= 0 || !d.Tokens[k].Is(lang.RoleNoun) || s.genderOf(d.Tokens[k].Lower) != g || s.At(k) >= 0 {
			continue
		}
		if owner, pronoun := pronounGender[d.Tokens[k-1].Lower]; !pronoun || owner == g {
			continue
		}
		if k+1 < t && s.At(k+1) >= 0 || d.Tokens[k+1].Lower == "," {
			return -1, false // "his wife, Ann,"
		}
		m := s.nominal(k-1, k+1, k)
		s.settleNominal(&m)
		return m.Entity, true
	}
	return -1, false
}

// aloneBefore gives the only person of the sentence before, of the same paragraph, where
// the pronoun at token t says a quotation right behind it, or -1: “The chair, Ada Moss,
// apologized. “We should have asked,” she said.”
func (s *Sources) aloneBefore(t int, g lang.Gender) int {
	d := s.doc
	before, ok := s.beforeQuotation(t)
	if !ok || before.Paragraph != d.Sentences[d.Tokens[t].Sentence].Paragraph {
		return -1
	}
	found := -1
	for k := before.First; k < before.Last; k++ {
		if d.Tokens[k].Quote >= 0 || subjectPronouns[d.Tokens[k].Lower] && !(found >= 0 && s.spokeIn(found, d.Tokens[t].Sentence-1)) || s.suffered(k) {
			return -1
		}
		m := s.At(k)
		if m < 0 || s.Mentions[m].Entity < 0 {
			continue
		}
		e := s.Mentions[m].Entity
		if s.Entities[e].Kind != Person && !s.maybeCompany(&s.Entities[e]) {
			continue
		}
		if found >= 0 && found != e || s.Mentions[m].Possessive || s.Mentions[m].Form != Name {
			return -1
		}
		found = e
	}
	if found < 0 || found != s.justActed(t) && !s.spokeIn(found, d.Tokens[t].Sentence-1) || s.maybeCompany(&s.Entities[found]) && s.Entities[found].described == "" {
		return -1
	}
	if s.mayBe(found, g) {
		return found
	}
	return -1
}

// spokeIn tells that an entity is the subject of a reporting verb of a sentence: “That drew
// a reply from Ann Moss, who says”.
func (s *Sources) spokeIn(e, sentence int) bool {
	if e >= len(s.events) {
		return false
	}
	for k := len(s.events[e]) - 1; k >= 0 && s.events[e][k].sentence >= sentence; k-- {
		if s.events[e][k].sentence == sentence && s.events[e][k].speaks {
			return true
		}
	}
	return false
}

// suffered tells a verb of whose subject somebody else may speak: "died", "was jailed".
func (s *Sources) suffered(t int) bool {
	low := s.doc.Tokens[t].Lower
	return deaths[low] || s.passive(t) && (strings.HasSuffix(low, "ed") || s.lang.Is(low, lang.PastForm))
}

// deaths are the words after which nobody speaks.
var deaths = map[string]bool{"died": true, "dies": true, "dead": true, "drowned": true, "perished": true, "killed": true, "murdered": true}

// dead gives the person of whose death the sentence before, of the same paragraph, tells,
// where the pronoun at token t says something, or -1: “Barton died at the scene. “It was
// brutal,” he said.”
func (s *Sources) dead(t int) int {
	d := s.doc
	i := d.Tokens[t].Sentence
	if i == 0 || d.Sentences[i-1].Paragraph != d.Sentences[i].Paragraph || !s.speaks(t) {
		return -1
	}
	before := d.Sentences[i-1]
	m := s.At(before.First)
	if m < 0 || s.Mentions[m].Possessive {
		return -1
	}
	for k := s.Mentions[m].Last; k < before.Last && k < s.Mentions[m].Last+4; k++ {
		if deaths[d.Tokens[k].Lower] && (d.Tokens[k].Lower[0] == 'd' || d.Tokens[k].Lower == "perished" || s.passive(k)) {
			return s.Mentions[m].Entity
		}
	}
	return -1
}
