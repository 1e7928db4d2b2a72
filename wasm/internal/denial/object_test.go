package denial

import (
	"strings"
	"testing"
)

func TestAClaimIsFoundBehindAdverbials(t *testing.T) {
	for _, between := range []string{"", " on Friday", " in court", " under oath", " in a statement", " through her lawyer", " late on Monday", ", however,", ", in an interview with the Gazette,", " in an interview with the Gazette on Sunday night",
		"[4]", " [12]", "*", " (again)", " — again —", " 🙅", " at a public meeting of the board", " to reporters outside the hall on Tuesday", " via her spokesman", " earlier this week", " last month, in a letter read out to members,",
		" yesterday afternoon", " repeatedly, and at length,", " during a debate in the capital", " before the committee on Wednesday", ", as did her deputy,", " for years", " from the start", ", speaking through a translator,", " emphatically on her page",
		" two weeks ago", " at the time", " in writing", " when asked on Monday", ", when asked,"} {
		for _, frame := range []struct{ cue, claim, want string }{
			{"denied", "that she had sold the mill", "she had sold the mill"},
			{"denied", "having sold the mill", "having sold the mill"},
			{"denied", "any wrongdoing", "any wrongdoing"},
			{"denied", "the charge that she had sold the mill", "she had sold the mill"},
			{"rejected", "the claim that she had sold the mill", "she had sold the mill"},
			{"dismissed", "allegations of fraud", "fraud"},
			{"disputed", "that she had sold the mill", "she had sold the mill"},
			{"has strongly rejected", "any suggestion that she had sold the mill", "she had sold the mill"},
		} {
			noun := !strings.HasPrefix(frame.claim, "the ") && !strings.HasPrefix(frame.claim, "any ") && strings.Contains(frame.claim, "alleg")
			if noun && !strings.HasSuffix(between, ",") && !strings.HasSuffix(between, "day") && between != "" { // "in court allegations" hardly anybody writes
				continue
			}
			sentence := "Ada Moss " + frame.cue + between + " " + frame.claim + "."
			d, found := find("", "A letter said that the roof had leaked.", sentence)
			if len(found.Denials) != 1 || claimOf(d, found.Denials[0]) != frame.want || found.Denials[0].Denier == nil || found.Denials[0].Denier.Name != "Ada Moss" {
				got := ""
				if len(found.Denials) > 0 {
					got = claimOf(d, found.Denials[0])
				}
				t.Errorf("%s: %d, claim %q", sentence, len(found.Denials), got)
			}
		}
	}
}

func TestAPleaIsAboutItsChargesBehindAdverbials(t *testing.T) {
	for _, between := range []string{"", " on Friday", " in a Harbor City court on Tuesday", " Thursday in federal court", ", through her lawyer,", " at a hearing"} {
		sentence := "Ada Moss pleaded not guilty" + between + " to stealing a tractor."
		if d, found := find("", sentence); len(found.Denials) != 1 || claimOf(d, found.Denials[0]) != "stealing a tractor" {
			t.Errorf("%s", sentence)
		}
	}
}

func TestNoClaimIsReachedThroughAVerb(t *testing.T) {
	for _, sentence := range []string{
		"Ada Moss denied the town a debate on Friday that she had promised.",
		"Ada Moss denied entry on Friday to members.",
		"Ada Moss rejected on Friday the offer that she had been made.",
		"Ada Moss denied at the door a guest who had no ticket.",
	} {
		if d, found := find("", sentence); len(found.Denials) > 0 {
			t.Errorf("%s: %q", sentence, d.Cut(found.Denials[0].Cue))
		}
	}
}
