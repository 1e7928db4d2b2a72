package keypoints

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/text"
)

// withheld knows the paragraphs that may not be on the card, and the rest.
type withheld struct {
	ranges []text.Range
	free   string
}

func newWithheld(d *text.Document, meta Article) *withheld {
	w := &withheld{}
	var free strings.Builder
	free.WriteString(meta.Headline + "\n" + meta.Dek + "\n")
	for _, p := range d.Paragraphs {
		if p.Withheld {
			w.ranges = append(w.ranges, p.Range)
		} else {
			free.WriteString(d.Cut(p.Range) + "\n")
		}
	}
	w.free = free.String()
	return w
}

func (w *withheld) has(r text.Range) bool {
	for _, kept := range w.ranges {
		if r.Start < kept.End && kept.Start < r.End {
			return true
		}
	}
	return false
}

// source is a speaker by the words that the card may have: the role, and the fuller form
// of a name, may stand in a paragraph that it may not.
func (w *withheld) source(s *card.Source) *card.Source {
	if s == nil {
		return nil
	}
	known := *s
	if !strings.Contains(w.free, known.Role) {
		known.Role = ""
	}
	if !strings.Contains(w.free, known.Name) {
		if known.Name = known.Mention; !strings.Contains(w.free, known.Mention) {
			return nil
		}
	}
	return &known
}

// unmeter gives back an article that is withheld from its first word to its last because
// JSON-LD for search engines calls all of it paid: sites that count what a reader has
// read serve the whole text to everybody. That says nothing of parts, and the page has
// no card that a reader would see. Where one paragraph is free, or the page embeds a
// card, what is paid stays off it.
func unmeter(article *body.Body) {
	for i := range article.Blocks {
		if b := &article.Blocks[i]; !b.Withheld && b.Kind == body.Paragraph {
			return
		}
	}
	for i := range article.Blocks {
		article.Blocks[i].Withheld = false
	}
}
