//go:build js && wasm

package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"syscall/js"
	"time"

	"keypoints/worker/origin"
)

// whole gives a handler its request's headers and body, and takes its response, each in one
// piece and past syumai/workers. JavaScript reads a body of 5 MB in 18 ms where Go needs 133
// ms through a stream; header by header, a request takes as long in crossings between the
// two as in the handler; and a response that is not streamed never closes the stream by
// which syumai/workers decides that the program is at its end.
type whole struct{ http.Handler }

// rawBody is what the response writer of syumai/workers implements.
type rawBody interface{ WriteRawJSBody(js.Value) }

func (h whole) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r.Header = headerOf(host.Get("head").String())
	r.Body, r.ContentLength = http.NoBody, 0
	if given := host.Get("body"); given.Truthy() {
		body := bytesOf(given)
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	}
	response := response{header: http.Header{}, status: http.StatusOK}
	h.Handler.ServeHTTP(&response, r.WithContext(timed{r.Context(), time.Now().Add(origin.Timeout)}))
	host.Call("answer", response.status, textOf(response.header), arrayOf(response.body))
	w.(rawBody).WriteRawJSBody(js.Null())
}

// timed is a context with a deadline that JavaScript watches, for less than a timer of Go's.
type timed struct {
	context.Context
	end time.Time
}

func (t timed) Deadline() (time.Time, bool) { return t.end, true }

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

// bytesOf copies the bytes of a Uint8Array, arrayOf makes one.
func bytesOf(array js.Value) []byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}

func arrayOf(b []byte) js.Value {
	array := uint8Array.New(len(b))
	js.CopyBytesToJS(array, b)
	return array
}

var uint8Array = js.Global().Get("Uint8Array")
