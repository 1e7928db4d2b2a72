//go:build !wasip1

package keypoints

import "keypoints/wasm/internal/lang"

// Languages gives the word lists of the languages besides English, by their two letters
// ("de"), as a host gives them to engine.wasm where an article is in one of them. The Go
// package has them in it.
func Languages() map[string]string { return lang.AllNews() }
