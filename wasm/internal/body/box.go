package body

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// Boxes that ask the reader for something stand among an article's paragraphs: for
// money, for an address, for consent to a film of another site. They are known by what
// they are, a few short lines that ask, often with a button, not by what publishers call
// them.

// Bounds of a box, in letters.
const (
	maxBox     = 2500
	boxShare   = 0.5 // of what the chosen elements hold
	wallShare  = 0.8 // the same of one that asks twice: behind a teaser it may be most of the page
	longInABox = 100 // a sentence of more that asks for nothing is the article's
	smallBox   = 150
	maxCall    = 30  // of a link that reads like a button
	maxCallBox = 220 // of a box with a heading and such a link
	maxForm    = 400 // of a box with a field for an address
	maxSmall   = 2   // boxes on a page
	minPoll    = 3   // controls in a box that asks its reader one question
)

// counts is what an element has in it.
type counts struct {
	chars  int32
	asks   int32 // phrases that ask
	offers int32 // of an offer
	lines  int32 // units with one or the other
	long   int32 // sentences of the article
	said   int32 // sentences of any kind, and quotations
	prices int32
	linked int32 // units that are one link
	calls  int32 // units of a few words, most of them a link
}

func (c *counts) add(other counts) {
	c.chars += other.chars
	c.asks += other.asks
	c.offers += other.offers
	c.lines += other.lines
	c.long += other.long
	c.said += other.said
	c.prices += other.prices
	c.linked += other.linked
	c.calls += other.calls
}

// boxes says of each element whether it is in a box; nil says that there is none.
func (c *cleaner) boxes() []bool {
	asked := make([]counts, len(c.units))
	asks, priced, calls, all := int32(0), int32(0), int32(0), int32(0)
	for n, i := range c.units {
		u := &c.tree.units[i]
		all += int32(u.chars)
		w := &asked[n]
		words := wordCount(u)
		if words > maxPromotion && words <= 2*maxPromotion && c.standsApart(n, u) {
			if a, o := c.phrases.Asks(u.fold()); a >= 2 || a == 1 && o >= 2 {
				c.asks[i] = true
			}
		}
		if words <= maxPromotion {
			a, o := c.phrases.Asks(u.fold())
			asks += int32(a)
			if a > 0 && hasPrice(u.text) {
				o++
			}
			w.asks, w.offers = int32(a), int32(o)
			if a >= 2 || a == 1 && o >= 2 {
				c.asks[i] = true
			}
		}
		w.chars = int32(u.chars)
		if w.asks+w.offers > 0 {
			w.lines = 1
		}
		ends := endsSentence(u.text)
		if w.asks == 0 && u.kind == Paragraph && u.chars-u.links > longInABox && ends {
			w.long = 1
		}
		if ends && wordCount(u) > 7 || strings.ContainsAny(u.text, "“”\"«»„「") || u.chars > smallBox {
			w.said = 1
		}
		if w.said == 0 && hasPrice(u.text) {
			w.prices = 1
			priced++
		}
		if u.links > 0 && (u.links == u.chars || w.prices > 0) {
			w.linked = 1
		}
		if u.links > 0 && u.kind != Heading && u.links*2 > u.chars && u.chars <= 2*maxCall && !ends {
			w.calls = 1
			calls++
		}
	}
	if asks+priced+calls == 0 && !c.hasControls() {
		return nil
	}
	within := make([]counts, len(c.elements))
	for n, i := range c.units {
		within[c.tree.units[i].at].add(asked[n])
	}
	for i := len(within) - 1; i > 0; i-- {
		within[c.elements[i].parent].add(within[i])
	}
	boxed := make([]bool, len(c.elements))
	any, small := false, []int32(nil)
	for n, i := range c.units {
		at := c.tree.units[i].at
		if any && c.inside(boxed, at) {
			continue
		}
		if asked[n].asks+asked[n].offers > 0 {
			if box := c.boxOf(at, within, all); box > 0 {
				boxed[box], any = true, true
				continue
			}
		}
		if box := c.formOf(at, within, all); box > 0 {
			boxed[box], any = true, true
			continue
		}
		if u := &c.tree.units[i]; u.kind == Heading && u.level > 1 || u.strong == u.chars && wordCount(u) <= maxPlace {
			if box := c.callOf(n, u, within); box > 0 {
				small = append(small, box)
				continue
			}
		}
		if box := c.smallBoxOf(at, within); box > 0 && (len(small) == 0 || small[len(small)-1] != box) {
			if within[box].prices > 0 {
				boxed[box], any = true, true
			} else {
				small = append(small, box)
			}
		}
	}
	if len(small) <= maxSmall { // more are the entries of a live blog
		for _, box := range small {
			boxed[box], any = true, true
		}
	}
	if !any {
		return nil
	}
	for i := 1; i < len(boxed); i++ {
		boxed[i] = boxed[i] || boxed[c.elements[i].parent]
	}
	return boxed
}

