package people

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// body finds the organization that "the ministry" or "the airline" means: one
// with the noun in its name, else the one that the text is most about.
func (s *Sources) body(m *Mention, head string) (int, float64) {
	// "the ministry" for the Foreign Ministry, "the production company" for
	// somebody's Productions.
	named := func(e *Entity) bool {
		for t := m.First + 1; t < m.Head; t++ { // "the Inner Mongolia health commission" is not Inner Mongolia
			if i := s.At(t); i >= 0 && s.Mentions[i].Entity >= 0 && e == &s.Entities[s.Mentions[i].Entity] {
				return false
			}
		}
		organization := isOrganization(e) || s.maybeCompany(e) || !e.Described() && e.Kind != Person && len(e.words) > 1 // "Moorland Festival"
		return organization && slices.Contains(e.words, head)
	}
	if e, c := s.mostProminent(m.First, named); e >= 0 {
		return e, c
	}
	if s.lang.Is(head, lang.Public) { // many a ministry and court goes without its name
		return -1, 0
	}
	called := func(e *Entity, noun func(string) bool) bool {
		return e.noun != "" && e.nounAt < m.First && noun(e.noun)
	}
	if e, _ := s.mostProminent(m.First, func(e *Entity) bool {
		return called(e, func(noun string) bool { return noun == head })
	}); e >= 0 {
		return e, 0.9
	}
	e, c := s.mostProminent(m.First, func(e *Entity) bool {
		last := e.words[len(e.words)-1]
		return (isOrganization(e) || s.maybeCompany(e)) && !s.namedAfter(e, m.First) &&
			!s.lang.Is(strings.ToLower(e.Name), lang.Place) && !s.lang.Is(last, lang.Public) && !s.lang.Is(last, lang.Power)
	})
	// “the regulator, AFM,” is not the company
	if e < 0 || c < leastBody || called(&s.Entities[e], func(noun string) bool { return s.lang.Is(noun, lang.Public) }) {
		return -1, 0
	}
	return e, c
}

// leastBody is how sure it must be which organization "the company" means.
const leastBody = 0.79

// namedAfter tells that the writer names somebody later in the sentence of token t: in “the
// company denied Lee's claims” the company is not Lee.
func (s *Sources) namedAfter(e *Entity, t int) bool {
	next, _ := slices.BinarySearchFunc(e.Mentions, t+1, func(i, t int) int { return s.Mentions[i].First - t })
	if next == len(e.Mentions) {
		return false
	}
	at := s.Mentions[e.Mentions[next]].First
	return at < s.doc.Sentences[s.doc.Tokens[t].Sentence].Last && s.doc.Tokens[at].Quote < 0
}

// callBodies notes the noun that brings in each organization: "company" of “the company, Desert
// Basin Water,” and of “digital wallet company Voxly”.
func (s *Sources) callBodies() {
	d := s.doc
	for _, m := range s.Mentions {
		if m.Entity < 0 {
			continue
		}
		e, k := &s.Entities[m.Entity], m.First
		if e.noun != "" || e.Kind != Unknown && !isOrganization(e) && !s.maybeCompany(e) {
			continue
		}
		if s.comma(k-1) && k >= 3 && m.Last < len(d.Tokens) && !d.Tokens[m.Last].Word {
			k--
		} else if k < 2 || !d.Tokens[k-1].Is(lang.Body) {
			continue
		}
		if s.BodyNoun(k-1) && d.Tokens[k-1].Quote < 0 && d.Tokens[m.First].Quote < 0 {
			e.noun, e.nounAt = d.Tokens[k-1].Lower, m.First
		}
	}
}

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
		if g != 0 && e.Gender != 0 && e.Gender != lang.Either && e.Gender != g {
			continue
		}
		fit := 0
		for _, w := range modifiers {
			if strings.Contains(strings.ToLower(e.described), w) {
				fit++
			}
		}
		if len(modifiers) > 0 && fit == 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(e.Mentions, m.First, func(k, t int) int { return s.Mentions[k].First - t })
		if at--; at >= 0 {
			at = e.Mentions[at]
		}
		if at >= 0 && (fit > bestFit || fit == bestFit && at > bestAt) {
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
		words := strings.Fields(strings.ToLower(e.title + " " + e.described))
		for _, w := range words {
			w = s.lang.Office(lang.Bare(strings.Trim(w, ",.")))
			if w != "" && len(s.byRole[w]) < namesakes && !slices.Contains(s.byRole[w], i) {
				s.byRole[w] = append(s.byRole[w], i)
			}
		}
	}
}

// ofAge finds whom "the 31-year-old" means: who has that age, else whom the text is about, of
// those to whom it gives no other.
func (s *Sources) ofAge(m *Mention, age string) (int, float64) {
	if e, known := s.byAge[age]; known {
		return e, 0.95
	}
	return s.mostProminent(m.First, func(e *Entity) bool { return isPerson(e) && e.age == "" })
}
