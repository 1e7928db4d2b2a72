package body

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/metadata"

	"golang.org/x/net/html/atom"
)

// cleaner reads the units of the chosen elements as lines of text.
type cleaner struct {
	*tree
	units    []int
	phrases  *lang.Boilerplate
	headline string // letters and digits only
	dek      string
	byline   []string
	first    int          // index into units of the first prose
	last     int          // and of the last
	asks     map[int]bool // units that ask their reader for two things
	caption  int32        // the element of the last caption without a class
	buttons  int          // links of a few words that are paragraphs
	labels   int          // lines before the first prose that are no sentence
}

// Bounds of lines in words. A promotion is short; a longer paragraph that
// starts like one ("Get our children back, she told …") is the article's.
const (
	maxPromotion  = 45
	maxLead       = 30
	tailUnits     = 5
	headLines     = 6 // behind a dek that byline and date may follow
	maxButtons    = 2 // more links of a few words are the text's own
	minStandfirst = 6 // words
	maxPlace      = 5 // of what stands where something is to be drawn
	maxLabels     = 3 // more short lines at the start are a text of short lines
)

// within gives the units of the chosen elements, in reading order. The chosen
// are in document order and apart from each other.
func (t *tree) within(chosen []int32) []int {
	var out []int
	for i := range t.units {
		if at := t.units[i].at; !t.elements[at].gone && t.holds(chosen, at) {
			out = append(out, i)
		}
	}
	return out
}

// clean leaves out the units that read as boilerplate.
func (t *tree) clean(units []int, meta *metadata.Found) []int {
	c := &cleaner{tree: t, units: units, phrases: lang.LoadBoilerplate(), headline: letters(meta.Headline), dek: letters(meta.Dek), asks: map[int]bool{}}
	for _, name := range meta.Byline {
		c.byline = append(c.byline, letters(name))
	}
	c.leaveTwins()
	c.leavePullQuotes()
	c.leaveTeasers()
	c.cutEnd()
	if boxed := c.boxes(); boxed != nil {
		c.keep(func(_ int, u *unit) bool { return !boxed[u.at] })
	}
	c.measure()
	c.cutTeasers()
	before := c.units
	c.keep(func(n int, u *unit) bool { return !c.boilerplate(n, u) })
	c.leaveOrphans(before)
	c.measure()
	c.keep(func(n int, u *unit) bool { return n <= c.last || !c.afterthought(u) })
	return c.units
}

func (c *cleaner) keep(wanted func(n int, u *unit) bool) {
	kept := make([]int, 0, len(c.units))
	for n, i := range c.units {
		if wanted(n, &c.tree.units[i]) {
			kept = append(kept, i)
		}
	}
	c.units = kept
}

// measure finds where the prose starts and ends.
func (c *cleaner) measure() {
	c.first, c.last, c.labels, c.buttons = len(c.units), -1, 0, 0
	for n, i := range c.units {
		u := &c.tree.units[i]
		if u.weight > 0 {
			if c.first == len(c.units) && isProse(u) {
				c.first = n
			}
			c.last = n
		}
		if c.first < n && u.links > 0 && isButton(u, wordCount(u)) {
			c.buttons++
		}
		if c.first == len(c.units) && !isLinks(u) && u.chars > 0 && isLabel(u, wordCount(u)) {
			c.labels++
		}
	}
}

// isProse says whether a unit reads as sentences rather than as a label.
func isProse(u *unit) bool {
	words := wordCount(u)
	return words >= 20 || words >= 6 && endsSentence(u.text) || u.chars > 150
}

// isLong says whether a unit is a paragraph whatever it is called: <span class="teaser">.
func isLong(u *unit) bool {
	return u.chars > 100 && u.links*2 < u.chars && endsSentence(u.text)
}

// afterthought says whether a unit behind the last prose is a heading or link
// that nothing follows.
func (c *cleaner) afterthought(u *unit) bool {
	return u.kind == Heading || u.kind != Post && u.links*10 > u.chars*8
}

// cutEnd cuts at a heading such as "You may also like" where most of the prose is
// before it, unless the article goes on: "Most read" may be a box in its middle.
func (c *cleaner) cutEnd() {
	var before, all float32
	for _, i := range c.units {
		all += c.tree.units[i].weight
	}
	for n, i := range c.units {
		u := &c.tree.units[i]
		if before > 0.5*all && u.chars > 0 && len(u.text) < 80 && !c.heads(u) {
			folded := u.fold()
			alone := lang.Alone(c.phrases.End, folded)
			if alone || (u.kind == Heading || u.strong == u.chars || !endsSentence(folded)) && c.opens(folded) {
				if !c.goesOn(n, alone) {
					c.units = c.units[:n]
					return
				}
				if strings.Contains(folded, " ") {
					c.asks[c.units[n]] = true // a box of which nothing else is left here
				}
			}
		}
		before += u.weight
	}
}

// heads says whether a unit is the heading that a section of prose is named by.
func (c *cleaner) heads(u *unit) bool {
	return u.kind == Heading && c.elements[c.elements[u.at].parent].named
}

// goesOn says whether the prose behind unit number n stands where that before it stands:
// the paragraphs of one element, of which two at least are long; one is enough where
// the heading says more than that an end begins, and a short one where the heading stands
// in a box of its own between them.
func (c *cleaner) goesOn(n int, alone bool) bool {
	holder, long := int32(-1), 0
	at := c.tree.units[c.units[n]].at
	for m := n - 1; m >= 0 && holder < 0; m-- {
		if u := &c.tree.units[c.units[m]]; u.weight > 0 && u.kind == Paragraph {
			holder = c.elements[u.at].parent
		}
	}
	for _, i := range c.units[n+1:] {
		u := &c.tree.units[i]
		if u.kind != Paragraph || c.elements[u.at].parent != holder || u.weight == 0 || c.elements[u.at].node.DataAtom != atom.P {
			continue
		}
		if c.elements[at].parent > holder && c.elements[at].end <= u.at && c.isSentence(u) && u.links == 0 {
			return true
		}
		if len(u.text) > 100 {
			long++
		}
	}
	return long >= 2 || long == 1 && !alone
}

// opens says whether a heading starts with an end phrase: "Related coverage
// from How to Do Everything".
func (c *cleaner) opens(folded string) bool {
	if rest, ok := strings.CutPrefix(folded, "more "); ok && strings.Count(rest, " ") < 4 {
		for _, end := range []string{"stories", "news", "coverage", "articles", "videos", "headlines"} {
			if strings.HasSuffix(strings.TrimRight(rest, ":"), end) {
				return true
			}
		}
	}
	for i := range len(folded) {
		if folded[i] == ' ' && c.phrases.End[folded[:i]] && strings.Count(folded[:i], " ") > 0 {
			return true
		}
	}
	return false
}

// letters keeps a text's letters and digits in lower case, to compare texts.
func letters(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			out.WriteByte(c)
		case c >= 'A' && c <= 'Z':
			out.WriteByte(c | 0x20)
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				out.WriteRune(unicode.ToLower(r))
			}
			i += size
			continue
		}
		i++
	}
	return out.String()
}
