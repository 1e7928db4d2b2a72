package options

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

var formats = [...]struct{ name, contentType string }{
	JSON:     {"json", "application/json; charset=utf-8"},
	HTML:     {"html", "text/html; charset=utf-8"},
	Document: {"page", "text/html; charset=utf-8"},
	JSONLD:   {"jsonld", "application/ld+json; charset=utf-8"},
	Markdown: {"markdown", "text/markdown; charset=utf-8"},
}

// Formats lists every format in the order of their numbers.
func Formats() []Format { return []Format{JSON, HTML, Document, JSONLD, Markdown} }

// ParseFormat finds a format by the name that the API gives it.
func ParseFormat(name string) (Format, bool) {
	for i, f := range formats {
		if f.name == name {
			return Format(i), true
		}
	}
	return JSON, false
}

// String is the name that the API gives the format.
func (f Format) String() string { return formats[f].name }

// ContentType is the media type of a format.
func (f Format) ContentType() string { return formats[f].contentType }
