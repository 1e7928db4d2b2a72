package body

import (
	"slices"

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
	host, filled := b.host, b.filled
	b.host, b.filled = n, nil
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		b.visit(c, at)
	}
	b.host, b.filled = host, filled
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
	host, filled, name := b.host, b.filled, attribute(n, "name")
	found := false
	if !slices.Contains(filled, name) {
		b.host, b.filled = nil, nil // the host's children are not of its shadow tree
		for c := host.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Template && (c.Type == html.ElementNode || name == "" && hasText(c)) && attribute(c, "slot") == name {
				found = true
				b.visit(c, at)
			}
		}
		b.host, b.filled = host, append(filled, name)
	}
	if !found {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			b.visit(c, at)
		}
	}
}
