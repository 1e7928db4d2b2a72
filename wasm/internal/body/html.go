package body

import (
	"net/url"
	"slices"
	"strings"

	"keypoints/wasm/internal/sanitize"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTML gives the article as sanitized HTML: the words of the blocks, letter for
// letter, with the page's links, lists, tables and pictures around them, links resolved
// against the page's address. It costs as much as the rest of the engine, so it is made
// only when asked for.
//
// It is written from the blocks, not from the page, so that an article never reads
// other than its body: each unit's text, its inline elements where they start and end
// in it, and the lists, quotations, figures and tables that hold it.
func (b *Body) HTML() string {
	if b.tree == nil {
		var w strings.Builder
		for _, block := range b.Blocks {
			w.WriteString("<p>" + html.EscapeString(block.Text) + "</p>")
		}
		return w.String()
	}
	w := writer{tree: b.tree, base: b.base}
	pictures := b.tree.pictures
	for _, i := range b.tree.withCaptions(b.chosen, b.kept) {
		for ; len(pictures) > 0 && pictures[0].unit <= int32(i); pictures = pictures[1:] {
			w.picture(pictures[0], b.chosen)
		}
		w.unit(&b.tree.units[i])
	}
	for _, p := range pictures {
		w.picture(p, b.chosen)
	}
	w.nest(nil)
	return strings.TrimSpace(sanitize.HTML(w.out.String()))
}

// Release lets the page go. From then on HTML has the blocks' words alone, and LeftOut nothing.
func (b *Body) Release() { b.tree, b.chosen, b.kept, b.whole = nil, nil, nil, "" }

// withCaptions gives the kept units, and those in a <figcaption> of the article: no text
// of the body, but part of the article's HTML.
func (t *tree) withCaptions(chosen []int32, kept []int) []int {
	var out []int
	for i := range t.units {
		if len(kept) > 0 && kept[0] == i {
			kept = kept[1:]
			out = append(out, i)
		} else if t.captions(t.units[i].at) && t.holds(chosen, t.units[i].at) {
			out = append(out, i)
		}
	}
	return out
}

// captions says whether an element is a <figcaption>, or in one, that alone is left out.
func (t *tree) captions(at int32) bool {
	for n := 0; at > 0 && n < 4; at, n = t.elements[at].parent, n+1 {
		if e := &t.elements[at]; e.node.DataAtom == atom.Figcaption {
			return !e.hidden && !t.elements[e.parent].gone
		}
	}
	return false
}

// holds says whether one of some elements, which are in order, holds another.
func (t *tree) holds(chosen []int32, at int32) bool {
	n, found := slices.BinarySearch(chosen, at)
	if !found {
		n--
	}
	return n >= 0 && at < t.elements[chosen[n]].end
}

// nested are the elements that give units their place in the article.
var nested = map[atom.Atom]bool{atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true,
	atom.Figure: true, atom.Figcaption: true, atom.Table: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Tr: true, atom.Td: true, atom.Th: true}

// bare are those of them whose text stands in them without a <p>.
var bare = map[atom.Atom]bool{atom.Li: true, atom.Dt: true, atom.Dd: true, atom.Figcaption: true, atom.Tr: true, atom.Td: true, atom.Th: true}

// marked are the inline elements that an article keeps. A <q> is none: its marks stand in
// the text, and browsers would draw them again.
var marked = map[atom.Atom]bool{atom.A: true, atom.Em: true, atom.Strong: true, atom.B: true, atom.I: true, atom.U: true, atom.S: true, atom.Del: true,
	atom.Ins: true, atom.Sub: true, atom.Sup: true, atom.Small: true, atom.Mark: true, atom.Code: true, atom.Abbr: true, atom.Cite: true, atom.Time: true}

// writer writes units into the elements that hold them.
type writer struct {
	*tree
	base string
	out  strings.Builder
	open []int32 // nested elements, the outermost first
	bare bool    // the last unit has no element of its own
}

// nest ends and begins elements until those of chain are open.
func (w *writer) nest(chain []int32) {
	same := 0
	for same < len(w.open) && same < len(chain) && w.open[same] == chain[same] {
		same++
	}
	for i := len(w.open) - 1; i >= same; i-- {
		w.out.WriteString("</" + w.elements[w.open[i]].node.Data + ">")
		w.bare = false
	}
	w.open = append(w.open[:same], chain[same:]...)
	for _, at := range chain[same:] {
		w.start(w.elements[at].node)
		w.bare = false
	}
}

// chain gives the nested elements that hold an element, the outermost first.
func (w *writer) chain(at int32) []int32 {
	var out []int32
	for ; at > 0 && len(out) < 32; at = w.elements[at].parent {
		if nested[w.elements[at].node.DataAtom] {
			out = append(out, at)
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func (w *writer) unit(u *unit) {
	chain := w.chain(u.at)
	w.nest(chain)
	name, row := "p", false
	if u.level > 0 {
		name = "h" + string(rune('0'+max(2, u.level)))
	} else if holder := w.elements[u.at].node.DataAtom; bare[holder] {
		name, row = "", holder == atom.Tr
	}
	switch {
	case name == "" && w.bare:
		w.out.WriteString("<br>")
	case name != "":
		w.out.WriteByte('<')
		w.out.WriteString(name)
		w.languages(w.elements[u.at].node)
		w.out.WriteByte('>')
	}
	w.text(u, row)
	if name != "" {
		w.out.WriteString("</" + name + ">")
	}
	w.bare = name == ""
}

// text writes a unit's words with its inline elements; row says that they stand in
// the cells of a table.
func (w *writer) text(u *unit, row bool) {
	at, shown := int32(0), []string{}
	for _, t := range w.tags[u.tags[0]:u.tags[1]] {
		w.out.WriteString(html.EscapeString(u.text[at:t.at]))
		at = t.at
		if t.element >= 0 {
			n := w.elements[t.element].node
			name := ""
			if marked[n.DataAtom] && (n.DataAtom != atom.A || w.resolve(attribute(n, "href")) != "") || row && (n.DataAtom == atom.Td || n.DataAtom == atom.Th) {
				name = n.Data
				w.start(n)
			}
			shown = append(shown, name)
		} else if len(shown) > 0 {
			w.end(shown[len(shown)-1])
			shown = shown[:len(shown)-1]
		}
	}
	w.out.WriteString(html.EscapeString(u.text[at:]))
	for i := len(shown) - 1; i >= 0; i-- {
		w.end(shown[i])
	}
}

func (w *writer) end(name string) {
	if name != "" {
		w.out.WriteString("</" + name + ">")
	}
}

// picture writes an image that stands in the article and not in what was left out.
func (w *writer) picture(p picture, chosen []int32) {
	if w.elements[p.at].gone || !w.holds(chosen, p.at) {
		return
	}
	w.nest(w.chain(p.at))
	w.start(p.node)
	w.bare = false
}

// start writes a start tag with the attributes that the policy of package sanitize knows.
func (w *writer) start(n *html.Node) {
	w.out.WriteByte('<')
	w.out.WriteString(n.Data)
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
		w.attribute(a.Key, value)
	}
	w.out.WriteByte('>')
}

// languages writes the language and direction of a paragraph.
func (w *writer) languages(n *html.Node) {
	w.attribute("lang", attribute(n, "lang"))
	w.attribute("dir", attribute(n, "dir"))
}

func (w *writer) attribute(key, value string) {
	if value != "" {
		w.out.WriteString(" " + key + `="` + html.EscapeString(value) + `"`)
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

// resolve makes an address absolute, or gives "" for those that are not http or https.
func (w *writer) resolve(ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if base, err := url.Parse(w.base); err == nil && base.IsAbs() {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// baseOf gives the address that a page's links are relative to: that of <base href>, or
// the page's own.
func baseOf(root *html.Node, address string) string {
	seen := 0
	for n := range root.Descendants() {
		if seen++; seen > 400 || n.DataAtom == atom.Body {
			break
		}
		if n.DataAtom != atom.Base || attribute(n, "href") == "" {
			continue
		}
		ref, err := url.Parse(strings.TrimSpace(attribute(n, "href")))
		if err != nil {
			break
		}
		if page, err := url.Parse(address); err == nil && page.IsAbs() {
			ref = page.ResolveReference(ref)
		}
		if ref.IsAbs() {
			return ref.String()
		}
	}
	return address
}
