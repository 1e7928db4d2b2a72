package metadata

import (
	"strings"

	"keypoints/wasm/internal/date"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// figure reads the picture, caption and credit of a <figure>.
func (s *sources) figure(n *html.Node) {
	var f figure
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 100 || len(s.figures) >= 20 {
			return
		}
		class := strings.ToLower(attr(d, "class"))
		switch {
		case d.DataAtom == atom.Img && f.src == "":
			f.src = first(attr(d, "data-src"), attr(d, "src"))
		case d.DataAtom == atom.Figcaption:
			f.caption = text(d, 600)
		case f.credit == "" && d.Type == html.ElementNode && (strings.Contains(class, "credit") || attr(d, "itemprop") == "copyrightHolder"):
			f.credit = text(d, 200)
		}
	}
	if f.src != "" && f.caption != "" {
		if f.credit != "" {
			f.caption = strings.TrimSpace(strings.Replace(f.caption, f.credit, "", 1))
		}
		s.figures = append(s.figures, f)
	}
}

// plain reads a text that may be the date of a page without any markup for it:
// the first one below the headline that is a date and little else, or that opens
// a paragraph ("Feb. 23, 2015 -- Life-threatening …").
func (s *sources) plain(n *html.Node) {
	if strings.Contains(n.Data, "©") {
		s.sign(n.Data)
	}
	if len(s.h1) == 0 || len(s.shown) >= 2 || len(n.Data) < 6 || n.Parent.DataAtom == atom.A || n.Parent.DataAtom == atom.Title {
		return
	}
	head := strings.TrimSpace(n.Data)
	head = head[:min(len(head), 60)]
	if !strings.Contains(head, "20") && !strings.Contains(head, "19") && strings.Count(head, "/") < 2 {
		return
	}
	iso, start, end := date.Find(head, date.DayFirst)
	if iso == "" || aside(n.Parent) {
		return
	}
	rest := strings.TrimSpace(head[end:])
	if start+len(rest) <= 30 || start == 0 && (strings.HasPrefix(rest, "--") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–")) {
		s.shown = append(s.shown, head)
	}
}

// asideWords in a class or id say that an element is about something else than
// the article.
var asideWords = []string{"nav", "menu", "related", "comment", "sidebar", "recommend", "promo", "teaser", "popular", "trending", "latest", "widget", "footer", "more-", "carousel"}

// aside says whether an element stands in a menu, a list of other stories, or
// among comments.
func aside(n *html.Node) bool {
	for up := 0; n != nil && up < 7; n, up = n.Parent, up+1 {
		if n.DataAtom == atom.Nav {
			return true
		}
		if n.DataAtom == atom.Body || n.DataAtom == atom.Article || n.DataAtom == atom.Main {
			return false
		}
		class := strings.ToLower(classes(n))
		for _, w := range asideWords {
			if strings.Contains(class, w) {
				return true
			}
		}
	}
	return false
}

// bylineText gives the links to authors in a byline, or all of its text: beside
// the name often stands a job title.
func bylineText(n *html.Node) string {
	var names []string
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 200 {
			break
		}
		class := strings.ToLower(attr(d, "class"))
		switch {
		case d.Type != html.ElementNode:
		case class == "fn" || class == "name" || strings.Contains(class, "author-name") || strings.Contains(class, "author__name") || strings.Contains(class, "byline-name"),
			d.DataAtom == atom.A && (has(attr(d, "rel"), "author") || toAuthor(attr(d, "href")) || strings.Contains(class, "author")):
			if t := text(d, 100); t != "" {
				names = append(names, t)
			}
		}
	}
	if len(names) > 0 {
		return strings.Join(names, ", ")
	}
	return text(n, 300)
}

// toAuthor says whether an address is that of an author's page.
func toAuthor(href string) bool {
	for _, part := range [...]string{"/author/", "/authors/", "/by/", "/people/", "/staff/", "/writer/", "/writers/", "/journalist", "/profile/", "/contributor", "/reporter", "/autor/", "/auteur/", "/redaktion/"} {
		if strings.Contains(href, part) {
			return true
		}
	}
	return false
}
