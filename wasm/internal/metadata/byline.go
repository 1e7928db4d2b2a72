package metadata

import (
	"slices"
	"sort"
	"strings"

	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// authorNames are the <meta> names of authors, the surest first.
var authorNames = []string{"parsely-author", "byl", "author", "article:author_name", "dc.creator", "dcterms.creator", "sailthru.author", "cxenseparse:author", "citation_author", "article:author", "og:author", "og:article:author", "article.author", "authors", "dc.creator.creator", "dcsext.author", "analyticsattributes.author"}

// byline gives the authors as a list of names. Sources in order of trust:
// JSON-LD, <meta>, what the page shows. Persons go before an agency, and that
// before the publisher, who signs where nobody else does.
func (s *sources) byline(publisher string) []string {
	var best []author
	better := func(found []author) bool {
		if rank(found) < rank(best) {
			best = found
		}
		return rank(best) == person
	}
	signed := byline{publisher: publisher, host: s.host(), rights: key(s.get("copyright", "dc.rights", "dcterms.rights", "rights")), declared: true}
	var declared []author
	for _, a := range s.ld.authors {
		declared = append(declared, signed.read(a)...)
	}
	if better(declared) {
		return names(best)
	}
	for _, name := range authorNames {
		var found []author
		for _, v := range s.meta[name] {
			found = append(found, signed.read(v)...)
		}
		if better(found) {
			return names(best)
		}
	}
	if better(s.shownAuthors(publisher, len(best) > 0 && s.head != nil)) {
		return names(best)
	}
	if lang.LoadBylines().ByLabel(folded(strings.Fields(s.get("twitter:label1")))) > 0 {
		signed.written = true
		better(signed.read(s.get("twitter:data1"))) // WordPress: who put the page there
	}
	return names(best)
}

// rank is the best kind among authors, higher than all where there is none.
func rank(authors []author) authorKind {
	best := own + 1
	for _, a := range authors {
		best = min(best, a.kind)
	}
	return best
}

// names gives the names of authors once each; the publisher's own only where it
// stands alone or with an agency.
func names(authors []author) []string {
	var out []string
	seen := map[string]bool{}
	signed := rank(authors)
	for _, a := range authors {
		k := key(a.name)
		if k == "" || seen[k] || a.kind == own && signed == person || isInitials(a.name, authors) {
			continue
		}
		seen[k] = true
		out = append(out, a.name)
	}
	return out
}

// isInitials says whether a name is what stands for another in its portrait's
// place: "AR" beside "Ann Ray".
func isInitials(name string, authors []author) bool {
	if len(name) > 4 || strings.Contains(name, " ") {
		return false
	}
	for _, a := range authors {
		initials := ""
		for w := range strings.FieldsSeq(a.name) {
			for _, r := range w {
				initials += string(r)
				break
			}
		}
		if a.name != name && len(initials) > 1 && initials == name {
			return true
		}
	}
	return false
}

// shownAuthors reads the elements that are called bylines, or begin with "By".
// Those below the headline count before all others, and alone where an agency is
// declared: persons elsewhere may be those of a picture or a quoted post.
func (s *sources) shownAuthors(publisher string, onlyBelow bool) []author {
	type shown struct {
		candidate
		zone zone
	}
	var all []shown
	for _, c := range s.authors {
		if z := s.zoneOf(c.node, c.order); z != elsewhere && (z == below || !onlyBelow) && (c.trust > trustLink || z == below && standsAlone(c.node)) && !otherLabel(c.node) {
			all = append(all, shown{candidate: c, zone: z})
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].zone != all[j].zone {
			return all[i].zone < all[j].zone
		}
		return all[i].trust > all[j].trust
	})
	var best []author
	for i := range all {
		first := &all[i]
		found := byline{publisher: publisher, host: s.host(), handle: first.trust >= trustName && first.zone == below}.read(s.bylineText(first.candidate))
		if rank(found) >= rank(best) {
			continue
		}
		// Further elements of the same kind are further authors.
		for _, other := range all[i+1:] {
			if other.zone == first.zone && (other.trust == first.trust || first.trust >= trustName && other.trust >= trustName) && first.zone == below {
				found = append(found, byline{publisher: publisher, host: s.host()}.read(s.bylineText(other.candidate))...)
			}
		}
		// An element around it may have names that only it has.
		for _, outer := range all {
			around := lines(outer.node, maxLine)
			if around != "" && !strings.Contains(around, "\n") && outer.zone == first.zone && outer.node != first.node && outer.trust >= trustClass && contains(outer.node, first.node) {
				more := byline{publisher: publisher, host: s.host()}.read(s.bylineText(outer.candidate))
				if rank(more) == rank(found) && holds(more, found) {
					found = more
				}
			}
		}
		best = found
		if rank(best) <= agency {
			break
		}
	}
	return best
}

