package test

import (
	"testing"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// The engine writes HTML that is as good as minified, so that neither the Worker (to
// whose bundle tdewolff/minify would add 260 KB after gzip) nor the reader's browser
// has to do it.
func TestHTMLComesMinified(t *testing.T) {
	local := nativeServer(t)
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true})
	written, possible := 0, 0
	for _, in := range inputs(t) {
		r := post(t, local+"/v1/card?format=html&quotes=all&denials=all", in.contentType, in.page)
		if r.status != 200 {
			continue
		}
		short, err := m.Bytes("text/html", r.body)
		if err != nil {
			t.Fatal(err)
		}
		written, possible = written+len(r.body), possible+len(short)
	}
	if written == 0 || 100*(written-possible) > 3*written {
		t.Errorf("%d bytes could be %d", written, possible)
	}
	t.Logf("%d bytes, minified %d", written, possible)
}
