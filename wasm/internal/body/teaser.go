package body

import (
	"sort"
	"strings"

	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html/atom"
)

// Another story's teaser that no class names: a headline that is a link, a few words
// under it, and a picture or an element of its own around them.
const (
	minTeaser   = 4   // words of its headline
	maxTeaser   = 300 // letters under it
	teaserUnits = 6   // headline, text and labels in one
	maxTeasers  = 3   // more are the parts of a list, each with a link to what it tells of
)

// leaveTeasers leaves out the teasers of other stories.
func (c *cleaner) leaveTeasers() {
	var boxes []int32
	for n, i := range c.units {
		u := &c.tree.units[i]
		if u.kind != Heading || u.level == 1 || u.links*20 < u.chars*19 || wordCount(u) < minTeaser {
			continue
		}
		if box := c.teaserBox(n, u); box > 0 {
			boxes = append(boxes, box)
		}
	}
	if len(boxes) == 0 || len(boxes) > maxTeasers {
		return
	}
	c.keep(func(_ int, u *unit) bool {
		for _, box := range boxes {
			if u.at >= box && u.at < c.elements[box].end {
				return false
			}
		}
		return true
	})
}

// teaserBox gives the element that holds the linked heading with number n and little
// else, or 0.
func (c *cleaner) teaserBox(n int, heading *unit) (box int32) {
	for at := c.elements[heading.at].parent; at > 0; at = c.elements[at].parent {
		end, chars, units := c.elements[at].end, 0, 1
		inside := func(m int) bool {
			if m < 0 || m >= len(c.units) {
				return false
			}
			holder := c.tree.units[c.units[m]].at
			return holder >= at && holder < end
		}
		for m := n + 1; inside(m) && chars <= maxTeaser && units <= teaserUnits; m++ {
			u := &c.tree.units[c.units[m]]
			chars += u.chars
			units++
			if u.kind == Heading {
				return box
			}
		}
		m := n - 1
		for ; inside(m) && units <= teaserUnits && wordCount(&c.tree.units[c.units[m]]) <= 3; m-- {
			units++ // the picture's source, a film's length
		}
		if inside(m) || chars > maxTeaser || units > teaserUnits {
			return box
		}
		name := c.elements[at].node.DataAtom
		if chars > 0 && len(c.units) > units+1 && (name == atom.Li || name == atom.Article || c.hasPicture(at)) {
			box = at
		}
	}
	return box
}

// hasPicture says whether a picture stands in an element.
func (c *cleaner) hasPicture(at int32) bool {
	i := sort.Search(len(c.pictures), func(i int) bool { return c.pictures[i].at >= at })
	return i < len(c.pictures) && c.pictures[i].at < c.elements[at].end
}

// cutTeasers takes another story's headline off the end of a paragraph: "… in the rain.
// READ MORE: The day the roof fell in".
func (c *cleaner) cutTeasers() {
	for _, i := range c.units {
		u := &c.tree.units[i]
		if u.links == 0 || u.kind != Paragraph || u.links*2 > u.chars {
			continue
		}
		for n := u.tags[1] - 1; n >= u.tags[0]; n-- {
			t := c.tags[n]
			if t.element < 0 || c.elements[t.element].node.DataAtom != atom.A {
				continue
			}
			before := strings.TrimRight(u.text[:t.at], " ")
			label := strings.TrimSuffix(before, ":")
			end := strings.LastIndexAny(label, ".!?”\"")
			if end > 0 && label != before && c.phrases.Lead[strings.TrimSpace(lang.Fold(label[end+1:]))] && !endsSentence(u.text[t.at:]) {
				for end = strings.IndexByte(u.text[end:], ' ') + end; n > u.tags[0] && int(c.tags[n-1].at) > end; n-- {
				}
				u.text, u.chars, u.links, u.tags[1] = u.text[:end], u.chars-u.links, 0, n
			}
			break
		}
	}
}

// maxCaption is how many words a caption without a class has; a longer one mostly is a
// sentence.
const maxCaption = 25

// underPicture says whether unit number n is a caption: it stands right behind a picture,
// alone with it in an element but for a short line such as the photographer's name.
func (c *cleaner) underPicture(n int, u *unit) bool {
	if u.kind != Paragraph && (u.kind != ListItem || c.elements[u.at].node.DataAtom == atom.Li) {
		return false
	}
	if u.under == 0 {
		return c.caption > 0 && u.at >= c.caption && u.at < c.elements[c.caption].end
	}
	box := u.under
	for steps := 0; u.at < box || u.at >= c.elements[box].end; steps++ {
		if box = c.elements[box].parent; box == 0 || steps > 5 {
			return false
		}
	}
	inside := func(m int) bool {
		if m < 0 || m >= len(c.units) {
			return false
		}
		at := c.tree.units[c.units[m]].at
		return at >= box && at < c.elements[box].end
	}
	if c.elements[box].heads > 0 || inside(n-1) || inside(n+2) {
		return false
	}
	if inside(n + 1) {
		if v := &c.tree.units[c.units[n+1]]; v.kind != Paragraph || wordCount(v) > 6 || endsSentence(v.text) {
			return false
		}
	}
	c.caption = box
	return true
}

// kicker says whether a short line stands above a heading, and is no line of a text that
// breaks alone part.
func (c *cleaner) kicker(n int, u *unit) bool {
	if n+1 >= len(c.units) || u.weight > 0 || c.elements[u.at].node.DataAtom == atom.P || endsSentence(u.text) || strings.ContainsAny(u.text, "“”\"«»„「」:：、") || len(letters(u.text)) < 3 {
		return false
	}
	for _, m := range [2]int{n - 1, n + 2} {
		if m >= 0 && m < len(c.units) && c.tree.units[c.units[m]].at == u.at {
			return false
		}
	}
	return c.tree.units[c.units[n+1]].kind == Heading
}
