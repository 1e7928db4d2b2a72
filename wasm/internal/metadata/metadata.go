// Package metadata reads what a page says of its article: headline, dek,
// byline, dates, publisher, language, lead image, canonical address.
//
// In: a parsed page. Out: a card.Article. The idea: every source (JSON-LD,
// OpenGraph, other <meta>, microdata, RDFa, visible text, the address) names
// candidates; what a reader of the page can see decides between them.
package metadata

import (
	"keypoints/wasm/card"
	"keypoints/wasm/internal/page"
	"keypoints/wasm/internal/wire"
)

// Extract reads the metadata of a page. A value that is not on the page stays empty.
func Extract(p *page.Page) card.Article {
	if p.Root == nil {
		story := wire.Parse(p.Plain)
		return card.Article{URL: p.URL, Headline: story.Headline, Dek: story.Dek, Byline: story.Byline,
			Published: story.Published, Language: DetectLanguage(p.Plain)}
	}
	s := collect(p)
	a := card.Article{URL: s.address()}
	a.Language = s.language(p)
	a.Publisher = s.publisher()
	a.Headline = s.headline(a.Publisher)
	a.Dek = s.dek(a.Headline)
	order := s.dateOrder(a.Language)
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
