package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// phraseAt gives the noun phrase that begins with token t and the token after
// it: "the campaign manager", "Foreign Ministry spokesperson Zhao Lijian".
func (s *Sources) phraseAt(t int) (Mention, int, bool) {
	d := s.doc
	if t >= len(d.Tokens) || d.Tokens[t].Quote >= 0 || !d.Tokens[t].Word {
		return Mention{}, t, false
	}
	if subjectPronouns[d.Tokens[t].Lower] {
		return s.pronoun(t), t + 1, true
	}
	last := d.Sentences[d.Tokens[t].Sentence].Last
	if t+1 < last && d.Tokens[t].Is(lang.Conjunction) && d.Tokens[t+1].Is(lang.Determiner) { // “that the company”
		return Mention{}, t + 1, false
	}
	head := -1
	for k := t; k < last && k-t < longest; k++ {
		tok := d.Tokens[k]
		if i := s.At(k); i >= 0 {
			m := s.Mentions[i]
			k = m.Last - 1
			if m.Possessive || k+1 < last && d.Tokens[k+1].Word && s.adjacent(k, k+1) && d.Tokens[k+1].Is(lang.RoleNoun) {
				head = k
				continue // "Trump's manager", "Trump campaign manager Ann Lee"
			}
			// "one Trump confidant", "the Lee campaign": a determiner makes the name
			// an attribute of the noun after it.
			attribute := k+1 < last && d.Tokens[t].Is(lang.Determiner) && d.Tokens[t].Lower != "that" && s.adjacent(k, k+1) && !s.beforeVerb(k+1)
			if k+1 < last && d.Tokens[k+1].Word && !d.Tokens[k+1].Capital && !s.boundary(k+1, t) && (attribute || s.roleAhead(k+1, last)) {
				head = k
				continue
			}
			return m, k + 1, true
		}
		if !tok.Word || tok.Quote >= 0 || s.boundary(k, t) {
			break
		}
		head = k
	}
	if head < 0 || s.At(head) >= 0 && s.Mentions[s.At(head)].Possessive {
		return Mention{}, t, false
	}
	if last := head; last-1 > t && d.Tokens[last].Is(lang.Postpositive) && (d.Tokens[last-1].Is(lang.RoleNoun) || d.Tokens[last-1].Lower == "people") {
		// "a person familiar with the talks"
		m := s.nominal(t, last+1, last-1)
		if long := s.withModifiers(m, last+1); long.Last > m.Last {
			return long, long.Last, s.nounlike(t, last-1)
		}
		return s.nominal(t, last, last-1), last + 1, s.nounlike(t, last-1)
	}
	return s.nominal(t, head+1, head), head + 1, s.nounlike(t, head)
}

// roleAhead tells that a role noun follows within three words: "Fox News host".
func (s *Sources) roleAhead(t, last int) bool {
	for k := t; k < last && k < t+3; k++ {
		if s.boundary(k, t-1) || !s.doc.Tokens[k].Word {
			return false
		}
		if s.doc.Tokens[k].Is(lang.RoleNoun) {
			return true
		}
	}
	return false
}

// boundary tells that token k ends a noun phrase that began at first.
func (s *Sources) boundary(k, first int) bool {
	tok := s.doc.Tokens[k]
	if k > first && tok.Is(lang.Determiner) && !s.doc.Tokens[k-1].Is(lang.Determiner) {
		return true
	}
	if tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) && !(k == first && tok.Is(lang.Determiner)) || s.verbal(k) {
		return true
	}
	if s.actedBy(k) {
		return true // "Lee rallied supporters"
	}
	if k > first && !s.attribute(k) && k+1 < len(s.doc.Tokens) && (s.At(k+1) >= 0 || s.doc.Tokens[k+1].Is(lang.Determiner)) && s.gerund(k) {
		return true // "one pastor supporting Mr. Lee"
	}
	if k > first+1 && !tok.Capital && (strings.HasSuffix(tok.Lower, "ed") || tok.Is(lang.Adverb)) {
		return true
	}
	if tok.Is(lang.ThirdPerson) && k > first+1 && !tok.Capital && !s.NounForm(k) {
		return true
	}
	// "a Wednesday editorial" goes on, "the editor Wednesday" does not
	return tok.Is(lang.CalendarWord) && !(k == first+1 && s.doc.Tokens[first].Is(lang.Determiner))
}