// inside says whether an element, or one around it, is a box.
func (c *cleaner) inside(boxed []bool, at int32) bool {
	for ; at > 0; at = c.elements[at].parent {
		if boxed[at] {
			return true
		}
	}
	return false
}

// hasControls says whether readers can click or fill in something among the units.
func (c *cleaner) hasControls() bool {
	if len(c.units) == 0 {
		return false
	}
	at := c.tree.units[c.units[0]].at
	for end := c.tree.units[c.units[len(c.units)-1]].at; at > 0 && c.elements[at].end <= end; {
		at = c.elements[at].parent
	}
	return c.elements[at].controls > 0
}

// smallBoxOf gives the element around a unit that says nothing in a sentence and has
// something to click: an offer of a shop, a player, a poll. It gives 0 where there is none.
func (c *cleaner) smallBoxOf(at int32, within []counts) (box int32) {
	for ; at > 0; at = c.elements[at].parent {
		e, w := &c.elements[at], &within[at]
		if w.said > 1 || w.chars > smallBox || e.heads > 0 {
			break
		}
		if w.said > 0 && e.controls < minPoll {
			continue
		}
		row := e.node.DataAtom == atom.Tr
		if (e.block && !leaf[e.node.DataAtom] || row) && (w.prices > 0 && (e.controls > 0 || w.linked > 0 || row) || e.controls > 0 && w.chars > 0) {
			box = at
		}
	}
	return box
}

// formOf gives the outermost element around a unit that takes an e-mail address and has
// few words: a newsletter's box, whatever it says. It gives 0 where there is none.
func (c *cleaner) formOf(at int32, within []counts, all int32) (box int32) {
	for ; at > 0; at = c.elements[at].parent {
		e, w := &c.elements[at], &within[at]
		if w.chars > maxForm || w.chars*2 > all || e.heads > 0 || e.role&roleBody != 0 && e.rank <= 2 {
			break
		}
		if e.addresses && e.block && !leaf[e.node.DataAtom] {
			box = at
		}
	}
	return box
}

// callOf gives the element that begins with heading number n, has a sentence or two and
// then a link or button to click: a newsletter's box, another product. It gives 0 where
// there is none.
func (c *cleaner) callOf(n int, heading *unit, within []counts) (box int32) {
	at := heading.at
	if heading.kind == Heading {
		at = c.elements[at].parent
	}
	for ; at > 0; at = c.elements[at].parent {
		e, w := &c.elements[at], &within[at]
		if w.chars > maxCallBox || w.said > 3 || w.long > 0 || e.heads > 0 || e.node.DataAtom == atom.Article || c.oneOfMany(at) || n > 0 && c.tree.units[c.units[n-1]].at >= at {
			break
		}
		if (w.calls > 0 || e.controls > 0) && w.chars > int32(heading.chars) && (e.block || strings.IndexByte(e.node.Data, '-') > 0) && !leaf[e.node.DataAtom] {
			box = at
		}
	}
	return box
}

// boxOf gives the outermost box around an element, or 0.
func (c *cleaner) boxOf(at int32, within []counts, all int32) (box int32) {
	for ; at > 0; at = c.elements[at].parent {
		e, w := &c.elements[at], &within[at]
		share := boxShare
		if w.asks >= 2 && w.lines >= 2 {
			share = wallShare
		}
		if w.long > 0 || w.chars > maxBox || float64(w.chars) > share*float64(all) || e.heads > 0 {
			break
		}
		if e.block && (!leaf[e.node.DataAtom] || e.node.DataAtom == atom.Ul) &&
			(w.asks > 0 && (w.lines >= 2 || w.asks >= 2 || w.asks+w.offers >= 3 || e.controls > 0 && w.chars < 600 || w.calls > 0 && w.chars < 2*maxCallBox && e.node.DataAtom != atom.Ul) || w.offers > 0 && e.controls > 0 && w.chars < 300) {
			box = at
		}
	}
	return box
}

// wordCount is how many words a unit has; scripts without spaces have two letters a word.
func wordCount(u *unit) int {
	if u.words == 0 {
		words := strings.Count(u.text, " ") + 1
		if u.chars > 12*words && len(u.text) > 2*u.chars {
			words = u.chars / 2
		}
		u.words = int32(words)
	}
	return int(u.words)
}
