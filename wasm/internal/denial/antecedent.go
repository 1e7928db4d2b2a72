package denial

import (
	"sort"

	"keypoints/wasm/internal/lang"
)

const (
	furthestBack = 30 // sentences
	tries        = 3  // sentences looked into for a clause that reads as a claim

	// What makes a sentence the one that states a claim, in sentences of distance; finer weights gained none.
	ofFamily = 10 // "accused" for "the accusation"
	perWord  = 6  // a word: "is violating" for "no violations", at most twice
)

// antecedent finds the nearest earlier sentence that states the claim, with
// preference for one that shares the claim noun ("the accusation": "accused") or
// words, and cuts it to the clause. A denial just before lends its own claim.
func (f *finder) antecedent(c candidate) span {
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
	pointed := c.anaphor && noun == "" && c.cue.Frame == frameProposition
	type scored struct{ sentence, score int }
	var candidates []scored
	for i, distance := c.sentence-1, 0; i >= 0 && distance < furthestBack; i, distance = i-1, distance+1 {
		if f.endless(i) {
			continue
		}
		_, silent := f.noComment(i)
		if silent || f.denies(i) || f.speaksIn(c.source, i) {
			continue
		}
		if plea && (!f.among(f.sentenceRange(i), lang.Charged) || !f.concerns(i, c.source)) {
			continue
		}
		common, related := f.share(f.contents(words), f.raised.stems[i]), noun != "" && f.shares(i, noun)
		evident := related && f.raised.mark[i] || common > 0 || distance == 1 && f.raised.hard[i] && name != "" && f.has(i, name)
		if distance > 0 && !(evident && distance < near) || distance == 0 && !(evident || related || f.raised.mark[i] || f.holds(f.sentenceRange(i), lang.Hearsay) ||
			(pointed || c.cue.Kind == KindNegate && noun == "") && f.attributed(i, c.source)) {
			continue // no claim is better than a wrong one
		}
		score := perWord*min(2, common) - distance
		if related {
			score += ofFamily
		}
		candidates = append(candidates, scored{i, score})
	}
	sort.SliceStable(candidates, func(i, j int) bool { return candidates[i].score > candidates[j].score })
	for _, candidate := range candidates[:min(len(candidates), tries)] {
		if s := f.stated(candidate.sentence); f.states(s) {
			return s
		}
	}
	return span{}
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

// lent gives the claim of a denial just before, unless somebody accuses since.
func (f *finder) lent(c candidate) span {
	n := len(f.found)
	if n == 0 {
		return span{}
	}
	last := f.found[n-1]
	if last.entity != c.source.entity && !c.anaphor { // another denies something of his own
		return span{}
	}
	if last.sentence < c.sentence-lends || f.accusedSince(last.sentence, c.sentence) ||
		last.claim.last-last.claim.first <= 3 && !f.is(last.claim.first, lang.Deed) { // "any wrongdoing"
		return span{}
	}
	return last.claim
}

// lends is for how many sentences a denial lends its claim to others.
const lends = 3

// accusedSince tells that a sentence between two others accuses.
func (f *finder) accusedSince(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if f.raised.hard[i] {
			return true
		}
	}
	return false
}
