package flow

import (
	"encoding/binary"

	"keypoints/wasm/link/strip"
)

// Unrolled gives a module in which copies of at most so many bytes, and clearing as many, are
// loads and stores. Go's compiler copies every struct of more than two words by memory.copy,
// which V8 calls C++ for: that takes longer than copying a token or a name does.
func Unrolled(module []byte, most int) ([]byte, error) {
	return strip.Rewrite(module, func(f strip.Function, _ func(int) string) ([]byte, error) {
		return unrolled(f.Body, most)
	})
}

// Instructions of memory.copy and memory.fill, for memory 0.
const (
	copies = "\xfc\x0a\x00\x00"
	clears = "\xfc\x0b\x00"
)

// unrolled does it for a function, if it is one that Go's compiler wrote.
func unrolled(body []byte, most int) ([]byte, error) {
	const i32 = 0x7f
	rest, err := withoutLocals(body)
	locals := body[:len(body)-len(rest)]
	if err != nil || len(locals) < 3 || locals[1] != 1 || locals[2] != i32 {
		return body, err
	}
	to, err := countLocals(locals)
	if err != nil {
		return nil, err
	}
	from, changed := to+1, false
	var out [][]byte // instructions
	for len(rest) > 0 {
		in, err := instruction(rest)
		if err != nil {
			return nil, err
		}
		rest = rest[len(in):]
		last, size := len(out)-1, 0
		if (string(in) == copies || string(in) == clears) && last > 0 && out[last][0] == opI32Const {
			size, _ = constant(out[last][1:])
		}
		switch few := size > 0 && size <= most && size%8 == 0; {
		case few && string(in) == copies:
			out = append(out[:last], ofLocal(opLocalSet, from), ofLocal(opLocalSet, to))
			for at := 0; at < size; at += 8 {
				out = append(out, ofLocal(opLocalGet, to), ofLocal(opLocalGet, from), long(opFirstLoad+1, at), long(opFirstStore+1, at))
			}
		case few && string(out[last-1]) == string(zero):
			out = append(out[:last-1], ofLocal(opLocalSet, to))
			for at := 0; at < size; at += 8 {
				out = append(out, ofLocal(opLocalGet, to), []byte{opI64Const, 0}, long(opFirstStore+1, at))
			}
		default:
			out = append(out, in)
			continue
		}
		changed = true
	}
	if !changed {
		return body, nil
	}
	body = append([]byte{locals[0] + 1}, locals[1:]...)
	body = append(body, 2, i32)
	for _, in := range out {
		body = append(body, in...)
	}
	return body, nil
}

func ofLocal(op byte, index int) []byte { return binary.AppendUvarint([]byte{op}, uint64(index)) }

// long is a load or a store of eight bytes behind an address.
func long(op byte, behind int) []byte { return binary.AppendUvarint([]byte{op, 3}, uint64(behind)) }

// countLocals says how many locals a function has, PC_B, its parameter, among them.
func countLocals(locals []byte) (int, error) {
	all, rest := 1, locals[1:]
	for range locals[0] {
		more, n := binary.Uvarint(rest)
		if n <= 0 || n >= len(rest) {
			return 0, ErrCode
		}
		all += int(more)
		rest = rest[n+1:]
	}
	return all, nil
}
