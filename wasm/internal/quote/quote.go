// Package quote finds an article's quotations and who says each.
package quote

import (
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// Quotation is one quotation with its attribution.
type Quotation struct {
	Parts      []text.Range // without marks; two or more where interrupted by "he said"
	Sentence   int
	Mention    int // of the speaker, index into Sources.Mentions, or -1
	Entity     int // of the speaker, or -1
	Speaker    *card.Source
	Cue        string
	CueToken   int // or -1
	Confidence float64
}

// Find finds the quotations of a document, in reading order.
func Find(d *text.Document, s *people.Sources) []Quotation { return nil }
