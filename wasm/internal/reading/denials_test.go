package reading

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/text"
)

// count is what is right of the denials of a language.
type count struct{ found, invented, right, wrong int }

// Short articles of testdata/denials, in the form of those of the desks: ways to deny, and what
// only sounds so. Each count may only change with a reason: of 116 denials 112 are found.
func TestWaysToDeny(t *testing.T) {
	for tag, want := range map[string]count{
		"de": {20, 1, 12, 0}, "fr": {20, 1, 11, 1}, "es": {22, 0, 14, 0}, "it": {22, 0, 13, 0}, "nl": {20, 0, 10, 1}, "pt": {22, 0, 15, 0},
	} {
		t.Run(tag, func(t *testing.T) {
			var n count
			for _, a := range articlesOf(t, "testdata/denials/"+tag+".txt") {
				d := strings.Join(a.paragraphs, text.Separator)
				got := read(t, tag, a.paragraphs).Denials.Denials
				for _, p := range got {
					if len(a.denials) == 0 || !a.denials[0].means(p.Denier.Name) {
						n.invented++
						t.Logf("%s: invented: %q in “%s”", a.name, p.Denier.Name, d[p.Start:p.End])
						continue
					}
					n.found++
					if p.Claim == nil {
						continue
					}
					if claim := d[p.Claim.Start:p.Claim.End]; claim == a.denials[0].words {
						n.right++
					} else {
						n.wrong++
						t.Logf("%s: claims %q, not %q", a.name, claim, a.denials[0].words)
					}
				}
				if len(got) < len(a.denials) {
					t.Logf("%s: not found", a.name)
				}
			}
			if n != want {
				t.Errorf("%+v, want %+v", n, want)
			}
		})
	}
}
