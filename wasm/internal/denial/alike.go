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
	case "answer":
		t := c.last
		for t < len(d.Tokens) && f.is(t, lang.Modifier) {
			t++
		}
		v := d.Tokens[min(t, len(d.Tokens)-1)].Verb
		if d.Tokens[c.first].Quote >= 0 || v.Form != lang.Base || f.confronted(c.sentence) {
			return false
		}
		switch v.Lemma {
		case "say", "suggest", "specify", "mention", "explain", "elaborate", "indicate", "note", "add", "predict", "describe":
			by := f.reporting(c.first)
			return by < 0 || !f.is(by, lang.Insist)
		}
	case "self":
		if c.cue.Kind == "disclaim" && c.first >= 2 && d.Tokens[c.first-1].Lower == "have" {
			w := &d.Tokens[c.first-2]
			return w.Word && !f.is(c.first-2, lang.Pronoun) && !f.is(c.first-2, lang.Modifier) && !f.is(c.first-2, lang.Joining) && w.Lower[len(w.Lower)-1] != 's'
		}
		if by := f.reporting(c.first); c.cue.Kind == "negate" && by >= 0 && d.Tokens[c.first].Quote < 0 {
			switch d.Tokens[by].Verb.Lemma {
			case "conclude", "find", "discover", "determine", "observe", "show":
				return true
			}
		}
	}
	return false
}
