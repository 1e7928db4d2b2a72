package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
	"unsafe"

	"keypoints/wasm/card"
)

//go:embed charsets.txt
var charsetFile string

// charsets holds the upper halves of the single-byte encodings: 8 KB that let
// the engine read European and Arabic pages alone. The tables of the Chinese,
// Japanese and Korean encodings would add a third to engine.wasm; browsers and
// the Worker have them in TextDecoder.
var charsets = sync.OnceValue(func() map[string][]rune {
	tables := map[string][]rune{}
	for line := range strings.SplitSeq(charsetFile, "\n") {
		name, upper, ok := strings.Cut(line, " ")
		if !ok || name == "#" {
			continue
		}
		table := []rune(upper)
		for i, r := range table {
			if r >= 0xE080 && r <= 0xE09F {
				table[i] = r - 0xE000
			}
		}
		tables[name] = table
	}
	return tables
})

// decode gives a page in UTF-8. What is not valid in its encoding becomes
// U+FFFD, as in browsers. Most pages are valid UTF-8: their string is the given
// bytes themselves, without a copy of up to 5 MB, so Parse must keep no part of it.
func decode(raw []byte, charset string) (string, error) {
	switch charset {
	case "utf-8":
		if hasPrefix(raw, "\xEF\xBB\xBF") {
			raw = raw[3:]
		}
		if utf8.Valid(raw) {
			return unsafe.String(unsafe.SliceData(raw), len(raw)), nil
		}
		return strings.ToValidUTF8(string(raw), "\uFFFD"), nil
	case "utf-16le":
		return decodeUTF16(raw, 0, 1), nil
	case "utf-16be":
		return decodeUTF16(raw, 1, 0), nil
	}
	table := charsets()[strings.TrimSuffix(charset, "-i")]
	if len(table) != 128 {
		if charset == "gbk" {
			charset = "gb18030" // by the standard its decoder; not every host's reads four bytes under "gbk"
		}
		return "", &card.Error{Code: card.UnsupportedEncoding, Message: "the page is in " + charset + "; decode it to UTF-8 first", Charset: charset}
	}
	var out strings.Builder
	out.Grow(len(raw) + len(raw)/8)
	for _, b := range raw {
		if b < utf8.RuneSelf {
			out.WriteByte(b)
		} else {
			out.WriteRune(table[b-utf8.RuneSelf])
		}
	}
	return out.String(), nil
}

// decodeUTF16 reads two bytes a unit, the low one at offset low. A byte order
// mark is left out.
func decodeUTF16(raw []byte, low, high int) string {
	var out strings.Builder
	out.Grow(len(raw))
	for i := 0; i+1 < len(raw); i += 2 {
		unit := rune(raw[i+low]) | rune(raw[i+high])<<8
		if i == 0 && unit == 0xFEFF {
			continue
		}
		if unit >= 0xD800 && unit < 0xDC00 && i+3 < len(raw) {
			next := rune(raw[i+2+low]) | rune(raw[i+2+high])<<8
			if next >= 0xDC00 && next < 0xE000 {
				unit = 0x10000 + (unit-0xD800)<<10 + (next - 0xDC00)
				i += 2
			}
		}
		out.WriteRune(unit) // a lone surrogate becomes U+FFFD
	}
	return out.String()
}
