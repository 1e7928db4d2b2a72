package strip

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// function is runtime._func.
type function struct {
	entry, name, args, deferreturn, pcsp uint32
	id, flag                             byte
	pcdata, funcdata                     []uint32
	none                                 bool // it is not reached
}

// Offsets and sizes in runtime._func, and the numbers of the tables that are kept
// (internal/abi/symtab.go).
const (
	functionSize = 44

	stackMapIndex = 1 // pcdata
	inlineIndex   = 2
	panicBounds   = 4

	argsPointerMaps   = 0 // funcdata
	localsPointerMaps = 1
	stackObjects      = 2
	inlineTree        = 3
	openCodedDefer    = 4

	wrapper = 23 // function ID
	none    = ^uint32(0)
)

// The names that stay. The runtime asks whether a goroutine's function is its own,
// by the name's beginning, and takes apart the names of method wrappers for the
// message of a nil receiver. Everything else about names is for people.
const (
	nameOther   = "?"
	nameRuntime = "runtime.?"
	nameWrapper = "?.(*?).?"
)

// byName are functions that the runtime knows by their whole names
// (runtime/stkframe.go).
var byName = []string{"reflect.makeFuncStub", "reflect.methodValueCall"}

// pack writes the tables anew from the function names on, with what the runtime
// needs, and fills the rest with zeros. Nothing is looked up of functions that are not
// reached: they are all one.
func (t *table) pack(places [][]int, unreached []bool) error {
	if len(unreached) != t.count || places != nil && len(places) != t.count {
		return errTable
	}
	p := packer{t: t, pcdata: []byte{0}, pcdataAt: map[string]uint32{}, funcdataAt: map[string]uint32{}}
	nameAt := map[string]uint32{}
	for _, name := range append([]string{nameOther, nameRuntime, nameWrapper}, byName...) {
		nameAt[name] = uint32(len(p.names))
		p.names = append(append(p.names, name...), 0)
	}
	functions := make([]function, t.count)
	for i := range functions {
		f, err := t.function(i)
		if err != nil {
			return err
		}
		name, err := t.name(f.name)
		if err != nil {
			return err
		}
		if unreached[i] {
			functions[i] = function{entry: f.entry, name: nameAt[nameOther], none: true}
			continue
		}
		p.places = nil
		if places != nil {
			p.places = places[i]
		}
		if f, err = p.needed(f); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f.name = nameAt[shortName(name, f.id)]
		functions[i] = f
	}
	return p.write(functions)
}

func shortName(name string, id byte) string {
	for _, known := range byName {
		if name == known {
			return name
		}
	}
	switch {
	case id == wrapper && strings.Contains(name, ".(*"):
		return nameWrapper
	case strings.HasPrefix(name, "runtime."):
		return nameRuntime
	}
	return nameOther
}

// function reads the i-th function.
func (t *table) function(i int) (function, error) {
	index, err := t.memory.at(t.field(ftab)+8*i, 8)
	if err != nil {
		return function{}, err
	}
	at := t.field(pclntable) + int(binary.LittleEndian.Uint32(index[4:]))
	b, err := t.memory.at(at, functionSize)
	if err != nil {
		return function{}, err
	}
	u := func(i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }
	f := function{entry: u(0), name: u(1), args: u(2), deferreturn: u(3), pcsp: u(4), id: b[40], flag: b[41]}
	if entry := binary.LittleEndian.Uint32(index); f.entry == none {
		f.entry, f.none = entry, true
	} else if f.entry != entry {
		return function{}, errTable
	}
	read := func(at int, count uint32) ([]uint32, error) {
		b, err := t.memory.at(at, int(4*count))
		list := make([]uint32, len(b)/4)
		for i := range list {
			list[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		return list, err
	}
	if u(7) > 16 || b[43] > 16 {
		return function{}, errTable
	}
	if f.pcdata, err = read(at+functionSize, u(7)); err != nil {
		return function{}, err
	}
	f.funcdata, err = read(at+functionSize+4*len(f.pcdata), uint32(b[43]))
	return f, err
}

// name reads a function's name.
func (t *table) name(offset uint32) (string, error) {
	if int(offset) >= t.field(funcnametab+8) {
		return "", errTable
	}
	b, err := t.memory.at(t.field(funcnametab)+int(offset), t.field(funcnametab+8)-int(offset))
	name, _, _ := strings.Cut(string(b[:min(len(b), 1000)]), "\x00")
	return name, err
}
