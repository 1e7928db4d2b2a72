// Command size says what every package costs the readers who download engine.wasm.
//
//	go run ./wasm/link/size            make size
//	go run ./wasm/link/size worker     the same of worker.wasm
//
// Bytes of code are counted function by function, before compression. Data is by
// what it is for, as the linker says no package of it, but for embedded files. What
// a part costs after brotli is its share of a stream of them all: that depends on
// what stands before it, so it is an estimate. Node, if there is one, compresses by
// brotli; without it the share is of deflate.
package main

import (
	"bytes"
	"cmp"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"keypoints/wasm/link/strip"
	"keypoints/worker/build/deployment"
)

func main() {
	if err := report(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

// row is a part of the module.
type row struct {
	name       string
	functions  int
	content    []byte
	embedded   int // bytes of embedded files
	compressed float64
}

func report(w io.Writer, args []string) error {
	module := deployment.Engine
	if len(args) > 0 && args[0] == "worker" {
		module = deployment.Worker
	}
	root, err := deployment.Root()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "size")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	named, short, err := module.CompileNamed(root, filepath.Join(folder, "module.wasm"))
	if err != nil {
		return err
	}
	functions, _, err := strip.Parts(named)
	if err != nil {
		return err
	}
	_, parts, err := strip.Parts(short)
	if err != nil {
		return err
	}
	code, err := packages(root, module, functions)
	if err != nil {
		return err
	}
	var data []*row
	for _, p := range parts {
		data = append(data, &row{name: p.Name, content: p.Bytes})
	}
	rows := append(slices.Clone(code), data...)
	sum, err := shares(rows)
	if err != nil {
		return err
	}
	total, method := compressed(short, folder)
	for _, r := range rows {
		r.compressed *= float64(total) / sum
	}
	fmt.Fprintf(w, "%s: %d bytes, %d after %s\n", module.Name(), len(short), total, method)
	table(w, "package", code)
	table(w, "data", data)
	return nil
}

// packages gathers the functions of each package.
func packages(root string, module deployment.Module, functions []strip.Function) ([]*row, error) {
	byName := map[string]*row{}
	for _, f := range functions {
		name := packageOf(f.Name)
		if byName[name] == nil {
			byName[name] = &row{name: name}
		}
		r := byName[name]
		r.functions++
		r.content = append(r.content, f.Body...)
	}
	list := exec.Command("go", "list", "-deps", "-f", `{{$p := .}}{{range .EmbedFiles}}{{$p.ImportPath}} {{$p.Dir}}/{{.}}{{"\n"}}{{end}}`, module.From())
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS="+module.OS(), "GOARCH=wasm")
	out, err := list.Output()
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(out)) {
		name, path, _ := strings.Cut(strings.TrimSpace(line), " ")
		info, err := os.Stat(path)
		if path == "" {
			continue
		}
		if err != nil {
			return nil, err
		}
		if r := byName[name]; r != nil {
			r.embedded += int(info.Size())
		}
	}
	rows := make([]*row, 0, len(byName))
	for _, r := range byName {
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b *row) int { return strings.Compare(a.name, b.name) })
	return rows, nil
}

// packageOf gives the package of a function: a/b.c for a/b.c.(*T).Method[…].
func packageOf(function string) string {
	if strings.HasPrefix(function, "type:") || strings.HasPrefix(function, "go:") {
		return "(made by the compiler)"
	}
	function, _, _ = strings.Cut(function, "[")
	slash := strings.LastIndexByte(function, '/')
	name, _, found := strings.Cut(function[slash+1:], ".")
	if !found {
		return "(the module's own)"
	}
	// The linker writes a dot in a path's last element so.
	return function[:slash+1] + strings.ReplaceAll(name, "%2e", ".")
}

// shares compresses all rows in one stream, notes what each adds to it, and gives the sum.
func shares(rows []*row) (sum float64, err error) {
	var stream bytes.Buffer
	z, err := flate.NewWriter(&stream, flate.BestCompression)
	if err != nil {
		return 0, err
	}
	for _, r := range rows {
		before := stream.Len()
		if _, err := z.Write(r.content); err != nil {
			return 0, err
		}
		if err := z.Flush(); err != nil {
			return 0, err
		}
		r.compressed = float64(stream.Len() - before)
		sum += r.compressed
	}
	return sum, nil
}

// compressed gives the module's size after the best compression there is here.
func compressed(module []byte, folder string) (size int, method string) {
	const script = `const z = require("zlib"), b = require("fs").readFileSync(process.argv[1]), c = z.constants;
console.log(z.brotliCompressSync(b, { params: { [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: b.length } }).length)`
	path := filepath.Join(folder, "short.wasm")
	if err := os.WriteFile(path, module, 0o644); err == nil {
		if out, err := exec.Command("node", "-e", script, path).Output(); err == nil {
			if size, err := strconv.Atoi(strings.TrimSpace(string(out))); err == nil {
				return size, "brotli 11"
			}
		}
	}
	var b bytes.Buffer
	z, _ := flate.NewWriter(&b, flate.BestCompression)
	z.Write(module)
	z.Close()
	return b.Len(), "deflate 9"
}

// table prints rows, the dearest first.
func table(w io.Writer, title string, rows []*row) {
	slices.SortStableFunc(rows, func(a, b *row) int { return cmp.Compare(b.compressed, a.compressed) })
	fmt.Fprintf(w, "\n| %-52s | functions | bytes | embedded | compressed, about |\n|---|--:|--:|--:|--:|\n", title)
	bytes, embedded, all := 0, 0, 0.0
	for _, r := range rows {
		fmt.Fprintf(w, "| %-52s | %5d | %7d | %6d | %6.0f |\n", r.name, r.functions, len(r.content), r.embedded, r.compressed)
		bytes, embedded, all = bytes+len(r.content), embedded+r.embedded, all+r.compressed
	}
	fmt.Fprintf(w, "| %-52s | %5s | %7d | %6d | %6.0f |\n", "all", "", bytes, embedded, all)
}
