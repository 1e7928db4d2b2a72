package denial

import "keypoints/wasm/internal/lang"

// stated cuts the clause of a sentence that states a claim.
func (f *finder) stated(i int) span {
	if f.endless(i) {
		return span{}
	}
	return f.statedIn(f.sentenceRange(i))
}

// statedIn cuts what follows "accused him of", "alleged that" or "said"; else
// it gives the words without their attribution.
func (f *finder) statedIn(whole span) span {
	whole.first = f.s.Dateline(whole.first)
	for _, c := range [...]lang.Construction{lang.Attributed, lang.AskedAbout} {
		if k := f.marked(c, whole.first); k >= 0 {
			whole = f.within(span{k, f.clauseEnd(k)}, whole)
		}
	}
	var opened, other span
	f.claimsIn(whole, func(s span, from way) {
		s = f.trim(s)
		switch {
		case s.empty():
		case (from == accusedOf || from == reported && s.last-s.first >= 4 || from == askedWhether || from == nounThat) && f.d.Tokens[s.first-1].Quote < 0:
			if opened.empty() {
				opened = s
			}
		case other.empty() && from != reported && (from != nounPhrase || f.among(s, lang.Deed)):
			other = s
		}
	})
	if !opened.empty() {
		return opened
	}
	if !other.empty() {
		return other
	}
	s := f.trim(f.within(span{whole.first, f.clauseEnd(whole.first)}, whole))
	if !f.states(s) {
		return f.trim(whole)
	}
	for t := max(s.first+1, s.last-3); t < s.last; t++ {
		if f.reports(t) { // "Lee had insisted the messages", before a comma
			return span{}
		}
	}
	return s
}

func (f *finder) within(s, whole span) span { return span{s.first, min(s.last, whole.last)} }

// asked finds what a source was asked shortly before it answered: "asked Lee
// about his ties to the mill".
func (f *finder) asked(sentence int) span {
	for i := sentence; i >= max(0, sentence-3); i-- {
		whole := f.sentenceRange(i)
		for t := whole.first; t < whole.last && !f.endless(i); t++ {
			if k := f.marked(lang.AskedAbout, t); k >= 0 && k < whole.last && f.d.Tokens[t].Quote < 0 && f.d.Tokens[k].Quote < 0 {
				if s := f.trim(span{k, f.clauseEnd(k)}); s.last-s.first > 2 {
					return s
				}
			}
		}
	}
	return span{}
}

// states tells that a span can be read as a claim: it says something, with a
// verb or a noun of accusation, and begins with no word that points back.
func (f *finder) states(s span) bool {
	if s.empty() || s.last-s.first < 2 && !f.is(s.first, lang.Deed) || f.fits(lang.StatesNothing, s.first) {
		return false
	}
	for t := s.first; t < s.last; t++ {
		tok := &f.d.Tokens[t]
		if (!tok.Capital || t == s.first) && (tok.Any(stating) || lang.InEd(tok.Lower)) {
			return t+1 < s.last || !f.is(t, lang.Aux)
		}
	}
	return false
}

// stating are the classes of words with which a clause, or a noun of accusation, says something.
var stating = lang.SetOf(lang.Aux, lang.Modal, lang.Deed, lang.Claim, lang.Reporting, lang.PastForm, lang.IngForm)
