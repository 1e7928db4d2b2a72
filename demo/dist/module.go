package dist

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"keypoints/demo/strip"
)

// Module is a WebAssembly module of the project.
type Module struct{ name, goos, mode, from string }

// The modules.
var (
	Engine = Module{"engine.wasm", "wasip1", "c-shared", "./wasm"}
	Worker = Module{"worker.wasm", "js", "default", "./worker"}
)

// Compile builds a module into dist/, saying so on log.
func (m Module) Compile(root string, log io.Writer) error {
	fmt.Fprintf(log, "building %s … ", m.name)
	var flags []string
	if m == Worker {
		overlay, err := withoutTLS(root)
		if err != nil {
			return err
		}
		flags = []string{"-tags=nethttpomithttp2", "-overlay=" + overlay}
	}
	message, err := m.build(root, flags...)
	if err != nil && flags != nil {
		fmt.Fprint(log, "with crypto/tls, as this Go needs it … ")
		message, err = m.build(root)
	}
	if err != nil {
		fmt.Fprintln(log)
		return fmt.Errorf("go build %s: %w\n%s", m.from, err, message)
	}
	size, err := m.strip(root, log)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%.1f MB\n", float64(size)/1e6)
	return nil
}

// strip takes out of a built module what only stack traces need, where this Go is
// one whose modules are known, and gives the module's size in bytes.
func (m Module) strip(root string, log io.Writer) (size int, err error) {
	path := filepath.Join(root, "dist", m.name)
	module, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	version, err := goEnv("GOVERSION")
	if err != nil {
		return 0, err
	}
	short, err := strip.Traces(module, version)
	if err != nil {
		fmt.Fprintf(log, "a fifth larger than it could be (%v) … ", err)
		return len(module), nil
	}
	return len(short), os.WriteFile(path, short, 0o644)
}

func (m Module) build(root string, flags ...string) (message []byte, err error) {
	args := append([]string{"build", "-buildmode=" + m.mode, "-trimpath", "-ldflags=-s -w", "-o", filepath.Join("dist", m.name)}, flags...)
	build := exec.Command("go", append(args, m.from)...)
	build.Dir = root
	build.Env = append(os.Environ(), "GOOS="+m.goos, "GOARCH=wasm", "GOFLAGS=-mod=readonly")
	return build.CombinedOutput()
}

// withoutTLS writes an overlay that puts worker/tls in the place of crypto/tls, and
// gives its path.
func withoutTLS(root string) (string, error) {
	goroot, err := goEnv("GOROOT")
	if err != nil {
		return "", err
	}
	files, err := filepath.Glob(filepath.Join(goroot, "src", "crypto", "tls", "*.go"))
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") {
			replace[file] = "" // taken away
		}
	}
	replace[filepath.Join(goroot, "src", "crypto", "tls", "tls.go")] = filepath.Join(root, "worker", "tls", "tls.go")
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(root, "dist", "overlay.json")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	return path, os.WriteFile(path, overlay, 0o644)
}

// goEnv is what go env says of a name.
func goEnv(name string) (string, error) {
	out, err := exec.Command("go", "env", name).Output()
	return strings.TrimSpace(string(out)), err
}
