// Package fragment makes text fragments: the part of a link that leads a reader
// to a passage and highlights it (WICG Scroll to Text Fragment,
// https://wicg.github.io/scroll-to-text-fragment/).
//
// In goes the article's text and a passage of it as byte offsets, out comes
// "#:~:text=[prefix-,]start[,end][,-suffix]". Browsers go to the first match on
// the page, ignoring case, so what matters is that no earlier place matches:
// words before the passage are added only where one does.
package fragment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// longest is the most code points that a passage is given in full. Beyond
	// it, or over a paragraph's end, its first and last words stand for it: the
	// specification lets each part match inside one block only.
	longest = 300
	// fewest and most bound the words of such a first or last part, and most
	// also those of a prefix.
	fewest, most = 4, 12
	// reach is how many bytes from a passage its neighbors are looked for.
	reach = 1 << 10
	// work is how many bytes are searched for one article. It is enough for
	// hundreds of passages of the longest articles; beyond it, passages count as
	// unique, so that a page of 50,000 quotations takes no longer.
	work = 64 << 20
)

// Index finds passages in one article. It is made once for each article.
type Index struct {
	text   string // what stands before the body on the page, then the body
	folded string // the same in lower case, byte for byte as long
	offset int    // of the body in text
	work   int    // bytes that may still be searched
}

// New makes the index of a body whose paragraphs are parted by line breaks.
// The headings (headline, dek) stand before it on the page: a passage that
// repeats them is not the first match.
func New(body string, headings ...string) *Index {
	var b strings.Builder
	for _, h := range headings {
		if h != "" {
			b.WriteString(h)
			b.WriteString("\n\n")
		}
	}
	offset := b.Len()
	b.WriteString(body)
	return &Index{text: b.String(), folded: fold(b.String()), offset: offset, work: work}
}

// For gives the text fragment of body[start:end], offsets in bytes, or "" for
// an empty passage.
func (x *Index) For(start, end int) string {
	start, end = x.trim(start+x.offset, end+x.offset)
	if start >= end {
		return ""
	}
	first, last := span{start, end}, span{end, end}
	passage := x.text[start:end]
	if strings.Contains(passage, "\n") || utf8.RuneCountInString(passage) > longest {
		first = x.opening(start, end)
		last = x.closing(first.end, end)
	}
	prefix := span{start, start}
	if x.earlier(first) {
		prefix = x.before(first)
	}
	var b strings.Builder
	b.WriteString("#:~:text=")
	if prefix.start < prefix.end {
		escape(&b, x.text[prefix.start:prefix.end])
		b.WriteString("-,")
	}
	escape(&b, x.text[first.start:first.end])
	if last.start < last.end {
		b.WriteByte(',')
		escape(&b, x.text[last.start:last.end])
	}
	if prefix.start == prefix.end && x.earlier(first) {
		if suffix := x.after(end); suffix.start < suffix.end {
			b.WriteString(",-")
			escape(&b, x.text[suffix.start:suffix.end])
		}
	}
	return b.String()
}

// span is a half-open range of bytes of Index.text.
type span struct{ start, end int }

func (x *Index) trim(start, end int) (int, int) {
	if start < x.offset || end > len(x.text) || start > end {
		return 0, 0
	}
	s := x.text[start:end]
	left := strings.TrimLeft(s, " \n")
	start += len(s) - len(left)
	return start, start + len(strings.TrimRight(left, " \n"))
}

// earlier says whether a browser would find the words of s before s.
func (x *Index) earlier(s span) bool { return !x.first(s, 0) }

// first says whether s is the first place behind from with its words.
func (x *Index) first(s span, from int) bool {
	if x.work <= 0 {
		return true
	}
	found := strings.Index(x.folded[from:s.end], x.folded[s.start:s.end]) + from
	x.work -= found - from + s.end - s.start
	return found == s.start
}

// opening is the passage's first words: as few as no earlier place shares.
func (x *Index) opening(start, end int) span {
	block := end
	if i := strings.IndexByte(x.text[start:end], '\n'); i >= 0 {
		block = start + i
	}
	s := span{start, start}
	for n := 1; n <= most && s.end < block; n++ {
		s.end = x.wordEnd(s.end, block)
		if n >= fewest && !x.earlier(s) {
			break
		}
	}
	return s
}

// closing is the passage's last words after from: as few as do not also stand
// between from and them.
func (x *Index) closing(from, end int) span {
	block := from
	if i := strings.LastIndexByte(x.text[from:end], '\n'); i >= 0 {
		block = from + i + 1
	}
	s := span{end, end}
	for n := 1; n <= most && s.start > block; n++ {
		s.start = x.wordStart(s.start, block)
		if n >= fewest && x.first(s, from) {
			break
		}
	}
	s.start, s.end = x.trim(s.start, s.end)
	return s
}

// before is the words before s, in their own block, that make it the first match.
func (x *Index) before(s span) span {
	end := len(strings.TrimRight(x.text[:s.start], " \n"))
	near := max(0, end-reach)
	for !utf8.RuneStart(x.text[near]) {
		near++
	}
	block := near + strings.LastIndexByte(x.text[near:end], '\n') + 1
	p := span{end, end}
	for n := 0; n < most && p.start > block; n++ {
		p.start = x.wordStart(p.start, block)
		word := strings.ContainsFunc(x.text[p.start:p.end], unicode.IsLetter) // not the quotation mark alone
		if word && !x.earlier(span{p.start, s.end}) {
			break
		}
	}
	return p
}

// after is a few words behind a passage, in its block.
func (x *Index) after(end int) span {
	block := min(len(x.text), end+reach)
	for block < len(x.text) && !utf8.RuneStart(x.text[block]) {
		block--
	}
	if i := strings.IndexByte(x.text[end:block], '\n'); i >= 0 {
		block = end + i
	}
	s := span{end, end}
	for n := 0; n < fewest && s.end < block; n++ {
		s.end = x.wordEnd(s.end, block)
	}
	for s.start < s.end && x.text[s.start] == ' ' {
		s.start++
	}
	return s
}

// wordEnd is where the word behind i ends, at most at limit. Scripts that write
// no spaces count each ideograph, kana or Thai letter as a word.
func (x *Index) wordEnd(i, limit int) int {
	for i < limit && x.text[i] == ' ' {
		i++
	}
	for i < limit && x.text[i] != ' ' {
		r, size := utf8.DecodeRuneInString(x.text[i:])
		i += size
		if unspaced(r) {
			break
		}
	}
	return min(i, limit)
}

// wordStart is where the word before i starts, at least at limit.
func (x *Index) wordStart(i, limit int) int {
	for i > limit && x.text[i-1] == ' ' {
		i--
	}
	for i > limit && x.text[i-1] != ' ' {
		r, size := utf8.DecodeLastRuneInString(x.text[:i])
		i -= size
		if unspaced(r) {
			break
		}
	}
	return max(i, limit)
}

func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// fold lowers the case of s, except where that would change its length.
func fold(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if low := unicode.ToLower(r); r != utf8.RuneError && utf8.RuneLen(low) == size {
			b = utf8.AppendRune(b, low)
		} else {
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return string(b)
}

// escape percent-encodes all but letters, digits and "._~": the specification
// gives "-", "," and "&" a meaning of their own.
func escape(b *strings.Builder, s string) {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
}
