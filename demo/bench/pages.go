package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"keypoints/demo/made"
)

// address is the base of every page's links.
const address = "https://news.example/2022/03/15/story"

// pageSet is what the rows for real pages are measured on.
type pageSet struct {
	pages       [][]byte
	description string
}

// loadPages reads a folder's pages. Without a folder it takes the real pages of the
// evaluation data where they lie beside the project, since menus, scripts and teasers
// are most of a real page; else the project's own, which are smaller and purer.
func loadPages(folder string) (*pageSet, error) {
	what := "pages of " + folder
	if folder == "" {
		folder, what = filepath.Join(root, "../shared/eval/extract/dev"), "real news pages of 2019 (scrapinghub/article-extraction-benchmark)"
		if _, err := os.Stat(folder); err != nil {
			folder, what = filepath.Join(root, "wasm/keypoints/testdata/pages"), "of the project's own test pages"
		}
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.html*"))
	if err != nil {
		return nil, err
	}
	set := &pageSet{}
	size := 0
	for _, name := range files {
		page, err := readPage(name)
		if err != nil {
			return nil, err
		}
		set.pages = append(set.pages, page)
		size += len(page)
	}
	if len(set.pages) == 0 {
		return nil, fmt.Errorf("no pages in %s", folder)
	}
	set.description = fmt.Sprintf("%d %s, %d KB on average", len(set.pages), what, size/1000/len(set.pages))
	return set, nil
}

func readPage(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// inputs are the folders that the JavaScript parts read.
type inputs struct{ pages, made string }

// writeInputs writes the pages, unpacked, and the made ones of three sizes.
func writeInputs(scratch string, set *pageSet) (inputs, error) {
	in := inputs{filepath.Join(scratch, "pages"), filepath.Join(scratch, "made")}
	files := map[string][]byte{
		filepath.Join(in.made, "100KB.html"): made.News(100_000),
		filepath.Join(in.made, "1MB.html"):   made.News(1_000_000),
		filepath.Join(in.made, "5MB.html"):   made.News(5_000_000),
	}
	for i, page := range set.pages {
		files[filepath.Join(in.pages, fmt.Sprintf("%03d.html", i))] = page
	}
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return in, err
		}
		if err := os.WriteFile(name, content, 0o644); err != nil {
			return in, err
		}
	}
	return in, nil
}
