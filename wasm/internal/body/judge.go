package body

import (
	"net/url"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

// Bounds of what is no article. They are far from what articles have, since
// a refused article is worse than a card of a thin page.
const (
	minArticle  = 60  // letters of prose without which a page full of links is a list
	manyTeasers = 6   // headings that are links
	teaserProse = 220 // letters of prose per linked heading; articles have more between two
)

// errorTitles are titles and headlines of pages that report an error, in lower
// case and without the site's name.
var errorTitles = map[string]bool{"404": true, "404 not found": true, "404 error": true, "error 404": true, "404 page not found": true,
	"404 - page not found": true, "404 - not found": true, "page not found": true, "not found": true, "page not found (404)": true,
	"access denied": true, "403 forbidden": true, "forbidden": true, "error": true, "500 internal server error": true,
	"503 service unavailable": true, "service unavailable": true, "just a moment...": true, "attention required!": true,
	"are you a robot?": true, "page unavailable": true, "page does not exist": true, "file not found": true}

// judge gives the error of a page that is no article, or nil. units are those
// that stayed, before is what the chosen elements had.
func (t *tree) judge(p *page.Page, meta *metadata.Found, before, units []int) error {
	if len(units) == 0 {
		return notArticle("no article text was found on the page")
	}
	prose := 0
	for _, i := range units {
		u := &t.units[i]
		prose += u.chars - u.links
	}
	if prose < 600 && errorTitles[strings.ToLower(meta.Headline)] {
		return notArticle("the page reports an error instead of showing an article")
	}
	headings, text := t.teasers(before)
	list := headings >= manyTeasers && text < headings*teaserProse
	bare := prose < minArticle && t.linkUnits() >= 20
	if !list && !bare && !(listAddress(p.URL) && headings >= 3 && text < headings*teaserProse) {
		return nil
	}
	if meta.Declared && !isRoot(p.URL) {
		return nil
	}
	return notArticle("the page is a list of articles, such as a front page or search result; send one article")
}

func notArticle(message string) error {
	return &card.Error{Code: card.NotArticle, Message: message}
}

// teasers counts the headings that are links, and the letters of prose.
func (t *tree) teasers(units []int) (headings, prose int) {
	for _, i := range units {
		u := &t.units[i]
		switch {
		case u.kind == Heading && u.links*10 >= u.chars*9 && strings.Count(u.text, " ") >= 3:
			headings++
		case u.weight > 0:
			prose += u.chars - u.links
		}
	}
	return headings, prose
}

// linkUnits counts the page's units that are nothing but links.
func (t *tree) linkUnits() int {
	n := 0
	for i := range t.units {
		if u := &t.units[i]; u.links > 0 && u.links == u.chars {
			n++
		}
	}
	return n
}

func isRoot(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// listAddress says whether an address is one that lists articles have.
func listAddress(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false
	}
	path := strings.Trim(u.Path, "/")
	if path == "" && u.RawQuery == "" {
		return true
	}
	first, _, _ := strings.Cut(path, "/")
	switch first {
	case "search", "tag", "tags", "category", "categories", "topic", "topics", "section", "author", "authors", "archive":
		return true
	}
	query := u.Query()
	return query.Has("s") || query.Has("q") && strings.Contains(path, "search")
}
