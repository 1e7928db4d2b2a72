package api

import (
	"net/http"
	"strings"
	"unicode/utf8"
)

// Problem is an error as RFC 9457 describes it. Its type is "/problems/" and
// the name, relative to the endpoint; names never change their meaning.
type Problem struct {
	Name   string
	Detail string
}

// Kind is what all problems of a name share.
type Kind struct {
	Name   string
	Status int
	Title  string
	Help   string // what to do, for the documentation
}

// Kinds are all problems that the API answers with. The first group are the
// engine's reasons for making no card, named as in wasm/card.
var Kinds = []Kind{
	{"empty", 400, "The page is empty", "Send the page's HTML or text as the request's body."},
	{"too-large", 413, "The page is too large", "A page may have 5 MB (5,242,880 bytes) after decompression."},
	{"too-deep", 422, "The page's elements are nested too deeply", "Send the article's own HTML, or its text."},
	{"not-text", 415, "The page is a binary file", "Send HTML or plain text."},
	{"unsupported-encoding", 415, "The page's character encoding is not supported", "Send the page as UTF-8."},
	{"unsupported-type", 415, "The content type is not supported", "Send text/html, application/xhtml+xml, text/plain or application/json."},
	{"not-an-article", 422, "The page is not an article", "Send the address or HTML of one article rather than of a list of them."},
	{"bad-options", 400, "A parameter is not valid", "The detail names the parameter and what it may be."},

	{"opted-out", 422, "The publisher wants no card of this page", "Nothing is wrong: the page, or the newsroom's edits, say that there shall be none."},
	{"bad-edits", 400, "The edits are not valid", "The detail names the field and what it may be."},

	{"bad-json", 400, "The JSON cannot be read", `Send {"html": "…", "url": "…"} or {"text": "…", "url": "…"}.`},
	{"bad-url", 400, "The url is not valid", "Give an absolute https address of at most 2,048 bytes without user name or password."},
	{"host-not-allowed", 403, "The host is not allowed", "The endpoint's owner lists the hosts it may fetch from in ALLOWED_HOSTS."},
	{"origin-not-found", 404, "The publisher has no such page", "Check the address."},
	{"origin-failed", 502, "The publisher's server failed", "Try again later, or POST the page."},
	{"origin-timeout", 504, "The publisher's server was too slow", "Try again later, or POST the page."},
	{"not-found", 404, "Not found", "The paths are listed in /openapi.json."},
	{"method-not-allowed", 405, "Method not allowed", "The Allow header names the methods."},
	{"not-acceptable", 406, "No acceptable format", "Accept application/json, text/html, application/ld+json or text/markdown, or use the parameter format."},
	{"request-timeout", 408, "The request took too long", "Send the whole body within 30 seconds."},
	{"changed-meanwhile", 412, "Somebody else has changed the edits", "Get them again, and save yours with the ETag that they have now in If-Match."},
	{"store-failed", 503, "The store did not answer", "Try again after the seconds that Retry-After names: what was sent may be saved or not."},
	{"rate-limited", 429, "Too many requests", "Try again after the seconds that Retry-After names."},
	{"unauthorized", 401, "The secret is missing or wrong", "Send Authorization: Bearer and the secret of PURGE_SECRET, or for edits and history of EDITS_SECRET."},
	{"overloaded", 503, "Too many requests at once", "Try again after the seconds that Retry-After names."},
	{"internal", 500, "Internal error", "Try again; the next request is served by a new instance."},
	{"not-implemented", 501, "Not implemented", "Ask for JSON."},
	{"engine-failed", 500, "The engine failed on this page", "Other pages are not affected. Send the article's own HTML, or its text."},
}

func kind(name string) Kind {
	for _, k := range Kinds {
		if k.Name == name {
			return k
		}
	}
	return Kind{name, http.StatusInternalServerError, "Internal error", ""}
}

// problem makes a Problem; an empty detail gives the kind's own advice.
func problem(name, detail string) *Problem {
	if detail == "" {
		detail = kind(name).Help
	}
	return &Problem{name, detail}
}

// write makes the problem the response.
func (p *Problem) write(x *exchange) {
	k := kind(p.Name)
	x.status = k.Status
	x.header.Set("Content-Type", "application/problem+json")
	x.header.Set("Cache-Control", "no-store")
	x.header.Del("ETag")
	b := []byte(`{"type":"/problems/` + p.Name + `","title":`)
	b = quoted(b, k.Title)
	b = append(b, `,"status":`...)
	b = append(b, byte('0'+k.Status/100), byte('0'+k.Status/10%10), byte('0'+k.Status%10))
	b = append(b, `,"detail":`...)
	b = quoted(b, p.Detail)
	x.body = append(b, '}', '\n')
}

// Refuse answers a request with a problem, for handlers beside this one; an empty detail
// gives the kind's own advice.
func Refuse(w http.ResponseWriter, r *http.Request, name, detail string) {
	x := &exchange{Request: r, header: w.Header(), status: http.StatusOK}
	drain(w, r)
	problem(name, detail).write(x)
	finish(w, x)
}

// explain answers at the address that a problem's type is: what it means and what to do.
func (s *server) explain(x *exchange) *Problem {
	name := strings.TrimPrefix(x.URL.Path, "/problems/")
	for _, k := range Kinds {
		if k.Name == name {
			x.header.Set("Content-Type", "text/plain; charset=utf-8")
			x.header.Set("Cache-Control", "public, max-age=86400")
			x.body = []byte(k.Title + "\n\n" + k.Help + "\n")
			return nil
		}
	}
	return problem("not-found", "there is no problem of this name")
}

// quoted appends a JSON string; invalid UTF-8 becomes U+FFFD.
func quoted(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < 0x20 || r == 0x7f || r == '<':
			b = append(b, '\\', 'u', '0', '0', hex[r>>4&15], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
