package body

import "strings"

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

// minRepeat and maxRepeat bound a pull quote, in bytes.
const (
	minRepeat = 30
	maxRepeat = 500
	maxPulled = 40 // pull quotes that are looked for in the text
	minPulled = 9  // words of one that no element calls a quotation
)

// leavePullQuotes leaves out what stands apart in large letters and word for word in a
// longer paragraph too, with the line that names who said it.
func (c *cleaner) leavePullQuotes() {
	var gone []bool
	searched := 0
	for n, i := range c.units {
		u := &c.tree.units[i]
		if len(u.text) < minRepeat || len(u.text) > maxRepeat || !c.standsApart(n, u) {
			continue
		}
		if searched++; searched > maxPulled {
			break
		}
		words := strings.Trim(u.text, "“”‘’\"'«»„‚「」『』 .…")
		if !u.repeats && !c.saidElsewhere(n, words) {
			continue
		}
		if gone == nil {
			gone = make([]bool, len(c.units))
		}
		gone[n] = true
		if n+1 < len(c.units) {
			if v := &c.tree.units[c.units[n+1]]; len(v.text) <= maxSignature && !endsSentence(v.text) && v.kind != Heading && c.signs(n, u, v) {
				gone[n+1] = true
			}
		}
	}
	if gone != nil {
		c.keep(func(n int, _ *unit) bool { return !gone[n] })
	}
}

// standsApart says whether a unit is no paragraph among the article's others.
func (c *cleaner) standsApart(n int, u *unit) bool {
	switch u.kind {
	case PullQuote, BlockQuote:
		return true
	case Paragraph:
		if u.links > 0 || wordCount(u) < minPulled {
			return false
		}
		parent := c.elements[u.at].parent
		for _, m := range [2]int{n - 1, n + 1} {
			if m >= 0 && m < len(c.units) {
				if v := &c.tree.units[c.units[m]]; len(v.text) > maxSignature/2 && c.elements[v.at].node.DataAtom == c.elements[u.at].node.DataAtom && (v.at == u.at || c.elements[v.at].parent == parent) {
					return false
				}
			}
		}
		return true
	}
	return false
}

// saidElsewhere says whether another unit has some words and more.
func (c *cleaner) saidElsewhere(n int, words string) bool {
	for m, i := range c.units {
		if u := &c.tree.units[i]; m != n && len(u.text) > len(words)+8 && (u.kind == Paragraph || u.kind == ListItem) && strings.Contains(u.text, words) {
			return true
		}
	}
	return false
}

// signs says whether unit v, behind the pull quote u, is alone with it in an element.
func (c *cleaner) signs(n int, u, v *unit) bool {
	if u.quote >= 0 && v.quote == u.quote || u.kind == PullQuote && v.kind == PullQuote {
		return true
	}
	box := c.elements[u.at].parent
	inside := func(m int) bool {
		if m < 0 || m >= len(c.units) {
			return false
		}
		at := c.tree.units[c.units[m]].at
		return at >= box && at < c.elements[box].end
	}
	return inside(n+1) && !inside(n+2) && !inside(n-1)
}
