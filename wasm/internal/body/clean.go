package body

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"

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
	labels   int          // lines before the first prose that are no sentence
}

// Bounds of lines in words. A promotion is short; a longer paragraph that
// starts like one ("Get our children back, she told …") is the article's.
const (
	maxPromotion = 45
	maxLead      = 30
	tailUnits    = 5
	maxLabels    = 3 // more short lines at the start are a text of short lines
)

// within gives the units of the chosen elements, in reading order. The chosen
// are in document order and apart from each other.
func (t *tree) within(chosen []int32) []int {
	var out []int
	for i := range t.units {
		at := t.units[i].at
		if t.elements[at].gone {
			continue
		}
		// The last chosen one that starts at or before the unit's element.
		n, found := slices.BinarySearch(chosen, at)
		if !found {
			n--
		}
		if n >= 0 && at < t.elements[chosen[n]].end {
			out = append(out, i)
		}
	}
	return out
}

// clean leaves out the units that read as boilerplate.
func (t *tree) clean(units []int, meta card.Article) []int {
	c := &cleaner{tree: t, units: units, phrases: lang.LoadBoilerplate(), headline: letters(meta.Headline), dek: letters(meta.Dek), asks: map[int]bool{}}
	for _, name := range meta.Byline {
		c.byline = append(c.byline, letters(name))
	}
	c.leaveTwins()
	c.cutEnd()
	if boxed := c.boxes(); len(boxed) > 0 {
		kept := c.units[:0:0]
		for _, i := range c.units {
			if !boxed[i] {
				kept = append(kept, i)
			}
		}
		c.units = kept
	}
	c.measure()
	c.keep(func(n int, u *unit) bool { return !c.boilerplate(n, u) })
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
	c.first, c.last, c.labels = len(c.units), -1, 0
	for n, i := range c.units {
		u := &c.tree.units[i]
		if u.weight > 0 {
			if c.first == len(c.units) && isProse(u) {
				c.first = n
			}
			c.last = n
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
		if before > 0.5*all && u.chars > 0 && len(u.text) < 80 {
			folded := lang.Fold(u.text)
			alone := lang.Alone(c.phrases.End, folded)
			if (alone || (u.kind == Heading || u.strong == u.chars || !endsSentence(folded)) && c.opens(folded)) && !c.goesOn(n, alone) {
				c.units = c.units[:n]
				return
			}
		}
		before += u.weight
	}
}

// goesOn says whether the prose behind unit number n stands where that before it stands:
// the paragraphs of one element, of which two at least are long; one is enough where
// the heading says more than that an end begins.
func (c *cleaner) goesOn(n int, alone bool) bool {
	holder, long := int32(-1), 0
	for m := n - 1; m >= 0 && holder < 0; m-- {
		if u := &c.tree.units[c.units[m]]; u.weight > 0 && u.kind == Paragraph {
			holder = c.elements[u.at].parent
		}
	}
	for _, i := range c.units[n+1:] {
		u := &c.tree.units[i]
		if u.kind == Paragraph && c.elements[u.at].parent == holder && u.weight > 80 && c.elements[u.at].node.DataAtom == atom.P {
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

// boilerplate says whether unit number n is not of the article.
func (c *cleaner) boilerplate(n int, u *unit) bool {
	if u.chars == 0 {
		return strings.Trim(u.text, "_") != ""
	}
	if u.soft == u.chars && !isLong(u) {
		return true
	}
	words := wordCount(u)
	if n <= c.first && (c.repeated(n, u) || c.printLine(u)) || n < c.first && (c.header(u) || isLinks(u) || c.labels <= maxLabels && isLabel(u, words)) {
		return true
	}
	if words > maxPromotion {
		return false
	}
	if isScript(u.text) && c.elements[u.at].node.DataAtom != atom.Pre {
		return true
	}
	folded := lang.Fold(u.text)
	linked := float64(u.links) / float64(u.chars)
	quoted := strings.IndexByte(folded, '"') >= 0 && linked < 0.5
	switch {
	case lang.Alone(c.phrases.Line, folded):
		return true
	case words <= maxLead && !(quoted && words > 12) && c.phrases.Led(folded):
		return true
	case !quoted && lang.Starts(c.phrases.Start, folded):
		return true
	case !quoted && linked > 0.5 && c.phrases.LeadsOn(folded):
		return true // "À lire aussi" and another article's headline
	case !quoted && n > c.last-tailUnits && lang.Starts(c.phrases.Tail, folded):
		return true
	case !quoted && u.kind != Post && c.asks[c.units[n]]:
		return true // "Subscribe now to read the rest, or log in if you have an account."
	case !quoted && (n > c.last-tailUnits || u.strong*10 >= u.chars*9 || u.links > 0 && words <= maxLead) && lang.Has(c.phrases.Inside, folded):
		return true
	case u.kind == Paragraph && !quoted && (u.pictured && words <= 25 && !endsSentence(u.text) || words > 2 && len(c.alts) > 0 && c.alts[letters(u.text)]):
		return true // a caption without a class
	case linked > 0.95 && words >= 4 && u.kind != Post && !endsSentence(u.text):
		return true // the headline of another article
	case linked > 0.6 && (u.links+u.strong)*20 > u.chars*19 && words >= 4 && (u.kind == ListItem || u.kind == Paragraph) && !endsSentence(u.text):
		return true // the same behind its topic in bold
	case !quoted && words <= maxLead && (u.kind == Paragraph || u.kind == ListItem) && c.credited(folded):
		return true
	case linked > 0.8 && words >= 3 && upper(u.text):
		return true // LINKS SET AS PARAGRAPHS
	}
	return false
}

// repeated says whether a unit at the start is the headline or dek again, or
// the page's address.
func (c *cleaner) repeated(n int, u *unit) bool {
	key := letters(u.text)
	if strings.HasPrefix(u.text, "http") && !strings.Contains(u.text, " ") {
		return true
	}
	switch {
	case u.level == 1, key == c.headline && key != "":
		return true
	case c.dek != "" && key == c.dek:
		// Many descriptions are the first paragraph: that one has the next
		// paragraph beside it.
		return u.kind == Heading || n+1 < len(c.units) && !c.beside(u, &c.tree.units[c.units[n+1]])
	}
	return false
}

// beside says whether two units stand in one element or in two neighbors.
func (c *cleaner) beside(u, v *unit) bool {
	return u.at == v.at || c.elements[u.at].parent == c.elements[v.at].parent || c.elements[u.at].parent == v.at || u.at == c.elements[v.at].parent
}

// header says whether a unit before the first prose is a byline, a date or the
// like.
func (c *cleaner) header(u *unit) bool {
	words, key := strings.Count(u.text, " ")+1, letters(u.text)
	if words > 25 {
		return false
	}
	folded := lang.Fold(u.text)
	for _, by := range c.phrases.Byline {
		if strings.HasPrefix(folded, by+" ") && words <= 15 {
			return true
		}
	}
	for _, name := range c.byline {
		if name != "" && strings.HasPrefix(key, name) && words <= 12 {
			return true
		}
	}
	iso, start, end := date.Find(u.text, date.DayFirst)
	return iso != "" && (start+len(u.text)-end < 40 || words <= 12)
}

// credited says whether a line ends in who took a picture: "… an der Elbe. Foto: Ann Ray".
func (c *cleaner) credited(folded string) bool {
	for _, phrase := range c.phrases.Credit {
		if strings.HasSuffix(phrase, ":") {
			if at := strings.LastIndex(folded, phrase); at > 0 && len(folded)-at < 60 && (folded[at-1] == ' ' || folded[at-1] == '(') {
				return true
			}
		}
	}
	return false
}

// isScript says whether a line is a piece of a program that lost its element.
func isScript(s string) bool {
	return strings.Contains(s, "function") && strings.Contains(s, "(") && strings.Contains(s, "{") && strings.Contains(s, ");")
}

// printLine says whether a unit is a page's line of dates: "PUBLISHED: November 8, 2023
// at 4:56 p.m. | UPDATED: …".
func (c *cleaner) printLine(u *unit) bool {
	if len(u.text) > 160 || !lang.Starts(c.phrases.Dated, lang.Fold(u.text)) {
		return false
	}
	iso, _, _ := date.Find(u.text, date.DayFirst)
	return iso != "" || !endsSentence(u.text)
}

// isLinks says whether a line or list item is links alone.
func isLinks(u *unit) bool {
	return (u.kind == Paragraph || u.kind == ListItem) && u.links*10 > u.chars*9
}

// isLabel says whether a unit before the first prose is no sentence of it: "8 min read",
// the links to share, a place in the site, somebody's office.
func isLabel(u *unit, words int) bool {
	if u.kind != Paragraph && u.kind != ListItem {
		return false
	}
	if words > 4 && strings.ContainsAny(u.text, "0123456789") {
		words *= 2 // a result: "Wearmouth Athletic 2 Stanmore Rovers 1"
	}
	return words <= 10 && !endsSentence(u.text) && !strings.ContainsAny(u.text, "“”\"«»„「」:")
}

// upper says whether a text is in capitals.
func upper(s string) bool {
	up, low := 0, 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			up++
		} else if unicode.IsLower(r) {
			low++
		}
	}
	return up > 8 && low*10 < up
}

// letters keeps a text's letters and digits in lower case, to compare texts.
func letters(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			out = append(out, c)
		case c >= 'A' && c <= 'Z':
			out = append(out, c|0x20)
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				out = utf8.AppendRune(out, unicode.ToLower(r))
			}
			i += size
			continue
		}
		i++
	}
	return string(out)
}
