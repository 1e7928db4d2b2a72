package body

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a body, in bytes. The longest of 91 gold articles has 53,000 in all
// and 3,000 in a paragraph; what is far beyond is no article, and the analysis of
// text takes 100 bytes of memory and more for each byte of it.
const (
	MaxText      = 150_000
	maxParagraph = 20_000
	// maxTokens bounds the words and marks, which take that memory: English has 28,000
	// in MaxText, a text of marks alone five times as many.
	maxTokens = 40_000
	// maxUnits bounds the paragraphs, each of which has a place in all that is made of them.
	maxUnits = 5000
)

// maxSample is how many bytes of a body tell its language.
const maxSample = 8192

// Sample gives the start of the body's text, of which its language is told.
func (b *Body) Sample() string {
	var text strings.Builder
	text.Grow(maxSample + len(" "))
	for i := range b.Blocks {
		if text.Len() >= maxSample {
			break
		}
		block := b.Blocks[i].Text
		text.WriteString(block[:min(len(block), maxSample-text.Len())])
		text.WriteByte(' ')
	}
	return text.String()
}

// leading gives the first units, as many as a body may have.
func (t *tree) leading(units []int) []int {
	units = units[:min(len(units), maxUnits)]
	size := 0
	for n, i := range units {
		if size += len(t.units[i].text); size > MaxText {
			return units[:n+1]
		}
	}
	return units
}

// bound keeps the first MaxText bytes of the blocks, or maxTokens words and marks, and
// parts paragraphs that are too long for one, at spaces.
func bound(blocks []Block) []Block {
	total, long := 0, false
	for i := range blocks {
		total += len(blocks[i].Text)
		long = long || len(blocks[i].Text) > maxParagraph
	}
	if total > maxTokens {
		tokens := maxTokens
		for i := range blocks {
			if end := afterTokens(blocks[i].Text, &tokens); end < len(blocks[i].Text) {
				blocks[i].Text = strings.TrimSpace(blocks[i].Text[:end])
				blocks, long = blocks[:i+1], true
				break
			}
		}
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

// afterTokens is where in a text no more words and marks are left to take, or its end.
func afterTokens(s string, left *int) int {
	inWord := false
	for i, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if r != ' ' && !(word && inWord) {
			if *left == 0 {
				return i
			}
			*left--
		}
		inWord = word
	}
	return len(s)
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
