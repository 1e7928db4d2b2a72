package flow

import (
	"encoding/binary"
	"slices"

	"keypoints/demo/strip"
)

// limits say what is parted, in bytes of code as Go's compiler writes it.
type limits struct {
	function int // one is parted from this size on
	part     int // a part has at least this size
}

// usual limits were measured on the engine. From 2,500 bytes on, its functions give 600
// parts, 750 KB after brotli and no faster first page than from 6,000: 720 KB.
var usual = limits{function: 6000, part: 500}

const (
	maxParameters = 5
	maxExits      = 6
)

// firstExit is what a part returns to go on at its first exit. 0 and 1 the function returns too.
const firstExit = 2

// parter takes parts out of a function: a block with all that it dominates.
type parter struct {
	f       *function
	g       *graph // without resumptions
	types   []byte // of each local
	live    []set  // the locals whose values a block needs from before it
	size    []int  // of a block and all that it dominates, parts not counted
	members [][]int
	add     strip.Add
}

// set is a set of numbers.
type set map[uint64]bool

// part takes the parts out of a large function, inner ones first. What it takes out it
// gives to add, which says what index the new function is called by. Its parameters are
// PC_B and as many of 64 bits as add is told.
//
// The idea: browsers count what ran in bytes of code, at a return where in the function it
// stands, at a loop's turn how long the loop is, and optimize what passes a limit. A
// switch of fifty cases passes it soon whichever of them run, and takes longest to
// optimize. A part is counted for itself. To Go's runtime a function and its parts are
// one: they share a frame, and PC_B leads into parts too.
func (f *function) part(limits limits, add strip.Add) error {
	total := 0
	for b := range f.blocks {
		total += f.sizeOf(b)
	}
	if total < limits.function {
		return nil
	}
	p := &parter{f: f, g: withoutResumptions(f), types: f.localTypes(), add: add}
	n := len(f.blocks)
	p.size, p.members = make([]int, n), make([][]int, n)
	p.findLive()
	for _, b := range slices.Backward(p.g.order) {
		if b == p.g.entry {
			continue
		}
		p.size[b] += f.sizeOf(b)
		p.members[b] = append(p.members[b], b)
		d := p.g.dominators[b]
		if p.size[b] >= limits.part && b != 0 {
			if taken, err := p.take(b); err != nil {
				return err
			} else if taken {
				p.size[b], p.members[b] = f.sizeOf(b), []int{b}
			}
		}
		if d != p.g.entry {
			p.size[d] += p.size[b]
			p.members[d] = append(p.members[d], p.members[b]...)
		}
	}
	return nil
}

func (f *function) sizeOf(b int) (size int) {
	for _, s := range f.blocks[b] {
		size += max(len(s.code), 2)
	}
	return size
}

// localTypes are the types of a function's locals, PC_B first.
func (f *function) localTypes() []byte {
	types := []byte{typeI32}
	count, n := binary.Uvarint(f.head)
	rest := f.head[n:]
	for range count {
		same, n := binary.Uvarint(rest)
		if same > 100 {
			return nil
		}
		types = append(types, slices.Repeat(rest[n:n+1], int(same))...)
		rest = rest[n+1:]
	}
	return types
}

// typeOf is the type of a local, 0 where there is none.
func (p *parter) typeOf(local uint64) byte {
	if local >= uint64(len(p.types)) {
		return 0
	}
	return p.types[local]
}

const (
	typeI32 = 0x7f
	typeI64 = 0x7e
)

// local is the local that an instruction reads or writes.
func local(code []byte) (index uint64, reads, writes bool) {
	if code[0] < opLocalGet || code[0] > opLocalTee {
		return 0, false, false
	}
	index, _ = binary.Uvarint(code[1:])
	return index, code[0] == opLocalGet, code[0] != opLocalGet
}

// registers leaves out PC_B and the stack pointer.
const registers = 2

func (p *parter) findLive() {
	p.live = make([]set, len(p.f.blocks))
	for b := range p.live {
		p.live[b] = set{}
	}
	for changed := true; changed; {
		changed = false
		for _, b := range slices.Backward(p.g.order) {
			if b == p.g.entry {
				continue
			}
			now := p.liveAt(b)
			if len(now) != len(p.live[b]) {
				p.live[b], changed = now, true
			}
		}
	}
}

// liveAt are the locals whose values a block needs, with what is known of those after it.
func (p *parter) liveAt(b int) set {
	live := set{}
	from := func(b int) {
		if b < len(p.live) {
			for l := range p.live[b] {
				live[l] = true
			}
		}
	}
	steps := p.f.blocks[b]
	if falls(steps) {
		from(b + 1)
	}
	for _, s := range slices.Backward(steps) {
		if s.kind == jump {
			from(s.target)
		}
		if s.kind != plain {
			continue
		}
		switch index, reads, writes := local(s.code); {
		case index < registers:
		case reads:
			live[index] = true
		case writes && s.depth == 0:
			delete(live, index)
		}
	}
	return live
}

