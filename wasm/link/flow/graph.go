package flow

import "slices"

// graph is the control flow of a function. Node i is basic block i. One more node, the
// entry, is the function's beginning, from where PC_B leads to the blocks that may be
// gone on with.
type graph struct {
	entry      int
	successors [][]int
	order      []int  // the nodes that are reached, each before those it leads to but for ways back
	place      []int  // of a node in order; -1 if it is not reached
	dominators []int  // the nearest other node that every way from the entry to this one passes
	header     []bool // a loop begins here
	loop       []int  // the header of the innermost loop that a block is in, or none
	outer      []int  // the header of the loop around a header's own, or none
	resumed    []bool // PC_B may lead here
	dispatches []bool // here PC_B is looked at: at the entry, and in loops with blocks that it may lead to
}

const none = -1

// newGraph gives the graph with the ways to the blocks that PC_B may lead to.
func newGraph(f *function) *graph {
	g := withoutResumptions(f)
	g.dispatches[g.entry] = true
	for b := range f.blocks {
		if !g.resumed[b] || g.place[b] < 0 {
			continue
		}
		to := b
		for h := g.around(b); h != none; to, h = h, g.outer[h] {
			g.dispatches[h] = true
			g.lead(h, to)
		}
		g.lead(g.entry, to)
	}
	g.dominate()
	return g
}

// withoutResumptions gives the graph as if nothing were gone on with but what recovered
// panics alone lead to. In it loops are found, as resumptions lead into them.
func withoutResumptions(f *function) *graph {
	n := len(f.blocks)
	g := &graph{entry: n, successors: make([][]int, n+1), dispatches: make([]bool, n+1)}
	g.resumed = append(slices.Clone(f.resumed), false)
	for b, recovered := range f.recovered {
		g.resumed[b] = g.resumed[b] || recovered
	}
	for b, steps := range f.blocks {
		for _, s := range steps {
			if s.kind == jump && s.target < n {
				g.lead(b, s.target)
			}
		}
		if b+1 < n && falls(steps) {
			g.lead(b, b+1)
		}
	}
	g.lead(g.entry, 0)
	g.sort()
	for b := range n {
		if g.place[b] < 0 && f.recovered[b] {
			g.lead(g.entry, b)
			g.sort()
		}
	}
	g.dominate()
	// A way back to what does not dominate it makes no loop: it sets PC_B and goes to the entry.
	for b := range n {
		g.successors[b] = slices.DeleteFunc(g.successors[b], func(s int) bool {
			astray := g.back(b, s) && !g.dominates(s, b)
			g.resumed[s] = g.resumed[s] || astray
			return astray
		})
	}
	g.findLoops()
	return g
}

// falls says whether a basic block goes on to the next.
func falls(steps []step) bool {
	if len(steps) == 0 {
		return true
	}
	last := steps[len(steps)-1]
	switch {
	case last.depth != 0 || last.conditional || last.kind == unwinding:
		return true
	case last.kind == jump:
		return false
	}
	return last.code[0] != opReturn && last.code[0] != opUnreachable
}

// lead adds a successor, in the blocks' order.
func (g *graph) lead(from, to int) {
	if i, found := slices.BinarySearch(g.successors[from], to); !found {
		g.successors[from] = slices.Insert(g.successors[from], i, to)
	}
}

// back says that a way leads against the order.
func (g *graph) back(from, to int) bool {
	return g.place[from] >= 0 && g.place[to] <= g.place[from]
}

// astray says that a way back leads to no loop that it is in.
func (g *graph) astray(from, to int) bool { return g.back(from, to) && !g.dominates(to, from) }

// around is the header of the innermost loop that a block is in and does not begin.
func (g *graph) around(b int) int {
	if g.header[b] {
		return g.outer[b]
	}
	return g.loop[b]
}

// sort finds the order: the reverse of that in which a depth-first search leaves the nodes.
func (g *graph) sort() {
	g.place = slices.Repeat([]int{none}, len(g.successors))
	g.order = g.order[:0]
	type visit struct{ node, left int }
	stack := []visit{{g.entry, len(g.successors[g.entry])}}
	g.place[g.entry] = 0
	for len(stack) > 0 {
		v := &stack[len(stack)-1]
		if v.left == 0 {
			g.order = append(g.order, v.node)
			stack = stack[:len(stack)-1]
			continue
		}
		v.left--
		if s := g.successors[v.node][v.left]; g.place[s] < 0 {
			g.place[s] = 0
			stack = append(stack, visit{s, len(g.successors[s])})
		}
	}
	slices.Reverse(g.order)
	for i, b := range g.order {
		g.place[b] = i
	}
}

// predecessors are those of all nodes that are reached.
func (g *graph) predecessors() [][]int {
	all := make([][]int, len(g.successors))
	for _, b := range g.order {
		for _, s := range g.successors[b] {
			all[s] = append(all[s], b)
		}
	}
	return all
}

// dominate finds the dominators (Cooper, Harvey and Kennedy, A Simple, Fast Dominance
// Algorithm, 2001).
func (g *graph) dominate() {
	predecessors := g.predecessors()
	g.dominators = slices.Repeat([]int{none}, len(g.successors))
	g.dominators[g.entry] = g.entry
	for changed := true; changed; {
		changed = false
		for _, b := range g.order[1:] {
			d := none
			for _, p := range predecessors[b] {
				switch {
				case g.dominators[p] == none: // not yet known
				case d == none:
					d = p
				default:
					d = g.common(p, d)
				}
			}
			if g.dominators[b] != d {
				g.dominators[b], changed = d, true
			}
		}
	}
}

// common is the nearest node that dominates both.
func (g *graph) common(a, b int) int {
	for a != b {
		if g.place[a] > g.place[b] {
			a = g.dominators[a]
		} else {
			b = g.dominators[b]
		}
	}
	return a
}

func (g *graph) dominates(a, b int) bool {
	for g.place[b] > g.place[a] {
		b = g.dominators[b]
	}
	return a == b
}

// findLoops finds the natural loops, inner ones first.
func (g *graph) findLoops() {
	g.header = make([]bool, len(g.successors))
	g.loop = slices.Repeat([]int{none}, len(g.successors))
	g.outer = slices.Clone(g.loop)
	// outermost is the header of the outermost loop found so far around a block, or the block.
	outermost := func(b int) int {
		if g.loop[b] != none {
			b = g.loop[b]
		}
		for g.outer[b] != none {
			b = g.outer[b]
		}
		return b
	}
	predecessors := g.predecessors()
	for _, h := range slices.Backward(g.order) {
		work := slices.DeleteFunc(slices.Clone(predecessors[h]), func(p int) bool { return !g.back(p, h) })
		if len(work) == 0 {
			continue
		}
		g.header[h], g.loop[h] = true, h
		for len(work) > 0 {
			b := outermost(work[len(work)-1])
			work = work[:len(work)-1]
			if b == h {
				continue
			}
			if g.header[b] {
				g.outer[b] = h
			} else {
				g.loop[b] = h
			}
			work = append(work, predecessors[b]...)
		}
	}
}
