package keypoints

import (
	"runtime"

	"keypoints/wasm/internal/body"
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

// tidy collects what the stages so far have left behind, where that may be much: in wasm,
// which has one thread, the collector falls behind a stage that allocates, and the
// instance's memory never shrinks again. Elsewhere it would mark what the rest of the
// program has alive.
func (m memory) tidy() {
	if m.much && runtime.GOARCH == "wasm" {
		runtime.GC()
	}
}
