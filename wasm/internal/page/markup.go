package page

import (
	"strings"

	"keypoints/wasm/internal/json"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a publisher's markup says of the card:
//
//	<meta name="key-points" content="off">        no card of this page
//	data-key-points="ignore"                      this is not the article's text
//	data-key-points="paid", and what JSON-LD      not on the card, unless a <key-points paid="show">
//	  calls paid: isAccessibleForFree false with  stands on the page
//	  a cssSelector (developers.google.com/search/docs/appearance/structured-data/paywalled-content)
//	data-nosnippet                                the article's text, never on the card (body reads it)
//
// What is ignored is taken out of the tree, so that no later stage can know it. Its
// words are kept where those of menus are, since a link to a passage must not lead to
// the same words in there. What is paid is the article's text all the same, headline
// and dates stand in it too: it is marked as what no snippet may have.

// maxSelectors bounds the selectors of paid parts that are looked at.
const maxSelectors = 20

// honour does to a tree what its publisher's markup says. off means that the page wants no
// card; paid that a part of the article is kept from it.
// parted tells that a paragraph beside a paid part is free.
func honour(root *html.Node, selectors []selector, menu *strings.Builder) (off, paid, parted bool) {
	show := false
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case n.DataAtom == atom.Meta && strings.EqualFold(valueOf(n, "name"), "key-points"):
			off = off || strings.EqualFold(strings.TrimSpace(valueOf(n, "content")), "off")
		case n.Data == "key-points":
			show = show || valueOf(n, "paid") == "show"
		}
	}
	paid = len(selectors) > 0
	for n := root; n != nil; {
		next := following(n)
		mark := strings.ToLower(strings.TrimSpace(valueOf(n, "data-key-points")))
		paid = paid || mark == "paid"
		switch {
		case mark == "ignore":
			next = behindAll(n)
			takeOut(n, menu)
		case !show && (mark == "paid" || matchesAny(n, selectors)):
			n.Attr = append(n.Attr, html.Attribute{Key: "data-nosnippet"})
			parted = parted || besideFree(n, selectors)
		}
		n = next
	}
	return off, paid && !show, parted
}

// leastFree is how many bytes of text a paragraph beside a paid part has, to be one.
const leastFree = 60

// besideFree tells that a paragraph stands beside an element that is not paid.
func besideFree(n *html.Node, selectors []selector) bool {
	for b, looked := n.PrevSibling, 0; b != nil && looked < 20; b, looked = b.PrevSibling, looked+1 {
		if b.DataAtom != atom.P || matchesAny(b, selectors) {
			continue
		}
		length := 0
		for d := range b.Descendants() {
			if d.Type == html.TextNode {
				length += len(d.Data)
			}
		}
		if length >= leastFree {
			return true
		}
	}
	return false
}

// following is the next node in document order.
func following(n *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	return behindAll(n)
}

// behindAll is the next node in document order that is not in n.
func behindAll(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

// takeOut puts a border between texts in an element's place.
func takeOut(n *html.Node, menu *strings.Builder) {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body:
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
		return
	}
	for d := range n.Descendants() {
		if text := strings.TrimSpace(d.Data); d.Type == html.TextNode && strings.Contains(text, " ") && menu.Len()+len(text) < maxMenuText {
			menu.WriteString(html.EscapeString(text))
			menu.WriteByte('\n')
		}
	}
	border := &html.Node{Type: html.ElementNode, Data: "hr", DataAtom: atom.Hr}
	switch n.DataAtom {
	case atom.Span, atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Mark, atom.Small, atom.Sup, atom.Sub, atom.Cite, atom.Q:
		border.Data, border.DataAtom = "template", atom.Template
		border.AppendChild(&html.Node{Type: html.TextNode, Data: " "})
	}
	n.Parent.InsertBefore(border, n)
	n.Parent.RemoveChild(n)
}

