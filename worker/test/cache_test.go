package test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"keypoints/worker/test/need"
)

// newsSite is a publisher on this machine that counts what it is asked.
type newsSite struct {
	*httptest.Server
	fetched  atomic.Int64
	current  atomic.Int64 // conditional requests that were answered with 304
	broken   atomic.Bool
	headline atomic.Value
}

func newNewsSite(t *testing.T) *newsSite {
	site := &newsSite{}
	site.headline.Store("Harbor bridge reopens")
	site.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		site.fetched.Add(1)
		switch {
		case site.broken.Load():
			w.WriteHeader(503)
		case strings.HasPrefix(r.URL.Path, "/missing"):
			w.WriteHeader(404)
		default:
			time.Sleep(20 * time.Millisecond)
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			headline := site.headline.Load().(string)
			tag := fmt.Sprintf("%q", headline)
			w.Header().Set("ETag", tag)
			if r.Header.Get("If-None-Match") == tag {
				site.current.Add(1)
				w.WriteHeader(304)
				return
			}
			fmt.Fprint(w, strings.ReplaceAll(anArticle, "Harbor bridge reopens", headline))
		}
	}))
	t.Cleanup(site.Close)
	return site
}

func get(t *testing.T, address string, header ...string) response {
	t.Helper()
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
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

func cardURL(worker, page, more string) string {
	return worker + "/v1/card?url=" + url.QueryEscape(page) + more
}

// eventually waits for something that happens in the background.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 100 {
		if holds() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Error("never: " + what)
}

