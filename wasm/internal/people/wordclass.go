package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// roleNoun tells that a word names a kind of person: "spokesman", "neighbors".
func (s *Sources) roleNoun(low string) bool {
	low = bare(low)
	if _, ok := s.lang.Roles[low]; ok {
		return true
	}
	if _, ok := s.lang.Roles[singular(low)]; ok {
		return true
	}
	if _, ok := s.lang.Titles[low]; ok && len(low) > 3 {
		return true
	}
	if s.lang.NotRoles[low] {
		return false
	}
	// "great-grandmother", "ex-wife"; "mum-of-two"
	if i := strings.LastIndexByte(low, '-'); i > 1 {
		if head, _, of := strings.Cut(low, "-of-"); of {
			return s.lang.Roles[head] != 0
		}
		return s.lang.Roles[low[i+1:]] != 0 && len(low)-i > 4
	}
	for _, end := range []string{"man", "woman", "men", "women", "person"} {
		if strings.HasSuffix(low, end) && len(low) > len(end)+1 {
			return true
		}
	}
	return false
}

// verbal tells that a token cannot belong to a noun phrase because it is a
// verb: "said", "was". Base and third-person forms double as nouns
// ("report", "claims") and count only where they hardly are.
func (s *Sources) verbal(t int) bool {
	tok := s.doc.Tokens[t]
	if tok.Capital {
		return contracted(tok.Lower) && s.At(t) < 0
	}
	if s.lang.Auxiliaries[tok.Lower] || s.lang.Past[tok.Lower] || contracted(tok.Lower) {
		return true
	}
	v, ok := s.lang.Verbs[tok.Lower]
	if !ok {
		return false
	}
	switch v.Form {
	case lang.Base:
		return false
	case lang.Third:
		return v.Class == lang.Say
	}
	return true
}

// NounForm tells that a base or third-person form is a noun here: "his recent
// remarks", "the reports", against "the foundation predicts", "who claims".
func (s *Sources) NounForm(t int) bool {
	d := s.doc
	v, ok := s.lang.Verbs[d.Tokens[t].Lower]
	if !ok || v.Form != lang.Base && v.Form != lang.Third || t == s.sentenceFirst(t) {
		return false
	}
	p := d.Tokens[t-1]
	if p.Quote >= 0 || !p.Word {
		return false
	}
	if s.lang.Determiners[p.Lower] && p.Lower != "that" && p.Lower != "one" && p.Lower != "another" && p.Lower != "this" && p.Lower != "some" && p.Lower != "many" && p.Lower != "most" && p.Lower != "few" && p.Lower != "others" {
		return true
	}
	if possessiveToken(p.Lower) || s.lang.Prepositions[p.Lower] && p.Lower != "to" {
		return true
	}
	if i := s.At(t - 1); i >= 0 || subjectPronouns[p.Lower] || p.Lower == "who" || p.Lower == "which" || s.adverb(p.Lower) {
		return false
	}
	for end := range s.lang.Adjectives {
		if p.Lower == end || len(end) < 4 && len(p.Lower) > len(end)+2 && strings.HasSuffix(p.Lower, end) {
			owned := t >= 2 && (s.lang.Determiners[d.Tokens[t-2].Lower] || possessiveToken(d.Tokens[t-2].Lower)) // "his recent remarks"
			return v.Form == lang.Third && (v.Class != lang.Say || owned && v.Lemma == "remark") || v.Form == lang.Base
		}
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
	if s.lang.Times[tok.Lower] || s.lang.Calendar[bare(tok.Lower)] || s.adverb(tok.Lower) || !tok.Word || startsWithDigit(tok.Lower) && !strings.HasSuffix(tok.Lower, "-year-old") {
		return false
	}
	if first == head && s.lang.Determiners[tok.Lower] {
		return tok.Lower == "another" || tok.Lower == "one" || tok.Lower == "many"
	}
	if strings.HasSuffix(tok.Lower, "-based") || strings.HasSuffix(tok.Lower, "-old") && !s.lang.Determiners[d.Tokens[first].Lower] {
		return false
	}
	f := d.Tokens[first].Lower
	return s.lang.Determiners[f] || possessiveToken(f) || plural(tok.Lower) || tok.Capital || s.At(first) >= 0 || s.possessiveIn(first, head)
}

// gerund tells that a token is a verb in -ing, as far as its form shows, so that
// a name right after it is its object: "supporting Mr. Lee".
func (s *Sources) gerund(t int) bool {
	tok := s.doc.Tokens[t]
	if t > 0 && s.lang.Determiners[s.doc.Tokens[t-1].Lower] { // "at the meeting Lee, a farmer, said"
		return false
	}
	return tok.Word && !tok.Capital && len(tok.Lower) > 5 && strings.HasSuffix(tok.Lower, "ing") && s.At(t) < 0 && !s.roleNoun(tok.Lower)
}
