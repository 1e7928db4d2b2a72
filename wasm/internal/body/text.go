package body

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineBreak ends a paragraph at the second <br>, and at the first one where a
// long line ends like a sentence: pages without <p> use both.
func (b *builder) lineBreak() {
	b.breaks++
	b.space = true
	if b.breaks >= 2 || b.current.chars > 100 && b.endsSentence() {
		b.flush()
	}
}

// written is the current unit's text so far.
func (b *builder) written() []byte { return b.text.Bytes()[b.start:] }

// maxTail is how many bytes at a unit's end say whether it ends like a sentence: a
// stop and the marks that close after it. The unit's whole text, looked at for every
// <br>, took 1.1 GB of memory for 181 KB of "a<br>".
const maxTail = 64

func (b *builder) endsSentence() bool {
	written := b.written()
	return endsSentence(string(written[max(0, len(written)-maxTail):]))
}

// sentenceEnds are the marks that end a sentence, by script.
const sentenceEnds = ".!?…。！？｡।؟۔"

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'”’»“)」』）]")
	last, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(sentenceEnds, last)
}

// write adds text to the current unit, with single spaces.
func (b *builder) write(s string) {
	for i := 0; i < len(s); {
		// Words are copied in one piece.
		start := i
		var r rune
		var size int
		letters := 0
		for i < len(s) {
			if c := s[i]; c < utf8.RuneSelf {
				if c <= ' ' {
					break
				}
				if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' {
					letters++
				}
				i++
				continue
			}
			r, size = utf8.DecodeRuneInString(s[i:])
			if unicode.IsSpace(r) || invisible(r) {
				break
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters++
			}
			i += size
		}
		if i > start {
			b.word(s[start:i], letters)
		}
		if i < len(s) {
			if s[i] < utf8.RuneSelf {
				b.space = true
				i++
			} else {
				b.space = b.space || !invisible(r)
				i += size
			}
		}
	}
}

// maxUnit bounds a unit's text in bytes, so that a page of one endless paragraph
// does not fill the memory with ever larger buffers.
const maxUnit = 64 << 10

func (b *builder) word(w string, letters int) {
	if len(b.written()) == 0 {
		b.current = unit{at: b.holder, under: b.under, pictured: b.picture == b.holder && b.holder > 0, wrapped: b.card, post: b.post, quote: b.quote, level: b.level}
		b.under = 0
		switch {
		case b.pull:
			b.current.kind = PullQuote
		case b.post >= 0:
			b.current.kind = Post
		case b.level > 0:
			b.current.kind = Heading
		case b.quote >= 0:
			b.current.kind = BlockQuote
		case b.list > 0:
			b.current.kind = ListItem
		}
	} else if b.space {
		b.text.WriteByte(' ')
	}
	b.current.withheld = b.current.withheld || b.withheld
	b.space, b.breaks = false, 0
	if b.begun < len(b.open) {
		b.openTags()
	}
	b.text.WriteString(w)
	if len(b.written()) > maxUnit {
		defer b.flush()
	}
	b.current.chars += letters
	if b.links > 0 {
		b.current.links += letters
	}
	if b.strong > 0 {
		b.current.strong += letters
	}
	if b.cited > 0 {
		b.current.cited += letters
	}
	if b.soft > 0 {
		b.current.soft += letters
	}
}

// invisible characters have no width; a soft hyphen or a zero-width space
// splits a word that the reader sees as one. The joiners U+200C and U+200D stay:
// Persian and emoji need them.
func invisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u2060', '\uFEFF', '\u200E', '\u200F':
		return true
	}
	return false
}

// maxRead bounds the units that are read of a page, of which each takes 150 bytes. The most
// of 152 news pages are 3,000.
const maxRead = 10_000

// flush ends the current unit.
func (b *builder) flush() {
	if written := b.written(); len(written) > 0 && len(b.units) < maxRead {
		b.current.text = string(written)
		b.current.tags = [2]int32{int32(len(b.tree.tags)), int32(len(b.tree.tags) + len(b.inline.tags))}
		b.current.seams = [2]int32{int32(len(b.tree.seams)), int32(len(b.tree.seams) + len(b.inline.seams))}
		b.tree.tags = append(b.tree.tags, b.inline.tags...)
		b.tree.seams = append(b.tree.seams, b.inline.seams...)
		b.units = append(roomFor(b.units), b.current)
	}
	b.text.Truncate(b.start)
	b.inline.seams, b.inline.tags, b.begun = b.inline.seams[:0], b.inline.tags[:0], 0
	b.current, b.space, b.breaks = unit{}, false, 0
}
