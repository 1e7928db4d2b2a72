package test

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"keypoints/worker/test/need"
)

// payloads run a request for /ran where a browser takes them for more than text.
var payloads = []string{
	`<script>fetch('/ran')</script>`, `<img src=x onerror="fetch('/ran')">`, `"><svg onload=fetch('/ran')>`, `'><iframe srcdoc="<script>fetch('/ran')</script>">`,
	`</title><script>fetch('/ran')</script>`, `--><script>fetch('/ran')</script>`, `]]><script>fetch('/ran')</script>`, `" onmouseover="fetch('/ran')" autofocus onfocus="fetch('/ran')`,
	`</script><script>fetch('/ran')</script>`, `javascript:fetch('/ran')`, `&lt;script&gt;fetch('/ran')&lt;/script&gt;`, "`onload=fetch('/ran')`",
}

// hostileArticle has a payload in every field, once as markup and once as text.
func hostileArticle(payload string) string {
	e := html.EscapeString(payload)
	ld, _ := json.Marshal(map[string]any{"@type": "NewsArticle", "headline": "Bridge reopens " + payload, "author": map[string]string{"name": "Ann Lee " + payload},
		"publisher": map[string]string{"name": "Gazette " + payload}, "datePublished": "2026-11-20" + payload, "image": "javascript:fetch('/ran')//" + payload, "description": payload})
	return `<!doctype html><html lang="` + e + `"><head><title>Bridge reopens ` + e + `</title><meta property="og:title" content="Bridge reopens ` + e + `"><meta property="og:image" content="` + e + `">
<meta name=author content="` + e + `"><link rel=canonical href="javascript:fetch('/ran')"><script type="application/ld+json">` + string(ld) + `</script></head><body><article><h1>Bridge reopens ` + e + `</h1>
<p>The harbor bridge of Port Ellery reopened on Monday ` + e + ` after repairs that took two years and cost the city much.</p>
<p>“The bridge is safe ` + e + ` and it will stay safe for sixty years,” said Nora Whitfield ` + e + `, the city engineer.</p>
<p>“We never doubted the repairs of this bridge, not for a day,” said ` + e + ` Tom Hale, the mayor.</p>
<p>The builder, Calder Works, denied that it had used cheaper steel ` + e + ` for the bridge.</p>
<p>Raw: ` + payload + `</p><img src="/x.jpg" alt="` + e + `" onerror="fetch('/ran')"></article></body></html>`
}

func TestNoTextOfAnArticleRunsInChromium(t *testing.T) {
	chromium := need.Chromium(t)
	local := nativeServer(t)
	var cards strings.Builder
	for _, payload := range payloads {
		for _, query := range []string{"/v1/card?format=html&quotes=all&denials=all", "/v1/card?format=page&quotes=all&lang=de"} {
			r := post(t, local+query, "text/html; charset=utf-8", []byte(hostileArticle(payload)))
			if r.status != 200 {
				t.Fatalf("%q: %d %s", payload, r.status, r.body)
			}
			if !strings.Contains(r.header.Get("Content-Security-Policy"), "default-src 'none'") {
				t.Errorf("no policy with %s", query)
			}
			cards.Write(r.body)
		}
		r := post(t, local+"/v1/card?include=article", "text/html; charset=utf-8", []byte(hostileArticle(payload)))
		var card struct {
			ArticleHTML string `json:"article_html"`
		}
		if err := json.Unmarshal(r.body, &card); err != nil || card.ArticleHTML == "" {
			t.Fatalf("%q: no article: %v %.200s", payload, err, r.body)
		}
		cards.WriteString(card.ArticleHTML)
	}
	// Shown without the policies, so that the escaping alone has to hold.
	var ran atomic.Int64
	loaded, controlled := make(chan bool, 1), make(chan bool, 1)
	mux := http.NewServeMux()
	mux.HandleFunc("/cards", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, cards.String()+`<script>fetch('/control')</script><script>setTimeout(() => fetch('/loaded'), 1500)</script>`)
	})
	mux.HandleFunc("/ran", func(w http.ResponseWriter, r *http.Request) { ran.Add(1) })
	mux.HandleFunc("/control", func(w http.ResponseWriter, r *http.Request) { controlled <- true })
	mux.HandleFunc("/loaded", func(w http.ResponseWriter, r *http.Request) { loaded <- true })
	server := httptest.NewServer(mux)
	defer server.Close()
	open(t, chromium, server.URL+"/cards")
	select {
	case <-loaded:
	case <-time.After(time.Minute):
		t.Fatal("Chromium did not show the cards")
	}
	select {
	case <-controlled:
	default:
		t.Error("no script runs on the page at all: the test shows nothing")
	}
	if ran.Load() != 0 {
		t.Errorf("%d payloads ran", ran.Load())
	}
}
