package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// beforeApposition gives the subject that an apposition between commas
// separates from its verb: "Lee, a farmer from Ohio, said"; "her manager, Robby
// Mook, said". comma is the second comma.
func (s *Sources) beforeApposition(low, comma int) (Mention, bool) {
	d := s.doc
	first := -1
	// An age between commas: “Kerry Blunt, 41, said”.
	if comma-2 > low && startsWithDigit(d.Tokens[comma-1].Lower) && d.Tokens[comma-2].Lower == "," {
		if m, ok := s.phraseEnding(comma - 3); ok && m.Form == Name {
			return m, true
		}
		return s.beforeApposition(low, comma-2)
	}
	for k := comma - 1; k > low && comma-k < 30; k-- {
		if d.Tokens[k].Quote >= 0 {
			return Mention{}, false
		}
		if d.Tokens[k].Lower == "," && !s.insidePlace(k) {
			first = k
			break
		}
	}
	if first < 0 {
		return Mention{}, false
	}
	before, ok := s.phraseEnding(first - 1)
	if !ok {
		return Mention{}, false
	}
	if before.Form == Nominal && before.First-1 > low && d.Tokens[before.First-1].Is(lang.Preposition) {
		return Mention{}, false // “Lee, in a statement signed by his aide, Kim Wu, said”
	}
	if i := s.appositive(first+1, comma); i >= 0 {
		if person, ok := s.describedBy(before); ok && s.Mentions[i].Entity >= 0 && s.Entities[s.Mentions[i].Entity].Kind != Person {
			return person, true // “Lee, the editor of the town's oldest paper, the Tarn Echo, said”
		}
		if e := s.Mentions[i].Entity; before.Form == Nominal && e >= 0 && (s.Entities[e].Kind == Person && !s.maybeCompany(&s.Entities[e]) || d.Tokens[before.Head].Is(lang.RoleNoun) || s.bodyNoun(d.Tokens[before.Head].Lower)) && !s.Mentions[i].Possessive {
			// “The chair of the committee, Ann Lee, said” gives the chair's name; that of “a
			// spokesman for the developer, Barnaby Homes” may be the developer's.
			inner := d.Tokens[first-1].Lower
			person := s.Entities[e].Kind == Person && !s.maybeCompany(&s.Entities[e]) && (d.Tokens[before.First].Lower == "the" || d.Tokens[before.First].Lower == "one" || s.bodyNoun(inner))
			if !person && before.Last > before.Head+1 && d.Tokens[before.Head].Is(lang.RoleNoun) && (s.bodyNoun(inner) || s.lang.Is(inner, lang.RoleNoun)) {
				before.Range.End, before.Last = s.Mentions[i].Range.End, s.Mentions[i].Last
				return before, true
			}
			return s.Mentions[i], true
		}
	}
	if before.Form == Nominal && s.heads(before) && (before.First == low || !d.Tokens[before.First-1].Word) && !d.Tokens[before.Head].Is(lang.Calendar) &&
		(d.Tokens[before.Head].Is(lang.RoleNoun) || before.Last > before.Head+1) && s.apposes(first+1, comma) {
		return before, true
	}
	// The phrase before the comma must itself stand where a subject does.
	if before.Form == Name && before.Entity >= 0 && s.Entities[before.Entity].Kind == Person {
		start := s.roleStart(before.First)
		if start == low || !d.Tokens[start-1].Is(lang.Preposition) && !s.verbal(start-1) && !s.gerund(start-1) {
			return before, true
		}
		// “One pastor supporting Mr. Lee, Darran Whiting of Marion, said”
		if i := s.appositive(first+1, comma); i >= 0 && s.gerund(start-1) && s.Mentions[i].Entity >= 0 && s.Entities[s.Mentions[i].Entity].Kind == Person {
			if m, ok := s.mainSubject(low, first); ok && m.Form == Nominal && d.Tokens[m.Head].Is(lang.RoleNoun) {
				return s.Mentions[i], true
			}
		}
	}
	return Mention{}, false
}

