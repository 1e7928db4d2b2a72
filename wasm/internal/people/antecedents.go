package people

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// An Antecedent is somebody whom a pronoun may mean, and their share of how much
// the text is about any of these there.
type Antecedent struct {
	Entity int
	Share  float64
}

// mostAntecedents is how many of them are kept.
const mostAntecedents = 5

// Antecedents gives whom the pronoun at token t may mean, the likeliest first.
func (s *Sources) Antecedents(t int) []Antecedent { return s.settled[t].others }

func likeliest(list []candidate) []Antecedent {
	sum := 0.0
	for _, c := range list {
		sum += c.score
	}
	if sum == 0 {
		return nil
	}
	out := make([]Antecedent, 0, min(len(list), mostAntecedents))
	for _, c := range list {
		at := len(out)
		for at > 0 && c.score > out[at-1].Share {
			at--
		}
		if at < mostAntecedents {
			out = slices.Insert(out[:min(len(out), mostAntecedents-1)], at, Antecedent{c.entity, c.score})
		}
	}
	for i := range out {
		out[i].Share /= sum
	}
	return out
}

// Behind gives the named entity that a description may stand for, and how likely, or
// -1: "the singer" right after Ann Lee.
func (s *Sources) Behind(e int) (entity int, share float64) {
	if d := &s.Entities[e]; d.Described() && d.share > 0 {
		return d.behind, d.share
	}
	return -1, 0
}

// Holds tells that the noun at token t is one of an entity's roles or titles, "the
// senator" of Sen. Ann Lee, or what the article calls a firm: "the maker".
func (s *Sources) Holds(e, t int) bool {
	noun := lang.Bare(s.doc.Tokens[t].Lower)
	return slices.Contains(s.byRole[s.lang.Office(noun)], e) || slices.Contains(s.byNoun[noun], e)
}

// Anonymous tells that the noun at token t tells too little to find one person by:
// "the source", "the man".
func (s *Sources) Anonymous(t int) bool { return s.doc.Tokens[t].Is(lang.Anybody) }

// Means gives the kind of entity that the noun at token t stands for, or Unknown.
func (s *Sources) Means(t int) Kind {
	low := lang.Bare(s.doc.Tokens[t].Lower)
	switch {
	case s.lang.Is(low, lang.Body) || s.lang.Is(low, lang.Public) || s.lang.Is(lang.Singular(low), lang.Body) || s.lang.Is(lang.Singular(low), lang.Public):
		return Organization
	case s.lang.Is(low, lang.Paper) || s.lang.Is(low, lang.Document):
		return Document
	case s.lang.Is(low, lang.RoleNoun):
		return Person
	}
	return Unknown
}

// PronounAt tells that token t is a pronoun that stands for somebody: "he", "they", "it".
func (s *Sources) PronounAt(t int) bool {
	return s.doc.Tokens[t].Is(lang.SubjectPronoun) || s.pronounGender(t) != 0
}

// beforeColon gives the person whom the clause before a colon is about, where the pronoun at
// token t says the quotation behind it, or -1: “Lee saw it differently: “I don't,” she said.”
func (s *Sources) beforeColon(t int, g lang.Gender) int {
	d := s.doc
	first := s.SentenceFirst(t)
	if !s.speaks(t) {
		return -1
	}
	for k := t - 1; k > first+1; k-- {
		if d.Tokens[k].Lower != ":" || d.Tokens[k].Quote >= 0 {
			continue
		}
		if d.Tokens[k+1].Quote < 0 {
			return -1
		}
		if m, ok := s.MainSubject(first, k); ok && m.Form == Name && m.Entity >= 0 && s.Entities[m.Entity].Kind == Person && s.mayBe(m.Entity, g) {
			return m.Entity
		}
		return -1
	}
	return -1
}
