package rank

import (
	"iter"
	"slices"
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
// meets "violations". They are sorted, each is there once.
func stems(s string, l *lang.Language) []string {
	var out []string
	for w := range words(s) {
		w, _, _ = strings.Cut(w, "'")
		w, _, _ = strings.Cut(w, "’")
		if len(w) < 4 || l.Is(w, lang.Topicless) {
			continue
		}
		if len(w) > 6 {
			w = w[:6]
		}
		out = append(out, w)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shared counts the stems that two sorted lists have in common.
func shared(a, b []string) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch order := strings.Compare(a[i], b[j]); {
		case order < 0:
			i++
		case order > 0:
			j++
		default:
			i, j, n = i+1, j+1, n+1
		}
	}
	return n
}
