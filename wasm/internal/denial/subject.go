package denial

import (
	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// subject finds who the subject of the verb at token v is, as grammar finds it: of a participle and
// of a verb without a subject of its own it is the sentence's.
func (f *finder) subject(v int) source {
	start := min(v, f.s.Dateline(f.d.Sentences[f.d.Tokens[v].Sentence].First))
	b := f.before(v)
	if lang.InIng(f.d.Tokens[v].Lower) && (b < 0 || !f.is(b, lang.Aux)) {
		if s := f.participant(v, b, start); !s.empty() {
			return s
		}
	} else if s, ok := f.nearSubject(v, start); ok {
		return s
	}
	if m, ok := f.s.MainSubject(start, v); ok {
		return f.sourceOfSubject(m, v, start)
	}
	for k := v + 1; k < f.d.Sentences[f.d.Tokens[v].Sentence].Last; k++ { // "Denying the charges, Lee said"
		if s, ok := f.nearSubject(k, v+1); ok && f.s.Finite(k) && s.first > v && f.d.Tokens[s.first-1].Lower == "," {
			return s
		}
	}
	return nobody
}

// nearSubject finds the subject that stands before a verb, its auxiliaries and its negation.
func (f *finder) nearSubject(v, start int) (s source, ok bool) {
	for v-1 >= start && !f.pronoun(v-1) && (f.is(v-1, lang.Aux) || f.is(v-1, lang.Modifier)) {
		v--
	}
	if v > start && f.pronoun(v-1) {
		return f.sourceOf(v-1, v-1, v), true
	}
	m, ok := f.s.Subject(v)
	if !ok && v > start && f.d.Tokens[v-1].Capital { // a name that nobody knows
		return f.possessor(v - 1), true
	}
	if !ok || f.fits(lang.Governed, m.First) || f.is(m.First, lang.That) && m.Head > m.First+1 && f.s.Plural(m.First+1) { // "the union that represents workers"
		return nobody, false
	}
	if v-2 > start && f.d.Tokens[v-1].Lower == "," && !f.person(source{entity: m.Entity}) {
		// "Retired teacher Ann Lee, 70, of Rose Lane, Much Bewley, denies"; "the company that runs it, Blue River Ltd, denies"
		if first, ok := f.s.PhraseAt(start); ok && first.Form == people.Name && f.person(source{entity: first.Entity}) {
			m = first
		} else if i := f.s.At(v - 2); i >= 0 && m.Form == people.Nominal {
			m = f.s.Mentions[i]
		}
	}
	return f.sourceOfSubject(m, v, start), true
}

// pronoun tells a pronoun, maybe with its verb, as a subject: "I've never".
func (f *finder) pronoun(t int) bool {
	return (f.is(t, lang.Pronoun) || f.is(t, lang.Contracted) && !f.is(t, lang.Not)) && !f.is(t, lang.Relative)
}

// bothOf gives the two persons whom the sentence before names, where both deny: “Ian Crane and Rex
// Moss will face a hearing. Both deny any failing.”
func (f *finder) bothOf(c *candidate) source {
	if c.sentence == 0 || f.d.Tokens[f.d.Sentences[c.sentence].First].Lower != lang.Both {
		return nobody
	}
	before, one := f.sentenceRange(c.sentence-1), nobody
	for _, m := range f.s.Mentions {
		if m.First < before.first || m.Last > before.last || m.Form != people.Name || !f.person(source{entity: m.Entity}) {
			continue
		}
		other := f.sourceOfMention(m)
		if one.card != nil && f.is(m.First-1, lang.And) && !f.clausal(one.last, m.First) {
			return f.pair(one, other)
		}
		one = other
	}
	return nobody
}

// sayer gives who says a clause of which the subject is a pronoun at token t that no name
// explains: "the company" of "the company said on Monday that it rejected the claims".
func (f *finder) sayer(t int) source {
	if v := f.reporting(t); v >= 0 && v < t {
		if m, ok := f.s.Subject(v); ok && (f.s.Means(m.Head) == people.Person) == (f.d.Tokens[t].Lower != lang.It) {
			return f.sourceOfSubject(m, v, f.d.Sentences[f.d.Tokens[t].Sentence].First)
		}
	}
	return f.sourceOf(t, t, t+1)
}

// sourceOfSubject describes the subject of a verb: both of two, else whoever it means or its own words.
func (f *finder) sourceOfSubject(m people.Mention, v, start int) source {
	for k := m.First + 1; k < m.Head; k++ {
		if f.is(k, lang.And) && f.s.At(k) < 0 { // not "the Ministry of Health and Welfare"
			return f.pair(f.sourceOf(m.First, k-1, k), f.sourceOf(k+1, m.Head, m.Last))
		}
	}
	s := f.sourceOfMention(m)
	if m.Form == people.Nominal && (s.card == nil || f.person(s) && f.s.Means(m.Head) != people.Person) { // "the water authority" is not its director
		s = f.sourceOf(m.First, m.Head, m.Last)
	}
	if !f.is(m.First-1, lang.And) {
		return s
	}
	k := m.First - 2
	for k > start && (f.d.Tokens[k].Lower == "," || f.d.Tokens[k].Lower[0] <= '9') { // "Ann Lee, 31, and Bob Lee"
		k--
	}
	if k < start || !f.d.Tokens[k].Capital {
		return s
	}
	other := f.sourceOf(k, k, k+1)
	if name := f.s.At(k); name >= 0 {
		other = f.sourceOfMention(f.s.Mentions[name])
	}
	if b := f.before(other.first); b < start || f.is(b, lang.Relative) || f.is(b, lang.Determiner) || f.is(b, lang.RoleNoun) {
		return f.pair(other, s)
	}
	return s
}

// pair joins two sources, of whom neither denies alone.
func (f *finder) pair(a, b source) source {
	if a.card == nil || b.card == nil {
		return nobody
	}
	mention := f.d.Cut(text.Range{Start: f.d.Tokens[a.first].Start, End: f.d.Tokens[b.last-1].End})
	return source{span: span{a.first, b.last}, entity: -1, pair: true, card: &card.Source{Name: a.card.Name + " and " + b.card.Name, Mention: mention}}
}

// participant gives who does what the participle at token v says, behind the word at token b:
// "criticized Lee for denying that", "in Lee's tweet denying that", "her doctor said, denying that".
func (f *finder) participant(v, b, start int) source {
	for k := b - 1; k >= start && (f.d.Tokens[b].Lower == lang.ForWord || f.d.Tokens[b].Is(lang.Of)); k-- {
		if m := f.s.At(k); m >= 0 && f.s.Mentions[m].Form == people.Name && f.speaks(f.s.Mentions[m].Entity) {
			return f.sourceOfMention(f.s.Mentions[m])
		}
	}
	if b > start && f.is(b, lang.Vehicle) && f.d.Tokens[b-1].Is(lang.Possessive) {
		return f.possessor(b - 1)
	}
	return nobody
}
