package denial

import (
	"keypoints/wasm/internal/lang"
)

// label: "called the reports fake".
func (f *finder) label(c *candidate) bool {
	// "where I come from they call that a lie"
	if b := f.before(c.first); f.d.Tokens[c.first].Quote >= 0 && f.is(b, lang.Pronoun) && !f.is(b, lang.Mine) {
		return false
	}
	t, end := c.first+1, c.last-1
	for k := t; k < end; k++ {
		if f.is(k, lang.Claim) {
			c.object = f.labelled(span{t, end}, k)
			// "the reports on the camp", not "the story", "the allegation by the party"
			c.said = c.object.last > k+1 && !f.is(k+1, lang.Agentive)
			c.anaphor = !c.said
			return true
		}
	}
	c.object, c.anaphor = span{t, end}, true
	// called that “beyond preposterous”, the video “misleading”
	return (f.is(t, lang.Pointer) || f.among(c.object, lang.Utterance)) && (!f.is(end, lang.Opinion) || f.raisedLately(c, false) != "")
}

// labelled cuts the words of the label itself off an object whose noun is at token noun: "the story"
// of "called the story a complete fabrication", her account ‘a fairy tale’.
func (f *finder) labelled(s span, noun int) span {
	for k := noun + 1; k < s.last; k++ {
		if f.d.Tokens[k].Quote != f.d.Tokens[noun].Quote {
			s.last = k
		}
	}
	for s.last > noun+1 && (f.is(s.last-1, lang.Preposition) || f.is(s.last-1, lang.Article)) {
		s.last--
	}
	return s
}
