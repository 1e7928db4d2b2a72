package quote

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// goldArticle is one line of the gold file quotes/dev.jsonl.
type goldArticle struct {
	ID, Headline string
	Paragraphs   []string
	Text         string
}

// prediction is one quotation as the gold's scorer reads it.
type prediction struct {
	Text       string  `json:"text"`
	Speaker    *string `json:"speaker"`
	Rule       string  `json:"rule"`
	Mention    string  `json:"mention"`
	Cue        string  `json:"cue"`
	Confidence float64 `json:"confidence"`
	Form       int     `json:"form"`
}

// TestGoldArticles writes the quotations of the gold articles for their scorer:
// KEYPOINTS_EVAL names the folder of the gold, KEYPOINTS_OUT the file to write.
func TestGoldArticles(t *testing.T) {
	folder, out := os.Getenv("KEYPOINTS_EVAL"), os.Getenv("KEYPOINTS_OUT")
	if folder == "" || out == "" {
		t.Skip("KEYPOINTS_EVAL and KEYPOINTS_OUT name no gold folder and no file to write")
	}
	in, err := os.Open(filepath.Join(folder, "quotes", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	w, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		var blocks []body.Block
		for _, p := range a.Paragraphs {
			blocks = append(blocks, body.Block{Text: strings.Join(strings.Fields(p), " ")})
		}
		d := text.Parse(blocks, "en")
		s := people.Find(d, card.Article{Headline: a.Headline})
		rows := []prediction{}
		for _, q := range Find(d, s) {
			p := prediction{Rule: q.Rule.String(), Mention: d.Cut(q.Mention.Range), Cue: q.Cue, Confidence: q.Confidence, Form: int(q.Mention.Form)}
			var parts []string
			for _, r := range q.Parts {
				parts = append(parts, d.Cut(r))
			}
			p.Text = strings.Join(parts, " … ")
			if q.Speaker != nil {
				p.Speaker = &q.Speaker.Name
			}
			rows = append(rows, p)
		}
		line, _ := json.Marshal(map[string]any{"id": a.ID, "quotes": rows})
		w.Write(append(line, '\n'))
	}
}
