package rank

import (
	"iter"
	"strings"
	"unicode"

	"keypoints/wasm/internal/lang"
)

// words gives a text's words in lower case.
func words(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
}

// stems gives the stems of a text's words of content: words of four letters and
// more that are no function words, cut to six letters, so that "violating"
// meets "violations".
func stems(s string, l *lang.Language) map[string]bool {
	out := map[string]bool{}
	for w := range words(s) {
		w, _, _ = strings.Cut(w, "'")
		w, _, _ = strings.Cut(w, "’")
		if len(w) < 4 || l.Is(w, lang.Topicless) {
			continue
		}
		if len(w) > 6 {
			w = w[:6]
		}
		out[w] = true
	}
	return out
}
