package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// before looks before the quotation: Lee said: “…”; Lee called it “…”; “…,” Lee
// said, “…”; according to Lee, “…”; Lee's claim that “…”.
func (f *finder) before(q int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	first, _ := f.bounds(q)
	if a := f.nounCue(stretch.First, first); a.Rule != None {
		return a
	}
	if a := f.directlyBefore(q, first); a.Rule != None {
		return a
	}
	// The nearest verb that can report; a surer one in the same clause wins
	// over a weaker one.
	best, bestScore := -1, 0.0
	for k := stretch.First - 1; k >= max(first, stretch.First-farthestVerb); k-- {
		tok := d.Tokens[k]
		if tok.Quote >= 0 || tok.Capital && k > first {
			continue
		}
		v, ok := tok.Reports()
		if !ok || f.s.NounForm(k) || v.Form == lang.Base && !f.s.PluralBefore(k) && !f.s.Infinitive(k) || f.s.Passive(k) && v.Form != lang.Gerund {
			continue
		}
		if f.s.Attributive(k) || f.s.Aside(k, stretch.First, first) {
			continue
		}
		score := f.fit(k, stretch.First, v)
		if f.s.Restrictive(k) { // Lee told a trainee who argued otherwise that “…”
			score *= 0.4
		}
		if score > bestScore {
			best, bestScore = k, score
		}
	}
	if a := f.accordingBefore(first, stretch.First); a.Rule != None && (best < 0 || a.CueToken > best) {
		return a
	}
	if a := f.agent(q, first); a.Rule != None && (best < 0 || a.CueToken > best || d.Tokens[best].Verb.Class == lang.Weak) {
		return a
	}
	if best < 0 {
		return f.fallback(q, first)
	}
	v := d.Tokens[best].Verb
	if d.Tokens[first].Lower == lang.As && (v.Lemma == "put" || v.Class == lang.Say) { // As Lee, a professor, put it, “…”
		if m, ok := f.s.PhraseAt(first + 1); ok && m.Last <= best && !f.ownClause(first, best, m) {
			return f.by(Before, m, best)
		}
	}
	if v.Form == lang.Gerund {
		return f.gerund(q, best, first)
	}
	m, ok := f.s.Subject(best)
	if !ok {
		return f.sameSentence(q, first)
	}
	// “The judge pointed to a case to say”: it is not the case that says
	if f.s.Infinitive(best) && m.Form == people.Nominal {
		if subject, ok := f.s.MainSubject(first, best); ok {
			m = subject
		}
	}
	r := Before
	if bestScore < 0.5 {
		r = FarBefore
	}
	return f.by(r, m, best)
}

// farthestVerb is how many tokens before a quotation its verb is looked for: a bound on the
// time that a page of one sentence can take.
const farthestVerb = 160

// ownClause tells that a verb at k has a subject of its own behind a comma that ends the
// clause of m: as the lights went down, the announcer said “…”.
func (f *finder) ownClause(first, k int, m people.Mention) bool {
	subject, ok := f.s.Subject(k)
	return ok && subject.First > m.Last && f.d.Tokens[max(f.s.Start(subject)-1, first)].Lower == ","
}

// fit tells how well a verb at k fits a quotation that begins at q: its class,
// and its distance over words, where clauses between count more.
func (f *finder) fit(k, q int, v lang.Verb) float64 {
	score := 1.0
	switch v.Class {
	case lang.Express:
		score = 0.8
	case lang.Weak:
		score = 0.35
	}
	for t := k + 1; t < q; t++ {
		tok := f.d.Tokens[t]
		switch {
		case tok.Lower == ";":
			score *= 0.3
		case tok.Lower == ":" && t == q-1:
		case tok.Lower == "," && t == q-1:
		case tok.Lower == ",":
			score *= 0.8
		case tok.Quote >= 0:
			score *= 0.99
		case tok.Is(lang.Conjunction) && !tok.Is(lang.That):
			score *= 0.85
		default:
			score *= 0.975
		}
	}
	return score
}

// directlyBefore handles a phrase right before the quotation: Lee: “…”, Lee's
// “…” is no quotation of Lee alone unless long.
func (f *finder) directlyBefore(q, first int) Attribution {
	d := f.d
	t := d.Quoted[q].First - 1
	if t <= first || d.Tokens[t].Lower != ":" {
		return nobody
	}
	m, ok := f.s.PhraseEnding(t - 1)
	if ok && f.signs(f.s.Start(m)-1, m) {
		return f.by(Colon, m, t)
	}
	if m, ok := f.label(first, t); ok {
		return f.by(Colon, m, t)
	}
	if ok && m.First == first {
		return f.by(Colon, m, t)
	}
	return nobody
}

