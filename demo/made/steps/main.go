// Command steps counts the steps that the engine takes on hostile pages, in blocks of
// code that run: unlike seconds they are the same on every machine. It has to be built
// with counters:
//
//	go build -cover -covermode=atomic -coverpkg=keypoints/wasm/...,golang.org/x/net/html,strings,slices -o steps ./demo/made/steps
//	./steps 10000 300000
//
// It prints a line a kind of page: its name, and the steps at each size, between tabs.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"runtime/coverage"
	"strconv"

	"keypoints/demo/made"
	"keypoints/wasm/keypoints"
)

func main() {
	for _, k := range made.Hostile {
		fmt.Print(k.Name)
		for _, arg := range os.Args[1:] {
			size, err := strconv.Atoi(arg)
			if err != nil {
				fail(err)
			}
			n, err := steps(k.Make(size))
			if err != nil {
				fail(err)
			}
			fmt.Printf("\t%d", n)
		}
		fmt.Println()
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "steps:", err)
	os.Exit(1)
}

// steps are those of a page's card with all that can be asked for.
func steps(page []byte) (uint64, error) {
	if err := coverage.ClearCounters(); err != nil {
		return 0, err
	}
	options := keypoints.Options{Quotes: keypoints.All, Denials: keypoints.All, Include: keypoints.Include{Body: true, Quotes: true, Article: true, NoComment: true}}
	card, err := keypoints.Summarize(keypoints.Page{HTML: page, ContentType: "text/html; charset=utf-8", URL: "https://news.example/story"}, options)
	if err == nil {
		keypoints.Render(card, keypoints.JSON)
	}
	var counters bytes.Buffer
	if err := coverage.WriteCounters(&counters); err != nil {
		return 0, err
	}
	return sum(counters.Bytes())
}

// sum adds the counters of a file as package internal/coverage writes it: a header of 32
// bytes; a segment's number of functions, sizes of two tables, and these; then for each
// function the number of its counters, its package, itself, and the counters.
func sum(file []byte) (total uint64, err error) {
	const header, segment = 32, 16
	if len(file) < header+segment || string(file[:4]) != "\x00\x63\x77\x6d" {
		return 0, fmt.Errorf("no file of counters: % x", file[:min(len(file), 4)])
	}
	uleb := file[24] == 2
	functions := binary.LittleEndian.Uint64(file[header:])
	rest := file[header+segment:]
	at := int(binary.LittleEndian.Uint32(file[header+8:]) + binary.LittleEndian.Uint32(file[header+12:]))
	rest = rest[(at+3)/4*4:]
	next := func() uint64 {
		if uleb {
			v, n := binary.Uvarint(rest)
			rest = rest[max(n, 1):]
			return v
		}
		v := binary.LittleEndian.Uint32(rest)
		rest = rest[4:]
		return uint64(v)
	}
	for range functions {
		counters := next()
		next()
		next()
		for range counters {
			total += next()
		}
	}
	return total, nil
}
