package reach

import (
	"bytes"
	"encoding/binary"

	"keypoints/wasm/link/flow"
	"keypoints/wasm/link/strip"
)

// passed is a string that code passes to a function: its address and its size.
type passed struct{ address, size int }

// longest is the size of the longest string that is looked for; messages are shorter.
const longest = 300

// between are the instructions between storing a string's address in a place on the stack and
// its size in the next, of which nil is a constant: the address of that place.
var between = [][]byte{{0x20, 1}, {0xad}, nil, {0x7c}, {0xa7}}

// strings finds the strings that the functions of a module pass on the stack, as the compiler
// writes that.
func (m image) strings(functions []strip.Function) (map[passed]bool, error) {
	all := map[passed]bool{}
	for _, f := range functions {
		last := make([][]byte, len(between)+4) // instructions
		err := flow.Instructions(f.Body, func(code []byte) {
			const int64Const, store = 0x42, 0x37
			last = append(last[1:], code)
			address, size, end := last[0], last[len(last)-2], last[len(last)-1]
			if end[0] != store || size == nil || size[0] != int64Const || address == nil || address[0] != int64Const || last[1][0] != store {
				return
			}
			for i, want := range between {
				if want != nil && !bytes.Equal(want, last[2+i]) {
					return
				}
			}
			s := passed{signed(address[1:]), signed(size[1:])}
			if s.size > 0 && s.size <= longest && s.address >= m.Types && s.address+s.size <= m.Table {
				all[s] = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// withoutMessages clears strings that only code passed which is not there any more: nothing
// has an address in them.
func (m image) withoutMessages(all map[passed]bool, numbers map[int]bool) {
	for at := 0; at+8 <= len(m.Memory); at += 8 {
		if address := m.Base + at; address < m.Table || address >= m.TableEnd {
			numbers[int(binary.LittleEndian.Uint64(m.Memory[at:]))] = true
		}
	}
	for s := range all {
		used := false
		for address := s.address; address < s.address+s.size && !used; address++ {
			used = numbers[address]
		}
		if !used {
			m.clear(s.address, s.size)
		}
	}
}
