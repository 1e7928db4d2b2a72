package text

import (
	"strings"
	"unicode"
)

// firstUnspaced is the first character of the scripts below: Thai.
const firstUnspaced = '\u0E01'

// Words counts the words of a text: those between spaces, and in the scripts
// that write no spaces between words, one for two characters.
func Words(s string) int {
	unspaced := 0
	for _, r := range s {
		if r < firstUnspaced {
			continue
		}
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			unspaced++
		}
	}
	return spaced(s) + unspaced/2
}

// spaced counts the words between spaces.
func spaced(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