// signs tells that a name before a colon signs what follows: “Turnout fell -
// Ann Lee: “…””, “More from Lee: “…””.
func (f *finder) signs(before int, m people.Mention) bool {
	if m.Form == people.Nominal && f.d.Tokens[before].Lower == lang.From { // “From the report: “…””
		head := f.d.Tokens[m.Head].Lower
		return f.l.Is(head, lang.Paper) || f.l.Is(head, lang.Document)
	}
	if m.Form != people.Name {
		return false
	}
	switch f.d.Tokens[before].Lower {
	case "-", "–", "—", "|", "•":
		return true
	case lang.From, lang.By: // “More from Lee:”, not “he said that Lee was from Mexico:”
		first := f.d.Sentences[f.d.Tokens[before].Sentence].First
		for t := first; t < before; t++ {
			if tok := &f.d.Tokens[t]; tok.Is(lang.Verbal) && f.s.At(t) < 0 {
				return false
			}
		}
		return true
	}
	return false
}

// accordingBefore finds "according to Lee" before the quotation.
func (f *finder) accordingBefore(first, q int) Attribution {
	for k := q - 1; k >= max(first, q-farthestVerb, 0); k-- {
		if k+2 < q && f.s.AccordingTo(k) && f.d.Tokens[k].Quote < 0 {
			if m, ok := f.s.PhraseAt(k + 2); ok && m.Last <= q {
				return f.by(AccordingTo, m, k)
			}
		}
	}
	return nobody
}

// gerund finds who speaks by a participle: Lee left, saying “…”; “…,” Lee said,
// calling it “…”.
func (f *finder) gerund(q, v, first int) Attribution {
	d := f.d
	if v > first { // with Lee reportedly yelling: “…”
		t := v - 1
		for t > first && f.s.Adverb(t) {
			t--
		}
		if m, ok := f.s.PhraseEnding(t); ok && m.First > first && d.Tokens[f.s.Start(m)-1].Lower == lang.With {
			return f.by(ByParticiple, m, v)
		}
	}
	if m, ok := f.overheard(v); ok {
		return f.by(ByParticiple, m, v)
	}
	// The main verb's subject: that of the nearest finite cue before, else the
	// sentence's.
	for k := v - 1; k >= first; k-- {
		tok := d.Tokens[k]
		if tok.Lower == ")" && tok.Quote < 0 { // (Ruiz called it “…”)
			for k > first && d.Tokens[k].Lower != "(" {
				k--
			}
			continue
		}
		if tok.Quote >= 0 || tok.Capital {
			continue
		}
		if verb, ok := tok.Reports(); ok && (verb.Form == lang.Past || verb.Form == lang.Third) && verb.Class != lang.Weak && !f.s.Passive(k) && !f.s.NounForm(k) && !f.s.Restrictive(k) && !f.s.Aside(k, d.Quoted[q].First, first) {
			m, ok := f.s.Subject(k)
			if ok && m.Form == people.Nominal && (m.First > first && m.Last == k && d.Tokens[m.First-1].Is(lang.Preposition) || !f.s.Speaks(m)) {
				continue // in a statement posted on Monday, the firm disputed it, saying “…”; Lee shared a book called “Perception,” writing “…”
			}
			if ok {
				return f.by(ByParticiple, m, v)
			}
			if m, ok := f.s.SubjectAfter(k); ok {
				return f.by(ByParticiple, m, v)
			}
		}
	}
	if m, ok := f.s.MainSubject(first, v); ok {
		return f.by(ByParticiple, m, v)
	}
	// Calling it “…,” Lee left: the subject comes after.
	if v == first {
		if m, ok := f.s.MainSubject(d.Quoted[q].Last, d.Sentences[d.Tokens[v].Sentence].Last); ok {
			return f.by(ByParticiple, m, v)
		}
	}
	return nobody
}

// sameSentence takes the speaker of an earlier quotation of the sentence:
// “We go,” Lee said, “and we stay.”
func (f *finder) sameSentence(q, first int) Attribution {
	if q > 0 && f.d.Quoted[q-1].First >= first && f.found[q-1].Rule != None && f.done[q-1] {
		return f.found[q-1].from(Split)
	}
	return nobody
}

// fallback handles a quotation whose sentence has no reporting verb before it:
// an earlier quotation's speaker, an owner (“Lee's claim that “…””), else the
// sentence's subject.
func (f *finder) fallback(q, first int) Attribution {
	d := f.d
	if a := f.sameSentence(q, first); a.Rule != None {
		return a
	}
	stretch := d.Quoted[q]
	if stretch.First <= first {
		return nobody
	}
	if m, ok := f.s.Owner(first, stretch.First); ok {
		return f.by(Owner, m, -1)
	}
	if b := d.Tokens[stretch.First-1].Lower; b == "—" || b == "–" || b == "-" {
		return nobody // SHORT READS—“A headline”
	}
	if m, ok := f.s.MainSubject(first, stretch.First); ok {
		return f.by(Subject, m, -1)
	}
	return nobody
}
