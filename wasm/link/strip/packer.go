package strip

import (
	"encoding/binary"
	"slices"
)

// packer gathers the tables that functions share, each content once.
type packer struct {
	t                    *table
	names                []byte
	pcdata, funcdata     []byte
	pcdataAt, funcdataAt map[string]uint32
	places               []int // the old numbers of the function's places, nil where they stay
}

// needed gives a function with only what the runtime needs of it, in the new tables.
func (p *packer) needed(f function) (function, error) {
	var err error
	if f.pcsp, err = p.values(f.pcsp, 0); err != nil {
		return f, err
	}
	if f.deferreturn != 0 && p.places != nil {
		place := slices.Index(p.places, int(f.deferreturn))
		if place < 0 {
			return f, errTable
		}
		f.deferreturn = uint32(place)
	}
	// The tables of recover: it counts frames, and looks into wrappers.
	inline := f.id == wrapper && len(f.funcdata) > inlineTree && f.funcdata[inlineTree] != none
	tree := 0
	for i, offset := range f.pcdata {
		f.pcdata[i] = 0
		if i == stackMapIndex || i == panicBounds || i == inlineIndex && inline {
			if f.pcdata[i], err = p.values(offset, 1); err != nil {
				return f, err
			}
		}
		if i == inlineIndex && inline {
			highest, _, err := p.t.largest(offset)
			if err != nil {
				return f, err
			}
			tree = highest + 1
		}
	}
	for i, offset := range f.funcdata {
		size := 0
		if offset == none {
			continue
		}
		at := p.t.field(gofunc) + int(offset)
		switch i {
		case argsPointerMaps, localsPointerMaps: // runtime.stackmap
			size, err = p.t.stackMap(at)
		case stackObjects: // a count and records of 16 bytes
			size = 8 + 16*p.t.memory.word(at)
		case openCodedDefer: // two numbers
			size, err = p.t.numbers(at, 2)
		case inlineTree: // records of 16 bytes
			size = 16 * tree
		}
		if err != nil {
			return f, err
		}
		if f.funcdata[i] = none; size > 0 {
			if f.funcdata[i], err = p.copied(at, size, i); err != nil {
				return f, err
			}
		}
	}
	for len(f.pcdata) > 0 && f.pcdata[len(f.pcdata)-1] == 0 {
		f.pcdata = f.pcdata[:len(f.pcdata)-1]
	}
	for len(f.funcdata) > 0 && f.funcdata[len(f.funcdata)-1] == none {
		f.funcdata = f.funcdata[:len(f.funcdata)-1]
	}
	return f, nil
}

// values copies a table of values by program counter into the new pctab. What holds at a
// place is looked up so much before it.
func (p *packer) values(offset uint32, before int) (uint32, error) {
	if offset == 0 {
		return 0, nil
	}
	_, size, err := p.t.largest(offset)
	if err != nil {
		return 0, err
	}
	b, err := p.t.memory.at(p.t.field(pctab)+int(offset), size)
	if err != nil {
		return 0, err
	}
	if p.places != nil {
		b = renumbered(b, p.places, before)
	}
	at, ok := p.pcdataAt[string(b)]
	if !ok {
		at = uint32(len(p.pcdata))
		p.pcdataAt[string(b)] = at
		p.pcdata = append(p.pcdata, b...)
	}
	return at, nil
}

// copied copies funcdata, and gives its new offset.
func (p *packer) copied(address, size, kind int) (uint32, error) {
	b, err := p.t.memory.at(address, size)
	if err != nil {
		return 0, err
	}
	if kind == inlineTree { // names and lines are for people
		b = append([]byte(nil), b...)
		for i := 0; i < len(b); i += 16 {
			clear(b[i+4 : i+8])
			clear(b[i+12 : i+16])
		}
	}
	at, ok := p.funcdataAt[string(b)]
	if !ok {
		for len(p.funcdata)%4 != 0 {
			p.funcdata = append(p.funcdata, 0)
		}
		at = uint32(len(p.funcdata))
		p.funcdataAt[string(b)] = at
		p.funcdata = append(p.funcdata, b...)
	}
	return at, nil
}

