package denial

import "keypoints/wasm/internal/lang"

// farthest is how many tokens may stand between a cue and its claim.
const farthest = 36

// reach gives the token at which the claim of a cue begins that ends before token t. Whatever
// says when, where, how or through whom is stepped over, in any order: "denied | on Friday, in
// a letter to the court, | that", "rejected [4] | late on Monday | the claim". It is t where no
// claim is found behind it, and never behind a verb, a new clause or a quotation mark.
func (f *finder) reach(t int, opens func(k, end int) bool) int {
	if t < 1 || t >= len(f.d.Tokens) || f.d.Tokens[t-1].Quote >= 0 {
		return t
	}
	end := min(f.d.Sentences[f.d.Tokens[t-1].Sentence].Last, t+farthest)
	for k := t; k < end; {
		if k > t && opens(k, end) {
			return k
		}
		next := f.pastAdverbial(k, end, opens)
		if next <= k {
			break
		}
		k = next
	}
	return t
}

// pastAdverbial gives the token behind the adverbial that begins at token k, or -1.
func (f *finder) pastAdverbial(k, end int, opens func(k, end int) bool) int {
	tok := &f.d.Tokens[k]
	switch {
	case tok.Quote >= 0 || tok.QuotationMark():
		return -1
	case !tok.Word:
		return f.pastInsertion(k, end, opens)
	case f.is(k, lang.Modifier) || f.is(k, lang.When) || tok.Is(lang.Adverb):
		if k+1 < end && tok.Is(lang.Adverb) && f.gerund(k+1) && !f.is(k, lang.Modifier) {
			return -1
		}
		return k + 1
	case f.is(k, lang.Time):
		return k + 1
	case f.is(k, lang.Determiner) && k+1 < end && (f.is(k+1, lang.Time) || f.is(k+1, lang.When)): // "this week"
		return k + 2
	case f.is(k, lang.Joining) && k+1 < end && f.is(k+1, lang.Asks): // "when asked on Monday"
		return k + 2
	case f.is(k, lang.Preposition) && !tok.Is(lang.Agentive) && tok.Lower != lang.As:
		return f.pastPhrase(k+1, end, opens)
	}
	return -1
}

// pastInsertion gives the token behind what two commas, dashes or brackets enclose, behind a
// footnote's star or an emoji, or -1.
func (f *finder) pastInsertion(k, end int, opens func(k, end int) bool) int {
	opening := f.d.Tokens[k].Lower
	closing := opening
	switch opening {
	case "(":
		closing = ")"
	case "[":
		closing = "]"
	case ",", "—", "–", "-", "--":
	default:
		if stop(&f.d.Tokens[k]) {
			return -1
		}
		return k + 1
	}
	for c := k + 1; c < end && !f.d.Tokens[c].QuotationMark() && f.d.Tokens[c].Lower != ";"; c++ {
		if f.d.Tokens[c].Lower == closing && (opening != "," || c+1 < end && opens(c+1, end)) {
			return c + 1
		}
	}
	return -1
}

// pastPhrase gives the token behind the noun phrase of a preposition that begins at token k, or -1.
func (f *finder) pastPhrase(k, end int, opens func(k, end int) bool) int {
	named := false
	for ; k < end; k++ {
		tok := &f.d.Tokens[k]
		if !tok.Word || tok.Quote >= 0 || named && (f.is(k, lang.Preposition) || f.is(k, lang.Determiner) || f.is(k, lang.When) || opens(k, end)) {
			break
		}
		if f.is(k, lang.Aux) || f.is(k, lang.Not) || f.is(k, lang.Joining) || f.is(k, lang.Relative) {
			return -1
		}
		named = named || !f.is(k, lang.Determiner)
	}
	return k
}

// opensClaim tells that a claim begins at token k, behind an adverbial: "that she had known",
// "having known", "the charge", or whatever else is its object.
func (f *finder) opensClaim(k, end int) bool {
	tok := &f.d.Tokens[k]
	if !tok.Word || tok.Quote >= 0 || k+1 >= end {
		return false
	}
	if f.gerund(k) {
		return !f.inPhrase(k) || f.is(k+1, lang.Determiner) || f.is(k+1, lang.Pronoun) || f.is(k+1, lang.Aux) || f.s.Participle(k+1)
	}
	if f.is(k, lang.Determiner) {
		return !f.is(k+1, lang.Time) && !f.is(k+1, lang.When)
	}
	if f.inPhrase(k) || f.is(k, lang.Time) || f.is(k, lang.When) || f.is(k, lang.Preposition) || f.is(k, lang.Joining) {
		return false
	}
	head, _ := f.headOf(k, end)
	return f.is(head, lang.Claim) || f.is(head, lang.Deed) || f.is(head, lang.Figure)
}

// inPhrase tells that the noun phrase of the token before may go on at token k.
func (f *finder) inPhrase(k int) bool {
	return f.d.Tokens[k-1].Word && !f.is(k-1, lang.Modifier) && !f.is(k-1, lang.When) && !f.is(k-1, lang.Time) && !f.d.Tokens[k-1].Is(lang.Adverb)
}

// gerund tells a verb in -ing that a denial may have as its object: "denied knowing it".
func (f *finder) gerund(k int) bool {
	return lang.Ing(f.d.Tokens[k].Lower) && !f.d.Tokens[k].Capital && !f.is(k, lang.NoGerund) && !f.is(k, lang.Deed) && !f.is(k, lang.Withheld)
}

// opensScorn tells that a claim begins at token k, or what it is called: "rejected on Friday | as
// false the claim".
func (f *finder) opensScorn(k, end int) bool {
	return f.opensClaim(k, end) || f.d.Tokens[k].Lower == lang.As && k+1 < end && f.is(k+1, lang.Untrue)
}
