package flow

import (
	"encoding/binary"
	"slices"
)

// label is what a branch leads to.
type label struct {
	kind  place
	block int // of before and again
}

type place byte

const (
	before place = iota // a basic block, at the end of a block that ends before it
	again               // the beginning of a loop
	anew                // the entry
	unwind              // where the function returns 1
	trap                // where it stops, as PC_B is none that leads anywhere
)

// writer writes a function. It does so twice, as only then it knows which labels a
// branch leads to, and what has to be a block or a loop.
type writer struct {
	f        *function
	g        *graph
	children [][]int // the blocks that a node is the nearest dominator of, in order
	used     map[label]bool
	second   bool
	open     []label
	code     []byte
	err      error
}

func (f *function) write() ([]byte, error) {
	g := newGraph(f)
	if last := len(f.blocks) - 1; g.resumed[last] && g.around(last) != none {
		return nil, ErrCode // all other program counters lead there, and a loop's table has but some
	}
	w := &writer{f: f, g: g, children: make([][]int, len(g.successors)), used: map[label]bool{}}
	for _, b := range g.order[1:] {
		w.children[g.dominators[b]] = append(w.children[g.dominators[b]], b)
	}
	w.function()
	w.code, w.second = nil, true
	w.function()
	return w.code, w.err
}

func (w *writer) function() {
	w.code = append(w.code, w.f.head...)
	if w.f.unwinds {
		w.begin(label{kind: unwind})
	}
	w.begin(label{kind: anew})
	w.begin(label{kind: trap})
	w.node(w.g.entry, none)
	if w.end(label{kind: trap}) {
		w.code = append(w.code, opUnreachable)
	}
	w.end(label{kind: anew})
	w.code = append(w.code, w.f.tail...) // ends the block for unwinding
	w.open = nil
}

// begin opens what a label needs, if a branch leads to it.
func (w *writer) begin(l label) {
	if w.second && !w.used[l] && l.kind != unwind {
		return
	}
	op := byte(opBlock)
	if l.kind == again || l.kind == anew {
		op = opLoop
	}
	w.code = append(w.code, op, emptyType)
	w.open = append(w.open, l)
}

// end closes what begin opened, if it did.
func (w *writer) end(l label) bool {
	last := len(w.open) - 1
	if last < 0 || w.open[last] != l {
		return false
	}
	w.open = w.open[:last]
	w.code = append(w.code, opEnd)
	return true
}

// label writes the number of a label inside depth blocks of a basic block.
func (w *writer) label(l label, depth int) {
	for i, o := range slices.Backward(w.open) {
		if o == l {
			w.used[l] = true
			w.code = binary.AppendUvarint(w.code, uint64(len(w.open)-1-i+depth))
			return
		}
	}
	w.err = ErrCode
}

// node writes a block and the blocks that it dominates. What follows comes after them.
func (w *writer) node(b, follows int) {
	children := w.children[b]
	after := func(i int) int {
		if i < len(children) {
			return children[i]
		}
		return follows
	}
	if w.g.header[b] {
		w.begin(label{again, b})
	}
	for _, c := range slices.Backward(children) {
		w.begin(label{before, c})
	}
	switch {
	case b == w.g.entry:
		w.dispatchAll()
	case w.g.dispatches[b]:
		w.dispatch(b)
		fallthrough
	default:
		w.block(b, after(0))
	}
	for i, c := range children {
		w.end(label{before, c})
		w.node(c, after(i+1))
	}
	if w.g.header[b] {
		w.end(label{again, b})
	}
}

// dispatchAll goes from the entry where PC_B says.
func (w *writer) dispatchAll() {
	if len(w.g.successors[w.g.entry]) == 1 {
		return // on to the first block
	}
	w.code = append(w.code, getPC...)
	w.table(w.g.entry, 0, len(w.f.table)-1)
}

