package test

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"keypoints/worker/test/need"
)

func TestBadPublishersGetTheirProblemsInWorkerd(t *testing.T) {
	mux := http.NewServeMux()
	stopped := make(chan struct{})
	html := func(w http.ResponseWriter) { w.Header().Set("Content-Type", "text/html") }
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/to-private", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
	})
	mux.HandleFunc("/to-decimal", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://2130706433/", http.StatusFound)
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/story", http.StatusPermanentRedirect)
	})
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) { html(w); fmt.Fprint(w, anArticle) })
	mux.HandleFunc("/huge", func(w http.ResponseWriter, r *http.Request) { html(w); w.Write(make([]byte, 6<<20)) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(make([]byte, 100<<20))
		z.Close()
	})
	mux.HandleFunc("/silent", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-stopped:
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/image", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		fmt.Fprint(w, anArticle)
	})
	mux.HandleFunc("/lies", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		w.Write([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01"))
	})
	mux.HandleFunc("/reset", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		w.Header().Set("Content-Length", "9999")
		fmt.Fprint(w, "<p>cut")
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		fmt.Fprint(w, "<p>begins")
		w.(http.Flusher).Flush()
		select {
		case <-stopped:
		case <-r.Context().Done():
		}
	})
	site := httptest.NewUnstartedServer(mux)
	site.Config.ErrorLog = nil
	site.Start()
	defer site.Close()
	defer close(stopped)
	closed, err := net.Listen("tcp", "127.0.0.1:0") // a port where nobody answers
	if err != nil {
		t.Fatal(err)
	}
	dead := "http://" + closed.Addr().String()
	closed.Close()

	worker := need.Worker(t, "DEVELOPMENT=true")
	for _, c := range []struct {
		address string
		status  int
		problem string
	}{
		{site.URL + "/loop", 502, "origin-failed"}, {site.URL + "/to-private", 400, "bad-url"}, {site.URL + "/to-decimal", 400, "bad-url"},
		{site.URL + "/huge", 413, "too-large"}, {site.URL + "/bomb", 413, "too-large"}, {site.URL + "/image", 415, "unsupported-type"}, {site.URL + "/lies", 415, "not-text"},
		{site.URL + "/reset", 502, "origin-failed"}, {site.URL + "/short", 502, "origin-failed"}, {site.URL + "/none", 404, "origin-not-found"},
		{dead + "/", 502, "origin-failed"}, {site.URL + "/slow", 504, "origin-timeout"}, {site.URL + "/silent", 504, "origin-timeout"},
	} {
		r := get(t, cardURL(worker, c.address, ""))
		if r.status != c.status || !strings.Contains(string(r.body), `"/problems/`+c.problem+`"`) {
			t.Errorf("%s: %d %s", c.address, r.status, r.body)
		}
		if r := get(t, cardURL(worker, site.URL+"/moved", "")); r.status != 200 {
			t.Errorf("after %s a good page gets %d %s", c.address, r.status, r.body)
		}
	}
}

func TestClientsThatLeaveDoNotHoldTheWorker(t *testing.T) {
	worker := need.Worker(t, "DEVELOPMENT=true")
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(300 * time.Millisecond)
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, anArticle)
	}))
	defer site.Close()
	var wait sync.WaitGroup
	for i := range 24 {
		wait.Go(func() {
			ctx, cancel := context.WithTimeout(context.Background(), time.Duration(20+5*i)*time.Millisecond)
			defer cancel()
			request, _ := http.NewRequestWithContext(ctx, "GET", cardURL(worker, fmt.Sprintf("%s/left/%d", site.URL, i), ""), nil)
			if r, err := http.DefaultClient.Do(request); err == nil {
				r.Body.Close()
			}
		})
	}
	wait.Wait()
	// One that waits for the work of a client who left gets the card.
	for i := range 5 {
		if r := get(t, cardURL(worker, fmt.Sprintf("%s/left/%d", site.URL, i), "")); r.status != 200 {
			t.Errorf("%d: %d %s", i, r.status, r.body)
		}
	}
}

func TestManyPagesAtOnceAreServedInTurn(t *testing.T) {
	worker := need.Worker(t, "DEVELOPMENT=true")
	site := newNewsSite(t)
	var wait sync.WaitGroup
	var wrong atomic.Int64
	for i := range 24 {
		wait.Go(func() {
			r, err := http.Get(cardURL(worker, fmt.Sprintf("%s/page/%d", site.URL, i), ""))
			if err != nil {
				wrong.Add(1)
				return
			}
			r.Body.Close()
			if r.StatusCode != 200 {
				wrong.Add(1)
			}
		})
	}
	wait.Wait()
	if wrong.Load() != 0 {
		t.Errorf("%d of 24 failed", wrong.Load())
	}
}

func TestAHostWithoutAnAddressIsThePublishersFailure(t *testing.T) {
	worker := need.Worker(t, "ALLOWED_HOSTS=no-such-host.example")
	r := get(t, cardURL(worker, "https://no-such-host.example/story", ""))
	// Where the resolver itself is out of reach, the deadline comes first.
	if r.status != 502 && r.status != 504 || !strings.Contains(string(r.body), `"/problems/origin-`) {
		t.Errorf("%d %s", r.status, r.body)
	}
	if r := post(t, worker+"/v1/card", "text/html", []byte(anArticle)); r.status != 200 {
		t.Errorf("the next request got %d %s", r.status, r.body)
	}
}

