package reading

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/text"
)

// page is an article of testdata: its paragraphs, who says what, and who denies what.
type page struct {
	Name    string   `json:"name"`
	Text    []string `json:"text"`
	Quotes  []struct{ Begins, Speaker, Role string }
	Denials []struct{ Denier, Claim string }
}

func read(t *testing.T, tag string, paragraphs []string) Found {
	t.Helper()
	blocks := make([]body.Block, len(paragraphs))
	for i, p := range paragraphs {
		blocks[i] = body.Block{Text: p}
	}
	f, ok := Read(text.Parse(blocks, tag), "")
	if !ok {
		t.Fatalf("%s has no folder", tag)
	}
	return f
}

func TestPagesOfEachLanguage(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.json")
	if len(files) == 0 {
		t.Fatal("no pages")
	}
	for _, file := range files {
		tag := strings.TrimSuffix(filepath.Base(file), ".json")
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var pages []page
		if err := json.Unmarshal(content, &pages); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, p := range pages {
			t.Run(tag+"/"+p.Name, func(t *testing.T) { check(t, tag, p) })
		}
	}
}

func check(t *testing.T, tag string, p page) {
	d := strings.Join(p.Text, text.Separator)
	f := read(t, tag, p.Text)
	for i, want := range p.Quotes {
		if i >= len(f.Quotes) {
			t.Fatalf("%d quotations, want %d", len(f.Quotes), len(p.Quotes))
		}
		got := f.Quotes[i]
		name, role := "", ""
		if got.Speaker != nil {
			name, role = got.Speaker.Name, got.Speaker.Role
		}
		words := d[got.Parts[0].Start:got.Parts[0].End]
		if !strings.HasPrefix(words, want.Begins) || name != want.Speaker || want.Role != "" && role != want.Role {
			t.Errorf("quotation %d: %q by %q (%s), want %q by %q (%s)", i, words, name, role, want.Begins, want.Speaker, want.Role)
		}
	}
	if len(f.Quotes) > len(p.Quotes) {
		t.Errorf("%d quotations, want %d", len(f.Quotes), len(p.Quotes))
	}
	for i, want := range p.Denials {
		if i >= len(f.Denials.Denials) {
			t.Fatalf("%d denials, want %d", len(f.Denials.Denials), len(p.Denials))
		}
		got := f.Denials.Denials[i]
		denier, claim := "", ""
		if got.Denier != nil {
			denier = got.Denier.Name
		}
		if got.Claim != nil {
			claim = d[got.Claim.Start:got.Claim.End]
		}
		if denier != want.Denier || claim != want.Claim {
			t.Errorf("denial %d: %q denies %q, want %q, %q", i, denier, claim, want.Denier, want.Claim)
		}
	}
	if len(f.Denials.Denials) > len(p.Denials) {
		for _, got := range f.Denials.Denials[len(p.Denials):] {
			t.Errorf("denial too many: %q", d[got.Start:got.End])
		}
	}
}
