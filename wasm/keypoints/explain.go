package keypoints

import (
	"fmt"
	"strings"

	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/rank"
)

// Explain says of every quotation which cue and which mention gave its speaker
// and who came second, of the quotations how the card ranks them, and of every
// denial which cue and frame found it. It is text for people, one finding a
// paragraph; its form may change.
func Explain(p Page) (string, error) {
	a, err := analyze(p)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Quotations: %d\n", len(a.quotes))
	for _, e := range quote.Explain(a.doc, a.sources) {
		fmt.Fprintf(&b, "\n“%s”\n", e.Text)
		speaker := e.Speaker
		if speaker == "" {
			speaker = "nobody: too unsure"
		}
		fmt.Fprintf(&b, "  speaker     %s\n", speaker)
		fmt.Fprintf(&b, "  because     rule “%s”, cue “%s”, mention “%s”, confidence %.2f\n", e.Rule, e.Cue, e.Mention, e.Confidence)
		for i, r := range e.Reasons {
			head := "  speaks for  "
			if i > 0 {
				head = "              "
			}
			fmt.Fprintf(&b, "%s%s %+.1f\n", head, r.Feature, r.Adds)
		}
		if e.Second != "" {
			fmt.Fprintf(&b, "  second      %s\n", e.Second)
		}
	}
	ranked := rank.Explain(a.doc, a.sources, a.quotes, a.meta.Headline, leastQuote)
	fmt.Fprintf(&b, "\nRanked for the card: %d\n", len(ranked))
	for i, e := range ranked {
		fmt.Fprintf(&b, "\n%d. “%s”\n  because     score %.2f: %s\n", i+1, e.Text, e.Score, e.Features)
	}
	fmt.Fprintf(&b, "\nDenials: %d\n", len(a.denials.Denials))
	for _, d := range a.denials.Denials {
		explainDenial(&b, a, d)
	}
	fmt.Fprintf(&b, "\nNo comment: %d\n", len(a.denials.NoComments))
	for _, n := range a.denials.NoComments {
		fmt.Fprintf(&b, "\n%s\n  who         %s\n", a.doc.Cut(n.Range), n.Who)
	}
	return b.String(), nil
}

func explainDenial(b *strings.Builder, a *analysis, d denial.Passage) {
	fmt.Fprintf(b, "\n%s\n", a.doc.Cut(d.Range))
	if d.Denier != nil {
		fmt.Fprintf(b, "  denier      %s, from “%s”\n", d.Denier.Name, d.Denier.Mention)
	} else {
		fmt.Fprintf(b, "  denier      nobody: too unsure\n")
	}
	fmt.Fprintf(b, "  because     kind %s, cue “%s”, frame “%s”, confidence %.2f\n", d.Kind, a.doc.Cut(d.Cue), d.Frame, d.Confidence)
	if d.Ground != "" {
		fmt.Fprintf(b, "  raised      %s\n", d.Ground)
	}
	if d.Claim != nil {
		fmt.Fprintf(b, "  claim       %s\n", a.doc.Cut(*d.Claim))
	} else {
		fmt.Fprintf(b, "  claim       none: no sentence states it\n")
	}
	if d.Repeat {
		fmt.Fprintf(b, "  repeats     a plainer denial of the same by the same source\n")
	}
}
