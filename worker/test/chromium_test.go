package test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"keypoints/worker/build/deployment"
	"keypoints/worker/test/need"
)

// The page starts the engine in a worker of its own, as the widget does, summarizes
// every input that the server has, and posts the answers back.
const enginePage = `<!doctype html><title>engine</title><script type=module>
const code = "import { Engine, NEEDS_LANGUAGE } from '%[1]s/engine.mjs';" +
  "const engine = await Engine.from(fetch('%[1]s/engine.wasm'));" +
  "for (let i = 0; i < %[2]d; i++) {" +
  "  const input = await fetch('%[3]s/input/' + i);" +
  "  const page = new Uint8Array(await input.arrayBuffer());" +
  "  const options = { contentType: input.headers.get('x-type'), url: 'https://news.example/story', quotes: 'all', denials: 'all', include: 'body,quotes,article,no-comment,why' };" +
  "  let answer = engine.summarize(options, page);" +
  "  if (answer.code === NEEDS_LANGUAGE) {" +
  "    engine.learn(answer.wanted, await (await fetch('%[1]s/languages/' + answer.wanted + '.txt')).text());" +
  "    answer = engine.summarize(options, page);" +
  "  }" +
  "  const { code, type, bytes } = answer;" +
  "  await fetch('%[3]s/answer/' + i, { method: 'POST', headers: { 'x-code': String(code), 'content-type': type }, body: bytes });" +
  "}";
const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });
worker.onerror = (e) => fetch("/failed", { method: "POST", body: e.message || "the worker could not be loaded" });
</script>`

type engineAnswer struct {
	code, mediaType string
	body            []byte
}

func TestTheEngineInChromiumAnswersByteForByteAsTheNativeServer(t *testing.T) {
	chromium := need.Chromium(t)
	public := need.Built(t, "public")
	local, inputs := nativeServer(t), inputs(t)

	answers, failures := make(chan engineAnswer, len(inputs)), make(chan string, 1)
	mux := http.NewServeMux()
	static, err := deployment.Serve(public, http.NotFoundHandler())
	if err != nil {
		t.Fatal(err)
	}
	folders, _ := filepath.Glob(filepath.Join(public, "v1", "*", "engine.wasm"))
	if len(folders) != 1 {
		t.Fatalf("engine.wasm is published in %v", folders)
	}
	folder := filepath.Base(filepath.Dir(folders[0]))
	mux.Handle("/v1/", static)
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		origin := "http://" + r.Host
		fmt.Fprintf(w, enginePage, origin+"/v1/"+folder, len(inputs), origin)
	})
	mux.HandleFunc("GET /input/{i}", func(w http.ResponseWriter, r *http.Request) {
		i, _ := strconv.Atoi(r.PathValue("i"))
		w.Header().Set("X-Type", inputs[i].contentType)
		w.Write(inputs[i].page)
	})
	mux.HandleFunc("POST /answer/{i}", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		answers <- engineAnswer{r.Header.Get("X-Code"), r.Header.Get("Content-Type"), body}
	})
	mux.HandleFunc("POST /failed", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		failures <- string(body)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	open(t, chromium, server.URL+"/page")

	for _, in := range inputs {
		t.Run(in.name, func(t *testing.T) {
			select {
			case got := <-answers:
				want := post(t, local+everything, in.contentType, in.page)
				if want.status != 200 {
					if got.code == "0" || !bytes.Contains(want.body, []byte(`"/problems/`+got.mediaType+`"`)) {
						t.Errorf("native %s\nChromium %s %s", want.body, got.code, got.mediaType)
					}
				} else if got.code != "0" || !bytes.Equal(got.body, want.body) {
					t.Errorf("native:\n%.300s\nChromium %s:\n%.300s", want.body, got.code, got.body)
				}
			case message := <-failures:
				t.Fatal(message)
			case <-time.After(time.Minute):
				t.Fatal("Chromium gave no answer in a minute")
			}
		})
	}
}

// open shows a page in a new headless Chromium until the test ends.
func open(t *testing.T, chromium, address string) {
	t.Helper()
	profile := t.TempDir()
	browser := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--remote-debugging-port=0", "--user-data-dir="+profile, address)
	browser.Env = append(os.Environ(), "HOME="+profile)
	if err := browser.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		browser.Process.Signal(os.Interrupt)
		killed := time.AfterFunc(5*time.Second, func() { browser.Process.Kill() })
		browser.Wait()
		killed.Stop()
		// Children may still write to the profile, which would fail its removal.
		for range 50 {
			if os.RemoveAll(profile) == nil {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
	})
}
