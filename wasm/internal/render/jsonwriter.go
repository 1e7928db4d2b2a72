package render

import (
	"strconv"
	"unicode/utf8"
)

// jsonWriter appends JSON (RFC 8259) to a buffer. encoding/json would add 243
// KB to what the reader downloads.
type jsonWriter struct {
	buf   []byte
	comma bool // the next key or element needs one before it
}

func (w *jsonWriter) open(bracket byte) {
	w.buf = append(w.buf, bracket)
	w.comma = false
}

func (w *jsonWriter) close(bracket byte) {
	w.buf = append(w.buf, bracket)
	w.comma = true
}

// element goes before each element of an array.
func (w *jsonWriter) element() *jsonWriter {
	if w.comma {
		w.buf = append(w.buf, ',')
	}
	w.comma = true
	return w
}

// key writes the name of an object's next member; its value must follow.
func (w *jsonWriter) key(name string) *jsonWriter {
	w.element().string(name)
	w.buf = append(w.buf, ':')
	return w
}

func (w *jsonWriter) null() { w.buf = append(w.buf, "null"...) }

func (w *jsonWriter) bool(b bool) { w.buf = strconv.AppendBool(w.buf, b) }

func (w *jsonWriter) int(n int) { w.buf = strconv.AppendInt(w.buf, int64(n), 10) }

// hundredths writes a probability with at most two decimals; what is no
// probability becomes 0 or 1.
func (w *jsonWriter) hundredths(p float64) {
	n := 0
	if p >= 1 {
		n = 100
	} else if p > 0 {
		n = int(p*100 + 0.5)
	}
	if n == 100 {
		w.int(1)
		return
	}
	w.int(0)
	if n > 0 {
		w.buf = append(w.buf, '.', byte('0'+n/10))
		if n%10 > 0 {
			w.buf = append(w.buf, byte('0'+n%10))
		}
	}
}

// tenths writes a number between -1000 and 1000 with at most one decimal; what
// lies beyond becomes the end.
func (w *jsonWriter) tenths(x float64) {
	if x < 0 {
		w.buf = append(w.buf, '-')
		x = -x
	}
	n := 10000
	if x < 1000 {
		n = int(x*10 + 0.5)
	}
	w.int(n / 10)
	if n%10 > 0 {
		w.buf = append(w.buf, '.', byte('0'+n%10))
	}
}

// nullable writes a string, or null for an empty one.
func (w *jsonWriter) nullable(s string) {
	if s == "" {
		w.null()
		return
	}
	w.string(s)
}

// string writes a string that is also safe inside <script>: "<" is escaped, so
// that "</script>" and "<!--" cannot end or change it, and U+2028 and U+2029,
// which are line ends in older JavaScript. Invalid UTF-8 becomes U+FFFD.
func (w *jsonWriter) string(s string) {
	const hex = "0123456789abcdef"
	b := append(w.buf, '"')
	done := 0 // s[:done] is written
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c != '<' && c != 0x7f && c < utf8.RuneSelf {
			i++
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || size > 1) {
				i += size
				continue
			}
		}
		b = append(b, s[done:i]...)
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\t':
			b = append(b, '\\', 't')
		case c < utf8.RuneSelf:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		case size > 1: // U+2028 or U+2029
			b = append(b, '\\', 'u', '2', '0', '2', '8'+s[i+2]-0xa8)
		default:
			b = append(b, "\uFFFD"...)
		}
		i += size
		done = i
	}
	w.buf = append(append(b, s[done:]...), '"')
}
