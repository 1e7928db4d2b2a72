package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// longestLabel is how many tokens a line that leads to a quotation without a verb has
// at most.
const longestLabel = 16

// label reads a line without a verb before a quotation, tokens [first, end): “Statement by
// Ann Lee, harbor commissioner:”, “From the desk of Ann Lee”, “Breaking:”. It gives whose
// words follow; ok is false for a line that is no label. Nobody's are what a caption, a
// dateline, or a sign announce: then the mention has no entity.
func (f *finder) label(first, end int) (m people.Mention, ok bool) {
	d := f.d
	m = people.Mention{First: first, Last: first + 1, Head: first, Entity: -1, Form: people.Name, Range: d.Tokens[first].Range}
	if end <= first || end-first > longestLabel {
		return m, false
	}
	dated := false
	for t := first; t < end; t++ {
		tok := &d.Tokens[t]
		if tok.Quote >= 0 || tok.Is(lang.Verbal) && !tok.Is(lang.Preposition) && !tok.Is(lang.To) && f.s.At(t) < 0 && !tok.Capital ||
			f.s.Finite(t) && !f.s.NounForm(t) && t > first && f.s.At(t) < 0 {
			return m, false
		}
		dated = dated || tok.Is(lang.CalendarWord)
	}
	if owner, found := f.s.Possessor(first); found { // “Her answer:”
		return owner, true
	}
	for t := first; t < end; t++ {
		i := f.s.At(t)
		if i < 0 {
			continue
		}
		n := f.s.Mentions[i]
		t = n.Last - 1
		switch {
		case n.Possessive: // “Lee's verdict:”
			return n, true
		case n.First == first:
			if e := n.Entity; e >= 0 && !dated && (f.s.Entities[e].Kind == people.Person || f.s.Times(e) > 1) {
				return n, n.Last < end // “Lee:” is a name and no label
			}
		case n.Form == people.Name && n.Entity >= 0 && f.s.Entities[n.Entity].Kind == people.Person && !f.addressed(f.s.Start(n), first):
			return n, true
		}
	}
	if phrase, found := f.s.PhraseAt(first); found && phrase.Form == people.Nominal && f.s.Speaks(phrase) && phrase.Last == end-1 {
		return m, false // “One voter:”
	}
	return m, true
}

// addressed tells that what stands before token t in a label that begins at first leads
// to somebody else than who speaks: “Letter to Ann Lee”, “the call with Ann Lee”.
func (f *finder) addressed(t, first int) bool {
	if t <= first {
		return false
	}
	before := &f.d.Tokens[t-1]
	return before.Lower != lang.By && before.Lower != lang.From && !before.Is(lang.Of) && (before.Is(lang.Preposition) || before.Is(lang.To))
}

// leads gives who speaks by the label right before token end, that a colon ends, or
// that begins as signatures do.
func (f *finder) leads(first, last int) (people.Mention, bool) {
	if f.d.Tokens[last-1].Lower == ":" {
		return f.label(first, last-1)
	}
	if f.d.Tokens[first].Lower == lang.From { // “From the desk of Ann Lee, who …”
		if m, ok := f.label(first, last); ok && m.Entity >= 0 {
			return m, true
		}
	}
	return people.Mention{}, false
}
