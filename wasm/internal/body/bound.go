package body

import (
	"strings"
	"unicode/utf8"
)

// Bounds of a body, in bytes. The longest of 91 gold articles has 53,000 in all
// and 3,000 in a paragraph; what is far beyond is no article, and the analysis of
// text takes 100 bytes of memory and more for each byte of it.
const (
	MaxText      = 150_000
	maxParagraph = 20_000
)

// bound keeps the first MaxText bytes of the blocks, and parts paragraphs that
// are too long for one, at spaces.
func bound(blocks []Block) []Block {
	total, long := 0, false
	for i := range blocks {
		total += len(blocks[i].Text)
		long = long || len(blocks[i].Text) > maxParagraph
	}
	if total <= MaxText && !long {
		return blocks
	}
	var out []Block
	left := MaxText
	for _, b := range blocks {
		for rest := b.Text; rest != "" && left > 0; {
			part := rest
			if len(part) > min(maxParagraph, left) {
				part = cut(part, min(maxParagraph, left))
			}
			whole := len(rest)
			rest = strings.TrimSpace(rest[len(part):])
			left -= len(part)
			if part = strings.TrimSpace(part); part != "" {
				b.Text = part
				out = append(out, b)
			}
			b.Shown += whole - len(rest)
		}
	}
	return out
}

// cut gives at most n bytes of s, up to a space where there is one.
func cut(s string, n int) string {
	if i := strings.LastIndexByte(s[:n], ' '); i > 0 {
		return s[:i]
	}
	for n > 1 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
