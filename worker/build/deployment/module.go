package deployment

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"keypoints/wasm/link/flow"
	"keypoints/wasm/link/reach"
	"keypoints/wasm/link/strip"
)

// Module is a WebAssembly module of the project.
type Module struct {
	name, goos, mode, from string
	unrolled               int // bytes of a copy that is done in place, at most
}

// The modules. Fast is the engine as the Worker runs it: nobody downloads it, so that it may
// be larger: copies of up to 136 bytes in place take 6% of a page's time away there, and
// those of up to 48, a token's, 5% in engine.wasm, for 4 KB after brotli; 136 would be 8 KB.
var (
	Engine = Module{"engine.wasm", "wasip1", "c-shared", "./wasm", 48}
	Fast   = Module{"fast-engine.wasm", "wasip1", "c-shared", "./wasm", 136}
	Worker = Module{"worker.wasm", "js", "default", "./worker", 48}
)

// Compile builds a module into dist/, saying so on log.
func (m Module) Compile(root string, log io.Writer) error {
	return m.compile(root, m.from, filepath.Join(root, "dist", m.name), log)
}

// CompileOther builds another program as the module is built, for a test of how.
func (m Module) CompileOther(root, from, path string, log io.Writer) error {
	m.mode = "default"
	return m.compile(root, from, path, log)
}

// CompileNamed builds the module into path, and gives it before its functions' names
// were taken out, and after.
func (m Module) CompileNamed(root, path string) (named, short []byte, err error) {
	version, err := goEnv("GOVERSION")
	if err != nil {
		return nil, nil, err
	}
	flags, err := m.slim(root, version)
	if err != nil {
		return nil, nil, err
	}
	if message, err := m.build(root, m.from, path, flags...); err != nil {
		return nil, nil, fmt.Errorf("go build %s: %w\n%s", m.from, err, message)
	}
	if named, err = os.ReadFile(path); err != nil {
		return nil, nil, err
	}
	named, places, err := m.structured(named, version)
	if err != nil {
		return nil, nil, err
	}
	short, err = strip.Traces(named, version, places)
	return named, short, err
}

// Name is the module's file, From its package's folder, OS its GOOS.
func (m Module) Name() string { return m.name }
func (m Module) From() string { return m.from }
func (m Module) OS() string   { return m.goos }

func (m Module) compile(root, from, path string, log io.Writer) error {
	fmt.Fprintf(log, "building %s … ", filepath.Base(path))
	version, err := goEnv("GOVERSION")
	if err != nil {
		return err
	}
	flags, err := m.slim(root, version)
	if err != nil {
		fmt.Fprintf(log, "larger than it could be (%v) … ", err)
	}
	linked := path + ".linked" // stays, so that go build sees when there is nothing to do
	if !sealed(linked) {
		if err := os.Remove(linked); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	message, err := m.build(root, from, linked, flags...)
	if err != nil && flags != nil {
		fmt.Fprint(log, "larger than it could be, as this Go needs all of it … ")
		flags = nil
		message, err = m.build(root, from, linked)
	}
	if err != nil {
		fmt.Fprintln(log)
		return fmt.Errorf("go build %s: %w\n%s", from, err, message)
	}
	module, err := os.ReadFile(linked)
	if err != nil {
		return err
	}
	if err := seal(linked, module); err != nil {
		return err
	}
	module = m.finished(module, version, log)
	fmt.Fprintf(log, "%.1f MB\n", float64(len(module))/1e6)
	return write(path, module, 0o644)
}

// finished does what Go's linker does not, where this Go is one whose modules are known:
// control flow as the source has it, and nothing that only stack traces need.
func (m Module) finished(module []byte, version string, log io.Writer) []byte {
	structured, places, err := m.structured(module, version)
	if err == nil {
		structured, err = strip.Traces(structured, version, places)
	}
	if err != nil {
		fmt.Fprintf(log, "larger and slower than it could be (%v) … ", err)
		return module
	}
	return structured
}

// structured gives the module with the control flow of its source, and without what then
// nothing reaches; for strip, the old numbers of the places in its functions.
func (m Module) structured(module []byte, version string) (out []byte, places [][]int, err error) {
	out, places, err = flow.Module(module, version, m.checked())
	if err == nil && m.checked() == flow.Trap {
		out, _, err = reach.Module(out, module)
	}
	if err == nil {
		out, err = flow.Unrolled(out, m.unrolled)
	}
	return out, places, err
}

// checked says what a failed check is. The engine's host drops an instance after a trap as
// after a panic; the Worker's server recovers from panics.
func (m Module) checked() flow.Checked {
	if m.goos == Engine.goos && m.mode == Engine.mode {
		return flow.Trap
	}
	return flow.Panic
}

// build compiles a module. No commit is stamped into it, so that its address changes with
// its code alone, and browsers keep what they have of it.
func (m Module) build(root, from, path string, flags ...string) (message []byte, err error) {
	args := append([]string{"build", "-buildmode=" + m.mode, "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", path}, flags...)
	build := exec.Command("go", append(args, from)...)
	build.Dir = root
	build.Env = append(os.Environ(), "GOOS="+m.goos, "GOARCH=wasm", "GOFLAGS=-mod=readonly")
	return build.CombinedOutput()
}

// goEnv is what go env says of a name.
func goEnv(name string) (string, error) {
	out, err := exec.Command("go", "env", name).Output()
	return strings.TrimSpace(string(out)), err
}
