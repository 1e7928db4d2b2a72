package dist

import (
	"fmt"
	"regexp"
	"strconv"
)

// widgetModules are the parts of embed.js, each after those it imports. They
// are modules of one page and one author, so joining them needs no bundler:
// their top-level names differ, and imports are one line each.
var widgetModules = []string{"labels.mjs", "card.mjs", "source.mjs", "styles.mjs", "element.mjs", "loader.mjs"}

var (
	moduleSyntax = regexp.MustCompile(`(?m)^import .*;$|^export `)
	// A classic script at /v1/embed.js cannot name the other modules by relative names.
	lazyImport = regexp.MustCompile(`\bimport\("\./`)
)

// joinWidget replaces the widget's modules by embed.js, one classic script that
// Subresource Integrity covers whole; what only some readers need (the engine,
// the search for a passage) stays in modules of its own. The stylesheets are
// inside as a string, for adoptedStyleSheets.
func joinWidget(files map[string][]byte) error {
	var styles []byte
	for _, name := range []string{"card.css", "element.css"} {
		css, err := minified(name, files[name])
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		styles = append(styles, css...)
	}
	files["styles.mjs"] = []byte("export const styles = " + strconv.Quote(string(styles)) + ";\n")
	script := []byte("(() => {\n\"use strict\";\n")
	for _, name := range widgetModules {
		module, ok := files[name]
		if !ok {
			return fmt.Errorf("wasm/widget/%s is missing", name)
		}
		script = append(script, lazyImport.ReplaceAll(moduleSyntax.ReplaceAll(module, nil), []byte(`import(KeyPoints.assets+"`))...)
		script = append(script, '\n')
		delete(files, name)
	}
	files["card.css"] = append(files["card.css"], files["frame.css"]...)
	delete(files, "element.css")
	delete(files, "frame.css")
	files["embed.js"] = append(script, "})();\n"...)
	return nil
}
