package denial

import "keypoints/wasm/internal/lang"

// claimsIn gives every stretch of tokens that says what somebody claims, with the way that it is
// opened: by a noun ("the allegation that …", "claims of …"), by a verb ("reported that …",
// "accused him of …"), by a question, or by the sentence's beginning.
func (f *finder) claimsIn(s span, add func(span, way)) {
	for t := s.first; t+1 < s.last; t++ {
		if tok := &f.d.Tokens[t]; tok.Verb.Lemma == "" && !tok.Any(opening) {
			continue
		}
		switch {
		case (f.is(t, lang.Claim) || f.is(t, lang.Notion) || f.is(t, lang.Point)) && !f.reports(t):
			f.claimsOf(t, s, add)
		case f.is(t, lang.Charged) || f.is(t, lang.Investigated):
			if k := f.opened(lang.AccusedOf, t, s); k > 0 {
				add(span{k, f.untilVerb(k, min(s.last, f.clauseEnd(k)))}, accusedOf)
			}
		case f.d.Tokens[t].Lower == lang.Whether:
			add(f.within(span{t + 1, f.clauseEnd(t + 1)}, s), askedWhether)
		case f.fits(lang.AskedAbout, t):
			k := f.marked(lang.AskedAbout, t)
			add(f.within(span{k, f.clauseEnd(k)}, s), askedWhether)
		case f.reports(t) && !f.s.NounForm(t) || f.d.Tokens[t].Quote >= 0 && f.d.Tokens[t].Verb.Class == lang.Say ||
			f.is(t, lang.Raise) && f.d.Tokens[t+1].Lower == lang.ThatWord:
			from := max(t+1, f.marked(lang.Said, t))
			if from < s.last && f.d.Tokens[from].Word && !f.is(from, lang.Preposition) {
				add(f.within(span{from, f.clauseEndIn(from, f.d.Tokens[t].Quote)}, s), reported)
			}
		}
	}
}

// opened gives the token of a span at which begins what the word at token t opens, or 0.
func (f *finder) opened(c lang.Construction, t int, s span) int {
	k := f.marked(c, t)
	last := k - 1 // of what opens it, which stands in no other quotation than the word
	for last > t && f.d.Tokens[last].QuotationMark() {
		last--
	}
	if last < t || k >= s.last || f.d.Tokens[last].Quote != f.d.Tokens[t].Quote {
		return 0
	}
	return k
}

// opening are the classes of words, besides verbs of saying, that may open a claim, as few do.
var opening = lang.SetOf(lang.Claim, lang.Notion, lang.Point, lang.Charged, lang.Investigated, lang.Insist, lang.Think, lang.Raise, lang.If, lang.PutTo)

// claimsOf gives what the claim noun at token t claims: its clause, what it is of, and the phrase
// itself: "an assault allegation made against the director".
func (f *finder) claimsOf(t int, s span, add func(span, way)) {
	end := min(s.last, f.clauseEnd(t))
	if k := f.opened(lang.NounThat, t, s); k > 0 {
		add(f.within(span{k, f.clauseEnd(k)}, s), nounThat)
	}
	if t+2 >= s.last {
		return
	}
	if k := f.opened(lang.NounOf, t, s); k > 0 {
		add(span{k, f.untilVerb(k, end)}, nounOf)
	} else if f.fits(lang.Clause, t+1) {
		add(span{t + 1, end}, nounClause)
	}
	first := f.marked(lang.NounPhrase, t)
	if first < s.first {
		first = t
	}
	add(span{first, f.untilVerb(t, end)}, nounPhrase)
}
