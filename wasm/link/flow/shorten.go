package flow

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// shortened gives a function's body with fewer instructions that do the same. Nothing
// leads into the middle of a sequence without a label, so each is replaced as a whole.
func shortened(body []byte, number int) ([]byte, error) {
	rest, err := withoutLocals(body)
	if err != nil {
		return nil, err
	}
	locals := body[:len(body)-len(rest)]
	s := shortener{}
	for len(rest) > 0 {
		in, err := instruction(rest)
		if err != nil {
			return nil, err
		}
		rest = rest[len(in):]
		s.out = append(s.out, in)
		for s.shorten() {
		}
	}
	return fromBase(locals, s.out, number)
}

// withoutLocals gives the instructions of a body.
func withoutLocals(body []byte) ([]byte, error) {
	count, n := binary.Uvarint(body)
	if n <= 0 {
		return nil, ErrCode
	}
	rest := body[n:]
	for range count {
		_, n := binary.Uvarint(rest)
		if n <= 0 || n >= len(rest) {
			return nil, ErrCode
		}
		rest = rest[n+1:]
	}
	return rest, nil
}

// shortener copies instructions and shortens what the copy ends with.
type shortener struct{ out [][]byte }

// Instructions of which sequences are made. SP is the stack pointer: global 0, of which
// local 1 is a copy.
var (
	getSP, setSP, teeSP   = []byte{opLocalGet, 1}, []byte{opLocalSet, 1}, []byte{opLocalTee, 1}
	loadSP, storeSP       = []byte{opGlobalGet, 0}, []byte{opGlobalSet, 0}
	zero, one, eight      = []byte{opI32Const, 0}, []byte{opI32Const, 1}, []byte{opI32Const, 8}
	add, sub, eqz         = []byte{opI32Add}, []byte{opI32Sub}, []byte{opI32Eqz}
	wrap, extend, extendS = []byte{0xa7}, []byte{0xad}, []byte{0xac}
	nop, back             = []byte{0x01}, []byte{opReturn}
)

// unwound returns 1 where a call has returned 1. It is the same bytes wherever it stands,
// which a branch to where the function does that is not: 20 KB after compression.
var unwound = [][]byte{{opIf, emptyType}, one, back, {opEnd}}

// last gives the instruction that the copy ends with, or the i-th before it.
func (s *shortener) last(i int) []byte {
	if i >= len(s.out) {
		return nop
	}
	return s.out[len(s.out)-1-i]
}

// ends says that the copy ends with these instructions; nil is any.
func (s *shortener) ends(with ...[]byte) bool {
	for i, in := range with {
		if in != nil && !bytes.Equal(in, s.last(len(with)-1-i)) {
			return false
		}
	}
	return len(s.out) >= len(with)
}

// replace puts others in the place of the last n instructions.
func (s *shortener) replace(n int, by ...[]byte) bool {
	s.out = append(s.out[:len(s.out)-n], by...)
	return true
}

func (s *shortener) shorten() bool {
	last, before := s.last(0), s.last(1)
	sameLocal := len(s.out) > 1 && bytes.Equal(last[1:], before[1:])
	switch {
	case s.ends(nop) && len(s.out) > 0:
		return s.replace(1)
	case last[0] == opLocalGet && before[0] == opLocalSet && sameLocal:
		return s.replace(2, append([]byte{opLocalTee}, last[1:]...))
	case last[0] == opLocalSet && before[0] == opLocalGet && sameLocal, s.ends(extend, wrap), s.ends(extendS, wrap):
		return s.replace(2)
	case bytes.Equal(last, wrap) && before[0] == opI64Const:
		if value, err := constant(before[1:]); err == nil {
			return s.replace(2, appendConstant(nil, value))
		}
	case bytes.Equal(last, eqz) && opposite(before[0]) != 0 && len(s.out) > 1:
		return s.replace(2, []byte{opposite(before[0])})
	case bytes.Equal(last, storeSP):
		return s.addTwice()
	case bytes.Equal(last, back):
		if s.ends(teeSP, storeSP, zero, back) {
			return s.replace(4, storeSP, zero, back)
		}
		return s.push(1)
	case last[0] == opBrIf && s.ends(loadSP, setSP, nil):
		return s.push(3)
	case last[0] >= opFirstStore && last[0] <= opLastStore:
		return s.store()
	}
	return false
}

