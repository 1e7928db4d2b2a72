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
}

// open writes a start tag; attributes are names and values in turn.
func (w *htmlWriter) open(tag string, attributes ...string) {
	w.buf = append(append(w.buf, '<'), tag...)
	for i := 0; i+1 < len(attributes); i += 2 {
		w.buf = append(append(w.buf, ' '), attributes[i]...)
		w.buf = append(w.buf, '=', '"')
		w.escaped(attributes[i+1], true)
		w.buf = append(w.buf, '"')
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
func (w *htmlWriter) text(s string) { w.escaped(s, false) }

// escaped writes s for text, or for an attribute's value between double quotes. Invalid
// UTF-8 and control characters become U+FFFD; so do the embeddings and overrides of
// direction that could make a reader see other words than the article's.
func (w *htmlWriter) escaped(s string, attribute bool) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			w.buf = append(w.buf, "&amp;"...)
		case r == '<':
			w.buf = append(w.buf, "&lt;"...)
		case r == '>':
			w.buf = append(w.buf, "&gt;"...)
		case r == '"' && attribute:
			w.buf = append(w.buf, "&#34;"...)
		case r == '`' && attribute: // a quotation mark of attributes in old Internet Explorers
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
