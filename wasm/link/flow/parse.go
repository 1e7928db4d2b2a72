package flow

import "encoding/binary"

// Opcodes, by their names in the WebAssembly core specification 5.4.
const (
	opUnreachable  = 0x00
	opBlock        = 0x02
	opLoop         = 0x03
	opIf           = 0x04
	opEnd          = 0x0b
	opBr           = 0x0c
	opBrIf         = 0x0d
	opBrTable      = 0x0e
	opReturn       = 0x0f
	opCall         = 0x10
	opCallIndirect = 0x11
	opLocalGet     = 0x20
	opLocalSet     = 0x21
	opLocalTee     = 0x22
	opGlobalGet    = 0x23
	opGlobalSet    = 0x24
	opFirstLoad    = 0x28 // i32.load
	opFirstStore   = 0x36 // i32.store
	opLastStore    = 0x3e
	opI32Const     = 0x41
	opI64Const     = 0x42
	opF32Const     = 0x43
	opF64Const     = 0x44
	opI32Eqz       = 0x45
	opI32LtU       = 0x49
	opI32Add       = 0x6a
	opI32Sub       = 0x6b
	opI64Add       = 0x7c

	emptyType = 0x40
)

// PC_B, the function's parameter, is local 0. The stack pointer is global 0, and local 1 as
// the function has it.
var (
	getPC  = []byte{opLocalGet, 0}
	setPC  = []byte{opLocalSet, 0}
	readSP = [][]byte{{opGlobalGet, 0}, {opLocalSet, 1}}
)

// instruction gives the first instruction of code.
func instruction(code []byte) ([]byte, error) {
	if len(code) == 0 {
		return nil, ErrCode
	}
	numbers, fixed := 0, 0 // immediates: how many in LEB128, and bytes
	switch op := code[0]; {
	case op >= opBlock && op <= opIf:
		fixed = 1 // Go's blocks have no values, or one of a type of one byte
	case op == opBr, op == opBrIf, op == opCall, op >= opLocalGet && op <= opGlobalSet, op == 0x3f, op == 0x40, op == opI32Const, op == opI64Const:
		numbers = 1
	case op == opCallIndirect, op >= opFirstLoad && op <= opLastStore:
		numbers = 2
	case op == opBrTable:
		count, n := binary.Uvarint(code[1:])
		if n <= 0 || count > uint64(len(code)) {
			return nil, ErrCode
		}
		numbers = int(count) + 2
	case op == opF32Const:
		fixed = 4
	case op == opF64Const:
		fixed = 8
	case op == 0xfc && len(code) > 1:
		switch code[1] {
		case 0, 1, 2, 3, 4, 5, 6, 7: // truncations
			fixed = 1
		case 10: // memory.copy
			fixed = 3
		case 11: // memory.fill
			fixed = 2
		default:
			return nil, ErrCode
		}
	case op <= 1, op == 5, op == opEnd, op == opReturn, op == 0x1a, op == 0x1b, op >= opI32Eqz && op <= 0xc4:
	default:
		return nil, ErrCode
	}
	size := 1
	for ; numbers > 0; numbers-- {
		begun := size
		for size < len(code) && code[size]&0x80 != 0 {
			size++
		}
		if size++; size-begun > 9 && code[0] != opI64Const {
			return nil, ErrCode // larger than Uvarint reads
		}
	}
	if size += fixed; size > len(code) {
		return nil, ErrCode
	}
	return code[:size], nil
}

// step is a part of a basic block.
type step struct {
	kind        kind
	code        []byte // an instruction; of an unwinding without its label
	depth       int    // how many blocks are open that the basic block itself has opened
	target, pc  int    // of a jump: a basic block, and a program counter that leads there
	conditional bool   // the jump pops a condition
}

type kind byte

const (
	plain kind = iota
	jump
	unwinding // br_if to where the function returns 1, as the callee did
)

// function is a function as the compiler writes it.
type function struct {
	number     int    // in program counters
	head, tail []byte // up to the first basic block; after the last
	unwinds    bool   // there is a block around all, at whose end it returns 1
	table      []int  // the basic block that each program counter leads to; the last is for all others
	blocks     [][]step
	resumed    []bool // the function may be called anew to go on with this block, if what comes before it is reached
	recovered  []bool // the same after a recovered panic, whatever is reached
}

