package test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"keypoints/worker/test/need"
)

// worst are pages of 5 MB, each made of one piece over and over that costs some part of
// the engine the most: nothing can interrupt an engine that runs, so its own bounds (of
// elements, depth, lines, and the text of a body) have to.
var worst = []struct{ name, contentType, head, piece string }{
	{"unclosed elements", "text/html", "", "<b><i><u><s><em>"},
	{"crossing elements", "text/html", "", "<a><b></a></b>"},
	{"nested tables", "text/html", "", "<table><tr><td>x"},
	{"elements that belong outside of their table", "text/html", "<table>", "<b>x</b><tr>"},
	{"elements in a cell of the deepest nesting", "text/html", "", strings.Repeat("<div>", 390) + "x" + strings.Repeat("</div>", 390)},
	{"attributes", "text/html", "<p ", "a=1 b c "},
	{"an open comment", "text/html", "<!--", "-"},
	{"open brackets of JSON-LD", "text/html", `<script type="application/ld+json">`, "["},
	{"objects of JSON-LD", "text/html", `<script type="application/ld+json">[`, `{"@type":"NewsArticle","headline":"x"},`},
	{"opening quotation marks", "text/html", "<p>", "“"},
	{"straight and single quotation marks", "text/html", "<p>", `' ‘ " `},
	{"quotations in one paragraph", "text/html", "<p>", "“The bridge is safe,” he said. "},
	{"names in one paragraph", "text/html", "<p>", "Nora Whitfield and Tom Hale met Ann Lee. "},
	{"verbs in one sentence", "text/html", "<p>", "denied that "},
	{"abbreviations", "text/html", "<p>", "Dr. Mr. U.S. "},
	{"one word", "text/html", "<p>", "a"},
	{"a script without spaces", "text/html", "<p>", "市長は「安全だ」と述べた。"},
	{"line breaks", "text/html", "<p>", "a<br>"},
	{"hidden inline elements", "text/html", "<p>The bridge", "<span hidden>x</span> a"},
	{"a long title", "text/html", "<title>", "Harbor bridge reopens "},
	{"a long heading", "text/html", "<h1>", "Harbor bridge reopens "},
	{"headings", "text/html", "", "<h1>Harbor bridge reopens</h1>"},
	{"a run of <", "text/html", "<p>", "<"},
	{"JSON-LD without an end", "text/html", `<script type="application/ld+json">{"@type":"NewsArticle","author":[`, `{"name":"Ann"},`},
	{"one pronoun", "text/html", "<p>Nora Whitfield, the engineer, met ", "her "},
	{"quotations nearly alike", "text/html", "", "<p>“We will not leave the harbor before the winter,” she said.</p>"},
	{"lines of one letter", "text/plain", "", "a\n"},
	{"quotations within quotations", "text/plain", "", "“a ‘b "},
}

// No page takes the isolate longer than the 30 seconds of CPU that Cloudflare gives a
// request by default: each of these gets its card or its problem, and the request that
// waits behind it is served.
func TestNoPageHoldsTheIsolate(t *testing.T) {
	const size = 5<<20 - 4096
	start := "<!doctype html><title>Harbor bridge reopens</title><article><h1>Harbor bridge reopens</h1><p>The bridge of Port Ellery is open again.</p>"
	worker := need.Worker(t)
	want := post(t, worker+"/v1/card", "text/html", []byte(anArticle))
	for _, c := range worst {
		t.Run(c.name, func(t *testing.T) {
			page := "Harbor bridge reopens\n\n"
			if c.contentType == "text/html" {
				page = start
			}
			page += c.head + strings.Repeat(c.piece, (size-len(page))/len(c.piece))
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			defer cancel()
			request, err := http.NewRequestWithContext(ctx, "POST", worker+"/v1/card?quotes=all&denials=all&include=body,quotes", bytes.NewReader([]byte(page)))
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Content-Type", c.contentType)
			r, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Body.Close()
			body, err := io.ReadAll(r.Body)
			if err != nil {
				t.Fatal(err)
			}
			var problem struct{ Type string }
			switch media := r.Header.Get("Content-Type"); {
			case r.StatusCode == 200 && strings.HasPrefix(media, "application/json"):
			case media == "application/problem+json" && json.Unmarshal(body, &problem) == nil && r.StatusCode < 500:
			default:
				t.Errorf("%d %s %.300s", r.StatusCode, media, body)
			}
			t.Log(r.StatusCode, problem.Type, r.Header.Get("Server-Timing"))
			if next := post(t, worker+"/v1/card", "text/html", []byte(anArticle)); !bytes.Equal(next.body, want.body) {
				t.Errorf("the next request got %d %.200s", next.status, next.body)
			}
		})
	}
}
