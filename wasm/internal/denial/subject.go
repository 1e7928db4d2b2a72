package denial

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// subject finds the subject of the verb at token v. Where the walk below finds
// words that nobody resolved ("the 27-year-old", "Its lead author, Ingrid Moss"),
// or none, the source that people knows by the same verb stands for them.
func (f *finder) subject(v int) source {
	s := f.client(f.walk(v), v)
	if s.entity >= 0 && f.speaks(s.entity) || s.pair || strings.HasSuffix(f.d.Tokens[v].Lower, "ing") {
		return s
	}
	m, ok := f.s.Subject(v)
	if !ok || !f.speaks(m.Entity) && !(m.Form == people.Nominal && m.Entity >= 0 && m.Confidence > people.Described && f.s.Entities[m.Entity].Kind == people.Unknown) { // "the company" is Voxly
		return s
	}
	for k := s.first; k < m.First && m.Last <= s.last; k++ { // "The widow of the explorer Aksel Thorsen has rejected"
		if f.is(k, lang.Preposition) {
			return s
		}
	}
	if known := f.sourceOfMention(m); known.card != nil && !f.headed(m, known.card.Role) {
		return known
	}
	return s
}

// headed tells that a description names another: the body that the person heads
// ("the water authority" for its director), or somebody else's operator.
func (f *finder) headed(m people.Mention, role string) bool {
	if m.Form != people.Nominal || m.Entity < 0 {
		return false
	}
	if f.s.Entities[m.Entity].Kind != people.Person || role == "" { // "the airport's operator" is not the airline
		for k := max(m.First-2, f.d.Sentences[f.d.Tokens[m.First].Sentence].First); k < m.Head; k++ {
			if f.d.Tokens[k].Is(lang.Possessive) {
				return true
			}
		}
		return false
	}
	noun, of := f.d.Tokens[m.Head].Lower, false
	for w := range words(role) {
		if w == noun {
			return of
		}
		of = of || w == "of" || w == "for" || w == "at"
	}
	return false
}

// client gives whose lawyers speak of "their client": "Lee's lawyers said their
// client denied it".
func (f *finder) client(s source, v int) source {
	if s.entity >= 0 || s.last-s.first != 2 || !f.is(s.first, lang.Determiner) || !strings.HasPrefix(f.d.Tokens[s.last-1].Lower, "client") {
		return s
	}
	for i := f.d.Tokens[v].Sentence; i >= 0 && i >= f.d.Tokens[v].Sentence-2; i-- {
		if m, ok := f.s.Owner(f.d.Sentences[i].First, min(f.d.Sentences[i].Last, s.first)); ok && f.speaks(m.Entity) {
			owner := f.sourceOfMention(m)
			if owner.card == nil {
				return s
			}
			owner.span = s.span
			owner.card.Mention = f.d.Cut(text.Range{Start: f.d.Tokens[s.first].Start, End: f.d.Tokens[s.last-1].End})
			return owner
		}
	}
	return s
}

