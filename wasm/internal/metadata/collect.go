package metadata

import (
	"strings"

	"keypoints/wasm/internal/page"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sources is everything on a page that may be metadata, from one walk.
type sources struct {
	url       string
	meta      map[string][]string // by name, property or itemprop in lower case
	title     string
	canonical string
	lang      string
	amp       bool
	own       site
	h1        []string
	times     []timestamp
	authors   []candidate
	published []candidate // by itemprop, class or form of the text
	modified  []candidate
	siteName  []candidate
	shown     []string // texts below the h1 that are dates
	logo      string   // a name written like the host
	figures   []figure
	ld        ld
	unmarked  map[string]bool // values of class= and id= that name no byline or date, as most come many times
}

// candidate is a text that an element's markup calls author, date or publisher.
type candidate struct {
	text  string
	trust int // higher is surer
}

// timestamp is a <time> element.
type timestamp struct {
	datetime, text, class string
}

// figure is a <figure> with a picture and a caption.
type figure struct{ src, caption, credit string }

func collect(p *page.Page) *sources {
	s := &sources{url: p.URL, meta: map[string][]string{}, unmarked: map[string]bool{}}
	s.walk(p.Root, 0)
	s.ld = readJSONLD(p.JSONLD)
	return s
}

func (s *sources) walk(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			s.plain(c)
			continue
		}
		if c.Type != html.ElementNode {
			continue
		}
		s.element(c)
		s.walk(c, depth+1)
	}
}

// element reads one element.
func (s *sources) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		s.lang = attr(n, "lang")
		if s.lang == "" {
			s.lang = attr(n, "xml:lang")
		}
		return
	case atom.Body:
		if s.lang == "" {
			s.lang = attr(n, "lang")
		}
		return
	case atom.Meta:
		s.metaTag(n)
		return
	case atom.Link:
		if has(attr(n, "rel"), "canonical") && s.canonical == "" {
			s.canonical = attr(n, "href")
		}
		return
	case atom.Title:
		if s.title == "" {
			s.title = text(n, 1000)
		}
		return
	case atom.H1:
		if t := text(n, 500); t != "" && len(s.h1) < 16 && !has(attr(n, "class"), "logo") {
			s.h1 = append(s.h1, t)
		}
	case atom.Img:
		s.sign(attr(n, "alt"))
		return
	case atom.Figure:
		s.figure(n)
	case atom.Time:
		s.times = append(s.times, timestamp{attr(n, "datetime"), text(n, 200), classes(n) + " " + classes(n.Parent) + " " + attr(n, "itemprop")})
	}
	s.marked(n)
}

func (s *sources) metaTag(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	seen := ""
	for _, key := range [...]string{"property", "name", "itemprop"} {
		if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" && name != seen {
			s.meta[name] = append(s.meta[name], content)
			seen = name
		}
	}
}

// marked reads microdata, RDFa and the class names of bylines.
func (s *sources) marked(n *html.Node) {
	if len(n.Attr) == 0 {
		return
	}
	prop := attr(n, "itemprop")
	if prop == "" {
		prop = attr(n, "property")
	}
	if prop != "" {
		s.byProperty(n, prop[strings.LastIndexByte(prop, ':')+1:])
	}
	if has(attr(n, "rel"), "author") {
		s.author(text(n, 200), 5, n)
	}
	for _, names := range [...]string{attr(n, "class"), attr(n, "id")} {
		if names != "" && !s.unmarked[names] && !s.byClass(n, strings.ToLower(names)) {
			s.unmarked[names] = true
		}
	}
}

func (s *sources) byProperty(n *html.Node, names string) {
	for name := range strings.FieldsSeq(names) {
		switch name {
		case "author", "creator":
			s.author(personName(n), 6, n)
		case "datePublished", "dateCreated":
			s.published = append(s.published, candidate{dateOf(n), 5})
		case "dateModified":
			s.modified = append(s.modified, candidate{dateOf(n), 5})
		case "publisher":
			s.siteName = append(s.siteName, candidate{personName(n), 3})
		}
	}
}

