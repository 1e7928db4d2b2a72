package people

import (
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
)

// The role on the card tells why somebody is quoted: "senior adviser on legal
// affairs". It is one stretch of the article beside the name, ends in a noun for a
// person before its "of" or "at", and holds no clause. Of all that the article calls
// somebody the card shows the first of the best standing: an office or a profession
// before a part in the story, that before kinship, age and looks.

// A standing is how well a role tells why somebody is quoted.
type standing int

const (
	noRole   standing = iota
	slight            // "Trump's wife", "young man"
	part              // "witness", "candidate", "retired resident of Leeds"
	short             // "Sen.", "economist"
	complete          // "Foreign Secretary", "economist at the World Bank"
)

// longestRole is how many tokens a role on the card may have.
const longestRole = 24

// rolesBeside gives the stretches of tokens beside a name that tell what its bearer is.
func (s *Sources) rolesBeside(m Mention) (roles [][2]int) {
	for _, beside := range [...]func(Mention) (int, int, bool){s.officeBefore, s.appositionAfter, s.appositionBefore} {
		first, last, ok := beside(m)
		if !ok {
			continue
		}
		if first, last, ok = s.roleIn(first, last); ok {
			roles = append(roles, [2]int{first, last})
		}
	}
	return roles
}

// words gives the text of a stretch of tokens.
func (s *Sources) words(r [2]int) string {
	return s.doc.Text[s.doc.Tokens[r[0]].Start:s.doc.Tokens[r[1]-1].End]
}

// chooseRoles gives the persons the roles that the card shows.
func (s *Sources) chooseRoles() {
	best := make([]standing, len(s.Entities))
	for _, m := range s.Mentions {
		if m.Entity < 0 || m.Form != Name || s.Entities[m.Entity].Kind != Person || best[m.Entity] == complete || s.doc.Tokens[m.First].Quote >= 0 {
			continue
		}
		for _, r := range s.rolesBeside(m) {
			if how := s.standing(r[0], r[1]); how > best[m.Entity] && !s.cutOff(r[0]) {
				best[m.Entity], s.Entities[m.Entity].Role = how, s.words(r)
			}
		}
	}
}

// appositionAfter gives the tokens of an apposition behind a name, up to the mark or the
// relative clause that ends it: “Zhao Lijian, 49, a ministry spokesperson,”.
func (s *Sources) appositionAfter(m Mention) (first, last int, ok bool) {
	d := s.doc
	comma := s.behindBrackets(m.Last)
	if m.Possessive || comma+1 >= len(d.Tokens) || d.Tokens[comma].Lower != "," {
		return 0, 0, false
	}
	end := d.Sentences[d.Tokens[m.Head].Sentence].Last
	first = comma + 1
	if first+1 < end && grammar.StartsWithDigit(d.Tokens[first].Lower) && d.Tokens[first+1].Lower == "," {
		first += 2
	}
	if s.personAt(first) && s.Mentions[s.At(first)].Last < end && d.Tokens[s.Mentions[s.At(first)].Last].Lower == "," { // a list of names
		return 0, 0, false
	}
	for last = first; last < end && last-first < 2*longestRole && !s.closes(last); last++ {
		if tok := d.Tokens[last]; tok.Quote < 0 && s.Verbal(last) && s.At(last) < 0 && !s.foreign(last) && !s.tied(last) { // “Lee, spokesmen said” is a clause; “Lee, chair of the council said:”
			return first, last, tok.Is(lang.Reporting) && last+2 < len(d.Tokens) && (d.Tokens[last+1].Lower != "," || d.Tokens[last+2].Quote >= 0) && s.hasComplement(first, last)
		}
	}
	return first, last, last > first
}

// behindBrackets gives the token behind the short brackets that begin at token t, a party or an
// age, or t: “Graham Tindall (Lab), cabinet member”.
func (s *Sources) behindBrackets(t int) int {
	d := s.doc
	if t >= len(d.Tokens) || d.Tokens[t].Lower != "(" {
		return t
	}
	for k := t + 1; k < len(d.Tokens) && k < t+8; k++ {
		if d.Tokens[k].Lower == ")" {
			return k + 1
		}
	}
	return t
}

// closes tells a token that ends an apposition.
func (s *Sources) closes(t int) bool {
	switch s.doc.Tokens[t].Lower {
	case ",", ";", ":", "—", "–", "--", "(", ")", ".", "?", "!":
		return true
	}
	return s.doc.Tokens[t].Is(lang.Closing)
}

