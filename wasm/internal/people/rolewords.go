package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// roleIn narrows tokens [first, last) to the role in them: without article, from behind
// the last word of another clause on, and to the end of the last phrase that is complete.
func (s *Sources) roleIn(first, last int) (int, int, bool) {
	d := s.doc
	first = s.withoutArticle(first, last)
	if first >= last || d.Tokens[first].Lower == lang.Then || first+1 == last && strings.HasPrefix(d.Tokens[first].Lower, lang.Then) ||
		d.Tokens[first].Is(lang.Conjunction) ||
		d.Tokens[first].Is(lang.Preposition) && s.At(first) < 0 {
		return 0, 0, false
	}
	head, and := -1, false
	k := first
	for ; k < last && k-first < longestRole; k++ {
		tok := d.Tokens[k]
		if tok.Quote >= 0 || tok.Is(lang.Closing) && s.At(k) < 0 || s.prepositional(k, first) {
			break
		}
		if head >= 0 && tok.Is(lang.And) {
			and = true
			// not the name itself, of which "Senator" is a part
			if k+1 < last && d.Tokens[k+1].Is(lang.NoRole) || s.personAt(k+1) && s.Mentions[s.At(k+1)].Last <= last {
				break
			}
			continue
		}
		if s.noRoleWord(k, first) || head < 0 && tok.Is(lang.And) && k+1 < last &&
			(s.At(k+1) >= 0 && s.Mentions[s.At(k+1)].Possessive || d.Tokens[k+1].Is(lang.Determiner)) {
			if head >= 0 && !tok.Is(lang.RoleNoun) {
				break
			}
			return s.roleIn(k+1, last)
		}
		if s.roleNoun(k) {
			head = k
		} else if head == k-1 && !tok.Capital && (s.Participle(k) || s.Gerund(k)) { // “a journalist visiting Nice”
			break
		}
	}
	if head < 0 {
		return 0, 0, false
	}
	end := head + 1
	for end < k && d.Tokens[end].Is(lang.Trailing) {
		end++
	}
	// the noun is another's attribute: “Republican half”
	if end < k && !and && !d.Tokens[end].Is(lang.Adverb) && !s.Participle(end) && !s.Gerund(end) && !d.Tokens[end].Is(lang.Postpositive) {
		return 0, 0, false
	}
	if end == k && k < last && d.Tokens[k].Quote < 0 && s.prepositional(k, first) {
		end = s.complements(k, min(last, first+longestRole))
	}
	return first, end, true
}

// withoutArticle gives the first token of a role behind its articles: “then the
// captain's brother” is captain's brother.
func (s *Sources) withoutArticle(first, last int) int {
	d := s.doc
	for first < last && (d.Tokens[first].Is(lang.Determiner) || d.Tokens[first].Lower == lang.Now ||
		d.Tokens[first].Lower == lang.Fellow && !(first+1 < last && d.Tokens[first+1].Is(lang.Preposition))) {
		first++
	}
	return first
}

// complements gives the end of the phrases that complete a role's noun, "of the Bank
// of England", in tokens [first, end) of an apposition.
func (s *Sources) complements(first, end int) int {
	d := s.doc
	whole := first // the end of the last complete phrase
	for k := first; k < end; k++ {
		tok := d.Tokens[k]
		switch {
		case tok.Quote >= 0, tok.Is(lang.NoRole), tok.Is(lang.Closing):
			return whole
		case tok.Is(lang.Preposition):
			if k > first {
				whole = k
			}
			if !tok.Is(lang.Binding) || tok.Is(lang.Agentive) || k+1 < end && lang.InIng(d.Tokens[k+1].Lower) && !d.Tokens[k+1].Capital {
				return max(whole, k)
			}
			if k+1 < end && (d.Tokens[k+1].Is(lang.Owning) || k+2 < end && d.Tokens[k+1].Is(lang.The) && d.Tokens[k+2].Is(lang.Time)) {
				return whole
			}
		case tok.Is(lang.And) && k+1 < end && (d.Tokens[k+1].Is(lang.Determiner) || s.personAt(k+1)):
			return k
		}
	}
	if last := d.Tokens[end-1]; last.Is(lang.Preposition) || last.Is(lang.Determiner) || last.Is(lang.Conjunction) || last.Is(lang.Possessive) {
		return whole
	}
	return end
}

