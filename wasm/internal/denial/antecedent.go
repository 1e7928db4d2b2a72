package denial

import "keypoints/wasm/internal/lang"

// antecedent finds the nearest earlier sentence that states the claim, and cuts it to the clause:
// the one that raises it, a denial, which lends its own, or one that shares words or the claim noun
// ("the accusation": "accused"); of the sentence just before less will do.
func (f *finder) antecedent(c candidate) span {
	if c.ground == besideIt { // that is what it answers, and no clause of its own
		return span{}
	}
	if c.claimSentence >= 0 && c.claimSentence < c.sentence {
		return f.stated(c.claimSentence)
	}
	if s := f.lent(c); !s.empty() {
		return s
	}
	words := span{c.first, max(c.last, c.object.last)}
	noun, name := f.claimNoun(&c), f.surname(c.source)
	plea := f.d.Tokens[c.last-1].Lower == "guilty" // of what he is charged with
	for i := c.sentence - 1; i >= max(0, c.sentence-near); i-- {
		if f.endless(i) || f.heading(i) || f.denies(i) || f.speaksIn(c.source, i) || noun != "" && f.d.Tokens[f.d.Sentences[i].First].Quote >= 0 ||
			plea && !f.concerns(i, c.source) {
			continue
		}
		if _, silent := f.noComment(i); silent {
			continue
		}
		evident := f.common(i, words) > 0 || noun != "" && f.shares(i, noun)
		switch c.sentence - i { // no claim is better than a wrong one
		case 1:
			evident = evident || f.raised.mark[i] || f.among(f.sentenceRange(i), lang.Claim) ||
				(noun == "" || f.d.Sentences[i].Paragraph == f.d.Sentences[c.sentence].Paragraph) && f.attributed(i, c.source)
		case 2:
			evident = evident || f.raised.hard[i] && name != "" && f.has(i, name)
		}
		if !evident {
			continue
		}
		if s := f.stated(i); f.states(s) {
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

// lends is for how many sentences a denial lends its claim to others.
const lends = 3

// lent gives the claim of a denial just before, unless another denies something of his own or
// somebody else has said something since.
func (f *finder) lent(c candidate) span {
	if len(f.found) == 0 {
		return span{}
	}
	last := f.found[len(f.found)-1]
	if last.sentence < c.sentence-1 && c.anaphor && f.attributed(c.sentence-1, c.source) || last.entity != c.source.entity && !c.anaphor ||
		last.sentence < c.sentence-lends || last.claim.last-last.claim.first <= 3 {
		return span{}
	}
	return last.claim
}
