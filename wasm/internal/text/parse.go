package text

import (
	"strings"
	"unicode/utf8"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/lang"
)

// Separator stands between the paragraphs of Document.Text.
const Separator = "\n\n"

// maxQuoted is how many quoted stretches are found: the most in 231 articles are 92. Each
// may take a kilobyte on the card, and an article of marks alone has 50,000.
const maxQuoted = 2000

// Parse analyzes blocks; language is a BCP 47 tag or empty.
func Parse(blocks []body.Block, language string) *Document {
	d := &Document{Language: "en"}
	if tag, _, _ := strings.Cut(strings.ToLower(language), "-"); len(tag) >= 2 {
		d.Language = tag
	}
	l := lang.For(d.Language)
	d.Text = join(d, blocks)
	d.Tokens = make([]Token, 0, countTokens(d.Text))
	tokens := &tokenizer{Document: d, lang: l, forms: make(map[string]*Form, cap(d.Tokens)/4)}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		firstToken, firstQuoted := len(d.Tokens), len(d.Quoted)
		for _, q := range quotedIn(d, p.Range, l) {
			if len(d.Quoted) == maxQuoted {
				break
			}
			q.Paragraph = i
			d.Quoted = append(d.Quoted, q)
		}
		tokens.tokenize(p.Range, d.Quoted[firstQuoted:])
		place(d, firstToken, firstQuoted)
		p.First = len(d.Sentences)
		split(d, i, firstToken, l)
		p.Last = len(d.Sentences)
	}
	continues(d)
	return d
}

// countTokens tells about how many tokens a text has, rather too many: where they outgrow
// their place, what they had before is garbage.
func countTokens(s string) int {
	n, begins := 16, true // whether a letter would begin a word
	for i := range len(s) {
		switch c := s[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z': // as most are
			if begins {
				n++
				begins = false
			}
		case c == ' ' || c == '\n':
			begins = true
		case c >= 0x80 && c < 0xC0 || c == '-' || c == '\'': // within a character, or a word
		case c < '0' || c > '9' && c < 'A' || c == 0xE2: // a mark; “ and — begin with E2
			n++
			begins = true
		case begins:
			n++
			begins = false
		}
	}
	return n
}

// join builds the text and the paragraphs' ranges.
func join(d *Document, blocks []body.Block) string {
	var b strings.Builder
	size := 0
	for _, block := range blocks {
		size += len(Separator) + len(block.Text)
	}
	b.Grow(size)
	for _, block := range blocks {
		if b.Len() > 0 {
			b.WriteString(Separator)
		}
		start := b.Len()
		b.WriteString(strings.ToValidUTF8(block.Text, string(utf8.RuneError)))
		d.Paragraphs = append(d.Paragraphs, Paragraph{Range: Range{start, b.Len()}, Kind: block.Kind, Author: block.Author, Signature: block.Signature, Withheld: block.Withheld})
	}
	return b.String()
}

// place gives the tokens from firstToken on the quoted stretch they lie in, and
// the stretches their tokens.
func place(d *Document, firstToken, firstQuoted int) {
	t := firstToken
	for i := firstQuoted; i < len(d.Quoted); i++ {
		q := &d.Quoted[i]
		for t < len(d.Tokens) && d.Tokens[t].Start < q.Start {
			t++
		}
		q.First = t
		for t < len(d.Tokens) && d.Tokens[t].Start < q.End {
			d.Tokens[t].Quote = i
			t++
		}
		q.Last = t
	}
}
