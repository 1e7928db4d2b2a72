// Package flow gives the WebAssembly of Go's compiler the control flow that its
// source has.
//
// The idea: the compiler writes a function as one loop around a table. Every jump, a
// forward one too, sets a number and goes back to the table, which leads to a basic
// block. Browsers run that slowly at first: their baseline compilers look the number
// up at every jump, and count every jump as a turn of a loop as long as the function,
// so that they soon optimize, for most of a second of processor time, code that hardly
// ran. Here jumps become branches, and loops become loops, by way of the dominator
// tree (Ramsey, Beyond Relooper, 2022, https://doi.org/10.1145/3547621).
//
// The table stays where it is needed: a function whose goroutine was switched, or
// whose stack was moved, is called anew and goes on after the call in which that
// happened. Where that is in a loop, the loop has a table of its own at its beginning.
//
// Besides, addresses on the stack are written in one instruction where the compiler
// takes five, and nothing is done after calls that never return.
package flow

import (
	"errors"
	"slices"
	"strings"

	"keypoints/wasm/link/strip"
)

// ErrCode says that a function is not as Go's compiler writes it.
var ErrCode = errors.New("the code is not as Go's compiler writes it")

// Module gives a module that Go linked with structured control flow, and for each function
// the old number of each place that its calls return to, nil where they stay: what is looked
// up by them, strip.Traces changes. Of what the module does nothing changes, but where
// checked is Trap. The version is that of `go version`.
func Module(module []byte, version string, checked Checked) (out []byte, places [][]int, err error) {
	if err := strip.Known(version); err != nil {
		return nil, nil, err
	}
	out, err = strip.Rewrite(module, func(f strip.Function, name func(int) string) ([]byte, error) {
		if checked == Trap && (unused(f.Name) || checks(f.Name)) {
			places = append(places, nil)
			return []byte{0, opUnreachable, opEnd}, nil // no locals
		}
		body, old, err := structured(f.Body, firstNumber+len(places), !slices.Contains(entered, f.Name), calls{
			never: func(callee int) bool {
				return slices.Contains(never, name(callee)) || checked == Trap && unused(name(callee))
			},
			defers: func(callee int) bool { return name(callee) == "runtime.deferreturn" },
			traps:  func(callee int) bool { return checked == Trap && (checks(name(callee)) || unused(name(callee))) },
		})
		places = append(places, old)
		return body, err
	})
	return out, places, err
}

// firstNumber is the number of a module's first function in program counters (funcValueOffset
// in cmd/link/internal/wasm/asm.go).
const firstNumber = 0x1000

// entered are functions that the runtime enters elsewhere than at their beginning.
var entered = []string{"runtime.goexit"}

// Checked says what follows where a check of the running program fails: an index out of
// range, a nil pointer, a division by zero.
type Checked byte

const (
	Panic Checked = iota // as Go has it
	// Trap ends the instance at once, without a message, and nothing recovers from it. So
	// does a panic of the program or an error of the runtime then; see unused. For a program
	// whose host makes a new instance after both, as engine.wasm's does.
	Trap
)

// checks says that a function is one that the compiler calls where a check failed. What a
// program panics with itself is a call of runtime.gopanic.
func checks(name string) bool {
	return slices.Contains(never, name) && (strings.HasPrefix(name, "runtime.goPanic") || strings.HasPrefix(name, "runtime.panic") || name == "runtime.sigpanic")
}

// calls tells functions by the index that a call has.
type calls struct {
	never  func(callee int) bool // it never returns
	traps  func(callee int) bool // a trap stands in its place
	defers func(callee int) bool // it is runtime.deferreturn
}

// structured does it for the body of a function with a number; one without jumps is only shortened.
func structured(body []byte, number int, renumbered bool, calls calls) (out []byte, places []int, err error) {
	f, err := parse(body, calls)
	if err == nil && f != nil {
		f.number = number
		body, places, err = f.write(renumbered)
	}
	if err != nil {
		return nil, nil, err
	}
	out, err = shortened(body, number)
	return out, places, err
}

// never are functions that the compiler knows not to return (rtcall, and where it makes a
// BlockExit, in cmd/compile/internal/ssagen/ssa.go), and those that its assembler calls
// so (cmd/internal/obj/wasm/wasmobj.go). They unwind the stack.
var never = []string{
	"runtime.block", "runtime.gopanic", "runtime.goPanicIndex", "runtime.goPanicIndexU",
	"runtime.goPanicSlice3Acap", "runtime.goPanicSlice3AcapU", "runtime.goPanicSlice3Alen", "runtime.goPanicSlice3AlenU",
	"runtime.goPanicSlice3B", "runtime.goPanicSlice3BU", "runtime.goPanicSlice3C", "runtime.goPanicSlice3CU",
	"runtime.goPanicSliceAcap", "runtime.goPanicSliceAcapU", "runtime.goPanicSliceAlen", "runtime.goPanicSliceAlenU",
	"runtime.goPanicSliceB", "runtime.goPanicSliceBU", "runtime.goPanicSliceConvert",
	"runtime.panicdivide", "runtime.panicdottypeE", "runtime.panicdottypeI", "runtime.panicmakeslicecap", "runtime.panicmakeslicelen",
	"runtime.panicnildottype", "runtime.panicoverflow", "runtime.panicrangestate", "runtime.panicshift",
	"runtime.panicunsafeslicelen", "runtime.panicunsafeslicenilptr", "runtime.panicunsafestringlen", "runtime.panicunsafestringnilptr",
	"runtime.panicwrap", "runtime.throw", "runtime.throwinit",
	"runtime.morestack", "runtime.morestack_noctxt", "runtime.sigpanic",
}
