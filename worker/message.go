//go:build js && wasm

package main

import (
	"net/http"
	"strings"
)

// headerOf and textOf read and write headers as message.mjs does.
func headerOf(text string) http.Header {
	header := http.Header{}
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		header.Add(name, value)
	}
	return header
}

func textOf(header http.Header) string {
	var text strings.Builder
	for name, values := range header {
		for _, value := range values {
			text.WriteString(name + ": " + value + "\n")
		}
	}
	return text.String()
}
