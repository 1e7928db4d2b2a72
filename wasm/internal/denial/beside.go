package denial

import "keypoints/wasm/internal/lang"

// beside finds a claim that stands in the denial's own sentence before the cue:
// "When I am described as a Japanese admiral, it's not true", "Vindman leaking
// information, a prospect Vindman denied", or after it: "…, after the mayor
// said he had lied".
func (f *finder) beside(c candidate) span {
	sentence := f.d.Sentences[c.sentence]
	for _, end := range [...]lang.Construction{lang.TakenUp, lang.Beside} {
		if comma := f.marked(end, c.first); comma >= 0 && c.object.empty() && !c.plain() {
			if s := f.statedIn(span{sentence.First, comma}); f.states(s) {
				return s
			}
		}
	}
	// "An aide accused of bullying has hit back at the claims"
	if c.anaphor && c.cue.Frame != frameSelf {
		for t := sentence.First; t+2 < c.first; t++ {
			if f.d.Tokens[t].Quote < 0 && f.is(t, lang.Charged) && f.d.Tokens[t+1].Is(lang.Of) {
				return f.trim(span{t + 2, f.untilVerb(t+2, c.first)})
			}
		}
	}
	// "Lee says Pell did it; Pell says that is nonsense."
	return f.relayedBefore(&c)
}

// relayedBefore is what a speaker has others say before he calls it false, in one sentence:
// “They argue that we are poor, and that is just not true”.
func (f *finder) relayedBefore(c *candidate) span {
	k := f.marked(lang.Relayed, c.first)
	if c.cue.Kind != KindLabel || k < 0 || f.d.Tokens[k].Quote < 0 || f.d.Tokens[k].Quote != f.d.Tokens[c.first].Quote {
		return span{}
	}
	return f.trim(f.unfinished(span{k, c.first}))
}

// untilVerb gives the token before end at which the sentence goes on after an
// accusation: "accused of bullying | has hit back", "of theft | said on Sunday",
// "charges of theft | carry a sentence of two years".
func (f *finder) untilVerb(t, end int) int {
	for k := t + 1; k < end; k++ {
		if f.d.Tokens[k].Lower == "," || stop(&f.d.Tokens[k]) || f.is(k, lang.Aux) && !f.is(k-1, lang.Determiner) ||
			f.reports(k) && f.d.Tokens[k].Verb.Form != lang.Gerund || f.is(k, lang.Punishes) && !f.is(k-1, lang.To) && !f.is(k-1, lang.Who) {
			return k
		}
	}
	return end
}
