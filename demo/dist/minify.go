package dist

import (
	"bytes"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
)

var byExtension = map[string]string{
	".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript",
	".json": "application/json", ".svg": "image/svg+xml",
}

// minified shortens a file of a known type and leaves others as they are.
// Sample articles are kept to the byte: their white space is input.
func minified(name string, content []byte) ([]byte, error) {
	mediaType, known := byExtension[path.Ext(name)]
	if !known || path.Base(path.Dir(name)) == "samples" {
		return content, nil
	}
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true})
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("application/json", json.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m.Bytes(mediaType, bytes.Clone(content)) // the minifier writes into its input
}
