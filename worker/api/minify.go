package api

import (
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// MinifyHTML shortens HTML without changing what a browser makes of it. What
// cannot be parsed stays as it is.
func MinifyHTML(page []byte) []byte {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true})
	short, err := m.Bytes("text/html", page)
	if err != nil {
		return page
	}
	return short
}
