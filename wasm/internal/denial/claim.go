package denial

import "keypoints/wasm/internal/lang"

// claim finds what is denied: in the sentence, where the cue's object says it,
// else in the nearest earlier sentence that states it.
func (f *finder) claim(c candidate) span {
	s := f.anyClaim(c)
	if s.last-s.first > longestClaim || s.last-s.first == 1 && f.is(s.first, lang.Modifier) { // "no truth in that whatsoever"
		return span{}
	}
	for t := s.first + 1; t+2 < s.last; t++ { // "she had paid, a claim made in a book"
		if f.d.Tokens[t].Lower == "," && f.d.Tokens[t].Quote < 0 && f.is(t+1, lang.Indefinite) && f.is(t+2, lang.Claim) {
			s.last = t
		}
	}
	if !f.clausal(s.first, s.last) && !f.behindThat(s.first) {
		s = f.withoutAdverbial(s)
	}
	for t := s.first + 1; t+1 < s.last; t++ { // "his stance on the mill | by pointing out that"
		if f.d.Tokens[t].Lower == lang.By && f.d.Tokens[t].Quote < 0 && (f.saying(t+1) || f.is(t+1, lang.AfterComma)) && s.first >= c.last {
			s.last = t
		}
	}
	return f.balanced(f.whole(s))
}

// whole takes in the rest of a quotation that begins inside a claim, or leaves it out where that
// is too long: nothing is cut inside a quotation.
func (f *finder) whole(s span) span {
	if s.empty() {
		return s
	}
	q := f.d.Tokens[s.last-1].Quote
	if q < 0 || f.d.Quoted[q].First < s.first || f.d.Quoted[q].Last <= s.last+1 {
		return s
	}
	if f.d.Quoted[q].Last-s.first <= longestClaim && f.d.Quoted[q].Last <= f.d.Sentences[f.d.Tokens[s.first].Sentence].Last {
		return f.trim(span{s.first, f.d.Quoted[q].Last})
	}
	return f.trim(span{s.first, f.d.Quoted[q].First})
}

// behindThat tells that "that" opens what begins with token t: a clause, however late its verb.
func (f *finder) behindThat(t int) bool { return t > 0 && f.d.Tokens[t-1].Is(lang.That) }

// withoutAdverbial cuts what says when and where at the end of a noun phrase that is denied:
// "his opposition | in a separate interview", "any wrongdoing | on Monday".
func (f *finder) withoutAdverbial(s span) span {
	for t := s.first + 1; t < s.last; t++ {
		if f.d.Tokens[t].Quote >= 0 || !f.is(t, lang.Preposition) && !f.is(t, lang.Modifier) && !f.is(t, lang.When) && !f.is(t, lang.Time) {
			continue
		}
		if f.is(t, lang.Time) && t == s.last-1 && f.is(t-1, lang.Determiner) && t-1 > s.first { // "fraud | this month"
			return f.trim(span{s.first, t - 1})
		}
		for k := t; k < s.last && k < t+6; k++ {
			if f.is(k, lang.Vehicle) || f.is(k, lang.When) {
				return f.trim(span{s.first, t})
			}
		}
	}
	return s
}

// balanced takes in a quotation mark beside a claim whose partner is inside it:
// “line after line” of the code is identical.
func (f *finder) balanced(s span) span {
	if s.empty() {
		return s
	}
	if q := f.d.Tokens[s.first].Quote; q >= 0 && f.d.Quoted[q].First == s.first-1 && f.d.Quoted[q].Last < s.last {
		s.first--
	}
	if q := f.d.Tokens[s.last-1].Quote; q >= 0 && f.d.Quoted[q].First >= s.first && f.d.Quoted[q].Last == s.last+1 {
		s.last++
	}
	return s
}

// longestClaim is how many tokens a claim has at most: a longer one is a whole
// sentence that was not understood.
const longestClaim = 45

func (f *finder) anyClaim(c candidate) span {
	that := c.last
	if f.d.Tokens[that-1].Lower == lang.ThatWord && c.cue.Kind == KindLabel { // "it was wrong to say | that she left"
		that--
	}
	for that < f.d.Sentences[c.sentence].Last && f.d.Tokens[that].QuotationMark() {
		that++
	}
	if that+2 < f.d.Sentences[c.sentence].Last && f.d.Tokens[that].Lower == lang.ThatWord &&
		(c.cue.Kind == KindLabel || c.cue.Frame == frameSelf && f.is(c.last-1, lang.Claim)) {
		s := f.trim(span{that + 1, f.clauseEnd(that + 1)})
		if !s.empty() && f.is(s.last-1, lang.Preposition) && f.d.Tokens[c.last-2].Is(lang.The) { // “This is the lie that his campaign is built on”
			return span{}
		}
		return s // "it is untrue that she left", “simply not the case” that …
	}
	if c.cue.Kind == KindLabel && that+1 < f.d.Sentences[c.sentence].Last && f.is(that, lang.Preposition) && f.saying(that+1) { // was “wrong” for saying | he had paid
		return f.behind(c)
	}
	if f.is(c.last-1, lang.Handwriting) { // “That is not my voice”: what it says, no rule tells
		return span{}
	}
	if c.said && !c.object.empty() {
		s := c.object
		if s.first == c.last && c.cue.Kind == KindNegate {
			s.last = min(s.last, f.rest(&c).last)
		}
		s = f.trim(f.complement(s))
		if f.substance(s) || s.last-s.first > 2 && lang.Ing(f.d.Tokens[s.first].Lower) {
			return s
		}
	}
	if s := f.thought(c); !s.empty() {
		return s
	}
	if c.cue.Frame == frameSelf && c.cue.Kind == KindDisclaim && (f.d.Tokens[c.last-1].Is(lang.Of) || c.last < len(f.d.Tokens) && f.d.Tokens[c.last].Is(lang.Of)) {
		if s := f.behind(c); f.substance(s) { // "no knowledge of | any efforts"
			return s
		}
	}
	if s := f.beside(c); !s.empty() {
		return s
	}
	return f.antecedent(c)
}

