package body

import (
	"strings"

	"keypoints/wasm/internal/lang"

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
)

// counts is what an element has in it.
type counts struct {
	chars  int32
	asks   int32 // phrases that ask
	offers int32 // of an offer
	lines  int32 // units with one or the other
	long   int32 // sentences of the article
}

func (c *counts) add(other counts) {
	c.chars += other.chars
	c.asks += other.asks
	c.offers += other.offers
	c.lines += other.lines
	c.long += other.long
}

// boxes gives the units that stand in a box.
func (c *cleaner) boxes() map[int]bool {
	asked := make([]counts, len(c.units))
	asks, all := int32(0), int32(0)
	for n, i := range c.units {
		u := &c.tree.units[i]
		all += int32(u.chars)
		w := &asked[n]
		if wordCount(u) <= maxPromotion {
			a, o := c.phrases.Asks(lang.Fold(u.text))
			asks += int32(a)
			w.asks, w.offers = int32(a), int32(o)
			if a >= 2 || a == 1 && o >= 2 {
				c.asks[i] = true
			}
		}
		w.chars = int32(u.chars)
		if w.asks+w.offers > 0 {
			w.lines = 1
		}
		if w.asks == 0 && u.kind == Paragraph && u.chars-u.links > longInABox && endsSentence(u.text) {
			w.long = 1
		}
	}
	if asks == 0 {
		return nil
	}
	within := make([]counts, len(c.elements))
	for n, i := range c.units {
		within[c.tree.units[i].at].add(asked[n])
	}
	for i := len(within) - 1; i > 0; i-- {
		within[c.elements[i].parent].add(within[i])
	}
	found := map[int]bool{}
	for n, i := range c.units {
		if !found[i] && asked[n].asks > 0 {
			if box := c.boxOf(c.tree.units[i].at, within, all); box > 0 {
				for _, j := range c.units {
					if at := c.tree.units[j].at; at >= box && at < c.elements[box].end {
						found[j] = true
					}
				}
			}
		}
	}
	return found
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
		if e.block && (!leaf[e.node.DataAtom] || e.node.DataAtom == atom.Ul) && w.asks > 0 && (w.lines >= 2 || w.asks >= 2 || e.controls > 0 && w.chars < 600) {
			box = at
		}
	}
	return box
}

// wordCount is how many words a unit has; scripts without spaces have two letters a word.
func wordCount(u *unit) int {
	words := strings.Count(u.text, " ") + 1
	if u.chars > 14*words && len(u.text) > 2*u.chars {
		return u.chars / 2
	}
	return words
}