// opposite is the comparison of integers that is true where another is false, or 0.
func opposite(op byte) byte {
	switch {
	case op == 0x46 || op == 0x51: // eq
		return op + 1
	case op == 0x47 || op == 0x52: // ne
		return op - 1
	case op == 0x48 || op == 0x49 || op == 0x53 || op == 0x54: // lt, signed or not, is not ge
		return op + 6
	case op == 0x4e || op == 0x4f || op == 0x59 || op == 0x5a:
		return op - 6
	case op == 0x4a || op == 0x4b || op == 0x55 || op == 0x56: // gt is not le
		return op + 2
	case op == 0x4c || op == 0x4d || op == 0x57 || op == 0x58:
		return op - 2
	}
	return 0
}

// addTwice adds to the stack pointer once where it was added to twice: at a function's
// end, where its frame and its return address go.
func (s *shortener) addTwice() bool {
	if !s.ends(getSP, nil, add, teeSP, storeSP, getSP, nil, add, teeSP, storeSP) || s.last(8)[0] != opI32Const || s.last(3)[0] != opI32Const {
		return false
	}
	first, err1 := constant(s.last(8)[1:])
	second, err2 := constant(s.last(3)[1:])
	if err1 != nil || err2 != nil {
		return false
	}
	return s.replace(10, getSP, appendConstant(nil, first+second), add, teeSP, storeSP)
}

// push is a call: its return address goes to the stack. Only the callee needs the new
// stack pointer, and it puts back the old, of which local 1 is a copy all the while. The
// last instructions, n of them, come after the call.
func (s *shortener) push(n int) bool {
	const most = 8 // instructions that find a function to call, and the call
	at := n
	if op := s.last(at)[0]; op != opCall && op != opCallIndirect {
		return false
	}
	for at++; !bytes.Equal(s.last(at), zero) || s.last(at + 1)[0] != opFirstStore+1 || s.last(at + 2)[0] != opI64Const; at++ {
		if in := s.last(at); at > n+most || in[0] < opLocalGet || in[0] > opGlobalGet && in[0] < opFirstLoad || in[0] >= opFirstStore && in[0] <= opLastStore || in[1%len(in)] == 1 && in[0] <= opLocalTee {
			return false
		}
	}
	start := at + 8 // getSP eight sub teeSP storeSP getSP i64.const i64.store zero
	if start >= len(s.out) {
		return false
	}
	for i, in := range [][]byte{getSP, eight, sub, teeSP, storeSP, getSP} {
		if !bytes.Equal(s.last(start-i), in) {
			return false
		}
	}
	call := slices.Clone(s.out[len(s.out)-1-at-2 : len(s.out)-n])
	after := [][]byte{s.last(0)}
	if s.last(0)[0] == opBrIf {
		after = unwound
	}
	return s.replace(start+1, slices.Concat([][]byte{getSP, eight, sub, storeSP, loadSP}, call, after)...)
}

// store stores a value with one instruction less: it comes to a local before the address
// to the stack, and then to the stack's top.
func (s *shortener) store() bool {
	get, at := s.last(1), 2
	if get[0] != opLocalGet {
		return false
	}
	if bytes.Equal(s.last(at), wrap) {
		at++
	}
	address, set := s.last(at), s.last(at+1)
	if address[0] != opLocalGet || set[0] != opLocalSet || !bytes.Equal(get[1:], set[1:]) || bytes.Equal(address[1:], set[1:]) {
		return false
	}
	start := s.value(at+2, address[1:])
	if start < 0 {
		return false
	}
	end := len(s.out)
	var code [][]byte
	code = append(code, s.out[end-1-at:end-2]...) // the address
	code = append(code, s.out[start:end-2-at]...)
	code = append(code, append([]byte{opLocalTee}, get[1:]...), s.out[end-1])
	return s.replace(end-start, code...)
}

// value gives where the instructions begin that leave the value which is on the stack
// before the last n, -1 where that is not plain or they change a local.
func (s *shortener) value(n int, local []byte) int {
	need := 1
	for at := len(s.out) - 1 - n; at >= 0; at-- {
		in := s.out[at]
		pops, pushes, known := arity(in[0])
		if !known || pushes == 0 || in[0] == opLocalTee && bytes.Equal(in[1:], local) {
			return -1
		}
		if need += pops - 1; need == 0 {
			return at
		}
	}
	return -1
}

// Instructions gives the instructions of a function's body, in their order, to a function.
func Instructions(body []byte, each func(code []byte)) error {
	rest, err := withoutLocals(body)
	for len(rest) > 0 && err == nil {
		var in []byte
		if in, err = instruction(rest); err == nil {
			each(in)
			rest = rest[len(in):]
		}
	}
	return err
}
