package people

import (
	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
)

// namedAfterDay tells a day or month with a capital that is a name here: “April Jones”, “Theresa May”.
func (s *Sources) namedAfterDay(t int) bool { return s.givenDay(t) || s.surnameDay(t) || s.knownDay(t) }

// givenDay tells one that is a given name: "Bishop Sunday Moss", “said April Jones,”, but
// “in April Congress”, “the June Reuters poll”.
func (s *Sources) givenDay(t int) bool {
	d := s.doc
	surname := t + 1
	for surname < len(d.Tokens) && d.Tokens[surname].Is(lang.Particle) { // "Jan van der Meer"
		surname++
	}
	if surname >= len(d.Tokens) || !s.Adjacent(surname-1, surname) || !d.Tokens[surname].Capital || d.Tokens[surname].Is(lang.CalendarWord) {
		return false
	}
	if t > 0 && s.title(t-1) && d.Tokens[t-1].Capital && s.Adjacent(t-1, t) {
		return true
	}
	if !s.givenAt(t) || t > d.Sentences[d.Tokens[t].Sentence].First && d.Tokens[t-1].Word && !d.Tokens[t-1].Is(lang.Reporting) && !s.roleNoun(t-1) {
		return false
	}
	after := surname + 1
	return after >= len(d.Tokens) || d.Tokens[after].Sentence > d.Tokens[t].Sentence || !d.Tokens[after].Word || d.Tokens[after].Is(lang.Who) || s.acts(after)
}

// surnameDay tells a month that is a surname, behind a given name or a title: “Brian May”, “Mrs May”.
func (s *Sources) surnameDay(t int) bool {
	d := s.doc
	if t == 0 || !s.givenAt(t) || !s.Adjacent(t-1, t) || !d.Tokens[t-1].Capital || d.Tokens[t-1].Is(lang.CalendarWord) ||
		t+1 < len(d.Tokens) && grammar.StartsWithDigit(d.Tokens[t+1].Lower) {
		return false
	}
	return s.givenAt(t-1) || s.title(t-1) && (t+1 >= len(d.Tokens) || !d.Tokens[t+1].Capital)
}

// knownDay tells the surname alone of somebody whom the article names in full: “May said”, “May's deal”.
func (s *Sources) knownDay(t int) bool {
	d := s.doc
	tok := &d.Tokens[t]
	return s.surnames[lang.Bare(tok.Lower)] && !(t > 0 && d.Tokens[t-1].Is(lang.Determiner)) &&
		(tok.Is(lang.Possessive) || t+1 < len(d.Tokens) && s.acts(t+1) && !(t > 0 && d.Tokens[t-1].Is(lang.Preposition)))
}

// acts tells a verb with a tense.
func (s *Sources) acts(t int) bool {
	return s.doc.Tokens[t].Is(lang.Reporting) || s.doc.Tokens[t].Is(lang.Auxiliary)
}

// findSurnames notes the months that are surnames in the article.
func (s *Sources) findSurnames() {
	for t := range s.doc.Tokens {
		if tok := &s.doc.Tokens[t]; tok.Is(lang.CalendarWord) && tok.Capital && s.surnameDay(t) {
			s.surnames[lang.Bare(tok.Lower)] = true
		}
	}
}
