package reach

import (
	"bytes"
	"encoding/binary"
	"strings"

	"keypoints/wasm/link/strip"
)

// Types say more of themselves than a program without reflection asks: their names, those of
// their fields, what functions take and give, and which type points to them. Only messages
// and reflection read that. What interfaces ask for stays: methods with their names.

// Where fields of abi.Type stand, in bytes, and its size; see internal/abi/type.go.
const (
	typeFlags     = 20
	typeKind      = 23
	typeEqual     = 24
	typeData      = 32
	typeName      = 40
	typePointerTo = 44
	typeSize      = 48

	structKind = 25
	mostFields = 1000
)

// image is a module's data with what stands where.
type image struct{ strip.Outside }

// word reads a 64-bit word; 0 outside.
func (m image) word(address int) int {
	if address < m.Base || address+8 > m.Base+len(m.Memory) {
		return 0
	}
	return int(binary.LittleEndian.Uint64(m.Memory[address-m.Base:]))
}

func (m image) clear(address, size int) {
	if address >= m.Types && address+size <= m.Table {
		clear(m.Memory[address-m.Base:][:size])
	}
}

// name gives where the characters of an abi.Name stand, if one does.
func (m image) name(address int) (start, size int, ok bool) {
	if address < m.Types || address+4 > m.Table || m.Memory[address-m.Base] > 15 {
		return 0, 0, false
	}
	length, n := binary.Uvarint(m.Memory[address-m.Base+1:][:3])
	start = address + 1 + n
	return start, int(length), n > 0 && length > 0 && start+int(length) <= m.Table
}

// typeAt says whether a type stands at an address that has a name as only types have.
func (m image) typeAt(address int) bool {
	t := m.Memory[address-m.Base:][:typeSize]
	size, pointers := m.word(address), m.word(address+8)
	kind, align := t[typeKind]&31, t[typeFlags+1]
	inside := func(a int) bool { return a == 0 || a >= m.Base && a < m.Base+len(m.Memory) }
	if kind == 0 || kind > 26 || align == 0 || align > 16 || align&(align-1) != 0 || t[typeFlags+2] != align || t[typeFlags] > 63 {
		return false
	}
	if size < 0 || size > 1<<30 || pointers < 0 || pointers > size || pointers%8 != 0 || !inside(m.word(address+typeEqual)) || !inside(m.word(address+typeData)) {
		return false
	}
	start, length, ok := m.name(m.Types + int(binary.LittleEndian.Uint32(t[typeName:])))
	if !ok {
		return false
	}
	name := string(m.Memory[start-m.Base:][:length])
	return strings.ContainsAny(name[:1], "*[") || strings.ContainsAny(name, ".({") || strings.HasPrefix(name, "map[")
}

// withoutNames takes the names out of types, and what else nothing reads of them.
func (m image) withoutNames() {
	names, shared := map[int]bool{}, []byte(nil)
	for address := (m.Types + 7) &^ 7; address+typeSize <= m.Table; address += 8 {
		if !m.typeAt(address) {
			continue
		}
		t := m.Memory[address-m.Base:][:typeSize]
		offset := bytes.Clone(t[typeName : typeName+4])
		names[m.Types+int(binary.LittleEndian.Uint32(offset))] = true
		if shared == nil {
			shared = offset
		}
		copy(t[typeName:], shared)
		m.clear(address+typePointerTo, 4)
		after := address + typeSize
		if t[typeKind]&31 != structKind {
			continue
		}
		for field := range min(m.word(after+16), mostFields) {
			at := m.word(after+8) + 24*field
			names[m.word(at)] = true
			m.clear(at, 8)
		}
	}
	// Methods have their names by an offset.
	offsets := map[int]bool{}
	for at := m.Types - m.Base; at+4 <= m.Table-m.Base; at += 4 {
		offsets[m.Types+int(binary.LittleEndian.Uint32(m.Memory[at:]))] = true
	}
	for address := range names {
		if start, size, ok := m.name(address); ok && !offsets[address] {
			m.clear(start, size)
		}
	}
}
