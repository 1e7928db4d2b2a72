package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// nickname gives the token behind the surname that follows a nickname in marks or brackets, whose
// first mark is at token t: “Neville “The Nugget” Braithwaite”, “Ann (Nan) Lee”; 0 where there is none.
func (s *Sources) nickname(t int) int {
	d := s.doc
	end := t + 1
	for end < len(d.Tokens) && end-t <= longestNickname && d.Tokens[end].Word {
		end++
	}
	surname := end + 1
	if end > t+1 && surname < len(d.Tokens) && !d.Tokens[t].Word && d.Tokens[t+1].Capital && !d.Tokens[end].Word &&
		(d.Tokens[t+1].Quote >= 0 || d.Tokens[t].Lower == "(" && s.givenAt(t-1) && !s.is(t+1, lang.Retired)) &&
		d.Tokens[t-1].Quote < 0 && d.Tokens[surname].Quote < 0 && s.follows(surname) {
		return surname + 1
	}
	return 0
}

// longestNickname is how many words a nickname has at most: "Mr Fix It".
const longestNickname = 3

// officer gives the token of the given name behind the field of an office, which "of" or "for" at
// token end opens: “Vice President for Student Services Karen Moss”, “Mayor of London Sadiq Khan”; 0
// where there is none.
func (s *Sources) officer(first, end int) int {
	d := s.doc
	if !(d.Tokens[end].Is(lang.Of) && s.title(end-1) && !s.takesOf(first, end)) && !(d.Tokens[end].Is(lang.Purpose) && !s.Plural(end-1) &&
		(s.title(end-1) || d.Tokens[end-1].Is(lang.RoleNoun) || s.is(end-1, lang.Letters))) {
		return 0
	}
	for t := end + 1; t+1 < len(d.Tokens) && t < end+7 && (s.capital(t) || d.Tokens[t].Is(lang.And)) && s.Adjacent(t-1, t); t++ {
		if t > end+1 && s.capital(t) && s.capital(t+1) && (s.givenAt(t) || s.is(t-1, lang.Portfolio) && !s.is(t, lang.Portfolio)) {
			return t
		}
	}
	return 0
}

// opens tells a verb with the capital of its sentence or quotation before a name: “Telling
// Jeb Bush that”, “Replied Stephen:”.
func (s *Sources) opens(t int) bool {
	low := s.doc.Tokens[t].Lower
	if !s.initial(t) || s.givenAt(t) || t+1 >= len(s.doc.Tokens) || !s.Adjacent(t, t+1) || !s.capital(t+1) || s.lang.Is(low, lang.Place) {
		return false
	}
	v := s.doc.Tokens[t].Verb
	return v.Class == lang.Say && s.Finite(t) || lang.InIng(low) && (v.Lemma != "" || s.givenAt(t+1))
}

// shouted tells a run of words all in capitals, as in a headline inside the text ("RED STATES
// OUTNUMBER BLUE"): two and more, of three letters and a space each on average, that are no given name.
func (s *Sources) shouted(first, last int) bool {
	words := s.doc.Text[s.doc.Tokens[first].Start:s.doc.Tokens[last-1].End]
	return last-first > 1 && len(words) > 4*(last-first) && strings.ToUpper(words) == words && !s.givenAt(first)
}

// officeOnly tells that all words of tokens [first, last) name an office: "Chief Minister".
func (s *Sources) officeOnly(first, last int) bool {
	for t := first; t < last; t++ {
		if !s.title(t) && !s.doc.Tokens[t].Is(lang.RoleNoun) && (t == last-1 || !s.is(t, lang.Portfolio) && !s.is(t, lang.BeforeOffice)) ||
			s.givenAt(t) || s.doc.Tokens[t].Is(lang.Possessive) {
			return false
		}
	}
	return true
}

// officeOf gives the token after the "of" of an office that tokens [first, last) begin with
// and no name ends, or first: "Minister of Natural Resources", but "Duke of York".
func (s *Sources) officeOf(first, last int) int {
	d := s.doc
	of := first + 1
	if of < last && s.capital(of) && !s.givenAt(first) {
		of++
	}
	if of+1 >= len(d.Tokens) || !d.Tokens[of].Is(lang.FieldOf) || of > last || !s.Adjacent(of-1, of) ||
		!s.is(of-1, lang.OfficeOf) {
		return first
	}
	if last-of > 2 && !s.organizationWord(last-1) {
		return first // "Secretary of State Kerry"
	}
	return of + 1
}

// givenAfterAll tells that a word that begins no name is a given name here: "Will
// Ferris"; "said Per Dahlgren", but "Per Reuters, it".
func (s *Sources) givenAfterAll(t int) bool {
	return s.follows(t+1) && s.is(t, lang.GivenToo) && (!s.is(t, lang.Preposition) || !s.initial(t))
}

// takesOf tells that a name's words so far go on with "of".
func (s *Sources) takesOf(first, end int) bool {
	if end-1 > first && s.Plural(end-1) && s.doc.Tokens[end-1].Is(lang.RoleNoun) { // "Dairy Farmers of Canada"
		return true
	}
	if end-2 >= first && (s.givenAt(end-2) || middle(s.doc.Tokens[end-2].Lower)) { // "Peter T. King of New York"
		return false
	}
	return s.is(end-1, lang.BodyOf)
}

// middle tells the initial of a middle name: "t.".
func middle(low string) bool { return len(low) == 2 && low[1] == '.' }

// verbFollows tells that a verb with a tense stands right behind a name.
func (s *Sources) verbFollows(n name) bool {
	d, verb := s.doc, n.last
	return verb+1 < len(d.Tokens) && s.Adjacent(verb-1, verb) && !d.Tokens[verb+1].Is(lang.To) && // not "Moss's said to be furious"
		(d.Tokens[verb].Is(lang.Auxiliary) && !d.Tokens[verb].Is(lang.Preposition) && !d.Tokens[verb].Is(lang.Adverb) ||
			d.Tokens[verb].Verb.Class == lang.Say && s.Finite(verb))
}
