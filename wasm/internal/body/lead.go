package body

import (
	"sort"

	"golang.org/x/net/html/atom"
)

// Some publishers keep a story's first paragraphs in an element of their own beside the
// body, often called its teaser: what readers see who do not pay.

const (
	minLead  = 60 // letters of prose in it
	maxLeads = 8  // paragraphs
)

// markTeasers takes each element called a teaser for another story's, unless it is the
// lead of the body that follows it or holds a body.
func (t *tree) markTeasers() {
	for i := range t.elements {
		e := &t.elements[i]
		if e.role&roleTeaser == 0 || e.tag {
			continue
		}
		if next := e.end; int(next) < len(t.elements) && t.elements[next].parent == e.parent && t.elements[next].role&roleBody != 0 && t.isLead(int32(i)) {
			continue
		}
		e.role |= roleDrop
		for j := i + 1; j < min(int(e.end), i+maxSection*8); j++ {
			if inner := &t.elements[j]; inner.role&roleBody != 0 && inner.rank <= 1 && inner.weight > minLead {
				e.role &^= roleDrop
				break
			}
		}
	}
}

// withLead adds the paragraphs that stand right before the body, in an element beside it.
func (t *tree) withLead(chosen []int32) []int32 {
	body := chosen[0]
	parent, before := t.elements[body].parent, int32(-1)
	for c := parent + 1; c < body; c = t.elements[c].end {
		if t.elements[c].weight > 0 && !t.elements[c].gone {
			before = c
		}
	}
	if before < 0 || !t.isLead(before) {
		return chosen
	}
	return append([]int32{before}, chosen...)
}

// isLead says whether an element holds a few paragraphs of prose and nothing else.
func (t *tree) isLead(at int32) bool {
	e := &t.elements[at]
	if e.weight < minLead || e.heads > 0 || e.hidden || e.controls > 0 {
		return false
	}
	// Units are in the order of the elements that hold them, but for hidden ones.
	first := sort.Search(len(t.units), func(i int) bool { return t.units[i].at >= at })
	paragraphs := 0
	for i := first; i < len(t.units) && t.units[i].at < e.end; i++ {
		u := &t.units[i]
		if u.kind == Heading || u.links*5 > u.chars || t.elements[u.at].node.DataAtom != atom.P {
			return false
		}
		paragraphs++
	}
	return paragraphs > 0 && paragraphs <= maxLeads
}

// begins says whether two paragraphs of sentences stand beside each other in an element:
// a dek is one, a teaser has a link.
func (t *tree) begins(at int32) bool {
	first := sort.Search(len(t.units), func(i int) bool { return t.units[i].at >= at })
	for i := first + 1; i < len(t.units) && t.units[i].at < t.elements[at].end && i < first+maxSection; i++ {
		u, v := &t.units[i-1], &t.units[i]
		if t.elements[u.at].parent == t.elements[v.at].parent && t.isSentence(u) && t.isSentence(v) && !t.elements[u.at].gone && !t.elements[v.at].gone {
			return true
		}
	}
	return false
}
