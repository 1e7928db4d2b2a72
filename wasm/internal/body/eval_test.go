package body_test

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

// TestWritePredictions writes the bodies and metadata of a folder of gold pages
// for its scorers, into KEYPOINTS_OUT:
//
//	KEYPOINTS_EVAL=…/eval KEYPOINTS_OUT=/tmp go test -run Predictions ./wasm/internal/body
func TestWritePredictions(t *testing.T) {
	eval, out := os.Getenv("KEYPOINTS_EVAL"), os.Getenv("KEYPOINTS_OUT")
	if eval == "" || out == "" {
		t.Skip("KEYPOINTS_EVAL and KEYPOINTS_OUT are not set")
	}
	var rows []struct{ ID, URL string }
	read(t, filepath.Join(eval, "extract/dev/gold.json"), &rows)
	bodies := map[string]string{}
	for _, r := range rows {
		bodies[r.ID] = extract(t, filepath.Join(eval, "extract/dev", r.ID+".html.gz"), r.URL)
	}
	write(t, filepath.Join(out, "extract.json"), bodies)

	fields := map[string]map[string]any{}
	folders, err := filepath.Glob(filepath.Join(eval, "metadata/dev/*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		var gold struct{ URL string }
		read(t, filepath.Join(folder, "gold.json"), &gold)
		p, err := page.Parse(unzip(t, filepath.Join(folder, "source.html.gz")), nil, "text/html; charset=utf-8", gold.URL)
		if err != nil {
			t.Errorf("%s: %v", folder, err)
			continue
		}
		m := metadata.Extract(p)
		fields[filepath.Base(folder)] = map[string]any{"title": m.Headline, "byline": m.Byline, "siteName": m.Publisher,
			"publishedTime": m.Published, "lang": m.Language}
	}
	write(t, filepath.Join(out, "metadata.json"), fields)
}

func extract(t *testing.T, path, url string) string {
	p, err := page.Parse(unzip(t, path), nil, "text/html; charset=utf-8", url)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return ""
	}
	b, err := body.Extract(p, metadata.Extract(p))
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return ""
	}
	var texts []string
	for _, block := range b.Blocks {
		texts = append(texts, block.Text)
	}
	return strings.Join(texts, "\n\n")
}

func unzip(t *testing.T, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path string, from any) {
	t.Helper()
	data, err := json.Marshal(from)
	if err == nil {
		err = os.WriteFile(path, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
