package test

import (
	"bytes"
	"context"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

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

// tree is what a browser makes of HTML, without comments, with spaces collapsed, and
// without those in the list that is the viewport's content.
func tree(t *testing.T, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			b.WriteString("\n<" + n.Data)
			for _, a := range n.Attr {
				if n.Data == "meta" && a.Key == "content" {
					a.Val = strings.ReplaceAll(a.Val, ", ", ",")
				}
				b.WriteString(" " + a.Key + "=" + strings.TrimSpace(a.Val))
			}
		case html.TextNode:
			if words := strings.Join(strings.Fields(n.Data), " "); words != "" {
				b.WriteString("\n" + words)
			}
		}
	}
	return b.String()
}

func TestHTMLIsMinifiedAndStaysTheSamePage(t *testing.T) {
	handlers := map[string]string{"native": nativeServer(t), "workerd": need.Worker(t)}
	for _, query := range []string{"format=html&quotes=all&denials=all", "format=page&quotes=all"} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		format := options.HTML
		if values.Get("format") == "page" {
			format = options.Document
		}
		written, short := 0, 0
		for _, in := range append(inputs(t), hostile...) {
			answer, err := native.Engine{}.Summarize(context.Background(), api.Request{ContentType: in.contentType, Format: format, Option: values.Get}, in.page)
			if err != nil || answer.Problem != "" {
				continue
			}
			want := tree(t, answer.Body)
			for name, address := range handlers {
				got := post(t, address+"/v1/card?"+query, in.contentType, in.page)
				if tree(t, got.body) != want {
					t.Errorf("%s, %s, %s: another page\n%s\nthe engine's:\n%s", name, query, in.name, got.body, answer.Body)
				}
				if len(got.body) > len(answer.Body) {
					t.Errorf("%s, %s, %s: %d bytes, not minified %d", name, query, in.name, len(got.body), len(answer.Body))
				}
				written, short = written+len(answer.Body), short+len(got.body)
			}
		}
		if short >= written || written == 0 {
			t.Errorf("%s: %d bytes are not fewer than %d", query, short, written)
		}
		t.Logf("%s: %d bytes, not minified %d", query, short, written)
	}
}

func TestJSONAndMarkdownAreNotMinified(t *testing.T) {
	local := nativeServer(t)
	for _, format := range []options.Format{options.JSON, options.Markdown, options.JSONLD} {
		values := url.Values{"format": {format.String()}}
		for _, in := range inputs(t) {
			answer, err := native.Engine{}.Summarize(context.Background(), api.Request{ContentType: in.contentType, Format: format, Option: values.Get}, in.page)
			if err != nil || answer.Problem != "" {
				continue
			}
			if got := post(t, local+"/v1/card?"+values.Encode(), in.contentType, in.page); !bytes.Equal(got.body, answer.Body) {
				t.Errorf("%s, %s: %s", format, in.name, got.body)
			}
		}
	}
}
