package denial

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// acrossParenthesis finds the noun phrase before the parenthesis that ends with
// the comma, bracket or dash at t, or the name that the parenthesis is.
func (f *finder) acrossParenthesis(t, start, v int) source {
	// "Stanley Firth, 77, of Brook Lane, Overton, denies": the person in front.
	m := f.s.At(start)
	for k := start; m < 0 && k < t && k < start+4 && f.d.Tokens[k].Word && !f.is(k, lang.Preposition) && !f.is(k, lang.Joining); k++ { // "Retired teacher Hilda Pym, 70,"
		m = f.s.At(k)
	}
	if m >= 0 && f.s.Mentions[m].Form == people.Name && f.s.Mentions[m].Last < t && f.d.Tokens[f.s.Mentions[m].Last].Lower == "," && f.speaks(f.s.Mentions[m].Entity) {
		if both := f.couple(f.s.Mentions[m], t); both.card != nil {
			return both
		}
		return f.sourceOfMention(f.s.Mentions[m])
	}
	closing := f.d.Tokens[t].Lower
	opening := closing
	if closing == ")" {
		opening = "("
	}
	for k := t - 1; k >= start; k-- {
		if f.d.Tokens[k].Lower != opening || f.d.Tokens[k].Quote != f.d.Tokens[t].Quote {
			continue
		}
		if k == start {
			break
		}
		outer := f.phraseEnding(k-1, start)
		if inner := f.phraseEnding(t-1, k+1); inner.first == k+1 && f.named(inner) && !f.named(outer) {
			return inner
		}
		if outer.none() {
			return f.mainSubject(start, v)
		}
		return outer
	}
	return f.mainSubject(start, v)
}

// named tells that a source's own words are a name.
func (f *finder) named(s source) bool {
	return !s.empty() && f.d.Tokens[s.last-1].Capital && !f.is(s.first, lang.Determiner) && !f.is(s.first, lang.Pronoun)
}

// mainSubject is the sentence's first noun phrase before token v that stands
// before a verb and after no preposition.
func (f *finder) mainSubject(start, v int) source {
	first := -1
	for k := start; k < v; k++ {
		tok := f.d.Tokens[k]
		if tok.Quote >= 0 && f.d.Tokens[v].Quote < 0 {
			first = -1
			continue
		}
		if !tok.Word {
			// "Wilson, the mayor, left and denied it": a name before the comma.
			if first == start && tok.Lower == "," && f.name(first, k) {
				return f.phraseEnding(k-1, first)
			}
			first = -1
			continue
		}
		verbal := f.is(k, lang.Aux) || tok.Verb.Lemma != "" && !tok.Capital && k > start ||
			strings.HasSuffix(tok.Lower, "ed") && !tok.Capital
		if verbal && first < 0 && k > start && f.d.Tokens[k-1].Lower == "," { // "His publisher, Stella House, said … and rejected"
			if m, ok := f.s.Subject(k); ok && m.Form == people.Name {
				if s := f.sourceOfMention(m); s.card != nil {
					return s
				}
			}
		}
		if verbal && first >= 0 {
			end := k - 1
			for end > first && f.is(end, lang.Modifier) {
				end--
			}
			if !f.is(first, lang.Preposition) && !f.is(first, lang.If) && !f.is(first, lang.Joining) {
				return f.phraseEnding(end, first)
			}
			for j := end; j > first; j-- { // "as Trump said"
				if f.is(j, lang.Joining) || f.is(j, lang.If) {
					return f.phraseEnding(end, j+1)
				}
			}
		}
		if first < 0 {
			first = k
		}
	}
	return nobody
}

// couple joins a name with the one that "and" adds before token t: "Victor Salk,
// 31, and Leon Salk, 28, pleaded".
func (f *finder) couple(m people.Mention, t int) source {
	for k := m.Last; k < t && k < m.Last+12; k++ {
		if f.d.Tokens[k].Lower != "and" {
			continue
		}
		other := f.s.At(k + 1)
		if other < 0 || f.s.Mentions[other].Form != people.Name || !f.speaks(f.s.Mentions[other].Entity) {
			return nobody
		}
		first, second := f.s.Source(m), f.s.Source(f.s.Mentions[other])
		if first == nil || second == nil {
			return nobody
		}
		mention := text.Range{Start: m.Start, End: f.s.Mentions[other].End}
		return source{span: span{m.First, f.s.Mentions[other].Last}, entity: -1, pair: true,
			card: &card.Source{Name: first.Name + " and " + second.Name, Mention: f.d.Cut(mention)}}
	}
	return nobody
}
