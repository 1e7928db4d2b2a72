package api

import (
	"bytes"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// minifier shortens HTML. Quotes and end tags stay: a card is put into pages by
// people and programs that expect them. Spaces stay where the article has them, as
// every word of a card is the article's.
var minifier = sync.OnceValue(func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepWhitespace: true})
	return m
})

// minified is the same HTML in fewer bytes.
func minified(page []byte) []byte {
	// The minifier writes into its input, which belongs to the engine.
	short, err := minifier().Bytes("text/html", bytes.Clone(page))
	if err != nil {
		return page
	}
	return short
}
