package render

import (
	"strings"
	"unicode/utf8"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
)

// Markdown writes the card as CommonMark. The article's words are escaped, so
// that they come out as words: no markup, no link, no HTML.
func Markdown(c *card.Card) []byte {
	labels := lang.LabelsFor(c.Labels)
	url := card.WebURL(c.Article.URL)
	w := &markdownWriter{}
	w.raw("## ").text(labels.KeyPoints).raw("\n")
	if c.Article.Headline != "" {
		w.raw("\n**").text(c.Article.Headline).raw("**\n")
	}
	if len(c.Quotes) > 0 {
		w.raw("\n### ").text(labels.Said).raw("\n")
	}
	for i := range c.Quotes {
		q := &c.Quotes[i]
		w.passage(q.Text)
		w.caption(w.named.beneath(q.Speaker, ""), nil, q.Edited, labels, absolute(url, q.Fragment))
	}
	if len(c.Denials) > 0 {
		w.raw("\n### ").text(labels.Denied).raw("\n")
	}
	for i := range c.Denials {
		d := &c.Denials[i]
		w.passage(d.Text)
		claim := d.Claim
		if claim != nil && strings.Contains(d.Text, claim.Text) {
			claim = nil
		}
		w.caption(w.named.beneath(d.Denier, d.Text), claim, d.Edited, labels, absolute(url, d.Fragment))
	}
	if c.Noticed() {
		if policy := card.WebURL(c.Policy); policy != "" {
			w.raw("\n*[").text(notice(c, labels)).raw("](<").address(policy).raw(">)*\n")
		} else {
			w.raw("\n*").text(notice(c, labels)).raw("*\n")
		}
	}
	return w.buf
}

type markdownWriter struct {
	buf   []byte
	named named
}

func (w *markdownWriter) raw(s string) *markdownWriter {
	w.buf = append(w.buf, s...)
	return w
}

// passage writes the article's words as a block quotation, a paragraph a line.
func (w *markdownWriter) passage(s string) {
	w.raw("\n")
	for i, paragraph := range strings.Split(s, "\n\n") {
		if i > 0 {
			w.raw(">\n")
		}
		w.raw("> ").text(paragraph).raw("\n")
	}
}

// caption writes who speaks, a claim made elsewhere, and the link to the passage.
func (w *markdownWriter) caption(s card.Source, claim *card.Claim, edited bool, labels lang.Labels, address string) {
	lead := ">\n> — "
	if s.Name != "" {
		w.raw(lead).raw("**").text(s.Name).raw("**")
		lead = comma(labels)
	}
	if s.Role != "" {
		w.raw(lead).text(s.Role)
	}
	if s.Name != "" || s.Role != "" {
		lead = " · "
	}
	if edited {
		w.raw(lead).text(labels.Edited)
		lead = " · "
	}
	if claim != nil {
		w.raw(lead).raw(labels.Claim).raw("*").text(claim.Text).raw("*")
		lead = " · "
	}
	if address != "" {
		w.raw(lead).raw("[").text(labels.Show).raw("](<").address(address).raw(">)")
	}
	if s.Name != "" || s.Role != "" || claim != nil || edited || address != "" {
		w.raw("\n")
	}
}

// text writes words on one line. Every ASCII punctuation mark that CommonMark
// or the extensions of GitHub (autolinks, mentions, tables, mathematics) may
// take for markup gets a backslash, which CommonMark allows before any of them.
func (w *markdownWriter) text(s string) *markdownWriter {
	first := true
	for field := range strings.FieldsSeq(s) {
		if !first {
			w.buf = append(w.buf, ' ')
		}
		for i := 0; i < len(field); {
			r, size := utf8.DecodeRuneInString(field[i:])
			switch {
			case r < ' ', r >= 0x7f && r < 0xa0, r == utf8.RuneError, r >= 0x202a && r <= 0x202e:
				w.buf = append(w.buf, "\uFFFD"...)
			case strings.ContainsRune("\\`*_{}[]<>#|~&!:@$^=", r),
				r == '.' && strings.EqualFold(field[max(0, i-3):i], "www"),
				first && i == 0 && (r == '-' || r == '+'),
				first && (r == '.' || r == ')') && strings.Trim(field[:i], "0123456789") == "":
				w.buf = append(w.buf, '\\', byte(r))
			default:
				w.buf = append(w.buf, field[i:i+size]...)
			}
			i += size
		}
		first = false
	}
	return w
}

// address writes a link's destination inside "<" and ">".
func (w *markdownWriter) address(s string) *markdownWriter {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '<':
			w.raw("%3C")
		case '>':
			w.raw("%3E")
		case '\\', '&', '*', '_', '`':
			w.buf = append(w.buf, '\\', c)
		default:
			w.buf = append(w.buf, c)
		}
	}
	return w
}
