package metadata

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/json"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ld is what the page's JSON-LD says of its article.
type ld struct {
	found                    bool
	headline, dek            string
	authors                  []string
	published, modified      string
	publisher, site          string
	language, image, section string
	caption, credit          string
	body                     string
	url                      string
	updates                  []json.Value
}

// articleTypes are the schema.org types of one article, the surest first.
var articleTypes = []string{"newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "opinionnewsarticle",
	"reviewnewsarticle", "askpublicnewsarticle", "liveblogposting", "article", "blogposting", "report", "techarticle", "scholarlyarticle",
	"satiricalarticle", "advertisercontentarticle", "socialmediaposting", "review", "claimreview", "recipe", "videoobject", "webpage"}

// weakTypes is how many of them, from the end, may be about something else.
const weakTypes = 2

// maxLD bounds the objects that are looked at.
const maxLD = 2000

// story is what a page says of itself outside JSON-LD: its titles and addresses.
type story struct {
	titles, addresses []string
}

func (s *sources) story() story {
	var st story
	for _, t := range []string{s.title, s.get("og:title"), s.get("twitter:title")} {
		if t != "" {
			st.titles = append(st.titles, t)
		}
	}
	for _, h := range s.headings {
		if h.node.DataAtom == atom.H1 {
			st.titles = append(st.titles, h.text)
		}
	}
	for _, a := range []string{s.url, s.canonical, s.get("og:url")} {
		if a != "" {
			st.addresses = append(st.addresses, addressKey(s.resolve(a)))
		}
	}
	return st
}

// addressKey is an address without what differs between a page's own ones.
func addressKey(a string) string {
	a, _, _ = strings.Cut(a, "#")
	a, _, _ = strings.Cut(a, "?")
	if _, rest, ok := strings.Cut(a, "://"); ok {
		a = rest
	}
	a = strings.TrimPrefix(strings.TrimPrefix(a, "www."), "m.")
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(a, "/amp"), ".amp"), "/")
}

// fits tells how well an object's headline and address are the page's: 2 for one
// that is the same, -1 for one that is another's.
func (st *story) fits(v json.Value) (headline, address int) {
	if h := key(first(str(v.Get("headline")), str(v.Get("name")))); h != "" && len(st.titles) > 0 {
		headline = -1
		for _, t := range st.titles {
			if k := key(t); k != "" && (strings.Contains(k, h) && len(h) > len(k)/2 || strings.Contains(h, k)) || overlap(t, str(v.Get("headline"))) >= 0.5 {
				headline = 2
			}
		}
	}
	for _, a := range []string{str(v.Get("url")), str(v.Get("mainEntityOfPage")), str(v.Get("mainEntityOfPage").Get("@id")), str(v.Get("@id"))} {
		if a = addressKey(a); !strings.Contains(a, "/") || len(st.addresses) == 0 { // none, or the site's
			continue
		}
		if address == 0 {
			address = -1
		}
		if slices.Contains(st.addresses, a) {
			address = 2
		}
	}
	return headline, address
}

