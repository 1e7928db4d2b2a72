//go:build js && wasm

// Command worker is worker.wasm: the API inside the Cloudflare Worker, Go's
// http.Handler on syumai/workers. pool.mjs starts it, gives it the warm engine
// and one request at a time.
package main

import (
	"syscall/js"

	"github.com/syumai/workers"

	"keypoints/wasm/options"
	"keypoints/worker/api"
	"keypoints/worker/origin"
)

// variable is one of the Worker's variables, or "". Go's own os.Getenv is empty here.
func variable(name string) string {
	if value := environment.Get(name); value.Type() == js.TypeString {
		return value.String()
	}
	return ""
}

func main() {
	policy := origin.Policy{Hosts: origin.ParseHosts(variable("ALLOWED_HOSTS")), Loopback: variable("DEVELOPMENT") == "true"}
	workers.ServeNonBlock(whole{api.New(api.Config{
		Engine:  warmEngine{},
		Version: options.Version,
		Fetcher: &origin.Fetcher{Policy: policy, Transport: fetchTransport{}},
		Cache:   true,
		Routed:  true,
	})})
	workers.Ready()
	// workers.Serve would end the program with the first response's body. Staying
	// saves the next request 6 ms of instantiating and initializing.
	select {}
}
