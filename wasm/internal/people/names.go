package people

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	if !tok.Word || !tok.Capital {
		return false
	}
	low := lang.Bare(tok.Lower)
	if len(low) > 3 && low[1] == '-' && (low[0] == 'd' || low[0] == 'r' || low[0] == 'i') { // D-Las Vegas
		return false
	}
	return (!tok.Is(lang.CalendarWord) || s.namedAfterDay(t)) && low != lang.I && !strings.HasPrefix(low, "i'")
}

// common collects the words that the article also writes in lower case: a
// capital at a sentence's start does not make "Voters" a name.
func (s *Sources) common() map[string]bool {
	out, seen := map[string]bool{}, make([]bool, len(s.doc.Vocabulary))
	for i := range s.doc.Tokens {
		if t := &s.doc.Tokens[i]; t.Word && !t.Capital && !seen[t.ID] {
			seen[t.ID] = true
			out[t.Lower] = true
		}
	}
	return out
}

// chunk finds the names of the document, in reading order.
func (s *Sources) chunk() []name {
	d := s.doc
	common := s.common()
	inner := map[string]bool{} // capitalized where no sentence begins
	for t := range d.Tokens {
		if s.capital(t) && !s.initial(t) {
			inner[lang.Bare(d.Tokens[t].Lower)] = true
		}
	}
	owners := map[string]bool{} // capitalized with 's, wherever: "Voxly's"
	for _, tok := range d.Tokens {
		if low := lang.Bare(tok.Lower); tok.Capital && tok.Is(lang.Possessive) && !lang.InS(low) && !lang.InIng(low) && !s.lang.Is(low, lang.RoleNoun) && !s.lang.Is(low, lang.Stop) {
			owners[low] = true
		}
	}
	var out []name
	for t := 0; t < len(d.Tokens); {
		if end := s.Dateline(t); end > t {
			t = end
			continue
		}
		if !s.capital(t) || s.opens(t) {
			t++
			continue
		}
		low := lang.Bare(d.Tokens[t].Lower)
		if s.lang.Is(low, lang.Stop) && !s.givenAfterAll(t, low) {
			t++
			continue
		}
		end := s.extend(t)
		if t > 0 && end == t+2 && s.lang.Is(low, lang.BodyStart) && d.Tokens[t+1].Is(lang.Demonym) && d.Tokens[t-1].Is(lang.The) {
			t++ // "the Northern Irishman", as "the Irishman"
			continue
		}
		if t > 0 && end > t+1 && (d.Tokens[t-1].Is(lang.Determiner) || d.Tokens[t-1].Is(lang.Possessive) || s.initial(t) && end < len(d.Tokens) && d.Tokens[end].Lower == ",") && s.officeOnly(t, end) {
			t = end // "the Chief Minister", "his Press Secretary, Ann Moss"
			continue
		}
		if of := s.officeOf(t, end); of > t { // "Leader of Burnley Council": the council is named
			t = of
			continue
		}
		if end == t+2 && s.lang.Is(lang.Bare(d.Tokens[t+1].Lower), lang.Letters) && !s.givenAt(t) && (s.title(t) || s.lang.Is(low, lang.RoleNoun)) { // "Ann Lee, Conservative MP for Hull"
			t = end
			continue
		}
		if end == t+2 && s.lang.Is(lang.Bare(d.Tokens[t+1].Lower), lang.Letters) && !s.givenAt(t) { // "Plymouth MP"
			end--
		}
		if end == t+1 && s.lang.Is(low, lang.RoleNoun) && acronym(d.Cut(d.Tokens[t].Range)) { // "the firm's VP of product"
			t = end
			continue
		}
		if r := d.Sentences[d.Tokens[t].Sentence]; r.First == t && r.Last == end && end-t > 1 && !s.givenAt(t) {
			t = end // the head of a table: "Quarter Revenue Margin"
			continue
		}
		if s.initial(t) && end == t+1 && !s.lang.Is(low, lang.Place) && !s.lang.Is(low, lang.Acronym) && !acronym(d.Cut(d.Tokens[t].Range)) {
			given := s.lang.Given(low) != 0
			if !inner[low] && (common[low] || !given && !d.Tokens[t].Is(lang.Possessive) && !owners[low]) {
				t++
				continue
			}
		}
		if s.initial(t) && end > t+1 && common[low] && !inner[low] {
			if given := s.lang.Given(low) != 0; !given {
				if office := s.lang.Is(low, lang.BeforeOffice) && s.roleNoun(t+1); s.lang.Title(low) == 0 && !office { // but "Prime Minister Ada Noel"
					t++ // "Voters Ann Lee met": the first word is no name
					continue
				}
			}
		}
		if !s.shouted(t, end) {
			out = append(out, s.titled(t, end)...)
		}
		t = end
	}
	return out
}