// hasComplement tells that tokens [first, last) hold a noun for one person and what it is of.
func (s *Sources) hasComplement(first, last int) bool {
	for k := first; k < last; k++ {
		if k > first && s.roleNoun(k-1) && s.prepositional(k, first) {
			return true
		}
	}
	return false
}

// prepositional tells that token k begins what completes the noun before it; a name may
// hold such a word: "Bank of England governor".
func (s *Sources) prepositional(k, first int) bool {
	return k > first && s.doc.Tokens[k].Is(lang.Preposition) && (s.At(k) < 0 || s.roleNoun(k-1))
}

// noRoleWord tells that a token before a role's noun belongs to another clause, or
// another phrase: “while 23 percent favored”, “likewise pumped Henrico chairman”.
func (s *Sources) noRoleWord(k, first int) bool {
	tok := s.doc.Tokens[k]
	switch {
	case tok.Is(lang.NoRole), tok.Is(lang.Determiner):
		return true
	case tok.Capital || k == 0:
		return false
	}
	before := s.doc.Tokens[k-1]
	switch {
	case s.Verbal(k), before.Is(lang.To): // “not to offend front-runner Ann Lee”
		return true
	case tok.Is(lang.RoleNoun) && s.PluralWord(tok.Lower) && !tok.Is(lang.Possessive) && s.lang.Role(tok.Lower) == 0: // “candidates Sen. Ann Lee and Rep. Bo Moss”
		return true
	case k == first:
		return (before.Lower == "," || before.Is(lang.And)) && lang.InIng(tok.Lower) && !tok.Is(lang.Standing) // “, beating the senator Ann Lee”
	}
	return lang.InEd(tok.Lower) && !lang.InLy(before.Lower) && before.Lower != "-" && !s.roleNoun(k)
}

// cutOff tells that a role from token first on is the end of a longer name: “Morning co-anchor” of
// “the CBS This Morning co-anchor”.
func (s *Sources) cutOff(first int) bool {
	before := first - 1
	if before < s.SentenceFirst(first) || !s.doc.Tokens[first].Capital || s.At(before) >= 0 || s.title(first) {
		return false
	}
	tok := s.doc.Tokens[before]
	return tok.Capital && !tok.Is(lang.Demonym) && !tok.Is(lang.CalendarWord) && !tok.Is(lang.Possessive) && !s.initial(before)
}

// roleNoun tells that a token is the noun of a role for one person.
func (s *Sources) roleNoun(t int) bool {
	tok := s.doc.Tokens[t]
	low := lang.Bare(tok.Lower)
	if tok.Is(lang.Possessive) || s.is(t, lang.Honorific) || s.is(t, lang.Attribute) || s.PluralWord(low) && s.lang.Role(low) == 0 {
		return false
	}
	return tok.Is(lang.RoleNoun) || tok.Capital && s.title(t)
}

// title tells that a token is a title: "Gov.".
func (s *Sources) title(t int) bool {
	return s.lang.Title(lang.Bare(s.doc.Tokens[t].Lower)) != 0
}

// personAt tells that a person's name begins at token t.
func (s *Sources) personAt(t int) bool {
	i := s.At(t)
	return i >= 0 && s.Mentions[i].First == t && s.Mentions[i].Entity >= 0 && s.SurelyPerson(s.Mentions[i].Entity)
}

// tied tells a "to" behind a role's noun with a name or a phrase, no infinitive, behind
// it: "economic adviser to the port", "ambassador to Chad".
func (s *Sources) tied(t int) bool {
	d := s.doc
	if t == 0 || t+1 >= len(d.Tokens) || !d.Tokens[t].Is(lang.To) || !s.roleNoun(t-1) {
		return false
	}
	next := d.Tokens[t+1]
	return next.Capital || next.Is(lang.Determiner) || next.Is(lang.Standing)
}
