// Package deployment builds what is served, from sources and with nothing but Go:
//
//	dist/engine.wasm        the engine
//	dist/fast-engine.wasm   the same for the Cloudflare Worker
//	dist/worker.wasm        the API for the Cloudflare Worker
//	dist/build.mjs          the engine's name, for the Worker's cache, and the lists of languages
//	dist/slim/              what the build gives the compiler to make these smaller (slim.go)
//	dist/wasm_exec.js       Go's own support for it, of the compiler's version
//	dist/public/            static files, served as they are by wrangler and by the demo server:
//	  index.html …          the demo page (demo/page)
//	  desk.html, desk/DESK/ the editors' desk (demo/desk), its files by their content
//	  v1/HASH/…             the widget (wasm/widget), engine.wasm and languages/de.txt …, immutable
//	  v1/embed.js           the widget, short-lived copy of v1/HASH/embed.js
//	  v1/card.css           the card's style for pages that hold it in their own markup
//	  v1/frame.js           the height of cards in iframes, on both sides of them
//	  _headers              response headers of all these, in Cloudflare's format
//
// HASH stands for the content of the whole folder: files in it import each other
// by relative names, so none has to be rewritten, and every change of one gives
// all a new address. The text __FOLDER__ becomes HASH everywhere.
package deployment

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"keypoints/wasm/keypoints"
)

// Site is what Build made.
type Site struct {
	Public string // folder of the static files
	Folder string // HASH of the widget's files
}

// Root finds the project's folder from the working directory upwards.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for ; ; dir = filepath.Dir(dir) {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(mod), "module keypoints\n") {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", errors.New("run this inside the Key Points project: no go.mod of it found")
		}
	}
}

// WriteBuild writes dist/build.mjs for the Worker: its engine's name, as a card of another
// engine is another card in the cache, and the lists of languages that the engine is given.
func WriteBuild(root string) error {
	engine, err := os.ReadFile(filepath.Join(root, "dist", "engine.wasm"))
	if err != nil {
		return err
	}
	lists, err := json.MarshalIndent(keypoints.Languages(), "", "  ")
	if err != nil {
		return err
	}
	name := hash(map[string][]byte{"engine.wasm": engine, "languages": lists})
	return write(filepath.Join(root, "dist", "build.mjs"), []byte("export const build = \""+name+"\";\nexport const languages = "+string(lists)+";\n"), 0o644)
}

// CopySupport copies Go's JavaScript support for js/wasm, which has to be of the
// same version as the compiler.
func CopySupport(root string) error {
	goroot, err := goEnv("GOROOT")
	if err != nil {
		return err
	}
	support, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	return write(filepath.Join(root, "dist", "wasm_exec.js"), support, 0o644)
}

// Publish fills dist/public from the sources and dist/engine.wasm.
func Publish(root string) (*Site, error) {
	public := filepath.Join(root, "dist", "public")
	widget, err := read(filepath.Join(root, "wasm", "widget"), servedWithWidget)
	if err != nil {
		return nil, err
	}
	if widget["engine.wasm"], err = os.ReadFile(filepath.Join(root, "dist", "engine.wasm")); err != nil {
		return nil, err
	}
	if widget["labels.tsv"], err = os.ReadFile(filepath.Join(root, "wasm", "internal", "lang", "labels.tsv")); err != nil {
		return nil, err
	}
	vouched := map[string]string{}
	for tag, lists := range keypoints.Languages() {
		name := "languages/" + tag + ".txt"
		widget[name] = []byte(lists)
		vouched[tag] = "__INTEGRITY_" + name + "__"
	}
	languages, err := json.Marshal(vouched)
	if err != nil {
		return nil, err
	}
	widget["languages.mjs"] = bytes.Replace(widget["languages.mjs"], []byte(`{ __LANGUAGES__: "" }`), languages, 1)
	if err := joinWidget(widget); err != nil {
		return nil, err
	}
	if err := vouch(widget); err != nil {
		return nil, err
	}
	site := &Site{Public: public, Folder: hash(widget)}
	for name, content := range widget {
		widget[name] = []byte(strings.ReplaceAll(string(content), "__FOLDER__", site.Folder))
	}
	page, err := read(filepath.Join(root, "demo", "page"), func(string) bool { return true })
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	files := map[string][]byte{}
	for name, content := range page {
		content = []byte(strings.ReplaceAll(string(content), "__FOLDER__", site.Folder))
		if files[name], err = minified(name, content); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for name, content := range widget {
		files["v1/"+site.Folder+"/"+name] = content
	}
	for _, name := range aliases {
		if content, ok := widget[name]; ok {
			files["v1/"+name] = content
		}
	}
	desk, err := addDesk(root, page, files)
	if err != nil {
		return nil, err
	}
	files["_headers"] = []byte(headers(site.Folder, desk))
	if err := fill(public, files); err != nil {
		return nil, err
	}
	return site, nil
}

// aliases are files of the widget that also have a lasting, short-lived address:
// the loader, and the stylesheet of format=page.
var aliases = []string{"embed.js", "card.css", "frame.js"}

// servedWithWidget leaves out what stands beside the widget's code but is not served.
func servedWithWidget(name string) bool {
	switch filepath.Ext(name) {
	case ".js", ".mjs", ".css":
		return !strings.Contains(name, "/") && !strings.HasSuffix(name, ".d.mts")
	}
	return false
}

// read gives the files of a folder by their names with slashes.
func read(dir string, wanted func(name string) bool) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "node_modules" {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if name = filepath.ToSlash(name); err != nil || !wanted(name) {
			return err
		}
		files[name], err = os.ReadFile(path)
		return err
	})
	return files, err
}

// hash is the address of a set of files: 80 bits of SHA-256 over names and contents.
func hash(files map[string][]byte) string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	h := sha256.New()
	for _, name := range names {
		fmt.Fprintf(h, "%s %d\n", name, len(files[name]))
		h.Write(files[name])
	}
	return hex.EncodeToString(h.Sum(nil)[:10])
}

// headers are the response headers of the static files.
func headers(folder, desk string) string {
	const everywhere = "  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n"
	shortLived := func(path string) string {
		return path + "\n  Cache-Control: public, max-age=3600, stale-while-revalidate=86400\n" + everywhere
	}
	// The demo page shows strangers' pages, so it keeps to the strictest policy, the
	// one that the widget promises to work under.
	const demoPolicy = "  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' https: data:; media-src https:; " +
		"connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; " +
		"require-trusted-types-for 'script'; trusted-types key-points demo demo-worker\n"
	return "/\n" + demoPolicy + "/index.html\n" + demoPolicy + deskHeaders(desk) + "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n" +
		shortLived("/v1/embed.js") + shortLived("/v1/card.css") + shortLived("/v1/frame.js") +
		"/v1/" + folder + "/*\n  Cache-Control: public, max-age=31536000, immutable\n" + everywhere
}
