package denial

import "keypoints/wasm/internal/lang"

// claim finds what is denied: in the sentence, where the cue's object says it,
// else in the nearest earlier sentence that states it.
func (f *finder) claim(c candidate) span {
	s := f.until(f.anyClaim(c), lang.ClaimEnd)
	if !f.clausal(s.first, s.last) && !f.is(s.first-1, lang.That) { // which opens a clause, however late its verb
		s = f.trim(f.until(s, lang.Adverbial))
	}
	return s
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

// until is what stands of a span before a construction, if it does not begin there.
func (f *finder) until(s span, c lang.Construction) span {
	for t := s.first + 1; t < s.last; t++ {
		if f.fits(c, t) {
			return span{s.first, t}
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
	if c.cue.Kind == KindLabel || c.cue.Frame == frameSelf && (c.cue.Kind == KindDisclaim || f.is(c.last-1, lang.Claim)) {
		if k := f.marked(lang.BehindLabel, c.last); k >= 0 {
			return f.trim(span{k, f.clauseEnd(k)})
		}
	}
	if f.is(c.last-1, lang.Handwriting) { // “That is not my voice”: what it says, no rule tells
		return span{}
	}
	if c.said && !c.object.empty() {
		s := c.object
		if c.cue.Kind == KindNegate {
			s = f.until(s, lang.NextClaim)
		}
		s = f.trim(f.complement(s))
		if f.substance(s) || s.last-s.first > 2 && lang.Ing(f.d.Tokens[s.first].Lower) {
			return s
		}
	}
	if s := f.thought(c); !s.empty() {
		return s
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
			if content.empty() && (s == in || from == nounThat) && (from != nounPhrase || f.among(o, lang.Concerning)) {
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
	}
	return f.trim(s)
}

// rest is what stands in a cue's clause behind it, to where another negation
// begins, or what is so instead: "I didn't lock it, | I don't own it", "not aimed at her | but at".
func (f *finder) rest(c *candidate) span {
	first := f.pastMarks(c.last) // “wrong” for saying
	return f.until(span{first, f.clauseEnd(first)}, lang.NextClaim)
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
	for t := s.first; t+1 < s.last && (f.is(t, lang.Determiner) || !f.is(t, lang.Aux)); t++ {
		if !f.is(t, lang.Claim) && !f.is(t, lang.Notion) {
			continue
		}
		if f.fits(lang.Clause, t+1) {
			return span{t + 1, s.last}
		}
		k := f.opened(lang.NounOf, t, s)
		if k == 0 || f.is(t, lang.Version) { // "his version of events"
			k = f.opened(lang.NounThat, t, s)
		}
		if k > 0 {
			return span{k, s.last}
		}
	}
	return s
}
