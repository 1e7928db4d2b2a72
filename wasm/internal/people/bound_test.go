package people

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/text"
)

// A sentence of one pronoun over and over is nothing that anybody reads, and must not
// hold the engine either: what its bound leaves out stays undecided.
func TestSettlingPronounsTakesABoundedNumberOfSteps(t *testing.T) {
	for _, words := range []string{"her", "she", "hers", "himself", "he ; she", "she said", "they it", "the spokesman"} {
		paragraph := "Nora Whitfield, the city engineer, said that she would open the bridge. Paul Anders met " + strings.Repeat(words+" ", 4000)
		d := text.Parse([]body.Block{{Text: paragraph}, {Text: "Ann Lee left the room."}, {Text: "Nobody knew why. She said she was tired."}}, "en")
		s := Find(d)
		// The bound is looked at before a pronoun, which takes fewer steps than a sentence
		// has tokens, nine times.
		if most := freeSteps + stepsPerToken*len(d.Tokens) + 9*500; s.steps > most {
			t.Errorf("%q: %d steps for %d tokens, at most %d are taken", words, s.steps, len(d.Tokens), most)
		}
	}
}
