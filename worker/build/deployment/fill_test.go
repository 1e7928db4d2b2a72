package deployment

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func names(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*", "*/*", "*/*/*"} {
		found, err := filepath.Glob(filepath.Join(folder, filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			name, _ := filepath.Rel(folder, path)
			all = append(all, filepath.ToSlash(name))
		}
	}
	slices.Sort(all)
	return all
}

func TestAFolderThatIsServedStaysWhileItIsFilledAnew(t *testing.T) {
	parent := t.TempDir()
	public := filepath.Join(parent, "public")
	if err := fill(public, map[string][]byte{"index.html": []byte("one"), "v1/aa/embed.js": []byte("old"), "v1/card.css": []byte("same"), "_headers": nil}); err != nil {
		t.Fatal(err)
	}
	stat := func(name string) os.FileInfo {
		info, err := os.Stat(filepath.Join(public, name))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	before := []os.FileInfo{stat("."), stat("v1"), stat("v1/card.css")}
	if err := os.WriteFile(filepath.Join(public, "v1", "stray"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := fill(public, map[string][]byte{"index.html": []byte("two"), "v1/bb/embed.js": []byte("new"), "v1/card.css": []byte("same"), "_headers": nil}); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{".", "v1", "v1/card.css"} {
		if !os.SameFile(before[i], stat(name)) {
			t.Errorf("%s is another one", name)
		}
	}
	if got, want := names(t, parent), []string{"public", "public/_headers", "public/index.html", "public/v1", "public/v1/bb", "public/v1/card.css"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := names(t, filepath.Join(public, "v1")); !slices.Equal(got, []string{"bb", "bb/embed.js", "card.css"}) {
		t.Errorf("got %q", got)
	}
	if content, err := os.ReadFile(filepath.Join(public, "index.html")); string(content) != "two" {
		t.Errorf("%q %v", content, err)
	}
}

// The demo fills the folder before make test does; tests ask whether it is older than the sources.
func TestAFolderInWhichAllIsRightIsAsNewAsTheBuild(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	files := map[string][]byte{"index.html": []byte("one")}
	if err := fill(public, files); err != nil {
		t.Fatal(err)
	}
	before := time.Now().Add(-time.Hour)
	if err := os.Chtimes(public, before, before); err != nil {
		t.Fatal(err)
	}
	if err := fill(public, files); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(public); err != nil || time.Since(info.ModTime()) > time.Minute {
		t.Errorf("of %v: %v", info.ModTime(), err)
	}
}

func TestAModuleThatWasCutOffIsLinkedAnew(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "program.wasm")
	compile := func() []byte {
		t.Helper()
		if err := Engine.CompileOther(root, "./wasm/link/strip/testdata/program", path, io.Discard); err != nil {
			t.Fatal(err)
		}
		module, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return module
	}
	want := compile()
	linked := path + ".linked"
	whole, err := os.ReadFile(linked)
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(whole)
	damaged[len(damaged)-100] ^= 1
	for name, content := range map[string][]byte{"cut off": whole[:len(whole)/2], "damaged": damaged, "empty": nil} {
		if err := os.WriteFile(linked, content, 0o644); err != nil {
			t.Fatal(err)
		}
		if got := compile(); !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, want %d", name, len(got), len(want))
		}
	}
	if !sealed(linked) {
		t.Error("a module that is right would be linked again")
	}
}
