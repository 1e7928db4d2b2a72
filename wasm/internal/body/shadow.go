package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Declarative shadow DOM: where an element begins with <template shadowrootmode>,
// readers see what is in the template, with the element's own children where it has
// slots for them (https://html.spec.whatwg.org/multipage/scripting.html#the-template-element).

// children visits what readers see in an element.
func (b *builder) children(n *html.Node, at int32) {
	root := shadowRoot(n)
	if root == nil {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			b.visit(c, at)
		}
		return
	}
	host, slotted := b.host, b.slotted
	b.host, b.slotted = n, slottedIn(n)
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		b.visit(c, at)
	}
	b.host, b.slotted = host, slotted
}

// slottedIn gives the children of a host by the names of the slots that they go to.
func slottedIn(host *html.Node) map[string][]*html.Node {
	by := map[string][]*html.Node{}
	for c := host.FirstChild; c != nil; c = c.NextSibling {
		name := attribute(c, "slot")
		if c.DataAtom != atom.Template && (c.Type == html.ElementNode || name == "" && hasText(c)) {
			by[name] = append(by[name], c)
		}
	}
	return by
}

// shadowRoot gives the template that an element begins with, or nil.
func shadowRoot(n *html.Node) *html.Node {
	c := n.FirstChild
	for c != nil && c.Type == html.TextNode && !hasText(c) {
		c = c.NextSibling
	}
	if c == nil || c.DataAtom != atom.Template || attribute(c, "shadowrootmode") == "" {
		return nil
	}
	return c
}

// slot visits the children of the host that belong into a slot, or what the slot holds
// where there are none. Of several slots of a name the first is filled.
func (b *builder) slot(n *html.Node, at int32) {
	name := attribute(n, "name")
	assigned := b.slotted[name]
	delete(b.slotted, name)
	if len(assigned) == 0 {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			b.visit(c, at)
		}
		return
	}
	host, slotted := b.host, b.slotted
	b.host, b.slotted = nil, nil // the host's children are not of its shadow tree
	for _, c := range assigned {
		b.visit(c, at)
	}
	b.host, b.slotted = host, slotted
}