// take makes a part of a block and what it dominates, unless it cannot be one.
func (p *parter) take(head int) (bool, error) {
	members := slices.Clone(p.members[head])
	slices.Sort(members)
	at := slices.Index(members, head)
	copy(members[1:at+1], members[:at])
	members[0] = head
	place := map[int]int{} // of a member, and of an exit, in the part
	for i, b := range members {
		place[b] = i
		if p.g.resumed[b] != p.f.resumed[b] {
			return false, nil // a way that makes no loop leads there
		}
	}
	place[len(p.f.blocks)] = none
	writes := set{}
	part := &function{unwinds: p.f.unwinds, head: p.f.head, tail: p.f.tail, isPart: true, takesPC: make([]bool, len(members)+maxExits)}
	resumed := false
	var exits []step
	for _, b := range members {
		steps := slices.Clone(p.f.blocks[b])
		if falls(steps) {
			steps = append(steps, step{kind: jump, target: b + 1, pc: slices.Index(p.f.table, b+1)})
		}
		for i, s := range steps {
			if s.kind == plain {
				if index, _, written := local(s.code); written && index >= registers {
					writes[index] = true
				}
			}
			if s.kind != jump {
				continue
			}
			if _, found := place[s.target]; !found {
				place[s.target] = len(members) + len(exits)
				exits = append(exits, step{kind: jump, target: s.target, pc: s.pc})
			}
			steps[i].target = place[s.target]
		}
		part.blocks = append(part.blocks, steps)
		part.resumed = append(part.resumed, p.f.resumed[b])
		part.takesPC[len(part.blocks)-1] = p.f.takesPC[b]
		resumed = resumed || p.f.resumed[b]
	}
	if len(exits) > maxExits {
		return false, nil
	}
	for i, e := range exits {
		for l := range p.live[e.target] {
			if writes[l] {
				return false, nil
			}
		}
		part.blocks = append(part.blocks, []step{{code: appendConstant(nil, firstExit+i)}, {code: []byte{opReturn}}})
		part.resumed = append(part.resumed, false)
	}
	for _, steps := range part.blocks {
		for i := range steps {
			if steps[i].kind == jump && steps[i].target == none {
				steps[i].target = len(part.blocks)
			}
		}
	}
	var parameters []uint64
	for l := range p.live[head] {
		if p.typeOf(l) != typeI64 || len(parameters) == maxParameters {
			return false, nil
		}
		parameters = append(parameters, l)
	}
	slices.Sort(parameters)
	part.table = slices.Repeat([]int{none}, len(p.f.table))
	for pc, b := range p.f.table {
		if i, found := place[b]; found && i < len(members) {
			part.table[pc] = i
		}
	}
	part.resumed[0] = true
	code, err := part.write()
	if err != nil {
		return false, err
	}
	if code, err = p.relocated(part, code, parameters); err != nil {
		return false, err
	}
	index := p.add(len(parameters), code)

	for pc, b := range p.f.table {
		if i, found := place[b]; found && i < len(members) {
			p.f.table[pc] = head
		}
	}
	for _, b := range members {
		p.f.blocks[b], p.f.resumed[b], p.g.resumed[b] = nil, false, false
	}
	p.f.blocks[head] = callOf(index, parameters, exits, resumed)
	p.f.resumed[head], p.g.resumed[head], p.f.takesPC[head] = resumed, resumed, resumed
	return true, nil
}

// callOf calls a part, and goes on where that says.
func callOf(index int, parameters []uint64, exits []step, resumed bool) []step {
	var steps []step
	does := func(code ...byte) { steps = append(steps, step{code: code}) }
	if resumed {
		does(getPC...)
	} else {
		does(opI32Const, 0)
	}
	for _, l := range parameters {
		does(binary.AppendUvarint([]byte{opLocalGet}, l)...)
	}
	does(binary.AppendUvarint([]byte{opCall}, uint64(index))...)
	if len(exits) == 0 {
		does(opReturn)
		return steps
	}
	does(setPC...)
	for _, code := range readSP {
		does(code...)
	}
	for i, e := range exits {
		does(getPC...)
		does(appendConstant(nil, firstExit+i)...)
		does(opI32Eq)
		e.conditional = true
		steps = append(steps, e)
	}
	does(getPC...)
	does(opReturn)
	return steps
}

// relocated gives a part's code with its own locals: PC_B, the parameters, the stack
// pointer, and those that it uses.
func (p *parter) relocated(part *function, code []byte, parameters []uint64) ([]byte, error) {
	rest := code[len(part.head):]
	numbers := map[uint64]uint64{0: 0}
	for _, l := range parameters {
		numbers[l] = uint64(len(numbers))
	}
	numbers[1] = uint64(len(numbers))
	var used []uint64
	body := []byte{opGlobalGet, 0, opLocalSet, byte(numbers[1])}
	for at := rest; len(at) > 0; {
		in, err := instruction(at)
		if err != nil {
			return nil, err
		}
		at = at[len(in):]
		if index, reads, writes := local(in); reads || writes {
			if _, known := numbers[index]; !known {
				numbers[index] = 0
				used = append(used, index)
			}
		}
	}
	slices.Sort(used)
	head := []byte{1, typeI32}
	count := uint64(1)
	for i, l := range used {
		if p.typeOf(l) == 0 {
			return nil, ErrCode
		}
		numbers[l] = uint64(len(parameters) + 2 + i)
		if i == 0 || p.typeOf(l) != p.typeOf(used[i-1]) {
			head = append(head, 0, p.typeOf(l))
			count++
		}
		head[len(head)-2]++
	}
	for at := rest; len(at) > 0; {
		in, _ := instruction(at)
		at = at[len(in):]
		if index, reads, writes := local(in); reads || writes {
			body = binary.AppendUvarint(append(body, in[0]), numbers[index])
			continue
		}
		body = append(body, in...)
	}
	return slices.Concat(binary.AppendUvarint(nil, count), head, body), nil
}
