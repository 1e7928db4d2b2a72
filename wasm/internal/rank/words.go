package rank

import (
	"iter"
	"strings"
	"unicode"
)

// words gives a text's words in lower case.
func words(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
}

// stem cuts inflections and all but six letters; "" for words of fewer than
// four letters, which are mostly function words.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if len(w) < 4 || common[w] {
		return ""
	}
	for _, suffix := range []string{"ing", "ed", "es", "s", "e"} {
		if len(w) > len(suffix)+3 && strings.HasSuffix(w, suffix) {
			w = w[:len(w)-len(suffix)]
			break
		}
	}
	if len(w) > 6 {
		w = w[:6]
	}
	return w
}
