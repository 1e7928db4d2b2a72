package people

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// body finds the organization that "the ministry" or "the airline" means: one
// with the noun in its name, else the one that the text is most about.
func (s *Sources) body(m *Mention, head string) (int, float64) {
	// "the ministry" for the Foreign Ministry, "the agency" for the agency Starline
	if e, c := s.mostProminent(m.First, func(e *Entity) bool {
		return e.noun == head || e.Kind != Person && !e.Described() && slices.Contains(e.words, head)
	}); e >= 0 {
		return e, c
	}
	if s.lang.Is(head, lang.Public) { // many a ministry and court goes without its name
		return -1, 0
	}
	e, c := s.mostProminent(m.First, func(e *Entity) bool {
		last := e.words[len(e.words)-1]
		return (e.Kind == Organization || s.maybeCompany(e)) &&
			!s.lang.Is(strings.ToLower(e.Name), lang.Place) && !s.lang.Is(last, lang.Public) && !s.lang.Is(last, lang.Power)
	})
	if c < leastBody {
		return -1, 0
	}
	return e, c
}

// leastBody is how sure it must be which organization "the company" means.
const leastBody = 0.79

// withRole finds the person that a definite description means: the last one
// named before it whose role has the head noun and no other gender.
func (s *Sources) withRole(m *Mention, head string) int {
	d := s.doc
	head = lang.Bare(head)
	g := s.genderOf(head)
	var modifiers []string
	for t := m.First + 1; t < m.Head; t++ {
		modifiers = append(modifiers, lang.Bare(d.Tokens[t].Lower))
	}
	best, bestAt, bestFit := -1, -1, -1
	for _, i := range s.byRole[s.lang.Office(head)] {
		e := &s.Entities[i]
		fit := 0
		for _, w := range modifiers {
			if strings.Contains(strings.ToLower(e.described), w) {
				fit++
			}
		}
		before, _ := slices.BinarySearchFunc(e.Mentions, m.First, func(k, t int) int { return s.Mentions[k].First - t })
		if before == 0 || !e.mayBe(g) || len(modifiers) > 0 && fit == 0 {
			continue
		}
		if at := e.Mentions[before-1]; fit > bestFit || fit == bestFit && at > bestAt {
			best, bestAt, bestFit = i, at, fit
		}
	}
	return best
}

// fileRoles enters the persons under the nouns of their roles and titles.
func (s *Sources) fileRoles() {
	for i := range s.Entities {
		e := &s.Entities[i]
		if e.Kind != Person {
			continue
		}
		for w := range strings.FieldsSeq(strings.ToLower(e.title + " " + e.described)) {
			w = s.lang.Office(lang.Bare(strings.Trim(w, ",.")))
			if w != "" && len(s.byRole[w]) < namesakes && !slices.Contains(s.byRole[w], i) {
				s.byRole[w] = append(s.byRole[w], i)
			}
		}
	}
}
