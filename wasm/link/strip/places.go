package strip

import "encoding/binary"

// run is a value from a program counter of a function to before another.
type run struct{ value, end int }

// runs reads a table of values by program counter, which largest has read before.
func runs(b []byte) []run {
	var all []run
	value, pc := -1, 0
	for len(b) > 1 {
		delta, n := binary.Uvarint(b)
		length, m := binary.Uvarint(b[n:])
		value += int(int32(-(uint32(delta) & 1) ^ (uint32(delta) >> 1)))
		pc += int(length)
		all = append(all, run{value, pc})
		b = b[n+m:]
	}
	return all
}

// renumbered gives a table for new places: at each the value that the old one had at the
// place of its old number, or so much before both.
func renumbered(table []byte, places []int, before int) []byte {
	old := runs(table)
	at := func(pc int) int {
		for _, r := range old {
			if pc < r.end {
				return r.value
			}
		}
		return old[len(old)-1].value
	}
	var out []byte
	value, begun := -1, 0
	put := func(to, end int) {
		out = binary.AppendUvarint(out, uint64(uint32(to-value)<<1)^uint64(uint32((to-value)>>31)))
		out = binary.AppendUvarint(out, uint64(end-begun))
		value, begun = to, end
	}
	current := at(max(places[min(before, len(places)-1)]-before, 0))
	last := len(places) - 1
	for i := 1; i <= last-before; i++ {
		if v := at(max(places[i+before]-before, 0)); v != current {
			put(current, i)
			current = v
		}
	}
	put(current, max(last+1, begun+1))
	return append(out, 0)
}
