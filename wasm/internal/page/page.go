// Package page turns the bytes of a page into a bounded tree, or into the lines
// of a plain text.
//
// In: bytes as they came over the network, with the content type where known.
// Out: a Page. The idea: one linear scan over the bytes drops scripts, styles,
// SVG and comments and all attributes that no later stage reads, so that the
// tree holds what a reader can see and what the page says of itself. News pages
// are mostly inline JSON: the scan leaves a fifth of their bytes to parse.
package page

import (
	"bytes"
	"strings"

	"keypoints/wasm/card"

	"golang.org/x/net/html"
)

// The bounds of a page. They are checked before a tree is built.
const (
	// MaxBytes is the largest page in bytes.
	MaxBytes = 5 << 20
	// MaxDepth is the deepest nesting of elements. Browsers stop at 512, as
	// html.Parse does; the deepest of 116 news pages has 46.
	MaxDepth = 400
	// MaxNodes bounds the elements and texts of a tree, and with them its
	// memory: about 200 bytes each. The largest of 116 news pages has 12,000.
	MaxNodes = 100_000
)

// Page is a decoded page: Root for HTML, Plain for plain text.
type Page struct {
	URL    string     // as given by the caller
	Root   *html.Node // nil for plain text
	Nodes  int        // how many elements and texts Root has at most
	Plain  string     // UTF-8 with "\n" line ends; empty for HTML
	JSONLD []string   // contents of <script type="application/ld+json">, in order
	// Data are scripts that hold what a page is filled with where its HTML is empty:
	// those of Next.js and Arc. Noscript is what is shown without scripts, where that has
	// paragraphs.
	Data     []string
	Noscript string
	// Menus is the text of menus that are not in the tree, a line a phrase, as HTML writes it.
	Menus string
	// Edits is what the publisher's editors say of the card, as JSON: see package options.
	Edits string
	// Paid tells that a part of the article is not free: what the page does not show, such
	// as the text in its JSON-LD, may hold it too.
	Paid bool
	// Metered tells that only JSON-LD says so, on a page that has no card embedded.
	Metered bool
}

// How many bytes and lines of a decoded plain text are read. Half a million lines of
// one letter each take a Worker 7 s, the first 20,000 of them 0.4 s.
const (
	maxPlain = 1 << 20
	maxLines = 20_000
)

// Parse decodes and parses a page; one of htmlBytes and textBytes is nil.
// contentType is the HTTP header's value and may be empty. Its errors are
// *card.Error.
func Parse(htmlBytes, textBytes []byte, contentType, url string) (*Page, error) {
	raw, isHTML := htmlBytes, true
	if textBytes != nil {
		raw, isHTML = textBytes, false
	}
	if len(raw) > MaxBytes {
		return nil, failed(card.TooLarge, "the page is larger than 5 MB; send the article alone")
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, failed(card.Empty, "the page is empty; send its HTML or text")
	}
	if media := mediaType(contentType); !readable(media) {
		return nil, failed(card.UnsupportedType, "the content type "+media+" is neither HTML nor plain text")
	}
	if isBinary(raw) {
		return nil, failed(card.NotText, "the input is a binary file, not a page")
	}
	decoded, err := decode(raw, Charset(raw, contentType))
	if err != nil {
		return nil, err
	}
	if !isHTML {
		// The body ends long before: what a text's end holds need not be kept twice.
		decoded = strings.ToValidUTF8(decoded[:min(len(decoded), maxPlain)], "")
		plain := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD").Replace(strings.Clone(decoded))
		return &Page{URL: url, Plain: firstLines(plain)}, nil
	}
	if isFeed(decoded) {
		return nil, failed(card.NotArticle, "the page is a feed; send one of its articles")
	}
	s := &scanner{src: decoded, xml: mediaType(contentType) == "application/xhtml+xml", absent: map[string]bool{}}
	if err := s.scan(); err != nil {
		return nil, err
	}
	paid := paidSelectors(s.jsonld)
	if names := asked(paid); names != nil {
		s = &scanner{src: decoded, xml: s.xml, absent: map[string]bool{}, asked: names}
		if err := s.scan(); err != nil {
			return nil, err
		}
	}
	root, parseErr := html.Parse(strings.NewReader(s.out.kept.String()))
	if parseErr != nil {
		// The only errors of html.Parse on a string are its bound on depth.
		return nil, failed(card.TooDeep, "the page's elements are nested too deeply")
	}
	found := &Page{URL: url, Root: root, Nodes: s.nodes, JSONLD: s.jsonld, Data: s.data, Noscript: s.noscript, Edits: s.edits}
	if s.marked || len(paid) > 0 {
		var off, parted bool
		// Without any of our markup the page's JSON-LD speaks to others.
		found.Metered = len(paid) > 0 && !s.marked && !strings.Contains(decoded, "<key-points") && !strings.Contains(decoded, "/v1/embed.js")
		if off, found.Paid, parted = honour(root, paid, &s.menu); off {
			return nil, failed(card.OptedOut, `the page wants no card: it has <meta name="key-points" content="off">`)
		}
		found.Metered = found.Metered && !parted
	}
	found.Menus = s.menu.String()
	return found, nil
}

// Release lets all go that only metadata and body read.
func (p *Page) Release() {
	p.Root, p.JSONLD, p.Data, p.Plain, p.Noscript, p.Menus = nil, nil, nil, "", "", ""
}

func failed(code card.Code, message string) *card.Error {
	return &card.Error{Code: code, Message: message}
}

// mediaType gives the type without parameters, in lower case.
func mediaType(contentType string) string {
	media, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(media))
}

func readable(media string) bool {
	switch media {
	case "", "text/html", "text/plain", "application/xhtml+xml", "application/xml", "text/xml":
		return true
	}
	return false
}

// isBinary finds the signatures of files that are often sent by mistake, and
// control characters that no text has, as in the MIME Sniffing standard's
// "binary data bytes". UTF-16 text has zero bytes but starts with a BOM.
func isBinary(raw []byte) bool {
	head := raw[:min(len(raw), 1024)]
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return false
	}
	if bytes.HasPrefix(head, []byte("%PDF-")) {
		return true
	}
	control := 0
	for _, b := range head {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B || b == 0x7F {
			control++
		}
	}
	// A stray control character happens in text pasted from old systems.
	return control > 2 && control*50 > len(head)
}

// isFeed says whether a page is an XML document whose root names a list of articles.
func isFeed(page string) bool {
	if !strings.HasPrefix(strings.TrimSpace(page[:min(len(page), 1024)]), "<?xml") {
		return false
	}
	for _, root := range []string{"<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex"} {
		if strings.Contains(page[:min(len(page), 1024)], root) {
			return true
		}
	}
	return false
}

// firstLines gives the first maxLines lines of a text.
func firstLines(s string) string {
	end := 0
	for range maxLines {
		i := strings.IndexByte(s[end:], '\n')
		if i < 0 {
			return s
		}
		end += i + 1
	}
	return s[:end]
}
