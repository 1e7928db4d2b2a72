package text

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/lang"
)

// Each case is a construction of the English lists, and a sentence with "|" at the place that it
// is asked about; want is what it marks, "" where it does not stand there.
func TestConstructionsStandWhereTheirPatternsSay(t *testing.T) {
	for _, c := range []struct {
		construction   lang.Construction
		sentence, want string
	}{
		{lang.Superlative, "|Nobody works harder than Pell.", "Pell"},
		{lang.Superlative, "There has |never been a safer bridge than this.", "this"},
		{lang.Superlative, "|Nobody other than Pell had a key.", ""}, // an exception, no praise
		{lang.Superlative, "Pell has |never been safer than this.", ""},
		{lang.Nonesuch, "“There was |no chase,” Pell said.", ","},
		{lang.Nonesuch, "There was clearly “|no foul” in the build-up.", "”"},
		{lang.Nonesuch, "There was |no chase of any kind that he knew.", ""}, // too much behind it
		{lang.PutToSomebody, "It was |put to her that she had paid.", "she"},
		{lang.PutToSomebody, "It was |put to her.", ""},
		{lang.PutToSomebody, "|Put to her was that she had paid.", ""}, // nothing before the place
		{lang.TakenUp, "The charity paid him, a charge that Lee has always |denied.", ","},
		{lang.TakenUp, "He had met them - something Lee |denied.", "-"},
		{lang.TakenUp, "He had met them, and that Lee |denied.", ""},
	} {
		before, behind, _ := strings.Cut(c.sentence, "|")
		d := parse(before + behind)
		place := 0
		for place < len(d.Tokens) && d.Tokens[place].Start < len(before) {
			place++
		}
		got := ""
		if at, ok := d.Construction(lang.For("en").Patterns(c.construction), place, len(d.Tokens)); ok && at < len(d.Tokens) {
			got = d.Cut(d.Tokens[at].Range)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.sentence, got, c.want)
		}
	}
}
