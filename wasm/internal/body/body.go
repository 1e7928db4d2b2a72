// Package body finds the article's own text on a page, as blocks in reading
// order, and its sanitized HTML.
//
// In: a parsed page and its metadata. Out: a Body. The idea: one walk turns the
// tree into paragraphs in reading order, each with the element that holds it;
// what classes and element names call boilerplate is marked; the element where
// the remaining prose gathers is the article; last, each of its paragraphs is
// read as a line of text, since promotions are often set as ordinary paragraphs.
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
	// Signature marks the line that signs a Post or BlockQuote. It belongs to
	// the text but is nobody's words.
	Signature bool
}

// Body is the article's text.
type Body struct {
	Blocks []Block
	HTML   string // sanitized
}

// Extract finds the article on a page. Its error is a *card.Error where the
// page is no article.
func Extract(p *page.Page, meta card.Article) (*Body, error) {
	if p.Root == nil {
		return plain(p.Plain), nil
	}
	t := build(p.Root)
	t.prune()
	units := t.within(t.choose(letters(meta.Headline)))
	units = t.clean(units, meta)
	b := &Body{Blocks: t.blocks(units)}
	if len(b.Blocks) == 0 {
		return nil, &card.Error{Code: card.NotArticle, Message: "no article text was found on the page"}
	}
	return b, nil
}
