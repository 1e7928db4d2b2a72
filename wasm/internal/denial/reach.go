package denial

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// farthest is how many tokens may stand between a cue and its claim.
const farthest = 36

// reach gives the token at which the claim of a cue begins that ends before token t. What says when,
// where, how or through whom is stepped over: "denied | on Friday, in a letter to the court, | that".
// It is t where no claim is found behind it, and never behind a verb, a new clause or a quotation mark.
func (f *finder) reach(t int, opens func(k, end int) bool) int {
	if t < 1 || t >= len(f.d.Tokens) || f.d.Tokens[t-1].Quote >= 0 || f.d.Tokens[t].Word && !f.adverbial(t) {
		return t
	}
	end := min(f.d.Sentences[f.d.Tokens[t-1].Sentence].Last, t+farthest)
	for k := t; k < end; k++ {
		tok := &f.d.Tokens[k]
		if k > t && opens(k, end) {
			return k
		}
		if tok.Lower == "," { // ", speaking through a translator, | that"
			for c := k + 1; c+1 < end && !f.d.Tokens[c].QuotationMark(); c++ {
				if f.d.Tokens[c].Lower == "," && opens(c+1, end) {
					return c + 1
				}
			}
			break
		}
		if tok.Quote >= 0 || tok.QuotationMark() || f.is(k, lang.Aux) || f.is(k, lang.Not) || f.is(k, lang.Relative) || tok.Lower == ";" ||
			f.is(k, lang.Joining) && k+1 < end && f.d.Tokens[k+1].Word && !f.is(k+1, lang.Asks) && !f.is(k+1, lang.Preposition) {
			break
		}
	}
	return t
}

// adverbial tells that the words from token t on say when, where or how.
func (f *finder) adverbial(t int) bool {
	tok := &f.d.Tokens[t]
	return f.is(t, lang.Modifier) || f.is(t, lang.When) || f.is(t, lang.Time) || f.is(t+1, lang.Time) || f.is(t, lang.Joining) && f.is(t+1, lang.Asks) ||
		tok.Is(lang.Adverb) && !f.gerund(t+1) || f.is(t, lang.Preposition) && !tok.Is(lang.Agentive) && tok.Lower != lang.As
}

// opensClaim tells that a claim begins at token k, behind an adverbial: "that she had known",
// "having known", "the charge".
func (f *finder) opensClaim(k, end int) bool {
	tok := &f.d.Tokens[k]
	if !tok.Word || tok.Quote >= 0 || k+1 >= end || f.is(k-1, lang.Preposition) || f.is(k+1, lang.Time) || f.is(k+1, lang.When) {
		return false
	}
	behind := !f.d.Tokens[k-1].Word || f.is(k-1, lang.Modifier) || f.is(k-1, lang.When) || f.is(k-1, lang.Time) // no noun goes on here
	return tok.Is(lang.That) || f.is(k, lang.Determiner) || f.gerund(k) && (behind || f.is(k+1, lang.Determiner) || f.s.Participle(k+1)) ||
		behind && f.is(k, lang.Claim)
}

// gerund tells a verb in -ing that a denial may have as its object: "denied knowing it".
func (f *finder) gerund(k int) bool {
	if k >= len(f.d.Tokens) {
		return false
	}
	w := f.d.Tokens[k].Lower
	return len(w) > 4 && strings.HasSuffix(w, "ing") && !f.d.Tokens[k].Capital && !f.is(k, lang.NoGerund) && !f.is(k, lang.Deed) && !f.is(k, lang.Withheld)
}

// opensScorn tells that a claim begins at token k, or what it is called: "rejected on Friday | as
// false the claim".
func (f *finder) opensScorn(k, end int) bool {
	return f.opensClaim(k, end) || f.d.Tokens[k].Lower == lang.As && f.is(k+1, lang.Untrue)
}
