package render

import "keypoints/wasm/internal/card"

// HTML writes the card alone, for embedding in a page.
func HTML(c *card.Card) []byte { return nil }

// Document writes a whole HTML document around the card, for iframes.
func Document(c *card.Card) []byte { return nil }

// JSONLD writes the card as a schema.org NewsArticle with its Quotation parts.
func JSONLD(c *card.Card) []byte { return nil }

// Markdown writes the card as CommonMark.
func Markdown(c *card.Card) []byte { return nil }
