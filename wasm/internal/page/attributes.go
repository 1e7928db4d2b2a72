package page

import "strings"

// keptAttribute tells that a later stage reads an attribute. The others, above
// all event handlers, data-* JSON and inline images, never reach the tree.
//
//go:noinline
func keptAttribute(name string) bool {
	switch name {
	case "alt", "aria-hidden", "aria-label", "cite", "class", "colspan", "content",
		"data-area", "data-component", "data-gu-name", "data-key-points", "data-name", "data-nosnippet", "data-qa", "data-src", "data-test", "data-test-id", "data-testid", "data-type",
		"datetime", "dir", "height", "hidden", "href", "id",
		"itemprop", "itemscope", "itemtype", "lang", "name", "paid",
		"popover", "property", "rel", "role", "rowspan", "shadowrootmode", "slot", "src", "srcset", "style",
		"title", "typeof", "value", "width", "xml:lang":
		return true
	}
	return false
}

// maxAttributes bounds the attributes of an element; html.Parse compares those
// of open formatting elements pairwise.
const maxAttributes = 24

// maxValue bounds an attribute's bytes; longer ones are inline data. Only
// content= may be longer: descriptions, sometimes the article's text.
const maxValue = 4096

// attributes reads a tag's attributes from at on to behind its ">". It writes
// the kept ones, and gives the value of type=.
func (s *scanner) attributes(at int, write bool) (typ string, after int, selfClosing bool) {
	src, count := s.src, 0
	for at < len(src) {
		before := at
		at = behind(src, at, space|slash)
		if at >= len(src) {
			break
		}
		if src[at] == '>' {
			return typ, at + 1, at > before && src[at-1] == '/'
		}
		nameStart := at
		at = until(src, at+1, space|slash|greater|equals) // a leading "=" belongs to the name
		name := src[nameStart:at]
		next := behind(src, at, space)
		value, hasValue := "", false
		if next < len(src) && src[next] == '=' {
			value, at = attributeValue(src, next+1)
			hasValue = true
		}
		if len(name) > 16 && s.asked == nil {
			continue
		}
		if !keptAttribute(name) {
			if name = strings.ToLower(name); !keptAttribute(name) && !s.asked[name] {
				if name == "type" {
					typ = value
				}
				if name != "type" || value != "email" { // of a field that asks for an address
					continue
				}
			}
		}
		if !write || count >= maxAttributes || len(value) > maxValue && name != "content" || name == "style" && !shows(value) {
			continue
		}
		count++
		s.marked = s.marked || name == "data-key-points" || name == "name" && strings.EqualFold(value, "key-points")
		s.writeAttribute(name, value, hasValue)
	}
	return typ, at, false
}

func (s *scanner) writeAttribute(name, value string, hasValue bool) {
	s.out.byte(' ')
	s.out.text(name)
	if !hasValue {
		return
	}
	if strings.IndexByte(value, '"') >= 0 {
		value = strings.ReplaceAll(value, `"`, "&quot;")
	}
	s.out.text(`="`)
	s.out.text(value)
	s.out.byte('"')
}

// attributeValue reads a value that starts after "=", and gives what follows.
func attributeValue(src string, at int) (value string, after int) {
	at = behind(src, at, space)
	if at >= len(src) {
		return "", at
	}
	if q := src[at]; q == '"' || q == '\'' {
		end := strings.IndexByte(src[at+1:], q)
		if end < 0 {
			return "", len(src)
		}
		return src[at+1 : at+1+end], at + 1 + end + 1
	}
	end := until(src, at, space|greater)
	return src[at:end], end
}

// shows tells that a style says whether or how its element is shown.
func shows(style string) bool {
	return strings.Contains(style, "display") || strings.Contains(style, "visibility") || strings.Contains(style, "DISPLAY") || strings.Contains(style, "clip")
}

// Kinds of bytes within a tag.
const (
	space = 1 << iota
	slash
	greater
	equals
)

var kinds = [256]byte{' ': space, '\n': space, '\t': space, '\r': space, '\f': space, '/': slash, '>': greater, '=': equals}

// until gives the place of the next byte of some kinds, or the end.
func until(src string, at int, of byte) int {
	for at < len(src) && kinds[src[at]]&of == 0 {
		at++
	}
	return at
}

// behind gives the place behind bytes of some kinds.
func behind(src string, at int, of byte) int {
	for at < len(src) && kinds[src[at]]&of != 0 {
		at++
	}
	return at
}
