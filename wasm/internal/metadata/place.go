package metadata

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// zone is where on the page an element stands, the best for a byline or date
// first.
type zone int

const (
	below     zone = iota // under the headline, before the text
	onPage                // in the article elsewhere
	elsewhere             // about another story, a comment, a picture, a quotation
)

// headTexts is how many longer texts (a dek, a caption, the first paragraph) may
// stand between a headline and what still belongs to it.
const headTexts = 3

// headElements is how many elements behind the headline nothing but it is expected
// to be about, so that a link to "203 comments / new" there makes no teaser.
const headElements = 120

// longText is the length in bytes from which a text is more than a label.
const longText = 100

// zoneOf tells where an element stands. order is its number in the page.
func (s *sources) zoneOf(n *html.Node, order int) zone {
	texts := 0
	if s.head == nil || order < s.headOrder {
		texts = headTexts
	}
	for _, at := range s.long {
		if at > s.headOrder && at < order && texts < headTexts {
			texts++
		}
	}
	switch {
	case !s.ownPart(n, texts < 2 && order < s.headOrder+headElements):
		return elsewhere
	case texts < headTexts:
		return below
	}
	return onPage
}

// ownPart says whether an element is about the page's own article: no ancestor
// below those of the headline is a menu, another article, a card with a link to
// another story (not asked where sure), a caption, a quotation or a comment.
func (s *sources) ownPart(n *html.Node, sure bool) bool {
	for up := 0; n != nil && up < 40; n, up = n.Parent, up+1 {
		if s.headPath[n] || n.DataAtom == atom.Body || n.DataAtom == atom.Main {
			return true
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Nav, atom.Blockquote:
			return false
		case atom.Figure, atom.Figcaption:
			if !hasAddress(n) { // a portrait with its author
				return false
			}
		case atom.Footer:
			if !sure && (n.Parent == nil || n.Parent.DataAtom != atom.Article || !s.headPath[n.Parent]) {
				return false
			}
		case atom.Article:
			if s.isForeign(n) {
				return false
			}
		}
		if kind := attr(n, "itemtype"); kind != "" && !strings.HasSuffix(kind, "Person") && !strings.HasSuffix(kind, "Organization") && (s.isForeign(n) || strings.HasSuffix(kind, "ImageObject") || strings.HasSuffix(kind, "Comment")) {
			return false
		}
		if isAside(n) && (up > 0 || n.DataAtom != atom.Time && authorTrust(attr(n, "class")) == 0) {
			return false
		}
		if up < 6 && !sure && hasStoryLink(n) {
			return false
		}
	}
	return true
}

// isForeign says whether an <article> or item that holds no headline is not the
// page's own.
func (s *sources) isForeign(n *html.Node) bool {
	return s.headInArticle || s.ownArticle != nil && n != s.ownArticle && !contains(n, s.ownArticle)
}

// hasAddress says whether an <address>, which names an author, is in an element.
func hasAddress(n *html.Node) bool {
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 60 {
			return false
		}
		if d.DataAtom == atom.Address {
			return true
		}
	}
	return false
}

func contains(a, n *html.Node) bool {
	for up := 0; n != nil && up < 60; n, up = n.Parent, up+1 {
		if n == a {
			return true
		}
	}
	return false
}

// asideWords in a class or id say that an element is about something else than
// the article.
var asideWords = wordSet("nav menu related comment comments sidebar recommend recommended recommendations recommendation promo teaser teasers popular trending latest footer more carousel testimonial testimonials cards outbrain taboola newsletter mostread recirc recirculation suggested suggestions readnext")

// isAside says whether an element's class or id calls it a menu, a list of other
// stories, or comments.
func isAside(n *html.Node) bool {
	for _, names := range [...]string{attr(n, "class"), attr(n, "id")} {
		if names == "" || len(names) > 400 {
			continue
		}
		for name := range strings.FieldsSeq(names) {
			words := classWords(name)
			for i, w := range words {
				if asideWords[w] && !(i > 0 && (words[i-1] == "has" || words[i-1] == "with" || words[i-1] == "no")) || w == "read" && i+1 < len(words) && (words[i+1] == "next" || words[i+1] == "more" || words[i+1] == "also") {
					return true
				}
			}
		}
	}
	return false
}

// hasStoryLink says whether an element is a teaser of another story: a link of
// several words that leads to no author, or a heading in or around a link, and
// little text besides.
func hasStoryLink(n *html.Node) bool {
	if n.DataAtom == atom.A {
		for d := range n.Descendants() {
			if isHeading(d) {
				return true
			}
		}
		return false
	}
	seen, plain, found := 0, 0, false
	var walk func(n *html.Node, linked bool) bool
	walk = func(n *html.Node, linked bool) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if seen++; seen > 80 {
				return false
			}
			if c.Type == html.TextNode {
				if !linked {
					if plain += len(strings.TrimSpace(c.Data)); plain > 300 {
						return false
					}
				}
				continue
			}
			if c.Type != html.ElementNode {
				continue
			}
			in := linked
			if c.DataAtom == atom.A {
				in = true
				href := attr(c, "href")
				if href != "" && href[0] != '#' && !toAuthor(href) && !has(attr(c, "rel"), "author") && !strings.HasPrefix(href, "mailto:") && authorTrust(attr(c, "class")) == 0 {
					if t := text(c, 300); len(strings.Fields(t)) >= 3 && len(t) >= 16 || isHeading(c.Parent) || isUnspaced(t) && len(t) > 36 {
						found = true
					}
				}
			}
			if !walk(c, in) {
				return false
			}
		}
		return true
	}
	return walk(n, false) && found
}

func isHeading(n *html.Node) bool {
	if n == nil {
		return false
	}
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// setHead notes which heading is the page's headline, and which article its own:
// the one around the headline, or the first behind it; without a headline the one
// with the most text.
func (s *sources) setHead(h *heading) {
	s.headPath = map[*html.Node]bool{}
	order := 0
	if h != nil {
		s.head, s.headOrder, order = h.node, h.order, h.order
	}
	for n := s.head; n != nil; n = n.Parent {
		s.headPath[n] = true
	}
	most := 0
	for i, a := range s.articles {
		switch {
		case s.headPath[a.node]:
			s.headInArticle = true
		case s.head == nil:
			end := s.elements + 1
			if i+1 < len(s.articles) {
				end = s.articles[i+1].order
			}
			texts := 0
			for _, at := range s.long {
				if at > a.order && at < end {
					texts++
				}
			}
			if texts > most {
				most, s.ownArticle = texts, a.node
			}
		case a.order > order && s.ownArticle == nil:
			s.ownArticle = a.node
		}
	}
}
