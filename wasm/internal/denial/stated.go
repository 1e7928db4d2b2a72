package denial

import (
	"slices"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

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
	if f.d.Tokens[whole.first].Is(lang.According) { // "According to officials, the bridge …"
		for t := whole.first; t < whole.last && t < whole.first+12; t++ {
			if f.d.Tokens[t].Lower == "," {
				whole.first = t + 1
				break
			}
		}
	}
	if f.is(whole.first, lang.Questioned) { // "Asked about reports that he had paid, Lee shook his head"
		if m, ok := f.s.MainSubject(whole.first, whole.last); ok && m.First > whole.first+3 && f.d.Tokens[m.First-1].Lower == "," {
			whole.last = m.First - 1
			for t := whole.first + 1; t < whole.last; t++ {
				if w := f.d.Tokens[t].Lower; w == lang.Whether || w == lang.IfWord || w == lang.About {
					whole.first = t + 1
					break
				}
			}
		}
	}
	if f.d.Tokens[whole.first].Lower == lang.It { // "It was put about that he had sold it."
		for t := whole.first + 2; t+3 < whole.last && t < whole.first+7; t++ {
			if f.d.Tokens[t].Lower == lang.ThatWord && f.d.Tokens[t].Quote < 0 {
				return f.trim(f.within(span{t + 1, f.clauseEnd(t + 1)}, whole))
			}
		}
	}
	for t := whole.first; t+2 < whole.last; t++ {
		if f.d.Tokens[t].Quote >= 0 || !f.opens(t) {
			continue
		}
		// "accused him of selling visas", "was charged with selling visas"
		if f.is(t, lang.Charged) || f.is(t, lang.Investigated) {
			if k := f.deed(t, whole.last); k > 0 {
				return f.trim(f.within(span{k, f.untilVerb(k, f.clauseEndIn(k, f.d.Tokens[t].Quote))}, whole))
			}
		}
		if f.d.Tokens[t].Lower == lang.Put && f.d.Tokens[t+1].Lower == lang.It && f.d.Tokens[t+2].Is(lang.To) { // "put it to her that she had lied"
			for k := t + 3; k < whole.last && k < t+9; k++ {
				if f.d.Tokens[k].Lower == lang.ThatWord {
					return f.trim(f.within(span{k + 1, f.clauseEndIn(k+1, f.d.Tokens[t].Quote)}, whole))
				}
			}
		}
		if f.d.Tokens[t].Lower == lang.Whether && f.is(t-1, lang.Preposition) && t-1 > whole.first { // "raised questions about whether he had paid"
			return f.trim(f.within(span{t + 1, f.clauseEndIn(t+1, f.d.Tokens[t].Quote)}, whole))
		}
		if !(f.reports(t) && t > whole.first) && !((f.is(t, lang.Claim) || f.is(t, lang.Raise)) && f.d.Tokens[t+1].Lower == lang.ThatWord) &&
			f.d.Tokens[t].Lower != lang.Alleging {
			continue
		}
		from := f.saidFrom(t, whole.last)
		if from == t+1 && (!f.d.Tokens[from].Word || f.is(from, lang.Preposition) || f.d.Tokens[from].Lower == lang.Guilty) {
			continue
		}
		if s := f.trim(f.within(span{from, f.clauseEndIn(from, f.d.Tokens[t].Quote)}, whole)); s.last-s.first >= 4 {
			return s
		}
	}
	var opened span
	f.claimsIn(whole, func(s span, from way) {
		if s = f.trim(s); opened.empty() && from != reported && (from != nounPhrase || f.among(s, lang.Deed)) {
			opened = s
		}
	})
	if !opened.empty() {
		return opened
	}
	last := whole.last
	for t := whole.last - 1; t > whole.first+4; t-- { // "…, the ministry said"
		if f.d.Tokens[t].Quote < 0 && f.reports(t) && !f.is(t-1, lang.Be) && f.afterComma(t, whole.first+4) { // not "the tape, found in May, is said to …"
			for k := t; k > whole.first; k-- {
				if f.d.Tokens[k].Lower == "," {
					last = k
					break
				}
			}
			break
		}
	}
	if s := f.trim(span{whole.first, min(last, f.clauseEnd(whole.first))}); f.states(s) {
		// "One, who asked not to be named, said: “"
		if t := s.last + 1; t+1 < whole.last && f.d.Tokens[s.last].Lower == "," && f.reports(t) && !f.d.Tokens[t+1].Word {
			return span{}
		}
		for t := max(s.first+1, s.last-3); t < s.last; t++ {
			if f.reports(t) && t+1 < s.last { // "Lee had insisted the messages", before a comma
				return span{}
			}
		}
		return s
	}
	return f.trim(span{whole.first, last})
}

