package people

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// titleOf are the roles that a title gives: "Sen." is a senator.
var titleOf = map[string]string{"sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor", "prof": "professor",
	"gen": "general", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "rev": "reverend", "fr": "priest", "father": "priest", "rabbi": "rabbi", "imam": "imam", "capt": "captain", "atty": "attorney",
	"pc": "constable", "wpc": "constable", "insp": "inspector", "det": "detective", "supt": "superintendent"}

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
	for _, i := range s.byRole[office(head)] {
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
		if len(modifiers) > 0 && fit == 0 && (contrasts(modifiers) || s.rivals(i, head)) {
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

// contrasts tells that a modifier sets a person apart from the one of that role:
// "the former president".
func contrasts(modifiers []string) bool {
	for _, w := range modifiers {
		switch w {
		case "former", "other", "previous", "then", "new", "late", "next", "first", "second", "last", "ex", "rival", "past", "deputy", "vice":
			return true
		}
	}
	return false
}

// rivals tells that another person than e has the role too.
func (s *Sources) rivals(e int, head string) bool {
	for _, i := range s.byRole[office(head)] {
		if i != e {
			return true
		}
	}
	return false
}

// fileRoles enters the persons under the nouns of their roles and titles.
func (s *Sources) fileRoles() {
	for i := range s.Entities {
		e := &s.Entities[i]
		if e.Kind != Person {
			continue
		}
		enter := func(w string) {
			if w = office(w); w != "" && len(s.byRole[w]) < namesakes && !slices.Contains(s.byRole[w], i) {
				s.byRole[w] = append(s.byRole[w], i)
			}
		}
		enter(e.title)
		enter(titleOf[e.title])
		if e.title == "rep" { // "the congressman"
			enter("congress")
		}
		if class := s.lang.RoleClass("officer"); s.lang.RoleClass(e.title) == class || s.lang.RoleClass(titleOf[e.title]) == class { // "PC Whitby", and later "the officer"
			enter("officer")
		}
		for w := range strings.FieldsSeq(strings.ToLower(e.described)) {
			w = lang.Bare(strings.Trim(w, ",."))
			enter(w)
			enter(titleOf[w])
		}
	}
}

// office is one word for the nouns of one office: spokesman, spokesperson.
func office(w string) string {
	for _, stem := range []string{"spokes", "chair", "congress", "police", "council"} {
		if strings.HasPrefix(w, stem) {
			return stem
		}
	}
	return w
}
