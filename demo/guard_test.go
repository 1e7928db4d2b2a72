package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
)

const story = `<title>Harbor bridge reopens</title><article><h1>Harbor bridge reopens</h1><p>The harbor bridge of Port Ellery reopened on Monday after two years of repairs.</p></article>`

// machine is a web server of this machine that counts what it is asked.
func machine(t *testing.T) (address string, asked *atomic.Int64) {
	asked = new(atomic.Int64)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, story)
	}))
	t.Cleanup(site.Close)
	return site.URL, asked
}

func demo(t *testing.T, a access) string {
	server := httptest.NewServer(a.guarded(a.handler()))
	t.Cleanup(server.Close)
	return server.URL
}

func ask(t *testing.T, address string, header ...string) *http.Response {
	t.Helper()
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		if header[i] == "Host" {
			request.Host = header[i+1]
		}
		request.Header.Set(header[i], header[i+1])
	}
	r, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	return r
}

func TestTheServersOfThisMachineAreFetchedByItsUserAlone(t *testing.T) {
	site, asked := machine(t)
	card := func(server string) string { return server + "/v1/card?url=" + url.QueryEscape(site+"/") }
	for _, c := range []struct {
		name     string
		loopback bool
		header   []string
		status   int
	}{
		{"without the flag", false, nil, 400},
		{"by hand", true, nil, 200},
		{"by the address bar", true, []string{"Sec-Fetch-Site", "none"}, 200},
		{"by the demo page", true, []string{"Sec-Fetch-Site", "same-origin"}, 200},
		{"by a script of another page", true, []string{"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}, 400},
		{"by an older browser", true, []string{"Origin", "https://evil.example"}, 400},
		{"by a sandboxed page", true, []string{"Origin", "null"}, 400},
		{"by an image of another page", true, []string{"Sec-Fetch-Site", "cross-site"}, 400},
		{"by another server of this machine", true, []string{"Origin", "http://127.0.0.1:1", "Sec-Fetch-Site", "same-site"}, 400},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := asked.Load()
			if r := ask(t, card(demo(t, access{loopback: c.loopback})), c.header...); r.StatusCode != c.status {
				t.Errorf("got %d, want %d", r.StatusCode, c.status)
			}
			if n := asked.Load() - before; (n > 0) != (c.status == 200) {
				t.Errorf("this machine was asked %d times", n)
			}
		})
	}
	server := demo(t, access{loopback: true})
	if r := ask(t, card(server), "Origin", server); r.StatusCode != 200 {
		t.Errorf("its own page got %d", r.StatusCode)
	}
}

func TestTheServerAnswersToItsOwnNameAlone(t *testing.T) {
	origin, err := parseOrigin("https://cards.example.com")
	if err != nil {
		t.Fatal(err)
	}
	server := demo(t, access{origin: origin})
	port := server[strings.LastIndex(server, ":"):]
	for host, want := range map[string]int{"127.0.0.1" + port: 200, "localhost" + port: 200, "LOCALHOST" + port: 200, "cards.example.com": 200,
		"evil.example" + port: 421, "evil.example": 421, "127.0.0.1": 421, "127.0.0.1:1": 421, "127.0.0.2" + port: 421, "localhost": 421, "localhost.evil.example" + port: 421,
		"[::1]" + port: 421, "0.0.0.0" + port: 421, "cards.example.com" + port: 421} {
		if r := ask(t, server+"/healthz", "Host", host); r.StatusCode != want {
			t.Errorf("%s: got %d, want %d", host, r.StatusCode, want)
		}
	}
	for _, wrong := range []string{"cards.example.com", "ftp://a", "https://", "https://a/b", "https://u@a"} {
		if u, err := parseOrigin(wrong); err == nil {
			t.Errorf("%q is taken for %v", wrong, u)
		}
	}
}
