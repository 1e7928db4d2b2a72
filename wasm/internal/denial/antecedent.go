package denial

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// What makes a sentence the one that states a claim, in sentences of distance; finer weights gained none.
const (
	ofFamily = 10 // "accused" for "the accusation"
	ofWord   = 6  // "is violating" for "no violations"
)

// antecedent finds the nearest earlier sentence that states the claim, with
// preference for one that shares the claim noun ("the accusation": "accused") or
// words, and cuts it to the clause. A denial just before lends its own claim.
func (f *finder) antecedent(c candidate) (claim span) {
	if c.ground == besideIt { // that is what it answers, and no clause of its own
		return span{}
	}
	if c.claimSentence >= 0 && c.claimSentence < c.sentence {
		return f.stated(c.claimSentence)
	}
	if s := f.justSaid(c); !s.empty() {
		return s
	}
	if s := f.lent(c); !s.empty() {
		return s
	}
	words := span{c.first, max(c.last, c.object.last)}
	noun := f.claimNoun(&c)
	name := f.surname(c.source)
	plea := c.cue.Frame == frameDone && f.d.Tokens[c.last-1].Lower == lang.Guilty // of what he is charged with
	best := -1 - near
	for i := c.sentence - 1; i >= max(0, c.sentence-near); i-- {
		if _, silent := f.noComment(i); silent || f.endless(i) || f.denies(i) || f.speaksIn(c.source, i) ||
			plea && (!f.among(f.sentenceRange(i), lang.Charged) || !f.concerns(i, c.source)) {
			continue
		}
		distance := c.sentence - 1 - i
		common, related := f.share(f.contents(words), f.raised.stems[i]) > 0, noun != "" && f.shares(i, noun)
		evident := related && f.raised.mark[i] || common || distance == 1 && f.raised.hard[i] && name != "" && f.has(i, name)
		if !evident && (distance > 0 || !related && !f.raised.mark[i] && !f.holds(f.sentenceRange(i), lang.Hearsay) &&
			(noun != "" || c.cue.Kind != KindNegate && c.cue.Frame != frameProposition || !f.attributed(i, c.source))) {
			continue // no claim is better than a wrong one
		}
		score := ofFamily*index(related) + ofWord*index(common) - distance
		if s := f.stated(i); score > best && f.states(s) {
			best, claim = score, s
		}
	}
	return claim
}

// speaksIn tells that a source is quoted in a sentence: nobody denies what he said himself a
// moment before.
func (f *finder) speaksIn(s source, i int) bool {
	return s.entity >= 0 && slices.ContainsFunc(f.quotation[f.d.Sentences[i].First:f.d.Sentences[i].Last], func(q int32) bool {
		return q >= 0 && f.quotes[q].Entity == s.entity
	})
}

// claimNoun gives the last noun for a claim in a denial's words, "accusation", or "".
func (f *finder) claimNoun(c *candidate) (noun string) {
	for t := c.first; t < max(c.last, c.object.last) && t < len(f.d.Tokens); t++ {
		if f.is(t, lang.Claim) {
			noun = f.d.Tokens[t].Lower
		}
	}
	return noun
}

// justSaid gives what somebody else says in the sentence before: "Castellan said the lake had been
// kept too full. Oren rejected the accusation.", "“Our guns were silent,” Rao said. Lupan called that a lie."
func (f *finder) justSaid(c candidate) span {
	i := c.sentence - 1
	if i < 0 || f.endless(i) || f.denies(i) || !f.attributed(i, c.source) {
		return span{}
	}
	refers := f.pointing(c) || c.cue.Frame == frameLabel && !c.object.empty() && f.is(c.object.first, lang.Anaphor) ||
		c.anaphor && !c.plain() && f.d.Sentences[i].Paragraph == f.d.Sentences[c.sentence].Paragraph
	if s := f.stated(i); refers && f.states(s) {
		return s
	}
	return span{}
}

// pointing tells a label of what was said just before, in the writer's words: "said
// that was not true".
func (f *finder) pointing(c candidate) bool {
	return c.cue.Frame == frameSelf && f.is(c.first, lang.Pointer) && (c.cue.Kind == KindLabel && f.d.Tokens[c.first].Quote < 0 || c.cue.Kind == KindNegate)
}

// lent gives the claim of a denial just before.
func (f *finder) lent(c candidate) span {
	n := len(f.found)
	if n == 0 {
		return span{}
	}
	last := f.found[n-1]
	if last.sentence < c.sentence-lends ||
		last.claim.last-last.claim.first <= 3 && !f.is(last.claim.first, lang.Deed) { // "any wrongdoing"
		return span{}
	}
	return last.claim
}

// lends is for how many sentences a denial lends its claim to others.
const lends = 3
