package body

import (
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Live blogs: one element an entry, each with its heading or time.

// entryHeads takes back that a <header> stands around the text where it is an entry's: it
// has a heading that is no link, and its element is one of many with prose.
func (t *tree) entryHeads() {
	for i := range t.elements {
		e := &t.elements[i]
		if e.node.DataAtom != atom.Header || e.role != 0 || e.heads > 0 || e.hidden || t.elements[e.parent].weight < minProse || !t.oneOfMany(e.parent) {
			continue
		}
		first := sort.Search(len(t.units), func(u int) bool { return int(t.units[u].at) >= i })
		for u := first; u < len(t.units) && t.units[u].at < e.end; u++ {
			if t.units[u].kind == Heading && t.units[u].links == 0 {
				e.tag = false
			}
		}
	}
}

// oneOfMany says whether the element beside another is of the same name and class.
func (t *tree) oneOfMany(at int32) bool {
	n := t.elements[at].node
	class := attribute(n, "class")
	if class == "" && n.DataAtom != atom.Article {
		return false
	}
	for _, beside := range [2]*html.Node{before(n), behind(n)} {
		if beside != nil && beside.DataAtom == n.DataAtom && attribute(beside, "class") == class {
			return true
		}
	}
	return false
}

// before and behind give the next element on one side.
func before(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}

func behind(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
	}
	return n
}

// entryTime says whether a line is the time that an entry of a live blog is headed by:
// "21:00 Ann Ray", "kl. 12.31", beside a heading.
func (c *cleaner) entryTime(n int, u *unit) bool {
	at := strings.IndexAny(u.text, "0123456789")
	if at < 0 || at > 4 || u.kind != Paragraph || endsSentence(strings.TrimSuffix(u.text, ".")) {
		return false
	}
	hour := strings.TrimLeft(u.text[at:], "0123456789")
	digits := len(u.text) - at - len(hour)
	if digits > 2 || len(hour) < 3 || strings.IndexByte(":.h", hour[0]) < 0 || !isDigit(hour[1]) || !isDigit(hour[2]) || len(hour) > 3 && (isDigit(hour[3]) || hour[3] == '.') {
		return false
	}
	for _, m := range [2]int{n - 1, n + 1} {
		if m >= 0 && m < len(c.units) && c.tree.units[c.units[m]].kind == Heading {
			return true
		}
	}
	return false
}
