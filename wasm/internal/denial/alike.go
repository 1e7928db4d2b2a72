package denial

import "keypoints/wasm/internal/lang"

// alike tells the words of a negation or a disclaimer where nobody denies anything:
//
//   - what the writer notes that a source left unsaid: "He praised the party but did not
//     suggest that it would win"
//   - what is to be, or ought: "the right thing is that he have nothing to do with it"
//   - what a study finds: "The adjustment, they concluded, never happened"
func (f *finder) alike(c *candidate) bool {
	d := f.d
	switch c.cue.Frame {
	case frameAnswer:
		t := c.last
		for t < len(d.Tokens) && f.is(t, lang.Modifier) {
			t++
		}
		if d.Tokens[c.first].Quote < 0 && f.is(t, lang.Unsaid) {
			by := f.reporting(c.first)
			return by < 0 || !f.is(by, lang.Insist)
		}
	case frameSelf:
		if c.cue.Kind == KindDisclaim && c.first >= 2 && d.Tokens[c.first-1].Lower == lang.Have {
			w := &d.Tokens[c.first-2]
			return w.Word && !f.is(c.first-2, lang.Pronoun) && !f.is(c.first-2, lang.Modifier) && !f.is(c.first-2, lang.Joining) && !lang.InS(w.Lower)
		}
		return c.cue.Kind == KindNegate && d.Tokens[c.first].Quote < 0 && f.is(f.reporting(c.first), lang.Finds)
	}
	return false
}
