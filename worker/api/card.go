package api

import (
	"errors"
	"hash/fnv"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"keypoints/wasm/options"
	"keypoints/worker/origin"
)

// What an HTML response may load when a browser shows it. A card alone is made to
// be put into pages and loads nothing by itself; a whole document has a stylesheet
// and a script of this endpoint and the article's image.
const (
	fragmentPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; sandbox"
	documentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src https: data:; base-uri 'none'; form-action 'none'"
)

// card answers /v1/card.
func (s *server) card(x *exchange) *Problem {
	x.header.Set("Vary", "Accept")
	query := x.URL.Query()
	format, p := chooseFormat(x, query)
	if p != nil {
		return p
	}
	r := Request{ContentType: x.Header.Get("Content-Type"), URL: query.Get("url"), Format: format, Option: query.Get}
	if x.Method != http.MethodPost {
		if p := s.checkPolicy(query.Get("policy")); p != nil {
			return p
		}
		return s.fetch(x, r)
	}
	page, p := readPage(x, &r)
	if p != nil {
		return p
	}
	if p := checkURL(r.URL); p != nil {
		return p
	}
	if page == nil {
		// What edits make of a page that is fetched. No cache may take it for the card.
		x.Request = x.Request.Clone(x.Context())
		x.Header = nil
		p := s.fetch(x, r)
		x.header.Set("Cache-Control", "no-store")
		return p
	}
	if p := s.summarize(x, r, page); p != nil {
		return p
	}
	x.header.Set("Cache-Control", "no-store")
	return nil
}

// checkPolicy refuses a link to a host that is none of the publisher's: anybody can pass on
// the address of a card, and it must not lead readers where a stranger wants them.
func (s *server) checkPolicy(address string) *Problem {
	if address == "" || s.Fetcher == nil {
		return nil
	}
	if _, refused := s.Fetcher.Policy.Check(address); refused != nil {
		return problem("bad-options", "policy must lead to a host that this endpoint may fetch from, unless the page is sent with it")
	}
	return nil
}

// fetch answers a GET: the page comes from its publisher.
func (s *server) fetch(x *exchange, r Request) *Problem {
	if r.URL == "" {
		return problem("bad-url", "name the page in the parameter url, or POST its HTML or text")
	}
	if s.Fetcher == nil {
		return problem("host-not-allowed", "this server fetches no pages: POST the page's HTML or text")
	}
	var known origin.Validators
	if s.Cache {
		known = origin.Validators{ETag: x.Header.Get("Keypoints-Known-Etag"), LastModified: x.Header.Get("Keypoints-Known-Modified")}
	}
	start := time.Now()
	page, err := s.Fetcher.Fetch(x.Context(), r.URL, known)
	x.spent("origin", start)
	if err != nil {
		var refused *origin.Refusal
		if errors.As(err, &refused) {
			return problem(refused.Problem, refused.Detail)
		}
		return problem("origin-failed", "")
	}
	if s.Cache {
		setIf(x.header, "Keypoints-Known-Etag", page.ETag)
		setIf(x.header, "Keypoints-Known-Modified", page.LastModified)
	}
	if page.Unchanged {
		x.status = http.StatusNotModified
		return nil
	}
	asked, given := r.URL, r.Edits != ""
	if s.Edits != nil && !given {
		if r.Edits, err = s.Edits(asked); err != nil {
			return problem("store-failed", "")
		}
	}
	r.URL, r.ContentType = page.URL, page.ContentType
	if p := s.summarize(x, r, page.Body); p != nil {
		return p
	}
	if s.Made != nil && !given && r.Format == options.JSON {
		go s.Made(asked, x.URL.Query(), r.Edits, x.body)
	}
	// Browsers ask again after a minute, caches between us and them may serve a
	// day-old card while they do, and a week-old one while we or the publisher fail.
	x.header.Set("Cache-Control", "public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800")
	if matches(x.Header.Get("If-None-Match"), x.header.Get("ETag")) {
		x.status, x.body = http.StatusNotModified, nil
	}
	return nil
}

func setIf(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, value)
	}
}

