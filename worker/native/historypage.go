package native

import (
	"encoding/json"
	"net/http"
	"strings"
)

// historyPolicy is what the history may load as a document.
const historyPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// wantedForm is the form that a request for a history wants, or "" for one that is none.
func wantedForm(r *http.Request) string {
	switch format := r.URL.Query().Get("format"); format {
	case "json", "html":
		return format
	case "":
	default:
		return ""
	}
	accept := strings.Join(r.Header.Values("Accept"), ",")
	html, data := strings.Index(accept, "text/html"), strings.Index(accept, "application/json")
	if html >= 0 && (data < 0 || html < data) {
		return "html"
	}
	return "json"
}

// historyPage writes the history of a page for people: each card with what differs from the
// one before it. worker/history-page.mjs writes the same, byte for byte.
func historyPage(page string, versions []version) string {
	const title = "What stood on the card"
	var w strings.Builder
	w.WriteString(`<!doctype html>` + "\n" + `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>` + title + ": " + escaped(page) + `</title>` +
		`<link rel="stylesheet" href="/desk/history.css"></head><body class="history"><main><h1>` + title + `</h1><p class="history-note">` + escaped(page) + `</p>`)
	if len(versions) == 0 {
		w.WriteString("<p>No card of this page was made for readers yet.</p>")
	} else {
		w.WriteString(`<p class="history-note">The last different cards, the newest first, each with what differs from the one before it.</p><ol class="history-versions" role="list">`)
	}
	for i := range versions {
		var before *version
		for j := i + 1; j < len(versions) && before == nil; j++ {
			if versions[j].Options == versions[i].Options {
				before = &versions[j]
			}
		}
		writeEntry(&w, &versions[i], before)
	}
	if len(versions) > 0 {
		w.WriteString("</ol>")
	}
	w.WriteString("</main></body></html>\n")
	return w.String()
}

// writeEntry writes a card as it stood; before is the one before it with the same options,
// or nil.
func writeEntry(w *strings.Builder, now, before *version) {
	about := []string{"Engine " + now.Engine}
	if now.Options != "" {
		about = append(about, now.Options)
	}
	about = append(about, editsInWords(now.Edits)...)
	when := now.When
	if len(when) >= 16 {
		when = when[:10] + " " + when[11:16]
	}
	w.WriteString(`<li><h2><time datetime="` + escaped(now.When) + `">` + escaped(when+" UTC") + `</time></h2><p class="history-note">` + escaped(strings.Join(about, " · ")) + `</p><ul role="list">`)
	if before == nil {
		w.WriteString("<li><strong>The first that is kept</strong></li>")
	} else if was, is := or(before.Headline, "none"), or(now.Headline, "none"); was != is {
		w.WriteString(`<li class="changed"><strong>Headline changed</strong> <del>` + escaped(was) + `</del> <ins>` + escaped(is) + `</ins></li>`)
	}
	for i := range now.Items {
		writeItem(w, &now.Items[i], before)
	}
	if before != nil {
		for i := range before.Items {
			if gone := &before.Items[i]; find(now.Items, gone.ID) == nil {
				w.WriteString(`<li class="removed"><strong>Removed</strong> <del>` + gone.words() + " " + escaped(gone.who()) + `</del></li>`)
			}
		}
	}
	w.WriteString("</ul></li>")
}

func writeItem(w *strings.Builder, now *item, before *version) {
	if before == nil {
		w.WriteString("<li>" + now.words() + " " + escaped(now.who()) + "</li>")
		return
	}
	old := find(before.Items, now.ID)
	switch {
	case old == nil:
		w.WriteString(`<li class="added"><strong>Added</strong> <ins>` + now.words() + " " + escaped(now.who()) + `</ins></li>`)
	case old.Text == now.Text && old.who() == now.who():
		w.WriteString("<li>" + now.words() + " " + escaped(now.who()) + "</li>")
	default:
		text, source := now.words(), escaped(now.who())
		if old.Text != now.Text {
			text = "<del>" + old.words() + "</del> <ins>" + text + "</ins>"
		}
		if old.who() != now.who() {
			source = "<del>" + escaped(old.who()) + "</del> <ins>" + source + "</ins>"
		}
		w.WriteString(`<li class="changed"><strong>Changed</strong> ` + text + " " + source + "</li>")
	}
}

func find(items []item, id string) *item {
	for i := range items {
		if items[i].ID == id {
			return &items[i]
		}
	}
	return nil
}

func (i *item) words() string {
	if i.Kind == "quote" {
		return `<q dir="auto">` + escaped(i.Text) + "</q>"
	}
	return `<span dir="auto">` + escaped(i.Text) + "</span>"
}

// who speaks or denies.
func (i *item) who() string {
	s := "– " + or(i.Speaker, "nobody that can be told")
	if role := or(i.Role, ""); role != "" {
		s += ", " + role
	}
	if i.Edited {
		s += " (set by an editor)"
	}
	return s
}

func or(s *string, otherwise string) string {
	if s == nil {
		return otherwise
	}
	return *s
}

// editsInWords tells of each edit what it does; edits that cannot be read are none.
func editsInWords(edits json.RawMessage) (words []string) {
	var list []struct {
		ID, Action string
		Speaker    *struct{ Name, Role string }
	}
	json.Unmarshal(edits, &list)
	for _, e := range list {
		s := e.Action
		if e.ID != "" {
			s += " " + e.ID
		}
		if e.Action == "set" {
			switch {
			case e.Speaker == nil:
				s += ": nobody"
			case e.Speaker.Role != "":
				s += ": " + e.Speaker.Name + ", " + e.Speaker.Role
			default:
				s += ": " + e.Speaker.Name
			}
		}
		words = append(words, s)
	}
	return words
}

// escaped is text, or an attribute's value. Controls, and what would turn the direction of
// what follows, become U+FFFD.
func escaped(s string) string {
	s = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, s)
}
