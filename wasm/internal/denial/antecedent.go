package denial

import (
	"sort"

	"keypoints/wasm/internal/lang"
)

// weights tell what makes a sentence the one that states a claim. They are
// round: finer ones gained none and two of the 56 and 67 claims of articles left out. Tried without gain: who says it, a quotation, the lead,
// whether the clause names the denier.
type weights struct {
	sentence float64 // for each sentence of distance, less
	pointed  float64 // the same, on top, where the denial points back: "denied that"
	raises   float64 // reports, asks or describes
	accuses  float64 // accuses, alleges, denies
	family   float64 // "accused" for "the accusation"
	denier   float64 // names the denier
	shared   float64 // for a word: "is violating" for "no violations", at most twice
}

const (
	furthestBack = 30 // sentences
	tries        = 3  // sentences looked into for a clause that reads as a claim
)

var fitted = weights{sentence: 0.1, pointed: 0.2, raises: 0.5, accuses: 0.5, family: 1, denier: 0.4, shared: 0.6}

// antecedent finds the nearest earlier sentence that states the claim, with
// preference for one that shares the claim noun ("the accusation": "accused"),
// names the denier, or raises a claim at all, and cuts it to the clause. A
// denial just before lends its own claim.
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
	if w := f.d.Tokens[words.last-1].Lower; w == lang.Such && words.last < len(f.d.Tokens) { // "no such letter"
		words.last++
	}
	noun := f.claimNoun(&c)
	w, name := f.weights, f.surname(c.source)
	plea := c.cue.Frame == frameDone && f.d.Tokens[c.last-1].Lower == lang.Guilty // of what he is charged with
	pointed := c.anaphor && noun == "" && c.cue.Frame == frameProposition
	report := f.lang.Is(noun, lang.FamilyReport)
	type scored struct {
		sentence int
		score    float64
	}
	var candidates []scored
	for i, distance := c.sentence-1, 0; i >= 0 && distance < furthestBack; i, distance = i-1, distance+1 {
		if f.endless(i) {
			continue
		}
		_, silent := f.noComment(i)
		if silent || f.heading(i) || f.denies(i) || f.speaksIn(c.source, i) || f.d.Tokens[f.d.Sentences[i].Last-1].Lower == "?" {
			continue
		}
		quoted := f.d.Tokens[f.d.Sentences[i].First].Quote >= 0
		if report && !f.raised.mark[i] || quoted && (report || f.lang.Is(noun, lang.FamilyStory)) { // what somebody says with his name is none
			continue
		}
		if plea && (!f.among(f.sentenceRange(i), lang.Charged) || !f.concerns(i, c.source)) {
			continue
		}
		score := 1 - w.sentence*float64(distance)
		add := func(weight float64, is bool) {
			if is {
				score += weight
			}
		}
		add(-w.pointed*float64(distance), pointed)
		add(w.raises, f.raised.mark[i])
		add(w.accuses, f.raised.hard[i])
		common, family := f.common(i, words), noun != "" && f.shares(i, noun)
		evident := family && f.raised.mark[i] || common > 0 || distance == 1 && f.raised.hard[i] && name != "" && f.has(i, name)
		if distance > 0 && !(evident && distance < near) || distance == 0 && !(evident || family || f.raised.mark[i] || f.hearsay(i) ||
			(pointed || c.cue.Kind == KindNegate && noun == "") && f.attributed(i, c.source)) {
			continue // no claim is better than a wrong one
		}
		score += w.shared * float64(min(2, common))
		add(w.family, family)
		add(w.denier, !pointed && name != "" && f.has(i, name))
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

// hearsay tells that a sentence says what is being said: "there was talk that", "a clip was said
// to show", "it was put about that".
func (f *finder) hearsay(i int) bool {
	s := f.sentenceRange(i)
	if f.among(s, lang.Claim) {
		return true
	}
	for t := s.first + 1; t+2 < s.last; t++ {
		if f.d.Tokens[t].Quote < 0 && f.is(t-1, lang.Be) && (f.d.Tokens[t].Verb.Form == lang.Past && f.d.Tokens[t+1].Is(lang.To) ||
			f.is(t+1, lang.Preposition) && f.d.Tokens[t+2].Lower == lang.ThatWord) {
			return true
		}
	}
	return false
}

// justSaid gives what somebody else says in the sentence before, in the same
// paragraph: "Castellan said the lake had been kept too full. Oren rejected the
// accusation."
func (f *finder) justSaid(c candidate) span {
	i := c.sentence - 1
	if i >= 0 && !f.endless(i) {
		// "calling it a forgery", behind a denial, is about what that one denies.
		it := !c.object.empty() && f.d.Tokens[c.object.first].Lower == lang.It
		called := (c.cue.Frame == frameLabel && !c.object.empty() && f.is(c.object.first, lang.Anaphor) && !(it && f.denies(i)) ||
			f.pointing(c) && !f.denies(i)) && f.attributed(i, c.source)
		s := f.stated(i)
		if called && f.states(s) { // "“Our guns were silent,” Rao said. Lupan called that a lie."
			return s
		}
		if f.is(c.first, lang.Utterances) && s.first > f.d.Sentences[i].First && f.states(s) { // "put it to her that she had lied. “Those words never left my mouth”"
			return s
		}
	}
	if !c.anaphor || c.cue.Frame != frameClaim && c.cue.Frame != frameProposition || i < 0 || f.endless(i) || f.denies(i) ||
		f.d.Sentences[i].Paragraph != f.d.Sentences[c.sentence].Paragraph || !f.attributed(i, c.source) {
		return span{}
	}
	if _, silent := f.noComment(i); silent {
		return span{}
	}
	whole := f.sentenceRange(i)
	for t := whole.first + 1; t < whole.last; t++ {
		if f.d.Tokens[t].Quote >= 0 || !f.reports(t) {
			continue
		}
		if s := f.stated(i); s.first > t && s.first <= t+6 && f.states(s) {
			return s
		}
	}
	return span{}
}

// pointing tells a label of what was said just before, in the writer's words: "said
// that was not true".
func (f *finder) pointing(c candidate) bool {
	return c.cue.Frame == frameSelf && f.is(c.first, lang.Pointer) && (c.cue.Kind == KindLabel && f.d.Tokens[c.first].Quote < 0 || c.cue.Kind == KindNegate)
}

// lent gives the claim of a denial just before, unless somebody accuses since or
// the denial is itself the accusation that is denied: "She accused the tenants
// of inventing the story. Vidal denied that."
func (f *finder) lent(c candidate) span {
	n := len(f.found)
	if n == 0 || f.is(c.first, lang.Utterances) { // “Those words never left my mouth”
		return span{}
	}
	last := f.found[n-1]
	if last.sentence == c.sentence-1 && last.entity != c.source.entity && c.anaphor && c.cue.Frame == frameProposition {
		whole := f.sentenceRange(last.sentence)
		for t := whole.first; t < whole.last; t++ {
			if f.d.Tokens[t].Quote < 0 && f.is(t, lang.Charged) {
				return f.stated(last.sentence)
			}
		}
	}
	if last.entity != c.source.entity && !c.anaphor { // another denies something of his own
		return span{}
	}
	if last.sentence < c.sentence-lends || f.accusedSince(last.sentence, c.sentence) ||
		last.claim.last-last.claim.first <= 3 && !f.is(last.claim.first, lang.Deed) {
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
