// Command bench measures Key Points against what a user would pick instead, in one
// run on one machine, and writes docs/benchmarks.md and its plots.
//
//	make bench          # all of it, in some minutes
//	make bench-native   # the native rows alone, in seconds; prints them, writes nothing
//	make profile        # where the engine spends its time, for the compiler of the Worker's engine
//	make attack         # engine.wasm on hostile pages, known and random, for ten minutes; prints what they take
//
// It is a module of its own, so that what it compares with never comes near the
// product: the Go peers stand in its go.mod, those of npm in js/package.json.
// Every comparison runs in rounds that alternate between ours and theirs, so that
// a busy machine slows all alike, and the ratio given is the median of the rounds'.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	native := flag.Bool("native", false, "run the native rows alone and print them")
	pages := flag.String("pages", "", "folder of .html or .html.gz pages to measure on; by default the real pages beside the project where they are, else its own")
	only := flag.String("only", "", "one of native, growth, node, chromium, workerd: print that part's rows, write nothing")
	hostile := flag.Duration("attack", 0, "run engine.wasm on hostile pages for so long instead, the random ones from -seed on")
	seed := flag.Uint64("seed", uint64(time.Now().Unix()), "the first seed of random pages")
	profile := flag.String("profile", "", "write a CPU profile of the engine on the pages to this file instead")
	flag.Parse()
	if *profile != "" {
		if err := writeProfile(*profile, *pages); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if *hostile > 0 {
		if err := attack(*seed, *hostile); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*native, *only, *pages); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// root is the project's folder, seen from this one, where make runs it.
const root = "../.."

func run(native bool, only, folder string) error {
	set, err := loadPages(folder)
	if err != nil {
		return err
	}
	progress("measuring on %s", set.description)
	if native {
		fmt.Print(table(nativeRows(set, 2)))
		return nil
	}
	scratch, err := os.MkdirTemp("", "keypoints-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	in, err := writeInputs(scratch, set)
	if err != nil {
		return err
	}
	var report report
	report.set = set
	parts := []struct {
		name string
		run  func() ([]row, error)
	}{
		{"native", func() ([]row, error) { return nativeRows(set, 7), nil }},
		{"growth", func() ([]row, error) { return report.growthRows(), nil }},
		{"node", func() ([]row, error) { return report.nodeRows(in) }},
		{"chromium", func() ([]row, error) { return report.chromiumRows(in) }},
		{"workerd", func() ([]row, error) { return report.workerdRows(in) }},
	}
	for _, part := range parts {
		if only != "" && only != part.name {
			continue
		}
		progress("%s …", part.name)
		rows, err := part.run()
		if err != nil {
			// The other parts still have something to say.
			progress("%s failed: %v", part.name, err)
			report.failures = append(report.failures, fmt.Sprintf("%s: %v", part.name, err))
		}
		report.rows = append(report.rows, rows...)
	}
	fmt.Print(table(report.rows))
	if only != "" {
		return nil
	}
	return report.write(filepath.Join(root, "docs"))
}

// progress says on standard error what is being done.
func progress(format string, values ...any) { fmt.Fprintf(os.Stderr, format+"\n", values...) }
