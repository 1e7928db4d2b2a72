package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// MainSubject gives the first noun phrase of tokens [first, end) that no
// preposition governs.
func (s *Sources) MainSubject(first, end int) (Mention, bool) {
	m, ok := s.mainSubject(first, end)
	if !ok {
		return m, false
	}
	if m.Form == Nominal {
		if name, apposed := s.apposed(m, end); apposed { // “The coach, Dirk Olander, left”
			m = name
		}
	}
	s.identify(&m)
	return m, true
}

// PhraseAt gives the noun phrase that begins with token t.
func (s *Sources) PhraseAt(t int) (Mention, bool) {
	m, next, ok := s.phraseAt(t)
	if ok && m.Form == Nominal {
		m = s.withModifiers(m, next)
		if name, ok := s.nameBehindOffice(m); ok {
			return name, true
		}
		s.settleNominal(&m)
	}
	return m, ok
}

// PhraseEnding gives the noun phrase that ends with token t.
func (s *Sources) PhraseEnding(t int) (Mention, bool) {
	m, ok := s.phraseEnding(t)
	if ok {
		s.identify(&m)
	}
	return m, ok
}

// ObjectEnding gives the noun phrase that ends with token t, an object pronoun
// among them: "him" in "quotes him as saying".
func (s *Sources) ObjectEnding(t int) (Mention, bool) {
	switch s.doc.Tokens[t].Lower {
	case "him", "her", "them":
		return s.pronoun(t), true
	}
	return s.PhraseEnding(t)
}

// Owner gives the last possessive name in tokens [first, end): "Lee's" in
// "under Lee's plan to".
func (s *Sources) Owner(first, end int) (Mention, bool) {
	for t := end - 1; t >= first; t-- {
		if i := s.At(t); i >= 0 && s.Mentions[i].Possessive && s.Mentions[i].Last <= end && s.doc.Tokens[t].Quote < 0 {
			return s.Mentions[i], true
		}
	}
	return Mention{}, false
}

// Possessor gives the possessive name or pronoun at token t: "Lee's", "his".
func (s *Sources) Possessor(t int) (Mention, bool) {
	switch s.doc.Tokens[t].Lower {
	case "his", "her":
		return s.pronoun(t), true
	}
	if i := s.At(t); i >= 0 && s.Mentions[i].Possessive && s.Mentions[i].Last == t+1 {
		return s.Mentions[i], true
	}
	return Mention{}, false
}

// Start is the first token of a mention with its role and determiner.
func (s *Sources) Start(m Mention) int {
	start := s.roleStart(m.First)
	if start > s.sentenceFirst(m.First) && s.doc.Tokens[start-1].Is(lang.Determiner) {
		start--
	}
	return max(start, 1)
}

// Adverb tells that token t is an adverb.
func (s *Sources) Adverb(t int) bool { return s.doc.Tokens[t].Is(lang.Adverb) && s.At(t) < 0 }

// PluralBefore tells that a base form at token v is a finite verb: a plural
// subject or a pronoun stands before it ("critics say", "they argue").
func (s *Sources) PluralBefore(v int) bool {
	t := v - 1
	for t >= 0 && s.Adverb(t) {
		t--
	}
	if t < 0 {
		return false
	}
	low := s.doc.Tokens[t].Lower
	switch low {
	case "they", "we", "i", "you", "who", "could", "would", "will", "can", "did", "does", "do", "may", "might", "must", "should":
		return true
	}
	return plural(low) && s.doc.Tokens[t].Quote < 0 && !s.doc.Tokens[t].Is(lang.Possessive)
}

// Named finds the entity that a name outside the text means, or -1, and the
// name without its titles: "Councillor Theo Marsh" gives "Theo Marsh".
func (s *Sources) Named(name string) (int, string) {
	words := strings.Fields(name)
	for len(words) > 1 && s.lang.Is(lang.Bare(strings.ToLower(words[0])), lang.RoleNoun) && s.lang.Given(strings.ToLower(words[0])) == 0 {
		words = words[1:]
	}
	name = strings.Join(words, " ")
	for i := range s.Entities {
		if strings.EqualFold(s.Entities[i].Name, name) {
			return i, s.Entities[i].Name
		}
	}
	return -1, name
}
