// Command expect drafts what is to be expected of a page: the lines of an .expect
// file of wasm/keypoints/testdata/pages, as the engine reads the page today.
//
//	go run ./demo/expect PAGE.html > wasm/keypoints/testdata/pages/PAGE.html.expect
//	go run ./demo/expect https://news.example/story
//
// A draft is no expectation yet: read the page, put right what is wrong, and put "~ "
// before each line that the engine does not reach. Texts of publishers stay out of the
// project: write the page anew, in your own words.
package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"keypoints/wasm/keypoints"
)

func main() {
	if len(os.Args) != 2 || strings.HasPrefix(os.Args[1], "-") {
		fmt.Fprintln(os.Stderr, "usage: go run ./demo/expect FILE_OR_URL   (or make page PAGE=FILE_OR_URL)")
		os.Exit(2)
	}
	page, err := read(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lines, err := draft(page)
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
	os.Stdout.WriteString(lines)
}

// read gets a page from a file or, of at most 5 MB, from the web.
func read(from string) (keypoints.Page, error) {
	if !strings.HasPrefix(from, "http://") && !strings.HasPrefix(from, "https://") {
		content, err := os.ReadFile(from)
		kind := "text/html"
		if strings.EqualFold(filepath.Ext(from), ".txt") {
			kind = "text/plain"
		}
		return keypoints.PageOf(content, kind, ""), err
	}
	client := http.Client{Timeout: 20 * time.Second}
	answer, err := client.Get(from)
	if err != nil {
		return keypoints.Page{}, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return keypoints.Page{}, errors.New(from + " answers " + answer.Status)
	}
	content, err := io.ReadAll(io.LimitReader(answer.Body, 5<<20+1))
	return keypoints.PageOf(content, answer.Header.Get("Content-Type"), from), err
}

// draft writes a line for everything that the card says.
func draft(page keypoints.Page) (string, error) {
	all := keypoints.Defaults()
	all.Quotes, all.Denials, all.Include.Quotes = keypoints.All, keypoints.All, true
	full, err := keypoints.Summarize(page, all)
	if err != nil {
		return "", err
	}
	short, err := keypoints.Summarize(page, keypoints.Defaults())
	if err != nil {
		return "", err
	}
	var b strings.Builder
	line := func(key string, values ...string) {
		for i, v := range values {
			values[i] = strings.Join(strings.Fields(v), " ")
		}
		if text := strings.Join(values, " | "); text != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, text)
		}
	}
	line("headline", full.Article.Headline)
	line("byline", strings.Join(full.Article.Byline, ", "))
	line("published", full.Article.Published)
	for _, q := range full.AllQuotes {
		if q.Speaker != nil {
			line("quote", q.Speaker.Name, q.Text)
		} else {
			line("quote?", "?", q.Text)
		}
	}
	if len(full.AllQuotes) == 0 {
		line("quotes", "none")
	}
	for _, q := range short.Quotes {
		line("main", q.Text)
	}
	for _, d := range full.Denials {
		denier, claim := "*", "-"
		if d.Denier != nil {
			denier = d.Denier.Name
		}
		if d.Claim != nil {
			claim = d.Claim.Text
		}
		line("denial", denier, d.Text, claim)
	}
	if len(full.Denials) == 0 {
		line("denials", "none")
	}
	return b.String(), nil
}
