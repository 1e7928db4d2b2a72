package people

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// A name is one run of capitalized words that names something.
type name struct {
	title      int // first token of the title before the name, or First
	first      int // tokens [first, last) of the name itself
	last       int
	named      int      // the end of the name without the letters behind it: "KC"
	words      []string // lower case, without possessive 's and full stops
	titleWord  string   // "sen", or empty
	gender     lang.Gender
	possessive bool
	shop       bool // the 's is the name's own: "Sainsbury's"
	evident    bool // a title or a role tells a person
}

// initial tells that a token begins a sentence or a quotation, where a capital
// says nothing.
func (s *Sources) initial(t int) bool {
	d := s.doc
	tok := d.Tokens[t]
	if d.Sentences[tok.Sentence].First == t || t == 0 {
		return true
	}
	prev := d.Tokens[t-1]
	if tok.Quote < 0 && prev.Quote >= 0 {
		k := t - 1
		for k > 0 && !d.Tokens[k].Word && d.Tokens[k].Lower != "," {
			k--
		}
		if d.Tokens[k].Lower == "," {
			return false // “I came,” Lee said: the sentence has begun
		}
	}
	return !prev.Word && prev.Lower != "," && prev.Lower != "(" && prev.Lower != "-" && prev.Lower != "–" && prev.Lower != "—" && prev.Lower != "&"
}

// capital tells that a token may be part of a name.
func (s *Sources) capital(t int) bool {
	tok := s.doc.Tokens[t]
	return tok.Word && tok.Capital && (!tok.Is(lang.CalendarWord) || s.namedAfterDay(t)) && lang.Bare(tok.Lower) != lang.I && !strings.HasPrefix(tok.Lower, "i'")
}

// seen is what an article's capitals tell of a word.
type seen struct {
	common []bool          // by Token.ID: also written in lower case: a capital at a sentence's start does not make "Voters" a name
	inner  map[string]bool // with a capital where no sentence begins
}

// capitals collects what the article's capitals tell.
func (s *Sources) capitals() seen {
	d := s.doc
	out := seen{make([]bool, len(d.Vocabulary)), map[string]bool{}}
	for t := range d.Tokens {
		tok := &d.Tokens[t]
		if tok.Word && !tok.Capital {
			out.common[tok.ID] = true
		}
		if s.capital(t) && !s.initial(t) {
			out.inner[lang.Bare(tok.Lower)] = true
		}
	}
	return out
}

// chunk finds the names of the document, in reading order.
func (s *Sources) chunk() []name {
	capitals := s.capitals()
	var out []name
	for t := 0; t < len(s.doc.Tokens); {
		if next := s.unnamed(t); next > t {
			t = next
			continue
		}
		end := s.extend(t)
		if next := s.nobody(t, end, capitals); next > t {
			t = next
			continue
		}
		if !s.shouted(t, end) {
			out = append(out, s.titled(t, end))
		}
		t = end
	}
	return out
}

// unnamed gives the token behind what stands at token t where no name begins there, or t.
func (s *Sources) unnamed(t int) int {
	if end := s.Dateline(t); end > t {
		return end
	}
	if !s.capital(t) || s.opens(t) || s.is(t, lang.Stop) && !s.givenAfterAll(t) && !s.doc.Tokens[t].Is(lang.CalendarWord) &&
		!s.twofold(t, t+1) && !(s.is(t, lang.Organization) && s.follows(t+1) && s.title(t+1)) { // "Police Chief Dana Lee"
		return t + 1
	}
	return t
}

