// Package test holds the native server, the Worker in workerd and engine.wasm in
// Chromium against each other, over real HTTP.
package test

import (
	"bytes"
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/options"
	"keypoints/worker/api"
	"keypoints/worker/native"
	"keypoints/worker/test/need"
)

// nativeServer serves the API with the engine as a Go package.
func nativeServer(t *testing.T) string {
	server := httptest.NewServer(api.New(api.Config{Engine: native.Engine{}, Version: options.Version}))
	t.Cleanup(server.Close)
	return server.URL
}

// input is a page as a client posts it.
type input struct {
	name, contentType string
	page              []byte
}

// inputs are the project's own test pages and some in other charsets.
func inputs(t *testing.T) []input {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(need.Root(t), "wasm", "keypoints", "testdata", "pages", "*"))
	var all []input
	for _, path := range paths {
		contentType := map[string]string{".html": "text/html", ".txt": "text/plain"}[filepath.Ext(path)]
		if contentType == "" {
			continue
		}
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, input{filepath.Base(path), contentType, page})
	}
	pages, _ := encoded()
	return append(append(all, pages...), inLanguages(t)...)
}

// inLanguages are articles in the languages whose lists engine.wasm is given by its host,
// each made of what the tests of package reading have in it.
func inLanguages(t *testing.T) []input {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(need.Root(t), "wasm", "internal", "reading", "testdata", "*.json"))
	if len(paths) < 6 {
		t.Fatalf("languages have articles in %v", paths)
	}
	var all []input
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var cases []struct{ Text []string }
		if err := json.Unmarshal(content, &cases); err != nil {
			t.Fatal(err)
		}
		tag := strings.TrimSuffix(filepath.Base(path), ".json")
		page := "<!doctype html><html lang=" + tag + "><meta charset=utf-8><title>T</title><article><h1>" + tag + "</h1>"
		for _, c := range cases {
			for _, paragraph := range c.Text {
				page += "<p>" + html.EscapeString(paragraph)
			}
		}
		all = append(all, input{"articles in " + tag, "text/html", []byte(page)})
	}
	return all
}

// The lists of a language decide who speaks, so an answer without a speaker would be the
// same in all places without them.
func TestArticlesOfEveryLanguageHaveSpeakers(t *testing.T) {
	local := nativeServer(t)
	for _, in := range inLanguages(t) {
		if got := post(t, local+everything, in.contentType, in.page); !bytes.Contains(got.body, []byte(`"speaker":{"name":`)) {
			t.Errorf("%s: %.300s", in.name, got.body)
		}
	}
}

type response struct {
	status int
	header http.Header
	body   []byte
}

func post(t *testing.T, address, contentType string, page []byte) response {
	t.Helper()
	request, err := http.NewRequest("POST", address, bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", contentType)
	// Sent again, and without this header, where workerd closes a connection that was idle for 5 s
	// just as it is used again.
	request.Header["Idempotency-Key"] = []string{}
	r, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response{r.StatusCode, r.Header, body}
}

func TestEveryCharsetIsReadByTheWorker(t *testing.T) { everyCharset(t, need.Worker(t)) }

const everything = "/v1/card?quotes=all&denials=all&include=body,quotes,article,no-comment,why&url=https%3A%2F%2Fnews.example%2Fstory"

func TestTheWorkerAnswersByteForByteAsTheNativeServer(t *testing.T) {
	worker, local := need.Worker(t), nativeServer(t)
	for _, in := range inputs(t) {
		for _, query := range []string{everything, "/v1/card", "/v1/card?format=html", "/v1/card?format=page&lang=de", "/v1/card?format=jsonld", "/v1/card?format=markdown"} {
			t.Run(in.name+query, func(t *testing.T) {
				want := post(t, local+query, in.contentType, in.page)
				got := post(t, worker+query, in.contentType, in.page)
				if got.status != want.status || !bytes.Equal(got.body, want.body) {
					t.Errorf("native %d:\n%.300s\nworkerd %d:\n%.300s", want.status, want.body, got.status, got.body)
				}
				for _, name := range []string{"Content-Type", "Etag", "Vary", "Cache-Control", "X-Content-Type-Options", "Content-Security-Policy"} {
					if g, w := strings.Join(got.header.Values(name), ","), strings.Join(want.header.Values(name), ","); g != w {
						t.Errorf("%s: native %q, workerd %q", name, w, g)
					}
				}
			})
		}
	}
}
