package metadata

import (
	"net/url"
	"strings"

	"keypoints/wasm/internal/card"
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
		if name := siteName(nameOf(c.node)); name != "" {
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
