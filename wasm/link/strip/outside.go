package strip

import "encoding/binary"

// Outside is what a module has around its functions' bodies.
type Outside struct {
	Imported        int   // how many functions it imports
	Exported        []int // functions, by their place among those that it defines
	Base            int   // the address where its data begins
	Memory          []byte
	Types           int // the address of types, strings and embedded files, which end with the function table
	Table, TableEnd int
}

// exportSection names what others may call.
const exportSection = 7

// Outer reads what a module has around its functions.
func Outer(module []byte) (Outside, error) {
	sections, err := sectionsOf(module)
	if err != nil {
		return Outside{}, err
	}
	var o Outside
	if o.Imported, err = imports(sections); err != nil {
		return o, err
	}
	for _, s := range sections {
		switch s.id {
		case exportSection:
			if o.Exported, err = exports(s.body, o.Imported); err != nil {
				return o, err
			}
		case dataSection:
			memory, err := imageOf(s.body)
			if err != nil {
				return o, err
			}
			t, err := find(memory, functions(sections))
			if err != nil {
				return o, err
			}
			o.Base, o.Memory = memory.base, memory.bytes
			o.Types, o.Table, o.TableEnd = t.field(types), t.header, t.field(epclntab)
		}
	}
	return o, nil
}

// WithMemory gives a module with other data, in the same place.
func WithMemory(module []byte, o Outside) ([]byte, error) {
	sections, err := sectionsOf(module)
	if err != nil {
		return nil, err
	}
	for i, s := range sections {
		if s.id == dataSection {
			sections[i] = image{o.Base, o.Memory}.section()
		}
	}
	return moduleOf(sections), nil
}

// exports gives the functions of an export section.
func exports(body []byte, imported int) ([]int, error) {
	count, n := binary.Uvarint(body)
	rest := body[max(n, 0):]
	var all []int
	for range count {
		size, n := binary.Uvarint(rest)
		if n <= 0 || size+2 > uint64(len(rest)-n) {
			return nil, errFormat
		}
		kind := rest[n+int(size)]
		rest = rest[n+int(size)+1:]
		index, n := binary.Uvarint(rest)
		if n <= 0 {
			return nil, errFormat
		}
		rest = rest[n:]
		if kind == 0 {
			all = append(all, int(index)-imported)
		}
	}
	return all, nil
}
