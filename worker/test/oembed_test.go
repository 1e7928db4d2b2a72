package test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"keypoints/wasm/options"
	"keypoints/worker/api"
	"keypoints/worker/native"
	"keypoints/worker/origin"
	"keypoints/worker/test/need"
)

// embedded asks a server for an embed with some first lines of a request.
func embedded(t *testing.T, server, head string) (r *http.Response, provider string) {
	t.Helper()
	to, err := net.Dial("tcp", strings.TrimPrefix(server, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	fmt.Fprint(to, strings.ReplaceAll(head, "\n", "\r\n")+"\r\nConnection: close\r\n\r\n")
	if r, err = http.ReadResponse(bufio.NewReader(to), nil); err != nil {
		t.Fatal(err)
	}
	var embed struct {
		HTML        string
		ProviderURL string `json:"provider_url"`
	}
	if err := json.NewDecoder(r.Body).Decode(&embed); err != nil || r.StatusCode != 200 || !strings.Contains(embed.HTML, `src="`+embed.ProviderURL+"v1/card?") {
		t.Fatalf("%d %v %+v", r.StatusCode, err, embed)
	}
	return r, embed.ProviderURL
}

func TestNoCacheKeepsAnEmbedThatNamesTheHostOfARequest(t *testing.T) {
	const ask = "/oembed?url=https://news.example/story HTTP/1.1\n"
	serving := func(own string) string {
		server := httptest.NewServer(api.New(api.Config{Engine: native.Engine{}, Version: options.Version, Origin: own,
			Fetcher: &origin.Fetcher{Policy: origin.Policy{Hosts: []string{"news.example"}}}}))
		t.Cleanup(server.Close)
		return server.URL
	}
	heads := map[string]string{
		"a host":               "GET " + ask + "Host: evil.example",
		"a forwarded protocol": "GET " + ask + "Host: evil.example\nX-Forwarded-Proto: https\nX-Forwarded-Host: evil.example\nForwarded: host=evil.example;proto=https",
		"a whole address":      "GET https://evil.example" + ask + "Host: evil.example",
	}
	for name, head := range heads {
		if r, provider := embedded(t, serving(""), head); r.Header.Get("Cache-Control") != "no-store" || provider != "http://evil.example/" {
			t.Errorf("%s: %s with %q", name, provider, r.Header.Get("Cache-Control"))
		}
		if r, provider := embedded(t, serving("https://cards.example"), head); !strings.HasPrefix(r.Header.Get("Cache-Control"), "public") || provider != "https://cards.example/" {
			t.Errorf("%s, by a server that knows its address: %s with %q", name, provider, r.Header.Get("Cache-Control"))
		}
	}
	t.Run("workerd", func(t *testing.T) {
		worker := need.Worker(t, "ALLOWED_HOSTS=news.example")
		r, provider := embedded(t, worker, "GET "+ask+"Host: "+strings.TrimPrefix(worker, "http://")+"\nX-Forwarded-Host: evil.example\nX-Forwarded-Proto: https")
		if !strings.HasPrefix(r.Header.Get("Cache-Control"), "public") || provider != worker+"/" {
			t.Errorf("%s with %q", provider, r.Header.Get("Cache-Control"))
		}
	})
}