// nobody gives the token from which to go on where the run of words with capitals in tokens
// [t, end) names nobody, or t.
func (s *Sources) nobody(t, end int, seen seen) int {
	d := s.doc
	tok := &d.Tokens[t]
	initial, given := s.initial(t), s.givenAt(t)
	determined := t > 0 && (d.Tokens[t-1].Is(lang.Determiner) || d.Tokens[t-1].Is(lang.Possessive))
	apposed := s.comma(end) && end+1 < len(d.Tokens) && s.capital(end+1)
	heads := end < len(d.Tokens) && d.Tokens[end].Is(lang.FieldOf) && s.is(end-1, lang.OfficeOf)
	if (apposed || end > t+1 && (determined || heads)) && s.officeOnly(t, end) {
		return end // "the Chief Minister", "the President, Ann Moss", "National Secretary of the party"
	}
	if of := s.officeOf(t, end); of > t {
		return of // "Leader of Burnley Council": the council is named
	}
	short := acronym(d.Cut(tok.Range))
	sentence := d.Sentences[tok.Sentence]
	switch {
	case t > 0 && d.Tokens[t-1].Is(lang.BornAs): // “Born Margaret Clarke in Hull, she” is whom the article calls otherwise
		return end
	// "the firm's VP of product", "Conservative MP for Hull"
	case tok.Is(lang.RoleNoun) && end == t+1 && short, end == t+2 && s.is(t+1, lang.Letters) && !given:
		return end
	case sentence.First == t && sentence.Last == end && end-t > 1 && !given: // the head of a table: "Quarter Revenue Margin"
		return end
	case !initial || given || seen.inner[lang.Bare(tok.Lower)]:
	case end == t+1:
		said := s.says(name{title: t, first: t, last: end}) && !seen.common[tok.ID] && !tok.Is(lang.RoleNoun) && !tok.Is(lang.Adverb) && !s.Plural(t)
		if !s.is(t, lang.Place) && !s.is(t, lang.Acronym) && !short && !tok.Is(lang.Possessive) && !said { // "Crisis, the charity, said"
			return end
		}
	case seen.common[tok.ID] && !s.title(t) && !(s.is(t, lang.BeforeOffice) && s.roleNoun(t+1)): // not "Prime Minister Ada Noel"
		return t + 1 // "Voters Ann Lee met": the first word is no name
	}
	return t
}

// twofold tells the "and", or the comma, at token t between fields of the office before a name, of a body, or
// two offices, of which the first begins with token first: "Health and Social Care Secretary Ann Lee",
// "Culture, Media and Sport Secretary Ann Lee", "Competition and Markets Authority", "Prime Minister and Finance Minister Ann Lee".
func (s *Sources) twofold(first, t int) bool {
	d := s.doc
	next := t + 1
	if next >= len(d.Tokens) || !(d.Tokens[t-1].Is(lang.Portfolio) && (s.and(t) || s.comma(t))) && !(s.and(t) && s.officeOnly(first, t)) {
		return false
	}
	for s.follows(next) && (d.Tokens[next].Is(lang.Portfolio) || s.is(next, lang.BeforeOffice)) {
		next++
	}
	return next > t+1 && (s.follows(next) && (s.title(next) && s.follows(next+1) || s.is(next, lang.Organization)) ||
		next > t+2 && s.is(next-1, lang.Organization) || s.twofold(t+1, next))
}

// and tells the "and" at token t before a word with a capital.
func (s *Sources) and(t int) bool { return s.follows(t+1) && s.doc.Tokens[t].Is(lang.And) }

// extend finds the end of the run of name words that begins at first.
func (s *Sources) extend(first int) int {
	end := first + 1
	for end < len(s.doc.Tokens) && !s.doc.Tokens[end-1].Is(lang.Possessive) {
		next := s.grow(first, end)
		if next == end {
			break
		}
		end = next
	}
	return end
}

