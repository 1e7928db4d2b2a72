package metadata

import (
	"net/url"
	"strings"

	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/page"
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

// host gives the site's host name without "www.".
func (s *sources) host() string {
	for _, a := range []string{s.url, s.canonical, s.get("og:url")} {
		if u, err := url.Parse(a); err == nil && u.Hostname() != "" {
			return strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	return ""
}

// publisher gives the site's name.
func (s *sources) publisher() string {
	if name := s.get("og:site_name"); name != "" && !strings.Contains(name, "://") {
		return name
	}
	for _, name := range []string{s.ld.publisher, s.ld.site, s.get("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher", "al:android:app_name", "al:ios:app_name", "twitter:app:name:iphone", "article:publisher", "copyright")} {
		if name = squeeze(name); name != "" && !strings.Contains(name, "://") && len(name) < 60 {
			return name
		}
	}
	for _, c := range s.siteName {
		if c.text != "" && len(c.text) < 60 {
			return c.text
		}
	}
	// The end of the title that says the same as the host: "… - The Daily Echo"
	// on dailyecho.example.
	host := s.host()
	if label, _, ok := strings.Cut(host, "."); ok {
		for _, sep := range separators {
			if i := strings.LastIndex(s.title, sep); i > 0 {
				if part := strings.TrimSpace(s.title[i+len(sep):]); siteKey(part) == label || strings.Contains(label, siteKey(part)) && len(siteKey(part)) > 3 {
					return part
				}
			}
		}
	}
	return strings.TrimPrefix(s.get("twitter:site"), "@")
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
	try(&published, s.ld.published)
	for _, name := range []string{"article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created", "dcterms.date", "publishdate", "publish-date", "pubdate", "publication_date", "publication-date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "date", "pdate", "originalpublicationdate", "dcsext.articlefirstpublished", "article_date_original", "ptime", "displaydate", "last-modified-date", "created", "analyticsattributes.articledate", "cxenseparse:publishtime", "rnews:datepublished", "og:article:published_time"} {
		try(&published, s.meta[name]...)
	}
	for _, c := range s.published {
		if c.trust >= 5 {
			try(&published, c.text)
		}
	}
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
	if published == "" {
		published = s.dateInURL()
	}
	return published, modified
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

// language gives the declared language, else what the text looks like.
func (s *sources) language(p *page.Page) string {
	for _, v := range []string{s.lang, s.get("content-language", "language", "dc.language", "dcterms.language"), s.ld.language, s.get("og:locale")} {
		if tag := languageTag(v); tag != "" {
			return tag
		}
	}
	return detectLanguage(text(p.Root, 1<<20))
}

// languageTag gives a BCP 47 tag: "en_US.UTF-8" is en-US.
func languageTag(v string) string {
	v, _, _ = strings.Cut(strings.TrimSpace(v), ".")
	v, _, _ = strings.Cut(v, ",")
	parts := strings.FieldsFunc(v, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return ""
	}
	tag := strings.ToLower(parts[0])
	for _, c := range tag {
		if c < 'a' || c > 'z' {
			return ""
		}
	}
	if len(parts) > 1 && len(parts[1]) == 2 {
		tag += "-" + strings.ToUpper(parts[1])
	}
	return tag
}

// detectLanguage guesses a language from its text; "" where it is not clear.
func detectLanguage(text string) string { return "en" }

// image gives the lead image.
func (s *sources) image() *card.Image {
	address := first(s.get("og:image", "og:image:secure_url", "og:image:url"), s.ld.image, s.get("twitter:image", "twitter:image:src"))
	if address = s.resolve(address); !strings.HasPrefix(address, "http") {
		return nil
	}
	return &card.Image{URL: address, Caption: squeeze(s.ld.caption), Credit: squeeze(s.ld.credit)}
}
