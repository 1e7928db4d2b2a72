package page

import (
	"strings"

	"keypoints/wasm/card"
)

// sort is how the scanner treats an element.
type sort int

const (
	nesting sort = iota
	// void elements have no end tag.
	void
	// optionalEnd elements are closed by what follows them, so a thousand unclosed
	// ones are not nested.
	optionalEnd
	// formatting elements that stay open are opened again in every later block, so
	// that a page of n bytes could make a tree of n² nodes.
	formatting
	// dropped elements go with all that is in them.
	dropped
)

// sortOf is a switch, not a map, as it is asked for every tag.
func sortOf(name string) sort {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return void
	case "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "html", "head", "body":
		return optionalEnd
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return formatting
	case "script", "style", "svg", "noscript", "iframe", "object", "noembed", "noframes", "canvas", "select":
		return dropped
	}
	return nesting
}

// scanner copies a page without what no later stage reads.
type scanner struct {
	src      string
	xml      bool // "<p/>" is an element with nothing in it
	pos      int
	out      output
	jsonld   []string
	data     []string
	filled   int             // bytes of data
	declared int             // bytes of JSON-LD
	shown    int             // bytes of text in long stretches
	depth    int             // open elements, by their tags
	open     int             // open formatting elements
	nodes    int             // nodes that html.Parse may make
	absent   map[string]bool // end tags known not to come any more
	menus    int             // bytes read in search of menus' ends

	asked    map[string]bool // attributes that selectors of paid parts ask for, or nil
	marked   bool            // the page has markup for us: see markup.go
	edits    string
	noscript string
	menu     strings.Builder
}

// maxData bounds in bytes the scripts and the <noscript> that are kept for pages without
// text, which hold about 200 KB, and the JSON-LD, of which a page had 841,000 once.
const maxData = 1 << 20

// A page with more than enoughText bytes of text, in stretches longer than longText, needs
// no text from its scripts: their bytes are not copied then.
const longText, enoughText = 80, 12_000

// scan makes the page to parse, and puts aside the scripts that hold data. It is linear:
// no byte is looked at more than a bounded number of times.
func (s *scanner) scan() error {
	src := s.src
	s.out.kept.Grow(min(len(src)/4+16, maxKept)) // of a real page a fifth is kept
	for s.pos < len(src) {
		lt := strings.IndexByte(src[s.pos:], '<')
		if lt < 0 {
			s.out.text(src[s.pos:])
			break
		}
		s.out.text(src[s.pos : s.pos+lt])
		if lt > longText {
			s.shown += lt
		}
		s.pos += lt
		s.markup()
		if s.depth > MaxDepth {
			return failed(card.TooDeep, "the page's elements are nested deeper than browsers allow")
		}
		if s.nodes > MaxNodes {
			return failed(card.TooLarge, "the page has more than 100,000 elements; send the article alone")
		}
	}
	if s.shown > enoughText {
		s.data, s.noscript = nil, ""
	}
	for i := range s.data { // cloned so that the page's source can go
		s.data[i] = strings.Clone(s.data[i])
	}
	s.noscript = strings.Clone(s.noscript)
	return nil
}

// markup handles what starts with "<" at s.pos.
func (s *scanner) markup() {
	rest := s.src[s.pos:]
	switch {
	case len(rest) > 1 && isLetter(rest[1]):
		s.startTag()
	case strings.HasPrefix(rest, "</") && len(rest) > 2 && isLetter(rest[2]):
		s.endTag()
	case strings.HasPrefix(rest, "<!--"):
		s.comment()
	case strings.HasPrefix(rest, "<!") || strings.HasPrefix(rest, "<?") || strings.HasPrefix(rest, "</"):
		// A doctype is kept, since without it tables go into paragraphs.
		end := strings.IndexByte(rest, '>')
		if end < 0 {
			s.pos = len(s.src)
			return
		}
		if len(rest) > 9 && strings.EqualFold(rest[:9], "<!doctype") {
			s.out.text(rest[:end+1])
		}
		s.pos += end + 1
	default:
		s.out.text("&lt;")
		s.pos++
	}
}

func (s *scanner) comment() {
	body := s.src[s.pos+4:]
	for _, empty := range []string{">", "->"} {
		if strings.HasPrefix(body, empty) {
			s.pos += 4 + len(empty)
			return
		}
	}
	end := strings.Index(body, "-->")
	if bang := strings.Index(body[:max(end, 0)], "--!>"); bang >= 0 {
		s.pos += 4 + bang + 4
		return
	}
	if end < 0 {
		s.pos = len(s.src)
		return
	}
	s.pos += 4 + end + 3
}

// name reads a tag's name from start, in lower case.
func (s *scanner) name(start int) (string, int) {
	end := until(s.src, start, space|slash|greater)
	return strings.ToLower(s.src[start:end]), end
}

func (s *scanner) endTag() {
	name, end := s.name(s.pos + 2)
	gt := strings.IndexByte(s.src[end:], '>')
	if gt < 0 {
		s.pos = len(s.src)
		return
	}
	s.pos = end + gt + 1
	of := sortOf(name)
	if len(name) > 64 || of == dropped {
		return
	}
	s.out.text("</")
	s.out.text(name)
	s.out.byte('>')
	switch of {
	case formatting:
		s.open = max(0, s.open-1)
	case nesting:
		s.depth = max(0, s.depth-1)
	}
	s.nodes++ // the text after it
}

