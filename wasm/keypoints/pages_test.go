package keypoints

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// pages gives the names of the test pages.
func pages(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"*.html", "*.txt"} {
		found, err := filepath.Glob(filepath.Join("testdata", "pages", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			names = append(names, filepath.Base(path))
		}
	}
	if len(names) < 24 {
		t.Fatalf("only %d test pages", len(names))
	}
	return names
}

// load reads a test page and what a reader expects of it.
func load(t *testing.T, name string) (Page, []expectation) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "pages", name))
	if err != nil {
		t.Fatal(err)
	}
	var expected []expectation
	file, err := os.ReadFile(filepath.Join("testdata", "pages", name+".expect"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	contentType, url := "text/html", ""
	if filepath.Ext(name) == ".txt" {
		contentType = "text/plain"
	}
	for line := range strings.SplitSeq(string(file), "\n") {
		line, wanted := strings.CutPrefix(strings.TrimSpace(line), "~ ")
		key, value, found := strings.Cut(line, ": ")
		switch {
		case !found:
		case key == "type":
			contentType = value
		case key == "url":
			url = value
		default:
			expected = append(expected, expectation{key, value, wanted})
		}
	}
	return PageOf(content, contentType, url), expected
}

// everything asks for all that a card can hold.
var everything = Options{Quotes: All, Denials: All, Include: Include{Body: true, Quotes: true, Article: true, NoComment: true}}

func TestEveryTextStandsInTheBodyAtItsPosition(t *testing.T) {
	for _, name := range pages(t) {
		t.Run(name, func(t *testing.T) {
			page, _ := load(t, name)
			card, err := Summarize(page, everything)
			if err != nil {
				t.Fatal(err)
			}
			verbatim(t, card)
		})
	}
}

// verbatim checks that each text of a card is cut from its body.
func verbatim(t *testing.T, card *Card) {
	t.Helper()
	body := []rune(card.Body)
	check := func(what, text string, spans ...Span) {
		parts := make([]string, len(spans))
		for i, s := range spans {
			if s.Start < 0 || s.Start > s.End || s.End > len(body) {
				t.Errorf("%s %q is at %v of %d code points", what, text, s, len(body))
				return
			}
			parts[i] = string(body[s.Start:s.End])
		}
		if got := strings.Join(parts, " … "); got != text || text == "" {
			t.Errorf("%s %q is %q in the body", what, text, got)
		}
		if !utf8.ValidString(text) {
			t.Errorf("%s %q is not UTF-8", what, text)
		}
	}
	for _, quotes := range [][]Quote{card.Quotes, card.AllQuotes} {
		for _, q := range quotes {
			if len(q.Parts) > 0 {
				check("the quote", q.Text, q.Parts...)
			} else {
				check("the quote", q.Text, q.Position)
			}
			if q.Sentence.Start > q.Position.Start || q.Sentence.End < q.Position.End {
				t.Errorf("the sentence of %q, at %v, does not hold its position %v", q.Text, q.Sentence, q.Position)
			}
		}
	}
	for _, d := range card.Denials {
		check("the denial", d.Text, d.Position)
		if d.Claim != nil {
			check("the claim", d.Claim.Text, d.Claim.Position)
		}
	}
	for _, n := range card.NoComments {
		check("the refusal", n.Text, n.Position)
	}
}

func TestSummarizeGivesTheSameBytesAgain(t *testing.T) {
	for _, name := range pages(t) {
		page, _ := load(t, name)
		var first []byte
		for range 3 {
			card, err := Summarize(page, everything)
			if err != nil {
				t.Fatal(name, err)
			}
			if again := Render(card, JSON); first == nil {
				first = again
			} else if string(again) != string(first) {
				t.Errorf("%s gives another card", name)
			}
		}
	}
}
