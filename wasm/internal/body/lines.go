package body

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html/atom"
)

// boilerplate says whether unit number n is not of the article.
func (c *cleaner) boilerplate(n int, u *unit) bool {
	if u.chars == 0 {
		return strings.Trim(u.text, "_") != ""
	}
	if u.soft == u.chars && !isLong(u) {
		return true
	}
	if c.heads(u) {
		return false
	}
	words := wordCount(u)
	if c.headline != "" && u.kind != Heading && len(u.text) < 400 && len(u.text) >= len(c.headline) && c.isHeadline(u.text) {
		return true // the headline, in the list of a series
	}
	if n <= c.first && (c.repeated(n, u) || c.printLine(u)) || n > c.first && n <= c.first+headLines && u.kind == Paragraph && !endsSentence(u.text) && c.header(u) ||
		n < c.first && (c.header(u) || isLinks(u) || c.labels <= maxLabels && isLabel(u, words) && !c.standfirst(n, u)) {
		return true
	}
	if u.kind == Paragraph && words > 2 && len(c.alts) > 0 && (words <= maxPromotion || u.under > 0) && len(u.text) < maxAlt && c.alts[letters(u.text)] {
		return true // a caption that describes its picture
	}
	if words > maxPromotion {
		return c.asks[c.units[n]]
	}
	if isScript(u.text) && c.elements[u.at].node.DataAtom != atom.Pre {
		return true
	}
	folded := u.fold()
	bare := strings.TrimLeftFunc(folded, isOrnament)
	linked := float64(u.links) / float64(u.chars)
	quoted := linked < 0.5 && quotes(folded)
	switch {
	case lang.Alone(c.phrases.Line, folded), words <= 3 && !quoted && !endsSentence(u.text) && lang.Alone(c.phrases.Lead, folded):
		return true
	case words <= maxLead && !(quoted && words > 12) && c.phrases.Led(bare):
		return true
	case !quoted && (c.phrases.Start.Start(folded) || bare != folded && c.phrases.Start.Start(bare)):
		return true
	case !quoted && linked > 0.5 && c.phrases.LeadsOn(folded):
		return true // "À lire aussi" and another article's headline
	case !quoted && u.kind != Post && u.kind != BlockQuote && n > c.last-tailUnits && (c.phrases.Tail.Start(folded) || isAgency(u.text, words, n >= c.last) || words <= 4 && strings.Contains(folded, "@") || (words <= 12 || words <= maxLead && u.strong == u.chars) && hasAddress(folded) || u.kind == Paragraph && !endsSentence(u.text) && c.header(u) && n > c.last):
		return true
	case !quoted && u.kind != Post && c.asks[c.units[n]]:
		return true // "Subscribe now to read the rest, or log in if you have an account."
	case !quoted && (n > c.last-tailUnits || u.strong*10 >= u.chars*9 || u.links > 0 && words <= maxLead) && c.phrases.Inside.In(folded):
		return true
	case !quoted && words <= maxCaption && !endsSentence(u.text) && (u.kind == Paragraph && u.pictured || c.underPicture(n, u)):
		return true // a caption without a class
	case words <= maxCaption && !quoted && c.film(n, u):
		return true
	case words <= 6 && c.entryTime(n, u), linked == 1 && u.pictured && u.kind != Post:
		return true
	case u.wrapped && linked == 1 && u.kind != Post:
		return true // the text of another article's card
	case linked > 0.5 && c.labeled(u):
		return true
	case words <= maxPlace && !quoted && c.elements[u.at].node.DataAtom != atom.P && (strings.HasSuffix(u.text, "…") || strings.HasSuffix(u.text, "...") || strings.Contains(u.text, "©")):
		return true // "Loading map…", "© OpenStreetMap contributors"
	case n > c.last-tailUnits && u.links > 0 && words <= maxPromotion/3 && u.kind == Paragraph && c.pointsAway(u):
		return true // "Source: Box Office Mojo"
	case linked == 1 && c.glued(u):
		return true // "FacebookX": what shares an entry
	case c.buttons <= maxButtons && isButton(u, words):
		return true // "Get the data"
	case words <= 5 && u.kind == Paragraph && c.kicker(n, u):
		return true // "Analysis", "12 min ago"
	case linked > 0.95 && words >= 4 && u.kind != Post && (!endsSentence(u.text) || linked == 1 && words <= maxLead && strings.HasSuffix(u.text, "?")):
		return true // the headline of another article
	case linked > 0.6 && (u.links+u.strong)*20 > u.chars*19 && words >= 4 && (u.kind == ListItem || u.kind == Paragraph) && !endsSentence(u.text):
		return true // the same behind its topic in bold
	case linked > 0.8 && words >= 3 && upper(u.text):
		return true // LINKS SET AS PARAGRAPHS
	}
	return false
}