// readJSONLD reads the page's article out of its JSON-LD scripts.
func readJSONLD(scripts []string, page story) ld {
	g := graph{byID: map[string]json.Value{}}
	for _, script := range scripts {
		v, ok := json.Parse(script)
		switch {
		case ok:
			g.index(v, 0)
		case strings.Contains(script, "&quot;"):
			// Escaped once too often: {&quot;@type&quot;: …
			v, _ = json.Parse(html.UnescapeString(script))
			g.index(v, 0)
		default:
			for _, v := range json.ParseAll(script) {
				g.index(v, 0)
			}
		}
	}
	bestRank, bestFit, best := len(articleTypes), -10, json.Value{}
	for _, v := range g.objects {
		rank := typeRank(v)
		if rank == len(articleTypes) {
			continue
		}
		headline, address := page.fits(v)
		weak := rank >= len(articleTypes)-weakTypes
		if headline < 0 && (address < 0 || weak && address <= 0) {
			continue // a related story's, or a video's
		}
		fit := headline + address
		if weak {
			fit -= 3 // of the page as a whole, or of a thing on it
		}
		if fit > bestFit || fit == bestFit && rank < bestRank {
			bestRank, bestFit, best = rank, fit, v
		}
	}
	var out ld
	for _, v := range g.objects {
		if hasType(v, "website") && out.site == "" {
			out.site = str(v.Get("name"))
		}
		out.updates = append(out.updates, v.Get("liveBlogUpdate").List()...)
	}
	if best.Kind != json.Object {
		return out
	}
	out.found = bestRank < len(articleTypes)-2
	out.headline = first(str(best.Get("headline")), str(best.Get("name")))
	out.dek = first(str(best.Get("alternativeHeadline")), str(best.Get("description")))
	for _, key := range []string{"author", "creator"} {
		for _, a := range best.Get(key).List() {
			if len(out.authors) >= maxAuthors {
				break
			}
			out.authors = append(out.authors, g.names(a)...)
		}
		if len(out.authors) > 0 {
			break
		}
	}
	out.published = first(str(best.Get("datePublished")), str(best.Get("dateCreated")))
	out.modified = str(best.Get("dateModified"))
	for _, p := range best.Get("publisher").List() {
		if names := g.names(p); len(names) > 0 && out.publisher == "" {
			out.publisher = names[0]
		}
	}
	out.language = str(best.Get("inLanguage"))
	out.section = str(best.Get("articleSection"))
	out.body = str(best.Get("articleBody"))
	out.url = first(str(best.Get("url")), str(best.Get("mainEntityOfPage")))
	for _, i := range best.Get("image").List() {
		if ref, ok := g.byID[str(i.Get("@id"))]; ok && i.Get("url").Kind == json.Null {
			i = ref
		}
		if out.image = first(str(i), str(i.Get("url")), str(i.Get("contentUrl"))); out.image != "" {
			out.caption = str(i.Get("caption"))
			out.credit = first(str(i.Get("creditText")), strings.Join(g.names(i.Get("creator")), ", "))
			break
		}
	}
	return out
}

// graph is all objects of a page's JSON-LD; @id refers to one in another place.
type graph struct {
	objects []json.Value
	byID    map[string]json.Value
}

func (g *graph) index(v json.Value, depth int) {
	if len(g.objects) >= maxLD || depth > 6 {
		return
	}
	switch v.Kind {
	case json.Array:
		for _, item := range v.Items {
			g.index(item, depth+1)
		}
	case json.Object:
		g.objects = append(g.objects, v)
		if id := str(v.Get("@id")); id != "" && len(v.Fields) > 1 {
			if _, ok := g.byID[id]; !ok {
				g.byID[id] = v
			}
		}
		for _, f := range v.Fields {
			switch f.Name {
			case "@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher", "image", "hasPart", "isPartOf":
				g.index(f.Value, depth+1)
			}
		}
	}
}

// names gives the names in an author or publisher.
func (g *graph) names(v json.Value) []string {
	switch v.Kind {
	case json.String:
		if ref, ok := g.byID[v.Text]; ok {
			return g.names(withoutID(ref))
		}
		return []string{str(v)}
	case json.Array:
		var out []string
		for _, item := range v.Items {
			out = append(out, g.names(item)...)
		}
		return out
	case json.Object:
		var out []string
		for _, name := range v.Get("name").List() {
			if s := str(name); s != "" {
				out = append(out, s)
			}
		}
		if len(out) == 0 {
			if ref, ok := g.byID[str(v.Get("@id"))]; ok && ref.Get("name").Kind != json.Null {
				return g.names(withoutID(ref))
			}
		}
		return out
	}
	return nil
}

// withoutID keeps an object that refers to itself from being followed for ever.
func withoutID(v json.Value) json.Value {
	return json.Value{Kind: json.Object, Fields: []json.Field{{Name: "name", Value: v.Get("name")}}}
}

func typeRank(v json.Value) int {
	for i, name := range articleTypes {
		if hasType(v, name) {
			return i
		}
	}
	return len(articleTypes)
}

func hasType(v json.Value, name string) bool {
	for _, t := range v.Get("@type").List() {
		s := t.Str()
		if i := strings.LastIndexAny(s, "/:#"); i >= 0 {
			s = s[i+1:]
		}
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}

// str gives a value's text without entities and tags; JSON-LD often has both.
func str(v json.Value) string {
	if v.Kind == json.Object {
		v = v.Get("@value")
	}
	if v.Kind == json.Array && len(v.Items) > 0 {
		v = v.Items[0]
	}
	s := v.Str()
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return strings.TrimSpace(s)
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
