package metadata

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// toAuthor says whether an address is that of an author's page.
func toAuthor(href string) bool {
	_, rest, found := strings.Cut(href, "/")
	for found {
		var part string
		part, rest, found = strings.Cut(rest, "/")
		if strings.HasPrefix(part, "journalist") || strings.HasPrefix(part, "contributor") || strings.HasPrefix(part, "reporter") || found && ofAuthors[part] {
			return true
		}
	}
	return false
}

// ofAuthors are folders of authors' pages.
var ofAuthors = wordSet("author authors by people staff writer writers profile profiles autor autoren autores auteur auteurs redaktion editors user team correspondents columnists signataires autori firmas bio av forfatter skribent yazar yazarlar penulis autorzy autore")

// bylineWords in a class or id name a byline; of these, authorWords an author.
var (
	bylineWords  = wordSet("byline bylines byliner")
	authorWords  = wordSet("author authors authorname authornames authorlink autor autoren autorin autores auteur auteurs autore autori writer writers reporter journalist contributor contributors verfasser redacteur forfatter skribent yazar szerzo muhabir toimittaja firma signature signatures signataire signataires fn articleauthor postauthor attribution")
	notNameWords = wordSet("bio avatar location place image img photo pic picture description desc about box title role job email twitter facebook social follow date time icon card cards more related list thumb thumbnail comment comments popup widget-title")
)

// mayName says whether a class in lower case may name a byline or author, which
// few do: by three letters of each of bylineWords and authorWords. It is asked of
// most elements of a page.
func mayName(class string) bool {
	for i := 0; i+2 < len(class); i++ {
		switch class[i : i+3] {
		case "byl", "by-", "by_", "-by", "_by", "sze", "muh", "toi", "fir", "aut", "wri", "epo", "jou", "rib", "rfa", "dac", "sig", "skr", "yaz":
			return true
		}
	}
	return strings.Contains(class, "fn")
}

// authorTrust gives how sure a class or id is to name an author, 0 where it is
// not: "article__author", "AuthorName_x7Kc", "byline-wrapper", not "author-bio".
func authorTrust(class string) int {
	best := 0
	if strings.Contains(class, "readcrumb") {
		return 0
	}
	for name := range strings.FieldsSeq(class) {
		if len(name) > 80 {
			continue
		}
		trust := 0
		words := classWords(name)
		for i, w := range words {
			switch {
			case bylineWords[w], w == "by" && (i+1 < len(words) && words[i+1] == "line" || i > 0 && (words[i-1] == "posted" || words[i-1] == "written")):
				trust = max(trust, trustLine)
			case authorWords[w], strings.HasSuffix(w, "author") && len(w) < 16, strings.HasSuffix(w, "authorname"):
				trust = max(trust, trustClass)
			}
		}
		for _, w := range words {
			if notNameWords[w] {
				trust = 0
			}
		}
		best = max(best, trust)
	}
	return best
}

// classWords parts a class at its marks and inner capitals, in lower case.
func classWords(class string) []string {
	var out []string
	start := 0
	add := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(class[start:end]))
		}
		start = end
	}
	for i := 0; i < len(class); i++ {
		switch c := class[i]; {
		case c == '-' || c == '_' || c == ':' || c == '.':
			add(i)
			start = i + 1
		case c >= 'A' && c <= 'Z' && i > 0 && class[i-1] >= 'a' && class[i-1] <= 'z':
			add(i)
		}
	}
	add(len(class))
	return out
}

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

func dateClass(name string) bool {
	for _, part := range [...]string{"pubdate", "publish", "posted-on", "post-date", "postdate", "entry-date", "article-date", "story-date", "date-time", "datetime", "timestamp", "dateline", "article__date"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return name == "date" || strings.HasSuffix(name, "-date") || strings.HasSuffix(name, "_date") || strings.HasPrefix(name, "date-")
}

// dekNames in a class name the dek of a story.
var dekNames = []string{"dek", "standfirst", "subhead", "subheadline", "subheading", "subhed", "subtitle", "deck", "sottotitolo", "chapo", "vorspann", "ingress", "entradilla", "bajada", "copete", "manchet", "summary", "abstract", "spot"}

func dekClass(name string) bool {
	if len(name) < 3 {
		return false
	}
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || r == '_' }) {
		if slices.Contains(dekNames, part) {
			return true
		}
	}
	return strings.HasSuffix(name, "sub-title") || strings.HasSuffix(name, "sub-head") || strings.HasSuffix(name, "sub-headline")
}

// isMarkedHeadline says whether an h2 or h3 is called the headline, or stands in
// the <header> of an <article>.
func isMarkedHeadline(n *html.Node) bool {
	if n.DataAtom == atom.H1 || has(attr(n, "itemprop"), "headline") {
		return true
	}
	for name := range strings.FieldsSeq(attr(n, "class")) {
		switch strings.ToLower(name) {
		case "entry-title", "post-title", "article-title", "article__title", "article-headline", "story-title", "headline":
			return true
		}
	}
	header := false
	for up := 0; up < 5 && n.Parent != nil; up++ {
		n = n.Parent
		header = header || n.DataAtom == atom.Header
		if n.DataAtom == atom.Article {
			return header
		}
	}
	return false
}
