package text

import "keypoints/wasm/internal/lang"

// Match tells that a pattern matches around the place before token t, and gives the token behind
// what matched, or at the pattern's mark. It looks at nothing from token end on, and at nothing
// before the sentence. Quotation marks are passed over, before the place adverbs too: labelled
// the story as “disinformation”.
func (d *Document) Match(p *lang.Pattern, t, end int) (at int, ok bool) {
	m := matcher{d: d, end: end, mark: -1}
	if at, ok = m.match(p.Behind, t, 1); !ok {
		return 0, false
	}
	if len(p.Before) > 0 {
		m.first = d.Sentences[d.Tokens[t].Sentence].First
		if _, ok = m.match(p.Before, t-1, -1); !ok {
			return 0, false
		}
	}
	if m.mark >= 0 {
		at = m.mark
	}
	return at, true
}

// mayBegin tells, of most patterns in one look, that the word behind the place is not another one.
func (d *Document) mayBegin(p *lang.Pattern, t, end int) bool {
	if len(p.Behind) == 0 || t >= end {
		return true
	}
	e, tok := p.Behind[0], &d.Tokens[t]
	return e.Kind != lang.OneWord || e.Optional || e.Has(tok.Lower, &tok.Entry) || tok.QuotationMark()
}

// Construction gives the first match of a list of patterns around the place before token t.
func (d *Document) Construction(list []lang.Pattern, t, end int) (at int, ok bool) {
	for i := range list {
		if !d.mayBegin(&list[i], t, end) {
			continue
		}
		if at, ok = d.Match(&list[i], t, end); ok {
			return at, true
		}
	}
	return 0, false
}

// matcher holds where a match looks: among tokens [first, end).
type matcher struct {
	d                *Document
	first, end, mark int
}

// match goes on from token t in the direction of step, 1 or -1.
func (m *matcher) match(p []*lang.PatternElement, t, step int) (last int, ok bool) {
	if len(p) == 0 {
		return t, true
	}
	e := p[0]
	if e.Kind == lang.Edge && step > 0 && m.closes(t) {
		return m.match(p[1:], t, step)
	}
	from := t
	for m.within(t) && m.d.Tokens[t].QuotationMark() {
		t += step
	}
	for step < 0 && e.Kind == lang.Unless && m.within(t) && m.d.Tokens[t].Is(lang.Modifier) && !m.has(e, t) {
		t--
	}
	switch e.Kind {
	case lang.Gap, lang.WideGap:
		for n := 0; n <= e.Longest; n++ {
			if last, ok := m.match(p[1:], t, step); ok {
				return last, true
			}
			for m.within(t) && m.d.Tokens[t].QuotationMark() {
				t += step
			}
			if !m.within(t) || !m.d.Tokens[t].Word && e.Kind == lang.Gap || m.has(e, t) {
				break
			}
			t += step
		}
		return 0, false
	case lang.Mark:
		m.mark = max(t, t-step) // before the place, the token that was just passed
		return m.match(p[1:], t, step)
	case lang.Unless:
		if m.within(t) && m.has(e, t) {
			return 0, false
		}
		return m.match(p[1:], from, step)
	case lang.Edge:
		if m.within(t) && m.d.Tokens[t].Word {
			return 0, false
		}
		return m.match(p[1:], t, step)
	}
	if m.within(t) && m.has(e, t) {
		if last, ok := m.match(p[1:], t+step, step); ok {
			return last, true
		}
	}
	if e.Optional {
		return m.match(p[1:], t, step)
	}
	if step < 0 && m.within(t) && m.d.Tokens[t].Is(lang.Modifier) {
		return m.match(p, t+step, step)
	}
	return 0, false
}

// closes tells that a quotation ends with token t.
func (m *matcher) closes(t int) bool {
	return m.within(t) && m.d.Tokens[t].Quote >= 0 && m.d.Quoted[m.d.Tokens[t].Quote].Last == t+1
}

func (m *matcher) within(t int) bool { return t >= m.first && t < m.end }

// has tells that token t is what one element asks for.
func (m *matcher) has(e *lang.PatternElement, t int) bool {
	tok := &m.d.Tokens[t]
	switch e.Kind {
	case lang.AnyWord:
		return tok.Word
	case lang.BigWord:
		return tok.Capital
	case lang.SmallWord:
		return tok.Word && !tok.Capital
	case lang.AnyMark:
		return !tok.Word
	}
	return e.Has(tok.Lower, &tok.Entry)
}
