package denial

import (
	"testing"

	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
)

func TestAClaimIsFoundWhereItIsOpened(t *testing.T) {
	for _, c := range []struct {
		claim string
		text  []string
	}{
		{"she billed the state for her brother's flights", []string{`Ada Moss also faced an inquiry over claims that she billed the state for her brother's flights.`, `She denied the claims.`}},
		{"bullying by two producers", []string{`The station suspended Ada Moss while it looks into accusations of bullying by two producers.`, `Moss has denied the accusations.`}},
		{"selling the pier", []string{`Ada Moss was accused of selling the pier.`, `On Monday it rained.`, `She denied the accusation.`}},
		{"driving drunk through a gate", []string{`Prosecutors charged Ada Moss, a member of parliament, on Monday with driving drunk through a gate.`, `Moss denied the charge.`}},
		{"leaking the papers to a tutor", []string{`Ada Moss was arrested on suspicion of leaking the papers to a tutor.`, `She was held overnight.`, `Moss denied the accusation.`}},
		{"insider trading", []string{`Ada Moss was sued in April for insider trading.`, `Moss has denied the allegations.`}},
		{"forging a will", []string{`A jury was chosen for the trial of Ada Moss, who is accused of forging a will.`, `Moss denies the charge.`}},
		{"she had hit a rider", []string{`Officials are looking into claims by two riders that she had hit a rider.`, `Ada Moss has coached since 2019.`, `Moss denied the claims.`}},
		{"a theft allegation made against the conductor Ada Moss", []string{`Prosecutors have dropped an inquiry into a theft allegation made against the conductor Ada Moss.`, `Moss has always denied the allegation.`}},
		{"the giant misreported its sales", []string{`Voxly has denied claims made in a post that said the giant misreported its sales.`}},
	} {
		d, found := find("", c.text...)
		if n := len(found.Denials); n == 0 || claimOf(d, found.Denials[n-1]) != c.claim {
			t.Errorf("%q: %d denials", c.text, n)
			if n > 0 {
				t.Errorf("  %q", claimOf(d, found.Denials[n-1]))
			}
		}
	}
}

// A clause that is cut keeps no word of what it was cut from.
func TestNoClaimHasLooseEnds(t *testing.T) {
	for words, want := range map[string]string{
		`said the giant misreported sales`:        "the giant misreported sales",
		`and stopping a film she`:                 "stopping a film",
		`she would never lie to you`:              "she would never lie to you",
		`theft by one man and assault by another`: "theft by one man and assault by another",
	} {
		d, _ := find("", words)
		s := people.Find(d)
		f := newFinder(d, s, quote.Find(d, s), "")
		cut := f.unfinished(span{0, len(d.Tokens)})
		if got := d.Text[d.Tokens[cut.first].Start:d.Tokens[cut.last-1].End]; got != want {
			t.Errorf("%q: %q", words, got)
		}
	}
}