// isOrnament says whether a sign before a line's words is none of them: "➡️", "[", "•".
func isOrnament(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("\"'«»„「『#@$€£¥", r)
}

// isHeadline says whether a text is the headline again. Most texts begin otherwise.
func (c *cleaner) isHeadline(text string) bool {
	return strings.HasPrefix(c.headline, letters(text[:min(len(text), 16)])) && letters(text) == c.headline
}

// quotes says whether a folded line has somebody's words in it, not only a name in marks.
func quotes(folded string) bool {
	_, rest, ok := strings.Cut(folded, `"`)
	if !ok {
		return false
	}
	inner, after, closed := strings.Cut(rest, `"`)
	return !closed || strings.Count(inner, " ") > 2 || strings.IndexByte(after, '"') >= 0
}

// repeated says whether a unit at the start is the headline or dek again, or
// the page's address.
func (c *cleaner) repeated(n int, u *unit) bool {
	if strings.HasPrefix(u.text, "http") && !strings.Contains(u.text, " ") {
		return true
	}
	switch key := letters(u.text); {
	case u.level == 1, c.headline != "" && (key == c.headline || u.kind == Heading && strings.HasSuffix(key, c.headline)): // a kicker before it
		return true
	case c.dek != "" && key == c.dek:
		// Many descriptions are the first paragraph: that one has the next
		// paragraph beside it.
		return u.kind == Heading || n+1 < len(c.units) && !c.goesOnBeside(n, u)
	}
	return false
}

// goesOnBeside says whether one of the next paragraphs stands beside unit number n.
func (c *cleaner) goesOnBeside(n int, u *unit) bool {
	for _, i := range c.units[n+1 : min(len(c.units), n+4)] {
		v := &c.tree.units[i]
		if c.header(v) {
			return false // a dek before the byline
		}
		if c.beside(u, v) {
			return true
		}
	}
	return false
}

// beside says whether two units stand in one element or in two neighbors.
func (c *cleaner) beside(u, v *unit) bool {
	return u.at == v.at || c.elements[u.at].parent == c.elements[v.at].parent || c.elements[u.at].parent == v.at || u.at == c.elements[v.at].parent
}

// header says whether a unit before the first prose is a byline, a date or the
// like.
func (c *cleaner) header(u *unit) bool {
	words := strings.Count(u.text, " ") + 1
	if words > 25 {
		return false
	}
	folded := u.fold()
	for _, by := range c.phrases.Byline {
		if behind, ok := strings.CutPrefix(folded, by); ok && strings.HasPrefix(behind, " ") && words <= 15 {
			return true
		}
	}
	key := letters(u.text)
	for _, name := range c.byline {
		if name != "" && strings.HasPrefix(key, name) && words <= 12 {
			return true
		}
	}
	iso, start, end := date.Find(u.text, date.DayFirst)
	return iso != "" && (start+len(u.text)-end < 40 || words <= 12)
}

// labeled says whether a link follows a label without a space or mark: "Related" and a
// headline, "Topics" and their names.
func (c *cleaner) labeled(u *unit) bool {
	for _, t := range c.tags[u.tags[0]:u.tags[1]] {
		if t.element >= 0 && t.at > 0 && c.elements[t.element].node.DataAtom == atom.A {
			label := strings.Trim(lang.Fold(u.text[:t.at]), " :")
			return c.phrases.Lead[label] || c.phrases.Line[label]
		}
	}
	return false
}

// pointsAway says whether a line is a label with a colon and nothing but links behind it.
func (c *cleaner) pointsAway(u *unit) bool {
	colon := strings.IndexAny(u.text, ":：")
	if colon <= 0 || endsSentence(u.text) || strings.Contains(u.text, "://") {
		return false
	}
	behind := utf8.RuneCountInString(letters(u.text[colon:]))
	return behind > 0 && u.links*10 >= behind*9 && u.links <= behind && strings.Count(u.text[:colon], " ") < 8
}

// glued says whether a unit is links with nothing between them.
func (c *cleaner) glued(u *unit) bool {
	if u.kind == Post || u.kind == Heading {
		return false
	}
	var links [maxOpen]bool // which of the open elements are links
	depth, began, ended := 0, int32(0), int32(0)
	for _, t := range c.tags[u.tags[0]:u.tags[1]] {
		if t.element < 0 {
			if depth--; links[depth] && t.at > began {
				ended = t.at
			}
			continue
		}
		links[depth] = c.elements[t.element].node.DataAtom == atom.A
		if links[depth] && t.at == ended && ended > 0 {
			return true
		} else if links[depth] {
			began = t.at
		}
		depth++
	}
	return false
}

