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
	"keypoints/wasm/internal/rank"
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
	a, err := analyze(p, o.Include)
	if err != nil {
		return nil, err
	}
	a.memory.tidy()
	return a.card(o)
}

// analysis is what the stages find on a page.
type analysis struct {
	page    *page.Page
	meta    Article
	article *body.Body
	html    string      // the article's, where that is asked for
	left    []body.Left // what of the page is not the article's, where that is asked for
	memory  memory
	doc     *text.Document
	sources *people.Sources
	quotes  []quote.Quotation
	found   denial.Found // denials and no-comments
}

// The card's own thresholds: its items are to be right in 99 of 100 cases. They
// are read off the risk curves in docs/quality.md. Package denial has that of claims.
const (
	leastQuote  = 0.9
	leastDenial = 0.6
)

// least is the confidence that an item must have to be shown.
func least(o Options, own float64) float64 {
	if o.MinConfidence == CardsOwn {
		return own
	}
	return o.MinConfidence
}

// analyze runs the stages, each on what those before it found. The page's tree, which takes
// more than all that is found in it, goes as soon as the article's text and HTML are made, and what was left out is told.
func analyze(p Page, asked Include) (*analysis, error) {
	parsed, err := page.Parse(p.HTML, p.Text, p.ContentType, p.URL)
	if err != nil {
		return nil, err
	}
	memory := memoryOf(parsed)
	memory.tidy()
	found := metadata.Extract(parsed)
	article, err := body.Extract(parsed, found)
	if err != nil {
		return nil, err
	}
	if parsed.Metered {
		unmeter(article)
	}
	a := &analysis{page: parsed, meta: found.Article, article: article}
	if asked.Article {
		a.html = article.HTML()
	}
	if asked.Why {
		a.left = article.LeftOut()
	}
	parsed.Release()
	article.Release()
	memory.add(article)
	memory.tidy()
	a.memory = memory
	if err := a.read(asked.Why); err != nil {
		return nil, err
	}
	a.withhold()
	return a, nil
}

// read finds in the article's text who says and who denies what.
func (a *analysis) read(why bool) error {
	language := metadata.Settle(a.meta.Language, a.article.Sample())
	a.doc = text.Parse(a.article.Blocks, language)
	if a.meta.Language = language; language == "und" {
		a.meta.Language = ""
	}
	if lang.Missing(a.doc.Language) {
		return &Error{Code: NeedsLanguage, Language: a.doc.Language, Message: "the article is in the language " + a.doc.Language + ": give the engine its lists, or empty ones for a card without speakers"}
	}
	a.memory.tidy()
	if found, ok := reading.Read(a.doc, a.meta.Headline); ok {
		a.sources, a.quotes, a.found = found.Sources, found.Quotes, found.Denials
		a.found.Denials = rank.Distinct(a.doc, a.found.Denials)
		return nil
	}
	a.sources = people.Find(a.doc)
	a.memory.tidy()
	find := quote.Find
	if why {
		find = quote.Explained
	}
	a.quotes = find(a.doc, a.sources)
	a.memory.tidy()
	a.found = denial.Find(a.doc, a.sources, a.quotes, a.meta.Headline)
	a.found.Denials = rank.Distinct(a.doc, a.found.Denials)
	return nil
}
