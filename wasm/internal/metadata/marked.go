package metadata

import (
	"strings"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// marked reads microdata, RDFa and the class names of bylines and dates.
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
	if kind := attr(n, "itemtype"); n.DataAtom != atom.Article && (strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting")) {
		s.articles = append(s.articles, s.here(n, 0))
	}
	if s.maybeBelow() {
		s.markedOtherwise(n)
	}
	if has(attr(n, "rel"), "author") {
		s.author(n, trustName)
	} else if n.DataAtom == atom.A && s.maybeBelow() && toAuthor(attr(n, "href")) {
		s.author(n, trustLink)
	}
	below := s.maybeBelow()
	for _, names := range [...]string{attr(n, "class"), attr(n, "id")} {
		if names == "" {
			continue
		}
		if known := s.unmarked[names]; known == everywhere || known == notBelow && !below {
			continue
		}
		if !s.byClass(n, names) {
			s.unmarked[names] = notBelow
			if below {
				s.unmarked[names] = everywhere
			}
		}
	}
}

// markedOtherwise reads what only elements below the headline are asked for:
// data-testid="byline", and a link that says what it leads to: <a
// title="All articles by Ann Ray">Ann Ray</a>.
func (s *sources) markedOtherwise(n *html.Node) {
	for i := range n.Attr {
		switch a := &n.Attr[i]; {
		case strings.HasPrefix(a.Key, "data-") && len(a.Val) < 40 && !strings.Contains(a.Val, "/"):
			lower := strings.ToLower(a.Val)
			if trust := authorTrust(a.Val); mayName(lower) && trust > 0 {
				s.author(n, trust)
			} else if dekClass(lower) {
				s.deks = append(s.deks, s.here(n, 0))
			}
		case n.DataAtom == atom.A && (a.Key == "title" || a.Key == "aria-label"):
			if t := text(n, 60); t != "" && len(a.Val) < 120 {
				before, ok := strings.CutSuffix(squeeze(a.Val), t)
				if words := strings.Fields(before); ok && len(words) > 1 && lang.LoadBylines().ByLabel(folded(words[len(words)-1:])) > 0 {
					s.author(n, trustClass)
				}
			}
		}
	}
}

func (s *sources) byProperty(n *html.Node, names string) {
	for name := range strings.FieldsSeq(names) {
		switch name {
		case "author", "creator":
			s.author(n, trustData)
		case "datePublished", "dateCreated":
			s.published = append(s.published, s.here(n, 5))
		case "dateModified":
			s.modified = append(s.modified, s.here(n, 5))
		case "publisher":
			s.siteName = append(s.siteName, s.here(n, 3))
		}
	}
}

// byClass reads elements whose class or id names a byline, date or dek, and
// tells whether this one's does.
func (s *sources) byClass(n *html.Node, names string) (found bool) {
	lower := strings.ToLower(names)
	if mayName(lower) {
		signed := strings.Contains(lower, "signat") // of several elements, its parts are names
		if trust := authorTrust(names); trust > 0 && !(signed && (n.FirstChild != n.LastChild || n.FirstChild == nil || n.FirstChild.Type != html.TextNode)) {
			s.author(n, trust)
			found = true
		}
	}
	if (lower == "name" || lower == "nombre") && s.maybeBelow() && n.Parent != nil {
		if iso, _, _ := date.Find(lines(n.Parent, maxLine), date.DayFirst); iso != "" || hasTime(n.Parent) {
			s.author(n, trustLink)
			found = true
		}
	}
	dated := strings.Contains(lower, "date") || strings.Contains(lower, "publish") || strings.Contains(lower, "posted-on") || strings.Contains(lower, "timestamp")
	below := s.maybeBelow()
	if !dated && !below {
		return found
	}
	for name := range strings.FieldsSeq(lower) {
		name = strings.Trim(name, "_-")
		switch {
		case len(name) > 60:
		case dated && dateClass(name):
			s.published = append(s.published, s.here(n, 3))
			found = true
		case below && dekClass(name):
			s.deks = append(s.deks, s.here(n, 0))
			found = true
		}
	}
	return found
}

// hasTime says whether a <time> is a child of an element.
func hasTime(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Time {
			return true
		}
	}
	return false
}

// maxAuthors bounds how many elements are kept as bylines.
const maxAuthors = 200

func (s *sources) author(n *html.Node, trust int) {
	if len(s.authors) < maxAuthors {
		s.authors = append(s.authors, s.here(n, trust))
	}
}
