package metadata

import (
	"net/url"
	"strings"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html"
)

// dateOrder tells 9/11/13 by the page's language and country.
func (s *sources) dateOrder(language string, root *html.Node) date.Order {
	if language == "" {
		language = DetectLanguage(sample(root))
	}
	if strings.HasSuffix(language, "-US") {
		return date.MonthFirst
	}
	host := s.host()
	if language == "en" && (strings.HasSuffix(host, ".com") || strings.HasSuffix(host, ".org") || strings.HasSuffix(host, ".net") || strings.HasSuffix(host, ".gov")) {
		return date.MonthFirst
	}
	return date.DayFirst
}

// iso reads a date, and gives "" for what machines write where there is none.
func iso(v string, order date.Order) string {
	out := date.Iso(v, order)
	if strings.HasPrefix(out, "1970-01-01") || strings.HasPrefix(out, "1969-12-31") {
		return ""
	}
	return out
}

// dates gives when the article was published and modified: as declared, else as
// shown below the headline, else anywhere on the page, else by its address.
func (s *sources) dates(order date.Order) (published, modified string) {
	try := func(out *string, values ...string) {
		for _, v := range values {
			if *out == "" && v != "" {
				*out = iso(v, order)
			}
		}
	}
	published = s.declaredDate(order)
	try(&modified, s.ld.modified)
	for _, name := range []string{"article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "updated_time", "dcsext.articleupdated", "article.updated"} {
		try(&modified, s.meta[name]...)
	}
	for _, c := range s.modified {
		if modified == "" && s.zoneOf(c.node, c.order) != elsewhere {
			try(&modified, dateOf(c.node))
		}
	}
	for z := below; z <= onPage && published == ""; z++ {
		published = s.shownDate(z, order)
	}
	if published == "" {
		published, _, _ = date.Find(s.title, order)
	}
	if published == "" {
		published = s.dateInURL()
	}
	return published, modified
}

// shownDate gives the first date that stands in a zone: in <time>, under a class
// that names a date, in a byline, or plainly.
func (s *sources) shownDate(in zone, order date.Order) string {
	touched := "" // the day of an update, where nothing else is given
	for _, t := range s.times {
		class := strings.ToLower(t.class)
		if strings.Contains(class, "updat") || strings.Contains(class, "modif") || strings.Contains(class, "comment") || strings.Contains(class, "related") || s.zoneOf(t.node, t.order) != in {
			continue
		}
		d := iso(t.datetime, order)
		if d == "" {
			d = iso(t.text, order)
		}
		if d != "" && !isUpdate(t.node, t.text) {
			return d
		}
		touched = first(touched, d)
	}
	for _, c := range s.published {
		if s.zoneOf(c.node, c.order) == in {
			if d := iso(dateOf(c.node), order); d != "" {
				return d
			}
		}
	}
	for _, c := range s.shown {
		if s.zoneOf(c.node, c.order) == in {
			head := strings.TrimSpace(c.node.Data)
			head = head[:min(len(head), 60)]
			if d := iso(head, order); d != "" && !isUpdate(c.node, head) {
				return d
			} else if d != "" {
				touched = first(touched, d)
			}
		}
	}
	for _, c := range s.authors {
		if c.trust >= trustClass && c.trust <= trustLine && s.zoneOf(c.node, c.order) == in {
			if d, _, _ := date.Find(text(c.node, 300), order); d != "" {
				return d
			}
		}
	}
	return touched
}

// isUpdate says whether the words in or right before a date call it an update's:
// "Updated: March 5", <span>Updated</span> <time>March 5</time>.
func isUpdate(n *html.Node, text string) bool {
	before, _, _ := strings.Cut(text, ":")
	if updates(before) {
		return true
	}
	for up := 0; n != nil && up < 2; n, up = n.Parent, up+1 {
		for prev := n.PrevSibling; prev != nil; prev = prev.PrevSibling {
			t := squeeze(prev.Data)
			if prev.Type == html.ElementNode {
				t = squeeze(lines(prev, 60))
			}
			if t != "" {
				return len(t) < 40 && !hasDigit(t) && updates(t)
			}
		}
	}
	return false
}

func updates(text string) bool {
	words := lang.LoadBylines().Updated
	for w := range strings.FieldsSeq(text) {
		if hasDigit(w) {
			break
		}
		if words[strings.Trim(lang.Fold(w), ":.,|")] {
			return true
		}
	}
	return false
}

// publishedNames are the <meta> names that say when an article was published;
// vendorNames are of some vendors, and less often kept up.
var (
	publishedNames = []string{"article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created", "dcterms.date", "publishdate", "publish-date", "pubdate", "publication_date", "publication-date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "date", "pdate", "originalpublicationdate"}
	vendorNames    = []string{"dcsext.articlefirstpublished", "article_date_original", "ptime", "displaydate", "last-modified-date", "created", "analyticsattributes.articledate", "cxenseparse:publishtime", "rnews:datepublished", "og:article:published_time"}
)

// declaredDate gives the date that the page declares. Where several sources
// disagree by some days, the first is when the article came out and the others
// are when it was touched.
func (s *sources) declaredDate(order date.Order) string {
	var found []string
	add := func(v string) {
		if d := iso(v, order); d != "" {
			found = append(found, d)
		}
	}
	named := func(names []string) {
		for _, name := range names {
			for _, v := range s.meta[name] {
				add(v)
			}
			if len(found) >= 3 {
				break
			}
		}
	}
	add(s.ld.published)
	named(publishedNames)
	for _, c := range s.published {
		if c.trust >= 5 && s.zoneOf(c.node, c.order) != elsewhere {
			add(dateOf(c.node))
			break
		}
	}
	if len(found) < 3 {
		named(vendorNames)
	}
	if len(found) == 0 {
		return ""
	}
	best := found[0]
	for _, f := range found[1:] {
		if f[:7] == best[:7] && f[:10] < best[:10] {
			best = f
		}
	}
	return best
}

// dateInURL reads /2019/11/19/, /2019-11-19-pier and /pier-20191119 in the
// address; a day inside a slug may be a version: /api-2026-07-12-preview.
func (s *sources) dateInURL() string {
	for _, a := range []string{s.url, s.canonical, s.get("og:url")} {
		u, err := url.Parse(a)
		if err != nil {
			continue
		}
		parts := strings.Split(u.Path, "/")
		for i, part := range parts {
			if i+3 <= len(parts) && len(part) == 4 {
				if d := date.Iso(strings.Join(parts[i:i+3], "-"), date.DayFirst); len(d) == 10 && len(parts[i+2]) <= 2 {
					return d
				}
			}
			if len(part) < 8 || part[0] != '1' && part[0] != '2' {
				if i := strings.LastIndexAny(part, "-_"); i >= 0 {
					part = part[i+1:]
				}
			}
			part, _, _ = strings.Cut(part, ".")
			if len(part) < 8 || hasLetter(part[:8]) {
				continue
			}
			if d := date.Iso(part[:min(len(part), 10)], date.DayFirst); len(d) == 10 && (d[:2] == "19" || d[:2] == "20") && (len(part) == 8 || part[4] == '-') {
				return d
			}
		}
	}
	return ""
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 'A' && (r <= 'Z' || r >= 'a') }) >= 0
}
