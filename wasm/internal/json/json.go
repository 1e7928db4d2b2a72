// Package json reads JSON as publishers write it.
//
// In: text that should be JSON, often JSON-LD of a news page. Out: a Value
// tree. The idea: JSON-LD in the wild has raw line breaks inside strings, stands
// in CDATA sections or comments, has trailing commas, or was escaped as HTML
// once too often; a strict reader loses the headline with it. This one never
// fails hard: it gives what it could read. It is also a seventh of the size of
// encoding/json in the reader's download.
package json

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxDepth is how deep arrays and objects may nest; what is deeper is null.
const MaxDepth = 64

// MaxValues is how many values are read of a text: each takes some 100 bytes of memory,
// and may stand in two of the text. The JSON-LD of news pages has 300, once 17,000.
const MaxValues = 50_000

// Kind is the type of a Value.
type Kind uint8

// The kinds of values. Null is the zero Value too.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Value is a JSON value. The zero Value is null; every method works on it.
type Value struct {
	Kind   Kind
	Text   string // of a String; the digits of a Number; "true" or "false"
	Items  []Value
	Fields []Field // in their order; the first of two equal names counts
}

// Field is a member of an object.
type Field struct {
	Name  string
	Value Value
}

// Parse reads the first value in the text. ok is false where the text is not
// strictly complete JSON; the Value then holds what came before the fault.
func Parse(text string) (v Value, ok bool) {
	p := parser{src: text, ok: true}
	p.space()
	v = p.value(0)
	p.space()
	return v, p.ok && p.pos == len(p.src)
}

// ParseAll reads values that stand one after another, as in a script that two
// plugins wrote into.
func ParseAll(text string) []Value {
	var all []Value
	p := parser{src: text, ok: true}
	for p.space(); p.pos < len(p.src); p.space() {
		at := p.pos
		v := p.value(0)
		if p.pos == at {
			break
		}
		all = append(all, v)
	}
	return all
}

// Get gives the member of an object, or null.
func (v Value) Get(name string) Value {
	for i := range v.Fields {
		if v.Fields[i].Name == name {
			return v.Fields[i].Value
		}
	}
	return Value{}
}

// List gives an array's items, nothing for null, and else the value itself: in
// JSON-LD one value may stand for a list of one.
func (v Value) List() []Value {
	switch v.Kind {
	case Array:
		return v.Items
	case Null:
		return nil
	}
	return []Value{v}
}

// Str gives a string's text and "" for everything else.
func (v Value) Str() string {
	if v.Kind == String {
		return v.Text
	}
	return ""
}

type parser struct {
	src    string
	pos    int
	ok     bool
	values int // read so far
}

// space skips white space, and what wraps JSON-LD: <![CDATA[ … ]]>, <!-- … -->,
// and comments as in JavaScript.
func (p *parser) space() {
	for p.pos < len(p.src) {
		rest := p.src[p.pos:]
		switch c := rest[0]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v':
			p.pos++
		case c == 0xEF && strings.HasPrefix(rest, "\uFEFF"), c == 0xE2 && strings.HasPrefix(rest, "\u2028"):
			p.pos += 3
		case c == 0xC2 && strings.HasPrefix(rest, "\u00A0"):
			p.pos += 2
		case c == '<' && strings.HasPrefix(rest, "<![CDATA["):
			p.pos += len("<![CDATA[")
		case c == '<' && strings.HasPrefix(rest, "<!--"):
			p.pos += len("<!--")
		case c == '-' && strings.HasPrefix(rest, "-->"):
			p.pos += len("-->")
		case c == ']' && strings.HasPrefix(rest, "]]>"):
			p.pos += len("]]>")
		case c == '/' && strings.HasPrefix(rest, "/*"):
			end := strings.Index(rest, "*/")
			// "/*<![CDATA[*/" hides a CDATA mark from scripts.
			if end < 0 {
				p.pos = len(p.src)
			} else {
				p.pos += end + 2
			}
		case c == '/' && strings.HasPrefix(rest, "//"):
			end := strings.IndexByte(rest, '\n')
			if end < 0 {
				p.pos = len(p.src)
			} else {
				p.pos += end
			}
		default:
			return
		}
	}
}

