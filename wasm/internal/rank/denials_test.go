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
	d := text.Parse([]body.Block{
		{Text: "Alma Dietz denies selling visas to strangers."},
		{Text: "Today Alma Dietz denies selling visas to strangers."},
		{Text: "Alma Dietz denies selling bread to anybody."},
		{Text: "Alma Dietz denies selling visas to strangers, and says that the ministry had known of the letters for a year."},
	}, "en")
	at := func(i int, sure float64) denial.Passage {
		return denial.Passage{Range: d.Sentences[i].Range, Confidence: sure}
	}
	for _, c := range []struct{ first, again, stands int }{{70, 90, 1}, {90, 70, 0}} {
		got := Distinct(d, []denial.Passage{at(0, float64(c.first)/100), at(1, float64(c.again)/100), at(2, 0.6), at(3, 0.6)})
		if len(got) != 3 || got[0].Range != d.Sentences[c.stands].Range || got[1].Range != d.Sentences[2].Range || got[2].Range != d.Sentences[3].Range {
			t.Errorf("%+v: %+v", c, got)
		}
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
