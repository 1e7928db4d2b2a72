package body

import (
	"strings"

	"keypoints/wasm/internal/card"
)

// within gives the units of the chosen elements, in reading order.
func (t *tree) within(chosen []int32) []int {
	var out []int
	for i := range t.units {
		at := t.units[i].at
		if t.elements[at].gone {
			continue
		}
		for _, c := range chosen {
			if at >= c && at < t.elements[c].end {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// clean leaves out the units that read as boilerplate.
func (t *tree) clean(units []int, meta card.Article) []int {
	headline := letters(meta.Headline)
	out := units[:0]
	prose := false
	for _, i := range units {
		u := &t.units[i]
		switch {
		case u.chars == 0, u.soft == u.chars:
			continue
		case u.level == 1 && !prose, !prose && headline != "" && letters(u.text) == headline:
			continue
		}
		prose = prose || u.weight > 0
		out = append(out, i)
	}
	return out
}

// letters keeps a text's letters and digits in lower case, to compare texts.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || strings.ContainsRune(".,;:!?'\"‘’“”«»-–—|()", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// blocks turns units into blocks.
func (t *tree) blocks(units []int) []Block {
	out := make([]Block, 0, len(units))
	for _, i := range units {
		u := &t.units[i]
		out = append(out, Block{Kind: u.kind, Text: u.text})
	}
	return out
}
