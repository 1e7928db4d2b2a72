package denial

import (
	"keypoints/wasm/internal/lang"
)

// label: "called the reports fake".
func (f *finder) label(c *candidate) bool {
	if !f.verb(c) {
		return false
	}
	// "where I come from they call that a lie"
	if b := f.before(c.first); f.d.Tokens[c.first].Quote >= 0 && f.is(b, lang.Pronoun) && !f.is(b, lang.Mine) {
		return false
	}
	t := c.first + 1
	for t < c.last && f.d.Tokens[t].QuotationMark() {
		t++
	}
	end := c.last - 1
	weak := f.is(end, lang.Opinion)
	c.object = span{t, end}
	for k := t; k < end; k++ {
		if f.is(k, lang.Claim) {
			c.object = f.labelled(span{t, end}, k)
			// "the reports on the camp", not "the story", "the allegation by the party"
			c.said = c.object.last > k+1 && !f.d.Tokens[k+1].Is(lang.Agentive) && !f.is(k+1, lang.When)
			c.anaphor = !c.said
			return true
		}
	}
	c.anaphor = true
	if weak { // called that “beyond preposterous”, the video “misleading”
		return (f.is(t, lang.Pointer) || f.among(span{t, end}, lang.Utterance)) && f.raisedLately(c, false)
	}
	if f.among(span{t, end}, lang.Utterance) {
		return true
	}
	return f.is(t, lang.Pointer)
}

// labelled cuts the words of the label itself off an object whose noun is at
// token noun: "the story" of "called the story a complete fabrication".
func (f *finder) labelled(s span, noun int) span {
	for k := noun + 1; k < s.last; k++ { // “her account ‘a fairy tale’”
		if q := f.d.Tokens[k].Quote; q >= 0 && f.d.Quoted[q].First == k && f.d.Quoted[q].Last > s.last {
			return span{s.first, k}
		}
	}
	for s.last > noun+1 && (f.is(s.last-1, lang.Preposition) || f.is(s.last-1, lang.Article)) {
		s.last--
	}
	return s
}
