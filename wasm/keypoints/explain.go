package keypoints

import (
	"cmp"
	"fmt"
	"strings"

	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/rank"
	"keypoints/wasm/internal/text"
)

// Explain says of every quotation which cue and which mention gave its speaker
// and who came second, of the quotations how the card ranks them, of every
// denial which cue and frame found it, and of what the page has besides the article why it
// is left out. It is text for people, one finding a
// paragraph; its form may change.
func Explain(p Page) (string, error) {
	a, err := analyze(p, Include{Why: true})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Quotations: %d\n", len(a.quotes))
	for _, q := range a.quotes {
		explainQuote(&b, a.doc, q)
	}
	ranked := rank.Explain(a.doc, a.sources, a.quotes, a.meta.Headline, leastQuote)
	fmt.Fprintf(&b, "\nRanked for the card: %d\n", len(ranked))
	for i, e := range ranked {
		fmt.Fprintf(&b, "\n%d. “%s”\n  because     score %.2f: %s\n", i+1, e.Text, e.Score, e.Features)
	}
	fmt.Fprintf(&b, "\nDenials: %d\n", len(a.found.Denials))
	for _, d := range a.found.Denials {
		explainDenial(&b, a, d)
	}
	fmt.Fprintf(&b, "\nNo comment: %d\n", len(a.found.NoComments))
	for _, n := range a.found.NoComments {
		fmt.Fprintf(&b, "\n%s\n  who         %s\n", a.doc.Cut(n.Range), n.Who)
	}
	left := a.left
	fmt.Fprintf(&b, "\nLeft out of the page: %d\n", len(left))
	for _, l := range left {
		fmt.Fprintf(&b, "\n%s\n  because     %s\n", l.Text, l.Why)
	}
	return b.String(), nil
}

func explainQuote(b *strings.Builder, d *text.Document, q quote.Quotation) {
	words := make([]string, len(q.Parts))
	for i, part := range q.Parts {
		words[i] = d.Cut(part)
	}
	speaker, mention := "nobody: too unsure", ""
	if q.Speaker != nil {
		speaker, mention = q.Speaker.Name, q.Speaker.Mention
	} else if q.Rule != quote.None {
		mention = d.Cut(q.Mention.Range)
	}
	fmt.Fprintf(b, "\n“%s”\n  speaker     %s\n", strings.Join(words, " … "), speaker)
	fmt.Fprintf(b, "  because     rule “%s” as in %s; cue “%s”, mention “%s”, confidence %.2f\n", q.Rule, q.Rule.Example(), q.Cue, mention, q.Confidence)
	if q.Why == nil {
		return
	}
	head := "  speaks for  "
	for _, f := range q.Why.Features {
		fmt.Fprintf(b, "%s%s %+.1f\n", head, f.Name, f.Weight)
		head = "              "
	}
	if second := q.Why.RunnerUp; second != nil {
		fmt.Fprintf(b, "  second      %s, %.2f\n", cmp.Or(second.Name, "nobody"), second.Confidence)
	}
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