func (s *scanner) startTag() {
	name, end := s.name(s.pos + 1)
	of := sortOf(name)
	if of == dropped {
		typ, after, selfClosing := s.attributes(end, false)
		s.pos = after
		if selfClosing && (name == "svg" || s.xml) {
			return
		}
		tag := s.src[end:after]
		inner, ok := s.skipTo(name)
		switch {
		case ok && name == "script":
			s.script(typ, tag, inner)
		case ok && name == "noscript" && s.noscript == "" && len(inner) <= maxData && strings.Count(inner, "<p") > 1:
			s.noscript = inner
		case name == "iframe" && s.depth > 0:
			s.out.text("<embed>") // a film or a chart, that a caption stands under
			s.nodes++
		}
		return
	}
	if name == "nav" && s.skipMenu(end) {
		return
	}
	s.nodes += 2 + s.open
	switch of {
	case formatting:
		if s.open >= 32 {
			_, s.pos, _ = s.attributes(end, false)
			return
		}
		s.open++
	case nesting:
		s.depth++
	}
	s.out.byte('<')
	s.out.text(name[:min(len(name), 64)])
	_, after, closed := s.attributes(end, true)
	s.out.byte('>')
	s.pos = after
	if closed && (s.xml && of != void || name == "math") {
		s.out.text("</" + name[:min(len(name), 64)] + ">")
		switch of {
		case formatting:
			s.open--
		case nesting:
			s.depth--
		}
		return
	}
	if name == "title" || name == "textarea" || name == "xmp" || name == "plaintext" {
		// What looks like a tag in here is text; a title is short, and no field is read.
		if inner, ok := s.skipTo(name); ok {
			if name == "title" || name == "textarea" {
				inner = beginning(inner, maxValue)
			}
			s.out.text(inner)
			s.out.text("</" + name + ">")
		}
	}
}

// maxMenu is the size in bytes up to which a <nav> is taken for a menu.
const maxMenu = 64 << 10

// inMenu are the elements of a menu.
var inMenu = map[string]bool{"ul": true, "ol": true, "li": true, "a": true, "span": true, "div": true, "img": true, "button": true, "i": true, "b": true,
	"em": true, "strong": true, "small": true, "br": true, "hr": true, "svg": true, "g": true, "path": true, "use": true, "circle": true, "rect": true,
	"polygon": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "label": true, "input": true, "form": true}

// skipMenu moves behind a <nav> that is closed and holds nothing but a menu: no
// paragraph, no headline, no script. Real pages have two or three, a tenth of their
// elements, and no later stage reads them.
func (s *scanner) skipMenu(at int) bool {
	if s.menus > len(s.src) { // read twice already
		return false
	}
	rest := s.src[at:min(len(s.src), at+maxMenu)]
	end := strings.Index(rest, "</nav>")
	if end < 0 {
		s.menus += len(rest)
		return false
	}
	s.menus += end
	if strings.Contains(rest[:end], "itemprop") {
		return false
	}
	for i, c := range []byte(rest[:end]) {
		if c != '<' {
			continue
		}
		start := at + i + 1
		if s.src[start] == '/' {
			start++
		}
		if name, _ := s.name(start); !inMenu[name] {
			return false
		}
	}
	s.pos = at + end + len("</nav>")
	s.menuText(rest[:end])
	return true
}

// maxMenuText bounds the text of menus, in bytes.
const maxMenuText = 16 << 10

// menuText keeps what a menu reads, a line an element: a link to a passage must not lead
// to the same words in a menu.
func (s *scanner) menuText(menu string) {
	for s.menu.Len() < maxMenuText {
		_, rest, ok := strings.Cut(menu, ">")
		if !ok {
			return
		}
		text, _, _ := strings.Cut(rest, "<")
		menu = rest[len(text):]
		if text = strings.TrimSpace(text); strings.Contains(text, " ") {
			s.menu.WriteString(text)
			s.menu.WriteByte('\n')
		}
	}
}

// skipTo moves behind the next end tag of name and gives what is before it.
// Without one it stays, and the start tag counts as alone.
func (s *scanner) skipTo(name string) (inner string, ok bool) {
	if s.absent[name] {
		return "", false
	}
	start := s.pos
	for at := start; ; {
		lt := strings.Index(s.src[at:], "</")
		if lt < 0 {
			s.absent[name] = true
			if name == "script" || name == "style" {
				s.pos = len(s.src) // as browsers do
			}
			return "", false
		}
		at += lt + 2
		if len(s.src)-at >= len(name) && strings.EqualFold(s.src[at:at+len(name)], name) {
			after := at + len(name)
			if after == len(s.src) || kinds[s.src[after]]&(space|slash|greater) != 0 {
				gt := strings.IndexByte(s.src[after:], '>')
				if gt < 0 {
					s.pos = len(s.src)
				} else {
					s.pos = after + gt + 1
				}
				return s.src[start : at-2], true
			}
		}
	}
}

// script puts aside the contents of a script that holds data.
func (s *scanner) script(typ, tag, inner string) {
	if isJSONLD(typ) {
		if s.declared += len(inner); s.declared > maxData {
			return
		}
		s.jsonld = append(s.jsonld, strings.Clone(inner))
	} else if s.edits == "" && strings.Contains(tag, "data-key-points") && len(inner) <= maxValue*16 {
		s.edits = strings.Clone(inner)
	} else if s.filled+len(inner) <= maxData &&
		(strings.Contains(tag, "__NEXT_DATA__") || strings.Contains(tag, "fusion-metadata") || strings.HasPrefix(inner, "self.__next_f.push(")) {
		s.filled += len(inner)
		s.data = append(s.data, inner)
	}
}

func isJSONLD(typ string) bool {
	media, _, _ := strings.Cut(typ, ";")
	return strings.EqualFold(strings.TrimSpace(media), "application/ld+json")
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
