// Package rank picks the quotations that an editor would put on the card.
package rank

import (
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// Quotes gives the indexes of the quotations fit for the card, best first.
func Quotes(d *text.Document, s *people.Sources, quotes []quote.Quotation, denials denial.Found, headline string) []int {
	return nil
}
