package flow

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// placeBits are the bits of a program counter that tell a place in a function, below the
// function's number.
const placeBits = 16

// base is the local that a function has its base in: the program counter of its beginning.
const base = 2

// fromBase gives a function that adds the return addresses of its calls to a base. A call is
// the same bytes everywhere then but for its place and the callee, and takes fewer of them
// after compression than with the whole number, 20 KB in all. Optimizing compilers make
// the same of it, as the base is a constant.
func fromBase(locals []byte, code [][]byte, number int) ([]byte, error) {
	same := append(slices.Clip(locals), bytes.Join(code, nil)...)
	calls := false
	for i := range code {
		_, ok := returnPlace(code[i:], number)
		calls = calls || ok
	}
	out, ok := withBase(locals)
	if !calls || !ok {
		return same, nil
	}
	out = append(appendLong(out, number<<placeBits), opLocalSet, base)
	for i, in := range code {
		if place, ok := returnPlace(code[i:], number); ok {
			out = append(appendLong(append(out, opLocalGet, base), place), opI64Add)
			continue
		}
		if in[0] >= opLocalGet && in[0] <= opLocalTee {
			local, n := binary.Uvarint(in[1:])
			if n <= 0 {
				return nil, ErrCode
			}
			if local >= base {
				in = binary.AppendUvarint([]byte{in[0]}, local+1)
			}
		}
		out = append(out, in...)
	}
	return out, nil
}

// returnPlace gives the place that a call in the function of a number returns to, if code
// begins with what puts it on the stack: its program counter, and storing that at the top.
func returnPlace(code [][]byte, number int) (place int, ok bool) {
	if len(code) < 2 || code[0][0] != opI64Const || !bytes.Equal(code[1], []byte{opFirstStore + 1, 3, 0}) {
		return 0, false
	}
	pc, err := constant(code[0][1:])
	return pc & (1<<placeBits - 1), err == nil && pc>>placeBits == number
}

// appendLong writes i64.const.
func appendLong(code []byte, v int) []byte {
	at := len(code)
	code = appendConstant(code, v)
	code[at] = opI64Const
	return code
}

// withBase gives a function's locals with the base among them, unless local 1 is not the
// stack pointer, as in functions that are written by hand.
func withBase(locals []byte) (with []byte, ok bool) {
	const i32, i64 = 0x7f, 0x7e
	if len(locals) < 3 || locals[1] != 1 || locals[2] != i32 {
		return nil, false
	}
	groups, rest := locals[0], locals[3:]
	more, n := binary.Uvarint(rest)
	if n > 0 && n < len(rest) && rest[n] == i64 {
		rest = rest[n+1:]
	} else {
		groups, more = groups+1, 0
	}
	with = binary.AppendUvarint([]byte{groups, 1, i32}, more+1)
	return append(append(with, i64), rest...), true
}
