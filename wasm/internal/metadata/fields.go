package metadata

import (
	"net/url"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
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

// publisher gives the site's name as its readers know it: "The Province" where
// og:site_name has "theprovince" and the title or JSON-LD has the name.
func (s *sources) publisher() string {
	var declared []string
	for _, name := range []string{s.get("og:site_name"), s.ld.publisher, s.ld.site, s.get("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher", "al:android:app_name", "al:ios:app_name", "twitter:app:name:iphone", "article:publisher")} {
		if name = siteName(name); name != "" {
			declared = append(declared, name)
		}
	}
	for _, c := range s.siteName {
		if name := siteName(nameOf(c.node)); name != "" {
			declared = append(declared, name)
			break
		}
	}
	ends := s.titleEnds()
	for _, name := range declared {
		if len(declared) > 1 && lang.LoadBylines().Section[lang.Fold(name)] {
			continue // "U.S." of an agency's American pages
		}
		if isSlug(name) {
			for _, other := range append(declared, append(ends, s.logo)...) {
				if other != "" && !isSlug(other) && key(other) == key(name) {
					return other
				}
			}
		}
		return strings.TrimPrefix(name, "www.")
	}
	// The end of the title that says the same as the host: "… - The Daily Echo"
	// on dailyecho.example.
	if label := s.label(); label != "" {
		for _, part := range ends {
			if k := siteKey(part); k == label || len(k) > 3 && strings.Contains(label, k) {
				return part
			}
		}
	}
	if s.logo != "" {
		return s.logo
	}
	handle := strings.TrimSuffix(s.get("twitter:site"), "/")
	return strings.TrimPrefix(handle[strings.LastIndexByte(handle, '/')+1:], "@")
}

// titleEnds gives what stands behind the last of each separator in the titles.
func (s *sources) titleEnds() []string {
	var ends []string
	for _, title := range []string{s.title, s.get("og:title")} {
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 {
				ends = append(ends, strings.TrimSpace(title[i+len(sep):]))
			}
		}
	}
	return ends
}

// isSlug says whether a name is written as in an address: "nationalpost".
func isSlug(name string) bool {
	return isASCII(name) && strings.ToLower(name) == name && !strings.Contains(name, " ")
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
	return strings.Trim(name, " @-–—|")
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
