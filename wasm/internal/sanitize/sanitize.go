// Package sanitize makes an article's HTML safe to show on another page.
//
// In: the HTML of an article, written by this engine from a foreign page. Out:
// the same without anything that runs, loads, frames or restyles. The idea: an
// allow-list with a reason for each entry, on bluemonday; what is not listed
// goes, and its text stays.
package sanitize

import (
	"regexp"
	"sync"

	"github.com/microcosm-cc/bluemonday"
)

// HTML sanitizes an article's HTML. Links must be absolute already: relative ones
// would point into the page that shows the article, and are taken out.
func HTML(article string) string { return policy().Sanitize(article) }

// policy is what an article may hold.
//
// Not listed, and so gone: script, style, link, meta, base, iframe, object,
// embed, form and its controls, svg and math (they hold scripts and styles),
// audio and video (they load and play by themselves), every on… handler, style=,
// class= and id= (they would take the host page's styles and anchors), data-*,
// srcset (its addresses are not checked one by one), target= (opener), and the
// schemes javascript:, data:, vbscript:, blob: and file:.
var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()

	// Text structure: it has no attributes that act.
	p.AllowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "pre")
	// Marks on words.
	p.AllowElements("em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup", "small", "mark", "code", "abbr", "cite")
	// Quotations; cite= is an address that browsers do not load.
	p.AllowElements("blockquote", "q")
	// Pictures with their captions.
	p.AllowElements("figure", "figcaption")
	// Tables, since results and figures stand in them; spans are numbers.
	p.AllowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
	p.AllowAttrs("colspan", "rowspan").Matching(number).OnElements("th", "td")

	// Right-to-left text inside the article. A language tag is letters and "-".
	p.AllowAttrs("dir").Matching(direction).OnElements("p", "blockquote", "li", "h2", "h3")
	p.AllowAttrs("lang").Matching(language).OnElements("p", "blockquote", "q", "em", "i", "cite")
	// Machine-readable dates.
	p.AllowElements("time")
	p.AllowAttrs("datetime").Matching(datetime).OnElements("time")

	// Links leave the page: no opener, no referrer weight for foreign addresses. They
	// lead to pages, as all links of a card do.
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("http", "https")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(false)
	p.RequireNoFollowOnLinks(true)
	p.RequireNoReferrerOnLinks(true)

	// Pictures: an address, a description, and a size in pixels.
	p.AllowAttrs("src").OnElements("img")
	p.AllowAttrs("alt").OnElements("img")
	p.AllowAttrs("width", "height").Matching(number).OnElements("img")
	return p
})

var (
	number    = regexp.MustCompile(`^[0-9]{1,5}$`)
	direction = regexp.MustCompile(`^(ltr|rtl|auto)$`)
	language  = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	datetime  = regexp.MustCompile(`^[0-9TZ:.+ \-]{4,40}$`)
)
