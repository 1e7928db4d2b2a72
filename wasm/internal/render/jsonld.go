package render

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
)

// JSONLD writes the card as a schema.org NewsArticle, for a page's <script
// type="application/ld+json">. Quotes are its parts of type Quotation. Denials
// are parts too: the passage, the Claim it is about, and the denier as what it
// mentions; schema.org has no property for a denier. Speakers stand without a type, as a
// person, an organization or a document may speak.
func JSONLD(c *card.Card) []byte {
	a := &c.Article
	labels := lang.LabelsFor(c.Labels)
	url := card.WebURL(a.URL)
	w := &jsonWriter{}
	w.open('{')
	w.key("@context").string("https://schema.org")
	w.key("@type").string("NewsArticle")
	w.filled("url", url)
	w.filled("headline", a.Headline)
	w.filled("description", a.Dek)
	if len(a.Byline) > 0 {
		w.key("author").open('[')
		for _, name := range a.Byline {
			w.element().typed(authorType(name, a.Publisher), name)
		}
		w.close(']')
	}
	if a.Publisher != "" {
		w.key("publisher").typed("Organization", a.Publisher)
	}
	w.filled("datePublished", a.Published)
	w.filled("dateModified", a.Modified)
	w.filled("inLanguage", a.Language)
	if image := image(a); image != nil {
		w.key("image").open('{')
		w.key("@type").string("ImageObject")
		w.key("url").string(image.URL)
		w.filled("caption", image.Caption)
		w.filled("creditText", image.Credit)
		w.close('}')
	}
	w.key("hasPart").open('[')
	for i := range c.Quotes {
		q := &c.Quotes[i]
		w.element().open('{')
		w.key("@type").string("Quotation")
		w.key("text").string(q.Text)
		if q.Speaker != nil {
			w.key("spokenByCharacter").named(q.Speaker.Name, q.Speaker.Role)
		}
		w.corrected(q.Edited, labels)
		w.filled("url", absolute(url, q.Fragment))
		w.close('}')
	}
	for i := range c.Denials {
		d := &c.Denials[i]
		w.element().open('{')
		w.key("@type").string("CreativeWork")
		w.key("text").string(d.Text)
		if d.Denier != nil {
			w.key("mentions").named(d.Denier.Name, d.Denier.Role)
		}
		if d.Claim != nil {
			w.key("about").open('{')
			w.key("@type").string("Claim")
			w.key("text").string(d.Claim.Text)
			w.close('}')
		}
		w.corrected(d.Edited, labels)
		w.filled("url", absolute(url, d.Fragment))
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return append(w.buf, '\n')
}

// filled writes a member that is not empty.
func (w *jsonWriter) filled(name, value string) {
	if value != "" {
		w.key(name).string(value)
	}
}

// corrected marks what an editor chose or named, by schema.org/correction.
func (w *jsonWriter) corrected(is bool, labels lang.Labels) {
	if is {
		w.key("correction").string(labels.Edited)
	}
}

// authorType tells people from agencies, desks and papers by the lists of bylines.
func authorType(name, publisher string) string {
	known := lang.LoadBylines()
	words := strings.Fields(lang.Fold(name))
	if len(words) > 0 {
		first, last := words[0], words[len(words)-1]
		if known.Agency[lang.Fold(name)] || known.Group[last] || len(words) > 1 && (known.Group[first] || known.Outlet[last]) || strings.EqualFold(name, publisher) {
			return "Organization"
		}
	}
	return "Person"
}

// typed writes a person or an organization.
func (w *jsonWriter) typed(kind, name string) {
	w.open('{')
	w.key("@type").string(kind)
	w.key("name").string(name)
	w.close('}')
}

func (w *jsonWriter) named(name, role string) {
	w.open('{')
	w.key("name").string(name)
	w.filled("description", role)
	w.close('}')
}

// absolute is the address of a passage, or "" where the article has none: in a
// text apart from the article a bare fragment leads nowhere.
func absolute(url, fragment string) string {
	if url == "" {
		return ""
	}
	return passageURL(url, fragment)
}
