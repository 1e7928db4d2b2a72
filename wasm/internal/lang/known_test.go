package lang

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A misspelt kind or frame would do nothing, and say nothing.
func TestListsHaveNoKindOrFrameThatNobodyReads(t *testing.T) {
	kinds := strings.Fields("deny reject label negate disclaim")
	frames := strings.Fields("proposition claim inverted done label self quoted raised answer flat")
	cues := For("en").Denial.Cues
	if len(cues) < 100 {
		t.Fatalf("only %d cues", len(cues))
	}
	for _, c := range cues {
		if !slices.Contains(kinds, c.Kind) || !slices.Contains(frames, c.Frame) {
			t.Errorf("denial-cues.txt: %s %s %v", c.Kind, c.Frame, c.Pattern)
		}
	}
	files, _ := filepath.Glob("*/boilerplate.txt")
	if len(files) < 15 {
		t.Fatalf("only %d languages", len(files))
	}
	lines := strings.Fields("lead line end start inside credit byline dated tail ask offer summary")
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range Lines(string(content)) {
			if kind, phrase, _ := strings.Cut(line, " "); !slices.Contains(lines, kind) || strings.TrimSpace(phrase) == "" {
				t.Errorf("%s: %s", file, line)
			}
		}
	}
}
