package metadata

import (
	"net/url"
	"strings"

	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/date"
)

// address gives the page's canonical address.
func (s *sources) address() string {
	for _, a := range []string{s.canonical, s.get("og:url"), s.ld.url} {
		if abs := s.resolve(a); strings.HasPrefix(abs, "http") {
			return abs
		}
	}
	return s.url
}

// resolve makes an address absolute.
func (s *sources) resolve(ref string) string {
	if ref = strings.TrimSpace(ref); ref == "" {
		return ""
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	if base, err := url.Parse(s.url); err == nil && s.url != "" {
		u = base.ResolveReference(u)
	}
	return u.String()
}

// site is a host name, and its label: "dailyecho" of dailyecho.example. They are
// asked for each picture and line of a page, and known of its addresses.
type site struct {
	addresses   [3]string
	host, label string
}

// host gives the site's host name without "www.".
func (s *sources) host() string { return s.ownSite().host }

func (s *sources) ownSite() *site {
	addresses := [3]string{s.url, s.canonical, s.get("og:url")}
	if addresses == s.own.addresses {
		return &s.own
	}
	s.own = site{addresses: addresses}
	for _, a := range addresses {
		if u, err := url.Parse(a); err == nil && u.Hostname() != "" {
			s.own.host = strings.TrimPrefix(u.Hostname(), "www.")
			s.own.label = labelOf(s.own.host)
			break
		}
	}
	return &s.own
}

// publisher gives the site's name.
func (s *sources) publisher() string {
	for _, name := range []string{s.get("og:site_name"), s.ld.publisher, s.ld.site, s.get("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher", "al:android:app_name", "al:ios:app_name", "twitter:app:name:iphone", "article:publisher")} {
		if name = siteName(name); name != "" {
			return name
		}
	}
	for _, c := range s.siteName {
		if name := siteName(c.text); name != "" {
			return name
		}
	}
	// The end of the title that says the same as the host: "… - The Daily Echo"
	// on dailyecho.example.
	label := s.label()
	if label != "" {
		for _, sep := range separators {
			if i := strings.LastIndex(s.title, sep); i > 0 {
				part := strings.TrimSpace(s.title[i+len(sep):])
				if k := siteKey(part); k == label || len(k) > 3 && strings.Contains(label, k) {
					return part
				}
			}
		}
	}
	if s.logo != "" {
		return s.logo
	}
	return strings.TrimPrefix(s.get("twitter:site"), "@")
}

// siteName gives a name without the slogan behind it: "Post - News of the bay".
func siteName(name string) string {
	name = squeeze(name)
	for _, sep := range separators[:len(separators)-1] {
		if i := strings.Index(name, sep); i > 2 {
			name = name[:i]
		}
	}
	if strings.Contains(name, "://") || len(name) > 60 {
		return ""
	}
	return strings.TrimSpace(name)
}

// label gives the part of the host that names the site: "webmd".
func (s *sources) label() string { return s.ownSite().label }

func labelOf(host string) string {
	parts := strings.Split(host, ".")
	if len(parts) < 2 {
		return ""
	}
	label := parts[len(parts)-2]
	if len(parts) > 2 && len(parts[len(parts)-1]) == 2 && len(label) <= 3 {
		label = parts[len(parts)-3] // example.co.uk
	}
	return key(label)
}

// sign keeps a name that is written like the host: the text of a logo or of a
// copyright line.
func (s *sources) sign(text string) {
	if s.logo != "" || len(text) > 120 {
		return
	}
	label := s.label()
	if len(label) < 4 {
		return
	}
	if key(text) == label {
		s.logo = squeeze(text)
		return
	}
	for w := range strings.FieldsSeq(text) {
		if w = strings.Trim(w, ".,;:()©|"); key(w) == label && !strings.Contains(w, ".") {
			s.logo = w
			return
		}
	}
}

// dateOrder tells 9/11/13 by the page's language and country.
func (s *sources) dateOrder(language string) date.Order {
	if strings.HasSuffix(language, "-US") {
		return date.MonthFirst
	}
	host := s.host()
	if language == "en" && (strings.HasSuffix(host, ".com") || strings.HasSuffix(host, ".org") || strings.HasSuffix(host, ".net") || strings.HasSuffix(host, ".gov")) {
		return date.MonthFirst
	}
	return date.DayFirst
}

// dates gives when the article was published and modified.
func (s *sources) dates(order date.Order) (published, modified string) {
	try := func(out *string, values ...string) {
		for _, v := range values {
			if *out == "" && v != "" {
				*out = date.Iso(v, order)
			}
		}
	}
	published = s.declaredDate(order)
	for _, t := range s.times {
		class := strings.ToLower(t.class)
		if !strings.Contains(class, "updat") && !strings.Contains(class, "modif") && !strings.Contains(class, "comment") && !strings.Contains(class, "related") {
			try(&published, t.datetime, t.text)
		}
	}
	for _, c := range s.published {
		try(&published, c.text)
	}
	try(&modified, s.ld.modified)
	for _, name := range []string{"article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "updated_time", "dcsext.articleupdated", "article.updated"} {
		try(&modified, s.meta[name]...)
	}
	for _, c := range s.modified {
		try(&modified, c.text)
	}
	try(&published, s.shown...)
	if published == "" {
		published, _, _ = date.Find(s.title, order)
	}
	if published == "" {
		published = s.dateInURL()
	}
	return published, modified
}

// publishedNames are the <meta> names that say when an article was published.
var publishedNames = []string{"article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created", "dcterms.date", "publishdate", "publish-date", "pubdate", "publication_date", "publication-date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "date", "pdate", "originalpublicationdate", "dcsext.articlefirstpublished", "article_date_original", "ptime", "displaydate", "last-modified-date", "created", "analyticsattributes.articledate", "cxenseparse:publishtime", "rnews:datepublished", "og:article:published_time"}

// declaredDate gives the date that the page declares. Where several sources
// disagree by some days, the first is when the article came out and the others
// are when it was touched.
func (s *sources) declaredDate(order date.Order) string {
	var found []string
	add := func(v string) {
		if iso := date.Iso(v, order); iso != "" {
			found = append(found, iso)
		}
	}
	add(s.ld.published)
	for _, name := range publishedNames {
		for _, v := range s.meta[name] {
			add(v)
		}
		if len(found) >= 3 {
			break
		}
	}
	for _, c := range s.published {
		if c.trust >= 5 {
			add(c.text)
			break
		}
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

// dateInURL reads /2019/11/19/ in the address.
func (s *sources) dateInURL() string {
	for _, a := range []string{s.url, s.canonical, s.get("og:url")} {
		u, err := url.Parse(a)
		if err != nil {
			continue
		}
		parts := strings.Split(u.Path, "/")
		for i := range parts {
			for n := 1; n <= 3 && i+n <= len(parts); n += 2 {
				if iso := date.Iso(strings.Join(parts[i:i+n], "-"), date.DayFirst); iso != "" && len(iso) == 10 && len(parts[i]) >= 4 {
					return iso
				}
			}
		}
	}
	return ""
}

// image gives the lead image; its caption and credit come from JSON-LD, or from
// the figure that shows the same file.
func (s *sources) image() *card.Image {
	address := first(s.get("og:image", "og:image:secure_url", "og:image:url"), s.ld.image, s.get("twitter:image", "twitter:image:src"))
	if address = s.resolve(address); !strings.HasPrefix(address, "http") {
		return nil
	}
	image := &card.Image{URL: address, Caption: squeeze(s.ld.caption), Credit: squeeze(s.ld.credit)}
	for _, f := range s.figures {
		if image.Caption == "" && fileName(f.src) != "" && fileName(f.src) == fileName(address) {
			image.Caption = f.caption
			if image.Credit == "" {
				image.Credit = f.credit
			}
		}
	}
	return image
}

// fileName gives the last part of an address without its query.
func fileName(address string) string {
	address, _, _ = strings.Cut(address, "?")
	return address[strings.LastIndexByte(address, '/')+1:]
}
