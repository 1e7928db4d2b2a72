package deployment

import (
	"bufio"
	"bytes"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// rule is one block of a _headers file.
type rule struct {
	path   string // ends in * for a prefix
	header [][2]string
}

// Serve answers with the static files and the headers that _headers gives them,
// as Cloudflare's static assets do, in gzip to who takes it; other paths go to otherwise.
func Serve(public string, otherwise http.Handler) (http.Handler, error) {
	rules, err := readRules(filepath.Join(public, "_headers"))
	if err != nil {
		return nil, err
	}
	// The types of these differ between machines, or are missing.
	for extension, mediaType := range map[string]string{".mjs": "text/javascript; charset=utf-8", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"} {
		if err := mime.AddExtensionType(extension, mediaType); err != nil {
			return nil, err
		}
	}
	short, err := precompressed(public)
	if err != nil {
		return nil, err
	}
	root := os.DirFS(public)
	files := http.FileServerFS(root)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := r.URL.Path
		name := strings.TrimPrefix(asked, "/")
		switch name {
		case "":
			name = "index.html"
		case "desk":
			name = "desk.html"
			r = r.Clone(r.Context())
			r.URL.Path = "/desk.html"
		case "desk/", "desk.html":
			http.Redirect(w, r, (&url.URL{Path: "/desk", RawQuery: r.URL.RawQuery}).String(), http.StatusTemporaryRedirect)
			return
		}
		info, err := os.Stat(filepath.Join(public, filepath.FromSlash(name)))
		if err != nil || info.IsDir() || name == "_headers" || !filepath.IsLocal(filepath.FromSlash(name)) {
			otherwise.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=0, must-revalidate")
		for _, rule := range rules {
			prefix, isPrefix := strings.CutSuffix(rule.path, "*")
			if asked == rule.path || isPrefix && strings.HasPrefix(asked, prefix) {
				for _, h := range rule.header {
					w.Header().Set(h[0], h[1])
				}
			}
		}
		if content, ok := short[name]; ok {
			w.Header().Add("Vary", "Accept-Encoding")
			if TakesGzip(r) && r.Header.Get("Range") == "" {
				w.Header().Set("Content-Encoding", "gzip")
				http.ServeContent(w, r, name, info.ModTime(), bytes.NewReader(content))
				return
			}
		}
		files.ServeHTTP(w, r)
	}), nil
}

func readRules(path string) ([]rule, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rules []rule
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		name, value, isHeader := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case strings.HasPrefix(line, "/"):
			rules = append(rules, rule{path: strings.TrimSpace(line)})
		case isHeader && len(rules) > 0:
			last := &rules[len(rules)-1]
			last.header = append(last.header, [2]string{name, value})
		}
	}
	return rules, lines.Err()
}
