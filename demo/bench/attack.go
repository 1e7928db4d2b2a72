package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"keypoints/demo/made"
)

// Bounds that no page may pass, in wasm.
const (
	mostSmall    = 24 << 20 // bytes of the instance's memory for 200 KB
	mostLarge    = 64 << 20 // and for 5 MB
	mostTime     = 1500.0   // ms of CPU for 5 MB
	mostExponent = 1.3      // of time, which the collector and a busy machine move by 0.2; the test of package made counts steps, and allows 1.1
	shortTime    = 100.0    // ms: what takes less says more about the clock than about its growth
)

// engine is engine.wasm in Node, a new instance a page.
type engine struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
}

// cost is what a page takes.
type cost struct {
	Ms     float64
	Memory float64 // bytes
	Type   string  // card, trap, or the name of the refusal
}

func startEngine() (*engine, error) {
	e := &engine{command: exec.Command("node", filepath.Join("js", "attack.mjs"), project())}
	e.command.Stderr = os.Stderr
	var err error
	if e.in, err = e.command.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := e.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	e.out = bufio.NewReader(out)
	return e, e.command.Start()
}

func (e *engine) run(page []byte) (c cost, err error) {
	if err = binary.Write(e.in, binary.LittleEndian, uint32(len(page))); err == nil {
		_, err = e.in.Write(page)
	}
	if err != nil {
		return c, err
	}
	line, err := e.out.ReadBytes('\n')
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(line, &c)
}

func (e *engine) close() error {
	e.in.Close()
	return e.command.Wait()
}

// assault is what a kind of page takes in all sizes.
type assault struct {
	name         string
	exponent, ms float64 // of 10 to 300 KB; of the largest
	small, large cost    // 200 KB and 5 MB
}

// over says which bounds a kind of page passes.
func (a assault) over() string {
	s := ""
	for _, bound := range []struct {
		name string
		over bool
	}{
		{"growth", a.exponent > mostExponent && a.ms > shortTime}, {"memory of 200 KB", a.small.Memory > mostSmall}, {"memory of 5 MB", a.large.Memory > mostLarge},
		{"time of 5 MB", a.large.Ms > mostTime}, {"trap", a.small.Type == "trap" || a.large.Type == "trap"},
	} {
		if bound.over {
			s += bound.name + " "
		}
	}
	return s
}

func (e *engine) assault(k made.Kind, sizes ...int) (a assault, err error) {
	a.name = k.Name
	var x, y []float64
	for _, size := range sizes {
		best, page := cost{}, k.Make(size)
		for try := range 3 {
			c, err := e.run(page)
			if err != nil {
				return a, fmt.Errorf("%s at %d bytes: %w", k.Name, size, err)
			}
			if try == 0 || c.Ms < best.Ms {
				best = c
			}
			if c.Ms > 1000 {
				break
			}
		}
		x, y, a.ms = append(x, float64(size)), append(y, best.Ms), best.Ms
		if best.Ms > tooLong {
			break // larger ones would take all day
		}
	}
	a.exponent = exponent(x, y)
	if a.small, err = e.run(k.Make(200_000)); err != nil {
		return a, err
	}
	a.large, err = e.run(k.Make(5_000_000))
	if err == nil && a.large.Ms > mostTime { // another process may have slowed it down
		again, _ := e.run(k.Make(5_000_000))
		a.large.Ms = min(a.large.Ms, again.Ms)
	}
	return a, err
}

// attack runs engine.wasm on the known hostile pages, and on random ones of seeds from a
// first one on until a time has passed, and prints a table: all known ones, and the
// random ones that take most or pass a bound.
func attack(seed uint64, limit time.Duration) error {
	e, err := startEngine()
	if err != nil {
		return err
	}
	defer e.close()
	begun := time.Now()
	fmt.Print("| page | ms at 300 KB | exponent from 10 KB | ms at 5 MB | MB at 200 KB | MB at 5 MB | answers | over |\n|---|---|---|---|---|---|---|---|\n")
	for _, k := range made.Hostile {
		a, err := e.assault(k, 10_000, 30_000, 100_000, 300_000)
		if err != nil {
			return err
		}
		fmt.Println(a)
	}
	var found []assault
	first := seed
	for ; time.Since(begun) < limit; seed++ {
		a, err := e.assault(made.Random(seed), 30_000, 300_000)
		if err != nil {
			return err
		}
		if a.over() != "" {
			progress("%v", a)
		}
		found = append(found, a)
	}
	fmt.Printf("\nSeeds %d to %d; of those that pass no bound, the five that take most of each:\n\n", first, seed-1)
	fmt.Print("| page | ms at 300 KB | exponent from 30 KB | ms at 5 MB | MB at 200 KB | MB at 5 MB | answers | over |\n|---|---|---|---|---|---|---|---|\n")
	shown := map[string]bool{}
	for _, by := range []func(assault) float64{func(a assault) float64 { return a.ms }, func(a assault) float64 { return a.large.Ms },
		func(a assault) float64 { return a.small.Memory }, func(a assault) float64 { return a.large.Memory }} {
		slices.SortStableFunc(found, func(a, b assault) int { return int(by(b) - by(a)) })
		for i, a := range found {
			if (i < 5 || a.over() != "") && !shown[a.name] {
				shown[a.name] = true
				fmt.Println(a)
			}
		}
	}
	return nil
}

// String is a row of the table.
func (a assault) String() string {
	return fmt.Sprintf("| %s | %.0f | %.2f | %.0f | %.0f | %.0f | %s, %s | %s |", a.name, a.ms, a.exponent, a.large.Ms,
		a.small.Memory/(1<<20), a.large.Memory/(1<<20), a.small.Type, a.large.Type, a.over())
}
