//go:build js && wasm

// Command worker is worker.wasm: the API inside the Cloudflare Worker, Go's
// http.Handler on syumai/workers. pool.mjs starts it, gives it the warm engine
// and one request at a time.
package main

import (
	"github.com/syumai/workers"

	"keypoints/wasm/options"
	"keypoints/worker/api"
)

func main() {
	workers.ServeNonBlock(whole{api.New(api.Config{
		Engine:     warmEngine{},
		Version:    options.Version,
		MinifyHTML: api.MinifyHTML,
	})})
	workers.Ready()
	// workers.Serve would end the program with the first response's body. Staying
	// saves the next request 6 ms of instantiating and initializing.
	select {}
}
