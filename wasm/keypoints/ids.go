package keypoints

import (
	"strconv"
	"unicode"

	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// ids are the names by which edits speak of items: a letter for the kind, and a hash of
// the item's letters and digits. They stay while the words stand, wherever an edit of the
// article moves them and whatever marks it changes.
type ids struct {
	d       *text.Document
	quotes  map[text.Range]string // by the whole stretch
	denials map[text.Range]string
	last    map[string]place // by the first name of some words, where the search for a free one has come to
	taken   map[string]bool
}

// enoughToTell is how many letters and digits a passage has that nobody says twice. Of a
// shorter one ("No.") the sentence around counts too: an edit of one must never
// become the edit of another.
const enoughToTell = 30

func nameAll(d *text.Document, quotes []quote.Quotation, denials []denial.Passage) *ids {
	n := &ids{d, map[text.Range]string{}, map[text.Range]string{}, map[string]place{}, map[string]bool{}}
	for _, q := range quotes {
		n.quote(q)
	}
	for _, p := range denials {
		n.denial(p)
	}
	return n
}

func (n *ids) quote(q quote.Quotation) string {
	if len(q.Parts) == 0 {
		return ""
	}
	whole := text.Range{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
	if id, known := n.quotes[whole]; known {
		return id
	}
	h, letters := newHash(), 0
	for _, part := range q.Parts {
		if !n.within(part) {
			return ""
		}
		letters += h.add(n.d.Cut(part))
	}
	if letters < enoughToTell && q.Sentence >= 0 && q.Sentence < len(n.d.Sentences) {
		h.add(n.d.Cut(n.d.Sentences[q.Sentence].Range))
	}
	n.quotes[whole] = n.free('q', h)
	return n.quotes[whole]
}

func (n *ids) denial(p denial.Passage) string {
	if id, known := n.denials[p.Range]; known {
		return id
	}
	if !n.within(p.Range) {
		return ""
	}
	h := newHash()
	h.add(n.d.Cut(p.Range))
	n.denials[p.Range] = n.free('d', h)
	return n.denials[p.Range]
}

func (n *ids) within(r text.Range) bool {
	return 0 <= r.Start && r.Start < r.End && r.End <= len(n.d.Text)
}

// free gives a name that no item has: the same words, again in the same sentence, have
// the same hash.
func (n *ids) free(kind byte, h hash) string {
	first := string(kind) + h.name()
	at, known := n.last[first] // the same words may stand on a page thousands of times
	if !known {
		at = place{h, 1}
	}
	for ; ; at.again++ {
		id := string(kind) + at.hash.name()
		if !n.taken[id] {
			n.taken[id] = true
			n.last[first] = at
			return id
		}
		at.hash.add(strconv.Itoa(at.again))
	}
}

// place is where the search for a free name has come to.
type place struct {
	hash  hash
	again int
}

// hash is 64-bit FNV-1a.
type hash uint64

func newHash() hash { return 14695981039346656037 }

// add takes in the letters and digits of a text, in lower case, and says how many they were.
func (h *hash) add(s string) (letters int) {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		letters++
		for r = unicode.ToLower(r); r > 0; r >>= 8 {
			*h = (*h ^ hash(r&0xff)) * 1099511628211
		}
	}
	return letters
}

// name is 40 bits of the hash: eight letters and digits that nobody takes for another.
func (h hash) name() string {
	const digits = "0123456789abcdefghjkmnpqrstvwxyz" // Crockford's base 32
	mixed := h ^ h>>32
	var out [8]byte
	for i := range out {
		out[i] = digits[mixed&31]
		mixed >>= 5
	}
	return string(out[:])
}
