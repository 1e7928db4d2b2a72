package keypoints

import (
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/collector"
	"keypoints/wasm/internal/page"
)

// What makes a page take much memory: many nodes, of which each takes 200 bytes, or a long
// text, of which each byte takes 60 until the card is made. The largest of 116 news pages
// has 12,000 nodes, the longest of 91 gold articles 53,000 bytes.
const (
	manyNodes = 20_000
	longText  = 60_000
)

// memory knows whether a page takes much.
type memory struct{ much bool }

func memoryOf(p *page.Page) memory { return memory{p.Nodes > manyNodes} }

func (m *memory) add(article *body.Body) {
	size := 0
	for i := range article.Blocks {
		size += len(article.Blocks[i].Text)
	}
	m.much = m.much || size > longText
}

// tidy collects what the stages so far have left behind, where that may be much.
func (m memory) tidy() {
	if m.much {
		collector.Tidy()
	}
}