func TestCacheInWorkerd(t *testing.T) {
	worker := need.Worker(t, "DEVELOPMENT=true", "FRESH_SECONDS=2", "PURGE_SECRET=open sesame")
	site := newNewsSite(t)

	t.Run("the second request is a hit under any spelling of the same card", func(t *testing.T) {
		before := site.fetched.Load()
		first := get(t, cardURL(worker, site.URL+"/a", ""))
		if first.status != 200 || !strings.Contains(string(first.body), "Harbor bridge") {
			t.Fatalf("%d %s", first.status, first.body)
		}
		if first.header.Get("Server-Timing") == "" || !strings.Contains(first.header.Get("Cache-Status"), "fwd=miss") {
			t.Errorf("a miss says too little: %v", first.header)
		}
		for _, more := range []string{"", "&quotes=3", "&format=json&denials=3", "&unknown=1", "&quotes=3&quotes=9"} {
			for _, page := range []string{"/a", "/a#part", "/a?utm_source=mail&fbclid=1"} {
				r := get(t, cardURL(worker, site.URL+page, more), "Accept", "application/json")
				if string(r.body) != string(first.body) || !strings.Contains(r.header.Get("Cache-Status"), "hit") {
					t.Errorf("%s%s: %s %.80s", page, more, r.header.Get("Cache-Status"), r.body)
				}
			}
		}
		if n := site.fetched.Load() - before; n != 1 {
			t.Errorf("the publisher was asked %d times", n)
		}
	})

	t.Run("another option or format is another card", func(t *testing.T) {
		seen := map[string]bool{}
		for _, more := range []string{"", "&quotes=0", "&format=html", "&format=page", "&include=body", "&lang=de&format=html"} {
			r := get(t, cardURL(worker, site.URL+"/a", more))
			if r.status != 200 || seen[string(r.body)] {
				t.Errorf("%s: %d %.100s", more, r.status, r.body)
			}
			seen[string(r.body)] = true
		}
		if r := get(t, cardURL(worker, site.URL+"/a", ""), "Accept", "text/html"); !strings.HasPrefix(r.header.Get("Content-Type"), "text/html") {
			t.Errorf("Accept: text/html got %s", r.header.Get("Content-Type"))
		}
	})

	t.Run("a client that has the card gets 304", func(t *testing.T) {
		tag := get(t, cardURL(worker, site.URL+"/a", "")).header.Get("ETag")
		r := get(t, cardURL(worker, site.URL+"/a", ""), "If-None-Match", `"other", W/`+tag)
		if r.status != 304 || len(r.body) != 0 || r.header.Get("ETag") != tag {
			t.Errorf("%d %q %v", r.status, r.body, r.header)
		}
	})

	t.Run("a thousand requests at once fetch the page once", func(t *testing.T) {
		before := site.fetched.Load()
		var wait sync.WaitGroup
		var failed atomic.Int64
		for range 1000 {
			wait.Go(func() {
				r, err := http.Get(cardURL(worker, site.URL+"/crowd", ""))
				if err != nil {
					failed.Add(1)
					return
				}
				io.Copy(io.Discard, r.Body)
				r.Body.Close()
				if r.StatusCode != 200 {
					failed.Add(1)
				}
			})
		}
		wait.Wait()
		if n := site.fetched.Load() - before; n != 1 || failed.Load() != 0 {
			t.Errorf("fetched %d times, %d failed", n, failed.Load())
		}
	})

	t.Run("a stale card is served while it is made again", func(t *testing.T) {
		get(t, cardURL(worker, site.URL+"/stale", ""))
		site.headline.Store("Harbor bridge closes again")
		defer site.headline.Store("Harbor bridge reopens")
		eventually(t, "a stale hit", func() bool {
			r := get(t, cardURL(worker, site.URL+"/stale", ""))
			return strings.Contains(r.header.Get("Cache-Status"), "fwd=stale") && strings.Contains(string(r.body), "reopens")
		})
		eventually(t, "the new card", func() bool {
			return strings.Contains(string(get(t, cardURL(worker, site.URL+"/stale", "")).body), "closes again")
		})
	})

	t.Run("a page that did not change is not sent again", func(t *testing.T) {
		first := get(t, cardURL(worker, site.URL+"/unchanged", ""))
		before := site.current.Load()
		time.Sleep(2100 * time.Millisecond)
		get(t, cardURL(worker, site.URL+"/unchanged", ""))
		eventually(t, "a conditional request", func() bool { return site.current.Load() > before })
		eventually(t, "the same card, fresh again", func() bool {
			r := get(t, cardURL(worker, site.URL+"/unchanged", ""))
			return string(r.body) == string(first.body) && r.header.Get("Age") == "0" && !strings.Contains(r.header.Get("Cache-Status"), "stale")
		})
	})

	t.Run("a stale card is served while the publisher is down", func(t *testing.T) {
		get(t, cardURL(worker, site.URL+"/down", ""))
		site.broken.Store(true)
		defer site.broken.Store(false)
		time.Sleep(2100 * time.Millisecond)
		for range 3 {
			if r := get(t, cardURL(worker, site.URL+"/down", "")); r.status != 200 || !strings.Contains(string(r.body), "reopens") {
				t.Errorf("%d %.100s", r.status, r.body)
			}
			time.Sleep(200 * time.Millisecond)
		}
		if r := get(t, cardURL(worker, site.URL+"/down-from-the-start", "")); r.status != 502 {
			t.Errorf("without a card: %d", r.status)
		}
	})

	t.Run("a problem is kept briefly", func(t *testing.T) {
		before := site.fetched.Load()
		for range 5 {
			if r := get(t, cardURL(worker, site.URL+"/missing", "")); r.status != 404 || !strings.Contains(string(r.body), "origin-not-found") {
				t.Errorf("%d %s", r.status, r.body)
			}
		}
		if n := site.fetched.Load() - before; n != 1 {
			t.Errorf("fetched %d times", n)
		}
	})

	t.Run("no header of a client gets into a cached answer", func(t *testing.T) {
		page := site.URL + "/poison"
		r := get(t, cardURL(worker, page, "&callback=alert"), "X-Forwarded-Host", "evil.example", "Keypoints-Known-Etag", `"Harbor bridge reopens"`,
			"Accept-Language", "xx", "Cookie", "a=b", "Origin", "https://evil.example")
		if r.status != 200 {
			t.Fatalf("%d %s", r.status, r.body)
		}
		again := get(t, cardURL(worker, page, ""))
		text := fmt.Sprint(again.header, string(again.body))
		if strings.Contains(text, "evil") || strings.Contains(text, "callback") || again.header.Get("Access-Control-Allow-Origin") != "*" || again.header.Get("Keypoints-Known-Etag") != "" {
			t.Error(text)
		}
	})

	t.Run("a purge needs the secret and forgets every card of the page", func(t *testing.T) {
		page := site.URL + "/purged"
		get(t, cardURL(worker, page, ""))
		get(t, cardURL(worker, page, "&quotes=1"))
		for _, secret := range []string{"", "Bearer", "Bearer wrong", "Basic open sesame", "Bearer open sesame2"} {
			request, _ := http.NewRequest("POST", worker+"/v1/purge?url="+url.QueryEscape(page), nil)
			request.Header.Set("Authorization", secret)
			r, err := http.DefaultClient.Do(request)
			if err != nil || r.StatusCode != 401 || r.Header.Get("Content-Type") != "application/problem+json" {
				t.Errorf("%q: %v %v", secret, r, err)
			}
			r.Body.Close()
		}
		before := site.fetched.Load()
		get(t, cardURL(worker, page, ""))
		if site.fetched.Load() != before {
			t.Error("a refused purge purged")
		}
		request, _ := http.NewRequest("POST", worker+"/v1/purge?url="+url.QueryEscape(page+"#x"), nil)
		request.Header.Set("Authorization", "Bearer open sesame")
		r, err := http.DefaultClient.Do(request)
		if err != nil || r.StatusCode != 200 {
			t.Fatalf("%v %v", r, err)
		}
		r.Body.Close()
		get(t, cardURL(worker, page, ""))
		get(t, cardURL(worker, page, "&quotes=1"))
		if n := site.fetched.Load() - before; n != 2 {
			t.Errorf("fetched %d times after the purge", n)
		}
	})
}

