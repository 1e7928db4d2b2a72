package origin_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"keypoints/worker/native"
	"keypoints/worker/origin"
)

// publisher is a server with good and bad pages.
func publisher(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	html := func(w http.ResponseWriter) { w.Header().Set("Content-Type", "text/html; charset=utf-8") }
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		for _, name := range []string{"Cookie", "Authorization", "Referer", "X-Forwarded-For"} {
			if r.Header.Get(name) != "" {
				t.Errorf("%s was sent", name)
			}
		}
		if !strings.HasPrefix(r.UserAgent(), "KeyPoints/") {
			t.Errorf("user agent %q", r.UserAgent())
		}
		html(w)
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "<p>story")
	})
	redirect := func(path, to string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Location", to); w.WriteHeader(302) })
	}
	redirect("/moved", "/story")
	redirect("/loop", "/loop")
	redirect("/to-private", "http://10.0.0.1/")
	redirect("/to-metadata", "http://169.254.169.254/latest/meta-data/")
	redirect("/to-decimal", "http://2130706433/")
	redirect("/to-other", "https://evil.example/")
	redirect("/to-file", "file:///etc/passwd")
	redirect("/to-password", "http://u:p@127.0.0.1/")
	redirect("/to-nowhere", "")
	for i := range 6 {
		redirect(fmt.Sprintf("/hop%d", i), fmt.Sprintf("/hop%d", i+1))
	}
	mux.HandleFunc("/hop6", func(w http.ResponseWriter, r *http.Request) { html(w) })
	mux.HandleFunc("/gone", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(410) })
	mux.HandleFunc("/broken", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500) })
	mux.HandleFunc("/image", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		w.Write([]byte("\x89PNG"))
	})
	mux.HandleFunc("/huge", func(w http.ResponseWriter, r *http.Request) { html(w); w.Write(make([]byte, 6<<20)) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		w.Header().Set("Content-Encoding", "gzip")
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(make([]byte, 100<<20))
		z.Close()
		w.Write(b.Bytes())
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "<p>only this")
	})
	mux.HandleFunc("/reset", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	slow := func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(20 * time.Second):
		}
	}
	mux.HandleFunc("/slow", slow)
	mux.HandleFunc("/slow-body", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		fmt.Fprint(w, "<p>begins")
		w.(http.Flusher).Flush()
		slow(w, r)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func fetcher(timeout time.Duration) *origin.Fetcher {
	policy := origin.Policy{Loopback: true}
	return &origin.Fetcher{Policy: policy, Transport: native.Transport(policy), Timeout: timeout}
}

func TestFetchGivesThePageAndItsFinalAddress(t *testing.T) {
	server := publisher(t)
	page, err := fetcher(0).Fetch(context.Background(), server.URL+"/moved#part", origin.Validators{})
	if err != nil {
		t.Fatal(err)
	}
	if page.URL != server.URL+"/story" || string(page.Body) != "<p>story" || page.ETag != `"v1"` || page.Unchanged {
		t.Errorf("got %+v", page)
	}
	page, err = fetcher(0).Fetch(context.Background(), server.URL+"/story", origin.Validators{ETag: `"v1"`})
	if err != nil || !page.Unchanged {
		t.Errorf("conditional: %+v %v", page, err)
	}
}

func TestFetchRefusesWhatGoesWrong(t *testing.T) {
	server := publisher(t)
	for _, c := range []struct{ path, problem string }{
		{"/loop", "origin-failed"}, {"/hop0", "origin-failed"},
		{"/to-private", "bad-url"}, {"/to-metadata", "bad-url"}, {"/to-decimal", "bad-url"}, {"/to-file", "bad-url"}, {"/to-password", "bad-url"},
		{"/to-other", "host-not-allowed"}, {"/to-nowhere", "origin-failed"},
		{"/gone", "origin-not-found"}, {"/broken", "origin-failed"}, {"/image", "unsupported-type"},
		{"/huge", "too-large"}, {"/bomb", "too-large"}, {"/short", "origin-failed"}, {"/reset", "origin-failed"},
		{"/slow", "origin-timeout"}, {"/slow-body", "origin-timeout"},
	} {
		t.Run(c.path, func(t *testing.T) {
			timeout := time.Duration(0)
			if strings.HasPrefix(c.path, "/slow") {
				timeout = 200 * time.Millisecond
			}
			_, err := fetcher(timeout).Fetch(context.Background(), server.URL+c.path, origin.Validators{})
			var refused *origin.Refusal
			if !errors.As(err, &refused) || refused.Problem != c.problem {
				t.Errorf("got %+v, want %s", err, c.problem)
			}
		})
	}
	if _, err := fetcher(0).Fetch(context.Background(), server.URL+"/hop1", origin.Validators{}); err != nil {
		t.Errorf("five redirects: %v", err)
	}
}

// A name that is allowed may resolve to this machine: the dialer sees the address.
func TestANameThatResolvesToAPrivateAddressIsNotDialed(t *testing.T) {
	server := publisher(t)
	_, port, _ := net.SplitHostPort(server.Listener.Addr().String())
	request, _ := http.NewRequest("GET", "http://localhost:"+port+"/story", nil)
	_, err := native.Transport(origin.Policy{Hosts: []string{"localhost"}}).RoundTrip(request)
	var refused *origin.Refusal
	if !errors.As(err, &refused) || refused.Problem != "host-not-allowed" {
		t.Errorf("got %v", err)
	}
}
