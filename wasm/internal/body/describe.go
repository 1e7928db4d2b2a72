package body

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// describe reads an element's attributes.
func (b *builder) describe(e *element) {
	n, aria := e.node, false
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			// A paragraph's or heading's id is only what links to it are named.
			if n.DataAtom != atom.P && !isHeading(n) {
				b.name(e, a.Val)
			}
		case "class":
			b.name(e, a.Val)
		case "data-area", "data-component", "data-gu-name", "data-name", "data-qa", "data-test", "data-test-id", "data-testid", "data-type":
			if !isHeading(n) { // data-qa="article-header" is a subhead's too
				b.name(e, a.Val)
			}
		case "itemprop":
			if strings.Contains(strings.ToLower(a.Val), "articlebody") {
				e.role |= roleBody
				e.rank = 1
			} else if a.Val == "author" || a.Val == "datePublished" || a.Val == "dateModified" {
				e.role |= roleDrop
			} else if a.Val == "caption" || a.Val == "copyrightHolder" {
				e.role |= roleCaption
			}
		case "data-nosnippet":
			e.withheld = true
		case "hidden":
			e.hidden = e.hidden || a.Val != "until-found"
		case "popover":
			e.hidden = true
		case "aria-hidden":
			aria = a.Val == "true"
		case "style":
			e.style(a.Val)
		case "role":
			switch a.Val {
			case "tooltip":
				e.hidden = true
			case "navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu", "banner", "toolbar", "form":
				e.tag = true
			}
		}
	}
	// aria-hidden hides from screen readers alone: within a line it stands on half of
	// a pair, of which readers see this half. A block with it is a copy off the screen.
	if aria && (e.block && n.DataAtom != atom.P || e.role&roleIcon != 0 || !speaks(n)) || e.role&roleUnseen != 0 || e.block && e.role&roleHover != 0 && !b.opensHover(n) {
		e.hidden = true
	}
	if n.DataAtom == atom.Html || n.DataAtom == atom.Body {
		// Classes of a whole page tell about its template.
		e.role, e.hidden, e.tag = 0, false, false
	}
}

// name takes the roles that a class, id or the like gives.
func (b *builder) name(e *element, value string) {
	found, rank := b.roles(value)
	e.role |= found
	if rank > 0 && (e.rank == 0 || uint8(rank) < e.rank) {
		e.rank = uint8(rank)
	}
}

// style reads an inline style for what it says of showing the element. A drop cap
// is a block that floats: it stays in its word.
func (e *element) style(style string) {
	display, floats := "", false
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(strings.ToLower(declaration), ":")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(name) {
		case "display":
			display, _, _ = strings.Cut(value, " ")
		case "visibility":
			e.hidden = e.hidden || strings.HasPrefix(value, "hidden")
		case "float":
			floats = value != "none"
		case "clip":
			e.hidden = e.hidden || strings.HasPrefix(value, "rect(0") || strings.HasPrefix(value, "rect(1px")
		case "clip-path":
			e.hidden = e.hidden || value == "inset(50%)" || value == "inset(100%)"
		}
	}
	switch display {
	case "none", "none!important":
		e.hidden = true
	case "inline":
		e.block, e.tag = false, false
	case "block":
		e.block = e.block || !floats
	}
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// selected is what a value of class= or another attribute says.
type selected struct {
	role role
	rank int
}

// roles reads a value of class= or another attribute. The same values come many times on
// a page, and the same names in other values.
func (b *builder) roles(names string) (found role, rank int) {
	if s, ok := b.seen[names]; ok {
		return s.role, s.rank
	}
	for name := range strings.FieldsSeq(names) {
		s, ok := b.seen[name]
		if !ok {
			s.role, s.rank, b.words = b.selectors.roles(name, b.words)
			b.seen[name] = s
		}
		found |= s.role
		if s.rank > 0 && (rank == 0 || s.rank < rank) {
			rank = s.rank
		}
	}
	b.seen[names] = selected{found, rank}
	return found, rank
}

// opensHover tells that a block named after a hover card is what the reader points
// at: it begins with visible words and holds the card inside.
func (b *builder) opensHover(n *html.Node) bool {
	if n.FirstChild == nil || n.FirstChild.Type != html.TextNode || strings.TrimSpace(n.FirstChild.Data) == "" {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		for _, a := range c.Attr {
			if a.Key != "class" {
				continue
			}
			if found, _ := b.roles(a.Val); found&(roleHover|roleUnseen) != 0 {
				return true
			}
		}
	}
	return false
}

// maxSection is how many units a section has that is looked into for its own heading.
const maxSection = 200

// selfNamed takes back what a section's id or class says where it is no more than
// the words of the section's own heading, with prose under it and nothing to click:
// <section id="popular-vote"><h2>Popular vote</h2><p>…
func (b *builder) selfNamed(at int32, firstUnit, controls int) {
	e := &b.elements[at]
	if e.role&(roleDrop|roleCaption|roleComments|roleHover) == 0 || b.controls > controls || len(b.units) < firstUnit+2 ||
		len(b.units) > firstUnit+maxSection || len(b.elements) > int(at)+maxSection*8 || b.units[firstUnit].kind != Heading {
		return
	}
	heading, named, whole := letters(b.units[firstUnit].text), false, false
	for _, a := range e.node.Attr {
		if a.Key == "id" || a.Key == "class" {
			for name := range strings.FieldsSeq(a.Val) {
				key := strings.TrimRight(letters(name), "0123456789")
				if a.Key == "id" && key == heading && strings.Contains(b.units[firstUnit].text, " ") {
					whole = true
				}
				named = named || key != "" && (key == heading || strings.Contains(heading, key) && !strings.ContainsAny(heading, "0123456789"))
			}
		}
	}
	for _, inner := range b.elements[at+1:] {
		if inner.role&(roleDrop|roleComments) != 0 && !whole {
			return // two say it
		}
	}
	chars, linked, listed := 0, 0, 0
	for _, u := range b.units[firstUnit+1:] {
		chars += u.chars
		linked += u.links
		if u.kind == ListItem {
			listed += u.chars
		}
	}
	if named && chars >= 2*minProse && linked*4 < chars && listed*2 < chars {
		e.role &^= roleDrop | roleCaption | roleComments | roleHover
		e.hidden = false
		e.named = true
	}
}

// tells takes back that an element is a gallery where two sentences' paragraphs stand
// beside each other in it: the text of a slideshow.
func (b *builder) tells(at int32, firstUnit int) {
	for i := firstUnit + 1; i < min(len(b.units), firstUnit+maxSection); i++ {
		u, v := &b.units[i-1], &b.units[i]
		if b.isSentence(u) && b.isSentence(v) && b.elements[u.at].parent == b.elements[v.at].parent {
			b.elements[at].role &^= roleCaption | roleGallery
			return
		}
	}
}

// minSentence is how many letters a paragraph of a slideshow has.
const minSentence = 15

// isSentence says whether a unit is a paragraph of its own with a sentence in it.
func (t *tree) isSentence(u *unit) bool {
	return t.elements[u.at].node.DataAtom == atom.P && u.links*4 < u.chars && u.chars >= minSentence && endsSentence(u.text)
}
