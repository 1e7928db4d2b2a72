package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// before looks before the quotation: Lee said: “…”; Lee called it “…”; “…,” Lee
// said, “…”.
func (f *finder) before(q int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	first, _ := f.bounds(q)
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
	if a := f.agent(q, first); a.Rule != None && (best < 0 || a.CueToken > best || d.Tokens[best].Verb.Class == lang.Weak) {
		return a
	}
	if best < 0 {
		return nobody
	}
	v := d.Tokens[best].Verb
	if v.Form == lang.Gerund {
		return f.gerund(q, best, first)
	}
	m, ok := f.s.Subject(best)
	if !ok {
		return nobody
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

// claim finds whose claim a quotation is, by a noun right before it: “Ruiz denied Lee's latest
// claim that “…””, “his response: “…””.
func (f *finder) claim(q int) Attribution {
	d := f.d
	first, _ := f.bounds(q)
	t := d.Quoted[q].First - 1
	if t > first && (!d.Tokens[t].Word || d.Tokens[t].Is(lang.That)) {
		t--
	}
	if t <= first || !d.Tokens[t].Is(lang.ClaimNoun) || d.Tokens[t].Quote >= 0 {
		return nobody
	}
	for k := t - 1; k >= max(first, t-3) && d.Tokens[k].Quote < 0 && !d.Tokens[k].Is(lang.Preposition); k-- {
		if m, ok := f.s.Possessor(k); ok {
			return f.by(Claim, m, t)
		}
	}
	return nobody
}

// farthestVerb is how many tokens before a quotation its verb is looked for: a bound on the
// time that a page of one sentence can take.
const farthestVerb = 160

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
		case tok.Lower == "," && t == q-1:
		case tok.Lower == ",":
			score *= 0.8
		case tok.Is(lang.Conjunction) && !tok.Is(lang.That):
			score *= 0.85
		default:
			score *= 0.975
		}
	}
	return score
}

// colon handles a phrase right before the quotation: Lee: “…”.
func (f *finder) colon(q int) Attribution {
	d := f.d
	first, _ := f.bounds(q)
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
	if v > first+1 && d.Tokens[v-1].Lower == lang.As { // the Herald quoted a guest as saying: “…”
		if m, ok := f.s.ObjectEnding(v - 2); ok && m.First > first {
			return f.by(ByParticiple, m, v)
		}
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
		if verb, ok := tok.Reports(); ok && (verb.Form == lang.Past || verb.Form == lang.Third) && verb.Class != lang.Weak && !f.s.Passive(k) &&
			!f.s.NounForm(k) && !f.s.Restrictive(k) && !f.s.Aside(k, d.Quoted[q].First, first) {
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

// split takes the speaker of an earlier quotation of the sentence: “We go,” Lee said, “and
// we stay.”
func (f *finder) split(q int) Attribution {
	first, _ := f.bounds(q)
	if q > 0 && f.d.Quoted[q-1].First >= first && f.found[q-1].Rule != None {
		return f.found[q-1].from(Split)
	}
	return nobody
}

// subject takes the subject of a sentence without a reporting verb before the quotation.
func (f *finder) subject(q int) Attribution {
	first, _ := f.bounds(q)
	at := f.d.Quoted[q].First
	if at == first || isDash(f.d.Tokens[at-1].Lower) { // SHORT READS—“A headline”
		return nobody
	}
	if f.s.AccordingTo(first) { // According to Lee, the plan will “…”
		if m, ok := f.s.PhraseAt(first + 2); ok && m.Last <= at {
			return f.by(AccordingTo, m, first)
		}
	}
	if m, ok := f.s.MainSubject(first, at); ok {
		return f.by(Subject, m, -1)
	}
	return nobody
}
