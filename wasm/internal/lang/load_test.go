package lang

import (
	"strings"
	"testing"
)

// BenchmarkLoad is what the word lists take of a cold start.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadEnglish()
	}
}

// Five words on a line are one verb with its forms, so that many regular ones take two lines.
func TestAnIrregularVerbHasItsForms(t *testing.T) {
	for lemma, v := range loadEnglish().Verbs {
		if v.Form == Third && !strings.HasSuffix(lemma, "s") || v.Form == Gerund && !strings.HasSuffix(lemma, "ing") {
			t.Errorf("%q is form %v of %q", lemma, v.Form, v.Lemma)
		}
	}
}
