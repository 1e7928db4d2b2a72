//go:build js && wasm

package main

import (
	"context"
	"errors"
	"syscall/js"

	"keypoints/wasm/options"
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
	given := map[string]any{"contentType": r.ContentType, "url": r.URL}
	for _, name := range options.Names {
		if value := r.Option(name); value != "" {
			given[name] = value
		}
	}
	if r.Edits != "" {
		given["edits"] = r.Edits
	}
	given["format"] = r.Format.String()
	bytes := js.Global().Get("Uint8Array").New(len(page))
	js.CopyBytesToJS(bytes, page)
	answer := host.Call("summarize", given, bytes)
	if failure := answer.Get("failure"); failure.Truthy() {
		return api.Answer{}, errors.New(failure.String())
	}
	body := make([]byte, answer.Get("bytes").Length())
	js.CopyBytesToGo(body, answer.Get("bytes"))
	if answer.Get("code").Int() != 0 {
		return api.Answer{Problem: answer.Get("type").String(), Body: body}, nil
	}
	return api.Answer{Type: answer.Get("type").String(), Body: body}, nil
}
