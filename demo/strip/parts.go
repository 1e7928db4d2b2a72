package strip

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Function is a function of a module.
type Function struct {
	Name string // with its package's path; empty after Traces, and for what was added that of its origin
	Body []byte
}

// Part is a part of a module's data.
type Part struct {
	Name  string
	Bytes []byte
}

// Rewrite gives a module each of whose functions has the body that change gives for it.
// A call names a function by its index; name is that of one, "" for an imported one.
// With add, change makes new functions of the one it changes.
func Rewrite(module []byte, change func(f Function, name func(index int) string, add Add) ([]byte, error)) ([]byte, error) {
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
	added := &additions{}
	var code []byte
	for i, f := range all {
		body, err := change(f, name, func(parameters int, body []byte) int {
			added.add(i, parameters, body)
			return imported + len(all) + len(added.origins) - 1
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		code = append(binary.AppendUvarint(code, uint64(len(body))), body...)
	}
	for i, s := range sections {
		switch s.id {
		case typeSection:
			if sections[i].body, err = added.types(s.body); err != nil {
				return nil, err
			}
		case functionSection:
			if sections[i].body, err = extended(s.body, len(added.origins), added.functions); err != nil {
				return nil, err
			}
		case codeSection:
			count := binary.AppendUvarint(nil, uint64(len(all)+len(added.origins)))
			sections[i].body = slices.Concat(count, code, added.code)
		}
	}
	return moduleOf(append(sections, added.section())), nil
}

// Add adds a function to a module and gives the index that it is called by. The function
// takes a number of 32 bits, as many of 64 as parameters says, at most MaxParameters, and
// gives one of 32.
type Add func(parameters int, body []byte) (index int)

// MaxParameters is how many numbers of 64 bits an added function takes at most.
const MaxParameters = 8

// originsSection names the custom section that says which functions added ones are of.
const originsSection = "keypoints.origins"

// additions are functions added to a module.
type additions struct {
	origins   []int // the functions that they are made of, counted without imported ones
	counts    []int // of their parameters of 64 bits
	functions []byte
	code      []byte
}

func (a *additions) add(origin, parameters int, body []byte) {
	a.origins = append(a.origins, origin)
	a.counts = append(a.counts, parameters)
	a.code = append(binary.AppendUvarint(a.code, uint64(len(body))), body...)
}

// types adds the types of the added functions to a type section, which comes before the
// function section.
func (a *additions) types(body []byte) ([]byte, error) {
	if len(a.origins) == 0 {
		return body, nil
	}
	const function, i32, i64 = 0x60, 0x7f, 0x7e
	count, _ := binary.Uvarint(body)
	var types []byte
	for n := range MaxParameters + 1 {
		types = append(types, function, byte(n+1), i32)
		types = append(types, slices.Repeat([]byte{i64}, n)...)
		types = append(types, 1, i32)
	}
	for _, n := range a.counts {
		a.functions = binary.AppendUvarint(a.functions, count+uint64(n))
	}
	return extended(body, MaxParameters+1, types)
}

func (a *additions) section() section {
	body := append(binary.AppendUvarint(nil, uint64(len(originsSection))), originsSection...)
	for _, o := range a.origins {
		body = binary.AppendUvarint(body, uint64(o))
	}
	return section{customSection, body}
}

// extended gives a vector with more elements.
func extended(vector []byte, count int, more []byte) ([]byte, error) {
	old, n := binary.Uvarint(vector)
	if n <= 0 {
		return nil, errFormat
	}
	return slices.Concat(binary.AppendUvarint(nil, old+uint64(count)), vector[n:], more), nil
}

// originsOf are the functions that added ones are made of.
func originsOf(sections []section) (origins []int, err error) {
	for _, s := range sections {
		if !named(s, originsSection) {
			continue
		}
		for rest := s.body[1+len(originsSection):]; len(rest) > 0; {
			o, n := binary.Uvarint(rest)
			if n <= 0 || o > math.MaxInt32 {
				return nil, errFormat
			}
			origins, rest = append(origins, int(o)), rest[n:]
		}
	}
	return origins, nil
}

// Parts takes a module apart that Go of a known version linked: its functions, and
// its data by what it is for.
func Parts(module []byte) ([]Function, []Part, error) {
	sections, err := sectionsOf(module)
	if err != nil {
		return nil, nil, err
	}
	origins, err := originsOf(sections)
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
	if t == nil || len(bodies) < t.count+len(origins) {
		return nil, nil, errTable
	}
	all := make([]Function, len(bodies))
	for i := range t.count {
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
	for i, o := range origins {
		if o >= t.count {
			return nil, nil, errFormat
		}
		all[t.count+i] = Function{all[o].Name, bodies[t.count+i]}
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
