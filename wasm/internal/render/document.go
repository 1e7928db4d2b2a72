package render

import (
	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
)

// Stylesheet is the address of the stylesheet that Document links, on the host
// that serves it.
const Stylesheet = "/v1/card.css"

// FrameScript is the address of the script that tells the page around the iframe
// how high the card is.
const FrameScript = "/v1/frame.js"

// Document writes a whole HTML document around the card, for iframes. It is not
// for search engines, and its links leave the frame.
func Document(c *card.Card) []byte {
	labels := lang.LabelsFor(c.Labels)
	w := &htmlWriter{labels: labels}
	w.buf = append(w.buf, "<!doctype html>\n"...)
	w.open("html", "lang", labels.Language, "dir", labels.Direction)
	w.open("head")
	w.open("meta", "charset", "utf-8")
	w.open("meta", "name", "viewport", "content", "width=device-width,initial-scale=1")
	w.open("meta", "name", "robots", "content", "noindex")
	w.open("meta", "name", "referrer", "content", "strict-origin-when-cross-origin")
	w.open("base", "target", "_top")
	title := labels.KeyPoints
	if c.Article.Headline != "" {
		title += ": " + c.Article.Headline
	}
	w.element("title", title)
	w.open("link", "rel", "stylesheet", "href", Stylesheet)
	w.open("script", "defer", "", "src", FrameScript)
	w.close("script")
	if url := card.WebURL(c.Article.URL); url != "" {
		w.open("link", "rel", "canonical", "href", url)
	}
	w.close("head")
	w.open("body")
	w.buf = append(w.buf, section(c)...)
	w.close("body")
	w.close("html")
	return append(w.buf, '\n')
}
