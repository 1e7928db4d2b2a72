// Package bench measures page, metadata and body against other extractors on
// the same pages in one run. It is a module of its own, so that what it compares
// with never comes near the engine.
//
//	cd wasm/internal/bench && go test -bench . -benchtime 5x
//
// KEYPOINTS_PAGES names a folder of .html or .html.gz files; by default the pages are those of
// wasm/keypoints/testdata. The last lines give the ratios.
package bench

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

const address = "https://news.example/2022/03/15/story"

func pages(tb testing.TB) [][]byte {
	folder := os.Getenv("KEYPOINTS_PAGES")
	if folder == "" {
		folder = "../../keypoints/testdata/pages"
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.html*"))
	if err != nil {
		tb.Fatal(err)
	}
	var all [][]byte
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		switch {
		case strings.HasSuffix(name, ".gz"):
			z, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				tb.Fatal(err)
			}
			if data, err = io.ReadAll(z); err != nil {
				tb.Fatal(err)
			}
		case !strings.HasSuffix(name, ".html"):
			continue
		}
		all = append(all, data)
	}
	if len(all) == 0 {
		tb.Fatal("no pages in ", folder)
	}
	return all
}

var extractors = []struct {
	name string
	run  func(source []byte, base *url.URL) error
}{
	{"html.Parse alone", func(source []byte, _ *url.URL) error {
		_, err := html.Parse(bytes.NewReader(source))
		return err
	}},
	{"key points", func(source []byte, _ *url.URL) error {
		p, err := page.Parse(source, nil, "text/html; charset=utf-8", address)
		if err != nil {
			return err
		}
		_, err = body.Extract(p, metadata.Extract(p))
		return err
	}},
	{"go-readability v2", func(source []byte, base *url.URL) error {
		doc, err := html.Parse(bytes.NewReader(source))
		if err != nil {
			return err
		}
		parser := readability.NewParser()
		_, err = parser.ParseAndMutate(doc, base)
		return err
	}},
	{"go-trafilatura", func(source []byte, base *url.URL) error {
		_, err := trafilatura.Extract(bytes.NewReader(source), trafilatura.Options{OriginalURL: base, EnableFallback: false})
		return err
	}},
}

// BenchmarkExtractors times each extractor over all pages. The rounds alternate,
// so that a busy machine slows all alike.
func BenchmarkExtractors(b *testing.B) {
	all := pages(b)
	base, err := url.Parse(address)
	if err != nil {
		b.Fatal(err)
	}
	spent := make([]time.Duration, len(extractors))
	failed := make([]int, len(extractors))
	for b.Loop() {
		for i, e := range extractors {
			start := time.Now()
			for _, source := range all {
				if e.run(source, base) != nil {
					failed[i]++
				}
			}
			spent[i] += time.Since(start)
		}
	}
	var reference time.Duration
	for i, e := range extractors {
		if e.name == "go-readability v2" {
			reference = spent[i]
		}
	}
	for i, e := range extractors {
		fmt.Printf("%-18s %8.2f ms a page  %5.2f × go-readability  %d of %d pages without a result\n", e.name,
			float64(spent[i].Microseconds())/1000/float64(b.N*len(all)), float64(spent[i])/float64(reference), failed[i]/b.N, len(all))
	}
}
