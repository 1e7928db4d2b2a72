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

func (o *output) text(s string) {
	if left := maxKept - o.kept.Len(); len(s) > left {
		for left > 0 && !utf8.RuneStart(s[left]) {
			left--
		}
		s = s[:left]
	}
	o.kept.WriteString(s)
}

func (o *output) byte(c byte) {
	if o.kept.Len() < maxKept {
		o.kept.WriteByte(c)
	}
}
