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
	"sort"
	"strings"
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
	text   string   // what the page reads, the body in it
	folded string   // the same in lower case, byte for byte as long
	places []Place  // of the body in text
	seams  [][2]int // stretches of text that differ on the page
	work   int      // bytes that may still be searched
}

// Place says that a paragraph of the body, from byte Body on, stands on the page from
// byte Page on.
type Place struct{ Body, Page int }

// New makes the index of a body whose paragraphs are parted by line breaks, where
// nothing is known of its page but the headings (headline, dek) that stand before it:
// a passage that repeats them is not the first match.
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
	return OnPage(b.String(), []Place{{0, offset}}, nil)
}

// OnPage makes the index of a body on a page. text is what the page reads, a line a
// block of it; places are the body's paragraphs in it, in order; seams are stretches of
// it, in order, where the page has other words than text, or none of it.
func OnPage(text string, places []Place, seams [][2]int) *Index {
	return &Index{text: text, folded: fold(text), places: places, seams: seams, work: work}
}

// onPage turns an offset in the body into one in the page's text.
func (x *Index) onPage(offset int) int {
	i := sort.Search(len(x.places), func(i int) bool { return x.places[i].Body > offset }) - 1
	if i < 0 {
		return -1
	}
	return x.places[i].Page + offset - x.places[i].Body
}

// For gives the text fragment of body[start:end], offsets in bytes, or "" for
// an empty passage.
func (x *Index) For(start, end int) string {
	if start >= end {
		return ""
	}
	start, end = x.trim(x.onPage(start), x.onPage(end-1)+1)
	if start >= end {
		return ""
	}
	first, last := span{start, end}, span{end, end}
	passage := x.text[start:end]
	if open, shut, parted := x.parted(start, end); parted || utf8.RuneCountInString(passage) > longest {
		first = x.opening(start, open)
		last = x.closing(max(first.end, shut), end)
	}
	prefix := span{first.start, first.start}
	if x.earlier(first) {
		prefix = x.before(first)
	}
	suffix := span{end, end}
	if last.start == last.end && x.earlier(span{prefix.start, first.end}) {
		suffix = x.after(prefix.start, end)
		// What even its neighbors do not tell apart may be so by its opening mark.
		marked := span{prefix.start, first.end}
		if prefix.start < prefix.end && !x.hasWord(prefix) && x.earlier(span{prefix.start, suffix.end}) {
			if wider := x.before(marked); wider.start < wider.end && !x.earlier(span{wider.start, marked.end}) {
				prefix, first, suffix = wider, marked, span{end, end}
			}
		}
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
	if suffix.start < suffix.end {
		b.WriteString(",-")
		escape(&b, x.text[suffix.start:suffix.end])
	}
	return b.String()
}

// parted says whether a passage goes over the end of a block or over a seam; the first
// such place starts at open, and the last ends at shut.
func (x *Index) parted(start, end int) (open, shut int, parted bool) {
	open, shut = end, start
	if i := strings.IndexByte(x.text[start:end], '\n'); i >= 0 {
		open, shut = start+i, start+strings.LastIndexByte(x.text[start:end], '\n')+1
	}
	for _, seam := range x.within(start, end) {
		if seam[0] < end && seam[1] > start {
			open, shut = min(open, seam[0]), max(shut, seam[1])
		}
	}
	return open, shut, open < end
}

// within gives the seams that touch a range.
func (x *Index) within(start, end int) [][2]int {
	i := sort.Search(len(x.seams), func(i int) bool { return x.seams[i][1] >= start })
	j := i
	for j < len(x.seams) && x.seams[j][0] <= end {
		j++
	}
	return x.seams[i:j]
}

// span is a half-open range of bytes of Index.text.
type span struct{ start, end int }

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
