package flow_test

import (
	"bytes"
	"errors"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"keypoints/demo/flow"
	"keypoints/demo/strip"
	"keypoints/worker/test/need"
)

// known skips a test with another Go than the one whose code the package knows.
func known(t testing.TB) {
	t.Helper()
	if err := strip.Known(runtime.Version()); err != nil {
		t.Skip(err)
	}
}

func structuredProgram(t testing.TB) (before, after []byte) {
	t.Helper()
	known(t)
	before = need.Program(t)
	after, err := flow.Module(before, runtime.Version())
	if err != nil {
		t.Fatal(err)
	}
	return before, after
}

func TestTheProgramRunsAsBefore(t *testing.T) {
	before, whole := structuredProgram(t)
	parted, err := flow.InSmallParts(before, runtime.Version())
	if err != nil {
		t.Fatal(err)
	}
	want, err := exec.Command("go", "run", "./testdata/program").Output()
	if err != nil {
		t.Fatal(err)
	}
	for name, after := range map[string][]byte{"usual": whole, "in small parts": parted} {
		if got, log, code := need.Run(t, after); got != string(want) || code != 0 {
			t.Errorf("%s: exit %d\n%s%s\nhere:\n%s", name, code, got, log, want)
		}
		if _, log, code := need.Run(t, after, "out of ink"); code != 2 || !strings.HasPrefix(log, "panic: out of ink\n") {
			t.Errorf("%s: exit %d\n%s", name, code, log)
		}
	}
}

// A jump back to the table is a number, local.set of PC_B and a branch; few are left, as few
// loops have two ways in. With the number 0 it goes to a loop.
func TestJumpsAreBranches(t *testing.T) {
	before, after := structuredProgram(t)
	all, left := jumps(t, before), jumps(t, after)
	t.Logf("%d jumps, %d left; %d bytes, before %d", all, left, len(after), len(before))
	if all < 10_000 || left > all/10 || len(after) >= len(before) {
		t.Error("that is not structured")
	}
}

func jumps(t *testing.T, module []byte) (n int) {
	t.Helper()
	for _, f := range functions(t, module) {
		code := f.Body
		for at := len(code) - 1; at > 1; at-- {
			if bytes.HasPrefix(code[at:], []byte{0x21, 0, 0x0c}) && !(code[at-2] == 0x41 && code[at-1] == 0) {
				n++
			}
		}
	}
	return n
}

func functions(t *testing.T, module []byte) []strip.Function {
	t.Helper()
	all, _, err := strip.Parts(module)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Parts are functions of the name of the one that they are of, and leave it small.
func TestLargeFunctionsAreParted(t *testing.T) {
	before, after := structuredProgram(t)
	all, parted := functions(t, before), functions(t, after)
	sizes := map[string]int{}
	for i, f := range all {
		if len(f.Body) < 20_000 || i >= len(parted) {
			continue
		}
		sizes[f.Name] = len(parted[i].Body)
	}
	if len(sizes) == 0 {
		t.Fatal("no function is large")
	}
	for name, size := range sizes {
		pieces := 0
		for _, f := range parted[len(all):] {
			if f.Name == name {
				pieces++
			}
		}
		t.Logf("%s: %d bytes and %d parts", name, size, pieces)
		if pieces == 0 {
			t.Errorf("%s is whole", name)
		}
	}
}

func TestAnotherVersionIsRefused(t *testing.T) {
	if _, err := flow.Module(nil, "go1.27.1"); !errors.Is(err, strip.ErrVersion) {
		t.Error(err)
	}
}

func FuzzStructured(f *testing.F) {
	known(f)
	functions, _, err := strip.Parts(need.Program(f))
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
