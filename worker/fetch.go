//go:build js && wasm

package main

import (
	"bytes"
	"context"
	"errors"
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
	remaining := origin.Timeout
	if deadline, ok := r.Context().Deadline(); ok {
		remaining = time.Until(deadline)
	}
	answer := await(host.Call("fetch", r.URL.String(), textOf(r.Header), remaining.Milliseconds(), origin.MaxBody))
	if failure := answer.Get("failure"); failure.Truthy() {
		if failure.String() == "timeout" {
			return nil, context.DeadlineExceeded
		}
		return nil, errors.New(failure.String())
	}
	return &http.Response{StatusCode: answer.Get("status").Int(), Header: headerOf(answer.Get("head").String()), ContentLength: -1,
		Body: page{bytes.NewBuffer(bytesOf(answer.Get("body")))}, Request: r}, nil
}

// page is a body that has come; origin takes its Bytes as they are.
type page struct{ *bytes.Buffer }

func (page) Close() error { return nil }

// An instance has one request at a time, and a request one exchange.
var (
	kept = make(chan js.Value, 1)
	keep = js.FuncOf(func(_ js.Value, args []js.Value) any {
		kept <- args[0]
		return nil
	})
)

// await waits for a promise that is kept.
func await(promise js.Value) js.Value {
	promise.Call("then", keep)
	return <-kept
}
