package denial

import (
	"strconv"

	"keypoints/wasm/internal/lang"
)

// leastClaim is how likely a claim is right at least to be shown: none is better than a
// wrong one.
const leastClaim = 0.5

// furthestIn is how many sentences from the beginning the headline's is looked for: it is
// an early one, and a page of denials must not cost their square.
const furthestIn = 40

// mostWeighed is how many denials of an article have their claims weighed: real ones have
// some, made ones as many as they have sentences. Those behind show none.
const mostWeighed = 400

// A claimOption is a stretch of the article that may be what is denied.
type claimOption struct {
	span
	from []string // which ways lead to it
}

// claimOptions gives the clauses in reach of a denial, each once, the frames' own first.
func (f *finder) claimOptions(c candidate) []claimOption {
	var out []claimOption
	add := func(s span, from string) {
		s = f.balanced(f.whole(f.trim(s)))
		if s.empty() || s.last-s.first > longestClaim || f.is(s.first, lang.Anaphor) && s.last-s.first <= 3 || // "everything, publicly"
			!f.substance(s) && !f.among(s, lang.Deed) {
			return
		}
		for k := range out {
			if out[k].span == s {
				out[k].from = append(out[k].from, from)
				return
			}
		}
		out = append(out, claimOption{s, []string{from}})
	}
	if s := f.trusted(c, f.claim(c)); !s.empty() { // as it is
		out = append(out, claimOption{s, []string{"frame"}})
	}
	add(span{c.last, f.clauseEnd(c.last)}, "behind the cue")
	if !c.plain() {
		o := f.object(c.last)
		add(f.complement(o.span), "object")
	}
	if t := c.first; c.plain() {
		around := f.clauseAround(&c)
		if around.first < t {
			add(span{around.first, t}, "before the cue")
		}
	}
	add(f.asked(c.sentence), "asked")
	for k := len(f.found) - 1; k >= 0 && k > len(f.found)-4; k-- {
		if f.found[k].sentence < c.sentence && !f.found[k].claim.empty() {
			s := f.found[k].claim
			add(s, "denied before")
			break
		}
	}
	for i := c.sentence - 1; i >= 0 && i >= c.sentence-near; i-- {
		if f.endless(i) || f.heading(i) {
			continue
		}
		if i == c.sentence-1 || f.raised.mark[i] || f.raised.hard[i] {
			add(f.stated(i), "stated")
			add(f.statedLast(i), "stated last")
			add(f.told(i), "told")
		}
	}
	if best, n := -1, 1; len(f.raised.title) > 0 {
		for i := range min(furthestIn, c.sentence) {
			if shared := f.share(f.raised.title, f.raised.stems[i]); shared > n && !f.endless(i) && !f.heading(i) {
				best, n = i, shared
			}
		}
		if best >= 0 {
			add(f.stated(best), "headline's sentence")
		}
	}
	return out
}

// claimFeatures says of each option what tells the claim from other clauses.
func (f *finder) claimFeatures(c *candidate, options []claimOption) [][]string {
	out := make([][]string, len(options))
	clause := f.contents(f.clauseAround(c))
	name := f.surname(c.source)
	for k, o := range options {
		var x []string
		add := func(name string) { x = append(x, "claim: "+name) }
		when := func(is bool, name string) {
			if is {
				add(name)
			}
		}
		i := f.d.Tokens[o.first].Sentence
		where := "before"
		switch d := c.sentence - i; {
		case d == 0:
			where = "in its sentence"
		case d == 1:
			where = "in the sentence before"
		case d > 4:
			where = "far before"
		}
		add("always")
		for _, from := range o.from {
			add(from)
			add(from + ", " + where)
			add(from + ", " + c.cue.Kind)
			when(from == "frame", "frame "+c.cue.Frame+", "+where)
			when(from == "behind the cue", "behind "+c.cue.Frame)
		}
		add(strconv.Itoa(min(len(o.from), 3)) + " ways")
		add(where + ", " + c.cue.Kind)
		when(c.ground != "", "raised: "+c.ground+", "+where)
		when(c.said, "said, "+where)
		when(c.anaphor, "pointed at, "+where)
		when(c.accepted, "fits, "+where)
		switch n := o.last - o.first; {
		case n < 3:
			add("short " + c.cue.Kind)
		case n < 6:
			add("some words")
		case n < 12:
			add("a clause")
		case n < 20:
			add("a long clause")
		default:
			add("very long")
		}
		if i != c.sentence {
			add("shares " + strconv.Itoa(min(3, f.share(clause, f.contents(o.span)))) + " words")
			when(f.raised.hard[i], "in an accusation")
			when(f.raised.mark[i], "in a report")
			when(f.attributed(i, c.source), "said by another")
			when(f.speaksIn(c.source, i), "said by the denier")
			when(f.denies(i), "in a denial")
			when(name != "" && f.has(i, name), "in a sentence on the denier")
			when(f.d.Sentences[i].Paragraph == f.d.Sentences[c.sentence].Paragraph, "same paragraph")
			when(o.first == f.d.Sentences[i].First, "a sentence's beginning")
			when(f.d.Tokens[o.first].Quote >= 0, "in a quotation")
			add("shares " + strconv.Itoa(min(2, f.share(f.raised.title, f.contents(o.span)))) + " with the headline")
		}
		when(f.states(o.span), "states")
		when(f.attribution(o.span), "attribution")
		when(f.among(o.span, lang.Deed), "deed")
		when(f.among(span{o.first, min(o.first+2, o.last)}, lang.Claim), "begins with a claim noun")
		when(f.is(o.first, lang.Anaphor), "begins with a pronoun")
		when(f.is(o.first, lang.Conjunction) || f.is(o.first, lang.Preposition), "begins with a small word")
		when(f.is(o.last-1, lang.Preposition) || f.is(o.last-1, lang.Aux), "ends with a small word")
		when(o.first < c.last && o.last > c.first, "holds the cue")
		comma := false
		for t := o.first; t < o.last; t++ {
			comma = comma || f.d.Tokens[t].Lower == "," && f.d.Tokens[t].Quote < 0
		}
		when(comma, "has a comma")
		out[k] = x
	}
	return out
}

// chooseClaim gives the likeliest claim of a denial, and how likely it is right.
func (f *finder) chooseClaim(c candidate) (best span, likely float64) {
	if f.weighed++; f.weighed > mostWeighed {
		return span{}, 0
	}
	options := f.claimOptions(c)
	for k, x := range f.claimFeatures(&c, options) {
		if p := f.model.likely(x); p > likely {
			best, likely = options[k].span, p
		}
	}
	return best, likely
}
