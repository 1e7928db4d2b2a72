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
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

// Kind is what a block is on the page.
type Kind int8

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
	// Shown is where Text stands in the page's text, in bytes of Body.Shown.Text.
	Shown int
	// Withheld tells that the publisher wants none of it on the card (data-nosnippet).
	Withheld bool
}

// Body is the article's text.
type Body struct {
	Blocks []Block
	Shown  *Shown // nil where the page shows no text of the article

	// What HTML is written from; tree is nil for plain text.
	tree   *tree
	chosen []int32
	kept   []int
	base   string
	whole  string // a plain text, for LeftOut
}

// Extract finds the article on a page. Its error is a *card.Error where the
// page is no article.
func Extract(p *page.Page, meta *metadata.Found) (*Body, error) {
	if p.Root == nil {
		b := &Body{whole: p.Plain}
		for _, paragraph := range meta.Paragraphs {
			b.Blocks = append(b.Blocks, Block{Text: paragraph})
		}
		b.Blocks = bound(b.Blocks)
		return b, nil
	}
	t := build(p)
	t.prune()
	chosen := t.choose(letters(meta.Headline))
	found := t.within(chosen)
	units := t.clean(append([]int(nil), found...), meta)
	if b := t.unshown(p, meta, units); b != nil {
		return b, nil
	}
	if err := t.judge(p, meta, found, units); err != nil {
		return nil, err
	}
	units = t.leading(units)
	shown, places := t.shown(units, p.Menus)
	blocks := t.blocks(units)
	for i := range blocks {
		blocks[i].Shown = places[i]
	}
	return &Body{Blocks: bound(blocks), Shown: shown, tree: t, chosen: chosen, kept: units, base: baseOf(p.Root, p.URL)}, nil
}
