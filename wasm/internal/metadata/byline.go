package metadata

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"
)

// byline gives the authors as a list of names. Sources in order of trust:
// JSON-LD, microdata and rel=author, <meta>, elements that are called bylines.
func (s *sources) byline(publisher string) []string {
	var fromLD []string
	for _, a := range s.ld.authors {
		fromLD = append(fromLD, people(a, publisher)...)
	}
	if fromLD = unique(fromLD); len(fromLD) > 0 {
		return fromLD
	}
	var meta []string
	for _, name := range []string{"parsely-author", "byl", "author", "article:author_name", "dc.creator", "dcterms.creator", "sailthru.author", "cxenseparse:author", "citation_author", "article:author", "og:author", "authors", "dc.creator.creator"} {
		for _, v := range s.meta[name] {
			meta = append(meta, people(v, publisher)...)
		}
		if len(meta) > 0 {
			return unique(meta)
		}
	}
	slices.SortStableFunc(s.authors, func(a, b candidate) int { return cmp.Compare(b.trust, a.trust) })
	for i, c := range s.authors {
		names := people(c.text, publisher)
		if len(names) == 0 {
			continue
		}
		// Further elements of the same kind are further authors.
		for _, other := range s.authors[i+1:] {
			if other.trust == c.trust && c.trust >= 5 {
				names = append(names, people(other.text, publisher)...)
			}
		}
		return unique(names)
	}
	return nil
}

// people reads the names out of a byline, and leaves out the rest.
func people(text, publisher string) []string {
	var out []string
	for _, name := range split(strip(text)) {
		if name = clean(name); isPerson(name, publisher) {
			out = append(out, name)
		}
	}
	return out
}

// strip takes "By", dates and what follows a date off a byline.
func strip(s string) string {
	s = squeeze(s)
	if strings.Contains(s, "://") {
		return ""
	}
	folded := lang.Fold(s)
	for _, by := range []string{"by ", "by: ", "par ", "von ", "por ", "di ", "door ", "av ", "autor: ", "autor ", "author: ", "written by ", "written by: ", "posted by ", "published by ", "reported by ", "story by ", "words by ", "text: ", "texte: ", "from "} {
		if strings.HasPrefix(folded, by) {
			s = s[len(by):]
			break
		}
	}
	if iso, start, _ := date.Find(s, date.DayFirst); iso != "" {
		if start == 0 {
			return ""
		}
		s = s[:start]
	}
	return s
}

// split parts a list of names.
func split(s string) []string {
	s = strings.NewReplacer(" (avec ", ",", " (with ", ",", " avec ", ",", " and ", ",", " And ", ",", " AND ", ",", " & ", ",", " et ", ",", " und ", ",", " y ", ",", ";", ",", "|", ",", "/", ",", " with ", ",", "•", ",", "·", ",").Replace(s)
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// clean takes handles, addresses and marks off a name.
func clean(name string) string {
	var kept []string
	for w := range strings.FieldsSeq(name) {
		if strings.ContainsRune(w, '@') {
			continue
		}
		kept = append(kept, w)
	}
	name = strings.Join(kept, " ")
	// "Ann Ray (Marrow Bay)", but not "Richard (R.J.) Eskow".
	if i := strings.IndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
		name = name[:i]
	} else if i < 0 {
		name = strings.TrimSuffix(name, ")")
	}
	return strings.Trim(name, " .:–—-|•")
}

// roleWords make a text a job title, a section or a placeholder, no name.
var roleWords = set("editor reporter correspondent writer columnist contributor journalist producer anchor chief senior managing bureau username user admin administrator author authors unknown guest section news home sport sports politics business opinion username about follow updated published posted share comments comment today yesterday ago min read md ma phd rn mph msc bsc jd esq by vom publiziert veröffentlicht posted published written articles bio")

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// isPerson says whether a text can be a person's or agency's name.
func isPerson(name, publisher string) bool {
	fields := strings.Fields(name)
	if len(fields) == 0 || len(fields) > 5 || len(name) > 60 || strings.ContainsAny(name, "0123456789?!\"“”{}<>#=_") {
		return false
	}
	if same(name, publisher) {
		return false
	}
	if last := fields[len(fields)-1]; len(fields) > 1 && last == "Desk" {
		return true // "News Desk" signs for a newsroom
	}
	capital := 0
	for _, w := range fields {
		if roleWords[strings.ToLower(w)] {
			return false
		}
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || unicode.Is(unicode.Lo, r) {
			capital++
		}
	}
	return capital > 0
}

// unique drops names that are there already.
func unique(names []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, n := range names {
		if k := key(n); k != "" && !seen[k] {
			seen[k] = true
			out = append(out, n)
		}
	}
	return out
}
