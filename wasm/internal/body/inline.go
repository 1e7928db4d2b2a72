package body

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inline is what the current unit has beside its words.
type inline struct {
	open  []int32 // open inline elements that an article keeps, at most maxOpen
	begun int     // how many of them have begun in this unit
	tags  []tag
	seams []seam
}

func inlineOf(open []int32) inline { return inline{open: open} }

// maxOpen bounds the open inline elements that a unit begins with: of those around
// 50,000 lines each line would have its own.
const maxOpen = 4

// openTag notes an inline element that an article keeps, or says false.
func (b *builder) openTag(n *html.Node, at int32) bool {
	if len(b.open) == maxOpen || !marked[n.DataAtom] && n.DataAtom != atom.Td && n.DataAtom != atom.Th {
		return false
	}
	b.open = append(b.open, at)
	return true
}

// openTags begins, at the next word, the inline elements opened before it.
func (b *builder) openTags() {
	for ; b.begun < len(b.open); b.begun++ {
		b.inline.tags = append(b.inline.tags, tag{int32(len(b.written())), b.open[b.begun]})
	}
}

// closeTag ends the innermost open inline element.
func (b *builder) closeTag() {
	if b.begun == len(b.open) {
		b.begun--
		b.inline.tags = append(b.inline.tags, tag{int32(len(b.written())), -1})
	}
	b.open = b.open[:len(b.open)-1]
}

// seam notes that the page reads otherwise in the last n bytes of the text.
func (b *builder) seam(n int) {
	end := int32(len(b.written()))
	b.inline.seams = append(b.inline.seams, seam{end - int32(n), end})
}

// quotationMark writes a mark that browsers draw around <q>, double or single by its
// depth. It is no text of the page.
func (b *builder) quotationMark(depth int, outer, inner string) {
	mark := outer
	if depth%2 == 0 {
		mark = inner
	}
	if depth > 0 && (mark == "”" || mark == "’") {
		b.space = false
	}
	b.word(mark, 0)
	b.seam(len(mark))
}

// controls are elements that readers click or fill in.
var controls = map[atom.Atom]bool{atom.Button: true, atom.Input: true, atom.Textarea: true, atom.Select: true}

// takesAddress says whether a field is for the reader's e-mail address.
func takesAddress(n *html.Node) bool {
	if n.DataAtom != atom.Input {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "type", "name", "id":
			if value := strings.ToLower(a.Val); strings.Contains(value, "email") || strings.Contains(value, "e-mail") {
				return true
			}
		}
	}
	return false
}

// inSentence says whether a button or label is part of the sentence around it: "The
// lawyer <button>Priya Nandan</button> said". It has words on both sides.
func inSentence(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Button, atom.Label, atom.Meter, atom.Progress:
		return n.PrevSibling != nil && n.NextSibling != nil && hasText(n.PrevSibling) && hasText(n.NextSibling)
	}
	return false
}

func hasText(n *html.Node) bool { return n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" }

// maxMark bounds a footnote's mark in bytes: "[12]", "†".
const maxMark = 8

// isFootnote says whether an element is the mark of a footnote behind some words: a
// link to a note, or a raised number that is no exponent ("m²", "10⁶") nor ending ("3rd").
func (b *builder) isFootnote(n *html.Node) bool {
	if len(b.written()) == 0 || n.DataAtom != atom.Sup && n.DataAtom != atom.A {
		return false
	}
	linked := n.DataAtom == atom.A
	if linked && !strings.Contains(attribute(n, "href"), "#") {
		return false
	}
	mark, seen := "", 0
	for d := range n.Descendants() {
		if seen++; seen > maxMark {
			return false
		}
		if d.Type == html.TextNode {
			mark += strings.TrimSpace(d.Data)
		} else if d.DataAtom == atom.A {
			linked = true
		}
		if len(mark) > maxMark {
			return false
		}
	}
	if mark != "" && isNoteRef(n) {
		return true
	}
	number := strings.Trim(mark, "[]()*†‡§¶")
	if mark == "" || len(number) > 5 {
		return false
	}
	for _, c := range []byte(number) {
		if (c < '0' || c > '9') && c != ',' && c != '-' && !(len(number) == 1 && linked && c >= 'a' && c <= 'z') {
			return false
		}
	}
	if linked || number == "" || number != mark || strings.ContainsAny(number, ",-") {
		return true
	}
	return !b.space && !b.takesExponent(number)
}

// isNoteRef says whether an element calls itself a reference to a note.
func isNoteRef(n *html.Node) bool {
	if attribute(n, "role") == "doc-noteref" {
		return true
	}
	class := strings.ToLower(attribute(n, "class"))
	return strings.Contains(class, "footnote") || strings.Contains(class, "noteref") || strings.Contains(class, "fnref")
}

// takesExponent says whether a raised number behind the text so far is a power: behind
// a number, or a 2 or 3 behind a short unit.
func (b *builder) takesExponent(number string) bool {
	text := b.written()
	last, _ := utf8.DecodeLastRune(text)
	if unicode.IsDigit(last) {
		return true
	}
	if !unicode.IsLetter(last) || number != "2" && number != "3" {
		return false
	}
	word := 0
	for len(text) > 0 && word <= 3 {
		last, size := utf8.DecodeLastRune(text)
		if !unicode.IsLetter(last) {
			break
		}
		word++
		text = text[:len(text)-size]
	}
	return word <= 2
}

// speaks says whether an element has letters, digits or quotation marks in it, not
// ornaments alone.
func speaks(n *html.Node) bool {
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 20 {
			return true
		}
		if d.Type == html.TextNode && strings.ContainsFunc(d.Data, func(r rune) bool {
			return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(`“”‘’„«»"'`, r)
		}) {
			return true
		}
	}
	return false
}

// isCard says whether an inline element named after a hover card is the card, not the
// words that readers point at: it is glued to the word before it, or is a box.
func (b *builder) isCard(n *html.Node) bool {
	if last, _ := utf8.DecodeLastRune(b.written()); len(b.written()) > 0 && !b.space && (unicode.IsLetter(last) || unicode.IsDigit(last)) {
		if n.FirstChild != nil && n.FirstChild.Type == html.TextNode {
			if first, _ := utf8.DecodeRuneInString(n.FirstChild.Data); unicode.IsLetter(first) {
				return true
			}
		}
	}
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 40 || block[d.DataAtom] {
			return true
		}
	}
	return false
}

// isHoverCard finds an inline element that shows a picture first and then
// links: the card of a name, not the name.
func isHoverCard(n *html.Node) bool {
	if n.DataAtom != atom.Span || n.FirstChild == nil || n.FirstChild == n.LastChild && n.FirstChild.Type == html.TextNode {
		return false
	}
	image, links, seen := false, 0, 0
	for d := range n.Descendants() {
		if seen++; seen > 40 || block[d.DataAtom] {
			return false
		}
		switch {
		case d.DataAtom == atom.Img:
			image = true
		case d.DataAtom == atom.A && d.FirstChild != nil:
			links++
		case d.Type == html.TextNode && !image && strings.TrimSpace(d.Data) != "":
			return false
		}
	}
	return image && links >= 2
}