// parse takes a function apart. It is nil if it has no jumps.
func parse(code []byte, calls calls) (*function, error) {
	f := &function{}
	rest, err := f.parseHead(code)
	if err != nil || f.table == nil {
		return nil, err
	}
	b, depth := 0, 0
	for {
		in, err := instruction(rest)
		if err != nil {
			return nil, err
		}
		rest = rest[len(in):]
		s := step{code: in, depth: depth}
		switch in[0] {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			if depth == 0 {
				f.markResumed(b, calls)
				if b++; b == len(f.blocks) {
					f.tail = rest
					f.shareTraps()
					return f, nil
				}
				continue
			}
			depth--
			s.depth = depth
		case opBr, opBrIf:
			label, n := binary.Uvarint(in[1:])
			if n <= 0 || label > uint64(len(code)) {
				return nil, ErrCode
			}
			// What is open around the basic block: blocks before the later ones, the loop, the unwinding.
			switch around := int(label) - depth; {
			case around < 0:
			case around == len(f.blocks)-1-b && in[0] == opBr:
				if s, err = f.takeJump(b, depth); err != nil {
					return nil, err
				}
				if steps := f.blocks[b]; len(rest) > 0 && rest[0] == opEnd && len(steps) > 0 && steps[len(steps)-1].kind == plain && steps[len(steps)-1].code[0] == opIf {
					f.blocks[b], rest = steps[:len(steps)-1], rest[1:]
					depth--
					s.conditional, s.depth = true, depth
				}
			case around == len(f.blocks)-b && f.unwinds && in[0] == opBrIf:
				s.kind, s.code = unwinding, in[:1]
				switch callee, ok := f.neverBack(b, calls); {
				case ok && calls.traps(callee):
					f.blocks[b] = withoutEnd(f.blocks[b], depth)
					s = step{code: []byte{opUnreachable}, depth: depth}
				case ok:
					s = step{code: []byte{opReturn}, depth: depth} // 1, as the callee did
				}
			default:
				return nil, ErrCode
			}
		case opBrTable:
			return nil, ErrCode
		}
		f.blocks[b] = append(f.blocks[b], s)
	}
}

// takeJump takes what sets PC_B from a block's end and gives the jump.
func (f *function) takeJump(b, depth int) (step, error) {
	steps := f.blocks[b]
	last := len(steps) - 1
	if last < 1 || steps[last].kind != plain || string(steps[last].code) != string(setPC) || steps[last-1].kind != plain || steps[last-1].code[0] != opI32Const {
		return step{}, ErrCode
	}
	pc, err := constant(steps[last-1].code[1:])
	if err != nil {
		return step{}, err
	}
	f.blocks[b] = steps[:last-1]
	return step{kind: jump, depth: depth, target: f.table[min(pc, len(f.table)-1)], pc: pc}, nil
}

// neverBack says that a block ends with a call that never returns, and ends it with that.
func (f *function) neverBack(b int, calls calls) (callee int, ok bool) {
	callee, ok = calleeOf(f.blocks[b])
	if !ok || !calls.never(callee) {
		return 0, false
	}
	f.blocks[b] = f.blocks[b][:len(f.blocks[b])-len(readSP)]
	return callee, true
}

// withoutEnd gives steps that end with a call without it, and without what is only done
// for it: all that is done for sure before a trap comes.
func withoutEnd(steps []step, depth int) []step {
	last := len(steps) - 1
	for last > 0 {
		s := steps[last-1]
		if op := s.code; s.kind != plain || s.depth != depth || op[0] >= opBlock && op[0] <= opCallIndirect {
			break
		}
		last--
	}
	return steps[:last]
}

// shareTraps leads jumps to blocks that are traps to one that stands after all others.
func (f *function) shareTraps() {
	traps := func(b int) bool {
		return b < len(f.blocks) && len(f.blocks[b]) == 1 && f.blocks[b][0].kind == plain && f.blocks[b][0].code[0] == opUnreachable
	}
	for b, steps := range f.blocks {
		for i, s := range steps {
			if s.kind == jump && traps(s.target) {
				steps[i].target = len(f.blocks)
			}
		}
		if falls(steps) && traps(b+1) {
			f.blocks[b] = append(steps, step{kind: jump, target: len(f.blocks)})
		}
	}
}

