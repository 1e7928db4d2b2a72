package keypoints

import (
	"strings"

	"keypoints/wasm/card"
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
