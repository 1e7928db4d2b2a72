package keypoints

import (
	"keypoints/wasm/internal/render"
	"keypoints/wasm/options"
)

// Format is a form that a card can be written in; see package options for
// their names and media types.
type Format = options.Format

// The formats of the HTTP API's "format" parameter.
const (
	JSON     = options.JSON
	HTML     = options.HTML
	Document = options.Document
	JSONLD   = options.JSONLD
	Markdown = options.Markdown
)

// ParseFormat finds a format by the name that the API gives it.
func ParseFormat(name string) (Format, bool) { return options.ParseFormat(name) }

// Render writes a card in a format.
func Render(c *Card, f Format) []byte {
	switch f {
	case HTML:
		return render.HTML(c)
	case Document:
		return render.Document(c)
	case JSONLD:
		return render.JSONLD(c)
	case Markdown:
		return render.Markdown(c)
	}
	return render.JSON(c)
}
