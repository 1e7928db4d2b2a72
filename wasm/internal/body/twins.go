package body

// Pages hold a stretch twice, once for each size of screen, and their styles show one of
// them. Both look alike here: the first is read.

// minTwin is how many letters a paragraph has that is not repeated by chance, and
// minTwins how many such paragraphs in a row are a copy.
const (
	minTwin  = 40
	minTwins = 2
)

// leaveTwins leaves out stretches of paragraphs that stand before in another element.
func (c *cleaner) leaveTwins() {
	first := make(map[string]int, len(c.units))
	copied := make([]int, len(c.units)) // the unit that it repeats, or -1
	repeated := false
	for n, i := range c.units {
		copied[n] = -1
		u := &c.tree.units[i]
		if u.chars < minTwin {
			continue
		}
		if before, ok := first[u.text]; !ok {
			first[u.text] = n
		} else if b := &c.tree.units[c.units[before]]; c.elements[b.at].parent != c.elements[u.at].parent {
			copied[n] = before
			repeated = true
		}
	}
	if !repeated {
		return
	}
	twin := make([]bool, len(c.units))
	for n := 0; n < len(c.units); n++ {
		if copied[n] < 0 {
			continue
		}
		// The same units behind both, the short ones among them too.
		end, long, offset := n, 0, n-copied[n]
		for end < len(c.units) && end-offset < n && c.tree.units[c.units[end]].text == c.tree.units[c.units[end-offset]].text {
			if copied[end] >= 0 {
				long++
			}
			end++
		}
		if long >= minTwins {
			for m := n; m < end; m++ {
				twin[m] = true
			}
		}
		n = end - 1
	}
	c.keep(func(n int, _ *unit) bool { return !twin[n] })
}
