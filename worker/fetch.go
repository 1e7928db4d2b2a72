//go:build js && wasm

package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"syscall/js"
	"time"

	"keypoints/worker/origin"
)

// fetchTransport lets JavaScript do an exchange: see fetch.mjs. net/http's own
// transport would watch the deadline only until the headers are there, and would
// read the body piece by piece through promises.
type fetchTransport struct{}

// RoundTrip implements http.RoundTripper.
func (fetchTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	header := map[string]any{}
	for name := range r.Header {
		header[name] = r.Header.Get(name)
	}
	remaining := origin.Timeout
	if deadline, ok := r.Context().Deadline(); ok {
		remaining = time.Until(deadline)
	}
	answer, err := await(host.Call("fetch", r.URL.String(), header, remaining.Milliseconds(), origin.MaxBody))
	if err != nil {
		return nil, err
	}
	if failure := answer.Get("failure"); failure.Truthy() {
		if failure.String() == "timeout" {
			return nil, context.DeadlineExceeded
		}
		return nil, errors.New(failure.String())
	}
	body := make([]byte, answer.Get("body").Length())
	js.CopyBytesToGo(body, answer.Get("body"))
	response := &http.Response{StatusCode: answer.Get("status").Int(), Header: http.Header{}, ContentLength: -1,
		Body: io.NopCloser(bytes.NewReader(body)), Request: r}
	for _, name := range [...]string{"Content-Type", "Location", "ETag", "Last-Modified"} {
		if value := answer.Get("headers").Call("get", name); value.Type() == js.TypeString {
			response.Header.Set(name, value.String())
		}
	}
	return response, nil
}

// await waits for a promise.
func await(promise js.Value) (js.Value, error) {
	resolved, rejected := make(chan js.Value, 1), make(chan js.Value, 1)
	give := func(to chan js.Value) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			to <- args[0]
			return nil
		})
	}
	onResolve, onReject := give(resolved), give(rejected)
	defer onResolve.Release()
	defer onReject.Release()
	promise.Call("then", onResolve, onReject)
	select {
	case value := <-resolved:
		return value, nil
	case reason := <-rejected:
		return js.Value{}, errors.New(reason.Call("toString").String())
	}
}
