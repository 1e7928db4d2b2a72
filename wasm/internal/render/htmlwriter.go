package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"
)

// htmlWriter appends HTML to a buffer. Tag and attribute names are written as
// they are, everything else escaped.
type htmlWriter struct {
	buf     []byte
	labels  lang.Labels
	url     string   // of the article, or ""
	article []string // lang and dir of the article's words where they differ from the labels'
	named   named
}

// open writes a start tag; attributes are names and values in turn. A value stands between
// the quotation marks of which it has fewer itself: JSON between single ones.
func (w *htmlWriter) open(tag string, attributes ...string) {
	w.buf = append(append(w.buf, '<'), tag...)
	for i := 0; i+1 < len(attributes); i += 2 {
		value, mark := attributes[i+1], '"'
		if strings.Count(value, "'") < strings.Count(value, `"`) {
			mark = '\''
		}
		w.buf = append(append(w.buf, ' '), attributes[i]...)
		w.buf = append(w.buf, '=', byte(mark))
		w.escaped(value, mark)
		w.buf = append(w.buf, byte(mark))
	}
	w.buf = append(w.buf, '>')
}

func (w *htmlWriter) close(tag string) {
	w.buf = append(append(append(w.buf, '<', '/'), tag...), '>')
}

func (w *htmlWriter) element(tag, text string, attributes ...string) {
	w.open(tag, attributes...)
	w.text(text)
	w.close(tag)
}

// text writes s escaped for text, where quotation marks are words like others.
func (w *htmlWriter) text(s string) { w.escaped(s, 0) }

// escaped writes s for text, or for an attribute's value between two of a mark. Invalid
// UTF-8 and control characters become U+FFFD; so do the embeddings and overrides of
// direction that could make a reader see other words than the article's.
func (w *htmlWriter) escaped(s string, mark rune) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			w.buf = append(w.buf, "&amp;"...)
		case r == '<':
			w.buf = append(w.buf, "&lt;"...)
		case r == '>':
			w.buf = append(w.buf, "&gt;"...)
		case r == mark && mark != 0:
			w.buf = append(strconv.AppendInt(append(w.buf, "&#"...), int64(mark), 10), ';')
		case r == '`' && mark != 0: // a quotation mark of attributes in old Internet Explorers
			w.buf = append(w.buf, "&#96;"...)
		case r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r < 0xa0, r == utf8.RuneError,
			r >= 0x202a && r <= 0x202e:
			w.buf = append(w.buf, "\uFFFD"...)
		default:
			w.buf = append(w.buf, s[i:i+size]...)
		}
		i += size
	}
}

func decimal(n int) string { return strconv.Itoa(n) }

// oneLine parts words by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
