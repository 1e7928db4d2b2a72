package rank

import (
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// breath is how many bytes of the writer's words may stand between two
// quotations that are one on the card: “He is sharp,” said Lee, who chairs the
// board. “He gets things done.” Gold main quotes are joined over as much.
const breath = 90

// join joins the quotations of one speaker that follow each other in a
// paragraph. The quotations given are not changed.
func join(d *text.Document, quotes []quote.Quotation) []quote.Quotation {
	var out []quote.Quotation
	for _, q := range quotes {
		if n := len(out) - 1; n >= 0 && joins(d, out[n], q) {
			parts := append([]text.Range{}, out[n].Parts...)
			out[n].Parts = append(parts, q.Parts...)
			out[n].Confidence = min(out[n].Confidence, q.Confidence)
			continue
		}
		out = append(out, q)
	}
	return out
}

func joins(d *text.Document, a, b quote.Quotation) bool {
	if a.Speaker == nil || b.Speaker == nil || a.Speaker.Name != b.Speaker.Name || a.Entity != b.Entity || len(b.Parts) == 0 {
		return false
	}
	if b.Rule != quote.Running && (b.Rule != quote.Split || !d.Tokens[a.First].Capital) {
		return false // another "he said", or two fragments of its sentence, are two quotations
	}
	gap := b.Parts[0].Start - a.Parts[len(a.Parts)-1].End
	return gap >= 0 && gap < breath && paragraph(d, a) == paragraph(d, b)
}

func paragraph(d *text.Document, q quote.Quotation) int { return d.Sentences[q.Sentence].Paragraph }
