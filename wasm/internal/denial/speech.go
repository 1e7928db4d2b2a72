package denial

import "keypoints/wasm/internal/lang"

// speech finds who says the words at token t: the speaker of the quotation, or
// the subject of the reporting verb that governs the clause. The verb's token
// is -1 for a quotation. Nobody says what the writer says.
func (f *finder) speech(t int) (s source, verb int) {
	if s := f.transcript(t); s.card != nil {
		return s, -1
	}
	if q := f.quotation[t]; q >= 0 {
		quotation := f.quotes[q]
		if v := f.reporting(quotation.First); v < quotation.First && f.spokenOf(quotation.Entity, span{v + 1, quotation.First}) {
			if outer := f.speakerOf(v); outer.card != nil {
				return outer, v
			}
		}
		s = source{entity: quotation.Entity, card: quotation.Speaker}
		s.span = span{quotation.Mention.First, quotation.Mention.Last}
		return f.issuer(s, t), -1
	}
	if v := f.reporting(t); v >= 0 {
		return f.speakerOf(v), v
	}
	return nobody, -1
}

// spokenOf tells that the words between a reporting verb and a fragment in marks
// are about the one who was taken for its speaker: "The town said Lee's words
// “are not true”" is said by the town.
func (f *finder) spokenOf(entity int, s span) bool {
	for t := s.first; s.first > 0 && t < s.last; t++ {
		if m := f.s.At(t); m >= 0 && f.s.Mentions[m].Entity == entity {
			return true
		}
	}
	return false
}

// reporting finds the verb that reports the clause around token t: the nearest
// on the left ("said he had no knowledge"), else one after the clause (", the
// ministry said"); -1 where there is none.
func (f *finder) reporting(t int) int {
	sentence := f.d.Sentences[f.d.Tokens[t].Sentence]
	for k := t - 1; k >= sentence.First && f.d.Tokens[k].Lower != ";" && (f.d.Tokens[k].Lower != lang.But || k == sentence.First); k-- {
		if f.reports(k) && !(k+1 == t && f.is(t, lang.Nothing) && f.d.Tokens[k].Verb.Lemma != lang.SayWord) { // not "had ordered | no such thing"
			return k
		}
	}
	_, verb := f.saidBehind(span{t + 1, sentence.Last})
	return verb
}

// saidBehind gives the first comma of a span that a reporting verb stands behind, and the verb:
// ", the ministry said"; -1 where there is none.
func (f *finder) saidBehind(s span) (comma, verb int) {
	comma = -1
	for t := s.first; t < s.last; t++ {
		switch {
		case f.d.Tokens[t].Lower == ",":
			comma = t
		case f.is(t, lang.Relative):
			comma = -1
		case comma >= 0 && f.reports(t):
			return comma, t
		}
	}
	return -1, -1
}

// reports tells that token t is a finite reporting verb or "saying".
func (f *finder) reports(t int) bool {
	tok := &f.d.Tokens[t]
	if tok.Capital || tok.Quote >= 0 {
		return false
	}
	if tok.Is(lang.Insist) || tok.Is(lang.Think) {
		return true
	}
	v, ok := tok.Reports()
	b := f.before(t)
	switch {
	case !ok || v.Class == lang.Weak || v.Form == lang.Base && v.Lemma != lang.SayWord || v.Lemma == lang.Ask:
		return false
	case f.is(t, lang.Plural): // "in some states", but "Lee's comments"
		return b >= 0 && (f.d.Tokens[b].Capital && !f.d.Tokens[b].Is(lang.Possessive) || f.is(b, lang.Pronoun))
	}
	return v.Form != lang.Past || !f.is(b, lang.Be)
}

// afterComma tells that a comma stands between the clause at t and its verb at k,
// with nothing but a noun phrase between: ", the ministry said".
func (f *finder) afterComma(k, t int) bool {
	for j := k - 1; j > t && j > k-16; j-- {
		if f.d.Tokens[j].Lower == "," {
			return true
		}
		if !f.d.Tokens[j].Word && !f.d.Tokens[j].QuotationMark() || f.is(j, lang.Relative) {
			return false
		}
	}
	return false
}