// appositionBefore gives the tokens of a description before a full name between commas:
// “Her manager, Robby Mook, said”.
func (s *Sources) appositionBefore(m Mention) (first, last int, ok bool) {
	d := s.doc
	if m.First < 2 || d.Tokens[m.First-1].Lower != "," || len(s.Entities[m.Entity].words) < 2 && !s.givenAt(m.Head) ||
		m.Last < len(d.Tokens) && d.Tokens[m.Last].Word {
		return s.opening(m)
	}
	inner := m.First - 2
	p, ok := s.Reader.PhraseEnding(inner)
	if !ok || p.Form != Nominal || !d.Tokens[p.Head].Is(lang.RoleNoun) || !d.Tokens[p.First].Is(lang.Determiner) && !d.Tokens[p.First].Is(lang.Possessive) && s.At(p.First) < 0 ||
		inner > p.Head && !d.Tokens[p.First].Is(lang.The) && d.Tokens[inner].Is(lang.RoleNoun) { // "a lawyer for the actor, Ann Lee,"
		return s.opening(m)
	}
	return p.First, p.Last, true
}

// opening gives the tokens of a description that a sentence begins with, up to the comma
// before the name: “As director of the port, Ann Lee”, “A former judge, Lee said”.
func (s *Sources) opening(m Mention) (first, last int, ok bool) {
	d := s.doc
	first, last = s.SentenceFirst(m.First), m.First-1
	if last-first < 2 || last-first > longestRole || d.Tokens[last].Lower != "," {
		return 0, 0, false
	}
	switch opening := d.Tokens[first]; {
	case opening.Lower == lang.As:
		first++
	case !opening.Is(lang.Article) && !opening.Is(lang.Standing) && (m.Last >= len(d.Tokens) || d.Tokens[m.Last].Lower != ","): // “Area councillor, Ann Lee, said”
		return 0, 0, false
	}
	for k := first; k < last; k++ {
		if !d.Tokens[k].Word && d.Tokens[k].Lower != "-" || s.Verbal(k) && s.At(k) < 0 {
			return 0, 0, false
		}
	}
	role, end, ok := s.roleIn(first, last)
	return role, end, ok && end == last && role <= first+1
}

