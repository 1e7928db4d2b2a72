package body

import "strings"

// maxFilm is how many letters the box of a film has, filmUnits how many paragraphs.
const (
	maxFilm   = 300
	filmUnits = 4
)

// film says whether unit number n stands in the box of a film: a few lines, one of which
// says how long it is, as "Video 1:58 min".
func (c *cleaner) film(n int, u *unit) bool {
	for m := max(0, n-filmUnits+1); m < min(len(c.units), n+filmUnits); m++ {
		v := &c.tree.units[c.units[m]]
		if !isLength(v.text) {
			continue
		}
		box := c.elements[v.at].parent
		if c.elements[v.at].end > v.at+1 { // a line of the box itself
			box = v.at
		}
		e := &c.elements[box]
		if e.heads > 0 || u.at < box || u.at >= e.end {
			continue
		}
		chars, units := 0, 0
		for k := max(0, m-filmUnits); k < min(len(c.units), m+filmUnits+1); k++ {
			if w := &c.tree.units[c.units[k]]; w.at >= box && w.at < e.end {
				chars += w.chars
				units++
			}
		}
		if chars <= maxFilm && units <= filmUnits {
			return true
		}
	}
	return false
}

// isLength finds a film's length in a short line: "1:58 min", "1 min 12".
func isLength(s string) bool {
	at := strings.Index(s, "min")
	if at < 2 || len(s) > 40 || endsSentence(strings.TrimSuffix(s, ".")) {
		return false
	}
	before, after := strings.TrimRight(s[:at], " \u00a0"), strings.TrimLeft(s[at+3:], " \u00a0")
	n := len(before)
	if n == 0 || !isDigit(before[n-1]) {
		return false
	}
	return n >= 4 && before[n-3] == ':' || after != "" && isDigit(after[0])
}