// extend finds the end of the run of name words that begins at t.
func (s *Sources) extend(t int) int {
	d := s.doc
	end := t + 1
	for end < len(d.Tokens) {
		if d.Tokens[end-1].Is(lang.Possessive) {
			break
		}
		tok := d.Tokens[end]
		// ", Jr."
		if tok.Lower == "," && end+1 < len(d.Tokens) && s.lang.Is(lang.Bare(d.Tokens[end+1].Lower), lang.NameEnd) && s.Adjacent(end, end+1) {
			end += 2
			continue
		}
		if after := s.portfolio(t, end); after > end { // "Department for Work and Pensions"
			end = after
			continue
		}
		if after := s.nickname(end); after > 0 && d.Tokens[t].Quote < 0 {
			end = after
			continue
		}
		if after := end + 3; tok.Lower == "(" && after < len(d.Tokens) && s.lang.Is(lang.Bare(d.Tokens[end+1].Lower), lang.Retired) && d.Tokens[end+2].Lower == ")" && s.Adjacent(end+2, after) && s.capital(after) { // "Col (rtd) Joseph Sang"
			end = after + 1
			continue
		}
		if !s.Adjacent(end-1, end) || tok.Quote != d.Tokens[t].Quote {
			break
		}
		initial := len(tok.Lower) == 2 && tok.Lower[1] == '.'                                                                                                                                                                                                     // "Sonya A. Reed"
		if s.capital(end) && (initial || end == t+1 && s.lang.Is(lang.Bare(d.Tokens[t].Lower), lang.Honorific) || !s.lang.Is(lang.Bare(tok.Lower), lang.Stop) || s.lang.Given(lang.Bare(tok.Lower)) != 0 || s.lang.Is(lang.Bare(tok.Lower), lang.Organization)) { // "Kent Police"
			end++
			continue
		}
		next := end + 1
		if s.capital(end) && end-t < 4 && next < len(d.Tokens) && s.Adjacent(end, next) && s.capital(next) && s.lang.Is(lang.Bare(d.Tokens[next].Lower), lang.Organization) && s.PluralWord(tok.Lower) { // "Dining Workers Collective"
			end += 2
			continue
		}
		if s.capital(end) && end == t+1 && s.givenAt(t) && len(tok.Lower) > 2 && next < len(d.Tokens) && !d.Tokens[next].Capital && !s.initial(t) { // "Amos Too, termed"
			end++
			break
		}
		if tok.Is(lang.Particle) && next < len(d.Tokens) && s.Adjacent(end, next) && s.capital(next) {
			end += 2
			continue
		}
		if after := next + 1; tok.Is(lang.Particle) && after < len(d.Tokens) && d.Tokens[next].Is(lang.Particle) && s.Adjacent(end, next) && s.Adjacent(next, after) && s.capital(after) { // "van der Hoeven"
			end += 3
			continue
		}
		// "Department of Justice", "Secretary of State", "Bank of the West"
		if tok.Is(lang.Of) && s.takesOf(t, end) {
			if next < len(d.Tokens) && d.Tokens[next].Is(lang.The) {
				next++
			}
			if next < len(d.Tokens) && d.Tokens[next].Sentence == tok.Sentence && s.capital(next) && !s.lang.Is(lang.Bare(d.Tokens[next].Lower), lang.Stop) {
				end = next + 1
				continue
			}
		}
		if after := end + 1; ordinal(tok.Lower) && after < len(d.Tokens) && s.Adjacent(end, after) && s.capital(after) && s.title(after) { // "Air Force 1st Lt. Tyler Moss"
			end = after
			continue
		}
		if tok.Is(lang.And) && s.behindFor(t, end) && s.officerFor(t, end) { // "MP for Tiverton and Honiton Noel Moss"
			end = next
			continue
		}
		if tok.Is(lang.Of) && s.title(end-1) && !s.takesOf(t, end) && s.officerFor(t, end) { // "Mayor of London Sadiq Khan"
			end = next
			continue
		}
		if tok.Is(lang.Purpose) && s.officerFor(t, end) { // "Vice President for Student Services Karen Moss"
			end = next
			continue
		}
		// "Centre for Economic Policy Research", "Commission on Presidential Debates"
		if (tok.Is(lang.Purpose) || tok.Lower == lang.On) && next < len(d.Tokens) && (s.takesFor(end) || tok.Is(lang.Purpose) && end == t+1 && s.lang.Is(lang.Bare(d.Tokens[t].Lower), lang.Ministry)) && s.capital(next) && !s.lang.Is(lang.Bare(d.Tokens[next].Lower), lang.Stop) && !s.givenAt(next) {
			end = next + 1
			continue
		}
		if tok.Lower == "&" && next < len(d.Tokens) && s.Adjacent(end, next) && s.capital(next) {
			end += 2
			continue
		}
		break
	}
	return end
}

func (s *Sources) givenAt(t int) bool { return s.lang.Given(lang.Bare(s.doc.Tokens[t].Lower)) != 0 }

func (s *Sources) organizationWord(t int) bool {
	low := lang.Bare(s.doc.Tokens[t].Lower)
	return s.lang.Is(low, lang.Organization) || s.lang.Is(low, lang.Acronym)
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

// textOf is the text of a name from a token on: of its title, or its own first.
func (s *Sources) textOf(n name, first int) text.Range {
	if n.shop {
		return text.Range{Start: s.doc.Tokens[first].Start, End: s.doc.Tokens[n.last-1].End}
	}
	return nameRange(s.doc, first, n.last)
}

// nameOf is the name alone, as the card shows it: without title and letters behind it.
func (s *Sources) nameOf(n name) string {
	if n.shop || n.named == n.last || n.named == 0 {
		return s.doc.Cut(s.textOf(n, n.first))
	}
	return s.doc.Cut(nameRange(s.doc, n.first, n.named))
}

// nameRange is the text of a name's tokens, without a possessive 's.
func nameRange(d *text.Document, first, last int) text.Range {
	r := text.Range{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
	for _, tail := range []string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(d.Text[r.Start:r.End], tail) {
			r.End -= len(tail)
			break
		}
	}
	return r
}
