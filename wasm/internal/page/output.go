package page

import (
	"strings"
	"unicode/utf8"
)

// maxKept bounds in bytes what is kept of a page's markup and text. The largest of 231 news
// pages has 1.4 MB, the next 0.6; the tree takes several times as much memory, and what is beyond are
// no articles.
const maxKept = 2 << 20

// output is what is kept of a page, up to maxKept.
type output struct{ kept strings.Builder }

// text adds a text. Its calls stay calls, as keptAttribute's do: V8 optimizes the functions
// that read tags on the first page, and takes the longer the more code they hold.
//
//go:noinline
func (o *output) text(s string) { o.kept.WriteString(beginning(s, maxKept-o.kept.Len())) }

func (o *output) byte(c byte) {
	if o.kept.Len() < maxKept {
		o.kept.WriteByte(c)
	}
}

// beginning gives at most n bytes of a text.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
