package deployment

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// widgetModules are the parts of embed.js, and workerModules those of the engine's
// Worker, each after those it imports. They are modules of one author, so joining
// them needs no bundler: their top-level names differ, and imports are one line each.
// The styles come first, which makes embed.js 29 bytes smaller in brotli.
var (
	widgetModules = []string{"styles.mjs", "card.mjs", "source.mjs", "files.mjs", "element.mjs", "loader.mjs"}
	workerModules = []string{"wasi.mjs", "engine.mjs", "engine-worker.mjs"}
	// onDemandModules are those of on-demand.mjs, which stays a module.
	onDemandModules = []string{"passage.mjs", "labels.mjs", "languages.mjs", "spot.mjs", "way-back.mjs", "scroll.mjs", "lead.mjs", "follow.mjs", "reason.mjs", "local.mjs", "fold.mjs"}
)

var (
	importLine   = regexp.MustCompile(`(?m)^import .*;$`)
	comment      = regexp.MustCompile(`(?m)^#.*\n`) // of labels.tsv
	moduleSyntax = regexp.MustCompile(`(?m)^import .*;$|^export `)
	// What embed.js imports later is loaded by a function of loader.mjs, which checks it.
	lazyImport = regexp.MustCompile(`\bimport\("\./([a-z.-]+)"\)`)
)

// joinWidget replaces the widget's modules by embed.js, one classic script; what
// only some readers need (the engine, the search for a passage) stays in files of
// its own. The stylesheets are inside embed.js as a string, for adoptedStyleSheets;
// the script of the engine's Worker is one inside on-demand.mjs, for a blob.
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
	embed, err := join(files, widgetModules)
	if err != nil {
		return err
	}
	files["embed.js"] = embed
	worker, err := join(files, workerModules)
	if err != nil {
		return err
	}
	if worker, err = minified("worker.js", worker); err != nil {
		return fmt.Errorf("the engine's Worker: %w", err)
	}
	literal, err := json.Marshal(string(worker))
	if err != nil {
		return err
	}
	labels, err := json.Marshal(string(comment.ReplaceAll(files["labels.tsv"], nil)))
	if err != nil {
		return err
	}
	// After those that they import; labels.mjs and local.mjs take a string in the place of one.
	onDemand := slices.Concat([]byte("const workerScript = "), literal, []byte(";\nconst labelsText = "), labels, []byte(";\n"))
	for _, name := range onDemandModules {
		module, ok := files[name]
		if !ok {
			return fmt.Errorf("wasm/widget/%s is missing", name)
		}
		onDemand = append(append(onDemand, importLine.ReplaceAll(module, nil)...), '\n')
		delete(files, name)
	}
	files["on-demand.mjs"] = onDemand
	delete(files, "labels.tsv")
	// Of the joined modules those of the engine are served too, for pages that use it alone.
	for _, name := range append([]string{"engine-worker.mjs"}, widgetModules...) {
		delete(files, name)
	}
	files["card.css"] = append(files["card.css"], files["frame.css"]...)
	delete(files, "element.css")
	delete(files, "frame.css")
	return nil
}

// join makes one classic script of modules.
func join(files map[string][]byte, names []string) ([]byte, error) {
	script := []byte("(() => {\n")
	for _, name := range names {
		module, ok := files[name]
		if !ok {
			return nil, fmt.Errorf("wasm/widget/%s is missing", name)
		}
		script = append(script, lazyImport.ReplaceAll(moduleSyntax.ReplaceAll(module, nil), []byte(`verified("$1", "__INTEGRITY_${1}__")`))...)
		script = append(script, '\n')
	}
	return append(script, "})();\n"...), nil
}
