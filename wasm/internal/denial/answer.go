package denial

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// answer: "I did not take the money", after the article has told who says that
// he took it.
func (f *finder) answer(c *candidate) bool {
	s, verb := f.speech(c.first)
	if s.card == nil || f.is(s.last-1, lang.Claim) || f.fits(lang.NoAnswer, c.first) || f.narrated(c) || f.s.Supposed(c.first) || f.relayed(c.first) {
		return false
	}
	if _, silent := f.noComment(c.sentence); silent {
		return false
	}
	c.source = s
	own := f.ownSubject(c.first, s)
	switch {
	case f.contradicts(c, s, own):
	case f.is(c.last, lang.Perfect): // “has not had a stroke” answers only what is said in its words
	case f.holds(f.sentenceRange(c.sentence), lang.ContraryTo):
		c.ground = "said in its sentence"
		f.objectBehind(c)
	case own && (f.past(c) || f.is(f.d.Sentences[c.sentence].First, lang.Asks)):
		f.objectBehind(c)
		if c.ground, c.claimSentence = f.alleged(c, f.headsOf(c)); c.ground == "" && f.is(verb, lang.Insist) {
			c.ground = f.raisedLately(c, true)
		}
	}
	return c.ground != ""
}

// alleged tells how the article raises before what a source negates, in the words that the
// negation is about, and in which sentence: by an earlier denial of the source, in the headline, or in
// a sentence that accuses. ground is "" where it does not.
func (f *finder) alleged(c *candidate, heads []string) (ground string, sentence int) {
	if slices.ContainsFunc(f.found[max(0, len(f.found)-window):], func(before earlier) bool {
		return before.entity >= 0 && before.entity == c.source.entity && f.share(heads, f.contents(before.claim)) > 0
	}) {
		return "goes on denying", -1
	}
	name := f.surname(c.source)
	none := f.among(span{c.last, min(c.last+5, f.clauseEnd(c.last))}, lang.Pittance) // “I did not take one euro”
	for i := range f.back(c.sentence, window) {
		if !f.raised.mark[i] && !f.among(f.sentenceRange(i), lang.Accuser) {
			continue
		}
		shared, rare := f.meets(heads, f.raised.stems[i])
		if f.raised.hard[i] && rare || c.sentence-i <= near && shared >= 2 || (shared > 0 || none) && f.has(i, name) {
			return "alleged", i
		}
	}
	if _, rare := f.meets(heads, f.raised.title); rare {
		return "headline", -1
	}
	return "", -1
}

// headsOf gives the stems of what a negation is about: its verb, and the first words of what the
// verb has as its object: "had never | touched | the young reporter".
func (f *finder) headsOf(c *candidate) (heads []string) {
	if b := f.before(c.first); b >= 0 && f.is(c.first, lang.Nothing) && f.d.Tokens[c.first].Lower != lang.No && f.s.Participle(b) { // "had | sold | nothing"
		heads = append(heads, f.stem(b))
	}
	for t := c.last; t < f.clauseEnd(c.last) && len(heads) < 3 && f.d.Tokens[t].Lower != "," && (len(heads) == 0 || !f.is(t, lang.Preposition)); t++ {
		if w := f.stem(t); w != "" {
			heads = append(heads, w)
		}
	}
	return heads
}

// ownSubject tells that the negated verb has the source as its subject: "I",
// "we", "my", in a reported clause a pronoun, or the source's own name.
func (f *finder) ownSubject(t int, s source) bool {
	subject, _ := f.nearSubject(t, f.d.Sentences[f.d.Tokens[t].Sentence].First)
	if subject.empty() {
		return false
	}
	if f.is(subject.last-1, lang.Client) { // a lawyer speaks for his own
		return true
	}
	for k := subject.last; k < t; k++ { // "Lee said that none was"
		if f.reports(k) {
			return false
		}
	}
	if f.is(subject.first, lang.FirstPerson) {
		return f.d.Tokens[subject.first].Quote >= 0 // told a jury she had “never taken a penny”
	}
	return subject.entity >= 0 && subject.entity == s.entity || subject.entity < 0 && f.is(subject.first, lang.TheyOrIt) && !f.person(s)
}