// matches says whether an If-None-Match header names an entity tag, compared
// weakly (RFC 9110, section 13.1.2).
func matches(header, tag string) bool {
	for candidate := range strings.SplitSeq(header, ",") {
		candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/")
		if candidate == tag || candidate == "*" {
			return true
		}
	}
	return false
}

// chooseFormat reads the options, so that a bad one costs nobody a fetch, and
// settles the format by the parameter or else the Accept header.
func chooseFormat(x *exchange, query url.Values) (options.Format, *Problem) {
	_, format, err := options.Parse(addressed(query))
	if err != nil {
		return format, problem("bad-options", err.Error())
	}
	if query.Get("format") == "" {
		var ok bool
		if format, ok = negotiate(strings.Join(x.Header.Values("Accept"), ",")); !ok {
			return format, problem("not-acceptable", "")
		}
	}
	return format, nil
}

// addressed gives the options that an address may have: edits are none of them.
func addressed(query url.Values) func(name string) string {
	return func(name string) string {
		if name == "edits" {
			return ""
		}
		return query.Get(name)
	}
}

// readPage reads the body of a POST: the page itself, or JSON that holds it.
func readPage(x *exchange, r *Request) ([]byte, *Problem) {
	limit := int64(MaxBody)
	media, _, _ := strings.Cut(r.ContentType, ";")
	isJSON := strings.EqualFold(strings.TrimSpace(media), "application/json")
	if isJSON {
		limit = 2*MaxBody + 4*maxURL // escapes make a page longer
	}
	body, p := readBody(x, limit)
	if p != nil || !isJSON {
		return body, p
	}
	in, err := options.ReadPosted(body)
	if err != nil {
		return nil, problem("bad-json", err.Error())
	}
	if in.URL != "" {
		r.URL = in.URL
	}
	r.ContentType, r.Edits = in.ContentType, in.Edits
	if in.Fetch {
		return nil, nil
	}
	if len(in.Page) > MaxBody {
		return nil, problem("too-large", "")
	}
	return []byte(in.Page), nil
}

// readBody reads a body of at most limit bytes.
func readBody(x *exchange, limit int64) ([]byte, *Problem) {
	if x.ContentLength > limit {
		return nil, problem("too-large", "")
	}
	// The struct hides WriteTo: io.Copy with it fails under wrangler dev.
	body, err := io.ReadAll(struct{ io.Reader }{io.LimitReader(x.Body, limit+1)})
	switch {
	case int64(len(body)) > limit:
		return nil, problem("too-large", "")
	case errors.Is(err, os.ErrDeadlineExceeded) || errors.Is(err, http.ErrHandlerTimeout) || err != nil && x.Context().Err() != nil:
		return nil, problem("request-timeout", "")
	case err != nil:
		return nil, problem("bad-json", "the body ended early: "+err.Error())
	}
	return body, nil
}

// summarize asks the engine and makes its answer the response.
func (s *server) summarize(x *exchange, r Request, page []byte) *Problem {
	start := time.Now()
	answer, err := s.Engine.Summarize(x.Context(), r, page)
	x.spent("engine", start)
	if err != nil {
		return problem("engine-failed", "")
	}
	if answer.Problem != "" {
		return problem(answer.Problem, string(answer.Body))
	}
	x.body = answer.Body
	switch r.Format {
	case options.HTML:
		x.header.Set("Content-Security-Policy", fragmentPolicy)
	case options.Document:
		x.header.Set("Content-Security-Policy", documentPolicy)
	}
	x.header.Set("Content-Type", answer.Type)
	x.header.Set("ETag", etag(x.body))
	return nil
}

// etag is a strong entity tag of a body: 128 bits of FNV-1a, which needs no
// secrecy, only that two versions of a card differ.
func etag(body []byte) string {
	h := fnv.New128a()
	h.Write(body)
	return `"` + hex(h.Sum(nil)) + `"`
}

func hex(b []byte) string {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(b))
	for _, c := range b {
		out = append(out, digits[c>>4], digits[c&15])
	}
	return string(out)
}
