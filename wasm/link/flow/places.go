package flow

import "slices"

// renumber numbers the places that a function is gone on with from one on, in their order,
// and gives the old number of each. The compiler numbers all jumps' targets too. Small
// numbers that follow each other are a byte in each call and in each table, and most
// functions have the same.
func (f *function) renumber(g *graph) (places []int) {
	used := f.usedPlaces(g)
	if len(used) == 0 || used[0] != 1 {
		// What holds at the beginning is looked up one before place 1; it has to be the same.
		used = slices.Insert(used, 0, 0)
	}
	places = append([]int{0}, used...)
	number := map[int]int{}
	var table []int
	for i, pc := range places {
		if _, ok := number[pc]; !ok {
			number[pc] = i
		}
		table = append(table, f.block(pc))
	}
	for b, steps := range f.blocks {
		for i := range steps {
			if pc, ok := f.returns(steps[i:]); ok {
				steps[i].code = appendLong(nil, f.number<<placeBits|number[pc])
			}
			if steps[i].kind == jump {
				steps[i].pc = slices.Index(table, steps[i].target)
			}
		}
		f.blocks[b] = steps
	}
	f.table = table
	return places
}

// usedPlaces are the program counters that lead to blocks which are gone on with: those that
// calls return to, and one for each other such block.
func (f *function) usedPlaces(g *graph) []int {
	led := make([]bool, len(f.blocks))
	var used []int
	for b, steps := range f.blocks {
		if g.place[b] < 0 {
			continue
		}
		for i := range steps {
			if pc, ok := f.returns(steps[i:]); ok {
				used = append(used, pc)
				led[f.block(pc)] = true
			}
		}
	}
	for pc, b := range f.table {
		switch {
		case f.recovered[b]:
			used = append(used, pc, pc+1) // what holds in the call is looked up one before
		case b > 0 && g.resumed[b] && g.place[b] >= 0 && !led[b]:
			used = append(used, pc)
			led[b] = true
		}
	}
	slices.Sort(used)
	used = slices.Compact(used)
	return slices.DeleteFunc(used, func(pc int) bool { return pc == 0 })
}

// block is the basic block that a program counter leads to.
func (f *function) block(pc int) int { return f.table[min(pc, len(f.table)-1)] }

// returns is returnPlace for steps.
func (f *function) returns(steps []step) (place int, ok bool) {
	if len(steps) < 2 || steps[0].kind != plain || steps[1].kind != plain {
		return 0, false
	}
	return returnPlace([][]byte{steps[0].code, steps[1].code}, f.number)
}
