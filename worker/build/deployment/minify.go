package deployment

import (
	"bytes"
	"io"
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
	m.AddFunc("text/css", minifyCSS)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("application/json", json.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m.Bytes(mediaType, bytes.Clone(content)) // the minifier writes into its input
}

// minifyCSS lets the minifier take container queries, which it does not know and
// leaves as they are, for media queries.
func minifyCSS(m *minify.M, w io.Writer, r io.Reader, params map[string]string) error {
	content, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	known := bytes.ReplaceAll(content, []byte("@container "), []byte("@media container and "))
	if err := css.Minify(m, &out, bytes.NewReader(known), params); err != nil {
		return err
	}
	_, err = w.Write(bytes.ReplaceAll(out.Bytes(), []byte("@media container and"), []byte("@container")))
	return err
}
