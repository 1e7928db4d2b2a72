package body

import "keypoints/wasm/internal/wire"

// plain gives the body of a plain text.
func plain(text string) *Body {
	b := &Body{whole: text}
	for _, p := range wire.Parse(text).Paragraphs {
		b.Blocks = append(b.Blocks, Block{Text: p})
	}
	b.Blocks = bound(b.Blocks)
	return b
}
