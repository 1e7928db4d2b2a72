package made_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"keypoints/demo/made"
	"keypoints/worker/build/deployment"
)

// needsAll skips what builds an engine of its own, but for make test.
func needsAll(t *testing.T) {
	if os.Getenv("KEYPOINTS_REQUIRE_ALL") != "1" {
		t.Skip("takes a minute and a build of its own; make test runs this")
	}
}

func build(t *testing.T, env []string, args ...string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "built")
	command := exec.Command("go", append([]string{"build", "-o", path}, args...)...)
	command.Env = append(os.Environ(), env...)
	if message, err := command.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, message)
	}
	return path
}

// Whatever a page is made of, the steps that it takes grow with its size.
func TestStepsGrowWithThePage(t *testing.T) {
	needsAll(t)
	sizes := []float64{10_000, 30_000, 100_000, 300_000}
	command := exec.Command(build(t, nil, "-cover", "-covermode=atomic", "-coverpkg=keypoints/wasm/...,keypoints/demo/made/...,golang.org/x/net/html,strings,slices", "./steps"))
	for _, size := range sizes {
		command.Args = append(command.Args, strconv.Itoa(int(size)))
	}
	command.Env = append(os.Environ(), "GOCOVERDIR="+t.TempDir())
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(made.Hostile) {
		t.Fatalf("%d kinds of pages were measured of %d", len(lines), len(made.Hostile))
	}
	for _, line := range lines {
		fields := strings.Split(line, "\t")
		var steps []float64
		for _, field := range fields[1:] {
			n, err := strconv.ParseFloat(field, 64)
			if err != nil || n < 1000 {
				t.Fatalf("%q: no steps were counted", line)
			}
			steps = append(steps, n)
		}
		if e := exponent(sizes, steps); e > 1.1 {
			t.Errorf("%s: %.0f steps at 10 to 300 KB, which is size^%.2f", fields[0], steps, e)
		}
	}
}

// exponent is the slope of the least-squares line through the logarithms.
func exponent(x, y []float64) float64 {
	var sx, sy, sxx, sxy float64
	for i := range x {
		lx, ly := math.Log(x[i]), math.Log(y[i])
		sx, sy, sxx, sxy = sx+lx, sy+ly, sxx+lx*lx, sxy+lx*ly
	}
	n := float64(len(x))
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}

// Bounds of the memory of engine.wasm, in bytes: an isolate has 128 MB.
const (
	mostSmall = 24 << 20 // for 200 KB
	mostLarge = 64 << 20 // for 5 MB
)

func TestNoPageFillsTheMemory(t *testing.T) {
	needsAll(t)
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("needs Node")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	// As readers get it: it needs less than a plain build.
	engine := filepath.Join(t.TempDir(), "engine.wasm")
	_, short, err := deployment.Engine.CompileNamed(root, engine)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(engine, short, 0o644); err != nil {
		t.Fatal(err)
	}
	// The collector's pace differs a little from run to run: the least of two counts.
	const runs = 2
	var pages bytes.Buffer
	for _, k := range made.Hostile {
		for _, size := range []int{200_000, 5_000_000} {
			page := k.Make(size)
			for range runs {
				binary.Write(&pages, binary.LittleEndian, uint32(len(page)))
				pages.Write(page)
			}
		}
	}
	command := exec.Command(node, "../bench/js/attack.mjs", root, engine)
	command.Stdin, command.Stderr = &pages, os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	answers := json.NewDecoder(bytes.NewReader(out))
	least := func() float64 {
		memory := math.Inf(1)
		for range runs {
			var c struct {
				Memory float64
				Type   string
			}
			if err := answers.Decode(&c); err != nil {
				t.Fatal(err)
			}
			if c.Type == "trap" || c.Memory == 0 {
				c.Memory = math.Inf(1)
			}
			memory = min(memory, c.Memory)
		}
		return memory
	}
	for _, k := range made.Hostile {
		small, large := least(), least()
		if small > mostSmall || large > mostLarge {
			t.Errorf("%s: %.0f MB for 200 KB, %.0f MB for 5 MB", k.Name, small/(1<<20), large/(1<<20))
		}
	}
	if _, err := answers.Token(); err != io.EOF {
		t.Error("more answers than pages")
	}
}

func TestASeedGivesTheSamePages(t *testing.T) {
	different := map[string]bool{}
	for seed := range uint64(200) {
		a, b := made.Random(seed).Make(3000), made.Random(seed).Make(3000)
		if !bytes.Equal(a, b) || len(a) > 3000 {
			t.Fatalf("seed %d gives %d and %d bytes", seed, len(a), len(b))
		}
		different[string(a)] = true
	}
	if len(different) < 190 {
		t.Errorf("200 seeds give %d pages", len(different))
	}
}
