package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// row is one measure.
type row struct {
	what, against, goal, measured, figures string
	met                                    bool
}

// report is what a whole run found.
type report struct {
	set           *pageSet
	rows          []row
	growth, peers []curve
	versions      []string
	failures      []string
}

func table(rows []row) string {
	var b strings.Builder
	b.WriteString("| what | against | goal | measured | met | figures of this run |\n|---|---|---|---|---|---|\n")
	for _, r := range rows {
		met := "no"
		switch {
		case r.goal == "":
			met = ""
		case r.met:
			met = "yes"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | **%s** | %s | %s |\n", r.what, r.against, r.goal, r.measured, met, r.figures)
	}
	return b.String()
}

// write makes benchmarks.md and growth.svg in a folder.
func (r *report) write(docs string) error {
	if err := os.MkdirAll(docs, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(docs, "growth.svg"), plot(r.growth, r.peers), 0o644); err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, `# Benchmarks

Key Points against what a user would pick instead, measured in one run on one machine.
`+"`make bench`"+` repeats the run and writes this page; it takes nine to ten minutes and needs Go, Node with npm, and Chromium.
`+"`make bench-native`"+` measures the first two rows alone.

%s
A ratio is the median over rounds that alternate between ours and theirs, so a busy machine moves it little. Times are CPU time of the whole process, with the collector's and the compiler's threads, except where a row says wall clock. Compare times of one run only.

## How cost grows with the page

![CPU time against page size, for news and for hostile pages](growth.svg)

| page | at 10 KB | at the largest | exponent, 10 KB → largest | over the last decade of sizes |
|---|---|---|---|---|
`, table(r.rows))
	for _, c := range append(append([]curve{}, r.growth...), r.peers...) {
		last := len(c.sizes) - 1
		refused := ""
		if c.refused > 0 {
			refused = fmt.Sprintf("; refused as too large at %.1f MB", float64(c.refused)/1e6)
		}
		fmt.Fprintf(&b, "| %s | %.2f ms | %.0f ms at %.1f MB%s | %.2f | %.2f |\n", c.name, c.times[0], c.times[last], c.sizes[last]/1e6, refused, c.exponent, c.last)
	}
	b.WriteString(`
“News” is a fifth text, half inline JSON, the rest menus and teasers. Every other page is made to be hard for one stage. Time is native, HTML to JSON card, best of several runs; a kind whose exponent is above 1.1 is measured three times, as a busy moment of the machine looks like growth. The exponent is that of the least-squares fit on logarithms: 1 is linear. It is below 1 where the engine reads the first 300 KB of an article's text and no more.

## What is compared

- **Pages**: ` + r.set.description + `. The 100 KB, 1 MB and 5 MB pages are made news.
- **Ours** does more than the others: it gives speakers their full names, resolves pronouns, finds denials, and links every item to its passage. go-readability and go-trafilatura find the article's text and go no further.
- **The JavaScript way** is @mozilla/readability on linkedom for the article, then compromise for quotations and people, with the nearest person as speaker (` + "`demo/bench/js/way.mjs`" + `).
- **In Chromium** both ways get the same page from this machine, with nothing between script and server but the loopback: that ours is a larger download hardly shows. A Worker has no DOM, so readability either runs on a clone of the live DOM on the main thread (faster, and the reader's page waits), or on linkedom in the Worker (as ours, which never blocks the page).
- **In workerd** the other Worker runs readability on linkedom and answers title, byline and text: no quotations. Both fetch the page, and take turns, 50 requests each. V8 compiles for the first thousand requests; ours, being more code, takes longer, which the row for the first 150 shows. The cache and KV that ours asks are in its process and count as its own.
- **Memory** is that of the WebAssembly instance after a page; such memory never shrinks.

## Machine and versions

`)
	for _, line := range append(machine(), r.versions...) {
		fmt.Fprintf(&b, "- %s\n", line)
	}
	if len(r.failures) > 0 {
		b.WriteString("\n## What could not be measured in this run\n\n")
		for _, line := range r.failures {
			fmt.Fprintf(&b, "- %s\n", line)
		}
	}
	fmt.Fprintf(&b, "\nMeasured on %s.\n", time.Now().UTC().Format("2006-01-02"))
	path := filepath.Join(docs, "benchmarks.md")
	progress("writing %s", path)
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
