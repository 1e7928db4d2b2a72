package keypoints

import (
	"keypoints/wasm/internal/render"
	"keypoints/wasm/options"
)

// Format is a form that a card can be written in. String gives its name, ContentType its
// media type.
type Format = options.Format

// The formats of the HTTP API's "format" parameter.
const (
	JSON     = options.JSON     // as in /openapi.json
	HTML     = options.HTML     // the card alone, for a page's markup
	Document = options.Document // "page": a whole document, for iframes
	JSONLD   = options.JSONLD   // a NewsArticle of schema.org
	Markdown = options.Markdown // for people and terminals
)

// ParseFormat finds a format by the name that the API gives it.
func ParseFormat(name string) (Format, bool) { return options.ParseFormat(name) }

// Render writes a card in a format, as UTF-8.
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
