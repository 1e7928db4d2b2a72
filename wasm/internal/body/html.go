package body

import (
	"net/url"
	"strings"

	"keypoints/wasm/internal/sanitize"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTML gives the article as sanitized HTML: its text with links, lists, tables
// and pictures, links resolved against the page's address. It costs as much as
// the rest of the engine, so it is made only when asked for.
func (b *Body) HTML() string {
	if b.tree == nil {
		var w strings.Builder
		for _, block := range b.Blocks {
			w.WriteString("<p>" + html.EscapeString(block.Text) + "</p>")
		}
		return w.String()
	}
	w := writer{tree: b.tree, index: make(map[*html.Node]int32, len(b.tree.elements)), left: b.tree.leftOut(b.kept)}
	if base, err := url.Parse(b.base); err == nil && base.IsAbs() {
		w.base = base
	}
	for i := range b.tree.elements {
		w.index[b.tree.elements[i].node] = int32(i)
	}
	for _, at := range b.chosen {
		w.children(b.tree.elements[at].node)
	}
	return strings.TrimSpace(sanitize.HTML(w.out.String()))
}

// leftOut gives the elements all of whose units were left out as boilerplate.
func (t *tree) leftOut(kept []int) map[int32]bool {
	out := map[int32]bool{}
	for i := range t.units {
		out[t.units[i].at] = true
	}
	for _, i := range kept {
		for at := t.units[i].at; at >= 0; at = t.elements[at].parent {
			delete(out, at)
		}
	}
	return out
}

// writer writes a part of the page without what was pruned.
type writer struct {
	*tree
	index map[*html.Node]int32
	left  map[int32]bool
	base  *url.URL
	out   strings.Builder
}

func (w *writer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.out.WriteString(html.EscapeString(c.Data))
		case html.ElementNode:
			w.element(c)
		}
	}
}

func (w *writer) element(n *html.Node) {
	at, known := w.index[n]
	if known && (w.left[at] || w.elements[at].gone) && !isCaption(n) {
		return
	}
	name := n.Data
	switch n.DataAtom {
	case atom.Br, atom.Img:
	case atom.Picture:
		w.children(n) // the <img> in it
		return
	default:
		if silent[n.DataAtom] {
			return
		}
		if known && block[n.DataAtom] && w.isParagraph(at) {
			name = "p" // <div>Text</div>
		}
	}
	w.out.WriteByte('<')
	w.out.WriteString(name)
	w.attributes(n)
	w.out.WriteByte('>')
	if n.DataAtom == atom.Br || n.DataAtom == atom.Img {
		return
	}
	w.children(n)
	w.out.WriteString("</" + name + ">")
}

// isCaption says whether an element is the caption of a picture in the article:
// no text of the body, but part of the article's HTML.
func isCaption(n *html.Node) bool {
	return n.DataAtom == atom.Figcaption || n.Parent != nil && n.Parent.DataAtom == atom.Figcaption
}

// isParagraph says whether an element without a meaning of its own holds text
// and no other block.
func (w *writer) isParagraph(at int32) bool {
	switch w.elements[at].node.DataAtom {
	case atom.Div, atom.Section, atom.Article, atom.Center, atom.Main, atom.Address:
	default:
		return false
	}
	for i := at + 1; i < w.elements[at].end; i++ {
		if block[w.elements[i].node.DataAtom] {
			return false
		}
	}
	return true
}

// attributes writes those that the policy of package sanitize knows.
func (w *writer) attributes(n *html.Node) {
	for _, a := range n.Attr {
		value := a.Val
		switch a.Key {
		case "href":
			value = w.resolve(value)
		case "src":
			if lazy := attribute(n, "data-src"); lazy != "" {
				value = lazy
			}
			value = w.resolve(value)
		case "alt", "width", "height", "colspan", "rowspan", "dir", "lang", "datetime":
		default:
			continue
		}
		if value != "" {
			w.out.WriteString(" " + a.Key + `="` + html.EscapeString(value) + `"`)
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// resolve makes an address absolute, or gives "".
func (w *writer) resolve(ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil {
		return ""
	}
	if w.base != nil {
		u = w.base.ResolveReference(u)
	}
	if !u.IsAbs() {
		return ""
	}
	return u.String()
}
