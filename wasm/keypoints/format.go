package keypoints

import "keypoints/wasm/internal/render"

// Format is a form that a card can be written in.
type Format int

// The formats of the HTTP API's "format" parameter.
const (
	JSON     Format = iota
	HTML            // the card alone
	Document        // "page": a whole document for iframes
	JSONLD
	Markdown
)

var formats = [...]struct {
	name, contentType string
	write             func(*Card) []byte
}{
	JSON:     {"json", "application/json; charset=utf-8", render.JSON},
	HTML:     {"html", "text/html; charset=utf-8", render.HTML},
	Document: {"page", "text/html; charset=utf-8", render.Document},
	JSONLD:   {"jsonld", "application/ld+json; charset=utf-8", render.JSONLD},
	Markdown: {"markdown", "text/markdown; charset=utf-8", render.Markdown},
}

// ParseFormat finds a format by the name that the API gives it.
func ParseFormat(name string) (Format, bool) {
	for i, f := range formats {
		if f.name == name {
			return Format(i), true
		}
	}
	return JSON, false
}

// ContentType is the media type of a format.
func (f Format) ContentType() string { return formats[f].contentType }

// Write writes a card.
func (f Format) Write(c *Card) []byte { return formats[f].write(c) }
