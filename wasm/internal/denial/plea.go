package denial

import "keypoints/wasm/internal/lang"

// done: "pleaded not guilty".
func (f *finder) done(c *candidate) bool {
	if !f.verb(c) {
		return false
	}
	c.anaphor = true
	t := f.reach(c.last, f.opensCharge) // "pleaded not guilty on Thursday to"
	if f.is(t, lang.To) {
		c.object = span{t + 1, f.clauseEnd(t + 1)}
		c.anaphor = f.numbered(c.object)
		c.said = !c.anaphor
	}
	return true
}

// numbered tells that what is pleaded to says only how many charges: "two of the counts", "all
// charges", but not "two counts of theft".
func (f *finder) numbered(s span) bool {
	for t := s.first; t < s.last; t++ {
		switch {
		case f.is(t, lang.Claim) || f.is(t, lang.Deed):
			return t+1 >= s.last || !f.d.Tokens[t+1].Is(lang.Of) && !f.d.Tokens[t+1].Is(lang.That) && !f.s.Participle(t+1)
		case !f.is(t, lang.Determiner) && !f.is(t, lang.Preposition) && f.stem(t) != "" && (f.d.Tokens[t].Lower[0] < '0' || f.d.Tokens[t].Lower[0] > '9'):
			return false
		}
	}
	return false
}

// opensCharge tells that what a plea is about begins at token k: "not guilty in court | to two counts".
func (f *finder) opensCharge(k, end int) bool { return f.d.Tokens[k].Is(lang.To) && k+1 < end }
