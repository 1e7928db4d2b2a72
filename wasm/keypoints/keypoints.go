// Package keypoints makes a card of a news article: headline, main quotes with
// their speakers, denials with denier and claim.
//
//	c, err := keypoints.Summarize(keypoints.Page{HTML: page}, keypoints.Defaults())
//	…
//	os.Stdout.Write(keypoints.Render(c, keypoints.Markdown))
//
// Every word of the card stands in the article. Summarize is pure: no I/O, no clock, no
// state, the same bytes for the same input on every platform; many goroutines may call
// it at once.
package keypoints

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/reading"
	"keypoints/wasm/internal/text"
	"keypoints/wasm/options"
)

// Version is the engine's version.
const Version = card.EngineVersion

// The card and its parts. Package card has their fields: go doc keypoints/wasm/card.Card
type (
	Card      = card.Card
	Article   = card.Article
	Image     = card.Image
	Quote     = card.Quote
	Denial    = card.Denial
	Claim     = card.Claim
	Source    = card.Source
	NoComment = card.NoComment
	Span      = card.Span
	Include   = card.Include
	Why       = card.Why
	Edits     = card.Edits
	Edit      = card.Edit
)

// Page is one article as it came: HTML (a page or a fragment) or plain text.
type Page struct {
	HTML        []byte // of at most 5 MB; or else:
	Text        []byte // plain text, paragraphs ended by line breaks
	ContentType string // as in HTTP, with charset where known; may be empty
	URL         string // the page's address, base of its links; may be empty
}

// All asks for every quote or denial.
const All = options.All

// CardsOwn stands for the card's own thresholds in Options.MinConfidence.
const CardsOwn = options.CardsOwn

// Options says what the card should hold; begin with Defaults. Package options has the
// fields: go doc keypoints/wasm/options.Options
type Options = options.Options

// Defaults are the options of a card that nobody configured.
func Defaults() Options { return options.Defaults() }

// ParseOptions reads options by the names of the HTTP API's parameters, for
// instance with url.Values.Get; an empty value stands for the default. The error is an
// *Error with the code BadOptions or BadEdits.
func ParseOptions(value func(name string) string) (Options, Format, error) {
	return options.Parse(value)
}

// PageOf is the page that some bytes of a content type are: plain text for
// text/plain, HTML for everything else. Summarize refuses other types.
func PageOf(content []byte, contentType, url string) Page {
	media, _, _ := strings.Cut(contentType, ";")
	if strings.EqualFold(strings.TrimSpace(media), "text/plain") {
		return Page{Text: content, ContentType: contentType, URL: url}
	}
	return Page{HTML: content, ContentType: contentType, URL: url}
}

// Summarize makes the card of a page. Its errors are of the type *Error: a page that is no
// article, too large or too deep, in an encoding that is not supported, or whose
// publisher wants no card. A card without quotes and denials is none.
func Summarize(p Page, o Options) (*Card, error) {
	a, err := analyze(p, o.Include.Why)
	if err != nil {
		return nil, err
	}
	tidyMemory(a.article)
	return a.card(o)
}

// analysis is what the stages find on a page.
type analysis struct {
	page    *page.Page
	meta    Article
	article *body.Body
	doc     *text.Document
	sources *people.Sources
	quotes  []quote.Quotation
	found   denial.Found // denials and no-comments
}

// The card's own thresholds: its items are to be right in 99 of 100 cases. They
// are read off the risk curves in docs/quality.md.
const (
	leastQuote  = 0.88
	leastDenial = 0.6
)

// least is the confidence that an item must have to be shown.
func least(o Options, own float64) float64 {
	if o.MinConfidence == CardsOwn {
		return own
	}
	return o.MinConfidence
}

// analyze runs the stages, each on what those before it found; they say why where that
// is asked.
func analyze(p Page, why bool) (*analysis, error) {
	parsed, err := page.Parse(p.HTML, p.Text, p.ContentType, p.URL)
	if err != nil {
		return nil, err
	}
	meta := metadata.Extract(parsed)
	article, err := body.Extract(parsed, meta)
	if err != nil {
		return nil, err
	}
	if surely := contradicted(meta.Language, article.Blocks); surely != "" {
		meta.Language = surely
	}
	if parsed.Metered {
		unmeter(article)
	}
	tidyMemory(article)
	doc := text.Parse(article.Blocks, meta.Language)
	meta.Language = language(meta.Language, doc)
	if lang.Missing(doc.Language) {
		return nil, &Error{Code: NeedsLanguage, Language: doc.Language, Message: "the article is in the language " + doc.Language + ": give the engine its lists, or empty ones for a card without speakers"}
	}
	if found, ok := reading.Read(doc, meta.Headline); ok {
		a := &analysis{parsed, meta, article, doc, found.Sources, found.Quotes, found.Denials}
		a.withhold()
		return a, nil
	}
	sources := people.Find(doc, meta)
	find := quote.Find
	if why {
		find = quote.Explained
	}
	quotes := find(doc, sources)
	tidyMemory(article)
	denials := denial.Find(doc, sources, quotes, meta.Headline)
	a := &analysis{parsed, meta, article, doc, sources, quotes, denials}
	a.withhold()
	return a, nil
}
