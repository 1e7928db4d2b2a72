// Package api is the HTTP interface of Key Points: a page or its address comes
// in, a card or an RFC 9457 problem goes out. One http.Handler serves it in the
// Cloudflare Worker and natively; what differs (the engine, the way to fetch a
// page) comes in by Config. Static files are served before it is asked.
//
// It imports neither the engine nor html/template: in the Worker every import is
// paid for at every request.
package api

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"keypoints/wasm/options"
	"keypoints/worker/origin"
)

// MaxBody is the size in bytes that a page may have, after decompression.
const MaxBody = 5 << 20

// Request is what the engine needs beside the page's bytes.
type Request struct {
	ContentType string // the page's, as in HTTP
	URL         string // the page's address, or empty
	Format      options.Format
	Edits       string // the newsroom's, as JSON, in place of those in the page; or empty
	// Option gives the raw value of one of options.Names, or "".
	Option func(name string) string
}

// Value gives what the engine is asked for by its name: an option, or the edits.
func (r *Request) Value(name string) string {
	if name == "edits" {
		return r.Edits
	}
	return r.Option(name)
}

// JSON gives all that engine.wasm is asked for, as it reads it.
func (r *Request) JSON() []byte {
	b := quoted([]byte(`{"contentType":`), r.ContentType)
	b = quoted(append(b, `,"url":`...), r.URL)
	for _, name := range options.Names {
		if value := r.Option(name); value != "" && name != "format" {
			b = quoted(append(b, `,"`+name+`":`...), value)
		}
	}
	if r.Edits != "" {
		b = quoted(append(b, `,"edits":`...), r.Edits)
	}
	return append(quoted(append(b, `,"format":`...), r.Format.String()), '}')
}

// Answer is what the engine made of a page: a card, or the reason for none.
type Answer struct {
	Problem string // stable name of the reason, such as "not-an-article"; empty with a card
	Type    string // media type of the card
	Body    []byte // the card, or a message about the problem
}

// Engine makes cards. An error means that the engine itself broke.
type Engine interface {
	Summarize(ctx context.Context, r Request, page []byte) (Answer, error)
}

// Config is what the handler works with.
type Config struct {
	Engine  Engine
	Version string // the engine's
	// Fetcher gets the pages of GET requests; nil refuses these.
	Fetcher *origin.Fetcher
	// Edits gives the newsroom's edits of a page that is fetched, as JSON, or "". Made is told
	// of each card in JSON that was made for its readers. Both may be nil; the Worker's
	// entry does the same in JavaScript.
	Edits func(page string) (string, error)
	Made  func(page string, query url.Values, edits string, card []byte)
	// Cache says that a cache in front of the handler names the publisher's
	// validators of what it holds, in the Keypoints-Known-* headers. It has to take
	// such headers off its clients' requests.
	Cache bool
	// Origin is the address that clients reach the handler under, for oEmbed:
	// "https://cards.example.com". Where it is empty the answer names the host that
	// the request does, and no cache may keep it.
	Origin string
	// Routed says that requests have whole addresses, by which they were brought
	// here: no client can make one name another host.
	Routed bool
}

// New makes the handler.
func New(c Config) http.Handler {
	s := &server{c}
	return http.HandlerFunc(s.serve)
}

type server struct{ Config }

// route is what a path answers to: methods and their handler.
type route struct {
	methods string
	handle  func(*server, *exchange) *Problem
}

var routes = map[string]route{
	"/v1/card":      {"GET, HEAD, POST, OPTIONS", (*server).card},
	"/v1/cards":     {"POST, OPTIONS", nil}, // streamed: see batch
	"/oembed":       {"GET, HEAD, OPTIONS", (*server).oembed},
	"/healthz":      {"GET, HEAD, OPTIONS", (*server).health},
	"/openapi.json": {"GET, HEAD, OPTIONS", (*server).openAPI},
}

