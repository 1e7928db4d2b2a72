// Package denial finds the passages in which a source says that a claim is not so.
package denial

import (
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// Passage is one denial.
type Passage struct {
	text.Range // the sentence, or two
	Cue        text.Range
	Kind       string // deny, reject, label, negate, disclaim
	Entity     int    // the denier, or -1
	Denier     *card.Source
	Claim      *text.Range // nil where the article never states it
	Quotation  int         // the quotation that the denial is, or -1
	Confidence float64
}

// NoComment is a passage in which a source declines to comment.
type NoComment struct {
	text.Range
	Who string
}

// Found is what Find finds.
type Found struct {
	Denials    []Passage // in reading order, collapsed
	NoComments []NoComment
}

// Find finds the denials of a document.
func Find(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string) Found {
	return Found{}
}
