package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// ObjectEnding gives the noun phrase that ends with token t, an object pronoun
// among them: "him" in "quotes him as saying".
func (s *Sources) ObjectEnding(t int) (Mention, bool) {
	if s.doc.Tokens[t].Is(lang.ObjectPronoun) {
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
	if s.doc.Tokens[t].Is(lang.Owning) && s.pronounGender(t) != 0 {
		return s.pronoun(t), true
	}
	if i := s.At(t); i >= 0 && s.Mentions[i].Possessive && s.Mentions[i].Last == t+1 {
		return s.Mentions[i], true
	}
	return Mention{}, false
}

// Start is the first token of a mention with its role and determiner.
func (s *Sources) Start(m Mention) int {
	start := s.RoleStart(m.First)
	if start > s.SentenceFirst(m.First) && s.doc.Tokens[start-1].Is(lang.Determiner) {
		start--
	}
	return max(start, 1)
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

// identify settles a phrase that is no name.
func (s *Sources) identify(m *Mention) {
	if m.Form == Nominal {
		s.settleNominal(m)
		return
	}
	s.nationality(m)
	if m.First > 0 && m.Form == Name && s.doc.Tokens[m.First-1].Is(lang.Namesake) { // "the elder Arrieta" is not the Arrieta of the article
		m.Entity, m.Confidence, m.Form = -1, 0, Pronoun
	}
}

// nationality settles "the Australian said", "the Republican said" on the person
// whom the text is about.
func (s *Sources) nationality(m *Mention) {
	if m.Form != Name || m.Entity < 0 || !s.doc.Tokens[m.Last-1].Is(lang.Demonym) || s.Entities[m.Entity].Kind != Other {
		return
	}
	if m.First > 0 && s.doc.Tokens[m.First-1].Is(lang.Introducing) { // "said one Republican": somebody without a name
		*m = s.nominal(m.First-1, m.Last, m.Head)
		s.settleNominal(m)
		return
	}
	m.Entity, m.Confidence = s.mostProminent(m.First, isPerson)
	m.Form = Nominal
}
