package body_test

import (
	"runtime"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

// allocated is how many bytes of memory f asks for, garbage too.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// What interrupts a paragraph must not copy the paragraph: a page of n bytes would
// take n² of memory, and an isolate has 128 MB.
func TestMemoryGrowsWithThePage(t *testing.T) {
	for _, c := range []struct{ name, before, piece string }{
		{"line breaks", "<p>", "a<br>"},
		{"line breaks behind closing marks", "<p>" + strings.Repeat("so it goes ", 20) + ".", ")”<br>"},
		{"lines of a transcript", "<p>", "Whitfield: It is safe today<br>\n"},
		{"hidden inline elements", "<p>It is safe today", "<span hidden>x</span> a"},
		{"hidden elements in a row", "<p>" + strings.Repeat("It is safe today. ", 3000), "<span hidden></span>"},
		{"hidden blocks in hidden inline elements", "<p>It is safe today", "<span hidden><p>x</span> a"},
		{"inline elements around short lines", "<p>" + strings.Repeat("<mark>", 390), "a<br><br>"},
		{"hover cards", "<p>It is safe today", "<span><img><a>x</a><a>y</a></span> a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			const size = 200_000
			source := "<article>" + c.before + strings.Repeat(c.piece, size/len(c.piece))
			p, err := page.Parse([]byte(source), nil, "text/html; charset=utf-8", "https://news.example/story")
			if err != nil {
				t.Fatal(err)
			}
			const most = 192 // units, tags and elements are kept in lists that double as they grow
			if got := allocated(func() { body.Extract(p, &metadata.Found{}) }); got > most*size {
				t.Errorf("%d bytes of memory for each of the page's", got/size)
			} else {
				t.Logf("%d bytes of memory for each of the page's", got/size)
			}
		})
	}
}

func TestAHiddenElementLeavesTheSentenceAroundItWhole(t *testing.T) {
	want(t, lines(t, `<article><h1>Ferry</h1><div>Ann Ray<span hidden>one <span hidden>two <div>three</div> four</span> five</span> said the ferry<span hidden></span> would wait until May.</div></article>`),
		"Ann Ray said the ferry would wait until May.")
}

// A page whose text comes from its JSON-LD alone has the same bounds as others.
func TestDeclaredTextIsBounded(t *testing.T) {
	text := strings.Repeat("It is safe today, said the mayor.<br>", 20_000)
	total := 0
	for _, b := range blocks(t, `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"`+text+`"}</script><p>Ferry</p>`) {
		total += len(b.Text)
	}
	if total == 0 || total > body.MaxText {
		t.Errorf("%d bytes of text, at most %d are read", total, body.MaxText)
	}
}

// A text of marks, or of lines of one letter, has many more words than one of English.
func TestABodyHasOnlySoManyWordsAndParagraphs(t *testing.T) {
	words := 0
	for _, line := range lines(t, "<article><p>It is safe today, said the mayor.</p><p>"+strings.Repeat("a, ", 60_000)+"</p></article>") {
		words += 2 * len(strings.Fields(line))
	}
	if words < 35_000 || words > 41_000 {
		t.Errorf("%d words and marks", words)
	}
	if n := len(blocks(t, "<article>"+strings.Repeat("<p>It is late.</p>", 8000)+"</article>")); n != 5000 {
		t.Errorf("%d paragraphs", n)
	}
}
