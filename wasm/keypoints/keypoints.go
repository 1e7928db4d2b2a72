// Package keypoints makes a card of a news article: headline, main quotes with
// their speakers, denials with denier and claim. Every word of the card stands
// in the article. Summarize is pure: no I/O, no clock, the same bytes for the
// same input on every platform.
package keypoints

import (
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/rank"
	"keypoints/wasm/internal/text"
)

// Version is the engine's version.
const Version = card.EngineVersion

// The card and its parts; see package card for the fields.
type (
	Card      = card.Card
	Article   = card.Article
	Image     = card.Image
	Quote     = card.Quote
	Denial    = card.Denial
	Claim     = card.Claim
	Source    = card.Source
	NoComment = card.NoComment
	Span      = card.Span
	Include   = card.Include
)

// Page is one article as it came: HTML (a page or a fragment) or plain text.
type Page struct {
	HTML, Text  []byte // one of the two
	ContentType string // as in HTTP, with charset where known; may be empty
	URL         string // the page's address, base of its links; may be empty
}

// All asks for every quote or denial.
const All = -1

// Options says what the card should hold.
type Options struct {
	Quotes, Denials int // how many at most; All for all
	Include         Include
	Language        string // BCP 47, of the card's labels; empty: the article's
}

// Defaults are the options of a card that nobody configured.
func Defaults() Options { return Options{Quotes: 3, Denials: 3} }

// Summarize makes the card of a page. Its errors are of the types in errors.go.
func Summarize(p Page, o Options) (*Card, error) {
	parsed, err := page.Parse(p.HTML, p.Text, p.ContentType, p.URL)
	if err != nil {
		return nil, err
	}
	meta := metadata.Extract(parsed)
	article, err := body.Extract(parsed, meta)
	if err != nil {
		return nil, err
	}
	doc := text.Parse(article.Blocks, meta.Language)
	sources := people.Find(doc, meta)
	quotes := quote.Find(doc, sources)
	denials := denial.Find(doc, sources, quotes, meta.Headline)
	main := rank.Quotes(doc, sources, quotes, denials, meta.Headline)
	return assemble(parsed, meta, article, doc, quotes, main, denials, o), nil
}
