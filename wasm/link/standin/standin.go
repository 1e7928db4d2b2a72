// Package standin holds packages that engine.wasm has in the place of others which
// its dependencies import and hardly use. The build puts them there with go build's
// -overlay (worker/build/deployment/slim.go); everywhere else the real ones are linked, and where
// the build does not know the version of Go, in engine.wasm too.
//
//	debug     the collector's limit of memory, without os
//	fmt       errors are formatted without reflection, files and the operating system
//	regexp    the syntax of the sanitizing policy's patterns, compiled when used
//	unique    holds the few zones of IPv6 addresses in a map
//	godebug   no environment, no settings
//	douceur   no CSS: the policy allows no style
//
// Together they make engine.wasm 20% smaller and its start twice as fast. The rule
// for a stand-in: what the engine reaches does what the real package does, which a
// test compares; what it does not reach fails, and never lets anything through.
package standin
