// Package metadata reads what a page says of its article: headline, dek,
// byline, dates, publisher, language, lead image, canonical address.
//
// In: a parsed page. Out: a Found. The idea: every source (JSON-LD,
// OpenGraph, other <meta>, microdata, RDFa, visible text, the address) names
// candidates; what a reader of the page can see decides between them.
package metadata

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/json"
	"keypoints/wasm/internal/page"
	"keypoints/wasm/internal/wire"
)

// Found is what a page says of its article, and what of its text only its data has.
type Found struct {
	card.Article // its Language as the page declares it, "" where it does not; see Settle
	// Declared tells that the page calls itself one article, in JSON-LD or OpenGraph.
	Declared bool
	// Text is the article's text as JSON-LD has it, often only its start, with "\n"
	// between paragraphs where the publisher kept them.
	Text string
	// Paragraphs are those of a plain text.
	Paragraphs []string
	updates    []json.Value // the entries of a live blog
}

// Updates gives the entries of a live blog that JSON-LD lists, each with its heading.
func (f *Found) Updates() string {
	var text strings.Builder
	for _, u := range f.updates {
		text.WriteString(u.Get("headline").Str() + "\n" + u.Get("articleBody").Str() + "\n")
	}
	return text.String()
}

// Extract reads the metadata of a page. A value that is not on the page stays empty.
func Extract(p *page.Page) *Found {
	if p.Root == nil {
		story := wire.Parse(p.Plain)
		return &Found{Article: card.Article{URL: p.URL, Headline: story.Headline, Dek: story.Dek, Byline: story.Byline, Published: story.Published},
			Paragraphs: story.Paragraphs}
	}
	s := collect(p)
	a := &Found{Article: card.Article{URL: s.address()}, Text: s.ld.body, updates: s.ld.updates}
	a.Declared = s.ld.found || strings.HasPrefix(s.get("og:type"), "article") || len(s.meta["article:published_time"]) > 0
	a.Language = s.language()
	a.Publisher = s.publisher()
	a.Headline = s.headline(a.Publisher)
	a.Dek = s.dek(a.Headline)
	order := s.dateOrder(a.Language, p.Root)
	a.Published, a.Modified = s.dates(order)
	a.Byline = s.byline(a.Publisher)
	a.Image = s.image()
	return a
}

// get gives the first <meta> content under one of the names.
func (s *sources) get(names ...string) string {
	for _, name := range names {
		for _, v := range s.meta[name] {
			if v = squeeze(v); v != "" {
				return v
			}
		}
	}
	return ""
}
