//go:build wasip1

// Command wasm is engine.wasm: the engine as a WebAssembly module that browsers,
// workerd, Node and wazero run alike. It is a reactor of WASI preview 1, built by
//
//	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -ldflags="-s -w" -o engine.wasm ./wasm
//
// A host calls _initialize once, then for each page:
//
//  1. allocate(size) gives the address of size bytes of memory. The host writes
//     the options there and the page's bytes right behind them.
//  2. summarize(options, page) takes the sizes of the two in bytes and gives 0, or
//     the number of a card.Code that says why the page gave no card.
//  3. result(part) gives where a part of the answer stands: address<<32 | size. It
//     stays there until the next call of allocate.
//     Part 0 is the rendered card, or the error's message in English.
//     Part 1 is the media type of the card, or the stable name of the code.
//     Part 2 is the label of the charset when the code is unsupported-encoding: the
//     host may decode the page with its own TextDecoder and come again, naming
//     "charset=utf-8" in contentType. When the code is needs-language, it is the
//     article's language by its two letters, such as "de".
//
// The options are a JSON object whose values are strings, all of them optional:
// contentType and url of the page; format, quotes, denials, include and lang as in
// the HTTP API.
//
// The lists of languages besides English are not in the module: readers of one language
// need not download those of six. Where a page needs some, the host asks for memory,
// writes the two letters and the lists there (languages/de.txt beside the module), calls
// learn(2, lists) with the size of the lists, and comes again with the page. Without the
// lists, learn(2, 0) lets such pages have a card without speakers. A host that has all
// lists may call learn for each before the first page.
//
// version() gives the address and size of the engine's version in the same way.
// A trap (an exhausted memory or stack) leaves the instance unusable: the host
// makes a new one. The module keeps nothing from one page to the next but lists.
package main

import (
	"errors"
	"unsafe"

	"keypoints/wasm/internal/collector"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/keypoints"
)

// The Go collector does not see the host's pointers: these two keep alive what
// the host writes and reads.
var (
	input  []byte
	answer [3][]byte
)

//go:wasmexport allocate
func allocate(size uint32) unsafe.Pointer {
	answer = [3][]byte{}
	collector.Begin(int(size))
	input = make([]byte, max(size, 1))
	return unsafe.Pointer(unsafe.SliceData(input))
}

//go:wasmexport summarize
func summarize(optionsSize, pageSize uint32) int32 {
	given := input
	input = nil
	if uint64(optionsSize)+uint64(pageSize) > uint64(len(given)) {
		return refuse(&keypoints.Error{Code: keypoints.BadOptions, Message: "sizes exceed what was allocated"})
	}
	values, err := readOptions(given[:optionsSize])
	if err != nil {
		return refuse(err)
	}
	get := func(name string) string { return values.Get(name).Str() }
	options, format, err := keypoints.ParseOptions(get)
	if err != nil {
		return refuse(err)
	}
	content := given[optionsSize : optionsSize+pageSize]
	page := keypoints.PageOf(content, get("contentType"), get("url"))
	card, err := keypoints.Summarize(page, options)
	if err != nil {
		return refuse(err)
	}
	answer = [3][]byte{keypoints.Render(card, format), []byte(format.ContentType())}
	return 0
}

// refuse keeps an error for result and gives its code.
func refuse(err error) int32 {
	e, ok := errors.AsType[*keypoints.Error](err) // errors.As would link reflection
	if !ok {
		e = &keypoints.Error{Code: keypoints.NotArticle, Message: err.Error()}
	}
	answer = [3][]byte{[]byte(e.Message), []byte(e.Code.String()), []byte(e.Charset + e.Language)} // one of the two
	return int32(e.Code)
}

//go:wasmexport learn
func learn(tagSize, listsSize uint32) {
	given := input
	input = nil
	if uint64(tagSize)+uint64(listsSize) <= uint64(len(given)) {
		lang.Learn(string(given[:tagSize]), string(given[tagSize:tagSize+listsSize]))
	}
}

//go:wasmexport result
func result(part uint32) uint64 {
	if part >= uint32(len(answer)) {
		return 0
	}
	return place(answer[part])
}

var versionText = []byte(keypoints.Version)

//go:wasmexport version
func version() uint64 { return place(versionText) }

// place is where bytes stand in memory: address<<32 | size.
func place(b []byte) uint64 {
	if len(b) == 0 {
		return 0
	}
	return uint64(uintptr(unsafe.Pointer(unsafe.SliceData(b))))<<32 | uint64(len(b))
}

// main is never called in a reactor, but the linker wants it.
func main() {}
