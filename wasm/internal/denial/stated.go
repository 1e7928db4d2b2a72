package denial

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// stated cuts the clause of a sentence that states a claim.
func (f *finder) stated(i int) span {
	if f.endless(i) {
		return span{}
	}
	return f.statedIn(f.sentenceRange(i))
}

// statedIn gives the first thing that somebody claims, reports or is accused of among tokens; else
// their words without who says them.
func (f *finder) statedIn(whole span) span {
	whole.first = f.s.Dateline(whole.first)
	for t := whole.first; f.d.Tokens[whole.first].Is(lang.According) && t < whole.last; t++ { // "According to officials, the bridge …"
		if f.d.Tokens[t].Lower == "," {
			whole.first = t + 1
		}
	}
	var claimed span
	f.claimsIn(whole, func(s span, from way) {
		s = f.trim(s)
		if !claimed.empty() || !f.states(s) || f.is(s.first, lang.Pronoun) && !f.is(s.first, lang.SubjectPronoun) { // "me if he paid"
			return
		}
		if (from != nounPhrase || f.among(s, lang.Deed)) && (from != reported || s.last-s.first >= leastReported) {
			claimed = s
		}
	})
	if !claimed.empty() {
		return claimed
	}
	s := f.trim(f.within(span{whole.first, f.clauseEnd(whole.first)}, whole))
	if !f.states(s) {
		s = f.trim(whole)
	}
	for t := s.first + 1; t < s.last; t++ { // "Lee had insisted the messages", before a comma, and "One, who was there, said: “"
		if f.reports(t) && (t >= s.last-3 || !f.d.Tokens[t+1].Word) {
			return span{}
		}
	}
	return s
}

// leastReported is how many tokens a reported claim has at least: "said so at length" has fewer.
const leastReported = 4

func (f *finder) within(s, whole span) span { return span{s.first, min(s.last, whole.last)} }

// asked finds what a source was asked shortly before it answered: "asked Lee
// about his ties to the mill".
func (f *finder) asked(sentence int) span {
	for i := sentence; i >= max(0, sentence-3); i-- {
		whole := f.sentenceRange(i)
		for t := whole.first; t < whole.last && !f.endless(i); t++ {
			if !f.is(t, lang.Asks) || f.d.Tokens[t].Quote >= 0 {
				continue
			}
			for k := t + 1; k < min(whole.last, t+16) && (f.d.Tokens[k].Word || f.d.Tokens[k].Lower == ","); k++ { // "asked Lee, the bank's chairman, whether"
				switch f.d.Tokens[k].Lower {
				case lang.About, lang.Whether, lang.IfWord:
					if s := f.trim(span{k + 1, f.clauseEnd(k + 1)}); s.last-s.first > 2 {
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
	if s.empty() || s.last-s.first < 2 && !f.is(s.first, lang.Deed) || f.is(s.first, lang.Anaphor) && !f.is(s.first+1, lang.Modal) ||
		f.is(s.first, lang.Joining) || f.is(s.first, lang.AfterComma) || f.d.Tokens[s.first].Verb.Form == lang.Base ||
		strings.HasSuffix(f.d.Tokens[s.first].Lower, "ly") { // "let's move on", "bitterly about it"
		return false
	}
	for t := s.first; t < s.last; t++ {
		w := f.d.Tokens[t].Lower
		if f.d.Tokens[t].Capital && t > s.first { // of a name
			continue
		}
		if f.is(t, lang.Aux) || f.is(t, lang.Modal) || f.is(t, lang.Deed) || f.is(t, lang.Claim) || f.d.Tokens[t].Verb.Lemma != "" && t > s.first ||
			strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || f.is(t, lang.PastForm) {
			return t+1 < s.last || !f.is(t, lang.Aux)
		}
	}
	return false
}
