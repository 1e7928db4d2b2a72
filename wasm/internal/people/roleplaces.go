package people

import (
	"slices"

	"keypoints/wasm/internal/grammar"
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
	if of := m.First - 2; first == m.First && of > s.SentenceFirst(first) && d.Tokens[of].Is(lang.Of) && !d.Tokens[of+1].Capital && s.roleNoun(of-1) {
		first = s.RoleStart(of) // "the former chief of staff Ann Lee"
	}
	if first < m.First && m.Last == m.First+1 && d.Tokens[first].Is(lang.Determiner) { // “the judge Lee was referring to” is another
		return 0, 0, false
	}
	for low := s.SentenceFirst(m.First); first > low && d.Tokens[first-1].Quote < 0; {
		switch before := first - 1; {
		case d.Tokens[before].Is(lang.Standing):
			first = before
			continue
		case before <= low || first == last || !d.Tokens[before].Is(lang.And):
		// “Campaigner and author Ann Lee”, but “the president and Mrs. Lee”
		case s.RoleStart(before) < before && !(d.Tokens[first].Capital && d.Tokens[s.RoleStart(before)].Is(lang.Determiner)):
			first = s.RoleStart(before)
			continue
		case d.Tokens[before-1].Is(lang.Portfolio) && s.capital(before-1) && s.capital(first): // “Health and Social Care Secretary Ann Lee”
			first = before - 1
			continue
		}
		break
	}
	for last-1 > first && s.title(last-1) && d.Tokens[last-1].Capital && s.roleNoun(last-2) && !d.Tokens[last-2].Capital { // “Opposition leader Cllr Ann Lee”
		last--
	}
	return first, last, last > first
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
	if s.comma(first+1) && grammar.StartsWithDigit(d.Tokens[first].Lower) {
		first += 2
	}
	for last = first; last < end && last-first < 2*longestRole && !d.Tokens[last].Is(lang.Closing); last++ {
		// “Lee, spokesmen said” is a clause; “Lee, chair of the council said:”
		if tok := d.Tokens[last]; tok.Quote < 0 && s.Verbal(last) && s.At(last) < 0 && !s.tied(last) {
			return first, last, tok.Is(lang.Reporting) && last+2 < len(d.Tokens) && (d.Tokens[last+1].Lower != "," || d.Tokens[last+2].Quote >= 0) &&
				s.hasComplement(first, last)
		}
	}
	return first, last, last > first
}

// predicateAfter gives the tokens of what the writer says that somebody is: “Lee is the head of the
// school.” “Lee, who is a judge, said”. What others say of him is no role, nor is praise: “Lee is a
// stiff campaigner”.
func (s *Sources) predicateAfter(m Mention) (first, last int, ok bool) {
	d := s.doc
	verb, sentence := m.Last, d.Sentences[d.Tokens[m.Head].Sentence]
	who := s.comma(verb) && verb+1 < sentence.Last && d.Tokens[verb+1].Is(lang.Who)
	if who {
		verb += 2
	}
	first = verb + 1
	if m.Possessive || first >= sentence.Last || d.Tokens[verb].Lower != lang.IsWord || d.Tokens[m.Head].Quote >= 0 || d.Tokens[first].Lower == lang.No ||
		!who && m.First != s.SentenceFirst(m.First) {
		return 0, 0, false
	}
	for last = first; last < sentence.Last && last-first < 2*longestRole && !d.Tokens[last].Is(lang.Closing); last++ {
		if s.Verbal(last) && s.At(last) < 0 && !s.tied(last) {
			break
		}
	}
	role, end, ok := s.roleIn(first, last)
	if !ok || role > first+1 || s.standing(role, end) < short {
		return 0, 0, false
	}
	for t := end; t < sentence.Last && !who && !d.Tokens[t].Is(lang.Who); t++ {
		if v := d.Tokens[t].Verb; d.Tokens[t].Is(lang.Reporting) && (v.Form == lang.Past || v.Form == lang.Third) { // “Lee is a crook, Moss said”
			return 0, 0, false
		}
	}
	opens := &d.Tokens[role]
	return role, end, !d.Tokens[first].Is(lang.Indefinite) || opens.Capital || opens.Is(lang.Standing) || s.roleNoun(role) || s.hasComplement(role, end)
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

// appositionBefore gives the tokens of a description before a full name between commas:
// “Her manager, Robby Mook, said”.
func (s *Sources) appositionBefore(m Mention) (first, last int, ok bool) {
	d := s.doc
	comma := m.First - 1
	if comma > 0 && d.Tokens[comma].Is(lang.The) { // “The vicar, the Rev Giles Moss, said”
		comma--
	}
	if comma < 1 || d.Tokens[comma].Lower != "," || len(s.Entities[m.Entity].words) < 2 && !s.givenAt(m.Head) ||
		m.Last < len(d.Tokens) && d.Tokens[m.Last].Word {
		return s.opening(m)
	}
	inner := comma - 1
	p, ok := s.Reader.PhraseEnding(inner)
	if !ok || p.Form != Nominal || !d.Tokens[p.Head].Is(lang.RoleNoun) ||
		!d.Tokens[p.First].Is(lang.Determiner) && !d.Tokens[p.First].Is(lang.Possessive) && s.At(p.First) < 0 ||
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
	role, end, ok := s.roleIn(first, last)
	return role, end, ok && end == last && role <= first+1
}
