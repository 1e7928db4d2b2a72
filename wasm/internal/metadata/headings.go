package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shownBelow gives the h2 or h3 that readers take for the headline, where the page's h1
// is a logo: one that says what the page declares but for other networks, or that goes on
// where og:title ends on a page whose <title> is the site's name.
func (s *sources) shownBelow(ld, og, meta, title string) *heading {
	if ld != "" || og == "" {
		return nil
	}
	wantOG, wantMeta := key(og), key(meta)
	for i := range s.headings {
		h := &s.headings[i]
		if h.node.DataAtom == atom.H1 || wordCount(h.text) < 4 {
			continue
		}
		k := key(h.text)
		if len(wantMeta) > 12 && k == wantMeta && wantMeta != wantOG || len(wantOG) > 40 && strings.HasPrefix(k, wantOG) && len(k) < 2*len(wantOG) && overlap(og, title) <= 0.2 {
			return h
		}
	}
	return nil
}

// pieces gives the texts of a heading as its elements part them, without what is
// no part of the headline: buttons, times, and what only screen readers get.
func pieces(n *html.Node) []string {
	var out []string
	seen := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if seen++; seen > 200 {
				return
			}
			switch {
			case c.Type == html.TextNode:
				out = append(out, c.Data)
			case c.Type != html.ElementNode:
			case isHidden(c):
				if t := text(c, 8); t != "" && key(t) == "" && len(out) > 0 {
					for i := len(out) - 1; i > 0 && strings.TrimSpace(out[i]) == ""; i-- {
						out = out[:i]
					}
					out[len(out)-1] = strings.TrimRightFunc(out[len(out)-1], unicode.IsSpace)
					out = append(out, t+" ") // the colon behind a kicker
				}
			case c.DataAtom == atom.Button, c.DataAtom == atom.Time, c.DataAtom == atom.Svg, c.DataAtom == atom.Script, c.DataAtom == atom.Style, c.DataAtom == atom.Noscript:
			case c.DataAtom == atom.Br, !isInline(c):
				out = append(out, " ")
				walk(c)
				out = append(out, " ")
			default:
				// <span>Pier</span><span>closes</span> are words of their own; a
				// drop cap's letter is not.
				if prev := c.PrevSibling; prev != nil && c.DataAtom == atom.Span && prev.DataAtom == atom.Span && len(out) > 0 && utf8.RuneCountInString(strings.TrimSpace(out[len(out)-1])) > 1 && !strings.HasPrefix(text(c, 500), ":") {
					out = append(out, " ")
				}
				walk(c)
			}
		}
	}
	walk(n)
	return out
}
