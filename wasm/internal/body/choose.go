package body

import "golang.org/x/net/html/atom"

// Weights of prose. A unit weighs as much as it has letters outside links.
const (
	minProse  = 25   // letters; less is a label or a menu entry
	listShare = 0.5  // of a list item: menus and link lists are lists too
	scant     = 0.12 // share of the prose that pruning leaves where classes mislead
	minLost   = 600  // letters of prose that are a text
	allProse  = 0.95 // share of the prose that leaves no article beside comments
	dominant  = 0.75 // share of the prose that makes a child stand for its parent
)

// weigh gives every unit its weight and every element the sum of its units.
func (t *tree) weigh() {
	for i := range t.elements {
		t.elements[i].weight = 0
	}
	for i := range t.units {
		u := &t.units[i]
		u.weight = 0
		if t.elements[u.at].gone {
			continue
		}
		prose := u.chars - u.links
		if u.soft > 0 && !isLong(u) {
			prose -= u.soft
		}
		if u.kind == Heading || prose < minProse || u.links*2 > u.chars {
			continue
		}
		u.weight = float32(prose)
		if u.kind == ListItem {
			u.weight *= listShare
		}
		t.elements[u.at].weight += u.weight
	}
	for i := len(t.elements) - 1; i > 0; i-- {
		e := &t.elements[i]
		t.elements[e.parent].weight += e.weight
	}
}

// prune marks what stands around the article as gone. An element with most of
// the page's prose is never boilerplate, whatever its class says: a page's
// wrapper may be called "has-sidebar", "paywall" or "content-with-ads".
func (t *tree) prune() {
	t.pullQuotes()
	t.weigh()
	total := t.elements[0].weight
	t.markTeasers()
	t.clearMain()
	t.entryHeads()
	t.mark(func(e *element) bool {
		if e.role&roleBody != 0 && e.rank <= 2 && !e.hidden || e.role&rolePullQuote != 0 {
			return false
		}
		if e.role&roleComments != 0 && e.heads == 0 && e.weight < allProse*total {
			return true
		}
		if e.heads > 0 && e.weight > minLost && !e.hidden && !e.tag {
			return false // a headline and a text
		}
		if e.role&roleFacts != 0 && e.heads == 0 && total-e.weight > 2*minLost {
			return true // a speech in full may be longer than the article
		}
		return (e.hidden || e.tag || e.role&(roleDrop|roleCaption|roleComments) != 0) && e.weight <= total/2
	})
	if left := t.elements[0].weight; left >= scant*total || left >= minLost || total < minLost {
		return
	}
	// Nearly all is gone: the classes of this page mean something else, such as
	// "gallery-paragraph" for each paragraph. Names and attributes still count.
	for i := range t.elements {
		t.elements[i].gone = false
	}
	t.mark(func(e *element) bool {
		return e.hidden || (e.tag || e.role&roleComments != 0) && e.heads == 0 && e.weight <= total/2
	})
}

// clearMain takes back what classes say of the elements around <main>: of a wrapper of the
// whole page, such as "gate-ad".
func (t *tree) clearMain() {
	for i := range t.elements {
		if t.elements[i].node.DataAtom != atom.Main {
			continue
		}
		for at := t.elements[i].parent; at > 0; at = t.elements[at].parent {
			t.elements[at].role &^= roleDrop | roleCaption | roleComments
			t.elements[at].tag = false
		}
		return
	}
}

// mark sets gone where leave says so, and for all below.
func (t *tree) mark(leave func(*element) bool) {
	for i := range t.elements {
		e := &t.elements[i]
		if i > 0 && (t.elements[e.parent].gone || leave(e)) {
			e.gone = true
		}
	}
	t.weigh()
}

// choose gives the elements that hold the article's text.
func (t *tree) choose(headline string) []int32 {
	from := t.anchor(headline)
	top, leads := t.descend(from)
	if found := t.declared(top, from); found != nil {
		return t.withLead(t.gather(found))
	}
	return append(leads, top)
}

