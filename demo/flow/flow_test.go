package flow_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"keypoints/demo/flow"
	"keypoints/demo/strip"
	"keypoints/worker/test/need"
)

// program is the module of testdata/program, linked as the engine is.
func program(t testing.TB) []byte {
	t.Helper()
	if err := strip.Known(runtime.Version()); err != nil {
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "program.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", path, "./testdata/program")
	build.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	if message, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, message)
	}
	module, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return module
}

func structuredProgram(t testing.TB) (before, after []byte) {
	t.Helper()
	before = program(t)
	after, err := flow.Module(before, runtime.Version())
	if err != nil {
		t.Fatal(err)
	}
	return before, after
}

func run(t *testing.T, command string, args ...string) (output, message string, code int) {
	t.Helper()
	var out, log bytes.Buffer
	soon, cancel := context.WithTimeout(t.Context(), time.Minute) // a wrong jump may well go on for ever
	defer cancel()
	c := exec.CommandContext(soon, command, args...)
	c.Stdout, c.Stderr = &out, &log
	if err := c.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return out.String(), log.String(), c.ProcessState.ExitCode()
}

func TestTheProgramRunsAsBefore(t *testing.T) {
	node := need.Node(t)
	_, after := structuredProgram(t)
	path := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(path, after, 0o644); err != nil {
		t.Fatal(err)
	}
	want, log, code := run(t, "go", "run", "./testdata/program")
	if code != 0 {
		t.Fatalf("here: exit %d\n%s", code, log)
	}
	if got, log, code := run(t, node, "--no-warnings", "../strip/testdata/run.mjs", path); got != want || code != 0 {
		t.Errorf("exit %d\n%s%s\nhere:\n%s", code, got, log, want)
	}
	if _, log, code := run(t, node, "--no-warnings", "../strip/testdata/run.mjs", path, "out of ink"); code != 2 || !bytes.HasPrefix([]byte(log), []byte("panic: out of ink\n")) {
		t.Errorf("exit %d\n%s", code, log)
	}
}

// A jump back to the table is local.set of PC_B and a branch; few are left, as few loops
// have two ways in.
func TestJumpsAreBranches(t *testing.T) {
	before, after := structuredProgram(t)
	jumps := func(module []byte) (n int) {
		functions, _, err := strip.Parts(module)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range functions {
			code := f.Body
			for at := len(code) - 1; at > 0; at-- {
				if bytes.HasPrefix(code[at:], []byte{0x21, 0, 0x0c}) {
					n++
				}
			}
		}
		return n
	}
	all, left := jumps(before), jumps(after)
	t.Logf("%d jumps, %d left; %d bytes, before %d", all, left, len(after), len(before))
	if all < 10_000 || left > all/10 || len(after) >= len(before) {
		t.Error("that is not structured")
	}
}

func TestAnotherVersionIsRefused(t *testing.T) {
	if _, err := flow.Module(nil, "go1.27.1"); !errors.Is(err, strip.ErrVersion) {
		t.Error(err)
	}
}

func FuzzStructured(f *testing.F) {
	functions, _, err := strip.Parts(program(f))
	if err != nil {
		f.Fatal(err)
	}
	for i, fn := range functions {
		if i%97 == 0 && len(fn.Body) < 2000 {
			f.Add(fn.Body)
		}
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if len(body) > 10_000 {
			return
		}
		flow.Structured(body)
	})
}
