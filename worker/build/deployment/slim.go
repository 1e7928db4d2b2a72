package deployment

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// standIns are packages that the modules of an operating system have in the place of the
// standard library's: import path there, folder here. Each folder's package comment says why.
var standIns = map[string]map[string]string{
	Engine.goos: {
		"fmt":              "wasm/link/standin/fmt",
		"regexp":           "wasm/link/standin/regexp",
		"unique":           "wasm/link/standin/unique",
		"internal/godebug": "wasm/link/standin/godebug",
		"runtime/debug":    "wasm/link/standin/debug",
	},
	Worker.goos: {
		"crypto/tls": "worker/tls",
	},
}

// slimmed is the version of Go that the stand-ins are for.
const slimmed = "go1.26"

// profile says where the engine spends its time, for the compiler of Fast; make profile
// writes it. With calls inlined, there most of all, Fast takes a fifth less time for a page
// and is 60 KB larger after brotli. What the profile says of code that has changed is passed over.
const profile = "worker/build/engine.pgo"

// calling are packages whose calls stay calls in engine.wasm: there inlining makes more code (7 KB
// after brotli in all) than it saves time. That of the parser's largest function, called for every
// tag, browsers optimize on the first page. Of the standard library's packages it saves
// nothing; in text, page, body and lang it takes a tenth of a page's time, and in denial and
// people another, for 6 KB.
var calling = []string{
	"golang.org/x/net/html/...", "keypoints/wasm/keypoints", "keypoints/wasm/internal/date", "keypoints/wasm/internal/fragment",
	"keypoints/wasm/internal/metadata", "keypoints/wasm/internal/quote", "keypoints/wasm/internal/rank", "keypoints/wasm/internal/reading", "keypoints/wasm/internal/render",
}

// slim gives the flags of go build that make a module smaller, and Fast faster.
func (m Module) slim(root, version string) ([]string, error) {
	if version != slimmed && !strings.HasPrefix(version, slimmed+".") && !strings.HasPrefix(version, slimmed+" ") {
		return nil, fmt.Errorf("only %s can be slimmed, not %s", slimmed, version)
	}
	goroot, err := goEnv("GOROOT")
	if err != nil {
		return nil, err
	}
	library := filepath.Join(goroot, "src")
	folder := filepath.Join(root, "dist", "slim")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for path, dir := range standIns[m.goos] {
		if err := standIn(replace, filepath.Join(library, filepath.FromSlash(path)), filepath.Join(root, filepath.FromSlash(dir))); err != nil {
			return nil, err
		}
	}
	overlay := filepath.Join(folder, m.name+".json")
	content, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, err
	}
	if err := write(overlay, content, 0o644); err != nil {
		return nil, err
	}
	flags := []string{"-overlay=" + overlay}
	if m.goos == Worker.goos {
		return append(flags, "-tags=nethttpomithttp2"), nil
	}
	modules, err := withoutCSS(root, folder)
	if err != nil {
		return nil, err
	}
	flags = append(flags, "-modfile="+modules)
	if m == Fast {
		return append(flags, "-pgo="+filepath.Join(root, filepath.FromSlash(profile))), nil
	}
	for _, name := range calling {
		flags = append(flags, "-gcflags="+name+"=-l")
	}
	return flags, nil
}

// standIn puts the files of one folder in the place of another's.
func standIn(replace map[string]string, old, new string) error {
	files, err := filepath.Glob(filepath.Join(old, "*"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if ext := filepath.Ext(file); (ext == ".go" || ext == ".s") && !strings.HasSuffix(file, "_test.go") {
			replace[file] = "" // taken away
		}
	}
	if files, err = filepath.Glob(filepath.Join(new, "*")); err != nil {
		return err
	}
	for _, file := range files {
		if ext := filepath.Ext(file); (ext == ".go" || ext == ".s") && !strings.HasSuffix(file, "_test.go") {
			replace[filepath.Join(old, filepath.Base(file))] = file
		}
	}
	return nil
}

// withoutCSS writes a go.mod that has wasm/link/standin/douceur in the place of
// bluemonday's CSS parser; an overlay cannot reach into the module cache.
func withoutCSS(root, folder string) (string, error) {
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if name == "go.mod" {
			content = append(content, "\nreplace github.com/aymerick/douceur => ./wasm/link/standin/douceur\n"...)
		}
		if err := write(filepath.Join(folder, strings.Replace(name, "go.", "engine.", 1)), content, 0o644); err != nil {
			return "", err
		}
	}
	return filepath.Join(folder, "engine.mod"), nil
}
