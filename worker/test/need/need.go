// Package need finds what some tests need beyond Go: Node with the packages of
// package-lock.json, the Worker's bundle, Chromium. Where one is missing the test is
// skipped with the reason; with KEYPOINTS_REQUIRE_ALL=1, as make test sets it, it
// fails.
package need

import (
	"bufio"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"keypoints/worker/build/deployment"
)

// Go skips or fails a test by the error that the Go at hand gives.
func Go(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		missing(t, err.Error())
	}
}

func missing(t testing.TB, reason string) {
	t.Helper()
	if os.Getenv("KEYPOINTS_REQUIRE_ALL") == "1" {
		t.Fatal(reason)
	}
	t.Skip(reason + "; make test runs this")
}

// Root is the project's folder.
func Root(t testing.TB) string {
	t.Helper()
	root, err := deployment.Root()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// Chromium is the path of a Chromium.
func Chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	missing(t, "needs Chromium (Debian: apt-get install chromium)")
	return ""
}

// Built is the path of something in dist/ that is not older than the sources.
func Built(t testing.TB, name string) string {
	t.Helper()
	root := Root(t)
	path := filepath.Join(root, "dist", filepath.FromSlash(name))
	info, err := os.Stat(path)
	if err != nil {
		missing(t, "needs dist/"+name+" (make build)")
	}
	for _, dir := range []string{"wasm", "worker", "demo/page", "demo/desk", "worker/build/deployment", "wasm/link/flow", "wasm/link/reach", "wasm/link/strip"} {
		filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && (d.Name() == "test" || d.Name() == "testdata" || d.Name() == "node_modules") {
				return fs.SkipDir
			}
			source, err := d.Info()
			if err == nil && !d.IsDir() && !strings.Contains(d.Name(), "_test.") && source.ModTime().After(info.ModTime()) {
				missing(t, "dist/"+name+" is older than "+path+" (make build)")
			}
			return nil
		})
	}
	return path
}

// Node gives the path of Node, which must have the development packages.
func Node(t testing.TB) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		missing(t, "needs Node 20 or later")
	}
	if _, err := os.Stat(filepath.Join(Root(t), "node_modules", "miniflare")); err != nil {
		missing(t, "needs the packages of package-lock.json (npm ci)")
	}
	return node
}

// Worker starts the Worker's bundle in workerd with some variables, NAME=VALUE,
// and gives its address without a slash at the end.
func Worker(t testing.TB, variables ...string) string {
	t.Helper()
	node := Node(t)
	Built(t, "bundle/entry.js")
	return Serve(t, node, append([]string{"worker/test/serve.mjs"}, variables...)...)
}

// Serve starts a program in the project's folder that prints its address as its
// first line and ends when its standard input does.
func Serve(t testing.TB, program string, args ...string) string {
	t.Helper()
	server := exec.Command(program, args...)
	server.Dir = Root(t)
	server.Stderr = os.Stderr
	stdin, err := server.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stdin.Close()
		ended := time.AfterFunc(10*time.Second, func() { server.Process.Kill() })
		server.Wait()
		ended.Stop()
	})
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if address, err := url.Parse(lines.Text()); err == nil && address.Scheme == "http" {
			go func() {
				for lines.Scan() {
					os.Stderr.WriteString(lines.Text() + "\n")
				}
			}()
			return strings.TrimSuffix(lines.Text(), "/")
		}
		os.Stderr.WriteString(lines.Text() + "\n")
	}
	t.Fatalf("%s %s ended before it served", program, strings.Join(args, " "))
	return ""
}