// A client that sends its body a byte at a time holds neither the isolate nor an instance.
func TestSlowUploadsDoNotHoldTheWorker(t *testing.T) {
	worker := need.Worker(t)
	for range 20 { // more than the instances that may work at once
		slow, err := net.Dial("tcp", strings.TrimPrefix(worker, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer slow.Close()
		fmt.Fprint(slow, "POST /v1/card HTTP/1.1\r\nHost: x\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<")
	}
	for range 3 {
		if r := post(t, worker+"/v1/card", "text/html", []byte(anArticle)); r.status != 200 {
			t.Errorf("%d %s", r.status, r.body)
		}
	}
}

// Uploads that stand still hold all that an isolate may, until somebody else needs it.
func TestIdleUploadsMakeRoomForOthers(t *testing.T) {
	worker := need.Worker(t)
	const size = 2*(5<<20) + 4*2048
	for i := range 4 {
		idle, err := net.Dial("tcp", strings.TrimPrefix(worker, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer idle.Close()
		fmt.Fprintf(idle, "POST /v1/card HTTP/1.1\r\nHost: x\r\nCF-Connecting-IP: 192.0.2.%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", i, size)
		if _, err := idle.Write(make([]byte, size-1)); err != nil {
			t.Fatal(err)
		}
	}
	page := []byte(strings.Replace(anArticle, "</article>", strings.Repeat("<p>"+strings.Repeat("The bridge is open. ", 10)+"</p>", 5_000)+"</article>", 1))
	for range 3 {
		if r := post(t, worker+"/v1/card", "text/html", page); r.status != 200 {
			t.Errorf("%d %.200s", r.status, r.body)
		}
	}
}

// Many HTTP clients send all of a body before they read any of the answer.
func TestAClientThatDoesNotListenWhileItSendsGetsIts413(t *testing.T) {
	for name, start := range bothServers {
		for _, c := range []struct{ path, contentType, want string }{{"/v1/card", "text/html", "413"}, {"/v1/card", "application/json", "413"}, {"/v1/cards", "text/html", "415"}, {"/v1/card?quotes=-1", "text/html", "400 or 413"}} {
			t.Run(name+" "+c.path+" "+c.contentType, func(t *testing.T) {
				client, err := net.Dial("tcp", strings.TrimPrefix(start(t), "http://"))
				if err != nil {
					t.Fatal(err)
				}
				defer client.Close()
				const size = 40 << 20
				fmt.Fprintf(client, "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", c.path, c.contentType, size)
				for chunk, sent := make([]byte, 64<<10), 0; sent < size; sent += len(chunk) {
					if _, err := client.Write(chunk); err != nil {
						t.Fatalf("after %d MB: %v", sent>>20, err)
					}
				}
				r, err := http.ReadResponse(bufio.NewReader(client), nil)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.Contains(c.want, strconv.Itoa(r.StatusCode)) {
					t.Errorf("got %d, want %s", r.StatusCode, c.want)
				}
			})
		}
	}
}

// What clients put into parameters and publishers into headers stays out of our headers.
func TestNoInputGetsIntoHeaders(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range map[string]string{"Content-Type": "text/html", "Set-Cookie": "a=b", "Access-Control-Allow-Origin": "https://evil.example", "Cache-Status": "evil",
			"Content-Security-Policy": "script-src *", "Link": "<https://evil.example/>; rel=preload", "Server-Timing": "evil", "Keypoints-Known-Modified": "evil", "ETag": `"evil"`, "Vary": "*"} {
			w.Header().Set(name, value)
		}
		fmt.Fprint(w, anArticle)
	}))
	defer site.Close()
	worker := need.Worker(t, "DEVELOPMENT=true")
	for _, more := range []string{"", "&lang=de%0d%0aSet-Cookie:%20a=b", "&format=html%0d%0aSet-Cookie:%20a=b", "&include=body%0aSet-Cookie:%20a=b", "%0d%0aSet-Cookie:%20a=b", "&quotes=3%00"} {
		for range 2 { // the second time from the cache
			r := get(t, cardURL(worker, site.URL+"/a", more))
			if all := fmt.Sprint(r.header); strings.Contains(all, "evil") || strings.Contains(all, "Set-Cookie") || r.header.Get("Vary") != "Accept" {
				t.Errorf("%q: %v", more, r.header)
			}
			if more == "" && r.status != 200 || more != "" && r.status == 500 {
				t.Errorf("%q: %d %s", more, r.status, r.body)
			}
		}
	}
}

// Options cost nobody a fetch when they are wrong, nor more than a card when they are many.
func TestOptionAbuseIsRefusedBeforeThePublisherIsAsked(t *testing.T) {
	site := newNewsSite(t)
	worker := need.Worker(t, "DEVELOPMENT=true")
	for _, more := range []string{"&quotes=-1", "&quotes=21", "&quotes=1e9", "&denials=99999999999999999999", "&quotes=all%20", "&include=" + strings.Repeat("body,", 100), "&include=secrets", "&lang=" + strings.Repeat("x", 5000), "&lang=%3Cscript%3E", "&format=" + strings.Repeat("j", 200)} {
		if r := get(t, cardURL(worker, site.URL+"/a", more)); r.status != 400 || !strings.Contains(string(r.body), "bad-options") {
			t.Errorf("%.60s: %d %s", more, r.status, r.body)
		}
	}
	if n := site.fetched.Load(); n != 0 {
		t.Errorf("the publisher was asked %d times", n)
	}
}
