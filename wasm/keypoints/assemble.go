package keypoints

import (
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/page"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// assemble puts what the stages found on a card: byte offsets become code
// points, limits and includes are applied.
func assemble(p *page.Page, meta card.Article, article *body.Body, d *text.Document, quotes []quote.Quotation,
	main []int, denials denial.Found, o Options) *Card {
	return &Card{Article: meta, Include: o.Include, Labels: o.Language}
}
