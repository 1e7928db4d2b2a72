package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// living tells that a phrase names somebody who can speak.
func (f *finder) living(m people.Mention) bool { return m.Form != people.Nominal || f.s.Speaks(m) }

// next finds an attribution that a full stop sets apart: “We won.” Lee said.
func (f *finder) next(q int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	s := d.Tokens[stretch.First].Sentence + 1
	if s >= len(d.Sentences) || d.Sentences[s].Paragraph != stretch.Paragraph || d.Sentences[s].First != stretch.Last {
		return nobody
	}
	first, last := d.Sentences[s].First, d.Sentences[s].Last
	m, ok := f.s.PhraseAt(first)
	if !ok || m.Last >= last {
		return nobody
	}
	v := m.Last
	if d.Tokens[v].Lower == "," { // “We won!” Lee, a coach, said.
		if v = f.nextCue(v, last); v < 0 {
			return nobody
		}
		if m, ok = f.leader(first, v); !ok {
			return nobody
		}
	} else if last-first > longestNext {
		return nobody
	}
	if !f.says(v) || !f.closes(v+1, last) {
		return nobody
	}
	for t := first; t < last; t++ {
		if d.Tokens[t].Quote >= 0 {
			return nobody
		}
	}
	return f.by(After, m, v)
}

// longestNext is how many tokens such a sentence has at most.
const longestNext = 10

// agent finds who speaks in a passive: Lee was asked by Ruiz whether “…”; Lee was
// described by Ruiz as “…”; Lee was called “…” by Ruiz.
func (f *finder) agent(q, first int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	for k := stretch.First - 1; k > first && k > stretch.First-longestPassive; k-- {
		tok := d.Tokens[k]
		v, ok := tok.Reports()
		if !ok || tok.Capital || v.Class == lang.Weak || f.s.NounForm(k) || f.s.Attributive(k) {
			continue
		}
		if !f.s.Passive(k) {
			return nobody
		}
		if k+2 < stretch.First && d.Tokens[k+1].Lower == lang.By {
			if m, ok := f.s.PhraseAt(k + 2); ok && m.Last <= stretch.First && f.living(m) {
				return f.by(Before, m, k)
			}
		}
		if k == stretch.First-1 && stretch.Last+1 < len(d.Tokens) && d.Tokens[stretch.Last].Lower == lang.By {
			if m, ok := f.s.PhraseAt(stretch.Last + 1); ok && f.living(m) {
				return f.by(After, m, k)
			}
		}
		return nobody
	}
	return nobody
}

// longestPassive is how many tokens before a quotation its passive verb may stand.
const longestPassive = 40
