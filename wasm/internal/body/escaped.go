package body

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxReference bounds the name of a character, in bytes: "&thetasym;".
const maxReference = 10

// unescape writes a text whose marks a content system has escaped twice: a reader of
// "&amp;ldquo;Go&amp;rdquo;" sees names where marks were meant. The page reads otherwise there.
func (b *builder) unescape(s string) {
	for {
		at := strings.IndexByte(s, '&')
		if at < 0 {
			break
		}
		end := strings.IndexByte(s[at:min(len(s), at+maxReference)], ';') + 1
		mark := html.UnescapeString(s[at : at+end])
		if end < 4 || mark == s[at:at+end] || utf8.RuneCountInString(mark) > 1 || mark == "<" || mark == ">" {
			b.write(s[:at+1])
			s = s[at+1:]
			continue
		}
		b.write(s[:at])
		b.write(mark)
		b.seam(len(mark))
		s = s[at+end:]
	}
	b.write(s)
}