// Serves says whether the API answers at a path.
func Serves(path string) bool {
	_, known := find(path)
	return known
}

// find gives the route of a path.
func find(path string) (route, bool) {
	if strings.HasPrefix(path, "/problems/") {
		return route{"GET, HEAD, OPTIONS", (*server).explain}, true
	}
	to, known := routes[path]
	return to, known
}

// exchange is one request with its response, which is written at the end: a
// panic after a first Write would give 200 with half a body in workerd.
type exchange struct {
	*http.Request
	header http.Header
	status int
	body   []byte
	timing []byte // Server-Timing
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	x := &exchange{Request: r, header: w.Header(), status: http.StatusOK}
	route, known := find(r.URL.Path)
	Shared(x.header)
	if r.URL.Path == "/v1/cards" && r.Method == http.MethodPost {
		if p := s.batch(w, r); p != nil {
			drain(w, r)
			p.write(x)
			finish(w, x)
		}
		return
	}
	if p := s.dispatch(route, known, x); p != nil {
		drain(w, r)
		p.write(x)
	}
	finish(w, x)
}

// dispatch answers a request; a panic in a handler becomes a problem.
func (s *server) dispatch(to route, known bool, x *exchange) (p *Problem) {
	defer func() {
		if recover() != nil {
			p = problem("internal", "")
		}
	}()
	switch {
	case !known:
		return problem("not-found", "there is nothing at "+x.URL.Path)
	case x.Method == http.MethodOptions:
		preflight(x, to.methods)
		return nil
	case !allows(to.methods, x.Method):
		x.header.Set("Allow", to.methods)
		return problem("method-not-allowed", "use "+to.methods)
	}
	return to.handle(s, x)
}

// Shared sets the headers of every response: readable by every site, embeddable,
// never sniffed, and without a referrer to anywhere.
func Shared(h http.Header) {
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", "ETag, Server-Timing, Cache-Status, RateLimit, RateLimit-Policy, Retry-After")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
}

func preflight(x *exchange, methods string) {
	x.header.Set("Access-Control-Allow-Methods", methods)
	x.header.Set("Access-Control-Allow-Headers", "Content-Type, Accept, If-None-Match")
	x.header.Set("Access-Control-Max-Age", "86400")
	x.status = http.StatusNoContent
}

func (s *server) health(x *exchange) *Problem {
	x.header.Set("Content-Type", "application/json")
	x.header.Set("Cache-Control", "no-store")
	x.body = []byte(`{"status":"ok","engine":"` + s.Version + `"}` + "\n")
	return nil
}

// finish writes the response in one piece.
func finish(w http.ResponseWriter, x *exchange) {
	if len(x.timing) > 0 {
		x.header.Set("Server-Timing", string(x.timing))
	}
	if x.status != http.StatusNoContent && x.status != http.StatusNotModified {
		x.header.Set("Content-Length", strconv.Itoa(len(x.body)))
	}
	w.WriteHeader(x.status)
	if x.Method != http.MethodHead && len(x.body) > 0 {
		w.Write(x.body)
	}
}

// maxDrained is how many bytes are read on of a body that is refused. As in body.mjs.
const maxDrained = 64 << 20

// drain reads on for a while: a client that does not listen while it sends would get a
// broken pipe instead of the answer. One that asks first whether it may send has sent
// nothing yet.
func drain(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Expect") == "" {
		http.NewResponseController(w).SetReadDeadline(time.Now().Add(30 * time.Second))
		io.CopyN(io.Discard, r.Body, maxDrained)
	}
}

// spent notes in Server-Timing what a part of the work took.
func (x *exchange) spent(name string, since time.Time) {
	if len(x.timing) > 0 {
		x.timing = append(x.timing, ", "...)
	}
	x.timing = append(x.timing, name+";dur="...)
	x.timing = strconv.AppendFloat(x.timing, float64(time.Since(since).Microseconds())/1000, 'f', -1, 64)
}
