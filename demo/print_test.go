package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The terminal has a flag for most options of the API, and none for the others.
func TestAFileIsPrinted(t *testing.T) {
	out := os.Stdout
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout = null
	defer func() { os.Stdout = out; null.Close() }()
	page := filepath.Join("..", "wasm", "keypoints", "testdata", "pages", "marks.html")
	for _, args := range [][]string{{page}, {"-format", "json", "-quotes", "all", page}, {"-explain", page}} {
		if err := run(args); err != nil {
			t.Errorf("%v: %v", args, err)
		}
	}
	if err := run([]string{"-format", "yaml", page}); err == nil {
		t.Error("a format that does not exist is taken")
	}
}
