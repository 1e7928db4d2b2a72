package denial

import (
	"keypoints/wasm/internal/lang"
)

// besideIt is the ground of what answers another's words in the same sentence.
const besideIt = "said beside it"

// lately is how many sentences back a claim stands that "that is not true" answers.
const lately = 3

// answers tells how the article raises, before a cue, what the cue's words deny: what it names
// in so many words anywhere, what it points at with "it" or "that" within a few sentences.
func (f *finder) answers(c *candidate) (ground string) {
	if c.cue.Kind == KindLabel || c.cue.Kind == KindReject {
		return f.labels(c)
	}
	if ground, _ = f.alleged(c, f.contents(f.clauseAround(c))); ground != "" {
		return ground
	}
	if f.questioned(c.first) || c.sentence <= lede && f.ownSubject(c.first, c.source) { // what a lede disclaims is the news
		return "lede"
	}
	end := f.pastMarks(c.last)
	points := f.is(c.first, lang.Thing) || f.is(end, lang.Anaphor) || f.d.Tokens[c.last-1].Lower == lang.Such ||
		end >= f.d.Sentences[c.sentence].Last || !f.d.Tokens[end].Word
	denied := f.d.Tokens[c.last-1].Word // but “I'm not.”
	return f.raisedLately(c, denied && points && c.cue.Kind == KindNegate)
}

// lede is the last of an article's sentences that say what the news is.
const lede = 1

// labels tells how the article raises what a label calls false, or that its words name a claim.
func (f *finder) labels(c *candidate) (ground string) {
	if b := f.before(c.first); f.is(b, lang.Aux) && !f.is(f.before(b), lang.TheyOrIt) && f.ownSubject(c.first, c.source) { // “We were completely wrong” owns up
		return ""
	}
	cue := span{max(c.first-4, f.d.Sentences[c.sentence].First), c.last}
	if !f.thought(*c).empty() || f.is(f.pastMarks(c.last), lang.That) ||
		c.cue.Frame == frameSelf && (f.among(cue, lang.Claim) || f.among(cue, lang.Utterance) || f.among(cue, lang.Utterances)) {
		return "noun"
	}
	if !f.relayedBefore(c).empty() {
		return "relayed"
	}
	return f.raisedLately(c, true)
}

// pastMarks is the first token from t on that is no quotation mark.
func (f *finder) pastMarks(t int) int {
	for t < len(f.d.Tokens) && f.d.Tokens[t].QuotationMark() {
		t++
	}
	return t
}

// raisedLately tells how the article has just raised something that can be denied: somebody
// claims it or is asked about it, or, where words of anybody will do, somebody else says it.
func (f *finder) raisedLately(c *candidate, anybody bool) (ground string) {
	own := f.reporting(c.first)
	for t := f.d.Sentences[c.sentence].First; anybody && t < c.first; t++ { // "Moss called it a deal but Reyes said it was nothing of the sort"
		if v := f.d.Tokens[t].Verb; t != own && f.d.Tokens[t].Quote < 0 && (v.Form == lang.Past && v.Class != lang.Weak) {
			return besideIt
		}
	}
	for i := range f.back(c.sentence, lately) {
		switch {
		case f.denies(i):
			return "denied lately"
		case f.raised.hard[i], f.among(f.sentenceRange(i), lang.Claim), f.among(f.sentenceRange(i), lang.Untrue):
			return "claimed lately"
		case anybody && i >= c.sentence-2 && f.attributed(i, c.source):
			return "said lately"
		}
	}
	return ""
}

// flat accepts a quotation whose first words say no, after a question: Asked
// whether he had met them, he said: “No. Never.”
func (f *finder) flat(c *candidate) bool {
	quoted := f.d.Tokens[c.first].Quote
	if quoted < 0 || c.first != f.d.Quoted[quoted].First+1 {
		return false
	}
	c.source, _ = f.speech(c.first)
	c.object, c.said = f.asked(c.sentence), true
	return c.source.card != nil && f.holds(c.object, lang.HasDone)
}
