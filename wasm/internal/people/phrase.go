package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// subjectPronouns are the pronouns that can speak.
var subjectPronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true, "you": true}

// longest is how many words a noun phrase may have; longer ones are misread
// clauses.
const longest = 14

// sentenceFirst is the first token of the sentence of token t.
func (s *Sources) sentenceFirst(t int) int { return s.doc.Sentences[s.doc.Tokens[t].Sentence].First }

// binds are the prepositions that tie a phrase to the noun before it.
var binds = map[string]bool{"of": true, "for": true, "from": true, "at": true, "to": true, "in": true, "with": true, "on": true, "by": true,
	"near": true, "against": true, "about": true, "between": true, "behind": true, "inside": true, "outside": true, "within": true, "under": true}

// phraseEnding gives the noun phrase that ends with token t: "a spokesman for
// Jeb Bush", "Sen. Ann Lee", "the head of the company", "she".
func (s *Sources) phraseEnding(t int) (Mention, bool) {
	m, start, ok := s.simpleEnding(t)
	if t < 0 {
		return m, false
	}
	low := s.sentenceFirst(t)
	if town := start - 2; ok && m.Form == Name && town > low && s.doc.Tokens[start-1].Lower == "," && s.insidePlace(start-1) && s.townOf(town) {
		return s.phraseEnding(town) // "Ann Lee of Columbia, South Carolina said"
	}
	// "the minister of culture": a noun without article needs one before it
	inner := !ok && m.Form == Nominal && m.Last > m.First && start-2 >= low && s.doc.Tokens[start-1].Lower == "of"
	if !ok && !inner {
		return m, false
	}
	if both, ok := s.both(m, start, low); ok {
		return both, true
	}
	start = s.attributes(m, start, low)
	for start-2 >= low && t-start < 2*longest {
		if s.doc.Tokens[start-1].Is(lang.Determiner) { // "of the Iowa party"
			start--
			if start-2 < low {
				break
			}
		}
		p := s.doc.Tokens[start-1]
		if outer, outerStart, ok := s.madeBy(start-1, low); ok {
			outer.Last = m.Last
			m, start, inner = outer, outerStart, false
			continue
		}
		if !binds[p.Lower] || p.Lower == "to" && s.verbal(start-2) {
			break
		}
		outer, outerStart, ok := s.simpleEnding(start - 2)
		if i := s.At(start - 2); !ok && p.Lower == "of" && i >= 0 && s.Mentions[i].Possessive { // "Lloyd's of London"
			return m, false
		}
		if !ok && outer.Last > outer.First && s.doc.Tokens[outer.Head].Is(lang.RoleNoun) && (p.Lower == "for" || p.Lower == "to") {
			ok = true // "counsel for the agency asked"
		}
		if !ok || outer.Form == Pronoun {
			break
		}
		// "after the debate Trump said" has no preposition before Trump; "in
		// Iowa" before a name is no head either.
		if outer.Form == Nominal && !s.heads(outer) {
			break
		}
		if outer.Form == Name && (p.Lower != "of" && p.Lower != "for" && p.Lower != "from" && p.Lower != "at") {
			break
		}
		if outer.Form == Nominal {
			outer.Range.End = m.Range.End
			outer.Last = m.Last
		}
		m, start, inner = outer, outerStart, false
	}
	if inner {
		return m, false
	}
	// "Sam Lau, the communications director for the party said"
	if start-3 >= low && s.doc.Tokens[start-1].Lower == "and" && s.doc.Tokens[start-2].Is(lang.RoleNoun) && s.doc.Tokens[start-3].Lower == "," && s.doc.Tokens[m.Head].Is(lang.RoleNoun) {
		start -= 2 // "Ann Lee, president and chief executive of the port said"
	}
	aside := t+2 < len(s.doc.Tokens) && s.doc.Tokens[t+2].Lower == "," // "Lee, a top aide said, is tired"
	if m.Form == Nominal && start-2 >= low && s.doc.Tokens[start-1].Lower == "," && s.doc.Tokens[m.Head].Is(lang.RoleNoun) && !aside {
		if i := s.At(start - 2); i >= 0 && s.Mentions[i].Last == start-1 && !s.Mentions[i].Possessive && s.Mentions[i].Entity >= 0 &&
			s.Entities[s.Mentions[i].Entity].Kind == Person && s.doc.Tokens[m.First].Quote < 0 {
			return s.Mentions[i], true
		}
	}
	return m, true
}

// townOf tells that a name that ends with token t is where somebody lives: "of Columbia".
func (s *Sources) townOf(t int) bool {
	i := s.At(t)
	if i < 1 || s.Mentions[i].Last != t+1 {
		return false
	}
	switch p := s.Mentions[i].First - 1; s.doc.Tokens[p].Lower {
	case "of", "from":
		k := s.At(p - 1)
		return k >= 0 && s.Mentions[k].Entity >= 0 && s.Entities[s.Mentions[k].Entity].Kind == Person
	}
	return false
}

