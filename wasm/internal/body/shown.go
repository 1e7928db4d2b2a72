package body

import (
	"strings"

	"golang.org/x/net/html"
)

// Shown is what a page reads up to the article's end, of the article or not, a line a
// unit: text fragments match the first place on the page, wherever it is.
type Shown struct {
	Text string
	// Seams are stretches of Text, in bytes and in order, where the page reads
	// otherwise: it has other words there, or lacks these.
	Seams [][2]int
}

// maxShown bounds Shown.Text in bytes; of a page with more around its article, the
// article alone counts.
const maxShown = 1 << 20

// shown gives the page's text, and where in it each kept unit stands.
func (t *tree) shown(kept []int, menus string) (*Shown, []int) {
	if len(kept) == 0 {
		return nil, nil
	}
	hidden := make([]bool, len(t.elements))
	for i := range t.elements {
		hidden[i] = t.elements[i].hidden || i > 0 && hidden[t.elements[i].parent]
	}
	last, size := kept[len(kept)-1], 0
	for i := range t.units[:last+1] {
		size += len(t.units[i].text) + 1
	}
	s, at := &Shown{}, make([]int, len(kept))
	var text strings.Builder
	text.Grow(min(size, maxShown) + len(menus))
	text.WriteString(html.UnescapeString(menus))
	next := 0
	for i := range t.units[:last+1] {
		u, isKept := &t.units[i], kept[next] == i
		if !isKept && (hidden[u.at] || size > maxShown) {
			continue
		}
		if isKept {
			at[next] = text.Len()
			next++
		}
		for _, seam := range t.seams[u.seams[0]:u.seams[1]] {
			s.Seams = append(s.Seams, [2]int{text.Len() + int(seam.start), text.Len() + int(seam.end)})
		}
		text.WriteString(u.text)
		text.WriteByte('\n')
	}
	s.Text = text.String()
	return s, at
}
