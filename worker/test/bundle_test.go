package test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/worker/test/need"
)

// Cloudflare takes 3 MB after gzip on the free plan.
func TestTheBundleIsSmallEnoughToDeploy(t *testing.T) {
	folder := filepath.Dir(need.Built(t, "bundle/entry.js"))
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	total := counter(0)
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".js") && !strings.HasSuffix(file.Name(), ".wasm") {
			continue
		}
		content, err := os.Open(filepath.Join(folder, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		before := total
		z := gzip.NewWriter(&total)
		if _, err := io.Copy(z, content); err != nil {
			t.Fatal(err)
		}
		z.Close()
		content.Close()
		t.Logf("%8d bytes: %s", total-before, file.Name())
	}
	if total > 3_000_000 {
		t.Errorf("the bundle has %d bytes after gzip", total)
	}
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

func TestWranglerTellsNobodyOfItsUse(t *testing.T) {
	settings, err := os.ReadFile(filepath.Join(need.Root(t), "wrangler.toml"))
	if err != nil {
		t.Fatal(err)
	}
	ours, _, _ := strings.Cut(string(settings), "\n[")
	if !strings.Contains(ours, "\nsend_metrics = false\n") {
		t.Error("wrangler.toml does not say send_metrics = false")
	}
}
