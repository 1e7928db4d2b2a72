package metadata

import (
	"slices"
	"strings"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"
)

// parts gives the words of a line, cut before a label that stands behind other
// words: "Words: Ann Ray Pictures: Bo Lind", "March 4, 2026 by Ann Ray".
func (b *byline) parts(line string) [][]string {
	var out [][]string
	words := b.unglued(strings.Fields(line))
	words = words[:min(len(words), maxBylineWords)]
	start, end := 0, b.labelled(words)
	for i := 1; i < len(words); i++ {
		if i < end {
			continue
		}
		n := b.labelled(words[i:])
		switch {
		case n > 0 && hasDigit(strings.Join(words[start:i], "")) && b.words.ByLabel(folded(words[i:min(len(words), i+5)])) == n:
		case n > 0 && strings.HasSuffix(words[i+n-1], ":"), n > 0 && i+n < len(words) && words[i+n] == "/" && !isASCII(words[i]), n > 1 && b.words.OtherLabel(folded(words[i:min(len(words), i+5)])) == n:
			out = append(out, words[start:i])
		case n == 0 || !b.words.Inner[lang.Fold(words[i])]:
			continue
		}
		start, end = i, i+n
	}
	return append(out, words[start:])
}

// unglued parts a label from the name behind it: 文＝山田太郎, 新华社记者王小明.
func (b *byline) unglued(words []string) []string {
	var out []string
	for _, w := range words {
		if i := strings.IndexAny(w, "=＝・"); i > 0 && !isASCII(w) && b.labelled([]string{w[:i]}) > 0 {
			_, size := utf8.DecodeRuneInString(w[i:])
			out = append(out, w[:i]+":", w[i+size:])
			continue
		}
		out = append(out, w)
	}
	return out
}

// labelled gives how many of the words at the start are a label.
func (b *byline) labelled(words []string) int {
	f := folded(words[:min(len(words), 5)])
	return max(b.words.ByLabel(f), b.words.OtherLabel(f))
}

// folded gives words as the lists have them.
func folded(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = foldedWord(w)
	}
	return out
}

func foldedWord(word string) string { return strings.TrimRight(lang.Fold(word), ":") }

// label takes a label off, and says whether nothing stands behind it.
func (b *byline) label(words []string) (rest []string, only bool) {
	for len(words) > 0 {
		f := folded(words[:min(len(words), 5)])
		if n := b.words.OtherLabel(f); n > 0 && n >= b.words.ByLabel(f) && (n < len(words) || n > 1 || strings.HasSuffix(words[n-1], ":") || !isASCII(words[0])) {
			b.other = true
			words = words[n:]
			return words, len(words) == 0
		}
		n := b.words.ByLabel(f)
		if n == 0 {
			n = b.glued(words)
		}
		if n == 0 && len(words) > 1 && !isASCII(words[0]) && isUnspaced(words[0]) && slices.ContainsFunc(b.words.Behind, func(s string) bool {
			return len(s) < len(words[0]) && strings.HasSuffix(words[0], s) && b.words.Begins(s)
		}) {
			n = 1 // 新华社记者 王小明
		}
		if n == 0 || n == 1 && b.words.Particle[f[0]] && len(words) > 1 && len(words) < 3 && !b.words.Agency[f[1]] {
			return words, false
		}
		b.other = false
		if words = words[n:]; len(words) == 0 {
			return nil, true
		}
	}
	return words, false
}

// glued takes a label off a word of a script without spaces: 記者山田太郎.
func (b *byline) glued(words []string) int {
	if isASCII(words[0]) || !isUnspaced(words[0]) {
		return 0
	}
	for end := len(words[0]) - 1; end > 5; end-- {
		if utf8.RuneStart(words[0][end]) && b.words.Begins(words[0][:end]) {
			words[0] = words[0][end:]
			return 0
		}
	}
	return 0
}