// holds says whether all of the fewer names are among the others.
func holds(all, fewer []author) bool {
	a := names(all)
	for _, n := range names(fewer) {
		if !slices.Contains(a, n) {
			return false
		}
	}
	return true
}

// How sure the markup of an author is.
const (
	trustLink  = 2 // a link to an author's page
	trustClass = 3 // class="author"
	trustLine  = 4 // class="byline", or a line that begins with "By"
	trustName  = 5 // rel=author
	trustData  = 6 // itemprop=author
)

// standsAlone says whether a link is not one in a text.
func standsAlone(n *html.Node) bool {
	at := n
	for at.Parent != nil && isInline(at.Parent) {
		at = at.Parent
	}
	if at.Parent == nil {
		return false
	}
	name := lines(n, longText)
	alone := len(lines(at.Parent, longText)) <= len(name)+longText/2
	for line := range strings.SplitSeq(lines(at.Parent, 2*longText), "\n") {
		if strings.Contains(line, name) {
			alone = alone || len(line) <= len(name)+longText/2
			break
		}
	}
	if !alone {
		return false
	}
	for _, beside := range [...]*html.Node{at.PrevSibling, at.NextSibling} {
		if beside != nil && beside.Type == html.TextNode && len(strings.TrimSpace(beside.Data)) > longText/4 {
			return false
		}
	}
	return true
}

// otherLabel says whether the words before an element call its name a
// photographer's or translator's: <p>Translation</p><ul class="authors">.
func otherLabel(n *html.Node) bool {
	words := lang.LoadBylines()
	for up := 0; n != nil && up < 6; n, up = n.Parent, up+1 {
		for prev := n.PrevSibling; prev != nil; prev = prev.PrevSibling {
			var t string
			switch prev.Type {
			case html.TextNode:
				t = squeeze(prev.Data)
			case html.ElementNode:
				t = text(prev, 60)
				if t == "" {
					return false
				}
			}
			if t == "" {
				continue
			}
			if len(t) > 60 {
				return false
			}
			f := folded(strings.Fields(t))
			n := words.OtherLabel(f)
			return n > 0 && n == len(f) && words.ByLabel(f) < n
		}
	}
	return false
}

// bylineText gives an element's lines, with the names that links and classes
// mark in it on lines of their own where nothing but they is sure to be a name.
func (s *sources) bylineText(c candidate) string {
	if content := attr(c.node, "content"); content != "" {
		return content
	}
	if c.node.DataAtom == atom.Meta {
		return ""
	}
	whole := lines(c.node, 400)
	var marked []string
	seen := 0
	for d := range c.node.Descendants() {
		if seen++; seen > 200 {
			break
		}
		if d.Type != html.ElementNode {
			continue
		}
		class := strings.ToLower(attr(d, "class"))
		switch {
		case attr(d, "itemprop") == "name", class == "fn", class == "name", strings.Contains(class, "author-name"), strings.Contains(class, "author__name"), strings.Contains(class, "byline-name"), strings.Contains(class, "byline__name"),
			d.DataAtom == atom.A && (has(attr(d, "rel"), "author") || toAuthor(attr(d, "href")) || strings.Contains(class, "author")):
			t := attr(d, "content")
			if t == "" {
				t = lines(d, 100)
			}
			if t != "" && len(strings.Fields(t)) < 7 {
				marked = append(marked, t)
			}
		}
	}
	if len(marked) == 0 {
		return whole
	}
	// "By <a>Ann Ray</a> and Bo Lind": not all of them are marked.
	words, last := lang.LoadBylines(), ""
	for w := range strings.FieldsSeq(whole) {
		if last += " " + w; words.And[w] {
			last = " "
		}
	}
	if strings.HasPrefix(last, "  ") && !strings.Contains(whole, "\n") && !slices.ContainsFunc(marked, func(m string) bool { return strings.Contains(squeeze(last), squeeze(m)) }) {
		return whole
	}
	return strings.Join(marked, "\n")
}
