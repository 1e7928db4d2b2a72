package options

import (
	"errors"

	"keypoints/wasm/internal/json"
)

// Posted is a page as it comes in JSON: {"html": "…", "url": "…"} or
// {"text": "…", "url": "…"}, with "edits" where the newsroom has some; or {"url": "…",
// "edits": {…}}, to see what edits make of a page that the API fetches.
type Posted struct {
	Page        string // HTML or text; empty with Fetch
	ContentType string // text/html or text/plain, both as UTF-8
	URL         string // empty where not given
	Edits       string // JSON, for Parse; empty where not given
	Fetch       bool   // the page is the one at URL
}

// ReadPosted reads a page from JSON. The error's message says what to send.
func ReadPosted(body []byte) (Posted, error) {
	v, ok := json.Parse(string(body))
	if !ok || v.Kind != json.Object {
		return Posted{}, errors.New(`send {"html": "…", "url": "…"} or {"text": "…", "url": "…"}`)
	}
	page, text, address := v.Get("html"), v.Get("text"), v.Get("url")
	contentType := "text/html; charset=utf-8"
	if page.Kind == json.Null {
		page, contentType = text, "text/plain; charset=utf-8"
	} else if text.Kind != json.Null {
		return Posted{}, errors.New(`give one of "html" and "text", not both`)
	}
	if address.Kind != json.String && address.Kind != json.Null {
		return Posted{}, errors.New(`"url" must be a string`)
	}
	edits := ""
	if given := v.Get("edits"); given.Kind != json.Null {
		edits = string(json.Append(nil, given))
	}
	if page.Kind == json.Null && address.Str() != "" && edits != "" {
		return Posted{"", "", address.Str(), edits, true}, nil
	}
	if page.Kind != json.String {
		return Posted{}, errors.New(`"html" or "text" must be a string that holds the page`)
	}
	return Posted{page.Text, contentType, address.Str(), edits, false}, nil
}
