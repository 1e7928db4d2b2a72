package body

import (
	"bytes"
	"slices"
	"strings"

	"keypoints/wasm/internal/page"

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

	text    bytes.Buffer // of the current unit, from start on; before it, of those it interrupts
	start   int
	current unit
	space   bool  // white space is due before the next word
	breaks  int   // <br> since the last word
	picture int32 // the block that holds the last picture
	inline
	controls  int   // buttons and fields so far
	addresses int   // fields for an e-mail address so far
	under     int32 // the block of a picture that no unit stands behind yet

	host    *html.Node              // whose shadow root is read
	slotted map[string][]*html.Node // its children that no slot of that root shows yet, by slot
}

// context is where in the page the walk is.
type context struct {
	holder   int32 // the innermost block
	links    int   // open links
	card     bool  // a link holds the block
	strong   int   // open bold or italic elements
	cited    int   // open <cite>
	soft     int   // open inline elements whose class says boilerplate
	list     int   // open list items
	post     int32
	quote    int32
	pull     bool
	level    int8
	marks    int  // open <q>
	withheld bool // in an element with data-nosnippet
}

// build makes the tree of a page.
func build(p *page.Page) *tree {
	root := p.Root
	b := &builder{selectors: loadSelectors(), seen: make(map[string]selected, min(p.Nodes/8, 512)), context: context{post: -1, quote: -1}}
	b.elements = make([]element, 1, min(p.Nodes/3, 8000)+1)
	b.elements[0] = element{node: root, parent: -1}
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		b.visit(c, 0)
	}
	b.flush()
	b.elements[0].end = int32(len(b.elements))
	return &b.tree
}

// roomFor doubles a list that is full: one that grows as append lets it leaves five times
// its size behind.
func roomFor[T any](list []T) []T {
	if len(list) == cap(list) {
		list = slices.Grow(list, len(list)+16)
	}
	return list
}

func (b *builder) visit(n *html.Node, parent int32) {
	switch n.Type {
	case html.TextNode:
		b.unescape(n.Data)
	case html.ElementNode:
		switch {
		case n.DataAtom == atom.Br:
			b.lineBreak()
		case n.DataAtom == atom.Img || n.DataAtom == atom.Picture:
			b.image(n)
		case n.DataAtom == atom.Slot && b.host != nil:
			b.slot(n, parent)
		case silent[n.DataAtom] && !inSentence(n) || b.isFootnote(n):
			b.skip(n)
		default:
			b.element(n, parent)
		}
	}
}

// skip passes an element whose text is not the article's.
func (b *builder) skip(n *html.Node) {
	if controls[n.DataAtom] {
		b.controls++
		if takesAddress(n) {
			b.addresses++
		}
	}
	if n.DataAtom == atom.Embed || n.DataAtom == atom.Video {
		b.under = b.holder
	}
	if n.FirstChild != nil {
		b.seam(0)
	}
}

// maxAlt bounds the description of a picture that may be its caption, in bytes.
const maxAlt = 600

// image notes a picture's place and description, to know its caption by.
func (b *builder) image(n *html.Node) {
	b.picture, b.under = b.holder, b.holder
	if n.DataAtom == atom.Picture {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Img {
				n = c
			}
		}
	}
	unit := len(b.units)
	if len(b.written()) > 0 {
		unit++
	}
	b.pictures = append(b.pictures, picture{n, b.holder, int32(unit)})
	for _, a := range n.Attr {
		if a.Key == "alt" && strings.Count(a.Val, " ") >= 2 && len(a.Val) < maxAlt {
			if b.alts == nil {
				b.alts = map[string]bool{}
			}
			b.alts[letters(a.Val)] = true
		}
	}
}

func (b *builder) element(n *html.Node, parent int32) {
	at := int32(len(b.elements))
	e := element{node: n, parent: parent, tag: around[n.DataAtom], block: block[n.DataAtom]}
	if n.DataAtom == atom.Footer && b.quote >= 0 {
		e.tag = false // it names the source of a block quote
	}
	b.describe(&e)
	b.elements = append(roomFor(b.elements), e)
	saved, firstUnit, controls, addresses := b.context, len(b.units), b.controls, b.addresses
	switch {
	case e.block:
		b.flush()
		b.holder = at
		b.card = b.links > 0
	case e.hidden || e.role&roleHover != 0 && b.isCard(n) || isHoverCard(n):
		b.apart(n, at)
		b.elements[at].hidden = true
		b.elements[at].end = int32(len(b.elements))
		b.context = saved
		return
	case e.role&(roleDrop|roleCaption|roleComments) != 0:
		b.soft++
	}
	b.enter(n, &b.elements[at], at)
	opened := !e.block && b.openTag(n, at)
	b.children(n, at)
	if n.DataAtom == atom.Q {
		b.quotationMark(b.marks, "”", "’")
	}
	if e.block {
		b.flush()
		b.selfNamed(at, firstUnit, controls)
		if b.elements[at].role&roleGallery != 0 {
			b.tells(at, firstUnit)
		}
	} else if opened {
		b.closeTag()
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
	b.elements[at].controls = int32(b.controls - controls)
	b.elements[at].addresses = b.addresses > addresses
}

// apart reads an inline element whose text is not part of the sentence around
// it, such as a hover card: "Rep. Ann Ray[Ann RayMore on Ray MORE] (D-Ohio)".
func (b *builder) apart(n *html.Node, at int32) {
	start, current, space, breaks, inline := b.start, b.current, b.space, b.breaks, b.inline
	b.start = b.text.Len()
	b.current, b.inline = unit{}, inlineOf(nil)
	b.holder = at
	b.children(n, at)
	b.flush()
	b.start, b.current, b.space, b.breaks, b.inline = start, current, space, breaks, inline
	b.seam(0)
}

// enter notes what an element says of the text in it.
func (b *builder) enter(n *html.Node, e *element, at int32) {
	switch n.DataAtom {
	case atom.A:
		if attribute(n, "href") != "" { // <a name="top"> is no link
			b.links++
		}
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
		b.marks++
		b.quotationMark(b.marks, "“", "‘")
	}
	b.withheld = b.withheld || e.withheld
	if e.role&rolePost != 0 && b.post < 0 {
		b.post = at
	}
	if e.role&rolePullQuote != 0 {
		b.pull = true
	}
}
