package deployment

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// precompressed holds the static files in gzip, by their names with slashes: those that
// become smaller by it.
func precompressed(public string) (map[string][]byte, error) {
	files := map[string][]byte{}
	var mu sync.Mutex
	var all sync.WaitGroup
	err := filepath.WalkDir(public, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(public, path)
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all.Go(func() {
			var short bytes.Buffer
			w, _ := gzip.NewWriterLevel(&short, gzip.BestCompression)
			w.Write(content)
			w.Close()
			if short.Len() < len(content)*9/10 {
				mu.Lock()
				defer mu.Unlock()
				files[filepath.ToSlash(name)] = short.Bytes()
			}
		})
		return nil
	})
	all.Wait()
	return files, err
}

// TakesGzip says whether a client takes gzip: it names it, without a weight of 0.
func TakesGzip(r *http.Request) bool {
	header := strings.ToLower(strings.ReplaceAll(strings.Join(r.Header.Values("Accept-Encoding"), ","), " ", ""))
	for item := range strings.SplitSeq(header, ",") {
		if name, weight, weighed := strings.Cut(item, ";q="); name == "gzip" {
			return !weighed || strings.Trim(weight, "0.") != ""
		}
	}
	return false
}
