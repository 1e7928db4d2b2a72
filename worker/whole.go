//go:build js && wasm

package main

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"syscall/js"
)

// whole gives a handler its request body, and takes its response, in one piece.
// JavaScript reads a body of 5 MB in 18 ms where Go needs 133 ms through a
// stream; and a response that is not streamed never closes the stream by which
// syumai/workers decides that the program is at its end.
type whole struct{ http.Handler }

// rawBody is what the response writer of syumai/workers implements.
type rawBody interface{ WriteRawJSBody(js.Value) }

func (h whole) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r.Header = joined(r.Header)
	r.Body, r.ContentLength = http.NoBody, 0
	if given := host.Get("body"); given.Truthy() {
		body := make([]byte, given.Length())
		js.CopyBytesToGo(body, given)
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	}
	response := response{header: w.Header(), status: http.StatusOK}
	h.Handler.ServeHTTP(&response, r)
	w.WriteHeader(response.status)
	if len(response.body) > 0 {
		body := js.Global().Get("Uint8Array").New(len(response.body))
		js.CopyBytesToJS(body, response.body)
		w.(rawBody).WriteRawJSBody(body)
	} else {
		w.(rawBody).WriteRawJSBody(js.Null())
	}
}

// joined undoes what syumai/workers does to headers: it splits each at its commas,
// also those inside of dates and quoted strings.
func joined(header http.Header) http.Header {
	whole := make(http.Header, len(header))
	for name, values := range header {
		whole[name] = []string{strings.Join(values, ",")}
	}
	return whole
}

// response keeps what a handler answers.
type response struct {
	header http.Header
	status int
	body   []byte
}

func (r *response) Header() http.Header { return r.header }

func (r *response) WriteHeader(status int) { r.status = status }

func (r *response) Write(b []byte) (int, error) {
	r.body = append(r.body, b...)
	return len(b), nil
}
