package flow_test

import (
	"bytes"
	"errors"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"

	"keypoints/wasm/link/flow"
	"keypoints/wasm/link/strip"
	"keypoints/worker/test/need"
)

// known skips a test with another Go than the one whose code the package knows.
func known(t testing.TB) {
	t.Helper()
	need.Go(t, strip.Known(runtime.Version()))
}

func structuredProgram(t testing.TB) (before, after []byte) {
	t.Helper()
	known(t)
	before = need.Program(t)
	after, places, err := flow.Module(before, runtime.Version(), flow.Panic)
	if err != nil {
		t.Fatal(err)
	}
	if after, err = flow.Unrolled(after, 136); err != nil {
		t.Fatal(err)
	}
	return before, looked(t, after, places)
}

// looked gives a module that finds what the runtime looks up by its new places.
func looked(t testing.TB, module []byte, places [][]int) []byte {
	t.Helper()
	module, err := strip.Traces(module, runtime.Version(), places)
	if err != nil {
		t.Fatal(err)
	}
	return module
}

func TestPlacesThatCallsReturnToAreNumberedInTheirOrder(t *testing.T) {
	known(t)
	_, places, err := flow.Module(need.Program(t), runtime.Version(), flow.Panic)
	if err != nil {
		t.Fatal(err)
	}
	left, all := 0, 0
	for _, old := range places {
		if !slices.IsSorted(old) {
			t.Error(old)
		}
		if n := len(old); n > 0 {
			left, all = left+n, all+old[n-1]+1
		}
	}
	t.Logf("%d places, %d before", left, all)
	if left == 0 || left > all/2 {
		t.Error("that is not fewer")
	}
}

func TestTheProgramRunsAsBefore(t *testing.T) {
	_, after := structuredProgram(t)
	want, err := exec.Command("go", "run", "./testdata/program").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got, log, code := need.Run(t, after); got != string(want) || code != 0 {
		t.Errorf("exit %d\n%s%s\nhere:\n%s", code, got, log, want)
	}
	if _, log, code := need.Run(t, after, "out of ink"); code != 2 || !strings.HasPrefix(log, "panic: out of ink\n") {
		t.Errorf("exit %d\n%s", code, log)
	}
}

func TestAFailedCheckIsAPanicOrATrap(t *testing.T) {
	before, panics := structuredProgram(t)
	traps, places, err := flow.Module(before, runtime.Version(), flow.Trap)
	if err != nil {
		t.Fatal(err)
	}
	traps = looked(t, traps, places)
	const panicked, trapped = "index out of range [6] with length 3", "unreachable"
	for name, c := range map[string]struct {
		module  []byte
		yes, no string
	}{"panic": {panics, panicked, trapped}, "trap": {traps, trapped, panicked}} {
		if _, log, code := need.Run(t, c.module, "beyond", "all"); code == 0 || !strings.Contains(log, c.yes) || strings.Contains(log, c.no) {
			t.Errorf("%s: exit %d\n%s", name, code, log)
		}
		if got, _, code := need.Run(t, c.module, "a", "word"); code == 0 || !strings.HasPrefix(got, "a\n") {
			t.Errorf("%s: exit %d\n%s", name, code, got)
		}
	}
	if len(traps) > len(panics)*24/25 {
		t.Errorf("%d bytes with traps, %d without", len(traps), len(panics))
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
	if _, _, err := flow.Module(nil, "go1.27.1", flow.Panic); !errors.Is(err, strip.ErrVersion) {
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