func (p *parser) value(depth int) Value {
	if p.values++; p.pos >= len(p.src) || depth > MaxDepth || p.values > MaxValues {
		p.ok = false
		p.pos = len(p.src)
		return Value{}
	}
	switch c := p.src[p.pos]; {
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.array(depth)
	case c == '"':
		return Value{Kind: String, Text: p.text()}
	case c == '-' || c >= '0' && c <= '9':
		start := p.pos
		for p.pos < len(p.src) && strings.IndexByte("+-.eE0123456789", p.src[p.pos]) >= 0 {
			p.pos++
		}
		return Value{Kind: Number, Text: p.src[start:p.pos]}
	}
	for _, word := range []string{"true", "false", "null"} {
		if strings.HasPrefix(p.src[p.pos:], word) {
			p.pos += len(word)
			if word == "null" {
				return Value{}
			}
			return Value{Kind: Bool, Text: word}
		}
	}
	// Something else, such as a bare word of JavaScript: skip to what may follow.
	p.ok = false
	for p.pos < len(p.src) && strings.IndexByte(",]}", p.src[p.pos]) < 0 {
		p.pos++
	}
	return Value{}
}

func (p *parser) array(depth int) Value {
	v := Value{Kind: Array}
	p.pos++
	for {
		p.space()
		if p.pos >= len(p.src) {
			p.ok = false
			return v
		}
		switch p.src[p.pos] {
		case ']':
			p.pos++
			return v
		case ',':
			p.pos++
			continue
		case '}', ':':
			p.ok = false
			return v
		}
		v.Items = append(v.Items, p.value(depth+1))
	}
}

func (p *parser) object(depth int) Value {
	v := Value{Kind: Object}
	p.pos++
	for {
		p.space()
		if p.pos >= len(p.src) {
			p.ok = false
			return v
		}
		switch p.src[p.pos] {
		case '}':
			p.pos++
			return v
		case '"':
		case ',':
			p.pos++
			continue
		case ']':
			p.ok = false
			return v
		default:
			p.ok = false
			p.pos++
			continue
		}
		name := p.text()
		p.space()
		if p.pos >= len(p.src) || p.src[p.pos] != ':' {
			p.ok = false
			continue
		}
		p.pos++
		p.space()
		v.Fields = append(v.Fields, Field{name, p.value(depth + 1)})
	}
}

// text reads a string. Raw line breaks belong to it. A quotation mark that no
// comma, colon or bracket follows does not end it: publishers forget to escape
// the marks of a quotation in a headline.
func (p *parser) text() string {
	p.pos++
	start, escaped := p.pos, false
	for p.pos < len(p.src) {
		switch p.src[p.pos] {
		case '\\':
			escaped = true
			p.pos++
		case '"':
			if p.ends(p.pos + 1) {
				raw := p.src[start:p.pos]
				p.pos++
				if escaped {
					return unescape(raw)
				}
				return raw
			}
			p.ok = false
		}
		p.pos++
	}
	p.pos = min(p.pos, len(p.src))
	p.ok = false
	return unescape(p.src[start:])
}

// ends says whether what follows a quotation mark can follow a string. The look
// ahead is bounded, so that a run of marks costs no square time.
func (p *parser) ends(at int) bool {
	for n := 0; at < len(p.src) && n < 256; n++ {
		switch p.src[at] {
		case ' ', '\n', '\t', '\r':
			at++
		case ',', ':', '}', ']', '/', '<':
			return true
		default:
			return false
		}
	}
	return true
}

// unescape undoes the escapes of a string; unknown ones stand for themselves.
func unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case 'b', 'f':
			b.WriteByte(' ')
		case 'u':
			r, used := unicodeEscape(s[i+1:])
			b.WriteRune(r)
			i += used
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// unicodeEscape reads what follows \u, and a second escape of a surrogate pair.
func unicodeEscape(s string) (r rune, used int) {
	n, ok := hex4(s)
	if !ok {
		return utf8.RuneError, 0
	}
	if utf16.IsSurrogate(n) && strings.HasPrefix(s[4:], `\u`) {
		if low, ok := hex4(s[6:]); ok {
			if r := utf16.DecodeRune(n, low); r != utf8.RuneError {
				return r, 10
			}
		}
	}
	if utf16.IsSurrogate(n) {
		n = utf8.RuneError
	}
	return n, 4
}

func hex4(s string) (rune, bool) {
	if len(s) < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(s[:4], 16, 16)
	return rune(n), err == nil
}
