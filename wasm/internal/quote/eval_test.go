package quote

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// goldArticle is one line of the gold file quotes/dev.jsonl.
type goldArticle struct {
	ID, Headline string
	Paragraphs   []string
	Quotes       []struct {
		Text   string
		Source *struct {
			Text         string
			Names, Heads []string
		}
	}
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

// readGold reads the gold articles of the folder that KEYPOINTS_EVAL names.
func readGold(t *testing.T) []goldArticle {
	folder := os.Getenv("KEYPOINTS_EVAL")
	if folder == "" {
		t.Skip("KEYPOINTS_EVAL names no folder of gold articles")
	}
	in, err := os.Open(filepath.Join(folder, "quotes", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out []goldArticle
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

func (a goldArticle) find() (*text.Document, []Quotation) {
	var blocks []body.Block
	for _, p := range a.Paragraphs {
		blocks = append(blocks, body.Block{Text: strings.Join(strings.Fields(p), " ")})
	}
	d := text.Parse(blocks, "en")
	return d, Find(d, people.Find(d))
}

// TestConfidenceIsCalibrated bins the speakers by their confidence: in each bin
// of 50 or more the share of right ones is within 0.05 of the mean confidence.
// Right is, simpler than the gold's own scorer, a speaker whose last word, or
// the last before a comma or preposition, is that of a gold name or head.
func TestConfidenceIsCalibrated(t *testing.T) {
	const width, least, within = 0.05, 50, 0.05
	var count, right [21]int
	var sum [21]float64
	for _, a := range readGold(t) {
		d, quotations := a.find()
		for _, q := range quotations {
			if q.Speaker == nil {
				continue
			}
			said := d.Cut(q.Parts[0])
			for _, g := range a.Quotes {
				if g.Source == nil || len(g.Source.Names)+len(g.Source.Heads) == 0 || !sameWords(g.Text, said) {
					continue
				}
				bin := int(q.Confidence / width)
				count[bin]++
				sum[bin] += q.Confidence
				if rightSpeaker(q.Speaker.Name, append(g.Source.Names, g.Source.Heads...)) {
					right[bin]++
				}
				break
			}
		}
	}
	for bin, n := range count {
		if n == 0 {
			continue
		}
		share, mean := float64(right[bin])/float64(n), sum[bin]/float64(n)
		t.Logf("confidence %.2f: %d speakers, %.3f right", mean, n, share)
		if n >= least && (share-mean > within || mean-share > within) {
			t.Errorf("of the %d speakers of mean confidence %.3f, %.3f are right", n, mean, share)
		}
	}
}

func sameWords(a, b string) bool {
	a, b = strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")
	return a == b
}

// rightSpeaker compares the last words of the phrases' heads.
func rightSpeaker(got string, want []string) bool {
	head := func(s string) string {
		s = strings.ToLower(s)
		for _, cut := range []string{",", " for ", " of ", " at ", " from ", " to ", " in ", " with ", " who "} {
			s, _, _ = strings.Cut(s, cut)
		}
		f := strings.Fields(strings.Trim(s, " .’'"))
		if len(f) == 0 {
			return ""
		}
		last := strings.TrimSuffix(f[len(f)-1], "s")
		if (last == "jr." || last == "jr") && len(f) > 1 {
			last = strings.Trim(f[len(f)-2], ",")
		}
		return last
	}
	for _, w := range want {
		if head(got) == head(w) || strings.EqualFold(got, w) || strings.HasPrefix(strings.ToLower(w), strings.ToLower(got)+" ") {
			return true
		}
	}
	return false
}

// TestGoldArticles writes the quotations of the gold articles for their scorer
// to the file that KEYPOINTS_OUT names.
func TestGoldArticles(t *testing.T) {
	out := os.Getenv("KEYPOINTS_OUT")
	if out == "" {
		t.Skip("KEYPOINTS_OUT names no file to write")
	}
	w, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, a := range readGold(t) {
		d, quotations := a.find()
		rows := []prediction{}
		for _, q := range quotations {
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
		line, err := json.Marshal(map[string]any{"id": a.ID, "quotes": rows})
		if err != nil {
			t.Fatal(err)
		}
		w.Write(append(line, '\n'))
	}
}
