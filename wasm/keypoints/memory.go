package keypoints

import (
	"runtime"

	"keypoints/wasm/internal/body"
)

// longText is the length in bytes from which a text's analysis takes much memory. The
// longest of 91 gold articles has 53,000.
const longText = 60_000

// tidyMemory collects what the stages so far have left behind, where the text is long: in
// wasm, which has one thread, the collector falls behind a stage that allocates, and the
// instance's memory never shrinks again.
func tidyMemory(article *body.Body) {
	size := 0
	for i := range article.Blocks {
		size += len(article.Blocks[i].Text)
	}
	if size > longText {
		runtime.GC()
	}
}
