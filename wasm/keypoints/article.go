package keypoints

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/text"
)

// language is the article's: the tag that its page declares, unless its text is in
// another language. A German site's English edition often still says lang="de"; a
// card with German labels and voices would be wrong there.
func language(declared string, d *text.Document) string {
	primary, _, _ := strings.Cut(strings.ToLower(declared), "-")
	switch {
	case declared == "" || primary == d.Language:
		return declared
	case d.Language == "und":
		return metadata.DetectLanguage(d.Text)
	}
	return d.Language
}

// contradicted gives the language of the blocks where it is surely not the declared one,
// or "". English is told by text.Parse.
func contradicted(declared string, blocks []body.Block) string {
	if primary, _, _ := strings.Cut(declared, "-"); declared == "" || strings.EqualFold(primary, "en") {
		return ""
	}
	var sample strings.Builder
	for _, b := range blocks {
		if sample.WriteString(b.Text + " "); sample.Len() > 2048 {
			break
		}
	}
	return metadata.Contradicted(declared, sample.String())
}

// tidy makes the article's own data safe to show: valid UTF-8, and links that
// are http or https, whatever the page claims.
func tidy(a *card.Article) {
	for _, s := range []*string{&a.Headline, &a.Dek, &a.Publisher, &a.Published, &a.Modified, &a.Language} {
		*s = strings.ToValidUTF8(*s, "\uFFFD")
	}
	byline := make([]string, 0, len(a.Byline))
	for _, name := range a.Byline {
		byline = append(byline, strings.ToValidUTF8(name, "\uFFFD"))
	}
	a.Byline = byline
	a.URL = card.WebURL(a.URL)
	if a.Image == nil {
		return
	}
	image := *a.Image
	image.URL = card.WebURL(image.URL)
	image.Caption = strings.ToValidUTF8(image.Caption, "\uFFFD")
	image.Credit = strings.ToValidUTF8(image.Credit, "\uFFFD")
	a.Image = &image
	if image.URL == "" {
		a.Image = nil
	}
}
