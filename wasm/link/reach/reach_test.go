package reach_test

import (
	"bytes"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"keypoints/wasm/link/flow"
	"keypoints/wasm/link/reach"
	"keypoints/wasm/link/strip"
	"keypoints/worker/test/need"
)

func TestTheProgramRunsWithoutWhatNothingReaches(t *testing.T) {
	need.Go(t, strip.Known(runtime.Version()))
	linked := need.Program(t)
	trapping, places, err := flow.Module(linked, runtime.Version(), flow.Trap)
	if err != nil {
		t.Fatal(err)
	}
	short, unreached, err := reach.Module(trapping, linked)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, before %d; %d functions are not reached", len(short), len(trapping), unreached)
	if unreached < 100 {
		t.Error("nearly all is reached")
	}
	if short, err = strip.Traces(short, runtime.Version(), places); err != nil {
		t.Fatal(err)
	}
	if _, _, err := strip.Parts(short); err != nil {
		t.Errorf("it cannot be taken apart: %v", err)
	}
	for _, name := range []string{"*main.pair", "*strings.appendSliceWriter", "func(int) int", "runtime: mcall called on m->g0 stack"} {
		if !bytes.Contains(trapping, []byte(name)) || bytes.Contains(short, []byte(name)) {
			t.Errorf("%q was not there, or still is", name)
		}
	}
	want, err := exec.Command("go", "run", "./testdata/program").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got, log, code := need.Run(t, short); got != string(want) || code != 0 {
		t.Errorf("exit %d\n%s%s\nhere:\n%s", code, got, log, want)
	}
	if _, log, code := need.Run(t, short, "out of ink"); code == 0 || !strings.Contains(log, "unreachable") || strings.Contains(log, "out of ink") {
		t.Errorf("a panic is no trap: exit %d\n%s", code, log)
	}
}

func TestWhatIsNoModuleOfGoIsRefused(t *testing.T) {
	for _, module := range []string{"", "GIF89a", "\x00asm\x01\x00\x00\x00", "\x00asm\x01\x00\x00\x00\x0b\x07\x01\x00\x41\x08\x0b\x01x"} {
		if short, _, err := reach.Module([]byte(module), []byte(module)); err == nil {
			t.Errorf("%q gives %d bytes", module, len(short))
		}
	}
}