// leaveOrphans leaves out the headings whose element has lost all else that was in it:
// "More from the Post" above a list of links.
func (c *cleaner) leaveOrphans(before []int) {
	if len(before) == len(c.units) {
		return
	}
	rest := map[int32]int{} // kept units that are no headings, by the element around them
	lost := map[int32]bool{}
	kept := 0
	for _, i := range before {
		isKept := kept < len(c.units) && c.units[kept] == i
		if isKept {
			kept++
		}
		for at, n := c.tree.units[i].at, 0; at > 0 && n < 6; at, n = c.elements[at].parent, n+1 {
			if isKept && c.tree.units[i].kind != Heading {
				rest[at]++
			} else if !isKept {
				lost[at] = true
			}
		}
	}
	c.keep(func(_ int, u *unit) bool {
		holder := c.elements[u.at].parent
		for holder > 0 && (!c.elements[holder].block || c.elements[holder].node.DataAtom == atom.Header) { // an inline element, or the head of an entry
			holder = c.elements[holder].parent
		}
		return u.kind != Heading || rest[holder] > 0 || !lost[holder]
	})
}

// isAgency says whether a line names where a report is from and no more: "(AFP)",
// "（责编：牛镛）", at the text's end "SDA/sep".
func isAgency(s string, words int, atEnd bool) bool {
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") || strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") {
		return words <= 2 || len(s) > 2*utf8.RuneCountInString(s) && len(s) <= 60
	}
	return atEnd && words <= 5 && strings.Contains(s, "/") && !strings.Contains(s, "://") && !endsSentence(s)
}

// hasAddress finds an e-mail address.
func hasAddress(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && s[at-1] > ' ' && strings.IndexByte(s[at:], '.') > 1 && strings.IndexByte(s[at:], ' ') != 1
}

// isScript says whether a line is a piece of a program that lost its element.
func isScript(s string) bool {
	return strings.Contains(s, "function") && strings.Contains(s, "(") && strings.Contains(s, "{") && strings.Contains(s, ");")
}

// printLine says whether a unit is a page's line of dates: "PUBLISHED: November 8, 2023
// at 4:56 p.m. | UPDATED: …".
func (c *cleaner) printLine(u *unit) bool {
	if len(u.text) > 160 || !c.phrases.Dated.Start(u.fold()) {
		return false
	}
	iso, _, _ := date.Find(u.text, date.DayFirst)
	return iso != "" || !endsSentence(u.text)
}

// isLinks says whether a line or list item is links alone.
func isLinks(u *unit) bool {
	return (u.kind == Paragraph || u.kind == ListItem) && u.links*10 > u.chars*9 && !(endsSentence(u.text) && wordCount(u) >= 10)
}

// isLabel says whether a unit before the first prose is no sentence of it: "8 min read",
// the links to share, a place in the site, somebody's office.
func isLabel(u *unit, words int) bool {
	if u.kind != Paragraph && u.kind != ListItem {
		return false
	}
	if words > 4 && strings.ContainsAny(u.text, "0123456789") {
		words *= 2 // a result: "Wearmouth Athletic 2 Stanmore Rovers 1"
	}
	return words <= 10 && !endsSentence(u.text) && !strings.ContainsAny(u.text, "“”\"«»„「」:")
}

// standfirst says whether a line in bold or italics opens the text: the paragraph beside
// it is prose.
func (c *cleaner) standfirst(n int, u *unit) bool {
	if u.strong < u.chars || u.links > 0 || wordCount(u) < minStandfirst || c.elements[u.at].node.DataAtom != atom.P || n+1 >= len(c.units) {
		return false
	}
	v := &c.tree.units[c.units[n+1]]
	return isProse(v) && c.elements[v.at].parent == c.elements[u.at].parent
}

// isButton says whether a paragraph is a link of a few words.
func isButton(u *unit, words int) bool {
	return u.kind == Paragraph && u.links > 0 && u.links == u.chars && words < 4 && !endsSentence(u.text) && !strings.ContainsAny(u.text, "“”\"«»„「」[/：、")
}

// upper says whether a text is in capitals.
func upper(s string) bool {
	up, low := 0, 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			up++
		} else if unicode.IsLower(r) {
			low++
		}
	}
	return up > 8 && low*10 < up
}