// walk finds the subject of the verb at token v by walking left over
// auxiliaries, adverbs, relative pronouns and parentheses: "Assange, who denies
// it", "Clinton, speaking to reporters, denied it", "He left and denied it".
func (f *finder) walk(v int) source {
	start := min(v, f.s.Dateline(f.d.Sentences[f.d.Tokens[v].Sentence].First))
	t := v - 1
	if b := f.before(v); b >= 0 && strings.HasSuffix(f.d.Tokens[v].Lower, "ing") && (f.d.Tokens[b].Lower == "for" || f.d.Tokens[b].Lower == "of") {
		for k := b - 1; k >= start; k-- { // "criticized Lee for denying that"
			if m := f.s.At(k); m >= 0 && f.s.Mentions[m].Form == people.Name && f.speaks(f.s.Mentions[m].Entity) {
				return f.sourceOf(f.s.Mentions[m].First, f.s.Mentions[m].Head, f.s.Mentions[m].Last)
			}
		}
	}
	if b := v - 1; b-1 >= start && strings.HasSuffix(f.d.Tokens[v].Lower, "ing") && f.is(b, lang.Vehicle) && f.d.Tokens[b-1].Is(lang.Possessive) { // "in Lee's tweet denying that"
		return f.possessor(b - 1)
	}
	if strings.HasSuffix(f.d.Tokens[v].Lower, "ing") { // "…, denying that"
		if b := f.before(v); b < 0 || !f.is(b, lang.Aux) {
			if s := f.accompanying(b, start); !s.none() {
				return s
			}
			if said := f.saidBefore(v, start); said >= 0 {
				return f.subject(said)
			}
			return f.mainSubject(start, v)
		}
	}
	for steps := 0; t >= start && steps < 40; steps++ {
		tok := f.d.Tokens[t]
		switch {
		case tok.Word && (f.is(t, lang.Aux) && !f.is(t, lang.Pronoun) && !strings.Contains(tok.Lower, "'") || f.is(t, lang.Modifier) && !f.weekdaySubject(t, start) || strings.HasSuffix(tok.Lower, "ly") && !tok.Capital && !f.is(t, lang.NounInLy)):
			t--
		case tok.QuotationMark() && tok.Quote < 0 || f.onDay(t):
			t--
		case tok.Quote >= 0 && f.d.Tokens[v].Quote < 0: // words of a quotation before the verb
			t = f.d.Quoted[tok.Quote].First - 1
			if t < start {
				return nobody
			}
		case f.is(t, lang.Relative):
			t--
			if t >= start && f.d.Tokens[t].Lower == "," {
				t--
			}
			if t-1 > start && f.d.Tokens[t-1].Lower == "," && f.d.Tokens[t].Lower[0] >= '0' && f.d.Tokens[t].Lower[0] <= '9' {
				t -= 2 // "Keita, 68, who denies it"
			}
			return f.phraseEnding(t, start)
		case tok.Lower == "," || tok.Lower == ")" || tok.Lower == "—" || tok.Lower == "–" || tok.Lower == "-" && !tok.Word:
			return f.acrossParenthesis(t, start, v)
		case tok.Lower == "to":
			for k := t - 1; k >= start && k > t-5; k-- {
				if f.is(k, lang.Governs) {
					return f.walk(k)
				}
			}
			return f.mainSubject(start, v)
		case f.is(t, lang.Joining), f.is(t, lang.Preposition), tok.Lower == "then":
			return f.mainSubject(start, v)
		case !tok.Word:
			return f.mainSubject(start, v)
		default:
			return f.beforeParticiple(f.beforeClause(f.phraseEnding(t, start), start), start)
		}
	}
	return nobody
}

// accompanying gives the noun phrase that ends at token t and that "with" lets act: "with the
// frontrunner calling it a forgery".
func (f *finder) accompanying(t, start int) source {
	if t <= start || f.d.Tokens[t].Lower == "," {
		return nobody
	}
	s := f.phraseEnding(t, start)
	if w := s.first - 1; !s.none() && w >= start && f.d.Tokens[w].Lower == "with" {
		return s
	}
	return nobody
}

// beforeParticiple gives the noun phrase before a participle whose own words
// end before the verb: "Two men arrested after the theft of a cross told police".
func (f *finder) beforeParticiple(s source, start int) source {
	after := s.first - 1
	if s.empty() || after <= start || !f.is(after, lang.Preposition) {
		return s
	}
	for k := start + 1; k < after; k++ {
		if !f.d.Tokens[k].Word || f.is(k, lang.Preposition) || f.is(k, lang.Joining) || f.is(k, lang.Aux) || f.is(k, lang.Relative) {
			return s
		}
		if strings.HasSuffix(f.d.Tokens[k].Lower, "ed") && f.is(k+1, lang.Preposition) && k+1 == after {
			return f.phraseEnding(k-1, start)
		}
	}
	return s
}

// beforeClause gives the noun phrase before a relative clause that was read as
// one: "the union that represents bridge workers disputed it".
func (f *finder) beforeClause(s source, start int) source {
	that := s.first - 1
	if s.none() || s.last-s.first < 2 || that <= start || f.d.Tokens[that].Lower != "that" {
		return s
	}
	if verb := f.d.Tokens[s.first]; verb.Capital || !strings.HasSuffix(verb.Lower, "s") {
		return s
	}
	if head := f.phraseEnding(that-1, start); !head.none() {
		return head
	}
	return s
}

