package body

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// builder makes a tree in one walk.
type builder struct {
	tree
	selectors *selectors
	words     []string            // scratch space
	seen      map[string]selected // what values of class= say, as most come many times
	context

	text    bytes.Buffer // of the current unit
	current unit
	space   bool  // white space is due before the next word
	breaks  int   // <br> since the last word
	picture int32 // the block that holds the last picture
}

// context is where in the page the walk is.
type context struct {
	holder int32 // the innermost block
	links  int   // open links
	strong int   // open bold or italic elements
	cited  int   // open <cite>
	soft   int   // open inline elements whose class says boilerplate
	list   int   // open list items
	post   int32
	quote  int32
	pull   bool
	level  int8
}

// build makes the tree of a page.
func build(root *html.Node) *tree {
	b := &builder{selectors: loadSelectors(), seen: map[string]selected{}, context: context{post: -1, quote: -1}}
	b.elements = append(b.elements, element{node: root, parent: -1})
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		b.visit(c, 0)
	}
	b.flush()
	b.elements[0].end = int32(len(b.elements))
	return &b.tree
}

func (b *builder) visit(n *html.Node, parent int32) {
	switch n.Type {
	case html.TextNode:
		b.write(n.Data)
	case html.ElementNode:
		switch {
		case n.DataAtom == atom.Br:
			b.lineBreak()
		case n.DataAtom == atom.Img || n.DataAtom == atom.Picture:
			b.image(n)
		case !silent[n.DataAtom]:
			b.element(n, parent)
		}
	}
}

// image notes a picture's place and description, to know its caption by.
func (b *builder) image(n *html.Node) {
	b.picture = b.holder
	if n.DataAtom == atom.Picture {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Img {
				n = c
			}
		}
	}
	for _, a := range n.Attr {
		if a.Key == "alt" && strings.Count(a.Val, " ") >= 2 && len(a.Val) < 400 {
			if b.alts == nil {
				b.alts = map[string]bool{}
			}
			b.alts[letters(a.Val)] = true
		}
	}
}

func (b *builder) element(n *html.Node, parent int32) {
	at := int32(len(b.elements))
	e := element{node: n, parent: parent, tag: around[n.DataAtom]}
	if n.DataAtom == atom.Footer && b.quote >= 0 {
		e.tag = false // it names the source of a block quote
	}
	b.describe(&e)
	b.elements = append(b.elements, e)
	saved := b.context
	isBlock := block[n.DataAtom]
	switch {
	case isBlock:
		b.flush()
		b.holder = at
	case e.hidden || isHoverCard(n):
		b.apart(n, at)
		b.elements[at].hidden = true
		b.elements[at].end = int32(len(b.elements))
		b.context = saved
		return
	case e.role&(roleDrop|roleCaption|roleComments) != 0:
		b.soft++
	}
	b.enter(n, &b.elements[at], at)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.visit(c, at)
	}
	if n.DataAtom == atom.Q {
		b.space = false
		b.write("”")
	}
	if isBlock {
		b.flush()
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		b.space = true
	}
	b.context = saved
	if n.DataAtom == atom.H1 {
		b.elements[at].heads++
	}
	b.elements[parent].heads += b.elements[at].heads
	b.elements[at].end = int32(len(b.elements))
}

// apart reads an inline element whose text is not part of the sentence around
// it, such as a hover card: "Rep. Ann Ray[Ann RayMore on Ray MORE] (D-Ohio)".
func (b *builder) apart(n *html.Node, at int32) {
	text, current, space, breaks := b.text.String(), b.current, b.space, b.breaks
	b.text.Reset()
	b.current = unit{}
	b.holder = at
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.visit(c, at)
	}
	b.flush()
	b.text.WriteString(text)
	b.current, b.space, b.breaks = current, space, breaks
}

// enter notes what an element says of the text in it.
func (b *builder) enter(n *html.Node, e *element, at int32) {
	switch n.DataAtom {
	case atom.A:
		b.links++
	case atom.B, atom.Strong, atom.I, atom.Em:
		b.strong++
	case atom.Li, atom.Dd, atom.Dt:
		b.list++
	case atom.Blockquote:
		b.quote = at
	case atom.Cite:
		b.cited++
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.level = int8(n.Data[1] - '0')
	case atom.Q:
		// Browsers print the marks of <q>.
		b.write("“")
	}
	if e.role&rolePost != 0 && b.post < 0 {
		b.post = at
	}
	if e.role&rolePullQuote != 0 {
		b.pull = true
	}
}

// describe reads an element's attributes.
func (b *builder) describe(e *element) {
	for _, a := range e.node.Attr {
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-qa", "data-type":
			found, rank := b.roles(a.Val)
			e.role |= found
			if rank > 0 && (e.rank == 0 || uint8(rank) < e.rank) {
				e.rank = uint8(rank)
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
		case "hidden":
			e.hidden = a.Val != "until-found"
		case "aria-hidden":
			e.hidden = e.hidden || a.Val == "true"
		case "style":
			e.hidden = e.hidden || hiddenStyle(a.Val)
		case "role":
			switch a.Val {
			case "navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu", "banner", "toolbar", "tooltip", "form":
				e.tag = true
			}
		}
	}
	if e.role&roleHover != 0 && !b.opensHover(e.node) {
		e.hidden = true
	}
	if e.node.DataAtom == atom.Html || e.node.DataAtom == atom.Body {
		// Classes of a whole page tell about its template.
		e.role, e.hidden, e.tag = 0, false, false
	}
}

// selected is what a value of class= or another attribute says.
type selected struct {
	role role
	rank int
}

// roles reads a value of class= or another attribute.
func (b *builder) roles(names string) (found role, rank int) {
	if s, ok := b.seen[names]; ok {
		return s.role, s.rank
	}
	found, rank, b.words = b.selectors.roles(names, b.words)
	b.seen[names] = selected{found, rank}
	return found, rank
}

// opensHover tells that an element named after a hover card is what the reader
// points at: it begins with visible words and holds the card inside, as in
// <span class="popover">Ann Ray<span class="popover-card">…</span></span>.
func (b *builder) opensHover(n *html.Node) bool {
	if n.FirstChild == nil || n.FirstChild.Type != html.TextNode || strings.TrimSpace(n.FirstChild.Data) == "" {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		for _, a := range c.Attr {
			if a.Key != "class" {
				continue
			}
			if found, _ := b.roles(a.Val); found&roleHover != 0 {
				return true
			}
		}
	}
	return false
}

// hiddenStyle reads an inline style for display:none and visibility:hidden.
func hiddenStyle(style string) bool {
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(strings.ToLower(declaration), ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if name == "display" && strings.HasPrefix(value, "none") || name == "visibility" && strings.HasPrefix(value, "hidden") {
			return true
		}
	}
	return false
}

// isHoverCard finds an inline element that shows a picture first and then
// links: the card of a name, not the name.
func isHoverCard(n *html.Node) bool {
	if n.DataAtom != atom.Span || n.FirstChild == nil || n.FirstChild == n.LastChild && n.FirstChild.Type == html.TextNode {
		return false
	}
	image, links, seen := false, 0, 0
	for d := range n.Descendants() {
		if seen++; seen > 40 || block[d.DataAtom] {
			return false
		}
		switch {
		case d.DataAtom == atom.Img:
			image = true
		case d.DataAtom == atom.A && d.FirstChild != nil:
			links++
		case d.Type == html.TextNode && !image && strings.TrimSpace(d.Data) != "":
			return false
		}
	}
	return image && links >= 2
}