// byClass reads elements whose class or id names a byline or date, and tells
// whether this one's does.
func (s *sources) byClass(n *html.Node, names string) (found bool) {
	for name := range strings.FieldsSeq(names) {
		name = strings.Trim(name, "_-")
		before := found
		found = true
		switch {
		case len(name) > 60:
			found = before
		case strings.Contains(name, "byline") || strings.Contains(name, "by-line"):
			s.author(bylineText(n), 4, n)
		case name == "author" || strings.HasSuffix(name, "author") || strings.HasSuffix(name, "author-name") || strings.HasSuffix(name, "author__name") || name == "authors" || strings.HasSuffix(name, "_authors") || strings.HasSuffix(name, "-authors") || name == "autor" || name == "auteur" || name == "fn" || strings.HasSuffix(name, "contributor-name") || strings.HasSuffix(name, "contributorname"):
			s.author(bylineText(n), 3, n)
		case dateClass(name):
			s.published = append(s.published, candidate{dateOf(n), 3})
		default:
			found = before
		}
	}
	return found
}

func dateClass(name string) bool {
	for _, part := range [...]string{"pubdate", "publish", "posted-on", "post-date", "postdate", "entry-date", "article-date", "story-date", "date-time", "datetime", "timestamp", "dateline", "article__date"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return name == "date" || strings.HasSuffix(name, "-date") || strings.HasSuffix(name, "_date") || strings.HasPrefix(name, "date-")
}

func (s *sources) author(text string, trust int, n *html.Node) {
	if text != "" && len(s.authors) < 64 && !aside(n) {
		s.authors = append(s.authors, candidate{text, trust})
	}
}

// personName gives the name in a microdata item: its itemprop=name, else all of
// its text.
func personName(n *html.Node) string {
	if c := attr(n, "content"); c != "" {
		return c
	}
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 100 {
			break
		}
		if d.Type == html.ElementNode && attr(d, "itemprop") == "name" {
			if c := attr(d, "content"); c != "" {
				return c
			}
			return text(d, 200)
		}
	}
	return text(n, 200)
}

func dateOf(n *html.Node) string {
	for _, key := range [...]string{"datetime", "content"} {
		if v := attr(n, key); v != "" {
			return v
		}
	}
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 30 {
			break
		}
		if d.DataAtom == atom.Time {
			if v := attr(d, "datetime"); v != "" {
				return v
			}
		}
	}
	return text(n, 200)
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// classes gives class and id.
func classes(n *html.Node) string {
	if n == nil {
		return ""
	}
	class, id := attr(n, "class"), attr(n, "id")
	if id == "" {
		return class
	}
	return class + " " + id
}

// has says whether a list of words has one.
func has(list, word string) bool {
	if len(list) < len(word) {
		return false
	}
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// text gives an element's text with single spaces, and "" where it has more
// than max bytes. Elements that are not in a line are parted by a space.
func text(n *html.Node, max int) string {
	var b strings.Builder
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 400 || b.Len() > 2*max {
			return ""
		}
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && d.DataAtom != atom.Span && d.DataAtom != atom.A && d.DataAtom != atom.B && d.DataAtom != atom.Em && d.DataAtom != atom.I && d.DataAtom != atom.Strong && d.DataAtom != atom.Sup:
			b.WriteByte('\n')
		}
	}
	return clip(squeeze(b.String()), max)
}

func clip(s string, max int) string {
	if len(s) > max {
		return ""
	}
	return s
}

// squeeze gives single spaces and drops what has no width.
func squeeze(s string) string {
	return strings.Join(strings.Fields(widthless.Replace(s)), " ")
}

var widthless = strings.NewReplacer("\u00AD", "", "\u200B", "", "\uFEFF", "")
