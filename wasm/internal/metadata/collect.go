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
	titleKey  string // its letters
	canonical string
	lang      string
	own       site
	headings  []heading // h1 to h3
	times     []timestamp
	authors   []candidate
	published []candidate // by itemprop, class or form of the text
	modified  []candidate
	siteName  []candidate
	shown     []candidate // texts below a heading that are dates
	deks      []candidate
	articles  []candidate // <article>, and items of that type
	long      []int       // the places of the longer texts
	logo      string      // a name written like the host
	figures   []figure
	ld        ld
	unmarked  map[string]unmarked // values of class= and id= that name nothing of these, as most come many times

	elements int // counted so far: the place of the last
	headText int // long texts before the last h1, or heading where there is none yet
	hasH1    bool

	// The page's headline, its place, and its ancestors; see setHead.
	head          *html.Node
	headOrder     int
	headPath      map[*html.Node]bool
	headInArticle bool
	ownArticle    *html.Node
}

// unmarked says where a value of class= is known to name nothing.
type unmarked int8

const (
	notBelow unmarked = iota + 1 // but perhaps below the headline
	everywhere
)

// candidate is an element that its markup calls author, date or publisher.
type candidate struct {
	node  *html.Node
	order int // place among the page's elements
	trust int // higher is surer
}

// heading is an h1, h2 or h3 with its text in pieces, as its elements part it.
type heading struct {
	node   *html.Node
	order  int
	text   string
	pieces []string
	marked bool // as the headline, by its class or place
}

// timestamp is a <time> element.
type timestamp struct {
	candidate
	datetime, text, class string
}

// figure is a <figure> with a picture and a caption.
type figure struct{ src, caption, credit string }

func collect(p *page.Page) *sources {
	s := &sources{url: p.URL, meta: map[string][]string{}, unmarked: make(map[string]unmarked, min(p.Nodes/8, 512))}
	s.walk(p.Root)
	s.ld = readJSONLD(p.JSONLD, s.story())
	return s
}

func (s *sources) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			s.plain(c)
			continue
		}
		if c.Type != html.ElementNode {
			continue
		}
		s.elements++
		s.element(c)
		s.walk(c)
	}
}

// maybeBelow says whether what is being read may stand below the headline.
func (s *sources) maybeBelow() bool {
	return len(s.headings) > 0 && len(s.long) <= s.headText+headTexts
}

// here is a candidate at the element that is being read.
func (s *sources) here(n *html.Node, trust int) candidate {
	return candidate{n, s.elements, trust}
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
	case atom.H1, atom.H2, atom.H3:
		s.heading(n)
	case atom.Address:
		if s.maybeBelow() {
			s.author(n, trustClass)
		}
	case atom.Article:
		s.articles = append(s.articles, s.here(n, 0))
	case atom.Img:
		s.sign(attr(n, "alt"))
		return
	case atom.Figure:
		s.figure(n)
	case atom.Time:
		s.times = append(s.times, timestamp{s.here(n, 0), attr(n, "datetime"), text(n, 200), classes(n) + " " + classes(n.Parent) + " " + attr(n, "itemprop")})
	}
	s.marked(n)
}

// maxHeadings bounds how many headings are kept of a page.
const maxHeadings = 40

func (s *sources) heading(n *html.Node) {
	if len(s.headings) >= maxHeadings || has(attr(n, "class"), "logo") || n.Parent.DataAtom == atom.Nav || n.Parent.DataAtom == atom.Li && attr(n.Parent, "itemprop") == "itemListElement" { // a breadcrumb
		return
	}
	h := heading{node: n, order: s.elements}
	h.pieces = pieces(n)
	if h.text = squeeze(strings.Join(h.pieces, "")); h.text == "" || len(h.text) > 500 {
		return
	}
	h.marked = isMarkedHeadline(n)
	if n.DataAtom != atom.H1 && !h.marked && s.title != "" && !s.inTitle(h.text) {
		return // a section's, or another story's
	}
	s.headings = append(s.headings, h)
	if h1 := n.DataAtom == atom.H1; h1 || !s.hasH1 {
		s.headText, s.hasH1 = len(s.long), h1
	}
}

func (s *sources) metaTag(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		content = strings.TrimSpace(attr(n, "value")) // a common slip
	}
	if content == "" || isPlaceholder(content) {
		return
	}
	seen := ""
	if prop := attr(n, "itemprop"); prop != "" && n.Parent.DataAtom != atom.Head {
		s.byProperty(n, prop) // of an item that may be another story's
	}
	for _, key := range [...]string{"property", "name", "itemprop"} {
		if key == "itemprop" && n.Parent.DataAtom != atom.Head {
			break
		}
		if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" && name != seen {
			s.meta[name] = append(s.meta[name], content)
			seen = name
		}
	}
}

// inTitle says whether a heading has half of its words in the <title>.
func (s *sources) inTitle(heading string) bool {
	if s.titleKey == "" {
		s.titleKey = key(s.title) + key(s.get("og:title")) // the <title> may be the site's name
	}
	own := words(heading)
	n := 0
	for _, w := range own {
		if strings.Contains(s.titleKey, w) {
			n++
		}
	}
	return 2*n >= len(own) && (n > 0 || strings.Contains(s.titleKey, key(heading)))
}

// isPlaceholder says whether a template left its own words: "{{site.name}}",
// "%%excerpt%%", "${title}".
func isPlaceholder(s string) bool {
	return strings.Contains(s, "{{") && strings.Contains(s, "}}") || strings.HasPrefix(s, "%%") && strings.HasSuffix(s, "%%") || strings.HasPrefix(s, "${") || strings.HasPrefix(s, "<%")
}

// nameOf gives the name in a microdata item: its itemprop=name, else all of its
// text.
func nameOf(n *html.Node) string {
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
