package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// takesOf tells that a name's words so far go on with "of".
func (s *Sources) takesOf(first, end int) bool {
	low := lang.Bare(s.doc.Tokens[end-1].Lower)
	if end-1 > first && s.PluralWord(low) && s.lang.Is(low, lang.RoleNoun) { // "Dairy Farmers of Canada"
		return true
	}
	if end-2 >= first && (s.givenAt(end-2) || middle(s.doc.Tokens[end-2].Lower)) { // "Peter T. King of New York"
		return false
	}
	return s.lang.Is(low, lang.BodyOf)
}

// middle tells the initial of a middle name: "t.".
func middle(low string) bool { return len(low) == 2 && low[1] == '.' }

// portfolio gives the end of ", Innovation and Technology" from token end on, behind a
// name that began at first with a department; end where there is none.
func (s *Sources) portfolio(first, end int) int {
	d := s.doc
	if !s.lang.Is(lang.Bare(d.Tokens[first].Lower), lang.Ministry) || end-first < 3 {
		return end
	}
	for k := end; k+1 < len(d.Tokens) && d.Tokens[k+1].Sentence == d.Tokens[first].Sentence && s.capital(k+1) && d.Tokens[k+1].Is(lang.Portfolio); k += 2 {
		if d.Tokens[k].Is(lang.And) {
			return k + 2
		}
		if d.Tokens[k].Lower != "," {
			return end
		}
	}
	return end
}

// shops finds the names whose 's is their own: the article never gives them without,
// and a verb follows one of them at once: "Sainsbury's said".
func (s *Sources) shops(found []name) {
	acts := map[string]bool{}
	for _, n := range found {
		if n.possessive && !s.givenAt(n.first) && s.verbFollows(n) { // not “Ann Lee's alleged part”
			acts[strings.Join(n.words, " ")] = true
		}
	}
	for _, n := range found {
		if len(acts) > 0 && !n.possessive {
			delete(acts, strings.Join(n.words, " "))
		}
	}
	for i, n := range found {
		if len(acts) > 0 && n.possessive && acts[strings.Join(n.words, " ")] {
			found[i].shop = true
			found[i].possessive = n.last < len(s.doc.Tokens) && s.doc.Tokens[n.last].Word && !s.verbFollows(n)
		}
	}
}

// verbFollows tells that a verb with a tense stands right behind a name.
func (s *Sources) verbFollows(n name) bool {
	if n.last+1 >= len(s.doc.Tokens) || !s.Adjacent(n.last-1, n.last) || s.doc.Tokens[n.last+1].Is(lang.To) { // "Moss's said to be furious"
		return false
	}
	verb := &s.doc.Tokens[n.last]
	return verb.Is(lang.Auxiliary) && !verb.Is(lang.Preposition) && !verb.Is(lang.Adverb) ||
		verb.Verb.Class == lang.Say && (verb.Verb.Form == lang.Past || verb.Verb.Form == lang.Third)
}
