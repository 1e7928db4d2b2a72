// Package body finds the article's own text on a page, as blocks in reading
// order, and its sanitized HTML.
package body

import (
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/page"
)

// Kind is what a block is on the page.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading        // a subhead
	ListItem
	BlockQuote // a paragraph inside <blockquote>: somebody's words even without marks
	Post       // a paragraph of an embedded social-media post
	PullQuote  // repeats words of the text: part of the body, never a quotation of its own
)

// Block is one paragraph-like piece of the article.
type Block struct {
	Kind Kind
	// Text has single spaces and no line breaks, and is never empty.
	Text string
	// Author is who a BlockQuote or Post is signed by, where the page says so
	// ("Robert Maguire (@RobertMaguire_)" gives "Robert Maguire").
	Author string
}

// Body is the article's text.
type Body struct {
	Blocks []Block
	HTML   string // sanitized
}

// Extract finds the article on a page.
func Extract(p *page.Page, meta card.Article) (*Body, error) {
	return &Body{}, nil
}
