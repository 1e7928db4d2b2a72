package api

import (
	"strconv"
	"strings"

	"keypoints/wasm/options"
)

// offers are the formats that an Accept header can choose, in the order of our
// preference. "page" is left out: it is a whole document for iframes, and
// text/html asks for the card that can be put into a page.
var offers = [...]struct {
	format options.Format
	media  string
}{
	{options.JSON, "application/json"},
	{options.HTML, "text/html"},
	{options.JSONLD, "application/ld+json"},
	{options.Markdown, "text/markdown"},
}

// negotiate chooses a format by an Accept header (RFC 9110, section 12.5.1);
// false means that none is acceptable.
func negotiate(accept string) (options.Format, bool) {
	if strings.TrimSpace(accept) == "" {
		return options.JSON, true
	}
	best, quality := options.JSON, 0.0
	for _, o := range offers {
		if q := qualityOf(o.media, accept); q > quality {
			best, quality = o.format, q
		}
	}
	return best, quality > 0
}

// qualityOf is the weight that an Accept header gives a media type, by its most
// specific range.
func qualityOf(media, accept string) (quality float64) {
	mainType, _, _ := strings.Cut(media, "/")
	specific := 0
	for item := range strings.SplitSeq(accept, ",") {
		rng, params, _ := strings.Cut(item, ";")
		fits := 0
		switch rng = strings.ToLower(strings.TrimSpace(rng)); {
		case rng == media:
			fits = 3
		case rng == mainType+"/*":
			fits = 2
		case rng == "*/*":
			fits = 1
		}
		if fits > specific {
			specific, quality = fits, weight(params)
		}
	}
	return quality
}

// weight reads q from a media range's parameters; without it, or where it makes
// no sense, 1.
func weight(params string) float64 {
	for p := range strings.SplitSeq(params, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
		if strings.EqualFold(name, "q") {
			if q, err := strconv.ParseFloat(value, 64); err == nil && q >= 0 && q <= 1 {
				return q
			}
		}
	}
	return 1
}

// allows says whether a comma list of methods has a method.
func allows(methods, method string) bool {
	for m := range strings.SplitSeq(methods, ", ") {
		if m == method {
			return true
		}
	}
	return false
}