// dispatch goes from the beginning of a loop where PC_B says. It is 0 for the loop's first
// block, as all that goes there sets it so, but for a dispatch.
func (w *writer) dispatch(b int) {
	low, high := none, none
	for pc := range w.f.table {
		if l := w.leads(b, pc); l.kind == before && l.block != b {
			if low == none {
				low = pc
			}
			high = pc
		}
	}
	if low == none {
		w.err = ErrCode
		return
	}
	self := label{before, b}
	w.begin(self)
	w.code = append(append(w.code, getPC...), opI32Eqz, opBrIf)
	w.label(self, 0)
	w.code = append(appendConstant(append(w.code, getPC...), low), opI32Sub)
	w.table(b, low, high+1)
	w.end(self)
}

// table writes a br_table for the program counters from low on, high for all others.
func (w *writer) table(b, low, high int) {
	w.code = append(w.code, opBrTable)
	w.code = binary.AppendUvarint(w.code, uint64(high-low))
	for pc := low; pc < high; pc++ {
		w.label(w.leads(b, pc), 0)
	}
	if b == w.g.entry {
		w.label(w.leads(b, high), 0)
	} else {
		w.label(label{before, b}, 0)
	}
}

// leads says where a program counter leads from a node that dispatches.
func (w *writer) leads(from, pc int) label {
	b := w.f.table[pc]
	if w.g.place[b] < 0 || !w.g.resumed[b] {
		return label{kind: trap}
	}
	for h := w.g.around(b); b != from; b, h = h, w.g.outer[h] {
		if h == from || h == none && from == w.g.entry {
			break
		}
		if h == none {
			return label{kind: trap}
		}
	}
	return label{before, b}
}

// block writes a basic block.
func (w *writer) block(b, follows int) {
	steps := folded(w.f.blocks[b])
	if falls(steps) {
		steps = append(steps, step{kind: jump, target: b + 1, pc: slices.Index(w.f.table, b+1)})
	}
	steps = w.turned(b, steps, follows)
	for i, s := range steps {
		switch {
		case s.kind == plain:
			w.code = append(w.code, s.code...)
		case s.kind == unwinding:
			w.code = append(w.code, s.code...)
			w.label(label{kind: unwind}, s.depth)
		case s.target == len(w.f.blocks):
			w.code = append(w.code, opUnreachable) // as the function's tail begins
		case w.g.astray(b, s.target):
			w.goAnew(s)
		default:
			w.jump(b, s, i == len(steps)-1 && s.target == follows)
		}
	}
}

// turned gives a basic block's steps with its last condition turned around, if that saves a branch.
func (w *writer) turned(b int, steps []step, follows int) []step {
	n := len(steps)
	if n < 2 {
		return steps
	}
	first, last := steps[n-2], steps[n-1]
	simple := func(s step) bool {
		return s.kind == jump && s.depth == 0 && s.target < len(w.f.blocks) && !w.g.dispatches[s.target] && !w.g.astray(b, s.target)
	}
	if !simple(first) || !simple(last) || !first.conditional || first.target != follows || last.target == follows || w.g.back(b, first.target) {
		return steps
	}
	last.conditional = true
	steps = slices.Clip(steps[:n-2])
	if n > 2 && steps[n-3].kind == plain && steps[n-3].code[0] == opI32Eqz {
		return append(steps[:n-3:n-3], last)
	}
	return append(steps, step{code: []byte{opI32Eqz}}, last)
}

// jump goes on to another block, or a loop's beginning.
func (w *writer) jump(b int, s step, follows bool) {
	if w.g.dispatches[s.target] {
		w.code = append(append(w.code, opI32Const, 0), setPC...)
	}
	l := label{before, s.target}
	if w.g.back(b, s.target) {
		l.kind = again
	} else if follows {
		return
	}
	if s.conditional {
		w.code = append(w.code, opBrIf)
	} else {
		w.code = append(w.code, opBr)
	}
	w.label(l, s.depth)
}

// goAnew goes on from the entry.
func (w *writer) goAnew(s step) {
	if s.pc < 0 {
		w.err = ErrCode
		return
	}
	depth := s.depth
	if s.conditional {
		w.code = append(w.code, opIf, emptyType)
		depth++
	}
	w.code = append(append(appendConstant(w.code, s.pc), setPC...), opBr)
	w.label(label{kind: anew}, depth)
	if s.conditional {
		w.code = append(w.code, opEnd)
	}
}
