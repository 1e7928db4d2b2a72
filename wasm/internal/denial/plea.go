package denial

import "keypoints/wasm/internal/lang"

// done: "pleaded not guilty".
func (f *finder) done(c *candidate) bool {
	if !f.verb(c) {
		return false
	}
	c.anaphor = true
	if t := f.marked(lang.PleadedTo, c.last); t >= 0 {
		c.object = span{t, f.clauseEnd(t)}
		c.anaphor = f.fits(lang.AllCharges, t)
		c.said = !c.anaphor
	}
	return true
}
