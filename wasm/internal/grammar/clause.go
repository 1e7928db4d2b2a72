package grammar

import "keypoints/wasm/internal/lang"

// longestOpening is how many tokens stand at most between the word that opens an
// adverbial clause and its verb.
const longestOpening = 8

// Restrictive tells that the verb at k belongs to a relative clause that no comma
// sets off: Lee hit back at people who mocked her, saying “…”.
func (r *Reader) Restrictive(k int) bool {
	t := k - 1
	for t > 1 && (r.Adverb(t) || r.d.Tokens[t].Is(lang.Auxiliary)) {
		t--
	}
	return t > 1 && r.d.Tokens[t].Is(lang.Who) && r.d.Tokens[t-1].Lower != ","
}

// Attributive tells that a participle describes the noun after it: "his proposed tax", "the said plan".
func (r *Reader) Attributive(k int) bool {
	v := r.d.Tokens[k].Verb
	if k == 0 || v.Form != lang.Past && v.Form != lang.Participle || r.d.Tokens[k-1].Quote >= 0 {
		return false
	}
	p := &r.d.Tokens[k-1]
	return p.Is(lang.Determiner) && !p.Any(standing)
}

// standing are determiners that may stand alone as a subject: "one said", "those said".
var standing = lang.SetOf(lang.Standalone, lang.AloneSubject, lang.Whole, lang.Them, lang.Counted)

// Aside tells that the verb at k belongs to an adverbial or relative clause that a comma ends before
// token end, so that it says nothing there: Lee said that when Ruiz railed against the banks, “she
// is speaking for all of us.” low is the first token that belongs to the clause.
func (r *Reader) Aside(k, end, low int) bool {
	d := r.d
	comma := false
	for t := k + 1; t < end && !comma; t++ {
		comma = d.Tokens[t].Lower == "," && d.Tokens[t].Quote < 0
	}
	if !comma {
		return false
	}
	for t := k - 1; t >= max(low, k-longestOpening); t-- {
		tok := &d.Tokens[t]
		switch {
		case !tok.Word, tok.Quote >= 0:
			return false
		case tok.Is(lang.ClauseOpening):
			return t+1 < k // “when asked” has the main clause's subject
		case tok.Verb.Lemma != "" && !tok.Capital && !r.NounForm(t):
			return false
		}
	}
	return false
}

// AccordingTo tells that tokens t and t+1 say that somebody tells it: "according to".
func (r *Reader) AccordingTo(t int) bool {
	return t+1 < len(r.d.Tokens) && r.d.Tokens[t].Is(lang.According) && r.d.Tokens[t+1].Is(lang.To)
}
