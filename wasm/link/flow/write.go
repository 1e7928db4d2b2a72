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
	trap                // what is never reached
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

func (f *function) write(renumbered bool) (code []byte, places []int, err error) {
	g := newGraph(f)
	if renumbered {
		places = f.renumber(g)
	}
	w := &writer{f: f, g: g, children: make([][]int, len(g.successors)), used: map[label]bool{}}
	for _, b := range g.order[1:] {
		w.children[g.dominators[b]] = append(w.children[g.dominators[b]], b)
	}
	w.function()
	w.code, w.second = nil, true
	w.function()
	return w.code, places, w.err
}

func (w *writer) function() {
	w.code = append(w.code, w.f.head...)
	if w.f.unwinds {
		w.begin(label{kind: unwind})
	}
	w.begin(label{kind: trap})
	w.begin(label{kind: anew})
	w.node(w.g.entry, none)
	w.end(label{kind: anew})
	w.end(label{kind: trap})
	w.code = append(w.code, w.f.tail...) // begins with a trap, ends the block for unwinding
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
		w.dispatch(b)
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

// dispatch goes from the entry, or from the beginning of a loop, where PC_B says.
func (w *writer) dispatch(b int) {
	first := 0 // the block that 0 leads to, as all that goes there sets it so, but for a dispatch
	if b != w.g.entry {
		first = b
	}
	runs := []run{{0, label{before, first}}}
	for pc := range w.f.table {
		if l, ok := w.leads(b, pc); ok && l != runs[len(runs)-1].to {
			runs = append(runs, run{pc, l})
		}
	}
	if len(runs) == 1 {
		return // on to that block
	}
	if b != w.g.entry {
		w.begin(runs[0].to)
	}
	last := len(runs) - 1
	if low, high := runs[1].low, runs[last].low; (high-low)*perEntry < last*perRun {
		w.below(low, runs[0].to)
		w.code = append(appendConstant(append(w.code, getPC...), low), opI32Sub)
		w.table(runs[1:])
	} else {
		for i, r := range runs[:last] {
			w.below(runs[i+1].low, r.to)
		}
		w.code = append(w.code, opBr)
		w.label(runs[last].to, 0)
	}
	if b != w.g.entry {
		w.end(runs[0].to)
	}
}

// below goes to a label if PC_B is less than a program counter.
func (w *writer) below(pc int, l label) {
	w.code = append(appendConstant(append(w.code, getPC...), pc), opI32LtU, opBrIf)
	w.label(l, 0)
}

// A run is the program counters from low on, as far as the next run, that lead to a
// block. Others between lead nowhere, so they may be in any.
type run struct {
	low int
	to  label
}

// What a br_table has for a program counter, and a comparison for a run, in bytes.
const perEntry, perRun = 2, 8

// table writes a br_table for runs, from the first one's program counter on.
func (w *writer) table(runs []run) {
	last := len(runs) - 1
	w.code = append(w.code, opBrTable)
	w.code = binary.AppendUvarint(w.code, uint64(runs[last].low-runs[0].low))
	for i, r := range runs[:last] {
		for range runs[i+1].low - r.low {
			w.label(r.to, 0)
		}
	}
	w.label(runs[last].to, 0)
}

// leads says where a program counter leads from a node that dispatches, if anywhere.
func (w *writer) leads(from, pc int) (l label, ok bool) {
	b := w.f.table[pc]
	if w.g.place[b] < 0 || !w.g.resumed[b] {
		return label{}, false
	}
	for h := w.g.around(b); b != from; b, h = h, w.g.outer[h] {
		if h == from || h == none && from == w.g.entry {
			break
		}
		if h == none {
			return label{}, false
		}
	}
	return label{before, b}, true
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
		case s.target == len(w.f.blocks) && s.conditional:
			w.code = append(w.code, opBrIf)
			w.label(label{kind: trap}, s.depth)
		case s.target == len(w.f.blocks):
			w.code = append(w.code, opUnreachable) // as the function's tail begins
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
		return s.kind == jump && s.depth == 0 && (s.target == len(w.f.blocks) || !w.g.dispatches[s.target] && !w.g.astray(b, s.target))
	}
	if !simple(first) || !simple(last) || !first.conditional || first.target != follows || last.target == follows || first.target == len(w.f.blocks) || w.g.back(b, first.target) {
		return steps
	}
	last.conditional = true
	steps = slices.Clip(steps[:n-2])
	if n > 2 && steps[n-3].kind == plain && steps[n-3].code[0] == opI32Eqz {
		return append(steps[:n-3:n-3], last)
	}
	return append(steps, step{code: []byte{opI32Eqz}}, last)
}

// jump goes on to another block, a loop's beginning, or anew from the entry.
func (w *writer) jump(b int, s step, follows bool) {
	l, pc := label{before, s.target}, none
	switch {
	case w.g.astray(b, s.target):
		if l, pc, follows = (label{kind: anew}), s.pc, false; pc < 0 {
			w.err = ErrCode
			return
		}
	case w.g.back(b, s.target):
		l.kind, follows = again, false
	}
	if l.kind != anew && w.g.dispatches[s.target] {
		pc = 0
	}
	depth := s.depth
	jump := byte(opBr)
	switch {
	case s.conditional && l.kind != anew:
		jump = opBrIf
	case s.conditional: // only then PC_B says where to go on
		w.code = append(w.code, opIf, emptyType)
		depth++
	}
	if pc != none {
		w.code = append(appendConstant(w.code, pc), setPC...)
	}
	if !follows || s.conditional {
		w.code = append(w.code, jump)
		w.label(l, depth)
	}
	if depth > s.depth {
		w.code = append(w.code, opEnd)
	}
}
