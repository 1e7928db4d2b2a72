package test

import (
	"bytes"
	"context"
	"net/url"
	"testing"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"keypoints/wasm/options"
	"keypoints/worker/api"
	"keypoints/worker/native"
	"keypoints/worker/test/need"
)

// hostile are pages whose words look like markup.
var hostile = []input{
	{"markup in words", "text/plain", []byte("Minister says <b>no</b> &amp; &lt;script&gt;\n\n“I said <script>alert(1)</script> &amp;lt;img src=x onerror=alert(1)&amp;gt; twice,” said Ana Vidal, a clerk.\n\nMs. Vidal denied that  she  wrote \"'><svg/onload=alert(2)>\" on the wall.\n")},
	{"markup in attributes", "text/html", []byte(`<html lang="en&quot; onclick=&quot;x"><title>"'><img src=x onerror=alert(1)></title><meta property="og:image" content="https://news.example/a.jpg&quot; onerror=&quot;alert(1)"><article><h1>Clerk &lt;/h2&gt;&lt;script&gt; denies it</h1><p>“We did &quot;&lt;!-- nothing --&gt;&quot; of the kind in this town,” said Ana Vidal.</p></article>`)},
}

// least is a minifier that keeps what a card's readers rely on: quotes and end tags,
// which people and programs expect, and the article's own spaces.
func least() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepWhitespace: true})
	return m
}

// Answers are the engine's own bytes. A minifier in the Worker was 18% of its module,
// which every request's start pays for; this test says what it would take away.
func TestAnAnswerIsAsShortAsAMinifierMakesIt(t *testing.T) {
	const most = 20 // bytes
	handlers := map[string]string{"native": nativeServer(t), "workerd": need.Worker(t)}
	minifier := least()
	for _, query := range []string{"format=html&quotes=all&denials=all", "format=page&quotes=all"} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		format := options.HTML
		if values.Get("format") == "page" {
			format = options.Document
		}
		cards, written, taken := 0, 0, 0
		for i, in := range append(inputs(t), hostile...) {
			answer, err := native.Engine{}.Summarize(context.Background(), api.Request{ContentType: in.contentType, Format: format, Option: values.Get}, in.page)
			if err != nil || answer.Problem != "" {
				continue
			}
			cards++
			for name, address := range handlers {
				if got := post(t, address+"/v1/card?"+query, in.contentType, in.page); !bytes.Equal(got.body, answer.Body) {
					t.Errorf("%s, %s, %s: not the engine's bytes\n%s", name, query, in.name, got.body)
				}
			}
			short, err := minifier.Bytes("text/html", bytes.Clone(answer.Body))
			if err != nil {
				t.Fatal(err)
			}
			if gain := len(answer.Body) - len(short); gain > most && i < len(inputs(t)) { // words that look like markup stay escaped, in full
				t.Errorf("%s, %s: a minifier takes %d bytes of %d away\n%s\n%s", query, in.name, gain, len(answer.Body), answer.Body, short)
			}
			written, taken = written+len(answer.Body), taken+len(answer.Body)-len(short)
		}
		if cards == 0 {
			t.Errorf("%s: no card", query)
		}
		t.Logf("%s: %d cards of %d bytes, of which a minifier would take %d", query, cards, written, taken)
	}
}
