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

// particles stand in lower case inside names.
var particles = map[string]bool{"de": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "du": true,
	"la": true, "le": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "ibn": true, "al": true,
	"el": true, "ter": true, "ten": true, "y": true, "e": true, "a/l": true, "a/p": true, "s/o": true, "d/o": true, "arap": true, "binti": true, "binte": true, "bint": true}

// suffixes end a person's name.
var suffixes = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true,
	"kc": true, "qc": true, "mp": true, "msp": true, "mep": true, "md": true, "m.d": true, "phd": true, "ph.d": true, "obe": true, "mbe": true, "cbe": true, "kbe": true, "dbe": true, "jp": true, "frs": true, "esq": true}

// letters behind a name tell an office, an honour or a degree, and are no part of it.
var letters = map[string]bool{"mp": true, "msp": true, "mep": true, "mla": true, "td": true, "mbe": true, "obe": true, "cbe": true, "kbe": true, "dbe": true, "phd": true, "ph.d": true, "md": true, "m.d": true, "esq": true}

// retired stand in brackets behind an officer's rank.
var retired = map[string]bool{"rtd": true, "retd": true, "ret'd": true, "ret": true, "ret.": true, "retd.": true, "retired": true}

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
	return (!tok.Is(lang.CalendarWord) || s.namedAfterDay(t)) && low != "i" && !strings.HasPrefix(low, "i'")
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
		if low := lang.Bare(tok.Lower); tok.Capital && tok.Is(lang.Possessive) && !strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ing") && !s.lang.Is(low, lang.RoleNoun) && !s.lang.Is(low, lang.Stop) {
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
		if w := lang.Bare(d.Tokens[end-1].Lower); end == t+2 && (low == "northern" || low == "south") && s.lang.Is(w, lang.Demonym) && t > 0 && d.Tokens[t-1].Lower == "the" {
			t = end - 1 // "the Northern Irishman", as "the Irishman"
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
		if end == t+2 && letters[lang.Bare(d.Tokens[t+1].Lower)] && !s.givenAt(t) && (s.title(t) || s.lang.Is(low, lang.RoleNoun)) { // "Ann Lee, Conservative MP for Hull"
			t = end
			continue
		}
		if end == t+2 && letters[lang.Bare(d.Tokens[t+1].Lower)] && !s.givenAt(t) { // "Plymouth MP"
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
				if title := s.lang.Title(low) != 0; !title {
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
		if tok.Lower == "," && end+1 < len(d.Tokens) && suffixes[d.Tokens[end+1].Lower] && s.Adjacent(end, end+1) {
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
		if after := end + 3; tok.Lower == "(" && after < len(d.Tokens) && retired[d.Tokens[end+1].Lower] && d.Tokens[end+2].Lower == ")" && s.Adjacent(end+2, after) && s.capital(after) { // "Col (rtd) Joseph Sang"
			end = after + 1
			continue
		}
		if !s.Adjacent(end-1, end) || tok.Quote != d.Tokens[t].Quote {
			break
		}
		initial := len(tok.Lower) == 2 && tok.Lower[1] == '.'                                                                                                                                                                                      // "Sonya A. Reed"
		if s.capital(end) && (initial || end == t+1 && honorifics[lang.Bare(d.Tokens[t].Lower)] || !s.lang.Is(lang.Bare(tok.Lower), lang.Stop) || s.lang.Given(lang.Bare(tok.Lower)) != 0 || s.lang.Is(lang.Bare(tok.Lower), lang.Organization)) { // "Kent Police"
			end++
			continue
		}
		next := end + 1
		if tok.Lower == "as" && d.Cut(tok.Range) == "AS" && s.capital(end-1) { // "Fjellkraft AS"
			end++
			break
		}
		if s.capital(end) && end-t < 4 && next < len(d.Tokens) && s.Adjacent(end, next) && s.capital(next) && s.lang.Is(lang.Bare(d.Tokens[next].Lower), lang.Organization) && s.PluralWord(tok.Lower) { // "Dining Workers Collective"
			end += 2
			continue
		}
		if s.capital(end) && end == t+1 && s.givenAt(t) && len(tok.Lower) > 2 && next < len(d.Tokens) && !d.Tokens[next].Capital && !s.initial(t) { // "Amos Too, termed"
			end++
			break
		}
		if particles[tok.Lower] && next < len(d.Tokens) && s.Adjacent(end, next) && s.capital(next) {
			end += 2
			continue
		}
		if after := next + 1; particles[tok.Lower] && after < len(d.Tokens) && particles[d.Tokens[next].Lower] && s.Adjacent(end, next) && s.Adjacent(next, after) && s.capital(after) { // "van der Hoeven"
			end += 3
			continue
		}
		// "Department of Justice", "Secretary of State", "Bank of the West"
		if tok.Lower == "of" && s.takesOf(t, end) {
			if next < len(d.Tokens) && d.Tokens[next].Lower == "the" {
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
		if tok.Lower == "and" && s.behindOf(t, end, "for") && s.officerFor(t, end) { // "MP for Tiverton and Honiton Noel Moss"
			end = next
			continue
		}
		if tok.Lower == "of" && s.title(end-1) && !s.takesOf(t, end) && s.officerFor(t, end) { // "Mayor of London Sadiq Khan"
			end = next
			continue
		}
		if tok.Lower == "for" && s.officerFor(t, end) { // "Vice President for Student Services Karen Moss"
			end = next
			continue
		}
		// "Centre for Economic Policy Research", "Commission on Presidential Debates"
		if (tok.Lower == "for" || tok.Lower == "on") && next < len(d.Tokens) && (s.takesFor(end) || tok.Lower == "for" && end == t+1 && department(lang.Bare(d.Tokens[t].Lower))) && s.capital(next) && !s.lang.Is(lang.Bare(d.Tokens[next].Lower), lang.Stop) && !s.givenAt(next) {
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