// saidBefore gives the reporting verb that the comma before a participle ends:
// "The president is well, her doctor said on Sunday, rejecting rumors"; else -1.
func (f *finder) saidBefore(v, start int) int {
	if v-1 < start || f.d.Tokens[v-1].Lower != "," {
		return -1
	}
	for k := v - 2; k > start && k > v-6; k-- {
		if !f.d.Tokens[k].Word {
			break
		}
		if f.d.Tokens[k].Quote < 0 && f.d.Tokens[k].Verb.Lemma == "say" && f.reports(k) {
			return k
		}
	}
	return -1
}

// weekdaySubject keeps a sentence's first word from being passed over as an
// adverb: "Both denied it."
func (f *finder) weekdaySubject(t, start int) bool { return t == start }

// phraseEnding reads the noun phrase that ends with token t.
func (f *finder) phraseEnding(t, start int) source {
	if t < start || !f.d.Tokens[t].Word {
		return nobody
	}
	if f.is(t, lang.Pronoun) || strings.Contains(f.d.Tokens[t].Lower, "'") && f.is(t, lang.Aux) {
		return f.sourceOf(t, t, t+1)
	}
	first, head, pair := t, t, false
	for k := t - 1; k >= start && t-k < 16; k-- {
		tok := f.d.Tokens[k]
		if tok.QuotationMark() && k > start && strings.HasSuffix(f.d.Tokens[k-1].Lower, "s") && tok.Start == f.d.Tokens[k-1].End {
			continue // "the teachers' union"
		}
		if tok.Lower == "&" && k > start { // "The founder of Crumb & Co"
			continue
		}
		if !tok.Word || f.is(k, lang.Aux) || f.is(k, lang.Relative) && !f.is(k, lang.Determiner) || f.is(k, lang.Pronoun) && !f.is(k, lang.Determiner) {
			break
		}
		if v, ok := tok.Reports(); ok && v.Class == 1 && !tok.Capital {
			break
		}
		if tok.Lower == "and" && k > start && (f.d.Tokens[k-1].Capital || k-2 == start) && f.d.Tokens[k-1].Word && f.d.Tokens[k+1].Word {
			if f.d.Tokens[k+1].Capital == f.d.Tokens[k-1].Capital || f.is(k+1, lang.Determiner) {
				first, pair = k-1, true
				continue
			}
			break
		}
		if f.is(k, lang.Joining) || f.is(k, lang.If) {
			break
		}
		if f.is(k, lang.Preposition) {
			if k == start || !f.d.Tokens[k-1].Word || f.is(k-1, lang.Joining) || f.is(k-1, lang.Aux) || tok.Lower == "after" || tok.Lower == "as" || tok.Lower == "since" {
				break
			}
			if strings.HasSuffix(f.d.Tokens[k-1].Lower, "ed") && k-2 >= start && f.d.Tokens[k-2].Word && !f.is(k-2, lang.Aux) && !f.is(k-2, lang.Pronoun) {
				k-- // "an official accused of taking bribes": the official
				t = k - 1
				head = k - 1
				first = k - 1
				continue
			}
			if f.is(k-1, lang.Modifier) || f.d.Tokens[k-1].Verb.Lemma != "" && !f.d.Tokens[k-1].Capital {
				break
			}
			head = k - 1
			first = k - 1
			continue
		}
		if f.is(first, lang.Determiner) && first < head && !f.is(k, lang.Determiner) {
			break
		}
		if f.is(k, lang.Modifier) && !tok.Capital {
			break
		}
		first = k
	}
	if pair && head == t { // "Noel and Thomas": both, never one of them
		out := source{span: span{first, t + 1}, entity: -1, pair: true}
		words := f.d.Cut(text.Range{Start: f.d.Tokens[first].Start, End: f.d.Tokens[t].End})
		out.card = &card.Source{Name: words, Mention: words}
		return out
	}
	return f.sourceOf(first, head, t+1)
}