func (f *finder) within(s, whole span) span { return span{s.first, min(s.last, whole.last)} }

// asking tells that a span asks and states nothing: "MPs asked her | who", "the chair opens | by
// asking who", "It was put to her that she had paid".
func (f *finder) asking(s span) bool {
	for t := s.first; t < s.last; t++ {
		if f.fits(lang.PutToSomebody, t) || f.is(t, lang.Asks) && (f.is(s.last, lang.Who) || f.is(s.last+1, lang.Who)) {
			return true
		}
	}
	return f.is(s.last, lang.Agentive) && f.saying(s.last+1)
}

// asked finds what a source was asked shortly before it answered: "asked Lee
// about his ties to the mill".
func (f *finder) asked(sentence int) span {
	for i := sentence; i >= 0 && i >= sentence-3; i-- {
		whole := f.sentenceRange(i)
		if f.endless(i) {
			continue
		}
		for t := whole.first; t < whole.last; t++ {
			put := f.fits(lang.PutToSomebody, t)
			if f.d.Tokens[t].Quote >= 0 || !f.is(t, lang.Asks) && !put {
				continue
			}
			for k := t + 1; k < whole.last && k < t+16 && (f.d.Tokens[k].Word || f.d.Tokens[k].Lower == ","); k++ { // "asked Lee, the bank's chairman, whether"
				switch f.d.Tokens[k].Lower {
				case lang.Why: // "why he had said it", not "why he had left", which nobody disputes
					if said := f.d.Tokens[k+1 : min(k+5, whole.last)]; !slices.ContainsFunc(said, func(tok text.Token) bool { return tok.Verb.Class == lang.Say }) {
						continue
					}
					fallthrough
				case lang.ThatWord:
					if !put {
						continue
					}
					fallthrough
				case lang.About, lang.Whether, lang.IfWord:
					end := f.clauseEnd(k + 1)
					for c := k + 2; t == whole.first && c+1 < end; c++ { // "Asked whether he had paid, Lee was adamant"
						if f.d.Tokens[c].Lower == "," && f.d.Tokens[c].Quote < 0 {
							end = c
						}
					}
					if s := f.trim(span{k + 1, end}); s.last-s.first > 2 && !f.is(s.first, lang.Anaphor) {
						return s
					}
				}
			}
		}
	}
	return span{}
}

// states tells that a span can be read as a claim: it says something, with a
// verb or a noun of accusation, and begins with no word that points back.
func (f *finder) states(s span) bool {
	if !s.empty() && f.is(s.first, lang.Hortative) {
		return false
	}
	if s.empty() || s.last-s.first < 2 && !f.is(s.first, lang.Deed) ||
		f.is(s.first, lang.Anaphor) && !(f.is(s.first+1, lang.Modal) && s.last-s.first > 5) || f.is(s.first, lang.Joining) ||
		f.is(s.first, lang.AfterComma) || f.is(s.first, lang.Asks) || f.is(s.first, lang.Modifier) && f.d.Tokens[s.first+1].Lower == "," ||
		// "bitterly about it", "question his past"
		lang.InLy(f.d.Tokens[s.first].Lower) && f.is(s.first+1, lang.Preposition) ||
		f.d.Tokens[s.first].Verb.Form == lang.Base && f.d.Tokens[s.first].Verb.Lemma != "" && f.is(s.first+1, lang.Determiner) {
		return false
	}
	for t := s.first; t < s.last; t++ {
		w := f.d.Tokens[t].Lower
		if f.d.Tokens[t].Capital && t > s.first {
			continue
		}
		if f.is(t, lang.Aux) || f.is(t, lang.Modal) || f.is(t, lang.Deed) || f.is(t, lang.Claim) || f.d.Tokens[t].Verb.Lemma != "" && t > s.first ||
			len(w) > 4 && (lang.InEd(w) || lang.InIng(w)) || f.is(t, lang.PastForm) {
			return t+1 < s.last || !f.is(t, lang.Aux)
		}
	}
	return false
}
