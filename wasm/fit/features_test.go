package main

import (
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// TestEachFeatureIsSomewhere finds features of speakers that no article written for the project has: one
// that nothing sets any more weighs nothing, and no figure says why.
func TestEachFeatureIsSomewhere(t *testing.T) {
	files, err := filepath.Glob("../keypoints/testdata/gold/*.json")
	if err != nil || len(files) < 60 {
		t.Fatal(len(files), err)
	}
	set := map[int]bool{}
	for _, file := range files {
		all, err := readDenials(file, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range all {
			paragraphs := a.Paragraphs
			if paragraphs == nil {
				paragraphs = strings.Split(a.Text, "\n\n")
			}
			var blocks []body.Block
			for _, p := range paragraphs {
				blocks = append(blocks, body.Block{Text: p})
			}
			d := text.Parse(blocks, "en")
			s := people.Find(d)
			for _, e := range quote.Examples(d, s) {
				for _, c := range e.Candidates {
					for id := range c.Features {
						set[id] = true
					}
				}
			}
		}
	}
	for id, name := range quote.Features() {
		switch {
		case strings.HasPrefix(name, "way: "): // each has an example of its own
		case name == "begins a sentence, behind": // the table has the cell, a sentence hardly
		case !set[id]:
			t.Errorf("no quotation has the feature %q", name)
		}
	}
}
