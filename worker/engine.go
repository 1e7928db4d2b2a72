//go:build js && wasm

package main

import (
	"context"
	"errors"
	"syscall/js"

	"keypoints/worker/api"
)

// What pool.mjs gives this instance is there only while the packages initialize,
// since many instances share one JavaScript global scope.
var (
	host        = js.Global().Get("context").Get("host")
	environment = js.Global().Get("context").Get("env")
)

// warmEngine is fast-engine.wasm as entry.mjs keeps it, one instance an isolate.
type warmEngine struct{}

// Summarize implements api.Engine.
func (warmEngine) Summarize(_ context.Context, r api.Request, page []byte) (api.Answer, error) {
	answer := host.Call("summarize", string(r.JSON()), arrayOf(page))
	if failure := answer.Get("failure"); failure.Truthy() {
		return api.Answer{}, errors.New(failure.String())
	}
	body, kind := bytesOf(answer.Get("bytes")), answer.Get("type").String()
	if answer.Get("code").Int() != 0 {
		return api.Answer{Problem: kind, Body: body}, nil
	}
	return api.Answer{Type: kind, Body: body}, nil
}
