package denial

import "keypoints/wasm/internal/lang"

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
	o := f.object(c.last)
	if !o.as { // "dismissed the accusation as a lie"
		add(span{c.last, f.clauseEnd(c.last)}, "behind the cue")
	}
	if !c.plain() {
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
func (f *finder) claimFeatures(c *candidate, options []claimOption) []facts {
	out := make([]facts, len(options))
	clause := f.contents(f.clauseAround(c))
	name := f.surname(c.source)
	frame, kind, ground := number(frames, c.cue.Frame), number(kinds, c.cue.Kind), number(grounds, c.ground)
	for k, o := range options {
		x := make(facts, 0, 32)
		i := f.d.Tokens[o.first].Sentence
		where := 2
		switch d := c.sentence - i; {
		case d == 0:
			where = 0
		case d == 1:
			where = 1
		case d > 4:
			where = 3
		}
		x.add(claimAlways)
		for _, from := range o.from {
			way := number(ways, from)
			x.add(claimWay, way)
			x.add(claimWayWhere, way, where)
			x.add(claimWayKind, way, kind)
			x.when(from == "frame", claimFrameWhere, frame, where)
			x.when(from == "behind the cue", claimBehindFrame, frame)
		}
		x.add(claimWays, min(len(o.from), 3))
		x.add(claimWhereKind, where, kind)
		x.add(claimRaisedWhere, ground, where)
		x.when(c.said, claimSaidWhere, where)
		x.when(c.anaphor, claimPointedWhere, where)
		switch n := o.last - o.first; {
		case n < 3:
			x.add(claimShort, kind)
		case n < 6:
			x.add(claimLength, 0)
		case n < 12:
			x.add(claimLength, 1)
		case n < 20:
			x.add(claimLength, 2)
		default:
			x.add(claimLength, 3)
		}
		if i != c.sentence {
			x.add(claimShares, min(3, f.share(clause, f.contents(o.span))))
			x.when(f.raised.hard[i], claimInAccusation)
			x.when(f.raised.mark[i], claimInReport)
			x.when(f.attributed(i, c.source), claimByAnother)
			x.when(f.speaksIn(c.source, i), claimByDenier)
			x.when(f.denies(i), claimInDenial)
			x.when(name != "" && f.has(i, name), claimOnDenier)
			x.when(f.d.Sentences[i].Paragraph == f.d.Sentences[c.sentence].Paragraph, claimSameParagraph)
			x.when(o.first == f.d.Sentences[i].First, claimBeginsSentence)
			x.when(f.d.Tokens[o.first].Quote >= 0, claimQuoted)
			x.add(claimSharesHeadline, min(2, f.share(f.raised.title, f.contents(o.span))))
		}
		x.when(f.states(o.span), claimStates)
		x.when(f.attribution(o.span), claimAttribution)
		x.when(f.among(o.span, lang.Deed), claimDeed)
		x.when(f.among(span{o.first, min(o.first+2, o.last)}, lang.Claim), claimNounFirst)
		x.when(f.is(o.first, lang.Anaphor), claimPronounFirst)
		x.when(f.is(o.first, lang.Conjunction) || f.is(o.first, lang.Preposition), claimSmallFirst)
		x.when(f.is(o.last-1, lang.Preposition) || f.is(o.last-1, lang.Aux), claimSmallLast)
		x.when(o.first < c.last && o.last > c.first, claimHoldsCue)
		comma := false
		for t := o.first; t < o.last; t++ {
			comma = comma || f.d.Tokens[t].Lower == "," && f.d.Tokens[t].Quote < 0
		}
		x.when(comma, claimComma)
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
