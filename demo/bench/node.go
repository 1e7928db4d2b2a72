package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// script runs a module of js/ and reads the line of JSON that it prints.
func script(into any, name string, args ...string) error {
	command := exec.Command("node", append([]string{filepath.Join("js", name)}, args...)...)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return json.Unmarshal([]byte(lines[len(lines)-1]), into)
}

// project is the absolute path of the project's folder.
func project() string {
	path, err := filepath.Abs(root)
	if err != nil {
		return root
	}
	return path
}

// nodeRows are engine.wasm in Node.
func (r *report) nodeRows(in inputs) ([]row, error) {
	var m struct {
		Compile, ColdStart, Start float64
		Memory                    map[string]float64
		Spent                     struct{ Ours, Theirs, Extraction []float64 }
		Node, V8                  string
	}
	if err := script(&m, "engine.mjs", project(), in.pages, in.made, "3"); err != nil {
		return nil, err
	}
	r.versions = append(r.versions, "Node "+m.Node+" with V8 "+m.V8, "@mozilla/readability, linkedom, compromise: "+strings.Join(peerVersions(), ", "))
	whole, extraction := ratio(m.Spent.Ours, m.Spent.Theirs), ratio(m.Spent.Ours, m.Spent.Extraction)
	rows := []row{
		{"engine.wasm in Node, warm, HTML to JSON card, CPU", "@mozilla/readability + linkedom + compromise: article, quotations, people", "≤ 0.15 ×", fmt.Sprintf("%.2f ×", whole),
			fmt.Sprintf("%.1f ms a page against %.1f", median(m.Spent.Ours), median(m.Spent.Theirs)), whole <= 0.15},
		{what: "the same", against: "@mozilla/readability + linkedom: the article alone", measured: fmt.Sprintf("%.2f ×", extraction),
			figures: fmt.Sprintf("%.1f ms a page against %.1f", median(m.Spent.Ours), median(m.Spent.Extraction))},
		{"engine start in Node: instantiate, initialize, first card of a 100 KB page, compiled code warm, wall clock", "", "≤ 120 ms", fmt.Sprintf("%.0f ms", m.Start),
			fmt.Sprintf("right after compiling: %.0f ms; compiling before it: %.0f ms", m.ColdStart, m.Compile), m.Start <= 120},
	}
	for _, bound := range []struct {
		size string
		mb   float64
	}{{"100KB", 12}, {"1MB", 24}, {"5MB", 64}} {
		mb, again := m.Memory[bound.size]/(1<<20), m.Memory[bound.size+" five times"]/(1<<20)
		rows = append(rows, row{"memory of the instance after a page of " + strings.Replace(bound.size, "B", " B", 1)[:len(bound.size)-2] + " " + bound.size[len(bound.size)-2:], "", fmt.Sprintf("≤ %.0f MB", bound.mb),
			fmt.Sprintf("%.0f MB", mb), fmt.Sprintf("after five such pages: %.0f MB", again), mb <= bound.mb})
	}
	return rows, nil
}

// chromiumRows are a live page in Chromium.
func (r *report) chromiumRows(in inputs) ([]row, error) {
	type times struct{ Cold, Warm []float64 }
	var m struct {
		Taken       struct{ Ours, Main, Worker times }
		Transferred struct{ Ours, Main, Worker, Engine float64 }
		Version     string
	}
	if err := script(&m, "chromium.mjs", project(), filepath.Join(in.made, "100KB.html"), "4"); err != nil {
		return nil, err
	}
	r.versions = append(r.versions, "Chromium "+m.Version)
	compare := func(state, against, goal string, ours, theirs []float64) row {
		q := median(ours) / median(theirs) // the runs of a profile are no pairs
		return row{"Chromium, 100 KB page, script start to card shown, " + state + ", wall clock", against, goal, fmt.Sprintf("%.2f ×", q),
			fmt.Sprintf("%.0f ms against %.0f", median(ours), median(theirs)), q <= 0.5}
	}
	t := m.Taken
	const main, worker = "readability on the live DOM (main thread) + compromise in a Worker", "linkedom + readability + compromise in a Worker"
	return []row{
		compare("cold", main, "≤ 0.5 ×", t.Ours.Cold, t.Main.Cold),
		compare("warm", main, "≤ 0.5 ×", t.Ours.Warm, t.Main.Warm),
		compare("cold", worker, "", t.Ours.Cold, t.Worker.Cold),
		compare("warm", worker, "", t.Ours.Warm, t.Worker.Warm),
		{"engine.wasm, brotli 11", "floor: the JavaScript way's minified bundles, brotli 11", "≤ 900 KB", fmt.Sprintf("%.0f KB", m.Transferred.Engine/1000),
			fmt.Sprintf("theirs: %.0f KB (readability and compromise), %.0f KB with linkedom; all of ours that the page above loads: %.0f KB", m.Transferred.Main/1000, m.Transferred.Worker/1000, m.Transferred.Ours/1000), m.Transferred.Engine <= 900_000},
	}, nil
}

// workerdRows are the endpoint.
func (r *report) workerdRows(in inputs) ([]row, error) {
	var m struct {
		CPU     struct{ Miss, Hit, Peer, Young, YoungPeer []float64 }
		Version string
	}
	if err := script(&m, "workerd.mjs", project(), filepath.Join(in.made, "100KB.html")); err != nil {
		return nil, err
	}
	r.versions = append(r.versions, "workerd "+m.Version)
	miss, young, hit := ratio(m.CPU.Miss, m.CPU.Peer), ratio(m.CPU.Young, m.CPU.YoungPeer), ratio(m.CPU.Hit, m.CPU.Peer)
	const peer = "a Worker of readability + linkedom that fetches the page: the article alone"
	figures := func(ours, theirs []float64) string {
		return fmt.Sprintf("%.1f ms against %.1f", median(ours), median(theirs))
	}
	return []row{
		{"workerd, CPU of a miss: page of 100 KB fetched, card made and kept; after 1,100 requests", peer, "≤ 0.85 ×", fmt.Sprintf("%.2f ×", miss), figures(m.CPU.Miss, m.CPU.Peer), miss <= 0.85},
		{what: "the same, the first 150 requests of an isolate, while V8 compiles", against: peer, measured: fmt.Sprintf("%.2f ×", young), figures: figures(m.CPU.Young, m.CPU.YoungPeer)},
		{what: "workerd, CPU of a hit", against: peer, measured: fmt.Sprintf("%.3f ×", hit), figures: fmt.Sprintf("%.2f ms against %.1f", median(m.CPU.Hit), median(m.CPU.Peer))},
	}, nil
}

// peerVersions are those that js/package.json pins.
func peerVersions() []string {
	var file struct{ Dependencies map[string]string }
	content, err := os.ReadFile(filepath.Join("js", "package.json"))
	if err != nil || json.Unmarshal(content, &file) != nil {
		return nil
	}
	return []string{file.Dependencies["@mozilla/readability"], file.Dependencies["linkedom"], file.Dependencies["compromise"]}
}
