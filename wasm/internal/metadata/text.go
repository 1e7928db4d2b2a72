package metadata

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// text gives an element's text with single spaces, and "" where it has more
// than max bytes. Elements that are not in a line are parted by a space.
func text(n *html.Node, max int) string {
	var b strings.Builder
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 400 || b.Len() > 2*max {
			return ""
		}
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && d.DataAtom != atom.Span && d.DataAtom != atom.A && d.DataAtom != atom.B && d.DataAtom != atom.Em && d.DataAtom != atom.I && d.DataAtom != atom.Strong && d.DataAtom != atom.Sup:
			b.WriteByte('\n')
		}
	}
	return clip(squeeze(b.String()), max)
}

// lines gives an element's text with "\n" between lines and spaces between
// elements, and "" where it has more than max bytes or is hidden from sight.
func lines(n *html.Node, max int) string {
	var b strings.Builder
	seen := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && b.Len() <= 2*max; c = c.NextSibling {
			if seen++; seen > 400 {
				return
			}
			switch {
			case c.Type == html.TextNode:
				b.WriteString(strings.Map(space, c.Data))
			case c.Type != html.ElementNode, isHidden(c), c.DataAtom == atom.Time, c.DataAtom == atom.Button, c.DataAtom == atom.Svg, c.DataAtom == atom.Style, c.DataAtom == atom.Script:
				b.WriteByte(' ')
			case isInline(c):
				b.WriteByte(edge)
				if isNext(c) {
					b.WriteByte('\n')
				}
				walk(c)
				b.WriteByte(edge)
			default:
				b.WriteByte('\n')
				walk(c)
				b.WriteByte('\n')
			}
		}
	}
	walk(n)
	if s := strings.TrimSpace(joined(b.String())); seen <= 400 && len(squeeze(s)) <= max {
		return s
	}
	return ""
}

// edge marks where an element of a line begins or ends.
const edge = '\x02'

// joined puts a space at each edge, but not inside a word: "By|Ann Ra|y".
func joined(s string) string {
	out := []byte(s)
	for i := 0; i < len(out); i++ {
		if out[i] != edge {
			continue
		}
		end := i
		for end < len(out) && out[end] == edge {
			end++
		}
		space := byte(' ')
		if i > 0 && end < len(out) && isSmall(out[i-1]) && isSmall(out[end]) && (end+1 == len(out) || !isSmall(out[end+1])) {
			space = '\x00'
		}
		for ; i < end; i++ {
			out[i] = space
		}
	}
	return strings.ReplaceAll(string(out), "\x00", "")
}

func isSmall(c byte) bool { return c >= 'a' && c <= 'z' }

// isNext says whether an element is the next of a list of names in elements of one
// kind: <span class="name">Ann Ray</span> <span class="name">Bo Lind</span>.
func isNext(n *html.Node) bool {
	prev := n.PrevSibling
	for prev != nil && prev.Type == html.TextNode && strings.TrimSpace(prev.Data) == "" {
		prev = prev.PrevSibling
	}
	return prev != nil && prev.Type == html.ElementNode && prev.DataAtom == n.DataAtom && attr(n, "class") != "" && attr(prev, "class") == attr(n, "class") && len(strings.Fields(text(prev, 60))) > 1
}

// space gives a space for line breaks of the source.
func space(r rune) rune {
	if r == '\n' || r == '\t' || r == '\r' {
		return ' '
	}
	return r
}

func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Span, atom.A, atom.B, atom.Em, atom.I, atom.Strong, atom.Sup, atom.Sub, atom.Small, atom.Cite, atom.Font, atom.U, atom.Mark, atom.Abbr, atom.Q, atom.Bdi, atom.Bdo, atom.Wbr, atom.S, atom.Ruby, atom.Rt, atom.Rp, atom.Code:
		return true
	}
	return false
}

// isHidden says whether an element is for screen readers only, or not shown.
func isHidden(n *html.Node) bool {
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "hidden":
			return true
		case "class":
			for _, part := range [...]string{"sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "screenreader", "u-hidden", "is-hidden"} {
				if strings.Contains(a.Val, part) {
					return true
				}
			}
		case "style":
			if strings.Contains(a.Val, "display:none") || strings.Contains(a.Val, "display: none") {
				return true
			}
		}
	}
	return false
}

func clip(s string, max int) string {
	if len(s) > max {
		return ""
	}
	return s
}

// squeeze gives single spaces and drops what has no width.
func squeeze(s string) string {
	if isSqueezed(s) {
		return s
	}
	return strings.Join(strings.Fields(widthless.Replace(s)), " ")
}

// isSqueezed tells that a text is plain ASCII in single spaces, as most are.
func isSqueezed(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return before != ' ' || s == ""
}

var widthless = strings.NewReplacer("\u00AD", "", "\u200B", "", "\uFEFF", "")
