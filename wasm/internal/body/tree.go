package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"keypoints/wasm/internal/lang"
)

// element is an element of the page. Elements are numbered in document order,
// so that the descendants of i are i+1 up to end.
type element struct {
	node     *html.Node
	parent   int32
	end      int32 // one after its last descendant
	role     role
	rank     uint8   // of a body phrase, 0 without
	block    bool    // ends the text before it and after it
	hidden   bool    // by the page, or shown only on pointing
	tag      bool    // its name alone says that it is not text of the article
	gone     bool    // left out, with all in it
	withheld bool    // has data-nosnippet
	named    bool    // a section that its id or class names by its own heading
	weight   float32 // of the prose in it
	heads    int32   // h1 elements in it

	controls  int32 // buttons and fields in it
	addresses bool  // one of them takes an e-mail address
}

// unit is a stretch of text without a block border in it: what a reader sees as
// a paragraph, heading or list item.
type unit struct {
	text     string
	folded   string // what fold gives, once it was asked
	chars    int    // letters and digits
	links    int    // those of them in links
	strong   int    // those of them in bold or italics
	soft     int    // those of them in inline elements whose class says boilerplate
	cited    int    // those of them in <cite>
	at       int32  // the innermost block element that holds it
	words    int32  // what wordCount gives, once it was asked
	under    int32  // the block that holds the picture right before it, or 0
	post     int32  // the embedded post that holds it, or -1
	quote    int32  // the <blockquote> that holds it, or -1
	weight   float32
	tags     [2]int32 // its inline elements, as a range of tree.tags
	seams    [2]int32 // as a range of tree.seams
	kind     Kind
	level    int8 // of a heading, 1 to 6
	pictured bool // a picture stands before it in the same block
	wrapped  bool // a link holds the whole block
	repeats  bool // its words stand in another paragraph
	withheld bool // some of it stands in an element with data-nosnippet
}

// fold gives the unit's text as the lists of boilerplate have it.
func (u *unit) fold() string {
	if u.folded == "" {
		u.folded = lang.Fold(u.text)
	}
	return u.folded
}

// tag is where an inline element starts or ends in a unit's text.
type tag struct {
	at      int32 // byte of the text
	element int32 // -1 for the end of the last one that is open
}

// seam is a stretch of a unit's text, in bytes, where the page reads otherwise: it
// holds words that are not the article's, such as a footnote mark, or lacks the
// marks that browsers draw around <q>. A text fragment cannot match across it.
type seam struct{ start, end int32 }

// picture is an image of the page.
type picture struct {
	node *html.Node
	at   int32 // the innermost block element that holds it
	unit int32 // the first unit behind it
}

// tree is a page as lists in reading order.
type tree struct {
	elements []element
	units    []unit
	tags     []tag
	seams    []seam
	pictures []picture
	alts     map[string]bool // descriptions of pictures, letters and digits only
}

// block elements end the text before them and after them.
var block = map[atom.Atom]bool{atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true,
	atom.Body: true, atom.Center: true, atom.Dd: true, atom.Details: true, atom.Dialog: true, atom.Dir: true,
	atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true,
	atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true,
	atom.H6: true, atom.Header: true, atom.Hgroup: true, atom.Hr: true, atom.Legend: true, atom.Li: true,
	atom.Main: true, atom.Menu: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true,
	atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Tfoot: true, atom.Thead: true,
	atom.Tr: true, atom.Ul: true}

// silent elements hold no text of the article at all.
var silent = map[atom.Atom]bool{atom.Head: true, atom.Template: true, atom.Textarea: true, atom.Button: true,
	atom.Input: true, atom.Audio: true, atom.Video: true, atom.Picture: true, atom.Img: true, atom.Embed: true, atom.Title: true,
	atom.Link: true, atom.Meta: true, atom.Label: true, atom.Datalist: true, atom.Map: true, atom.Option: true,
	atom.Progress: true, atom.Meter: true, atom.Rt: true, atom.Rp: true, atom.Annotation: true}

// around are elements that hold what stands around the text, by their names.
var around = map[atom.Atom]bool{atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Form: true,
	atom.Figcaption: true, atom.Dialog: true, atom.Menu: true, atom.Fieldset: true, atom.Header: true}