// anchor gives the smallest element that holds the headline and a fair share of
// the page's prose: the teasers of other articles stand outside of it.
func (t *tree) anchor(headline string) int32 {
	const share = 0.2
	best := int32(0)
	if t.elements[0].weight == 0 {
		return best
	}
	for i := range t.units {
		u := &t.units[i]
		if u.level == 0 || u.level != 1 && (headline == "" || letters(u.text) != headline) {
			continue
		}
		at := u.at
		for at > 0 && t.elements[at].weight < share*t.elements[0].weight && !t.isArticle(at) {
			at = t.elements[at].parent
		}
		if t.elements[at].node.DataAtom == atom.Article || at > best && t.elements[best].node.DataAtom != atom.Article {
			best = at
		}
		if u.level == 1 && headline != "" && letters(u.text) == headline {
			return at
		}
	}
	return best
}

// isArticle says whether an element is an <article> with a text in it: one of
// many on a page where the next articles follow.
func (t *tree) isArticle(at int32) bool {
	e := &t.elements[at]
	return e.node.DataAtom == atom.Article && e.weight > 400
}

// descend follows the prose down from an element until it spreads. leads are what stands
// before it on the way and begins the text.
func (t *tree) descend(from int32) (top int32, leads []int32) {
	for {
		next := int32(-1)
		for c := from + 1; c < t.elements[from].end; c = t.elements[c].end {
			if !t.elements[c].gone && t.elements[c].weight >= dominant*t.elements[from].weight && t.elements[c].weight > 0 {
				next = c
			}
		}
		if next < 0 || leaf[t.elements[next].node.DataAtom] {
			return from, leads
		}
		for c := from + 1; c < next; c = t.elements[c].end {
			if e := &t.elements[c]; !e.gone && e.weight >= minLead && e.heads == 0 && t.begins(c) {
				leads = append(leads, c)
			}
		}
		from = next
	}
}

// leaf elements hold a paragraph, not an article.
var leaf = map[atom.Atom]bool{atom.P: true, atom.Li: true, atom.Blockquote: true, atom.Pre: true, atom.Ul: true,
	atom.Ol: true, atom.Dl: true, atom.Span: true, atom.A: true, atom.Tr: true, atom.Tbody: true, atom.Table: true}

// declared gives the elements whose class or itemprop says that they hold the
// text, where they hold enough of it to be believed. Those beside the headline
// count before all others.
func (t *tree) declared(top, anchor int32) []int32 {
	all := t.elements[top].weight
	need := [...]float32{0, 0.4, 0.5, 0.6, 0.6}
	for rank := uint8(1); rank <= 4; rank++ {
		near, nearSum := t.called(rank, anchor)
		if nearSum > 0 && nearSum >= need[rank]*all {
			return near
		}
		if far, sum := t.called(rank, 0); sum > 0 && sum >= need[rank]*all {
			return far
		}
	}
	return nil
}

// gather gives the element around several, where they are nearly all that is in
// it: the entries of a live blog have their headings outside of their text.
func (t *tree) gather(found []int32) []int32 {
	if len(found) < 3 {
		return found
	}
	var sum float32
	for _, f := range found {
		sum += t.elements[f].weight
	}
	last, around := found[len(found)-1], found[0]
	for around > 0 && t.elements[around].end <= last {
		around = t.elements[around].parent
	}
	if t.elements[around].weight <= 1.15*sum {
		return []int32{around}
	}
	return found
}

// called gives the outermost elements in another that a body phrase of a rank
// names, and their weight.
func (t *tree) called(rank uint8, in int32) (found []int32, sum float32) {
	for i := in; i < t.elements[in].end; {
		e := &t.elements[i]
		if e.gone || e.rank != rank || e.role&roleBody == 0 || e.weight == 0 {
			i++
			continue
		}
		found = append(found, i)
		sum += e.weight
		i = e.end
	}
	return found, sum
}