// thought is the content of a claim that a label's sentence names: "the idea that he paid, which
// Lee first floated, was flat-out false", "to say that he paid is wrong", "stories of a feud are
// fiction", "“no truth” in the suggestion that he paid".
func (f *finder) thought(c candidate) (content span) {
	if c.cue.Kind != KindLabel || c.cue.Frame != frameSelf && c.cue.Frame != frameQuoted {
		return span{}
	}
	sentence := f.sentenceRange(c.sentence)
	be := c.last - 1 // of the cue: what is false stands before it
	for be > c.first && !f.is(be, lang.Be) {
		be--
	}
	in := span{c.first, be}
	for _, s := range [...]span{in, {sentence.first, c.first}, {c.last, min(c.last+10, sentence.last)}} {
		if s.empty() {
			continue
		}
		f.claimsIn(s, func(o span, from way) {
			o = f.trim(o)
			if content.empty() && (s == in || from == nounThat && f.states(o)) &&
				(from != reported || o.last-o.first > 2) && (from != nounPhrase || f.among(o, lang.Concerning)) {
				content = o
			}
		})
	}
	return content
}

// behind is the rest of a denial's clause behind its cue.
func (f *finder) behind(c candidate) span {
	s := f.rest(&c)
	for !s.empty() && f.is(s.first, lang.Preposition) {
		s.first++
		if !s.empty() && f.saying(s.first) { // was “wrong” for saying | he had paid
			s.first++
		}
	}
	return f.trim(s)
}

// rest is what stands in a cue's clause behind it, to where another negation
// begins, or what is so instead: "I didn't lock it, | I don't own it", "not aimed at her | but at".
func (f *finder) rest(c *candidate) span {
	first := c.last
	for first < f.d.Sentences[c.sentence].Last && f.d.Tokens[first].QuotationMark() { // “wrong” for saying
		first++
	}
	s := span{first, f.clauseEnd(first)}
	for k := s.first + 1; k+1 < s.last; k++ {
		word, next := f.d.Tokens[k].Lower, span{k + 1, min(k+5, s.last)}
		if word == lang.But && f.is(k+1, lang.Preposition) || (word == "," || word == lang.AndWord) &&
			(f.among(next, lang.Not) || f.among(next, lang.Nothing)) {
			s.last = k
		}
	}
	return s
}

// substance tells that a span says something: two words of content, or a noun
// phrase like "any wrongdoing".
func (f *finder) substance(s span) bool {
	for t := s.first; t < s.last; t++ {
		if f.stem(t) != "" {
			return true
		}
	}
	return false
}

// complement gives what a claim noun claims: "rumors that Obama might …" and
// "the idea that he …" give the clause, "allegations of fraud" the noun.
func (f *finder) complement(s span) span {
	noun := false
	for t := s.first; t < s.last; t++ {
		w := f.d.Tokens[t].Lower
		if noun && w == lang.ThatWord {
			return span{t + 1, s.last}
		}
		if noun && f.saying(t) {
			return span{t + 1, s.last}
		}
		if noun && f.is(t, lang.Relative) { // "a report which found that …"
			return s
		}
		if f.is(t, lang.Claim) || f.is(t, lang.Notion) {
			noun = true
			if t+2 < s.last && f.d.Tokens[t+1].Quote == f.d.Tokens[t].Quote && f.fits(lang.Clause, t+1) { // "suggestions she had approved them"
				return span{t + 1, s.last}
			}
			if t+1 < s.last && !f.is(t, lang.Version) && (f.d.Tokens[t+1].Lower == lang.OfWord || f.d.Tokens[t+1].Lower == lang.About) && f.d.Tokens[t+1].Quote == f.d.Tokens[t].Quote {
				return span{t + 2, s.last}
			}
		} else if !f.is(t, lang.Determiner) && f.is(t, lang.Aux) {
			return s
		}
	}
	return s
}
