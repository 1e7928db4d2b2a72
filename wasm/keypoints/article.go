package keypoints

import (
	"strings"

	"keypoints/wasm/card"
)

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
