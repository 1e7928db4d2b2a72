package reading

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/text"
)

// Short articles of testdata/denials, in the form of those of the desks: ways to deny, and what
// only sounds so. Nine of ten denials are found, with who denies; nearly every claim that is shown is right.
func TestWaysToDeny(t *testing.T) {
	for _, tag := range []string{"de", "fr", "es", "it", "nl", "pt"} {
		t.Run(tag, func(t *testing.T) {
			var all, found, invented, right, wrong int
			for _, a := range articlesOf(t, "testdata/denials/"+tag+".txt") {
				d := strings.Join(a.paragraphs, text.Separator)
				all += len(a.denials)
				got := read(t, tag, a.paragraphs).Denials.Denials
				for _, p := range got {
					if len(a.denials) == 0 || !a.denials[0].means(p.Denier.Name) {
						invented++
						t.Logf("%s: invented: %q in “%s”", a.name, p.Denier.Name, d[p.Start:p.End])
						continue
					}
					found++
					if p.Claim == nil {
						continue
					}
					if claim := d[p.Claim.Start:p.Claim.End]; claim == a.denials[0].words {
						right++
					} else {
						wrong++
						t.Logf("%s: claims %q, not %q", a.name, claim, a.denials[0].words)
					}
				}
				if len(got) < len(a.denials) {
					t.Logf("%s: not found", a.name)
				}
			}
			t.Logf("denials %d, found %d, invented %d; claims right %d, wrong %d", all, found, invented, right, wrong)
			if found*100 < all*85 || invented > 1 || right < 9 || wrong > 1 {
				t.Errorf("of %d denials %d are found, %d invented; %d claims are right, %d wrong", all, found, invented, right, wrong)
			}
		})
	}
}
