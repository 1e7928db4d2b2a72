package flow

import (
	"encoding/binary"
	"slices"
)

// folded gives a basic block's steps with shorter addresses of what is on the stack. The
// compiler makes 64 bits of the stack pointer, adds a constant, and makes 32 bits of that,
// though a load or store adds one itself.
func folded(steps []step) []step {
	steps = slices.Clone(steps)
	out := steps[:0]
	for i := 0; i < len(steps); i++ {
		out = append(out, steps[i])
		offset, ok := stackAddress(steps[i:])
		if !ok {
			continue
		}
		i += addressSteps - 1
		if user := userOf(steps[i+1:]); user != nil {
			user.code = withOffset(user.code, offset)
			continue
		}
		depth := steps[i].depth
		out = append(out, step{code: appendConstant(nil, offset), depth: depth}, step{code: []byte{opI32Add}, depth: depth})
	}
	return out
}

const addressSteps = 5

// stackAddress says that steps begin with an address, and how many bytes it is from the
// stack pointer.
func stackAddress(steps []step) (offset int, ok bool) {
	if len(steps) < addressSteps {
		return 0, false
	}
	for i, code := range []string{"\x20\x01", "\xad", "\x42", "\x7c", "\xa7"} { // local.get SP; i64.extend_i32_u; i64.const; i64.add; i32.wrap_i64
		if s := steps[i]; s.kind != plain || string(s.code) != code && (s.code[0] != opI64Const || code[0] != opI64Const) {
			return 0, false
		}
	}
	offset, err := constant(steps[2].code[1:])
	return offset, err == nil
}

// userOf is the load or store that takes the value on the stack's top as its address, if
// it comes soon enough.
func userOf(steps []step) *step {
	above := 0 // values on the stack above the address
	for i := range steps {
		if steps[i].kind != plain {
			return nil
		}
		op := steps[i].code[0]
		pops, pushes, known := arity(op)
		if !known {
			return nil
		}
		if pops > above {
			if op >= opFirstLoad && op < opFirstStore && above == 0 || op >= opFirstStore && op <= opLastStore && above == 1 {
				return &steps[i]
			}
			return nil
		}
		above += pushes - pops
	}
	return nil
}

// arity is how many values an instruction takes from the stack and leaves there.
func arity(op byte) (pops, pushes int, known bool) {
	switch {
	case op == opLocalGet, op == opGlobalGet, op >= opI32Const && op <= opF64Const:
		return 0, 1, true
	case op == opLocalSet, op == opGlobalSet:
		return 1, 0, true
	case op >= opFirstStore && op <= opLastStore:
		return 2, 0, true
	case op == opLocalTee, op >= opFirstLoad && op < opFirstStore, op == opI32Eqz, op == 0x50, // i64.eqz
		op >= 0x67 && op <= 0x69, op >= 0x79 && op <= 0x7b, op >= 0x8b && op <= 0x91, op >= 0x99 && op <= 0x9f, // clz to popcnt, abs to sqrt
		op >= 0xa7 && op <= 0xc4: // conversions
		return 1, 1, true
	case op > opI32Eqz && op < 0xa7: // comparisons, arithmetic
		return 2, 1, true
	}
	return 0, 0, false
}

// withOffset gives a load or store whose offset is larger.
func withOffset(code []byte, by int) []byte {
	_, n := binary.Uvarint(code[1:]) // its alignment
	offset, _ := binary.Uvarint(code[1+n:])
	return binary.AppendUvarint(slices.Clone(code[:1+n]), offset+uint64(by))
}
