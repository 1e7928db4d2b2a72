package denial

import (
	"keypoints/wasm/internal/lang"
)

// The kinds of denials.
const (
	KindDeny     = "deny"
	KindReject   = "reject"
	KindLabel    = "label"
	KindNegate   = "negate"
	KindDisclaim = "disclaim"
)

// The frames of cues, which say what else must hold: see denial-cues.txt.
const (
	frameProposition = "proposition"
	frameClaim       = "claim"
	frameInverted    = "inverted"
	frameDone        = "done"
	frameLabel       = "label"
	frameSelf        = "self"
	frameQuoted      = "quoted"
	frameRaised      = "raised"
	frameAnswer      = "answer"
	frameFlat        = "flat"
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
	case frameProposition:
		return f.proposition(c)
	case frameClaim:
		return f.claimFrame(c)
	case frameInverted: // but "described misleading claims by sellers" calls them so in passing
		t := c.last
		for t < len(f.d.Tokens) && f.d.Tokens[t].QuotationMark() {
			t++
		}
		return f.is(t, lang.Determiner) && f.claimFrame(c)
	case frameDone:
		return f.done(c)
	case frameLabel:
		return f.label(c)
	case frameSelf:
		return !f.answersNothing(c) && f.self(c) && f.answers(c)
	case frameQuoted:
		once := f.is(f.before(c.first), lang.Indefinite)                      // “once a false narrative spreads”
		listed := f.d.Tokens[c.last-1].Lower == "," && f.is(c.last, lang.Not) // “not me, not Bill, nobody more qualified than her”
		return f.d.Tokens[c.first].Quote >= 0 && !once && !listed && f.self(c) && f.answers(c)
	case frameRaised:
		if !f.self(c) {
			return false
		}
		if c.cue.Kind == KindReject && f.is(c.last, lang.Ours) { // "found no evidence that its equipment was involved"
			f.objectBehind(c)
			return true
		}
		return f.questioned(c.first)
	case frameAnswer:
		return f.answer(c)
	case frameFlat:
		return f.flat(c)
	}
	return false
}

// answersNothing tells a cue's words that answer nothing where they stand: a scientist
// "who was not involved in the study", "it did not occur to us", "it took years to
// invent it", "the book is a fantasy".
func (f *finder) answersNothing(c *candidate) bool {
	d := f.d
	end := c.last - 1
	if c.last < len(d.Tokens) && d.Tokens[end].Lower == lang.So && d.Tokens[c.last].Word { // "it is not so much the money"
		return true
	}
	if c.cue.Kind == KindLabel && (f.is(f.before(c.first), lang.Preposition) || f.infinitive(c.first) ||
		f.is(end, lang.Invented) && f.among(span{c.first, end}, lang.Artwork)) {
		return true
	}
	return d.Tokens[end].Lower == lang.Such && f.among(span{c.first, end}, lang.Modal) // "has had no request and would welcome any such"
}
