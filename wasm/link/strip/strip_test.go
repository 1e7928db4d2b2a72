package strip_test

import (
	"bytes"
	"errors"
	"runtime"
	"strings"
	"testing"

	"keypoints/wasm/link/flow"
	"keypoints/wasm/link/strip"
	"keypoints/worker/test/need"
)

func stripped(t *testing.T, module []byte) []byte {
	t.Helper()
	short, err := strip.Traces(module, runtime.Version(), nil)
	if errors.Is(err, strip.ErrVersion) {
		need.Go(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return short
}

func TestNamesAndFilesAreGone(t *testing.T) {
	module := need.Program(t)
	short := stripped(t, module)
	for _, text := range []string{"main.recovered", "runtime/proc.go", "runtime.gcDrain"} {
		if !bytes.Contains(module, []byte(text)) {
			t.Errorf("%s was not there before", text)
		}
		if bytes.Contains(short, []byte(text)) {
			t.Errorf("%s is still there", text)
		}
	}
	if again := stripped(t, short); !bytes.Equal(again, short) {
		t.Errorf("a second time gives %d bytes after %d", len(again), len(short))
	}
	t.Logf("%d bytes, before %d", len(short), len(module))
}

func TestTheProgramRunsAsBefore(t *testing.T) {
	module := need.Program(t)
	want, log, code := need.Run(t, module)
	if code != 0 || !strings.Contains(want, "depth 3001\n") {
		t.Fatalf("before: exit %d\n%s%s", code, want, log)
	}
	short := stripped(t, module)
	if got, log, code := need.Run(t, short); got != want || code != 0 {
		t.Errorf("exit %d\n%s%s\nbefore:\n%s", code, got, log, want)
	}
	if _, log, code := need.Run(t, short, "out of ink"); code != 2 || !strings.HasPrefix(log, "panic: out of ink\n") {
		t.Errorf("exit %d\n%s", code, log)
	}
}

// What goroutines return to, recover with and have pointers in is looked up by places.
func TestTheProgramRunsWithItsPlacesNumberedAnew(t *testing.T) {
	module := need.Program(t)
	need.Go(t, strip.Known(runtime.Version()))
	want, _, _ := need.Run(t, module)
	structured, places, err := flow.Module(module, runtime.Version(), flow.Panic)
	if err != nil {
		t.Fatal(err)
	}
	short, err := strip.Traces(structured, runtime.Version(), places)
	if err != nil {
		t.Fatal(err)
	}
	if got, log, code := need.Run(t, short); got != want || code != 0 {
		t.Errorf("exit %d\n%s%s\nbefore:\n%s", code, got, log, want)
	}
	if short, err := strip.Traces(structured, runtime.Version(), places[1:]); err == nil {
		t.Errorf("places of other functions give %d bytes", len(short))
	}
}

func TestWhatIsNotKnownIsRefused(t *testing.T) {
	module := need.Program(t)
	if _, err := strip.Traces(module, "go1.27.1", nil); !errors.Is(err, strip.ErrVersion) {
		t.Errorf("another version: %v", err)
	}
	// The header's magic of another layout.
	other := bytes.ReplaceAll(module, []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}, []byte{0xf2, 0xff, 0xff, 0xff, 0, 0, 1, 8})
	for name, module := range map[string][]byte{"another table": other, "half of it": module[:len(module)/2], "no module": []byte("GIF89a"), "nothing": nil} {
		if short, err := strip.Traces(module, "go1.26", nil); err == nil {
			t.Errorf("%s gives %d bytes", name, len(short))
		}
	}
}

func FuzzTraces(f *testing.F) {
	f.Add([]byte("\x00asm\x01\x00\x00\x00\x0b\x07\x01\x00\x41\x08\x0b\x01x"))
	f.Fuzz(func(t *testing.T, module []byte) { strip.Traces(module, "go1.26", nil) })
}
