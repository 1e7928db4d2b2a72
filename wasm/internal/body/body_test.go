package body_test

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

// lines gives the texts of a page's blocks.
func lines(t *testing.T, source string) []string {
	t.Helper()
	var out []string
	for _, b := range blocks(t, source) {
		out = append(out, b.Text)
	}
	return out
}

func blocks(t *testing.T, source string) []body.Block {
	t.Helper()
	return blocksOf(t, source, "text/html; charset=utf-8")
}

// linesOf is lines of a page of another content type.
func linesOf(t *testing.T, source, contentType string) []string {
	t.Helper()
	var out []string
	for _, b := range blocksOf(t, source, contentType) {
		out = append(out, b.Text)
	}
	return out
}

func blocksOf(t *testing.T, source, contentType string) []body.Block {
	t.Helper()
	p, err := page.Parse([]byte(source), nil, contentType, "https://news.example/story")
	if err != nil {
		t.Fatal(err)
	}
	b, err := body.Extract(p, metadata.Extract(p))
	if err != nil {
		t.Fatal(err)
	}
	return b.Blocks
}

func want(t *testing.T, got []string, lines ...string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(lines, "\n"); g != w {
		t.Errorf("got:\n%s\nwant:\n%s", g, w)
	}
}

func TestAMinimalPageGivesItsParagraphs(t *testing.T) {
	want(t, lines(t, `<!doctype html><html lang=en><head><meta charset=utf-8><title>Harbor reopens</title></head>`+
		`<body><article><h1>Harbor reopens</h1><p>“Short.”</p><p>The harbor of Ostrava Bay reopened on Monday.</p><p>READ THIS</p></article></body></html>`),
		"“Short.”", "The harbor of Ostrava Bay reopened on Monday.", "READ THIS")
}

func TestAFragmentIsAPage(t *testing.T) {
	want(t, lines(t, `<p>One <b>bold</b> word.</p><p>Two.</p>`), "One bold word.", "Two.")
}

func TestAPlainWireStory(t *testing.T) {
	p, err := page.Parse(nil, []byte("Mayor rejects ‘ghost town’ claim\n\nCouncil plans three new squares\n\n\nCity Desk March 15, 2022\n"+
		"Mayor Ida Holm speaks in Lund on September 10, 2020. PHOTO: AGENCY/FILE\n\nMayor Ida Holm on Tuesday said the town was alive.\n\n"+
		"Also read: Ten towns that grew\n\n“We are here,” she said.\n\nCOMMENTS\n\nReplying to X\n"), "text/plain", "")
	if err != nil {
		t.Fatal(err)
	}
	m := metadata.Extract(p)
	if m.Headline != "Mayor rejects ‘ghost town’ claim" || m.Dek != "Council plans three new squares" ||
		strings.Join(m.Byline, "|") != "City Desk" || m.Published != "2022-03-15" {
		t.Errorf("metadata %+v", m)
	}
	b, err := body.Extract(p, m)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, block := range b.Blocks {
		got = append(got, block.Text)
	}
	want(t, got, "Mayor Ida Holm on Tuesday said the town was alive.", "“We are here,” she said.")
}

func FuzzExtract(f *testing.F) {
	f.Add(story(`<blockquote class="twitter-tweet"><p>A</p>— B (@b)</blockquote><aside>“C d”</aside><q>e</q>`))
	f.Add(`<table><b><div><p>x<td>y<br><br>z`)
	f.Fuzz(func(t *testing.T, source string) {
		p, err := page.Parse([]byte(source), nil, "text/html", "https://news.example/story")
		if err != nil {
			return
		}
		b, err := body.Extract(p, metadata.Extract(p))
		if err != nil {
			return
		}
		for _, block := range b.Blocks {
			if block.Text == "" || strings.TrimSpace(block.Text) != block.Text || strings.Contains(block.Text, "  ") || strings.ContainsAny(block.Text, "\n\r\t") {
				t.Fatalf("block %q", block.Text)
			}
		}
		b.HTML()
	})
}

func TestTheTextIsBounded(t *testing.T) {
	for name, source := range map[string]string{
		"one paragraph":   "<p>" + strings.Repeat("word ", 200_000),
		"one long word":   "<p>" + strings.Repeat("é", 400_000),
		"many paragraphs": strings.Repeat("<p>"+strings.Repeat("Some words of the town. ", 100), 400),
	} {
		t.Run(name, func(t *testing.T) {
			total := 0
			for _, b := range blocks(t, source) {
				total += len(b.Text)
				if len(b.Text) > 20_000 || strings.ContainsRune(b.Text, '\uFFFD') || strings.TrimSpace(b.Text) != b.Text {
					t.Fatalf("a block of %d bytes", len(b.Text))
				}
			}
			if total > body.MaxText || total < body.MaxText/2 {
				t.Errorf("%d bytes", total)
			}
		})
	}
}
