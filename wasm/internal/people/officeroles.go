package people

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// officeBefore gives the tokens of the office or profession right before a name:
// “former Secretary of State John Kerry”, “campaign manager Robby Mook”.
func (s *Sources) officeBefore(m Mention) (first, last int, ok bool) {
	d := s.doc
	last = m.First
	for last < m.Last && !slices.Contains(s.Entities[m.Entity].words, lang.Bare(d.Tokens[last].Lower)) {
		last++
	}
	first = s.RoleStart(m.First)
	if first == m.First && first > 0 && d.Tokens[first-1].Is(lang.Indefinite) { // "what a President Lee would do": nobody is it yet
		return 0, 0, false
	}
	if first == m.First {
		first = s.chiefOf(m.First)
	}
	if first < m.First && m.Last == m.First+1 && d.Tokens[first].Is(lang.Determiner) { // “the judge Lee was referring to” is another
		return 0, 0, false
	}
	for low := s.SentenceFirst(m.First); first > low && d.Tokens[first-1].Quote < 0; {
		switch before := first - 1; {
		case d.Tokens[before].Is(lang.Standing):
			first = before
			continue
		case first-2 >= low && d.Tokens[before].Is(lang.And) && s.capital(first) && s.capital(before-1) && (d.Tokens[before-1].Is(lang.Portfolio) || d.Tokens[before-1].Is(lang.BeforeOffice) || s.title(before-1)): // “Police and Crime Commissioner Ann Lee”
			if first = s.RoleStart(before - 1); first == before-1 {
				for first > low && s.capital(first-1) && s.Adjacent(first-1, first) && !d.Tokens[first-1].Is(lang.Stop) {
					first--
				}
			}
			continue
		case first-2 >= low && d.Tokens[before].Is(lang.And) && s.roleNoun(before-1) && !d.Tokens[first].Capital: // “Campaigner and author Ann Lee”
			first = s.RoleStart(before)
			continue
		}
		break
	}
	for last > first && (s.lang.Is(lang.Bare(d.Tokens[last-1].Lower), lang.Honorific) || last-1 > first && s.title(last-1) && d.Tokens[last-1].Capital && s.roleNoun(last-2) && !d.Tokens[last-2].Capital) { // “Opposition leader Cllr Ann Lee”
		last--
	}
	return first, last, last > first
}

// chiefOf gives the first token of an office that ends in "of" and a noun in lower case
// before token t, or t: "the former chief of staff Ann Lee".
func (s *Sources) chiefOf(t int) int {
	d := s.doc
	if of := t - 2; of-1 >= s.SentenceFirst(t) && d.Tokens[of].Is(lang.Of) && !d.Tokens[of+1].Capital && s.Adjacent(of+1, t) && s.roleNoun(of-1) {
		return s.RoleStart(of)
	}
	return t
}

// title tells that a token is a title: "Gov.".
func (s *Sources) title(t int) bool {
	return s.lang.Title(lang.Bare(s.doc.Tokens[t].Lower)) != 0
}
