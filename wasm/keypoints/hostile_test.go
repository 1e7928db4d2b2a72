package keypoints

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"keypoints/wasm/internal/render"
)

// hostilePage tries to bring markup, scripts and addresses onto the card by
// every way that a page has.
const hostilePage = `<!doctype html><html lang="en"><head>
<title>Dam &lt;script&gt;alert(1)&lt;/script&gt; gives way - News</title>
<link rel="canonical" href="javascript:alert(1)">
<meta property="og:image" content="javascript:alert(1)"><meta property="og:site_name" content="&quot;><img src=x onerror=alert(1)>">
<meta name="author" content="<svg onload=alert(1)>">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam <script>alert(1)<\/script> gives way","author":{"name":"</script><script>alert(1)</script>"},
"image":"data:text/html,<script>alert(1)</script>","publisher":{"name":"<img src=x onerror=alert(1)>"},"datePublished":"\"><script>alert(1)</script>","url":"javascript:alert(1)"}</script>
</head><body><article><h1>Dam &lt;script&gt;alert(1)&lt;/script&gt; gives way</h1>
<p onclick="alert(1)" style="background:url(javascript:alert(1))">The dam above the town of Orla gave way on Monday after a week of rain, and its owner was accused of saving on concrete.</p>
<p>“The wall was &lt;img src=x onerror=alert(1)&gt; as thin as paper, and they knew it for years,” said Rosa &lt;b onmouseover=alert(1)&gt; Lind, an engineer.</p>
<p>“Not one warning reached us before the night it broke,” said the mayor, <a href="javascript:alert(1)">Tom Okoro</a>. <a href="data:text/html,x">More</a> <a href=" java&#10;script:alert(1)">more</a></p>
<p><img src="x" onerror="alert(1)"><svg><script>alert(1)</script></svg><math><mi xlink:href="javascript:alert(1)">x</mi></math>The owner, Hydra &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; Corp, denied that it had saved on concrete.</p>
<p><iframe src="https://evil.example"></iframe><object data="x"></object><form action="https://evil.example"><input></form><template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>The water reached the first houses at three in the morning, when most people were asleep in their beds.</p>
</article></body></html>`

func TestAHostilePageStaysWords(t *testing.T) {
	for _, url := range []string{"", "https://news.example/dam", "javascript:alert(1)", `https://news.example/"><script>alert(1)</script>`} {
		card, err := Summarize(Page{HTML: []byte(hostilePage), ContentType: "text/html; charset=utf-8", URL: url}, everything)
		if err != nil {
			t.Fatal(err)
		}
		if len(card.AllQuotes) == 0 || len(card.Denials) == 0 {
			t.Error("nothing of the page came onto the card")
		}
		verbatim(t, card)
		inert(t, "html", Render(card, HTML))
		frame := []byte(`<script defer="" src="` + render.FrameScript + `"></script>`)
		inert(t, "page", bytes.Replace(Render(card, Document), frame, nil, 1))
		inert(t, "article", []byte(card.ArticleHTML))
		for _, format := range []Format{JSON, JSONLD} {
			out := Render(card, format)
			if bytes.ContainsRune(out, '<') {
				t.Errorf("%s holds markup: %s", format, out)
			}
			for _, field := range []string{`"url":"javascript`, `"url":"data`} {
				if bytes.Contains(out, []byte(field)) {
					t.Errorf("%s holds %s", format, field)
				}
			}
		}
	}
}

// inert checks that HTML has nothing that runs, loads or submits.
func inert(t *testing.T, what string, out []byte) {
	t.Helper()
	z := html.NewTokenizer(bytes.NewReader(out))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		if token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
			continue
		}
		switch token.Data {
		case "script", "style", "iframe", "object", "embed", "form", "input", "template", "noscript", "svg", "math", "frame":
			t.Errorf("%s has <%s>", what, token.Data)
		}
		for _, a := range token.Attr {
			value := strings.ToLower(strings.Map(func(r rune) rune {
				if r <= ' ' {
					return -1
				}
				return r
			}, a.Val))
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
				t.Errorf("%s has the attribute %s", what, a.Key)
			}
			if strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:") || strings.HasPrefix(value, "vbscript:") {
				t.Errorf("%s has %s=%q", what, a.Key, a.Val)
			}
		}
	}
}
