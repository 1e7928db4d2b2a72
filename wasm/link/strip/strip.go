// Package strip makes a WebAssembly module of Go's linker smaller.
//
// In: the module, and the version of Go that linked it. Out: the same program
// without what only stack traces need. The idea: the runtime's function table (the
// pclntab) names every function, file and line, inlined ones too. -ldflags=-s -w
// leaves it alone, and it is a fifth of what a reader downloads of the engine. The
// runtime itself reads from it how large each frame is and where its pointers are.
// Only that is kept, packed anew in the same place. A panic still prints its message;
// its stack trace has "?" in the place of names and lines.
//
// The table's layout belongs to a version of Go. Another version, or a table that
// is not as expected, gives an error and no module.
package strip

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// known is the version of Go whose runtime this package knows; see
// runtime/symtab.go, runtime/runtime2.go and cmd/link/internal/ld/pcln.go there.
const known = "go1.26"

// ErrVersion says that another version of Go linked the module.
var ErrVersion = errors.New("only the function table of " + known + " is known")

// Traces takes out what only stack traces need. The version is that of `go version`; places
// are the old numbers of the places in each function, as flow.Module gives them, or nil.
func Traces(module []byte, version string, places [][]int) ([]byte, error) {
	if err := Known(version); err != nil {
		return nil, err
	}
	sections, err := sectionsOf(module)
	if err != nil {
		return nil, err
	}
	var unreached []bool
	for i, s := range sections {
		if s.id == codeSection {
			bodies, err := bodiesOf(s.body)
			if err != nil {
				return nil, err
			}
			for _, body := range bodies {
				unreached = append(unreached, len(body) == 3) // no locals, a trap, the end
			}
		}
		if s.id != dataSection {
			continue
		}
		memory, err := imageOf(s.body)
		if err != nil {
			return nil, err
		}
		t, err := find(memory, functions(sections))
		if err != nil {
			return nil, err
		}
		if err := t.clearBuckets(); err != nil {
			return nil, err
		}
		if err := t.pack(places, unreached); err != nil {
			return nil, err
		}
		sections[i] = memory.section()
	}
	return moduleOf(remove(sections, "name")), nil
}

// Known gives an error unless the version, that of `go version`, is one whose modules
// this package knows.
func Known(version string) error {
	if version != known && !strings.HasPrefix(version, known+".") && !strings.HasPrefix(version, known+" ") {
		return fmt.Errorf("%w, not of %s", ErrVersion, version)
	}
	return nil
}

// Where the fields of runtime.moduledata stand, in bytes.
const (
	pcHeader    = 0
	funcnametab = 8 // slices are address, length, capacity
	cutab       = 32
	filetab     = 56
	pctab       = 80
	pclntable   = 104
	ftab        = 128
	findfunctab = 152
	gofunc      = 320
	epclntab    = 328
)

// headerSize is the size of runtime.pcHeader, whose last five words are the offsets
// of five tables.
const headerSize = 72

// table is the function table of a module.
type table struct {
	memory image
	header int // address of runtime.pcHeader
	data   int // address of runtime.firstmoduledata
	count  int // functions
}

// magic begins runtime.pcHeader: abi.Go120PCLnTabMagic, two zeros, the size of an
// instruction and that of a pointer.
var magic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

var errTable = errors.New("the function table is not as " + known + " writes it")

// find looks for the table: the header by its magic, moduledata by pointing to it.
func find(memory image, functions int) (*table, error) {
	t := &table{memory: memory}
	found := 0
	for from := 0; ; {
		i := bytes.Index(memory.bytes[from:], magic)
		if i < 0 {
			break
		}
		from += i + 8
		header := memory.base + from - 8
		address := binary.LittleEndian.AppendUint64(nil, uint64(header))
		for start := 0; ; {
			j := bytes.Index(memory.bytes[start:], address)
			if j < 0 {
				break
			}
			start += j + 8
			if c := (&table{memory, header, memory.base + start - 8, memory.word(header + 8)}); header%8 == 0 && c.plausible(functions) {
				t = c
				found++
			}
		}
	}
	if found != 1 {
		return nil, fmt.Errorf("%w: %d of them found", errTable, found)
	}
	return t, nil
}

// field is a word of moduledata.
func (t *table) field(offset int) int { return t.memory.word(t.data + offset) }

func (t *table) plausible(functions int) bool {
	for i, table := range []int{funcnametab, cutab, filetab, pctab, pclntable} {
		if t.field(table) != t.header+t.memory.word(t.header+headerSize-40+8*i) || t.field(table+8) != t.field(table+16) {
			return false
		}
	}
	inOrder := t.header < t.field(pctab) && t.field(pctab) < t.field(pclntable) && t.field(pclntable) < t.field(gofunc) && t.field(gofunc) < t.field(epclntab)
	return inOrder && t.data%8 == 0 && t.count == functions && t.field(ftab) == t.field(pclntable) && t.field(ftab+8) == t.count+1
}

// clearBuckets clears runtime.findfunctab: 20 bytes for each 4096 program counters, of which
// a function of WebAssembly has 65536, say from which function on runtime.findfunc looks for
// that of a program counter. With zeros it looks from the first on, which takes no time that
// could be measured of a page or a start, and is a fifth of the module in memory.
func (t *table) clearBuckets() error {
	size := t.field(epclntab) - t.field(findfunctab)
	if size > 20*16*t.count || size < 20*16*(t.count-1) || t.field(findfunctab) < t.field(gofunc) {
		return errTable // it is the section's last part; the last function has no 65536 of them
	}
	buckets, err := t.memory.at(t.field(findfunctab), size)
	if err != nil {
		return err
	}
	clear(buckets)
	return nil
}
