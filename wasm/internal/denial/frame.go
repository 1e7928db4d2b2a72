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
	if !c.plain() {
		return f.verb(c) && f.byObject(c)
	}
	switch c.cue.Frame {
	case frameSelf, frameQuoted:
		if c.cue.Frame == frameQuoted && f.d.Tokens[c.first].Quote < 0 || !f.self(c) {
			return false
		}
		c.ground = f.answers(c)
		return c.ground != ""
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