// roleIn narrows tokens [first, last) to the role in them: without article, from behind
// the last word of another clause on, and to the end of the last phrase that is complete.
func (s *Sources) roleIn(first, last int) (int, int, bool) {
	d := s.doc
	first = s.withoutArticle(first, last)
	if first >= last || s.once(first) || d.Tokens[first].Is(lang.Conjunction) || d.Tokens[first].Is(lang.Preposition) && s.At(first) < 0 {
		return 0, 0, false
	}
	head, and := -1, false
	k := first
	for ; k < last && k-first < longestRole; k++ {
		tok := d.Tokens[k]
		if tok.Quote >= 0 || !tok.Word && !joins(tok.Lower) || s.prepositional(k, first) {
			break
		}
		if head >= 0 && tok.Is(lang.And) {
			and = true
			if k+1 < last && d.Tokens[k+1].Is(lang.NoRole) || s.personAt(k+1) && s.Mentions[s.At(k+1)].Last <= last { // not the name itself, of which "Senator" is a part
				break
			}
			continue
		}
		if s.noRoleWord(k, first) || head < 0 && tok.Is(lang.And) && k+1 < last && (s.At(k+1) >= 0 && s.Mentions[s.At(k+1)].Possessive || d.Tokens[k+1].Is(lang.Determiner)) {
			if head >= 0 && !tok.Is(lang.RoleNoun) {
				break
			}
			return s.roleIn(k+1, last)
		}
		if s.roleNoun(k) {
			head = k
		} else if head == k-1 && !tok.Capital && participle(tok.Lower) { // “a journalist visiting Nice”
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
	if end < k && !and && !d.Tokens[end].Is(lang.Adverb) && !participle(d.Tokens[end].Lower) && !d.Tokens[end].Is(lang.Postpositive) { // the noun is another's attribute: “Republican half”
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
	for first < last {
		tok := d.Tokens[first]
		if !tok.Is(lang.Determiner) && tok.Lower != lang.Now && (tok.Lower != lang.Fellow || first+1 < last && d.Tokens[first+1].Is(lang.Preposition)) {
			break
		}
		first++
	}
	return first
}

// once tells a word that opens what somebody was at another time: “Lee, then a student”.
func (s *Sources) once(t int) bool {
	once, _, _ := strings.Cut(s.doc.Tokens[t].Lower, "-")
	return once == lang.Then
}

// joins tells a mark inside a role: "actor/singer".
func joins(mark string) bool {
	switch mark {
	case "&", "-", "/", "'", "’":
		return true
	}
	return false
}

// cutOff tells that a role from token first on is the end of a longer name: “Morning co-anchor” of
// “the CBS This Morning co-anchor”, “Committee Chairman” of “Commerce and Rules Committee Chairman”.
func (s *Sources) cutOff(first int) bool {
	before := first - 1
	if before < s.SentenceFirst(first) || !s.doc.Tokens[first].Capital || s.At(before) >= 0 || s.title(first) {
		return false
	}
	if s.doc.Tokens[before].Is(lang.And) && before > s.SentenceFirst(first) {
		before--
		return s.doc.Tokens[before].Capital && !s.roleNoun(before) && s.At(before) < 0
	}
	tok := s.doc.Tokens[before]
	return tok.Capital && !tok.Is(lang.Demonym) && !tok.Is(lang.CalendarWord) && !tok.Is(lang.Possessive) && !s.initial(before)
}

// noRoleWord tells that a token before a role's noun belongs to another clause, or
// another phrase: “while 23 percent favored”, “likewise pumped Henrico chairman”.
func (s *Sources) noRoleWord(k, first int) bool {
	tok := s.doc.Tokens[k]
	switch {
	case s.At(k) >= 0 && tok.Capital:
		return tok.Is(lang.NoRole) && k == s.SentenceFirst(k) // “Recall Sen. Ann Lee leaving”
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
		return before.Lower == "," && lang.InIng(tok.Lower) && !tok.Is(lang.Standing) // “, beating the senator Ann Lee”
	case lang.InIng(tok.Lower) && !tok.Is(lang.Standing) && before.Is(lang.Adverb): // “formally nominating billionaire Ann Lee”
		return true
	}
	return lang.InEd(tok.Lower) && !lang.InLy(before.Lower) && before.Lower != "-" && !s.roleNoun(k)
}

// prepositional tells that token k begins what completes the noun before it; a name may
// hold such a word: "Bank of England governor".
func (s *Sources) prepositional(k, first int) bool {
	if k == first || !s.doc.Tokens[k].Is(lang.Preposition) {
		return false
	}
	return s.At(k) < 0 || s.roleNoun(k-1)
}

// roleNoun tells that a token is the noun of a role for one person.
func (s *Sources) roleNoun(t int) bool {
	tok := s.doc.Tokens[t]
	low := lang.Bare(tok.Lower)
	if tok.Is(lang.Possessive) || s.lang.Is(low, lang.Honorific) || s.lang.Is(low, lang.Attribute) || s.PluralWord(low) && s.lang.Role(low) == 0 {
		return false
	}
	return tok.Is(lang.RoleNoun) || tok.Capital && s.title(t)
}

// personAt tells that a person's name begins at token t.
func (s *Sources) personAt(t int) bool {
	i := s.At(t)
	return i >= 0 && s.Mentions[i].First == t && s.Mentions[i].Entity >= 0 && s.Entities[s.Mentions[i].Entity].Kind == Person && !s.maybeCompany(&s.Entities[s.Mentions[i].Entity])
}

func participle(low string) bool { return lang.InIng(low) || lang.InEd(low) }

// standing tells how well the role in tokens [first, last) tells why somebody is quoted.
func (s *Sources) standing(first, last int) standing {
	d := s.doc
	best := noRole
	for k := first; k < last && !s.prepositional(k, first); k++ {
		low := lang.Bare(d.Tokens[k].Lower)
		switch {
		case !s.roleNoun(k):
		case s.lang.Is(low, lang.Slight), s.lang.Is(low, lang.Kin):
			best = max(best, slight)
		case s.lang.Is(low, lang.Part):
			best = max(best, part)
		default:
			best = short
		}
	}
	switch {
	case best == slight && last-first == 1: // "son" of whom?
		return noRole
	case best == short && (last-first > 1 && len(lang.Bare(d.Tokens[first].Lower)) > 4 || last-first > 2 || d.Tokens[first].Capital && len(d.Tokens[first].Lower) > 5 && s.title(first)):
		return complete
	}
	return best
}