func valueOf(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// selector is a compound of a tag, classes, an id and attributes: "div.paywall",
// "#premium", `[data-paid="yes"]`.
type selector struct {
	tag        string
	attributes [][2]string // name and value; a class as {"class", name}
	present    []string    // attributes of any value
}

// paidSelectors reads the selectors of paid parts from a page's JSON-LD.
func paidSelectors(jsonld []string) []selector {
	var found []selector
	for _, source := range jsonld {
		if !strings.Contains(source, "cssSelector") {
			continue
		}
		v, _ := json.Parse(source)
		for _, text := range paidParts(v, 0, false) {
			for one := range strings.SplitSeq(text, ",") {
				if s, ok := readSelector(strings.TrimSpace(one)); ok && len(found) < maxSelectors {
					found = append(found, s)
				}
			}
		}
	}
	return found
}

// paidParts gives the cssSelectors of what is not free. A part that says nothing of it
// is as free as what it is a part of.
func paidParts(v json.Value, depth int, paid bool) (found []string) {
	if depth > 8 {
		return nil
	}
	for _, item := range v.Items {
		found = append(found, paidParts(item, depth+1, paid)...)
	}
	if free := v.Get("isAccessibleForFree"); free.Kind != json.Null {
		paid = strings.HasSuffix(strings.ToLower(free.Text), "false")
	}
	if paid {
		for _, selector := range v.Get("cssSelector").List() {
			found = append(found, selector.Str())
		}
	}
	for _, name := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
		for _, part := range v.Get(name).List() {
			found = append(found, paidParts(part, depth+1, paid)...)
		}
	}
	return found
}

// readSelector reads a compound selector; ok is false for what is none, such as
// "article > p", which is then left aside.
func readSelector(s string) (found selector, ok bool) {
	end := strings.IndexAny(s, ".#[")
	if end < 0 {
		end = len(s)
	}
	if found.tag = strings.ToLower(s[:end]); found.tag == "*" {
		found.tag = ""
	}
	if !isName(found.tag) {
		return found, false
	}
	for rest := s[end:]; rest != ""; {
		kind := rest[0]
		rest = rest[1:]
		if kind == '[' {
			inner, after, closed := strings.Cut(rest, "]")
			name, value, valued := strings.Cut(inner, "=")
			name = strings.ToLower(strings.TrimSpace(name))
			if !closed || name == "" || !isName(name) {
				return found, false
			}
			if rest = after; valued {
				found.attributes = append(found.attributes, [2]string{name, strings.Trim(strings.TrimSpace(value), `"'`)})
			} else {
				found.present = append(found.present, name)
			}
			continue
		}
		end := strings.IndexAny(rest, ".#[")
		if end < 0 {
			end = len(rest)
		}
		name := rest[:end]
		if name == "" || !isName(name) {
			return found, false
		}
		rest = rest[end:]
		found.attributes = append(found.attributes, [2]string{map[byte]string{'.': "class", '#': "id"}[kind], name})
	}
	return found, s != ""
}

func isName(s string) bool { return !strings.ContainsAny(s, " >+~:()=|^$*\\\"'\t\n") }

func matchesAny(n *html.Node, selectors []selector) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for i := range selectors {
		if selectors[i].matches(n) {
			return true
		}
	}
	return false
}

func (s *selector) matches(n *html.Node) bool {
	if s.tag != "" && s.tag != n.Data {
		return false
	}
	for _, a := range s.attributes {
		value := valueOf(n, a[0])
		if a[0] != "class" && value != a[1] {
			return false
		}
		if a[0] == "class" && !contains(strings.Fields(value), a[1]) {
			return false
		}
	}
	for _, name := range s.present {
		found := false
		for i := range n.Attr {
			found = found || n.Attr[i].Key == name
		}
		if !found {
			return false
		}
	}
	return true
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

// asked are the attributes that selectors ask for and that the scanner would not keep.
func asked(selectors []selector) map[string]bool {
	var names map[string]bool
	add := func(name string) {
		if keptAttribute(name) {
			return
		}
		if names == nil {
			names = map[string]bool{}
		}
		names[name] = true
	}
	for _, s := range selectors {
		for _, a := range s.attributes {
			add(a[0])
		}
		for _, name := range s.present {
			add(name)
		}
	}
	return names
}
