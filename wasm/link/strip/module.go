package strip

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// The sections that this package reads or writes, by their numbers in the
// WebAssembly core specification 5.5.2.
const (
	customSection   = 0
	importSection   = 2
	functionSection = 3
	dataSection     = 11
)

// section is one section of a module, its body uninterpreted.
type section struct {
	id   byte
	body []byte
}

var errFormat = errors.New("not a WebAssembly module that Go's linker wrote")

const preamble = "\x00asm\x01\x00\x00\x00"

// sectionsOf parts a module into its sections.
func sectionsOf(module []byte) ([]section, error) {
	if len(module) < len(preamble) || string(module[:len(preamble)]) != preamble {
		return nil, errFormat
	}
	var sections []section
	for rest := module[len(preamble):]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return nil, errFormat
		}
		end := 1 + n + int(size)
		sections = append(sections, section{rest[0], rest[1+n : end]})
		rest = rest[end:]
	}
	return sections, nil
}

// moduleOf joins sections to a module again.
func moduleOf(sections []section) []byte {
	module := []byte(preamble)
	for _, s := range sections {
		module = append(module, s.id)
		module = binary.AppendUvarint(module, uint64(len(s.body)))
		module = append(module, s.body...)
	}
	return module
}

// functions is how many functions a module defines.
func functions(sections []section) int {
	for _, s := range sections {
		if s.id == functionSection {
			n, _ := binary.Uvarint(s.body)
			return int(n)
		}
	}
	return 0
}

// imports is how many functions a module imports. Go's import nothing else.
func imports(sections []section) (int, error) {
	for _, s := range sections {
		if s.id != importSection {
			continue
		}
		count, n := binary.Uvarint(s.body)
		rest := s.body[max(n, 0):]
		for range count {
			for range 2 { // the names of a module and of a function
				size, n := binary.Uvarint(rest)
				if n <= 0 || size > uint64(len(rest)-n) {
					return 0, errFormat
				}
				rest = rest[n+int(size):]
			}
			if len(rest) == 0 || rest[0] != 0 {
				return 0, errFormat
			}
			_, n := binary.Uvarint(rest[1:]) // its type
			if n <= 0 {
				return 0, errFormat
			}
			rest = rest[1+n:]
		}
		return int(count), nil
	}
	return 0, nil
}

// image is the memory that a data section fills, from address base on.
type image struct {
	base  int
	bytes []byte
}

// imageOf reads a data section of active segments, each with a constant address,
// as Go's linker writes it.
func imageOf(body []byte) (image, error) {
	type segment struct {
		at   int
		data []byte
	}
	count, n := binary.Uvarint(body)
	if n <= 0 {
		return image{}, errFormat
	}
	rest := body[n:]
	segments := make([]segment, 0, min(count, uint64(len(rest))))
	low, high := -1, 0
	for range count {
		if len(rest) < 2 || rest[0] != 0 || rest[1] != i32Const { // memory 0, active
			return image{}, errFormat
		}
		at, n := sleb128(rest[2:])
		if n <= 0 || at < 0 || 2+n >= len(rest) || rest[2+n] != end {
			return image{}, errFormat
		}
		rest = rest[2+n+1:]
		size, n := binary.Uvarint(rest)
		if n <= 0 || size > uint64(len(rest)-n) || at+int(size) > 1<<30 {
			return image{}, errFormat
		}
		segments = append(segments, segment{at, rest[n : n+int(size)]})
		rest = rest[n+int(size):]
		if low < 0 || at < low {
			low = at
		}
		high = max(high, at+int(size))
	}
	if low < 0 || len(rest) != 0 {
		return image{}, errFormat
	}
	low &^= 7
	memory := image{low, make([]byte, high-low)}
	for _, s := range segments {
		copy(memory.bytes[s.at-low:], s.data)
	}
	return memory, nil
}

const (
	i32Const = 0x41
	end      = 0x0b
	// Zeros that are worth a new segment. Its head is 5 to 8 bytes that no compression
	// makes smaller, and many zeros are one or two bytes after it: 16 here gave 848 KB
	// after brotli, 48 and all above gave 807.
	zeros = 4096
)

// section writes the image as a data section that leaves out its zeros.
func (m image) section() section {
	var segments []byte
	count := uint64(0)
	for at := 0; at < len(m.bytes); {
		if m.bytes[at] == 0 {
			at++
			continue
		}
		stop, run := at, 0 // stop is after the last byte that is not zero
		for i := at; i < len(m.bytes) && run < zeros; i++ {
			if run++; m.bytes[i] != 0 {
				stop, run = i+1, 0
			}
		}
		segments = append(segments, 0, i32Const)
		segments = appendSleb128(segments, m.base+at)
		segments = append(segments, end)
		segments = binary.AppendUvarint(segments, uint64(stop-at))
		segments = append(segments, m.bytes[at:stop]...)
		count++
		at = stop
	}
	return section{dataSection, append(binary.AppendUvarint(nil, count), segments...)}
}

// at gives size bytes from an address on.
func (m image) at(address, size int) ([]byte, error) {
	if address < m.base || size < 0 || address-m.base > len(m.bytes)-size {
		return nil, fmt.Errorf("%d bytes at %#x are outside the module's data", size, address)
	}
	return m.bytes[address-m.base:][:size:size], nil
}

// word reads a 64-bit word, 0 outside the image.
func (m image) word(address int) int {
	b, err := m.at(address, 8)
	if err != nil {
		return 0
	}
	return int(binary.LittleEndian.Uint64(b))
}

func (m image) setWord(address, value int) {
	binary.LittleEndian.PutUint64(m.bytes[address-m.base:], uint64(value))
}

// sleb128 decodes a signed number of at most 32 bits and says how many bytes it has.
func sleb128(b []byte) (value, n int) {
	for shift := 0; n < len(b) && n < 5; shift += 7 {
		c := b[n]
		n++
		value |= int(c&0x7f) << shift
		if c&0x80 == 0 {
			if c&0x40 != 0 {
				value |= -1 << (shift + 7)
			}
			return value, n
		}
	}
	return 0, 0
}

func appendSleb128(b []byte, v int) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}

// remove takes away the custom section of a name.
func remove(sections []section, name string) []section {
	return slices.DeleteFunc(sections, func(s section) bool {
		n, size := binary.Uvarint(s.body)
		return s.id == customSection && size > 0 && n <= uint64(len(s.body)-size) && string(s.body[size:size+int(n)]) == name
	})
}
