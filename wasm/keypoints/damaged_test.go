package keypoints

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// FuzzDamagedPages feeds damaged copies of the test pages through the engine: a part
// cut out, or doubled, or put elsewhere, a byte changed. Whatever comes of a page, its
// positions are verbatim and its article reads as its body.
func FuzzDamagedPages(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "pages", "*.html"))
	if err != nil || len(paths) < 20 {
		f.Fatal(len(paths), err)
	}
	for i, path := range paths {
		page, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page, uint32(0), uint32(0), uint32(0), byte(0))
		for n := range uint32(6) {
			f.Add(page, uint32(i)*97+n*311, n*53+7, n*401, byte("<>\"/& "[n]))
		}
	}
	f.Fuzz(func(t *testing.T, page []byte, from, length, to uint32, changed byte) {
		if len(page) == 0 || len(page) > 200_000 {
			t.Skip()
		}
		start := int(from) % len(page)
		end := min(len(page), start+int(length)%4096)
		part := string(page[start:end])
		rest := string(page[:start]) + string(page[end:])
		at := int(to) % (len(rest) + 1)
		for _, damaged := range []string{rest, rest[:at] + part + rest[at:], string(page[:start]) + part + string(page[start:]), rest[:at] + string(changed) + rest[at:]} {
			card, err := Summarize(Page{HTML: []byte(damaged), URL: "https://news.example/story"}, everything)
			if err != nil {
				var e *Error
				if !errors.As(err, &e) {
					t.Fatalf("an error without a code: %v", err)
				}
				continue
			}
			verbatim(t, card)
			sameWords(t, card)
		}
	})
}

var blockTag = regexp.MustCompile(`</?(p|h[2-6]|ul|ol|li|dl|dt|dd|blockquote|figure|figcaption|table|thead|tbody|tfoot|tr|td|th|br)\b[^>]*>`)

// sameWords says that each paragraph of the body stands in the sanitized article, in
// order, with the same spaces and marks.
func sameWords(t *testing.T, c *Card) {
	t.Helper()
	var text strings.Builder
	z := html.NewTokenizer(strings.NewReader(blockTag.ReplaceAllString(c.ArticleHTML, "\n")))
	for z.Next() != html.ErrorToken {
		if token := z.Token(); token.Type == html.TextToken {
			text.WriteString(token.Data)
		}
	}
	article := strings.Join(strings.Fields(text.String()), " ")
	for paragraph := range strings.SplitSeq(c.Body, "\n\n") {
		words := strings.Join(strings.Fields(paragraph), " ")
		at := strings.Index(article, words)
		if at < 0 {
			t.Fatalf("the article lacks %q\n%s", words, c.ArticleHTML)
		}
		article = article[at+len(words):]
	}
}

func TestTheArticleOfEveryPageReadsAsItsBody(t *testing.T) {
	for _, name := range pages(t) {
		t.Run(name, func(t *testing.T) {
			page, _ := load(t, name)
			card, err := Summarize(page, everything)
			if err != nil {
				t.Fatal(err)
			}
			verbatim(t, card)
			sameWords(t, card)
		})
	}
}
