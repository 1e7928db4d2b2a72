package denial

import (
	"keypoints/wasm/internal/lang"
)

// accept decides whether a cue is a denial by its frame, and finds its source
// and object.
func (f *finder) accept(c *candidate) bool {
	c.claimSentence = -1
	c.source = nobody
	if f.alike(c) {
		return false
	}
	switch c.cue.Frame {
	case "proposition":
		return f.proposition(c)
	case "claim":
		return f.claimFrame(c)
	case "inverted": // but "described misleading claims by sellers" calls them so in passing
		t := c.last
		for t < len(f.d.Tokens) && f.d.Tokens[t].QuotationMark() {
			t++
		}
		return f.is(t, lang.Determiner) && f.claimFrame(c)
	case "done":
		return f.done(c)
	case "label":
		return f.label(c)
	case "self":
		return !f.answersNothing(c) && f.self(c) && f.answers(c)
	case "quoted":
		return f.d.Tokens[c.first].Quote >= 0 && !f.indefinite(c.first) && f.self(c) && f.answers(c)
	case "raised":
		if !f.self(c) {
			return false
		}
		if c.cue.Kind == "reject" && f.is(c.last, lang.Ours) { // "found no evidence that its equipment was involved"
			f.objectBehind(c)
			return true
		}
		return f.questioned(c.first) || f.raises(c, 2) && f.raised.hard[c.claimSentence] ||
			f.raises(c, 1) && f.raised.hard[c.claimSentence] && c.claimSentence < c.sentence && c.claimSentence >= c.sentence-3
	case "answer":
		return f.answer(c)
	case "flat":
		return f.flat(c)
	}
	return false
}

// indefinite tells that "a" or "an" stands before a noun phrase: “once a false narrative spreads”.
func (f *finder) indefinite(t int) bool {
	b := f.before(t)
	return b >= 0 && (f.d.Tokens[b].Lower == "a" || f.d.Tokens[b].Lower == "an")
}

// answersNothing tells a cue's words that answer nothing where they stand: a scientist
// "who was not involved in the study", "it did not occur to us", "it took years to
// invent it", "the book is a fantasy".
func (f *finder) answersNothing(c *candidate) bool {
	d := f.d
	end := c.last - 1
	if c.last < len(d.Tokens) && d.Tokens[end].Lower == "so" && d.Tokens[c.last].Word { // "it is not so much the money"
		return true
	}
	if c.cue.Kind == "label" && (f.is(f.before(c.first), lang.Preposition) || f.infinitive(c.first) || f.is(end, lang.Invented) && f.among(span{c.first, end}, lang.Artwork)) {
		return true
	}
	return d.Tokens[end].Lower == "such" && f.among(span{c.first, end}, lang.Modal) // "has had no request and would welcome any such"
}
