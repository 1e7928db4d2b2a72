package people

import "keypoints/wasm/internal/lang"

// fields tells that the comma at t parts the fields of one office, which "and" and a comma,
// a full stop or a preposition end before token end: “minister for transport, energy and the
// environment,”. What a name, a verb or another role stands in is a list of something else.
func (s *Sources) fields(t, end int) bool {
	d := s.doc
	if d.Tokens[t].Lower != "," || t < 2 || d.Tokens[t].Quote >= 0 || !s.fieldBefore(t) {
		return false
	}
	and, words := -1, 0 // words since the last comma or "and"
	for k := t + 1; k < end && k < t+longestRole/2; k++ {
		tok := d.Tokens[k]
		switch {
		case tok.Quote >= 0:
			return false
		case and >= 0 && words > 0 && (tok.Lower == "," || tok.Lower == "." || tok.Is(lang.Preposition)):
			return true
		case tok.Lower == "," && and < 0 && words > 0:
			words = 0
		case tok.Is(lang.And) && and < 0 && words > 0:
			and, words = k, 0
		case !tok.Word, tok.Is(lang.Preposition), tok.Is(lang.Conjunction), tok.Is(lang.Determiner) && k != and+1, tok.Is(lang.Adverb), tok.Is(lang.Time), tok.Is(lang.CalendarWord),
			tok.Is(lang.RoleNoun), s.At(k) >= 0, s.Verbal(k), words > 2,
			k == t+1 && !tok.Capital && (lang.InIng(tok.Lower) || s.PluralWord(tok.Lower)): // “, lives and works in Hull”
			return false
		default:
			words++
		}
	}
	return false
}

// fieldBefore tells that the words right before token t name a field of an office: they stand
// behind its noun and "of", "for" or "on".
func (s *Sources) fieldBefore(t int) bool {
	d := s.doc
	for k := t - 1; k > 0 && k > t-longestRole/2; k-- {
		tok := d.Tokens[k]
		if tok.Quote >= 0 || !tok.Word && tok.Lower != "," || s.personAt(k) {
			return false
		}
		if tok.Is(lang.Preposition) {
			return s.roleNoun(k-1) && tok.Is(lang.FieldOf)
		}
	}
	return false
}
