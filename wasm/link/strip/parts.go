package strip

import (
	"encoding/binary"
	"fmt"
)

// codeSection holds the bodies of functions.
const codeSection = 10

// Function is a function of a module.
type Function struct {
	Name string // with its package's path; empty after Traces
	Body []byte
}

// Part is a part of a module's data.
type Part struct {
	Name  string
	Bytes []byte
}

// Rewrite gives a module each of whose functions has the body that change gives for it.
// A call names a function by its index; name is that of one, "" for an imported one.
func Rewrite(module []byte, change func(f Function, name func(index int) string) ([]byte, error)) ([]byte, error) {
	all, _, err := Parts(module)
	if err != nil {
		return nil, err
	}
	sections, err := sectionsOf(module)
	if err != nil {
		return nil, err
	}
	imported, err := imports(sections)
	if err != nil {
		return nil, err
	}
	name := func(index int) string {
		if index < imported || index-imported >= len(all) {
			return ""
		}
		return all[index-imported].Name
	}
	code := binary.AppendUvarint(nil, uint64(len(all)))
	for _, f := range all {
		body, err := change(f, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		code = append(binary.AppendUvarint(code, uint64(len(body))), body...)
	}
	for i, s := range sections {
		if s.id == codeSection {
			sections[i].body = code
		}
	}
	return moduleOf(sections), nil
}

// Parts takes a module apart that Go of a known version linked: its functions, and
// its data by what it is for.
func Parts(module []byte) ([]Function, []Part, error) {
	sections, err := sectionsOf(module)
	if err != nil {
		return nil, nil, err
	}
	var bodies [][]byte
	var t *table
	for _, s := range sections {
		switch s.id {
		case codeSection:
			if bodies, err = bodiesOf(s.body); err != nil {
				return nil, nil, err
			}
		case dataSection:
			memory, err := imageOf(s.body)
			if err != nil {
				return nil, nil, err
			}
			if t, err = find(memory, functions(sections)); err != nil {
				return nil, nil, err
			}
		}
	}
	if t == nil || len(bodies) != t.count {
		return nil, nil, errTable
	}
	all := make([]Function, t.count)
	for i := range all {
		f, err := t.function(i)
		if err != nil {
			return nil, nil, err
		}
		name, err := t.name(f.name)
		if err != nil {
			return nil, nil, err
		}
		all[i] = Function{name, bodies[i]}
	}
	var parts []Part
	for _, p := range []struct {
		name       string
		start, end int
	}{
		{"types, strings and embedded files", t.field(types), t.header},
		{"function table", t.header, t.field(epclntab)},
		{"variables without pointers", t.field(noptrdata), t.field(noptrdata + 8)},
		{"variables with pointers", t.field(data), t.field(data + 8)},
	} {
		end := min(p.end, t.memory.base+len(t.memory.bytes))
		bytes, err := t.memory.at(p.start, end-p.start)
		if err != nil {
			return nil, nil, err
		}
		parts = append(parts, Part{p.name, bytes})
	}
	return all, parts, nil
}

// Where these stand in runtime.moduledata, in bytes.
const (
	noptrdata = 192 // address, end
	data      = 208
	types     = 296
)

// bodiesOf parts a code section.
func bodiesOf(code []byte) ([][]byte, error) {
	count, n := binary.Uvarint(code)
	if n <= 0 {
		return nil, errFormat
	}
	code = code[n:]
	var bodies [][]byte
	for range count {
		size, n := binary.Uvarint(code)
		if n <= 0 || size > uint64(len(code)-n) {
			return nil, errFormat
		}
		bodies = append(bodies, code[n:n+int(size)])
		code = code[n+int(size):]
	}
	return bodies, nil
}
