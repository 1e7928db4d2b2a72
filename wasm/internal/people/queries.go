package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// An Antecedent is somebody whom a pronoun or a description may mean, and how much the text is about
// them there: as prominence, or as their share of that of all.
type Antecedent struct {
	Entity int
	Share  float64
}

// mostAntecedents is how many of them are kept.
const mostAntecedents = 5

// Antecedents gives whom the pronoun at token t may mean, the likeliest first.
func (s *Sources) Antecedents(t int) []Antecedent { return s.settled[t].others }

func likeliest(list []Antecedent) []Antecedent {
	sum := 0.0
	for _, c := range list {
		sum += c.Share
	}
	out := make([]Antecedent, min(len(list), mostAntecedents))
	for i := range out {
		out[i] = Antecedent{list[i].Entity, list[i].Share / sum}
	}
	return out
}

// Means gives the kind of entity that the noun at token t stands for, or Unknown.
func (s *Sources) Means(t int) Kind {
	switch one := lang.Singular(lang.Bare(s.doc.Tokens[t].Lower)); {
	case s.lang.Is(one, lang.Body), s.lang.Is(one, lang.Public):
		return Organization
	case s.lang.Is(one, lang.Paper), s.lang.Is(one, lang.Document):
		return Document
	case s.doc.Tokens[t].Is(lang.RoleNoun):
		return Person
	}
	return Unknown
}

// PronounAt tells that token t is a pronoun that stands for somebody: "he", "they", "it".
func (s *Sources) PronounAt(t int) bool {
	return s.doc.Tokens[t].Is(lang.SubjectPronoun) || s.pronounGender(t) != 0
}

// ObjectEnding gives the noun phrase that ends with token t, an object pronoun
// among them: "him" in "quotes him as saying".
func (s *Sources) ObjectEnding(t int) (Mention, bool) {
	if s.doc.Tokens[t].Is(lang.ObjectPronoun) {
		return s.pronoun(t), true
	}
	return s.PhraseEnding(t)
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

// A Voice is a reporting verb of the writer's and who speaks by it.
type Voice struct {
	Verb    int // token
	Class   lang.VerbClass
	Speaker Mention
}

// Voices gives the reporting verbs outside quotations whose subject is known, in
// reading order.
func (s *Sources) Voices() []Voice {
	var out []Voice
	for t := range s.doc.Tokens {
		tok := &s.doc.Tokens[t]
		if !tok.Is(lang.Reporting) || tok.Quote >= 0 || !s.Verbal(t) && !tok.Is(lang.ThirdPerson) || s.NounForm(t) || s.Passive(t) || s.Naming(t) {
			continue
		}
		v := tok.Verb
		if v.Form == lang.Gerund || v.Form == lang.Base && !s.PluralBefore(t) {
			continue
		}
		if m, ok := s.speakerBeside(t); ok {
			out = append(out, Voice{t, v.Class, m})
		}
	}
	return out
}

// Times is how often the article names an entity.
func (s *Sources) Times(e int) int { return len(s.Entities[e].Mentions) }

// SurelyPerson tells a person by more than the shape of a name: "Plymouth Citybus" has
// that too.
func (s *Sources) SurelyPerson(e int) bool {
	return isPerson(&s.Entities[e]) && !s.maybeCompany(&s.Entities[e])
}