// madeBy gives the noun phrase that a participle before "by", at token by, tells of:
// "the panel chaired by" Ann Lee.
func (s *Sources) madeBy(by, low int) (Mention, int, bool) {
	d := s.doc
	if by-2 < low || d.Tokens[by].Lower != "by" || d.Tokens[by-1].Quote >= 0 || d.Tokens[by-1].Capital || !strings.HasSuffix(d.Tokens[by-1].Lower, "ed") && !d.Tokens[by-1].Is(lang.PastForm) {
		return Mention{}, 0, false
	}
	m, start, ok := s.simpleEnding(by - 2)
	return m, start, ok && m.Form == Nominal && d.Tokens[m.First].Is(lang.Determiner)
}

// attributes moves the start of a name that is no person's over the words that
// describe it, if an article stands before them: "the opposition Civic List".
func (s *Sources) attributes(m Mention, start, low int) int {
	d := s.doc
	if m.Form != Name || m.Entity < 0 || s.Entities[m.Entity].Kind == Person && !s.maybeCompany(&s.Entities[m.Entity]) {
		return start
	}
	for k := start - 1; k >= low && k >= start-3; k-- {
		tok := d.Tokens[k]
		if tok.Is(lang.Determiner) {
			return k + 1
		}
		if !tok.Word || tok.Capital || tok.Quote >= 0 || tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) || s.verbal(k) {
			break
		}
	}
	return start
}

// both gives the subject of two names: "Noel and Thomas said" is said by neither
// alone.
func (s *Sources) both(m Mention, start, low int) (Mention, bool) {
	d := s.doc
	if m.Form != Name || start != m.First || start-2 < low || d.Tokens[start-1].Lower != "and" {
		return m, false
	}
	i := s.At(start - 2)
	if i < 0 || s.Mentions[i].Possessive || s.Mentions[i].Entity < 0 || s.Mentions[i].Entity == m.Entity {
		return m, false
	}
	first := s.roleStart(s.Mentions[i].First)
	if first > low && d.Tokens[first-1].Lower == "the" { // "The ministry of Justice and Lee said"
		first--
	}
	if first > low && d.Tokens[first-1].Word && d.Tokens[first-1].Lower != "that" {
		return m, false
	}
	return s.nominal(s.Mentions[i].First, m.Last, m.Head), true
}

// heads tells that a nominal may be the head of a longer phrase: it has a
// determiner, or names people.
func (s *Sources) heads(m Mention) bool {
	first := s.doc.Tokens[m.First]
	return first.Is(lang.Determiner) || s.doc.Tokens[m.Head].Is(lang.RoleNoun) || first.Is(lang.Possessive) || plural(s.doc.Tokens[m.Head].Lower) ||
		s.At(m.First) >= 0
}

// simpleEnding gives the noun phrase without prepositions that ends with token
// t, and the token that it begins with, a role before a name included.
func (s *Sources) simpleEnding(t int) (Mention, int, bool) {
	d := s.doc
	if t < 0 || d.Tokens[t].Quote >= 0 {
		return Mention{}, 0, false
	}
	if i := s.At(t); i >= 0 {
		m := s.Mentions[i]
		if m.Last-1 == t && !m.Possessive {
			start := s.roleStart(m.First)
			if start == m.First && start > s.sentenceFirst(t) && d.Tokens[start-1].Is(lang.Possessive) {
				if owner := s.At(start - 1); owner >= 0 { // "St Brannoc's Hospital"
					start = s.roleStart(s.Mentions[owner].First)
				}
			}
			return m, start, true
		}
		if m.Possessive {
			return Mention{}, 0, false
		}
	}
	tok := d.Tokens[t]
	if !tok.Word {
		// a bracket: "Sen. Ted Cruz (R-Texas) said"
		if (tok.Lower == ")" || tok.Lower == "]") && t > 1 {
			for k := t - 1; k > t-8 && k > 0; k-- {
				if d.Tokens[k].Lower == "(" || d.Tokens[k].Lower == "[" {
					return s.simpleEnding(k - 1)
				}
			}
		}
		return Mention{}, 0, false
	}
	if subjectPronouns[tok.Lower] {
		return s.pronoun(t), t, true
	}
	low := s.sentenceFirst(t)
	if tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) && tok.Lower != "that" || s.verbal(t) {
		return Mention{}, 0, false
	}
	first := t
	for first-1 >= low && t-first < longest {
		p := d.Tokens[first-1]
		if i := s.At(first - 1); i >= 0 && s.Mentions[i].Last == first && department(d.Tokens[s.Mentions[i].First].Lower) { // "a Department for Work and Pensions source"
			first = s.Mentions[i].First
			continue
		}
		if first == t && first-3 >= low && p.Is(lang.Preposition) && tok.Is(lang.RoleNoun) && d.Tokens[first-2].Is(lang.RoleNoun) && !d.Tokens[first-2].Capital && !plural(d.Tokens[first-2].Lower) && d.Tokens[first-3].Is(lang.Determiner) { // "the editor in chief"
			first -= 2
			continue
		}
		if !p.Word || p.Quote >= 0 || p.Is(lang.Preposition) || p.Is(lang.Conjunction) && !p.Is(lang.Determiner) || s.verbal(first-1) || subjectPronouns[p.Lower] {
			break
		}
		if s.actedBy(first - 1) { // "Lee rallied supporters"
			return Mention{}, 0, false
		}
		first--
		if p.Is(lang.Determiner) {
			if p := first - 1; p >= low && (d.Tokens[p].Lower == "all" || d.Tokens[p].Lower == "both") { // "all the men"
				first--
			}
			break
		}
		if p.Is(lang.Possessive) {
			if i := s.At(first); i >= 0 {
				first = s.Mentions[i].First
				if r := s.roleStart(first); r < first {
					first = r
				}
			} else {
				first = s.ownerStart(first, low)
			}
			break
		}
	}
	first = s.overComma(first, t, low)
	// "a source close to the family"
	if t-1 > first && tok.Is(lang.Postpositive) && (d.Tokens[t-1].Is(lang.RoleNoun) || d.Tokens[t-1].Lower == "people") {
		return s.nominal(first, t+1, t-1), first, s.nounlike(first, t-1)
	}
	// "the foundation predicts" is a clause.
	if tok.Is(lang.ThirdPerson) && t-first >= 2 && !s.NounForm(t) {
		return Mention{}, 0, false
	}
	return s.nominal(first, t+1, t), first, s.nounlike(first, t)
}

