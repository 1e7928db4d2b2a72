package denial

import (
	"slices"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/grammar"
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
		return f.participant(v, b, start)
	}
	if s, ok := f.nearSubject(v, start); ok {
		return s
	}
	if m, ok := f.s.MainSubject(start, v); ok {
		return f.sourceOfSubject(m, v, start)
	}
	return nobody
}

// nearSubject finds the subject that stands before a verb, its auxiliaries and its negation.
func (f *finder) nearSubject(v, start int) (s source, ok bool) {
	for v-1 >= start && (f.is(v-1, lang.Aux) || f.is(v-1, lang.Modifier)) && !f.is(v-1, lang.Pronoun) {
		if strings.Contains(f.d.Tokens[v-1].Lower, "'") && !f.is(v-1, lang.Not) { // "I've never"
			return f.sourceOf(v-1, v-1, v), true
		}
		v--
	}
	if v > start && f.is(v-1, lang.Pronoun) && !f.is(v-1, lang.Relative) {
		return f.sourceOf(v-1, v-1, v), true
	}
	m, ok := f.s.Subject(v)
	if first := v; !ok { // a name that nobody knows
		for first > start && f.d.Tokens[first-1].Capital {
			first--
		}
		if first < v && !f.governed(first, start) {
			return f.sourceOf(first, v-1, v), true
		}
	}
	// "the union that represents workers"
	if !ok || f.governed(m.First, start) || f.d.Tokens[m.First].Is(lang.That) && m.Head > m.First+1 && f.s.Plural(m.First+1) {
		return nobody, false
	}
	if v-2 > start && f.d.Tokens[v-1].Lower == "," && !f.person(source{entity: m.Entity}) {
		for k := start; k < start+4; k++ { // "Retired teacher Ann Lee, 70, of Rose Lane, Much Bewley, denies"
			if i := f.s.At(k); i >= 0 && f.person(source{entity: f.s.Mentions[i].Entity}) && f.d.Tokens[f.s.Mentions[i].Last].Lower == "," {
				return f.sourceOfMention(f.s.Mentions[i]), true
			}
		}
		if i := f.s.At(v - 2); i >= 0 && m.Form == people.Nominal { // "the company that runs it, Blue River Ltd, denies"
			return f.sourceOfMention(f.s.Mentions[i]), true
		}
	}
	return f.sourceOfSubject(m, v, start), true
}

// bothOf gives the two persons whom the sentence before names, where both deny: “Ian Crane and Rex
// Moss will face a hearing. Both deny any failing.”
func (f *finder) bothOf(c *candidate) source {
	first := f.d.Sentences[c.sentence].First
	if c.sentence == 0 || c.first > first+3 || f.d.Tokens[first].Lower != lang.Both {
		return nobody
	}
	var last people.Mention
	before := f.sentenceRange(c.sentence - 1)
	for t := before.first; t < before.last; t++ {
		i := f.s.At(t)
		if i < 0 || f.s.Mentions[i].First != t || f.s.Mentions[i].Form != people.Name || !f.person(source{entity: f.s.Mentions[i].Entity}) {
			continue
		}
		m := f.s.Mentions[i]
		if last.Last > 0 && last.Entity != m.Entity && f.among(span{last.Last, m.First}, lang.And) &&
			!slices.ContainsFunc(f.d.Tokens[last.Last:m.First], func(tok text.Token) bool { return tok.Verb.Lemma != "" || tok.Is(lang.Aux) }) {
			return f.pair(f.sourceOfMention(last), f.sourceOfMention(m))
		}
		last = m
	}
	return nobody
}

// sayer gives who says a clause of which the subject is a pronoun at token t that no name
// explains: "the company" of "the company said on Monday that it rejected the claims".
func (f *finder) sayer(t int) source {
	start, that := f.d.Sentences[f.d.Tokens[t].Sentence].First, t-1
	if f.is(that, lang.That) {
		that--
	}
	for k := that; k > start && f.d.Tokens[k].Word && f.d.Tokens[k].Quote < 0 && !f.is(k, lang.Conjunction); k-- {
		if !f.reports(k) {
			continue
		}
		if m, ok := f.s.Subject(k); ok && (f.s.Means(m.Head) == people.Person) == (f.d.Tokens[t].Lower != lang.It) {
			return f.sourceOfSubject(m, k, start)
		}
		break
	}
	return f.sourceOf(t, t, t+1)
}

// sourceOfSubject describes the subject of a verb: the name that stands behind it between commas,
// both of two, else whoever it means or its own words.
func (f *finder) sourceOfSubject(m people.Mention, v, start int) source {
	p := grammar.Phrase{First: m.First, Last: m.Last, Head: m.Head, Form: m.Form, Name: -1}
	if name, ok := f.s.NameBehind(p, v); ok && !f.person(source{entity: m.Entity}) {
		return f.sourceOf(name.First, name.Head, name.Last)
	}
	for k := m.First + 1; k < m.Head; k++ {
		if f.is(k, lang.And) && f.d.Tokens[k+1].Word {
			return f.pair(f.sourceOf(m.First, k-1, k), f.sourceOf(k+1, m.Head, m.Last))
		}
	}
	s := f.sourceOfMention(m)
	if m.Form == people.Nominal && (s.card == nil || f.person(s) && f.s.Means(m.Head) != people.Person) { // "the water authority" is not its director
		s = f.sourceOf(m.First, m.Head, m.Last)
	}
	k := m.First - 2
	for k > start && f.is(m.First-1, lang.And) && (f.d.Tokens[k].Lower == "," || f.d.Tokens[k].Lower[0] <= '9') { // "Ann Lee, 31, and Bob Lee"
		k--
	}
	if k < start || !f.is(m.First-1, lang.And) || !f.d.Tokens[k].Capital {
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

// governed tells that a noun phrase from a token on completes another: "two men arrested after the
// theft", "the widow of the explorer Aksel Thorsen".
func (f *finder) governed(first, start int) bool {
	k := first - 1
	for k > start && k > first-4 && f.d.Tokens[k].Word && !f.d.Tokens[k].Capital && !f.is(k, lang.Preposition) && !f.is(k, lang.Joining) &&
		!f.is(k, lang.Relative) && !f.is(k, lang.Aux) && f.d.Tokens[k].Verb.Lemma == "" {
		k--
	}
	return k > start && f.is(k, lang.Preposition)
}

// participant gives who does what the participle at token v says, behind the word at token b:
// "criticized Lee for denying that", "in Lee's tweet denying that", "her doctor said, denying that".
func (f *finder) participant(v, b, start int) source {
	if b >= 0 && (f.d.Tokens[b].Lower == lang.ForWord || f.d.Tokens[b].Is(lang.Of)) {
		for k := b - 1; k >= start; k-- {
			if m := f.s.At(k); m >= 0 && f.s.Mentions[m].Form == people.Name && f.speaks(f.s.Mentions[m].Entity) {
				return f.sourceOfMention(f.s.Mentions[m])
			}
		}
	}
	if b > start && f.is(b, lang.Vehicle) && f.d.Tokens[b-1].Is(lang.Possessive) {
		return f.possessor(b - 1)
	}
	if m, ok := f.s.MainSubject(start, v); ok {
		return f.sourceOfSubject(m, v, start)
	}
	for k := v + 1; k < f.d.Sentences[f.d.Tokens[v].Sentence].Last; k++ { // "Denying the charges, Lee said"
		if s, ok := f.nearSubject(k, v+1); f.s.Finite(k) && ok && s.card != nil && s.first > v && f.d.Tokens[s.first-1].Lower == "," {
			return s
		}
	}
	return nobody
}
