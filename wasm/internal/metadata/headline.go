package metadata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html/atom"
)

// separators part headline, section and site name in a <title>, the ones that
// stand in headlines least first; the first bars are no punctuation of headlines.
var separators = []string{" | ", " ¦ ", " :: ", " » ", " « ", " · ", " • ", " — ", " – ", " - ", " -- ", " / ", ": "}

const bars = 7

// beforeSite are they, and the colon that scripts without spaces write before a site's name.
var beforeSite = append(separators[:len(separators):len(separators)], ":")

// headline chooses among JSON-LD, OpenGraph, the h1 and the <title>. An h1 that
// another source confirms is what the reader sees; else the page's own
// declarations count, without the site's name.
func (s *sources) headline(publisher string) string {
	head, chosen := s.chooseHeadline(publisher)
	if chosen == nil {
		for i := range s.headings {
			if key(s.headings[i].text) == key(head) || s.headings[i].saying(head) != "" {
				chosen = &s.headings[i]
				break
			}
		}
	}
	if chosen == nil {
		for i := range s.headings {
			if s.headings[i].node.DataAtom == atom.H1 && !same(s.headings[i].text, publisher) {
				chosen = &s.headings[i]
				break
			}
		}
	}
	s.setHead(chosen)
	return head
}

// chooseHeadline gives the headline, and the heading that shows it where one does.
func (s *sources) chooseHeadline(publisher string) (string, *heading) {
	site := []string{publisher, s.get("og:site_name"), s.host()}
	var h1 []*heading
	for i := range s.headings {
		if h := &s.headings[i]; h.node.DataAtom == atom.H1 {
			h1 = append(h1, h)
			if rest := besides(s.title, h.text); wordCount(h.text) <= 4 && rest > wordCount(h.text)+1 {
				site = append(site, h.text) // a logo's
			}
		}
	}
	title := trimSite(s.title, site)
	og := trimSite(s.get("og:title"), site)
	twitter := trimSite(s.get("twitter:title"), site)
	ld := trimSite(squeeze(s.ld.headline), site)
	meta := trimSite(s.get("headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "article:title", "title"), site)
	declared := []string{ld, og, twitter, meta, title}

	// The h1 that says the same as a declared title, or has it in it.
	for _, h := range h1 {
		for _, d := range declared {
			if t := h.saying(d); t != "" {
				return trimSite(t, site[:2]), h
			}
		}
		if k := key(h.text); len(k) > 20 && strings.Contains(key(s.title), k) || wordCount(h.text) >= 3 && besides(s.title, h.text) <= wordCount(h.text) && besides(s.title, h.text) > 0 || len(h1) == 1 && s.beginsTitle(h.text) {
			return trimSite(h.text, site[:2]), h
		}
	}
	// One that shares most of its words with a declared title: a second
	// headline for the same story.
	for _, h := range h1 {
		for _, d := range declared {
			if overlap(h.text, d) >= 0.5 && len(strings.Fields(h.text)) >= 4 {
				return trimSite(h.plain(), site[:2]), h
			}
		}
	}
	if h := s.shownBelow(ld, og, meta, title); h != nil {
		return trimSite(h.plain(), site[:2]), h
	}
	// og:title sometimes is the front page's; the <title> then says otherwise.
	if ld != "" && s.ld.found {
		if key(ld) == key(og) {
			return og, nil // the marks that readers get to see when it is shared
		}
		return ld, nil
	}
	if og != "" && (title == "" || overlap(og, title) > 0.2 || overlap(og, s.title) > 0.2) {
		return og, nil
	}
	if len(h1) == 1 && wordCount(h1[0].text) >= 4 && overlap(h1[0].text, s.title) > 0 {
		return h1[0].plain(), h1[0]
	}
	// The page's only h1 is a logo, and the title may be one for search engines.
	if len(h1) == 0 || len(h1) == 1 && same(h1[0].text, publisher) {
		for i := range s.headings {
			if h := &s.headings[i]; h.marked && h.node.DataAtom != atom.H1 && wordCount(h.text) >= 4 {
				return h.plain(), h
			}
		}
	}
	if title != "" && wordCount(title) >= 3 {
		return title, nil
	}
	if len(h1) > 0 && !same(h1[0].text, publisher) {
		return h1[0].plain(), h1[0]
	}
	return first(title, og, twitter, meta), nil
}

// beginsTitle says whether a short heading begins the <title> and a name ends it:
// <h1>Pool closes</h1> on "Pool closes | Bay Courier".
func (s *sources) beginsTitle(heading string) bool {
	rest, ok := strings.CutPrefix(squeeze(s.title), heading)
	return ok && strings.Contains(heading, " ") && slices.ContainsFunc(separators, func(sep string) bool {
		site, ok := strings.CutPrefix(rest, sep)
		return ok && wordCount(site) <= 4
	})
}

// besides counts a title's words besides a text that it ends or begins with,
// behind a separator; 0 where it does not.
func besides(title, part string) int {
	title = squeeze(title)
	for _, sep := range separators {
		rest, ok := strings.CutSuffix(title, sep+part)
		if !ok && sep != ": " {
			rest, ok = strings.CutPrefix(title, part+sep)
		}
		if ok {
			return wordCount(rest)
		}
	}
	return 0
}

// maxPieces bounds how many pieces of a heading are compared.
const maxPieces = 16

// saying gives the part of a heading that says the same as a declared title: all
// of it, or the pieces without kicker, badge, date and buttons. Where the pieces'
// spaces are not sure, the title has them.
func (h *heading) saying(title string) string {
	want := key(title)
	if len(want) <= 8 || !strings.Contains(key(h.text), want) {
		return ""
	}
	if key(h.text) == want {
		if letterRuns(h.text) != letterRuns(title) {
			return title
		}
		return strings.Trim(h.text, " ¶#|")
	}
	for i := range min(len(h.pieces), maxPieces) {
		said := ""
		for _, p := range h.pieces[i:min(len(h.pieces), i+maxPieces)] {
			said += p
			if k := key(said); k == want {
				if len(strings.Fields(said)) != len(strings.Fields(title)) {
					return title
				}
				return strings.Trim(squeeze(said), " ¶#|–—-·:")
			} else if len(k) > len(want) {
				break
			}
		}
	}
	return ""
}

// letterRuns counts the words between marks and spaces.
func letterRuns(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// plain gives the heading's text without an anchor's sign.
func (h *heading) plain() string { return strings.Trim(h.text, " ¶#|") }

// wordCount counts words; three letters of a script without spaces are one.
func wordCount(s string) int {
	n, unspaced := 0, 0
	for w := range strings.FieldsSeq(s) {
		n++
		for _, r := range w {
			if r >= 0x2E80 {
				unspaced++
			}
		}
	}
	return max(n, unspaced/3)
}

// wideBars replaces the bars of full width, and the Hangul letter that looks so.
var wideBars = strings.NewReplacer("｜", " | ", "ㅣ", " | ", "│", " | ")

// trimSite takes the site's name, and what is as short as a section's, off the
// end or start of a title.
func trimSite(title string, sites []string) string {
	title = squeeze(wideBars.Replace(title))
	for range 3 {
		cut := false
		for _, sep := range beforeSite {
			if i := lastIndex(title, sep); i > 0 && isSite(title[i+len(sep):], sites) {
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
	// "… – Bay Courier – News": a section, and a name before it.
	for _, sep := range separators[bars:] {
		if i := lastIndex(title, sep); i > 0 && lang.LoadBylines().Section[lang.Fold(title[i+len(sep):])] {
			if j := lastIndex(title[:i], sep); j > 0 && len(strings.Fields(title[j+len(sep):i])) <= 3 && len(strings.Fields(title[:j])) >= 3 {
				title = title[:j]
			}
		}
	}
	// "…-정치": scripts without spaces have none around a section either.
	if i := strings.LastIndexAny(title, "-_"); i > 0 && lang.LoadBylines().Section[title[i+1:]] && isUnspaced(title[i+1:]) {
		title = strings.TrimRight(title[:i], "-_ ")
	}
	// What is behind the last bar is site or section where it is short.
	for _, sep := range append(separators[:bars:bars], separators[:bars]...) {
		if (sep == " » " || sep == " « ") && strings.Contains(title, "«") && strings.Contains(title, "»") {
			continue // a quotation: « regrette »
		}
		if i := lastIndex(title, sep); i > 0 {
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

// lastIndex is strings.LastIndex, which takes longer to tell that there is none.
func lastIndex(s, part string) int {
	if !strings.Contains(s, part) {
		return -1
	}
	return strings.LastIndex(s, part)
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
