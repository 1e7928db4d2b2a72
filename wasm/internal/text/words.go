package text

import (
	"strings"
	"unicode"
)

// Words counts the words of a text: those between spaces, and in the scripts
// that write no spaces between words, one for two characters.
func Words(s string) int {
	unspaced := 0
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			unspaced++
		}
	}
	return len(strings.Fields(s)) + unspaced/2
}
