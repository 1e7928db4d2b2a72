package keypoints

import (
	"unicode/utf8"

	"keypoints/wasm/internal/text"
)

// positions turns byte offsets of a text into code points. It remembers the
// count at every 64th byte or so, so that it is made in one pass and answers
// at once.
type positions struct {
	text  string
	marks []mark
}

type mark struct{ offset, count int }

const stride = 64

func newPositions(s string) *positions {
	p := &positions{text: s, marks: make([]mark, 0, len(s)/stride+1)}
	next, count := 0, 0
	for offset := range s {
		if offset >= next {
			p.marks = append(p.marks, mark{offset, count})
			next = (len(p.marks)) * stride
		}
		count++
	}
	return p
}

// span is the range in code points.
func (p *positions) span(r text.Range) Span {
	return Span{Start: p.count(r.Start), End: p.count(r.End)}
}

// count is how many code points stand before a byte offset.
func (p *positions) count(offset int) int {
	if len(p.marks) == 0 {
		return 0
	}
	i := min(offset/stride, len(p.marks)-1)
	for p.marks[i].offset > offset {
		i--
	}
	return p.marks[i].count + utf8.RuneCountInString(p.text[p.marks[i].offset:offset])
}

// within says whether a range can be cut from the text: in order, inside it,
// and not empty.
func (p *positions) within(r text.Range) bool {
	return 0 <= r.Start && r.Start < r.End && r.End <= len(p.text)
}
