package denial

import (
	"slices"
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/text"
)

// A short card shows what differs; a long one every passage.
func TestARepetitionComesAfterOtherDenials(t *testing.T) {
	_, found := find("",
		`Prosecutors accused Alma Dietz of selling visas to strangers.`,
		`Dietz denies selling visas to strangers.`,
		`“The accusation of selling visas to strangers is a lie,” Dietz said.`,
		`The ministry denied that it had hidden the files.`)
	if len(found.Denials) < 3 {
		t.Fatalf("%d denials", len(found.Denials))
	}
	two := Select(found.Denials, 2)
	if len(two) != 2 || two[0].Kind != "deny" || two[1].Denier == nil || two[1].Denier.Name != "The ministry" {
		t.Errorf("%+v", two)
	}
	if got := Select(found.Denials, 9); len(got) != len(found.Denials) {
		t.Errorf("%d of %d", len(got), len(found.Denials))
	}
}

func TestADoubtfulClaimIsLeftOut(t *testing.T) {
	claim := text.Range{Start: 1, End: 2}
	got := Sure([]Passage{{Claim: &claim, Confidence: 0.9, WithoutClaim: 0.95}, {Claim: &claim, Confidence: 0.6, WithoutClaim: 0.9}, {Claim: &claim, Confidence: 0.3, WithoutClaim: 0.4}}, 0.65, 0.7)
	if len(got) != 2 || got[0].Claim == nil || got[1].Claim != nil || got[1].Confidence != 0.9 {
		t.Errorf("%+v", got)
	}
}

func TestKnownDeniersComeBeforeUnknownOnes(t *testing.T) {
	someone := &card.Source{Name: "Omar Pell"}
	var all []Passage
	for i, p := range []Passage{{}, {Denier: someone}, {Denier: someone, Repeat: true}, {Denier: someone}} {
		p.Start, p.End = 10*i, 10*i+5
		all = append(all, p)
	}
	for n, want := range [][]int{{}, {10}, {10, 30}, {0, 10, 30}, {0, 10, 20, 30}, {0, 10, 20, 30}} {
		var got []int
		for _, p := range Select(all, n) {
			got = append(got, p.Start)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d of them: %v, want %v", n, got, want)
		}
	}
}