func TestTheWorkerRefusesAddressesAsTheNativeServerDoes(t *testing.T) {
	worker := need.Worker(t, "ALLOWED_HOSTS=news.example")
	for _, c := range []struct{ address, problem string }{
		{"", "bad-url"}, {"ftp://news.example/", "bad-url"}, {"http://news.example/", "bad-url"}, {"https://u:p@news.example/", "bad-url"},
		{"https://evil.example/", "host-not-allowed"}, {"https://2130706433/", "host-not-allowed"}, {"https://0x7f.1/", "host-not-allowed"},
		{"https://0177.0.0.1/", "host-not-allowed"}, {"https://127.0.0.1/", "host-not-allowed"}, {"https://[::1]/", "host-not-allowed"},
		{"https://[::ffff:127.0.0.1]/", "host-not-allowed"}, {"https://169.254.169.254/", "host-not-allowed"}, {"https://localhost/", "host-not-allowed"},
		{"https://news.example:8443/", "bad-url"}, {"https://news.example.evil.example/", "host-not-allowed"},
		{"https://news.example\\@evil.example/", "bad-url"}, {"https://ｎews.example/", "bad-url"},
		{"https://news.example/\r\nX: 1", "bad-url"}, {"https:/news.example/", "bad-url"}, {"https:news.example/", "bad-url"}, {"https:///news.example/", "bad-url"},
	} {
		r := get(t, cardURL(worker, c.address, ""))
		if !strings.Contains(string(r.body), `"/problems/`+c.problem+`"`) {
			t.Errorf("%q: %d %s", c.address, r.status, r.body)
		}
	}
}

func TestTheRateLimitIsPerClientAndSparesHits(t *testing.T) {
	worker := need.Worker(t, "DEVELOPMENT=true", "RATE_LIMIT=5")
	site := newNewsSite(t)
	get(t, cardURL(worker, site.URL+"/kept", ""))
	limited := response{}
	for range 30 {
		r := post(t, worker+"/v1/card", "text/html", []byte(anArticle))
		if want := `"engine";q=5;w=60`; r.header.Get("RateLimit-Policy") != want {
			t.Errorf("%d with RateLimit-Policy %q, want %q", r.status, r.header.Get("RateLimit-Policy"), want)
		}
		if r.status == 429 {
			limited = r
			break
		}
	}
	if limited.status != 429 || limited.header.Get("Retry-After") == "" || limited.header.Get("RateLimit") == "" || !strings.Contains(string(limited.body), "rate-limited") {
		t.Fatalf("never limited: %+v", limited)
	}
	if r := get(t, cardURL(worker, site.URL+"/kept", "")); r.status != 200 {
		t.Errorf("a hit got %d", r.status)
	}
}

func TestEveryRequestThatRunsGoIsLimited(t *testing.T) {
	worker := need.Worker(t, "RATE_LIMIT=5")
	for range 20 {
		if get(t, worker+"/healthz").status == 429 {
			break
		}
	}
	for _, c := range [][2]string{{"GET", "/healthz"}, {"GET", "/oembed?url=https://news.example/"}, {"GET", "/openapi.json"}, {"GET", "/problems/empty"}, {"GET", "/nothing"}, {"OPTIONS", "/v1/card"},
		{"GET", "/v1/card"}, {"GET", "/v1/card?url=x"}, {"POST", "/v1/card"}, {"PUT", "/v1/card"}, {"GET", "/v1/cards"}, {"POST", "/v1/cards"}} {
		request, _ := http.NewRequest(c[0], worker+c[1], nil)
		r, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != 429 {
			t.Errorf("%s %s: %d", c[0], c[1], r.StatusCode)
		}
	}
}
