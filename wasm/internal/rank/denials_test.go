package rank

import (
	"slices"
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

func denials(paragraphs ...string) []denial.Passage {
	var blocks []body.Block
	for _, p := range paragraphs {
		blocks = append(blocks, body.Block{Text: p})
	}
	d := text.Parse(blocks, "en")
	s := people.Find(d)
	return Distinct(d, denial.Find(d, s, quote.Find(d, s), "").Denials)
}

// A short card shows what differs; a long one every passage.
func TestARepetitionComesAfterOtherDenials(t *testing.T) {
	all := denials(
		`Prosecutors accused Alma Dietz of selling visas to strangers.`,
		`Dietz denies selling visas to strangers.`,
		`“The accusation of selling visas to strangers is a lie,” Dietz said.`,
		`The ministry denied that it had hidden the files.`)
	if len(all) < 3 {
		t.Fatalf("%d denials", len(all))
	}
	two := Denials(all, 2)
	if len(two) != 2 || two[0].Kind != "deny" || two[1].Denier == nil || two[1].Denier.Name != "The ministry" {
		t.Errorf("%+v", two)
	}
	if got := Denials(all, 9); len(got) != len(all) {
		t.Errorf("%d of %d", len(got), len(all))
	}
}

// A summary says above the article what stands in it again.
func TestOfTwoAlikeTheSurerStands(t *testing.T) {
	d := text.Parse([]body.Block{{Text: "Alma Dietz denies selling visas to strangers."}, {Text: "The mill is old."}, {Text: "Today Alma Dietz denies selling visas to strangers."}}, "en")
	at := func(i int) text.Range { return d.Sentences[i].Range }
	all := []denial.Passage{{Range: at(0), Confidence: 0.7}, {Range: at(1), Confidence: 0.6}, {Range: at(2), Confidence: 0.9}}
	if got := Distinct(d, all); len(got) != 2 || got[0].Range != at(2) || got[1].Range != at(1) {
		t.Errorf("%+v", got)
	}
}

func TestADoubtfulClaimIsLeftOut(t *testing.T) {
	claim := text.Range{Start: 1, End: 2}
	got := Sure([]denial.Passage{{Claim: &claim, Confidence: 0.9, WithoutClaim: 0.95}, {Claim: &claim, Confidence: 0.6, WithoutClaim: 0.9}, {Claim: &claim, Confidence: 0.3, WithoutClaim: 0.4}}, 0.65, 0.7)
	if len(got) != 2 || got[0].Claim == nil || got[1].Claim != nil || got[1].Confidence != 0.9 {
		t.Errorf("%+v", got)
	}
}

func TestKnownDeniersComeBeforeUnknownOnes(t *testing.T) {
	someone := &card.Source{Name: "Omar Pell"}
	var all []denial.Passage
	for i, p := range []denial.Passage{{}, {Denier: someone}, {Denier: someone, Repeat: true}, {Denier: someone}} {
		p.Start, p.End = 10*i, 10*i+5
		all = append(all, p)
	}
	for n, want := range [][]int{{}, {10}, {10, 30}, {0, 10, 30}, {0, 10, 20, 30}, {0, 10, 20, 30}} {
		var got []int
		for _, p := range Denials(all, n) {
			got = append(got, p.Start)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d of them: %v, want %v", n, got, want)
		}
	}
}