// grow gives the end of the name in tokens [first, end) with what follows and belongs to it, or end.
func (s *Sources) grow(first, end int) int {
	d := s.doc
	tok := d.Tokens[end]
	// "Department for Environment, Food and Rural Affairs"
	if next := end + 1; (tok.Is(lang.And) || tok.Lower == ",") && s.follows(next) && d.Tokens[next].Is(lang.Portfolio) &&
		s.is(first, lang.Ministry) && end-first > 2 {
		return next + 1
	}
	if s.twofold(first, end) { // "Police and Crime Commissioner Ann Lee"
		return end + 2
	}
	if after := s.nickname(end); after > 0 && d.Tokens[first].Quote < 0 {
		return after
	}
	if after := end + 3; tok.Lower == "(" && s.follows(after) && s.is(end+1, lang.Retired) { // "Col (rtd) Joseph Sang"
		return after + 1
	}
	if !s.Adjacent(end-1, end) || tok.Quote != d.Tokens[first].Quote {
		return end
	}
	if s.capital(end) && (middle(tok.Lower) || !s.is(end, lang.Stop) || tok.Is(lang.CalendarWord) ||
		s.is(end, lang.Organization) || s.is(end, lang.BeforeOffice) ||
		end > 1 && d.Tokens[end-2].Is(lang.Of) && s.PluralWord(tok.Lower)) { // "Kent Police", "League of Women Voters"
		return end + 1
	}
	if given := s.officer(first, end); given > end { // "Mayor of London Sadiq Khan"
		return given
	}
	next := end + 1
	switch {
	case tok.Is(lang.Particle):
		if next < len(d.Tokens) && d.Tokens[next].Is(lang.Particle) { // "van der Hoeven"
			next++
		}
		if s.follows(next) {
			return next + 1
		}
	case tok.Is(lang.Of) && s.takesOf(first, end): // "Department of Justice", "Bank of the West"
		if next < len(d.Tokens) && d.Tokens[next].Is(lang.The) {
			next++
		}
		if s.follows(next) && (!s.is(next, lang.Stop) || s.PluralWord(d.Tokens[next].Lower)) { // "National Union of Teachers"
			return next + 1
		}
	case tok.Is(lang.Purpose) || tok.Lower == lang.On: // "Centre for Economic Policy Research", "Society for the Protection of Ancient Buildings"
		if next < len(d.Tokens) && d.Tokens[next].Is(lang.The) && s.is(end-1, lang.BodyFor) {
			next++
		}
		if s.follows(next) && (s.is(end-1, lang.BodyFor) || tok.Is(lang.Purpose) && end == first+1 && s.is(end-1, lang.Ministry)) &&
			!s.is(next, lang.Stop) && !s.givenAt(next) {
			return next + 1
		}
	case tok.Lower == "&" && s.follows(next):
		return next + 1
	case grammar.StartsWithDigit(tok.Lower) && tok.Lower[len(tok.Lower)-1] >= 'a' && s.follows(next) && s.title(next): // "Air Force 1st Lt. Tyler Moss"
		return next
	}
	return end
}

// follows tells that a word of a name stands at token t, a space behind the token before.
func (s *Sources) follows(t int) bool {
	return t < len(s.doc.Tokens) && s.Adjacent(t-1, t) && s.capital(t)
}

func (s *Sources) givenAt(t int) bool { return s.lang.Given(lang.Bare(s.doc.Tokens[t].Lower)) != 0 }

func (s *Sources) organizationWord(t int) bool {
	return s.is(t, lang.Organization) || s.is(t, lang.Acronym)
}

// acronym tells words of capitals only: "AIPAC".
func acronym(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if n := utf8.RuneCountInString(w); n < 2 || n > 6 && !strings.ContainsAny(w, ".-&") {
		return false
	}
	for _, r := range w {
		if !unicode.IsUpper(r) && r != '.' && r != '-' && !unicode.IsDigit(r) && r != '&' {
			return false
		}
	}
	return true
}

// textOf is the text of tokens [first, last) of a name, without a possessive 's.
func (s *Sources) textOf(n name, first, last int) text.Range {
	r := text.Range{Start: s.doc.Tokens[first].Start, End: s.doc.Tokens[last-1].End}
	if tail := s.doc.Tokens[last-1]; tail.Is(lang.Possessive) && !n.shop {
		r.End = tail.Start + strings.LastIndexAny(s.doc.Cut(tail.Range), "'’")
	}
	return r
}

// nameOf is the name alone, as the card shows it: without title and letters behind it.
func (s *Sources) nameOf(n name) string { return s.doc.Cut(s.textOf(n, n.first, n.named)) }
