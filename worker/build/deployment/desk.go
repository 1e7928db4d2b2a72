package deployment

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// addDesk adds the editors' desk to the static files: desk.html, which /desk shows, and
// its other files in a folder that is named by their content. It gives that folder's name.
// What the desk has in common with the demo page it imports from there.
func addDesk(root string, page, files map[string][]byte) (folder string, err error) {
	desk, err := read(filepath.Join(root, "demo", "desk"), func(string) bool { return true })
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	for _, name := range []string{"article.mjs", "leftout.mjs"} {
		desk[name] = page[name]
	}
	for name, content := range desk {
		content = []byte(strings.ReplaceAll(string(content), `from "../page/`, `from "./`))
		if desk[name], err = minified(name, content); err != nil {
			return "", fmt.Errorf("demo/desk/%s: %w", name, err)
		}
	}
	folder = hash(desk)
	files["desk.html"] = []byte(strings.ReplaceAll(string(desk["index.html"]), "__DESK__", folder))
	delete(desk, "index.html")
	for name, content := range desk {
		files[path.Join("desk", folder, name)] = content
	}
	// The history is shown outside of the desk too, and its page knows no build.
	files["desk/history.css"] = desk["history.css"]
	return folder, nil
}

// deskHeaders are the response headers of the desk. It shows articles beside a secret: no
// frame may hold it, and it speaks to nobody but its own server.
func deskHeaders(folder string) string {
	if folder == "" {
		return ""
	}
	return "/desk\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' https: data:; media-src https:; " +
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types key-points demo\n" +
		"  Cross-Origin-Opener-Policy: same-origin\n  X-Robots-Tag: noindex\n" +
		"/desk/" + folder + "/*\n  Cache-Control: public, max-age=31536000, immutable\n"
}
