// Package reach takes the bodies out of functions that nothing reaches, messages that only
// those gave, and out of types what only messages and reflection read.
//
// Go's linker keeps what a program might call. Where package flow has put traps in the
// place of calls that end the program, or that nothing here does, what only those called
// is left over. A function is reached if the module exports it, or if one that is reached
// or the module's data names it: by its index in a call, or by its program counter.
//
// The functions themselves stay, each a trap, so that all others keep their numbers.
package reach

import (
	"encoding/binary"

	"keypoints/wasm/link/flow"
	"keypoints/wasm/link/strip"
)

// firstPC is the number of the first function in program counters, above the places in it
// (funcValueOffset in cmd/link/internal/wasm/asm.go).
const firstPC = 0x1000

// Module gives a module without the bodies of functions that are not reached, and how
// many they are. It is for modules of flow.Trap: others have messages. linked is the module
// as it was before that.
func Module(module, linked []byte) (short []byte, unreached int, err error) {
	functions, _, err := strip.Parts(module)
	if err != nil {
		return nil, 0, err
	}
	outer, err := strip.Outer(module)
	if err != nil {
		return nil, 0, err
	}
	s := search{bodies: functions, imported: outer.Imported, reached: make([]bool, len(functions)), held: map[int]int{}}
	named := make([]names, len(functions))
	addressed := map[int]bool{} // by any code
	for i, f := range functions {
		if named[i], err = s.namesOf(f.Body); err != nil {
			return nil, 0, err
		}
		for _, a := range named[i].numbers {
			addressed[a] = true
		}
	}
	for _, f := range outer.Exported {
		s.reach(f)
	}
	s.data(outer, addressed)
	for len(s.left) > 0 {
		i := s.left[len(s.left)-1]
		s.left = s.left[:len(s.left)-1]
		for _, f := range named[i].called {
			s.reach(f)
		}
		for _, a := range named[i].numbers {
			s.reach(s.function(a))
			if f, ok := s.held[a]; ok {
				s.reach(f)
			}
		}
	}
	i := 0
	short, err = strip.Rewrite(module, func(f strip.Function, _ func(int) string) ([]byte, error) {
		i++
		if s.reached[i-1] {
			return f.Body, nil
		}
		unreached++
		return trap, nil
	})
	if err != nil {
		return nil, 0, err
	}
	before, _, err := strip.Parts(linked)
	if err != nil {
		return nil, 0, err
	}
	memory := image{outer}
	messages, err := memory.strings(before)
	if err != nil {
		return nil, 0, err
	}
	numbers := map[int]bool{}
	for i, n := range named {
		for _, a := range n.numbers {
			numbers[a] = numbers[a] || s.reached[i]
		}
	}
	memory.withoutMessages(messages, numbers)
	memory.withoutNames()
	short, err = strip.WithMemory(short, outer)
	return short, unreached, err
}

// trap is the body of a function that is never called: no locals, unreachable, end.
var trap = []byte{0, 0x00, 0x0b}

// search finds what is reached. Functions are by their place in bodies; -1 is none.
type search struct {
	bodies   []strip.Function
	imported int
	reached  []bool
	left     []int       // reached, and what they name not yet seen
	held     map[int]int // the function whose function value stands at an address, which is reached with that
}

func (s *search) reach(f int) {
	if f >= 0 && f < len(s.bodies) && !s.reached[f] {
		s.reached[f] = true
		s.left = append(s.left, f)
	}
}

// function is that of a program counter.
func (s *search) function(pc int) int {
	if f := pc>>16 - firstPC; f >= 0 && f < len(s.bodies) {
		return f
	}
	return -1
}

// names are what a function's code names.
type names struct {
	called  []int
	numbers []int // that may be program counters or addresses
}

func (s *search) namesOf(body []byte) (names, error) {
	var n names
	err := flow.Instructions(body, func(code []byte) {
		const call, int32Const, int64Const = 0x10, 0x41, 0x42
		switch code[0] {
		case call:
			index, _ := binary.Uvarint(code[1:])
			n.called = append(n.called, int(index)-s.imported)
		case int32Const, int64Const:
			if v := signed(code[1:]); v > 1000 {
				n.numbers = append(n.numbers, v)
			}
		}
	})
	return n, err
}

// signed reads a signed number.
func signed(b []byte) int {
	value, shift := 0, 0
	for _, c := range b {
		value |= int(c&0x7f) << shift
		shift += 7
		if c&0x80 == 0 {
			if shift < 64 && c&0x40 != 0 {
				value |= -1 << shift
			}
			break
		}
	}
	return value
}

// data reaches the functions that the data names. A function value is a word with a program
// counter; one whose address no data has, but code has, is reached with that code.
func (s *search) data(outer strip.Outside, addressed map[int]bool) {
	pointed := map[int]bool{}
	for at := 0; at+8 <= len(outer.Memory); at += 8 {
		pointed[int(binary.LittleEndian.Uint64(outer.Memory[at:]))] = true
	}
	for at := 0; at+4 <= len(outer.Memory); at += 4 {
		address := outer.Base + at
		if address >= outer.Table && address < outer.TableEnd {
			continue
		}
		if at%8 == 0 && at+8 <= len(outer.Memory) {
			if f := s.function(int(binary.LittleEndian.Uint64(outer.Memory[at:]))); f >= 0 {
				if addressed[address] && !pointed[address] {
					s.held[address] = f
				} else {
					s.reach(f)
				}
			}
		}
		// Types have the two functions of a method beside each other, by their numbers, in 32
		// bits (abi.Method, and textAddr in runtime/symtab.go).
		if address >= outer.Types && address+8 <= outer.Table {
			first := int(binary.LittleEndian.Uint32(outer.Memory[at:])) - firstPC
			second := int(binary.LittleEndian.Uint32(outer.Memory[at+4:])) - firstPC
			if max(first, second) < len(s.bodies) && min(first, second) >= 0 {
				s.reach(first)
				s.reach(second)
			}
		}
	}
}
