package denial

import "testing"

func TestNoClaimIsBetterThanHalfOfOne(t *testing.T) {
	for _, c := range []struct {
		paragraphs []string
		claim      string
	}{
		{[]string{`Admiral Paul Grant, whom papers call a spy, spoke on Monday.`, `“You know, when I am described as a foreign admiral, it's not true,” Grant said.`}, ""},
		{[]string{`Rumors that the firm Voxly was interested briefly buoyed the stock this year.`, `Voxly denied the rumors.`}, ""},
		{[]string{`Critics said the mayor, Ann Lee, had a hand in the fire.`, `Lee said she had nothing to do with the fire.`}, "the mayor, Ann Lee, had a hand in the fire"},
		{[]string{`Critics said that the emails led the charity to forgo foreign money.`, `Craig Moss, a spokesman for the charity, said the decision to forgo foreign money had nothing to do with the emails.`}, "the emails led the charity to forgo foreign money"},
	} {
		d, found := find("A headline", c.paragraphs...)
		for _, p := range found.Denials {
			got := ""
			if p.Claim != nil {
				got = d.Cut(*p.Claim)
			}
			if got != c.claim {
				t.Errorf("%q\n claim %q, want %q", c.paragraphs, got, c.claim)
			}
		}
		if len(found.Denials) == 0 && c.claim != "" {
			t.Errorf("%q: no denial", c.paragraphs)
		}
	}
}