// largest reads a table of values by program counter (runtime.step): its largest
// value and its size in bytes.
func (t *table) largest(offset uint32) (value, size int, err error) {
	b, err := t.memory.at(t.field(pctab), t.field(pctab+8))
	if err != nil || int(offset) >= len(b) {
		return 0, 0, errTable
	}
	b = b[offset:]
	value, current := -1, int32(-1)
	for at := 0; ; {
		delta, n := binary.Uvarint(b[at:])
		if n <= 0 || n > 5 {
			return 0, 0, errTable
		}
		if delta == 0 && at > 0 {
			return value, at + 1, nil
		}
		at += n
		current += int32(-(uint32(delta) & 1) ^ (uint32(delta) >> 1))
		value = max(value, int(current))
		if delta, n = binary.Uvarint(b[at:]); n <= 0 || n > 5 || delta == 0 {
			return 0, 0, errTable
		}
		at += n
	}
}

// stackMap is the size of a runtime.stackmap: how many bitmaps, how many bits each.
func (t *table) stackMap(address int) (int, error) {
	b, err := t.memory.at(address, 8)
	if err != nil {
		return 0, err
	}
	count, bits := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:])
	if count > 1<<16 || bits > 1<<20 {
		return 0, errTable
	}
	return 8 + int(count)*(int(bits+7)/8), nil
}

// numbers is the size of some variable-length numbers.
func (t *table) numbers(address, count int) (int, error) {
	size := 0
	for range count {
		for {
			b, err := t.memory.at(address+size, 1)
			if err != nil {
				return 0, err
			}
			if size++; b[0]&0x80 == 0 {
				break
			}
		}
	}
	return size, nil
}

// write puts the new tables in the place of the old.
func (p *packer) write(functions []function) error {
	u32 := binary.LittleEndian.AppendUint32
	pad := func(b []byte) []byte {
		for len(b)%8 != 0 {
			b = append(b, 0)
		}
		return b
	}
	// The index of the functions, then the functions.
	indexSize := 8*len(functions) + 4
	var index, records []byte
	unreached := -1 // the record of all that are not reached
	for _, f := range functions {
		at := len(records)
		if f.none && unreached >= 0 {
			at = unreached
		}
		index = u32(u32(index, f.entry), uint32(indexSize+at))
		if at < len(records) {
			continue
		}
		entry := f.entry
		if f.none {
			unreached, entry = at, none
		}
		for _, v := range []uint32{entry, f.name, f.args, f.deferreturn, f.pcsp, 0, 0, uint32(len(f.pcdata)), 0, 0} {
			records = u32(records, v)
		}
		records = append(records, f.id, f.flag, 0, byte(len(f.funcdata)))
		for _, v := range append(f.pcdata, f.funcdata...) {
			records = u32(records, v)
		}
	}
	last, err := p.t.memory.at(p.t.field(ftab)+8*len(functions), 4)
	if err != nil {
		return err
	}
	index = append(index, last...)

	start := p.t.header + headerSize
	stop := p.t.field(epclntab)
	if f := p.t.field(findfunctab); f > start {
		stop = min(stop, f)
	}
	old, err := p.t.memory.at(start, stop-start)
	if err != nil {
		return err
	}
	var packed []byte
	put := func(table int, content []byte, count int) int {
		packed = pad(packed)
		address := start + len(packed)
		packed = append(packed, content...)
		for i, field := range []int{funcnametab, cutab, filetab, pctab, pclntable} {
			if table == field {
				p.t.memory.setWord(p.t.header+headerSize-40+8*i, address-p.t.header)
			}
		}
		p.t.memory.setWord(p.t.data+table, address)
		if count >= 0 {
			p.t.memory.setWord(p.t.data+table+8, count)
			p.t.memory.setWord(p.t.data+table+16, count)
		}
		return address
	}
	put(funcnametab, p.names, len(p.names))
	put(cutab, nil, 0)
	put(filetab, nil, 0)
	put(pctab, p.pcdata, len(p.pcdata))
	both := append(index, records...)
	p.t.memory.setWord(p.t.data+ftab, put(pclntable, both, len(both)))
	put(gofunc, p.funcdata, -1)
	if packed = pad(packed); len(packed) > len(old) {
		return errTable
	}
	clear(old)
	copy(old, packed)
	return nil
}
