package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators part headline, section and site name in a <title>, the ones that
// stand in headlines least first.
var separators = []string{" | ", " ¦ ", " :: ", " » ", " « ", " · ", " • ", " — ", " – ", " - ", " -- ", " / ", ": "}

// headline chooses among JSON-LD, OpenGraph, the h1 and the <title>. An h1 that
// another source confirms is what the reader sees; else the page's own
// declarations count, without the site's name.
func (s *sources) headline(publisher string) string {
	site := []string{publisher, s.get("og:site_name"), s.host()}
	title := trimSite(s.title, site)
	og := trimSite(s.get("og:title"), site)
	twitter := trimSite(s.get("twitter:title"), site)
	ld := trimSite(squeeze(s.ld.headline), site)
	meta := trimSite(s.get("headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "article:title", "title"), site)
	declared := []string{ld, og, twitter, meta, title}

	// The h1 that says the same as a declared title.
	for _, h := range s.h1 {
		h1 := key(h)
		for _, d := range declared {
			if k := key(d); k != "" && len(h1) > 8 && (h1 == k || len(h1) > 20 && strings.Contains(key(s.title), h1)) {
				return trimSite(h, site[:2])
			}
		}
	}
	// One that shares most of its words with a declared title: a second
	// headline for the same story.
	for _, h := range s.h1 {
		for _, d := range declared {
			if overlap(h, d) >= 0.5 && len(strings.Fields(h)) >= 4 {
				return trimSite(h, site[:2])
			}
		}
	}
	// og:title sometimes is the front page's; the <title> then says otherwise.
	if ld != "" && s.ld.found {
		return ld
	}
	if og != "" && (title == "" || overlap(og, title) > 0.2 || overlap(og, s.title) > 0.2) {
		return og
	}
	if len(s.h1) == 1 && len(strings.Fields(s.h1[0])) >= 4 && overlap(s.h1[0], s.title) > 0 {
		return s.h1[0]
	}
	if title != "" && len(strings.Fields(title)) >= 3 {
		return title
	}
	if len(s.h1) > 0 && !same(s.h1[0], publisher) {
		return s.h1[0]
	}
	return first(title, og, twitter, meta)
}

// trimSite takes the site's name, and what is as short as a section's, off the
// end or start of a title.
func trimSite(title string, sites []string) string {
	title = squeeze(title)
	for range 3 {
		cut := false
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 && isSite(title[i+len(sep):], sites) {
				title, cut = strings.TrimSpace(title[:i]), true
				break
			}
			if i := strings.Index(title, sep); i > 0 && isSite(title[:i], sites) {
				title, cut = strings.TrimSpace(title[i+len(sep):]), true
				break
			}
		}
		if !cut {
			break
		}
	}
	// A bar or guillemet is no punctuation of headlines: what is behind the
	// last is site or section where it is short.
	for _, sep := range append(separators[:4:4], separators[:4]...) {
		if sep == " » " && strings.Contains(title, "« ") {
			continue // a quotation: « regrette »
		}
		if i := strings.LastIndex(title, sep); i > 0 {
			before, after := title[:i], title[i+len(sep):]
			if len(strings.Fields(before)) >= 3 && len(strings.Fields(after)) <= 4 {
				title = strings.TrimSpace(before)
			} else if sep != " » " && len(strings.Fields(before)) <= 4 && len(strings.Fields(after)) >= 5 { // "The Windward Gazette :: Customs boss …"
				title = strings.TrimSpace(after)
			}
		}
	}
	return title
}

func isSite(part string, sites []string) bool {
	for _, site := range sites {
		if same(part, site) {
			return true
		}
	}
	return false
}

// same compares names without case, marks, spaces, a leading "the" and a
// domain's ending.
func same(a, b string) bool {
	a, b = siteKey(a), siteKey(b)
	if a == "" || b == "" {
		return false
	}
	return a == b || min(len(a), len(b)) >= 5 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) && max(len(a), len(b)) <= min(len(a), len(b))+10
}

func siteKey(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "www."), "the ")
	for _, end := range []string{".com", ".org", ".net", ".co.uk"} {
		s = strings.TrimSuffix(s, end)
	}
	return key(s)
}

// key gives a text's letters and digits in lower case.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// overlap is the share of the shorter text's words that the other has too.
func overlap(a, b string) float64 {
	wa, wb := words(a), words(b)
	if len(wa) > len(wb) {
		wa, wb = wb, wa
	}
	if len(wa) == 0 {
		return 0
	}
	set := make(map[string]bool, len(wb))
	for _, w := range wb {
		set[w] = true
	}
	n := 0
	for _, w := range wa {
		if set[w] {
			n++
		}
	}
	return float64(n) / float64(len(wa))
}

// words gives a text's words of more than two letters in lower case.
func words(s string) []string {
	out := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	kept := out[:0]
	for _, w := range out {
		if utf8.RuneCountInString(w) > 2 {
			kept = append(kept, w)
		}
	}
	return kept
}

// dek gives the summary, where the page shows or declares one that is not the
// headline again.
func (s *sources) dek(headline string) string {
	dek := squeeze(first(s.get("og:description"), s.get("description", "twitter:description", "dc.description", "dcterms.abstract"), s.ld.dek))
	if key(dek) == key(headline) {
		return ""
	}
	return dek
}