// speakerOf is the subject of a reporting verb, before it or, in ", said the
// minister", after it.
func (f *finder) speakerOf(v int) source {
	if v > 0 && !f.d.Tokens[v-1].Word && f.d.Tokens[v].Verb.Lemma == lang.SayWord {
		if m, ok := f.s.SubjectAfter(v); ok {
			if s := f.sourceOfMention(m); s.card != nil {
				return s
			}
		}
	}
	return f.subject(v)
}

// self accepts a cue that a source says.
func (f *finder) self(c *candidate) bool {
	if f.s.Supposed(c.first) || f.relayed(c.first) || f.writers(c) {
		return false
	}
	s, _ := f.speech(c.first)
	if s.card == nil && (s.empty() || !f.is(s.first, lang.Pronoun)) || f.among(s.span, lang.Poll) {
		return false
	}
	c.source, c.anaphor = s, true
	c.object = span{}
	return true
}

// relayed tells that a quotation gives the words at token t as those of somebody
// else: “They say they didn't mean to. They don't say they didn't do it.”
func (f *finder) relayed(t int) bool {
	q := f.d.Tokens[t].Quote
	for k := t - 1; q >= 0 && k > t-10 && k > f.d.Quoted[q].First; k-- {
		tok := &f.d.Tokens[k]
		if tok.QuotationMark() && tok.Start > f.d.Tokens[k-1].End { // “She was like: ‘This is not right.’”
			return true
		}
		if tok.Verb.Class == lang.Say { // “They say they didn't”
			b := f.before(k)
			return b > f.d.Quoted[q].First && f.is(b, lang.Pronoun) && !f.is(b, lang.Mine)
		}
	}
	return false
}

// writers tells that a cue stands where it says nothing of the sort: under a
// negation ("it isn't because they were wrong"), after a modal ("that must not
// happen"), or in a relative clause about something else ("something that's
// nonsense", "a pollster who is not involved in the campaign").
func (f *finder) writers(c *candidate) bool {
	t := c.first
	start := f.d.Sentences[c.sentence].First
	b := f.before(t)
	if b < 0 {
		return false
	}
	if c.cue.Kind == KindLabel && (f.is(b, lang.Admit) || f.is(b, lang.That) && f.is(b-1, lang.Admit)) { // “we realized it was all lies”
		return true
	}
	// "so that it didn't happen again", "a haircut that never happened"
	if c.cue.Kind == KindNegate && (c.last < len(f.d.Tokens) && f.d.Tokens[c.last].Lower == lang.Again ||
		f.is(b, lang.Relative) && b > start && f.stem(b-1) != "" && !f.reports(b-1)) {
		return true
	}
	if f.is(t, lang.Relative) || f.d.Tokens[t].Lower == lang.ThatIs {
		_, verb := f.d.Tokens[b].Reports()
		if v := f.reporting(t); v >= 0 && v >= t-5 && v < b && f.d.Tokens[v].Verb.Lemma == lang.Tell && !f.is(b, lang.Claim) { // "told the court that was untrue"
			return false
		}
		return b == t-1 && !verb && !f.is(b, lang.Joining) && !f.is(b, lang.Insist)
	}
	for b > start && (f.is(b, lang.Aux) && !f.is(b, lang.Pronoun) || f.is(b, lang.Modifier)) {
		b--
	}
	return c.cue.Kind != KindLabel && f.d.Tokens[b].Is(lang.Who)
}

// issuer gives, for "the statement read", who issued it: the subject of the
// nearest sentence before that speaks of it ("the company said in a statement").
func (f *finder) issuer(s source, t int) source {
	if s.empty() || s.last > len(f.d.Tokens) || !f.is(s.last-1, lang.Vehicle) || s.last-s.first > 2 {
		return s
	}
	word := f.d.Tokens[s.last-1].Lower
	for i := f.d.Tokens[t].Sentence - 1; i >= 0 && i >= f.d.Tokens[t].Sentence-4; i-- {
		if !f.has(i, word) {
			continue
		}
		if m, ok := f.s.MainSubject(f.d.Sentences[i].First, f.d.Sentences[i].Last); ok {
			if issuer := f.sourceOfSubject(m, f.d.Sentences[i].Last, f.d.Sentences[i].First); issuer.card != nil && !f.is(issuer.last-1, lang.Vehicle) {
				return issuer
			}
		}
	}
	return s
}
