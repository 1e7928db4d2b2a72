package render

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
)

// HTML writes the card alone: one <section> without script or style, for a
// page's own markup and for <key-points mode="inline">. Each item is a <div> in a
// <figure>; its data-start and data-end are its place in the article's text. The
// section's data-card is the card as JSON, which the element hands on with its events.
func HTML(c *card.Card) []byte {
	alone := *c
	alone.Include = card.Include{} // what was asked for beside the card is no part of it
	return section(c, "data-card", strings.TrimSpace(string(JSON(&alone))))
}

// section writes the card; attributes are names and values in turn.
func section(c *card.Card, attributes ...string) []byte {
	w := &htmlWriter{labels: lang.LabelsFor(c.Labels), url: card.WebURL(c.Article.URL)}
	if c.Article.Language != "" && c.Article.Language != w.labels.Language {
		w.article = []string{"lang", c.Article.Language, "dir", lang.Direction(c.Article.Language)}
	}
	id := "key-points-" + digest(c.Article.URL+"\n"+c.Article.Headline)
	w.open("section", append([]string{"class", "key-points", "lang", w.labels.Language, "dir", w.labels.Direction, "aria-labelledby", id}, attributes...)...)
	w.element("h2", w.labels.KeyPoints, "class", "key-points-title", "id", id)
	if c.Article.Headline != "" {
		w.element("p", c.Article.Headline, append([]string{"class", "key-points-headline"}, w.article...)...)
	}
	if len(c.Quotes) > 0 {
		w.element("h3", w.labels.Said, "class", "key-points-heading")
		w.open("ul", "class", "key-points-quotes")
		for rest := c.Quotes; len(rest) > 0; {
			n := run(rest)
			w.quotes(rest[:n])
			rest = rest[n:]
		}
		w.close("ul")
	}
	if len(c.Denials) > 0 {
		w.element("h3", w.labels.Denied, "class", "key-points-heading")
		w.open("ul", "class", "key-points-denials")
		for i := range c.Denials {
			w.denial(&c.Denials[i])
		}
		w.close("ul")
	}
	if c.Noticed() {
		w.notice(c)
	}
	w.close("section")
	w.buf = append(w.buf, '\n')
	return w.buf
}

// notice writes who chose, in the publisher's words where it has some, and where to read
// more about it.
func (w *htmlWriter) notice(c *card.Card) {
	w.open("p", "class", "key-points-notice")
	if policy := card.WebURL(c.Policy); policy != "" {
		w.element("a", notice(c, w.labels), "class", "key-points-policy", "href", policy)
	} else {
		w.text(notice(c, w.labels))
	}
	w.close("p")
}

// notice is the line that says who chose.
func notice(c *card.Card, l lang.Labels) string {
	if c.Notice != "" {
		return c.Notice
	}
	return l.Notice
}

// quotes writes quotes of one speaker that follow each other, and the speaker once.
func (w *htmlWriter) quotes(run []card.Quote) {
	w.open("li")
	w.open("figure", "class", "key-points-quote")
	edited := false
	for i := range run {
		q := &run[i]
		w.open("div", "class", "key-points-passage", "data-id", q.ID, "data-start", decimal(q.Position.Start), "data-end", decimal(q.Position.End))
		w.passage(q.Text, "", q.Fragment)
		edited = edited || q.Edited
	}
	w.caption(run[0].Speaker, "", edited, nil)
	w.close("figure")
	w.close("li")
}

// run counts the quotes of one speaker that quotes begin with.
func run(quotes []card.Quote) int {
	n := 1
	for n < len(quotes) && sameSpeaker(&quotes[0], &quotes[n]) {
		n++
	}
	return n
}

func sameSpeaker(a, b *card.Quote) bool {
	return a.Speaker != nil && b.Speaker != nil && a.Speaker.Name == b.Speaker.Name
}