// describedBy gives the person right before a description that is an apposition.
func (s *Sources) describedBy(m Mention) (Mention, bool) {
	if m.Form != Nominal || m.First < 2 || s.doc.Tokens[m.First-1].Lower != "," {
		return m, false
	}
	i := s.At(m.First - 2)
	if i < 0 || s.Mentions[i].Possessive || s.Mentions[i].Entity < 0 || s.Entities[s.Mentions[i].Entity].Kind != Person {
		return m, false
	}
	return s.Mentions[i], true
}

// bodyNoun tells a noun for an organization: "company", "regulator".
func (s *Sources) bodyNoun(low string) bool {
	return s.lang.Is(low, lang.Body) || s.lang.Is(low, lang.Public)
}

// apposes tells that tokens [first, end) begin as an apposition does: with an
// article, or a relative clause.
func (s *Sources) apposes(first, end int) bool {
	switch s.doc.Tokens[first].Lower {
	case "a", "an", "the", "who", "which":
		return true
	}
	return false
}

// appositive is the index of the name that makes up the apposition in tokens
// [first, end), roles before and prepositions after it aside, or -1: “Robby
// Mook”, “mum-of-two Kerry Blunt”, “Darran Whiting of the church in Marion”.
func (s *Sources) appositive(first, end int) int {
	d := s.doc
	for t := first; t < end && t < first+4; t++ {
		if i := s.At(t); i >= 0 {
			after := s.Mentions[i].Last
			if after == end || after < end && d.Tokens[after].Is(lang.Preposition) {
				return i
			}
			if after < end && d.Tokens[after].Is(lang.RoleNoun) && !s.Mentions[i].Possessive {
				t = after // “Olympic finalist Deshawn Cole”
				continue
			}
			return -1
		}
		if d.Tokens[t].Is(lang.Determiner) || d.Tokens[t].Is(lang.Preposition) || s.verbal(t) || !d.Tokens[t].Word {
			break
		}
	}
	for t := first + 2; t+1 < end && t < first+8 && d.Tokens[t].Word; t++ { // “a lawyer named Clint Moss”
		if i := s.At(t + 1); s.naming(t) && s.Mentions[i].Last == end {
			return i
		}
	}
	return -1
}

// insidePlace tells the comma of "Aspen, Colo.," and "Norfolk, Virginia,".
func (s *Sources) insidePlace(k int) bool {
	d := s.doc
	if k == 0 || k+1 >= len(d.Tokens) {
		return false
	}
	i, j := s.At(k-1), s.At(k+1)
	if i < 0 || j < 0 {
		return false
	}
	next := d.Tokens[k+1]
	if m := s.Mentions[j]; m.First == k+1 && m.Entity >= 0 && s.lang.Is(strings.Join(s.Entities[m.Entity].words, "-"), lang.Place) { // "South Carolina"
		return true
	}
	return s.lang.Is(lang.Bare(next.Lower), lang.Place) || s.lang.Is(lang.Bare(next.Lower), lang.State) || s.lang.Is(lang.Bare(next.Lower), lang.Abbreviation) && d.Text[next.End-1] == '.'
}

// nameAfterComma gives the name that an apposition sets behind a description:
// “said the baker, Anton Huber”.
func (s *Sources) nameAfterComma(m Mention) (Mention, bool) {
	d := s.doc
	t := m.Last
	if t+1 >= len(d.Tokens) || d.Tokens[t].Lower != "," || d.Tokens[t].Sentence != d.Tokens[m.First].Sentence || plural(d.Tokens[m.Head].Lower) {
		return m, false
	}
	if i := s.At(t + 1); i >= 0 && s.Mentions[i].First == t+1 && !s.Mentions[i].Possessive && s.Mentions[i].Entity >= 0 {
		k := s.Entities[s.Mentions[i].Entity].Kind
		after := s.Mentions[i].Last
		full := len(s.Entities[s.Mentions[i].Entity].words) > 1
		if (k == Person && full || k == Organization && s.bodyNoun(d.Tokens[m.Head].Lower) || (k == Person || k == Unknown) && d.Tokens[m.Head].Is(lang.RoleNoun)) && (after >= len(d.Tokens) || !d.Tokens[after].Word || d.Tokens[after].Is(lang.Preposition) || d.Tokens[after].Lower == "who") {
			return s.Mentions[i], true
		}
	}
	return m, false
}
