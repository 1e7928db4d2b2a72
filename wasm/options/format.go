package options

// Format is a form that a card can be written in.
type Format int

// The formats of the HTTP API's "format" parameter.
const (
	JSON     Format = iota // as in /openapi.json
	HTML                   // the card alone, for a page's markup
	Document               // "page": a whole document, for iframes
	JSONLD                 // a NewsArticle of schema.org
	Markdown               // for people and terminals
)

var formats = [...]struct{ name, contentType string }{
	JSON:     {"json", "application/json; charset=utf-8"},
	HTML:     {"html", "text/html; charset=utf-8"},
	Document: {"page", "text/html; charset=utf-8"},
	JSONLD:   {"jsonld", "application/ld+json; charset=utf-8"},
	Markdown: {"markdown", "text/markdown; charset=utf-8"},
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

// String is the name that the API gives the format, or "unknown".
func (f Format) String() string {
	if f < 0 || int(f) >= len(formats) {
		return "unknown"
	}
	return formats[f].name
}

// ContentType is the media type of a format with its charset; an unknown format is
// written as JSON.
func (f Format) ContentType() string {
	if f < 0 || int(f) >= len(formats) {
		f = JSON
	}
	return formats[f].contentType
}
