package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"keypoints/wasm/keypoints"
)

func readDenials(file string, labels map[string]map[uint32]label) ([]denialArticle, error) {
	of := known
	if strings.HasSuffix(file, ".json") || strings.Contains(filepath.ToSlash(file), "testdata/") {
		of = own
	}
	if strings.HasSuffix(file, "-desks.jsonl") {
		of = labelled
	}
	if strings.HasSuffix(file, "-cases.jsonl") {
		of = cases
	}
	if at, err := os.Stat(file); err == nil && at.IsDir() {
		return readPages(file, labels)
	}
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if strings.HasSuffix(file, ".json") {
		a := denialArticle{part: own, ID: filepath.Base(file)}
		return []denialArticle{a}, json.NewDecoder(in).Decode(&a)
	}
	var out []denialArticle
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		a := denialArticle{part: of}
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if a.Denials == nil {
			if labels[a.ID] == nil {
				continue
			}
			a.part = labelled
		}
		out = append(out, a)
	}
	return out, lines.Err()
}

// readPages reads the pages below a folder, *.html.gz, whose articles were read: their id is their
// path from the folder above the folder's, "sites/dev/example.org.html.gz".
func readPages(folder string, labels map[string]map[uint32]label) ([]denialArticle, error) {
	var out []denialArticle
	above := filepath.Dir(filepath.Dir(filepath.Clean(folder)))
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".html.gz") {
			return err
		}
		id, err := filepath.Rel(above, path)
		if err != nil {
			return err
		}
		id = filepath.ToSlash(id)
		if labels[id] == nil {
			return nil
		}
		a, err := readPage(path)
		a.ID = id
		out = append(out, a)
		return err
	})
	return out, err
}

// readPage reads an article as the engine does, from its page.
func readPage(path string) (denialArticle, error) {
	a := denialArticle{part: labelled}
	in, err := os.Open(path)
	if err != nil {
		return a, err
	}
	defer in.Close()
	unzipped, err := gzip.NewReader(in)
	if err != nil {
		return a, fmt.Errorf("%s: %w", path, err)
	}
	html, err := io.ReadAll(unzipped)
	if err != nil {
		return a, fmt.Errorf("%s: %w", path, err)
	}
	options := keypoints.Defaults()
	options.Include.Body = true
	card, err := keypoints.Summarize(keypoints.Page{HTML: html}, options)
	if err != nil {
		return a, fmt.Errorf("%s: %w", path, err)
	}
	a.Headline, a.Paragraphs = card.Article.Headline, strings.Split(card.Body, "\n\n")
	return a, nil
}
