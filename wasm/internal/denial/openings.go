package denial

import "keypoints/wasm/internal/lang"

// claimsIn gives every stretch of tokens that says what somebody claims, with the way that it is
// opened: by a noun ("the allegation that …", "claims of …"), by a verb ("reported that …",
// "accused him of …"), by a question, or by the sentence's beginning.
func (f *finder) claimsIn(s span, add func(span, way)) {
	for t := s.first; t+1 < s.last; t++ {
		if !f.opens(t) {
			continue
		}
		switch {
		case (f.is(t, lang.Claim) || f.is(t, lang.Notion) || f.is(t, lang.Point)) && !f.reports(t):
			f.claimsOf(t, s, add)
		case f.is(t, lang.Charged) || f.is(t, lang.Investigated):
			if k := f.deed(t, s.last); k > 0 {
				add(span{k, f.untilVerb(k, min(s.last, f.clauseEnd(k)))}, accusedOf)
			}
		case f.d.Tokens[t].Lower == lang.Whether || f.d.Tokens[t].Lower == lang.IfWord && f.is(t-1, lang.Asks):
			add(f.within(span{t + 1, f.clauseEnd(t + 1)}, s), askedWhether)
		case f.reports(t) && !f.s.NounForm(t) || f.d.Tokens[t].Quote >= 0 && f.d.Tokens[t].Verb.Class == lang.Say:
			from := f.saidFrom(t, s.last)
			if from < s.last && f.d.Tokens[from].Word && !f.is(from, lang.Preposition) {
				add(f.within(span{from, f.clauseEndIn(from, f.d.Tokens[t].Quote)}, s), reported)
			}
		}
	}
}

// saidFrom gives the token before end with which begins what the verb at token t says: "told CNN
// that | he had paid", "told the paper | he had paid".
func (f *finder) saidFrom(t, end int) int {
	for k := t + 1; k < end && k < t+7 && f.d.Tokens[k].Word; k++ {
		if f.d.Tokens[k].Lower == lang.ThatWord && !f.is(k+1, lang.Time) && !f.is(k+1, lang.When) {
			return k + 1
		}
	}
	for k := t + 2; f.d.Tokens[t].Verb.Lemma == lang.Tell && k < end && k < t+6 && f.d.Tokens[k].Word; k++ {
		if !f.d.Tokens[k-1].Capital && f.clauseAt(k, end) || f.is(k, lang.SubjectPronoun) {
			return k
		}
	}
	return t + 1
}

// opens tells that the word at token t may open a claim, as few do.
func (f *finder) opens(t int) bool {
	tok := &f.d.Tokens[t]
	return tok.Verb.Lemma != "" || tok.Any(opening)
}

var opening = lang.SetOf(lang.Claim, lang.Notion, lang.Point, lang.Charged, lang.Investigated, lang.Insist, lang.Think, lang.Raise, lang.If)

// deed gives the token at which begins what somebody is said to have done behind the word of
// accusation at t, or 0: "charged the clerk, a father of two, on Monday with | taking it".
func (f *finder) deed(t, end int) int {
	for k := t + 1; k+1 < end && k < t+14; k++ {
		if f.d.Tokens[k].Lower == "," {
			for comma := k + 1; comma < end && comma < k+9; comma++ {
				if f.d.Tokens[comma].Lower == "," {
					k = comma
					break
				}
			}
			continue
		}
		if !f.d.Tokens[k].Word || f.is(k, lang.Charged) || f.is(k, lang.Claim) { // "arrested on suspicion of"
			return 0
		}
		if !f.is(k, lang.Accusing) || f.onDay(k) {
			continue
		}
		if f.deedAt(k+1, end) || f.is(t, lang.Charged) && (f.d.Tokens[k].Is(lang.Of) || f.d.Tokens[k].Lower == lang.With) && !f.d.Tokens[k+1].Capital {
			return k + 1
		}
	}
	return 0
}

// deedAt tells that words name what somebody did: "insider trading", "two counts of theft".
func (f *finder) deedAt(t, end int) bool {
	for k := t; k < end && k < t+4 && f.d.Tokens[k].Word && !f.is(k, lang.Preposition); k++ {
		if f.is(k, lang.Deed) || f.d.Tokens[k].Verb.Form == lang.Gerund || lang.InIng(f.d.Tokens[k].Lower) {
			return true
		}
	}
	return false
}

// claimsOf gives what the claim noun at token t claims: its clause, what it is of, and the phrase
// itself: "an assault allegation made against the director".
func (f *finder) claimsOf(t int, s span, add func(span, way)) {
	end := min(s.last, f.clauseEnd(t))
	for k := t + 1; k < min(s.last, t+12); k++ {
		if w := f.d.Tokens[k].Lower; w == lang.ThatWord && k+1 < s.last && (!f.is(k+1, lang.Aux) || f.is(k+1, lang.Contracted)) || f.saying(k) {
			add(f.within(span{k + 1, f.clauseEnd(k + 1)}, s), nounThat)
			break
		} else if f.is(k, lang.Aux) || f.reports(k) {
			break
		}
	}
	if t+2 >= s.last {
		return
	}
	if f.d.Tokens[t+1].Is(lang.Of) || f.d.Tokens[t+1].Lower == lang.About {
		add(span{t + 2, f.untilVerb(t+2, end)}, nounOf)
	} else if f.clauseAt(t+1, end) {
		add(span{t + 1, end}, nounClause)
	}
	first := t
	for first > s.first && t-first < 5 && f.d.Tokens[first-1].Word && f.d.Tokens[first-1].Quote == f.d.Tokens[t].Quote && !f.is(first, lang.Determiner) &&
		!f.is(first-1, lang.Preposition) && !f.is(first-1, lang.Aux) && !f.is(first-1, lang.Joining) && !f.reports(first-1) {
		first--
	}
	add(span{first, f.untilVerb(t, end)}, nounPhrase)
}
