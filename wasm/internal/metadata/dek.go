package metadata

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDek is the length in bytes from which a text under a headline is the
// story's start rather than its dek.
const maxDek = 600

// dek gives the summary that stands under the headline, else the one that the
// page declares, where it is not the headline again.
func (s *sources) dek(headline string) string {
	for _, c := range s.deks {
		if s.zoneOf(c.node, c.order) != below {
			continue
		}
		if t := dekText(c.node); isDek(t) && key(t) != key(headline) && !strings.Contains(key(headline), key(t)) {
			return t
		}
	}
	if t := s.textBelow(); t != "" && key(t) != key(headline) {
		return t
	}
	for _, v := range []string{s.get("og:description"), s.get("description", "twitter:description", "dc.description", "dcterms.abstract"), s.ld.dek} {
		if dek := plainText(v); dek != "" && key(dek) != key(headline) {
			return dek
		}
	}
	return ""
}

// dekText gives the text of a dek, of several paragraphs or lists the first.
func dekText(n *html.Node) string {
	whole := text(n, maxDek)
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 30 {
			break
		}
		if d.DataAtom == atom.P && nextElement(d) != nil && nextElement(d).DataAtom == atom.Ul {
			return text(d, maxDek)
		}
	}
	return whole
}

// isDek says whether a text below a headline is no line of date and authors.
func isDek(t string) bool {
	if wordCount(t) < 4 {
		return false
	}
	l, f := lang.LoadBylines(), folded(strings.Fields(t))
	if n := l.ByLabel(f[:min(len(f), 5)]); n > 0 && len(t) < longText || l.OtherLabel(f[:min(len(f), 5)]) > 0 || l.Noise[f[0]] && (wordCount(t) < 8 || hasDigit(t)) {
		return false
	}
	iso, start, _ := date.Find(t, date.DayFirst)
	return iso == "" || start > longText || start > maxDateLabel && wordCount(t) >= 12 && strings.HasSuffix(t, ".")
}

// textBelow gives the text that closes the group of the headline: the only
// paragraph or heading behind it in a <header> or <hgroup>, or one whose class
// calls it a description: <h1>Pier closes</h1><p class="desc">The town …</p>.
func (s *sources) textBelow() string {
	if s.head == nil {
		return ""
	}
	n := nextElement(s.head)
	if n == nil || n.DataAtom != atom.P && n.DataAtom != atom.H2 && n.DataAtom != atom.H3 && n.DataAtom != atom.Div {
		return ""
	}
	t := text(n, maxDek)
	if !isDek(t) || authorTrust(attr(n, "class")) > 0 {
		return ""
	}
	described := false
	for name := range strings.FieldsSeq(attr(n, "class")) {
		for _, w := range classWords(name) {
			described = described || slices.Contains(descriptionWords, w)
		}
	}
	if described || nextElement(n) == nil && (n.DataAtom != atom.Div || s.head.Parent.DataAtom == atom.Header || s.head.Parent.DataAtom == atom.Hgroup) && (n.DataAtom != atom.P || s.head.Parent.DataAtom != atom.Article) {
		return t
	}
	return ""
}

var descriptionWords = []string{"desc", "description", "lead", "lede", "excerpt", "intro", "strapline", "tagline", "sub"}

func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil; n = n.NextSibling {
		if n.Type == html.ElementNode && n.DataAtom != atom.Br && n.DataAtom != atom.Script {
			return n
		}
	}
	return nil
}

// plainText takes tags, entities and shortcodes out of a declared text, which
// content systems put in: "&lt;p&gt;The pier …&lt;/p&gt;", "[vc_row]The pier …".
func plainText(s string) string {
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	s = without(s, '<', '>', func(tag string) bool {
		tag = strings.TrimPrefix(tag, "/")
		return tag != "" && (tag[0] >= 'a' && tag[0] <= 'z' || tag[0] >= 'A' && tag[0] <= 'Z')
	})
	s = without(s, '[', ']', func(tag string) bool {
		name, _, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
		return strings.HasPrefix(tag, "/") || strings.ContainsAny(name, "_-") || strings.Contains(tag, `="`) || name == "caption" || name == "gallery"
	})
	return squeeze(s)
}

// without replaces what stands between two marks by a space, where it is markup.
func without(s string, open, end byte, markup func(string) bool) string {
	if strings.IndexByte(s, open) < 0 {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, open)
		if i < 0 {
			break
		}
		n := strings.IndexByte(s[i:], end)
		if n < 0 {
			break
		}
		b.WriteString(s[:i])
		if markup(s[i+1 : i+n]) {
			b.WriteByte(' ')
		} else {
			b.WriteString(s[i : i+n+1])
		}
		s = s[i+n+1:]
	}
	b.WriteString(s)
	return b.String()
}
