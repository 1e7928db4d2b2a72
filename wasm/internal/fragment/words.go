package fragment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// trim leaves out spaces, and marks that the page does not have, at both ends.
func (x *Index) trim(start, end int) (int, int) {
	if start < 0 || end > len(x.text) || start > end {
		return 0, 0
	}
	for again := true; again; {
		again = false
		s := x.text[start:end]
		left := strings.TrimLeft(s, " \n")
		start += len(s) - len(left)
		end = start + len(strings.TrimRight(left, " \n"))
		for _, seam := range x.within(start, end) {
			switch {
			case seam[0] == seam[1] || start >= end:
			case seam[0] <= start && seam[1] > start && seam[1] <= end:
				start, again = seam[1], true
			case seam[1] >= end && seam[0] < end && seam[0] >= start:
				end, again = seam[0], true
			}
		}
	}
	return start, end
}

// hasWord says whether a range has letters in it.
func (x *Index) hasWord(s span) bool {
	return strings.ContainsFunc(x.text[s.start:s.end], unicode.IsLetter)
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

// opening is the passage's first words, before end: as few as no earlier place shares.
// Letters at a seam are left out, as they may go on in a longer word there.
func (x *Index) opening(start, end int) span {
	s := span{start, start}
	for n := 1; n <= most && s.end < end; n++ {
		next := x.wordEnd(s.end, end)
		if next == end && s.end > start && x.glued(end) {
			break
		}
		s.end = next
		if n >= fewest && !x.earlier(s) {
			break
		}
	}
	s.start, s.end = x.trim(s.start, s.end)
	return s
}

// closing is the passage's last words after from: as few as do not also stand
// between from and them.
func (x *Index) closing(from, end int) span {
	s := span{end, end}
	for n := 1; n <= most && s.start > from; n++ {
		next := x.wordStart(s.start, from)
		if next == from && s.start < end && x.glued(from) {
			break
		}
		s.start = next
		if n >= fewest && x.first(s, from) {
			break
		}
	}
	s.start, s.end = x.trim(s.start, s.end)
	return s
}

// glued says whether a word ends or begins at a seam.
func (x *Index) glued(at int) bool {
	for _, seam := range x.within(at, at) {
		if seam[0] != seam[1] {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(x.text[:at])
		after, _ := utf8.DecodeRuneInString(x.text[at:])
		return seam[0] == at && (isWord(before) || isWord(after))
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// before is the words before s, in their own block, that make it the first match.
func (x *Index) before(s span) span {
	end := len(strings.TrimRight(x.text[:s.start], " \n"))
	near := max(0, end-reach)
	for !utf8.RuneStart(x.text[near]) {
		near++
	}
	block := near + strings.LastIndexByte(x.text[near:end], '\n') + 1
	for _, seam := range x.within(block, s.start) {
		block = max(block, seam[1])
	}
	p := span{s.start, s.start}
	if block > end {
		return p // what stands before it on the page is not known
	}
	p = span{end, end}
	for n := 0; n < most && p.start > block; n++ {
		next := x.wordStart(p.start, block)
		if next == block && x.glued(block) {
			break
		}
		p.start = next
		if x.hasWord(p) && !x.earlier(span{p.start, s.end}) { // not by the quotation mark alone
			break
		}
	}
	if p.start == p.end {
		return span{s.start, s.start}
	}
	return p
}

// after is the words behind a passage, in its block, that make what is from start on
// the first match.
func (x *Index) after(start, end int) span {
	block := min(len(x.text), end+reach)
	for block < len(x.text) && !utf8.RuneStart(x.text[block]) {
		block--
	}
	if i := strings.IndexByte(x.text[end:block], '\n'); i >= 0 {
		block = end + i
	}
	for _, seam := range x.within(end, block) {
		block = min(block, max(seam[0], end))
	}
	s := span{end, end}
	for n := 0; n < most && s.end < block; n++ {
		next := x.wordEnd(s.end, block)
		if next == block && x.glued(block) {
			break
		}
		s.end = next
		if n >= fewest-1 && !x.earlier(span{start, s.end}) {
			break
		}
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
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b.WriteByte(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if low := unicode.ToLower(r); r != utf8.RuneError && utf8.RuneLen(low) == size {
			b.WriteRune(low)
		} else {
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}
