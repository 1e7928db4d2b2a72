package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// restrictive tells that a verb at k belongs to a relative clause that no comma
// sets off: Lee hit back at people who mocked her, saying “…”.
func (f *finder) restrictive(k int) bool {
	t := k - 1
	for t > 1 && (f.s.Adverb(t) || f.d.Tokens[t].Is(lang.Auxiliary)) {
		t--
	}
	return t > 1 && f.d.Tokens[t].Lower == "who" && f.d.Tokens[t-1].Lower != ","
}

// finite tells a reporting verb with a tense.
func (f *finder) finite(low string) bool {
	v := f.l.Verb(low)
	ok := v.Lemma != ""
	return ok && (v.Form == lang.Past || v.Form == lang.Third)
}

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
	if last-first > longestAside {
		return nobody
	}
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
	verb, ok := d.Tokens[v].Reports()
	if !ok || verb.Class != lang.Say || verb.Form != lang.Past && verb.Form != lang.Third || !f.closes(v+1, last) {
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
		if tok.Quote >= 0 || tok.Lower == ";" {
			return nobody
		}
		v, ok := tok.Reports()
		if !ok || tok.Capital || v.Class == lang.Weak || f.s.NounForm(k) || f.attributive(k) || f.aside(k, stretch.First, first) {
			continue
		}
		if !f.passive(k) || v.Form != lang.Past && v.Form != lang.Participle {
			return nobody
		}
		if k+2 < stretch.First && d.Tokens[k+1].Lower == "by" {
			if m, ok := f.s.PhraseAt(k + 2); ok && m.Last <= stretch.First && f.living(m) {
				return f.by(Before, m, k)
			}
		}
		if k >= stretch.First-2 && stretch.Last+1 < len(d.Tokens) && d.Tokens[stretch.Last].Lower == "by" {
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

// aside tells that a verb at k belongs to an adverbial clause that a comma ends
// before the quotation at q, so that it reports nothing there: Lee said that when
// Ruiz railed against the banks, “she is speaking for all of us.”
func (f *finder) aside(k, q, first int) bool {
	d := f.d
	comma := false
	for t := k + 1; t < q-1 && !comma; t++ {
		comma = d.Tokens[t].Lower == "," && d.Tokens[t].Quote < 0
	}
	comma = comma || q-1 > k && d.Tokens[q-1].Lower == ","
	if !comma {
		return false
	}
	for t := k - 1; t >= first && t >= k-longestOpening; t-- {
		tok := d.Tokens[t]
		if !tok.Word || tok.Quote >= 0 {
			return false
		}
		if adverbial(tok.Lower) {
			return t+1 < k // “when asked” has the main clause's subject
		}
		if (tok.Lower == "which" || tok.Lower == "who") && t > first && d.Tokens[t-1].Lower == "," {
			return f.resumed(k, q) // his plan, which Ruiz estimates would cost millions, would “…”
		}
		if _, verb := tok.Reports(); verb && !tok.Capital && !f.s.NounForm(t) {
			return false
		}
	}
	return false
}

// adverbial tells a word that opens a clause of time, cause or condition.
func adverbial(low string) bool {
	switch low {
	case "when", "while", "after", "before", "if", "because", "although", "though", "since", "once", "until", "whenever":
		return true
	}
	return false
}

// opened tells that the sentence of a stretch begins with an adverbial clause that no comma
// has ended before it.
func (f *finder) opened(q int) bool {
	first, _ := f.bounds(q)
	t := first
	for t < first+2 && (f.d.Tokens[t].Is(lang.Conjunction) || f.d.Tokens[t].Is(lang.Adverb)) && !adverbial(f.d.Tokens[t].Lower) && f.d.Tokens[t].Lower != "as" {
		t++ // “But even as”
	}
	if !adverbial(f.d.Tokens[t].Lower) && f.d.Tokens[t].Lower != "as" {
		return false
	}
	for t++; t < f.d.Quoted[q].First; t++ {
		if tok := &f.d.Tokens[t]; tok.Lower == "," && tok.Quote < 0 {
			return false
		}
	}
	return true
}

// resumed tells that a comma and then a verb follow between a verb at k and the
// quotation at q: the clause around the relative one goes on.
func (f *finder) resumed(k, q int) bool {
	for t := k + 1; t+1 < q; t++ {
		next := f.d.Tokens[t+1]
		if f.d.Tokens[t].Lower == "," && next.Quote < 0 && !next.Capital && next.Lower != "to" && (next.Is(lang.Auxiliary) || f.finite(next.Lower)) {
			return true
		}
	}
	return false
}

// longestOpening is how many tokens stand at most between the word that opens an
// adverbial clause and its verb.
const longestOpening = 8

// attributive tells that a participle describes the noun after it: "his proposed
// tax", "the said plan".
func (f *finder) attributive(k int) bool {
	d := f.d
	v := d.Tokens[k].Verb
	if k == 0 || v.Form != lang.Past && v.Form != lang.Participle || d.Tokens[k-1].Quote >= 0 {
		return false
	}
	p := d.Tokens[k-1].Lower
	return f.l.Is(p, lang.Determiner) && p != "that" && p != "this" && p != "those" && p != "these" && p != "all" && p != "both" && !counts[p]
}

// counts are determiners that may stand alone as a subject: "one said".
var counts = map[string]bool{"one": true, "another": true, "some": true, "any": true, "each": true, "many": true, "several": true, "few": true,
	"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "most": true, "other": true}
