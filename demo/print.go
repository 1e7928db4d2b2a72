package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"keypoints/wasm/keypoints"
	"keypoints/worker/native"
)

// print writes the card of a file to standard output, as Markdown if no format
// is asked for.
func print(path, address string, option func(string) string, explain bool) error {
	o, format, err := keypoints.ParseOptions(option)
	if err != nil {
		return err
	}
	if option("format") == "" {
		format = keypoints.Markdown
	}
	page, contentType := os.Stdin, ""
	if path != "-" {
		if page, err = os.Open(path); err != nil {
			return err
		}
		defer page.Close()
		if strings.EqualFold(filepath.Ext(path), ".txt") {
			contentType = "text/plain"
		}
	}
	content, err := io.ReadAll(page)
	if err != nil {
		return err
	}
	if contentType == "" && !bytes.ContainsRune(content, '<') { // no page is without a tag
		contentType = "text/plain"
	}
	if explain {
		said, err := keypoints.Explain(keypoints.PageOf(content, contentType, address))
		if err != nil {
			return err
		}
		_, err = os.Stdout.WriteString(said)
		return err
	}
	card, err := native.Summarize(keypoints.PageOf(content, contentType, address), o)
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(keypoints.Render(card, format))
	return err
}
