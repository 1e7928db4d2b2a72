package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// verbal tells that a token cannot belong to a noun phrase because it is a
// verb: "said", "was". Base and third-person forms double as nouns
// ("report", "claims") and count only where they hardly are.
func (s *Sources) verbal(t int) bool {
	tok := s.doc.Tokens[t]
	if tok.Capital {
		return tok.Is(lang.Contracted) && s.At(t) < 0
	}
	return tok.Is(lang.Verbal) && !s.attribute(t)
}

// attribute tells a verb in -ing that describes the noun behind it: "a leading advocate".
func (s *Sources) attribute(t int) bool {
	d := s.doc
	if t == 0 || t+1 >= len(d.Tokens) || d.Tokens[t].Verb.Form != lang.Gerund || !d.Tokens[t-1].Is(lang.Indefinite) || !s.adjacent(t, t+1) {
		return false
	}
	next := d.Tokens[t+1]
	return next.Word && next.Quote < 0 && !next.Is(lang.Preposition) && !next.Is(lang.Conjunction) && !next.Is(lang.Determiner) && !next.Is(lang.Auxiliary) && !subjectPronouns[next.Lower]
}

// NounForm tells that a base or third-person form is a noun here: "his recent
// remarks", "the reports", against "the foundation predicts", "who claims".
func (s *Sources) NounForm(t int) bool {
	d := s.doc
	if !d.Tokens[t].Is(lang.Reporting) || t == s.sentenceFirst(t) {
		return false
	}
	v := d.Tokens[t].Verb
	if v.Form != lang.Base && v.Form != lang.Third {
		return false
	}
	p := d.Tokens[t-1]
	if p.Quote >= 0 || !p.Word {
		return false
	}
	if next := t + 1; v.Form == lang.Third && next < len(d.Tokens) && d.Tokens[next].Is(lang.Auxiliary) && !d.Tokens[next].Is(lang.Preposition) && !d.Tokens[next].Is(lang.Determiner) && d.Tokens[next].Lower != "to" && d.Tokens[next].Quote < 0 && d.Tokens[next].Sentence == d.Tokens[t].Sentence {
		return true // “engineers from the member states will meet”
	}
	if p.Is(lang.Determiner) && p.Lower != "that" && p.Lower != "one" && p.Lower != "another" && p.Lower != "this" && p.Lower != "some" && p.Lower != "many" && p.Lower != "most" && p.Lower != "few" && p.Lower != "others" {
		return true
	}
	if p.Is(lang.Possessive) || p.Is(lang.Preposition) && p.Lower != "to" {
		return true
	}
	if i := s.At(t - 1); i >= 0 || subjectPronouns[p.Lower] || p.Lower == "who" || p.Lower == "which" || p.Is(lang.Adverb) {
		return false
	}
	if s.lang.AdjectiveEnd(p.Lower) {
		owned := t >= 2 && (d.Tokens[t-2].Is(lang.Determiner) || d.Tokens[t-2].Is(lang.Possessive)) // "his recent remarks"
		return v.Form == lang.Third && (v.Class != lang.Say || owned && v.Lemma == "remark") || v.Form == lang.Base
	}
	return false
}

func plural(low string) bool {
	return strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss") && !strings.HasSuffix(low, "us") && !strings.HasSuffix(low, "is") ||
		low == "people" || low == "police" || low == "men" || low == "women" || low == "many" || low == "others" || low == "some" || low == "children"
}

// nounlike tells that a phrase without a name can be a speaker.
func (s *Sources) nounlike(first, head int) bool {
	d := s.doc
	tok := d.Tokens[head]
	if tok.Is(lang.Time) || tok.Is(lang.CalendarWord) || tok.Is(lang.Adverb) || !tok.Word || startsWithDigit(tok.Lower) && !strings.HasSuffix(tok.Lower, "-year-old") {
		return false
	}
	if first == head && tok.Is(lang.Determiner) {
		return tok.Lower == "another" || tok.Lower == "one" || tok.Lower == "many"
	}
	if strings.HasSuffix(tok.Lower, "-based") || strings.HasSuffix(tok.Lower, "-old") && !d.Tokens[first].Is(lang.Determiner) {
		return false
	}
	f := d.Tokens[first].Lower
	return s.lang.Is(f, lang.Determiner) || s.lang.Is(f, lang.Possessive) || plural(tok.Lower) || tok.Capital || s.At(first) >= 0 || s.possessiveIn(first, head)
}

// gerund tells that a token is a verb in -ing, as far as its form shows, so that
// a name right after it is its object: "supporting Mr. Lee".
func (s *Sources) gerund(t int) bool {
	tok := s.doc.Tokens[t]
	if t > 0 && s.doc.Tokens[t-1].Is(lang.Determiner) { // "at the meeting Lee, a farmer, said"
		return false
	}
	return tok.Word && !tok.Capital && len(tok.Lower) > 5 && strings.HasSuffix(tok.Lower, "ing") && s.At(t) < 0 && !tok.Is(lang.RoleNoun)
}

// actedBy tells a form in -ed right behind a person's name: what the name's bearer does.
func (s *Sources) actedBy(t int) bool {
	if t == 0 || s.doc.Tokens[t].Capital || !strings.HasSuffix(s.doc.Tokens[t].Lower, "ed") {
		return false
	}
	i := s.At(t - 1)
	return i >= 0 && !s.Mentions[i].Possessive && s.Mentions[i].Entity >= 0 && s.Entities[s.Mentions[i].Entity].Kind == Person
}
