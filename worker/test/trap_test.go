package test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"keypoints/worker/test/need"
)

// breaking is put into the engine's main package for these tests alone: pages with its
// marks break the engine in the ways that a page can, or ask which page of this instance
// they are. No such page is known of the real engine.
const breaking = `package main

import (
	"bytes"
	"strconv"

	"keypoints/wasm/keypoints"
)

var (
	pages int
	kept  [][]byte
)

func descend(n int) int { var room [1024]byte; room[n%1024] = 1; return descend(n+1) + int(room[0]) }

func breakOn(page []byte) error {
	pages++
	switch {
	case bytes.Contains(page, []byte("BREAK BY PANIC")):
		var none map[string]int
		none["x"]++
	case bytes.Contains(page, []byte("BREAK BY STACK")):
		descend(0)
	case bytes.Contains(page, []byte("BREAK BY MEMORY")):
		for {
			kept = append(kept, make([]byte, 256<<20))
		}
	case bytes.Contains(page, []byte("GROW TO 80 MB")):
		kept = append(kept, make([]byte, 80<<20))
	case bytes.Contains(page, []byte("COUNT")):
		return &keypoints.Error{Code: keypoints.NotArticle, Message: "page " + strconv.Itoa(pages) + " of this instance"}
	}
	return nil
}
`

// breakingEngine builds engine.wasm with breaking in it and gives its path.
func breakingEngine(t *testing.T) string {
	t.Helper()
	root, dir := need.Root(t), t.TempDir()
	source, err := os.ReadFile(filepath.Join(root, "wasm", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	const call = "card, err := keypoints.Summarize("
	if strings.Count(string(source), call) != 1 {
		t.Fatalf("wasm/main.go does not call %q once", call)
	}
	broken := strings.Replace(string(source), call, "if err := breakOn(given); err != nil {\n\t\treturn refuse(err)\n\t}\n\t"+call, 1)
	replace := map[string]string{}
	for name, content := range map[string]string{"main.go": broken, "breaking.go": breaking} {
		replace[filepath.Join(root, "wasm", name)] = filepath.Join(dir, name)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	overlay, _ := json.Marshal(map[string]any{"Replace": replace})
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-buildmode=c-shared", "-trimpath", "-ldflags=-s -w", "-overlay", filepath.Join(dir, "overlay.json"), "-o", filepath.Join(dir, "engine.wasm"), "./wasm")
	build.Dir, build.Env = root, append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "engine.wasm")
}

func TestAPageThatBreaksTheEngineHarmsNoOther(t *testing.T) {
	node := need.Node(t)
	need.Built(t, "bundle/entry.js")
	worker := need.Serve(t, node, "worker/test/serve.mjs", "--engine", breakingEngine(t), "DEVELOPMENT=true")
	with := func(mark string) []byte {
		return []byte(strings.Replace(anArticle, "</article>", "<p>"+mark+"</p></article>", 1))
	}
	want := post(t, worker+"/v1/card", "text/html", with("nothing"))
	if want.status != 200 || !strings.Contains(string(want.body), "Nora Whitfield") {
		t.Fatalf("%d %s", want.status, want.body)
	}
	// count says how many pages the warm instance has seen.
	count := func() string {
		r := post(t, worker+"/v1/card", "text/html", with("COUNT"))
		if found := regexp.MustCompile(`page (\d+) of this instance`).FindSubmatch(r.body); found != nil {
			return string(found[1])
		}
		t.Fatalf("%d %s", r.status, r.body)
		return ""
	}
	if n := count(); n != "2" {
		t.Errorf("the instance is not kept: page %s", n)
	}

	for _, mark := range []string{"BREAK BY PANIC", "BREAK BY STACK", "BREAK BY MEMORY"} {
		t.Run(mark, func(t *testing.T) {
			r := post(t, worker+"/v1/card", "text/html", with(mark))
			if r.status != 500 || r.header.Get("Content-Type") != "application/problem+json" || !strings.Contains(string(r.body), `"/problems/engine-failed"`) {
				t.Errorf("%d %s", r.status, r.body)
			}
			if n := count(); n != "1" {
				t.Errorf("the next page is page %s of the instance, want a new one", n)
			}
		})
	}

	t.Run("an instance above 64 MB answers and is dropped", func(t *testing.T) {
		if r := post(t, worker+"/v1/card", "text/html", with("GROW TO 80 MB")); r.status != 200 {
			t.Errorf("%d %s", r.status, r.body)
		}
		if n := count(); n != "1" {
			t.Errorf("the next page is page %s of the instance, want a new one", n)
		}
	})

	t.Run("in the midst of others", func(t *testing.T) {
		site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			if strings.HasPrefix(r.URL.Path, "/bad") {
				w.Write(with("BREAK BY STACK"))
			} else {
				w.Write(with("nothing"))
			}
		}))
		defer site.Close()
		var wait sync.WaitGroup
		for i := range 48 {
			wait.Go(func() {
				var r response
				bad := i%6 == 3
				switch {
				case i%2 == 0:
					r = post(t, worker+"/v1/card", "text/html", with("nothing"))
				case bad:
					r = get(t, cardURL(worker, fmt.Sprintf("%s/bad/%d", site.URL, i), ""))
				default:
					r = get(t, cardURL(worker, fmt.Sprintf("%s/good/%d", site.URL, i), ""))
				}
				switch text := string(r.body); {
				case bad && (r.status != 500 || !strings.Contains(text, "engine-failed")):
					t.Errorf("bad page %d: %d %.200s", i, r.status, text)
				case !bad && i%2 == 0 && text != string(want.body):
					t.Errorf("good post %d: %d %.200s", i, r.status, text)
				case !bad && (r.status != 200 || !strings.Contains(text, "Nora Whitfield")):
					t.Errorf("good page %d: %d %.200s", i, r.status, text)
				}
			})
		}
		wait.Wait()
		if r := post(t, worker+"/v1/card", "text/html", with("nothing")); string(r.body) != string(want.body) {
			t.Errorf("afterwards: %d %s", r.status, r.body)
		}
	})
}
