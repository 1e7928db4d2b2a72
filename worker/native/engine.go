// Package native runs the engine as a Go package behind the API's Engine
// interface, for the demo server, the command line and tests.
package native

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/net/html/charset"

	"keypoints/wasm/keypoints"
	"keypoints/worker/api"
)

// Engine is the engine in this process.
type Engine struct{}

// Summarize implements api.Engine.
func (Engine) Summarize(_ context.Context, r api.Request, page []byte) (answer api.Answer, err error) {
	defer func() { // the counterpart of a trap in WebAssembly
		if broke := recover(); broke != nil {
			err = fmt.Errorf("the engine broke on this page: %v", broke)
		}
	}()
	o, _, err := keypoints.ParseOptions(r.Value)
	if err != nil {
		return refusal(err)
	}
	card, err := Summarize(keypoints.PageOf(page, r.ContentType, r.URL), o)
	if err != nil {
		return refusal(err)
	}
	return api.Answer{Type: r.Format.ContentType(), Body: keypoints.Render(card, r.Format)}, nil
}

func refusal(err error) (api.Answer, error) {
	var e *keypoints.Error
	if errors.As(err, &e) {
		return api.Answer{Problem: e.Code.String(), Body: []byte(e.Message)}, nil
	}
	return api.Answer{}, err
}

// Summarize is keypoints.Summarize that also reads the charsets which the
// engine leaves to its host, as TextDecoder does in JavaScript: their tables
// (Japanese, Chinese, Korean) would make engine.wasm larger for every reader.
func Summarize(p keypoints.Page, o keypoints.Options) (*keypoints.Card, error) {
	card, err := keypoints.Summarize(p, o)
	var e *keypoints.Error
	if !errors.As(err, &e) || e.Code != keypoints.UnsupportedEncoding || e.Charset == "" {
		return card, err
	}
	encoding, _ := charset.Lookup(e.Charset)
	if encoding == nil {
		return nil, err
	}
	decode := func(b []byte) []byte {
		if b == nil {
			return nil
		}
		decoded, _ := encoding.NewDecoder().Bytes(b) // decoders replace what they cannot read
		return decoded
	}
	p.ContentType = "text/html; charset=utf-8"
	if p.HTML, p.Text = decode(p.HTML), decode(p.Text); p.Text != nil {
		p.ContentType = "text/plain; charset=utf-8"
	}
	return keypoints.Summarize(p, o)
}