// denial writes a denial's sentence with its claim marked in it. Beneath stands what
// the sentence does not say: who denies, in what role, and a claim made elsewhere.
func (w *htmlWriter) denial(d *card.Denial) {
	w.open("li")
	w.open("figure", "class", "key-points-denial", "data-kind", d.Kind)
	w.open("div", "class", "key-points-passage", "data-id", d.ID, "data-start", decimal(d.Position.Start), "data-end", decimal(d.Position.End))
	claim := ""
	if d.Claim != nil && strings.Contains(d.Text, d.Claim.Text) {
		claim = d.Claim.Text
	}
	w.passage(d.Text, claim, d.Fragment)
	elsewhere := d
	if d.Claim == nil || claim != "" {
		elsewhere = nil
	}
	w.caption(d.Denier, d.Text, d.Edited, elsewhere)
	w.close("figure")
	w.close("li")
}

// passage writes words of the article, a <p> a paragraph, with a part of them marked,
// and the link to them; it closes the passage's <div>.
func (w *htmlWriter) passage(s, marked, fragment string) {
	attributes := w.article
	if w.url != "" {
		attributes = append([]string{"cite", w.url}, w.article...)
	}
	w.open("blockquote", attributes...)
	for paragraph := range strings.SplitSeq(s, "\n\n") {
		w.open("p")
		if before, after, found := strings.Cut(paragraph, marked); found && marked != "" {
			w.text(before)
			w.element("mark", marked, "class", "key-points-denied")
			paragraph, marked = after, ""
		}
		w.text(paragraph)
		w.close("p")
	}
	w.close("blockquote")
	w.link(fragment, w.labels.Show, "key-points-link")
	w.close("div")
}

// caption writes who speaks or denies, leaving out what the passage or the card says
// already, and the claim of a denial where it stands elsewhere in the article; nothing
// where all is said.
func (w *htmlWriter) caption(s *card.Source, said string, edited bool, denial *card.Denial) {
	shown := w.named.beneath(s, said)
	if shown.Name == "" && shown.Role == "" && !edited && denial == nil {
		return
	}
	w.open("figcaption")
	w.source(shown)
	w.edited(edited)
	if denial != nil {
		claim := denial.Claim
		w.open("span", "class", "key-points-claim", "data-id", denial.ID, "data-start", decimal(claim.Position.Start), "data-end", decimal(claim.Position.End))
		w.text(w.labels.Claim)
		w.open("q", w.article...)
		if !w.link(claim.Fragment, oneLine(claim.Text), "key-points-claim-link") {
			w.text(oneLine(claim.Text))
		}
		w.close("q")
		w.close("span")
	}
	w.close("figcaption")
}

// source writes a name, a role, or both.
func (w *htmlWriter) source(s card.Source) {
	if s.Name != "" {
		w.element("cite", s.Name, append([]string{"class", "key-points-source"}, w.article...)...)
		if s.Role != "" {
			w.text(comma(w.labels))
		}
	}
	if s.Role != "" {
		w.element("span", s.Role, append([]string{"class", "key-points-role"}, w.article...)...)
	}
	if s.Name != "" || s.Role != "" {
		w.text(" ")
	}
}

// edited marks what an editor chose or named.
func (w *htmlWriter) edited(is bool) {
	if is {
		w.element("span", w.labels.Edited, "class", "key-points-edited")
		w.text(" ")
	}
}

// comma parts a name from a role: Arabic script has one of its own.
func comma(l lang.Labels) string {
	if l.Direction == "rtl" {
		return "، "
	}
	return ", "
}

// link leads to a passage, and tells whether there is one; without the article's
// address it works on the article's own page.
func (w *htmlWriter) link(fragment, text, class string) bool {
	address := passageURL(w.url, fragment)
	if address != "" {
		w.element("a", text, "class", class, "href", address)
	}
	return address != ""
}

// passageURL is the address of a passage of the article at url, or on the same
// page where url is "". A fragment that is none of ours gives url alone.
func passageURL(url, fragment string) string {
	page, _, _ := strings.Cut(url, "#")
	if !strings.HasPrefix(fragment, "#:~:text=") {
		return page
	}
	return page + fragment
}

// digest is a short stable name for a string (32-bit FNV-1a): the card's
// heading needs an id that differs from those of other cards on the page.
func digest(s string) string {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	const hex = "0123456789abcdef"
	var out [8]byte
	for i := range out {
		out[i] = hex[h>>28]
		h <<= 4
	}
	return string(out[:])
}