// overComma moves the start of a phrase without determiner over the comma
// between two adjectives: "the bespectacled, 71-year-old diplomat". A singular
// noun has no other way to stand without one.
func (s *Sources) overComma(first, head, low int) int {
	d := s.doc
	if first-3 < low || head == first || d.Tokens[first-1].Lower != "," || plural(d.Tokens[head].Lower) || !d.Tokens[head].Is(lang.RoleNoun) ||
		d.Tokens[first].Is(lang.Determiner) || d.Tokens[first].Capital || s.possessiveIn(first, head) {
		return first
	}
	adjective := d.Tokens[first-2]
	switch d.Tokens[first-3].Lower {
	case "the", "a", "an":
		if adjective.Word && !adjective.Capital && adjective.Quote < 0 && !adjective.Is(lang.RoleNoun) {
			return first - 3
		}
	}
	return first
}

func (s *Sources) possessiveIn(first, head int) bool {
	for t := first; t < head; t++ {
		if s.doc.Tokens[t].Is(lang.Possessive) {
			return true
		}
	}
	return false
}

func startsWithDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// nominal makes the mention of tokens [first, last) with a head.
func (s *Sources) nominal(first, last, head int) Mention {
	d := s.doc
	return Mention{Range: text.Range{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}, First: first, Last: last, Head: head, Form: Nominal, Entity: -1, Confidence: Described}
}

// pronoun makes the mention of a pronoun, settled as far as it is.
func (s *Sources) pronoun(t int) Mention {
	tok := s.doc.Tokens[t]
	m := Mention{Range: tok.Range, First: t, Last: t + 1, Head: t, Form: Pronoun, Entity: -1}
	if r, ok := s.settled[t]; ok {
		m.Entity, m.Confidence = r.entity, r.confidence
	}
	return m
}

// roleStart is where a role in lower case before a name begins: "Foreign
// Ministry spokesperson Zhao Lijian"; first where there is none.
func (s *Sources) roleStart(first int) int {
	d := s.doc
	if first == 0 {
		return first
	}
	low := s.sentenceFirst(first)
	r := first - 1
	if r < low || !s.adjacent(r, first) || d.Tokens[r].Quote >= 0 || !d.Tokens[r].Word || !d.Tokens[r].Is(lang.RoleNoun) {
		return first
	}
	for r-1 >= low && first-r < longest {
		if i := s.At(r - 1); i >= 0 && s.Mentions[i].Last == r && s.Mentions[i].First >= low && s.adjacent(r-1, r) { // "Bureau of Meteorology forecaster Jo Moss"
			r = s.Mentions[i].First
			continue
		}
		p := d.Tokens[r-1]
		if !p.Word || p.Quote >= 0 || p.Is(lang.Preposition) || p.Is(lang.Conjunction) && !p.Is(lang.Determiner) || s.verbal(r-1) || !s.adjacent(r-1, r) {
			break
		}
		r--
		if p.Is(lang.Determiner) {
			break
		}
	}
	return r
}

// ownerStart gives the first token of the noun phrase whose possessive head is at
// token t, as far as an article shows it: "the prime minister's".
func (s *Sources) ownerStart(t, low int) int {
	d := s.doc
	first := t
	for k := t - 1; k >= low && k >= t-3; k-- {
		p := d.Tokens[k]
		if p.Is(lang.Determiner) {
			first = k
		} else if first < t || !p.Word || p.Quote >= 0 || p.Capital || p.Is(lang.Preposition) || p.Is(lang.Conjunction) || p.Is(lang.Possessive) || s.verbal(k) {
			break
		}
	}
	return first
}