// calleeOf gives the function that steps end with calling, and reading the stack pointer anew.
func calleeOf(steps []step) (callee int, ok bool) {
	at := len(steps) - len(readSP)
	if at < 1 || steps[at-1].kind != plain || steps[at-1].code[0] != opCall {
		return 0, false
	}
	for i, code := range readSP {
		if steps[at+i].kind != plain || string(steps[at+i].code) != string(code) {
			return 0, false
		}
	}
	index, n := binary.Uvarint(steps[at-1].code[1:])
	return int(index), n > 0
}

// markResumed marks what may be gone on with because of the call at a block's end. Only
// there does the compiler put calls that goroutines are switched in.
func (f *function) markResumed(b int, calls calls) {
	steps := f.blocks[b]
	last := len(steps) - 1
	if last < 0 || steps[last].kind != unwinding || steps[last].depth != 0 {
		return
	}
	if callee, ok := calleeOf(steps[:last]); ok {
		// After a recovered panic a function goes on with its call of deferreturn.
		f.recovered[b] = f.recovered[b] || calls.defers(callee)
	}
	if b+1 < len(f.blocks) {
		f.resumed[b+1] = true
	}
}

// parseHead reads up to the first basic block. Without jumps there is no table, or no loop.
func (f *function) parseHead(code []byte) (rest []byte, err error) {
	count, n := binary.Uvarint(code)
	if n <= 0 {
		return nil, ErrCode
	}
	rest = code[n:]
	for range count { // locals: how many, and their type
		_, n := binary.Uvarint(rest)
		if n <= 0 || n >= len(rest) {
			return nil, ErrCode
		}
		rest = rest[n+1:]
	}
	in, err := instruction(rest)
	next := func() {
		if err == nil {
			rest = rest[len(in):]
			in, err = instruction(rest)
		}
	}
	ours := true // with the stack pointer in local 1, as in all that Go's compiler wrote
	for _, code := range readSP {
		if ours = ours && string(in) == string(code); ours {
			next()
		}
	}
	f.head = code[:len(code)-len(rest)]
	if err == nil && in[0] == opBlock && len(rest) > 2 && rest[2] == opLoop {
		f.unwinds = true
		next()
	}
	if err != nil || in[0] != opLoop {
		return nil, err
	}
	blocks := 0
	for next(); err == nil && in[0] == opBlock; next() {
		blocks++
	}
	if err != nil || blocks == 0 || string(in) != string(getPC) {
		return nil, err
	}
	if next(); err != nil || in[0] != opBrTable {
		return nil, err
	}
	table, err := labels(in, blocks)
	if next(); err != nil || in[0] != opEnd || !ours {
		return nil, ErrCode
	}
	f.table, f.blocks, f.resumed, f.recovered = table, make([][]step, blocks), make([]bool, blocks), make([]bool, blocks)
	f.resumed[0] = true
	return rest[1:], nil
}

// labels are those of a br_table, each less than limit.
func labels(in []byte, limit int) ([]int, error) {
	count, n := binary.Uvarint(in[1:])
	in = in[1+n:]
	table := make([]int, count+1)
	for i := range table {
		label, n := binary.Uvarint(in)
		if n <= 0 || label >= uint64(limit) {
			return nil, ErrCode
		}
		table[i], in = int(label), in[n:]
	}
	return table, nil
}

// constant reads a number of at most 32 bits that is not negative.
func constant(b []byte) (int, error) {
	value := 0
	for i, c := range b[:min(len(b), 5)] {
		value |= int(c&0x7f) << (7 * i)
		if c&0x80 == 0 {
			if c&0x40 != 0 {
				break
			}
			return value, nil
		}
	}
	return 0, ErrCode
}

// appendConstant writes i32.const.
func appendConstant(code []byte, v int) []byte {
	code = append(code, opI32Const)
	for ; v > 0x3f; v >>= 7 {
		code = append(code, byte(v&0x7f|0x80))
	}
	return append(code, byte(v))
}
