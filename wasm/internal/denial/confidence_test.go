package denial

import (
	"fmt"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// The claim is as likely as it is once the denial is one, so a card that shows the denial shows it.
func TestADenialIsAsSureAsTheLesserOfItselfAndItsClaim(t *testing.T) {
	d := text.Parse([]body.Block{{Text: `Omar Pell denied that he had sold the mill.`}}, "en")
	s := people.Find(d)
	for _, c := range []struct {
		denial, claim int64
		want          float64
	}{{1000, 1000, 0.73}, {1000, 3000, 0.73}, {3000, 1000, 0.73}} {
		found := findBy(d, s, quote.Find(d, s), "", families.Model(fmt.Sprintf("kind deny: %d\nclaim: frame: %d", c.denial, c.claim)))
		if len(found.Denials) != 1 || found.Denials[0].Claim == nil || found.Denials[0].Confidence != c.want {
			t.Errorf("%d, %d: %+v", c.denial, c.claim, found.Denials)
		}
	}
}
