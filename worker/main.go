//go:build js && wasm

// Command worker is worker.wasm: the API inside the Cloudflare Worker.
// entry.mjs starts a fresh instance of it for a request that its caches cannot
// answer, and gives it the warm engine.
package main

import (
	"github.com/syumai/workers"

	"keypoints/wasm/options"
	"keypoints/worker/api"
)

func main() {
	workers.Serve(api.New(api.Config{
		Engine:     warmEngine{},
		Version:    options.Version,
		MinifyHTML: api.MinifyHTML,
	}))
}
