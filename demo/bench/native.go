package main

import (
	"bytes"
	"fmt"
	"net/url"
	"runtime"
	"slices"
	"syscall"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"keypoints/wasm/keypoints"
)

var base, _ = url.Parse(address)

// card is the whole way from a page's bytes to a card's JSON.
func card(source []byte) error {
	c, err := keypoints.Summarize(keypoints.Page{HTML: source, ContentType: "text/html; charset=utf-8", URL: address}, keypoints.Defaults())
	if err == nil {
		keypoints.Render(c, keypoints.JSON)
	}
	return err
}

// extract is what go-readability needs to find the article alone.
func extract(source []byte) error {
	doc, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		return err
	}
	parser := readability.NewParser()
	_, err = parser.ParseAndMutate(doc, base)
	return err
}

func trafilaturaExtract(source []byte) error {
	_, err := trafilatura.Extract(bytes.NewReader(source), trafilatura.Options{OriginalURL: base, EnableFallback: false})
	return err
}

// nativeRows are the whole card against the Go libraries that find the article.
func nativeRows(set *pageSet, rounds int) []row {
	ways := []func([]byte) error{card, extract, trafilaturaExtract}
	names := []string{"ours", "go-readability", "go-trafilatura"}
	failed := make([]int, len(ways))
	spent := make([][]float64, len(ways)) // ms a page, by way and round
	for round := range rounds {
		for i, way := range ways {
			runtime.GC() // one's garbage is not another's
			failed[i] = 0
			ms := cpu(func() {
				for _, page := range set.pages {
					if way(page) != nil {
						failed[i]++
					}
				}
			})
			spent[i] = append(spent[i], ms/float64(len(set.pages)))
		}
		progress("  round %d of %d: %s %.2f ms a page, %s %.2f, %s %.2f", round+1, rounds,
			names[0], spent[0][round], names[1], spent[1][round], names[2], spent[2][round])
	}
	compare := func(i int, what, against, goal string, bound float64) row {
		r := ratio(spent[0], spent[i])
		return row{what: what, against: against, goal: goal, measured: fmt.Sprintf("%.2f ×", r), met: r <= bound,
			figures: fmt.Sprintf("%.2f ms a page against %.2f; no result for %d and %d pages of %d", median(spent[0]), median(spent[i]), failed[0], failed[i], len(set.pages))}
	}
	const what = "native Go, HTML to JSON card, CPU"
	return []row{
		compare(1, what, "go-readability v2, `html.Parse` + `ParseAndMutate`: the article alone", "≤ 1.5 ×", 1.5),
		compare(2, what, "go-trafilatura without fallback: the article alone", "≤ 0.9 ×", 0.9),
	}
}

// cpu is the CPU time in ms that this process takes while f runs, the collector's
// threads too.
func cpu(f func()) float64 {
	before := used()
	f()
	return float64((used() - before).Microseconds()) / 1000
}

func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// ratio is the median of the rounds' ratios.
func ratio(ours, theirs []float64) float64 {
	var all []float64
	for i := range min(len(ours), len(theirs)) {
		all = append(all, ours[i]/theirs[i])
	}
	return median(all)
}
