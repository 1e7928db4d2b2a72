package render

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
)

// HTML writes the card alone: one <section> without script or style, for a
// page's own markup and for <key-points mode="inline">. Each item is a <figure>
// whose data-start and data-end are its place in the article's text.
func HTML(c *card.Card) []byte {
	w := &htmlWriter{labels: lang.LabelsFor(c.Labels), url: card.WebURL(c.Article.URL)}
	if c.Article.Language != "" && c.Article.Language != w.labels.Language {
		w.article = []string{"lang", c.Article.Language, "dir", lang.Direction(c.Article.Language)}
	}
	id := "key-points-" + digest(c.Article.URL+"\n"+c.Article.Headline)
	w.open("section", "class", "key-points", "lang", w.labels.Language, "dir", w.labels.Direction, "aria-labelledby", id)
	w.element("h2", w.labels.KeyPoints, "class", "key-points-title", "id", id)
	if c.Article.Headline != "" {
		w.element("p", c.Article.Headline, append([]string{"class", "key-points-headline"}, w.article...)...)
	}
	if len(c.Quotes) > 0 {
		w.element("h3", w.labels.Said)
		w.open("ul", "class", "key-points-quotes")
		for i := range c.Quotes {
			w.quote(&c.Quotes[i])
		}
		w.close("ul")
	}
	if len(c.Denials) > 0 {
		w.element("h3", w.labels.Denied)
		w.open("ul", "class", "key-points-denials")
		for i := range c.Denials {
			w.denial(&c.Denials[i])
		}
		w.close("ul")
	}
	if c.Noticed() {
		w.element("p", w.labels.Notice, "class", "key-points-notice")
	}
	w.close("section")
	w.buf = append(w.buf, '\n')
	return w.buf
}

func (w *htmlWriter) quote(q *card.Quote) {
	w.open("li")
	w.open("figure", "class", "key-points-quote", "data-id", q.ID, "data-start", decimal(q.Position.Start), "data-end", decimal(q.Position.End))
	w.passage(q.Text)
	w.open("figcaption")
	w.source(q.Speaker)
	w.edited(q.Edited)
	w.link(q.Fragment)
	w.close("figcaption")
	w.close("figure")
	w.close("li")
}

func (w *htmlWriter) denial(d *card.Denial) {
	w.open("li")
	w.open("figure", "class", "key-points-denial", "data-id", d.ID, "data-kind", d.Kind, "data-start", decimal(d.Position.Start), "data-end", decimal(d.Position.End))
	w.passage(d.Text)
	w.open("figcaption")
	w.source(d.Denier)
	w.edited(d.Edited)
	if d.Claim != nil {
		w.open("span", "class", "key-points-claim", "data-start", decimal(d.Claim.Position.Start), "data-end", decimal(d.Claim.Position.End))
		w.text(w.labels.Claim)
		w.element("q", oneLine(d.Claim.Text), w.article...)
		w.close("span")
		w.text(" ")
	}
	w.link(d.Fragment)
	w.close("figcaption")
	w.close("figure")
	w.close("li")
}

// passage writes words of the article, a <p> a paragraph.
func (w *htmlWriter) passage(s string) {
	attributes := w.article
	if w.url != "" {
		attributes = append([]string{"cite", w.url}, w.article...)
	}
	w.open("blockquote", attributes...)
	for paragraph := range strings.SplitSeq(s, "\n\n") {
		w.element("p", paragraph)
	}
	w.close("blockquote")
}

// source writes who speaks; nothing where nobody can tell.
func (w *htmlWriter) source(s *card.Source) {
	if s == nil {
		return
	}
	w.element("cite", s.Name, append([]string{"class", "key-points-source"}, w.article...)...)
	if s.Role != "" {
		w.text(comma(w.labels))
		w.element("span", s.Role, append([]string{"class", "key-points-role"}, w.article...)...)
	}
	w.text(" ")
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

// link leads to the passage; without the article's address it works on the
// article's own page.
func (w *htmlWriter) link(fragment string) {
	if address := passageURL(w.url, fragment); address != "" {
		w.element("a", w.labels.Show, "class", "key-points-link", "href", address)
	}
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
