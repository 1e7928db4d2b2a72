package denial

import (
	"slices"
	"sort"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/weigh"
)

// leastClaim is how likely a claim is right at least to be shown: none is better than a
// wrong one.
const leastClaim = 0.4

// mostWeighed is how many denials of an article have their claims weighed: real ones have
// some, made ones as many as they have sentences. Those behind show none.
const mostWeighed = 400

// A claimOption is a stretch of the article that may be what is denied.
type claimOption struct {
	span
	from []way // which lead to it
}

// claimOptions gives the clauses in reach of a denial, each once, the frames' own first.
func (f *finder) claimOptions(c candidate) []claimOption {
	var out []claimOption
	add := func(s span, from way) {
		s = f.balanced(f.whole(f.unfinished(f.trim(s))))
		if s.empty() || s.last-s.first > longestClaim ||
			from != byFrame && (f.is(s.first, lang.Anaphor) && s.last-s.first <= 3 || !f.substance(s) && !f.among(s, lang.Deed)) { // "everything, publicly"
			return
		}
		for k := range out {
			if out[k].span == s {
				if !slices.Contains(out[k].from, from) {
					out[k].from = append(out[k].from, from)
				}
				return
			}
		}
		out = append(out, claimOption{s, []way{from}})
	}
	add(f.claim(c), byFrame)
	noun := f.claimNoun(&c)
	add(f.behind(c), behindCue)
	if around := f.clauseAround(&c); c.plain() && around.first < c.first {
		add(span{around.first, c.first}, beforeCue)
	}
	f.claimsIn(span{f.d.Sentences[c.sentence].First, c.first}, add)
	for i := c.sentence - 1; i >= 0 && i >= c.sentence-near; i-- {
		if f.endless(i) || f.heading(i) {
			continue
		}
		if i == c.sentence-1 || f.raised.mark[i] || f.raised.hard[i] || noun != "" && f.attributed(i, c.source) {
			add(f.stated(i), asStated)
			f.claimsIn(f.sentenceRange(i), add)
		}
	}
	if f.deniesAll(&c) && f.severalAccuse(&c) { // one of them alone is not what is denied
		out = slices.DeleteFunc(out, func(o claimOption) bool { return f.d.Tokens[o.first].Sentence != c.sentence })
	}
	return out
}

// claimFeatures says of each option what tells the claim from other clauses.
func (f *finder) claimFeatures(c *candidate, options []claimOption) []weigh.Facts {
	out := make([]weigh.Facts, len(options))
	clause := f.contents(f.clauseAround(c))
	name := f.surname(c.source)
	kind, ground := number(kinds, c.cue.Kind), number(grounds, c.ground)
	refers := number(references, f.refersBy(c))
	for k, o := range options {
		x := make(weigh.Facts, 0, 30)
		comma, says := false, false
		i := f.d.Tokens[o.first].Sentence
		where := sort.SearchInts([]int{0, 1, 4}, c.sentence-i) // of distances
		for _, from := range o.from {
			x.Add(claimWay, int(from))
			x.Add(claimWayWhere, int(from), where)
			x.Add(claimWayKind, int(from), kind)
			x.Add(claimWayRefers, int(from), refers)
		}
		x.Add(claimWhereKind, where, kind)
		x.Add(claimWhereRefers, where, refers)
		x.Add(claimRaisedWhere, ground, where)
		x.When(c.said, claimSaidWhere, where)
		x.When(c.anaphor, claimPointedWhere, where)
		x.Add(claimLength, sort.SearchInts([]int{2, 5, 11, 19}, o.last-o.first))
		if i != c.sentence {
			x.Add(claimShares, min(3, f.share(clause, f.contents(o.span))))
			x.When(name != "" && f.has(i, name), claimOnDenier)
			x.When(f.d.Sentences[i].Paragraph == f.d.Sentences[c.sentence].Paragraph, claimSameParagraph)
			x.When(o.first == f.d.Sentences[i].First, claimBeginsSentence, refers)
			x.When(f.d.Tokens[o.first].Quote >= 0, claimQuoted)
		}
		for t := o.first; t < o.last; t++ {
			says = says || t > o.first && f.reports(t)
			comma = comma || f.d.Tokens[t].Lower == "," && f.d.Tokens[t].Quote < 0
		}
		x.When(comma, claimComma)
		x.When(says, claimSays)
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
		if p := f.model.Likely(x); p > likely {
			best, likely = options[k].span, p
		}
	}
	return best, likely
}

// deniesAll tells a denial of all that is claimed: "denies everything", "none of it is true",
// "all of those claims are false".
func (f *finder) deniesAll(c *candidate) bool {
	return f.among(span{c.first, c.last}, lang.Totality) || f.fits(lang.AllOfThem, c.first) || !c.plain() && f.fits(lang.AllDenied, c.last)
}

// severalAccuse tells that more than one sentence before a denial accuses: one of them alone is
// not what is denied.
func (f *finder) severalAccuse(c *candidate) bool {
	accusing := 0
	for i := max(0, c.sentence-near); i < c.sentence; i++ {
		if !f.endless(i) && !f.denies(i) && (f.raised.mark[i] || f.raised.hard[i] || f.attributed(i, c.source)) {
			accusing++
		}
	}
	return accusing > 1
}

// refersBy tells how a denial names what it denies.
func (f *finder) refersBy(c *candidate) string {
	if c.plain() {
		return "plain"
	}
	switch o := f.object(c.last); {
	case o.that:
		return "that-clause"
	case o.gerund:
		return "gerund"
	case o.none || o.empty():
		return "nothing"
	case o.head < 0:
		return "pronoun"
	case f.is(o.head, lang.Claim) && o.anaphor:
		return "claim noun"
	case f.is(o.head, lang.Claim):
		return "claim noun with more"
	}
	return "other"
}

// unfinished cuts words at a span's ends that begin or end no claim: a verb of saying ("said | the
// firm misreported"), a conjunction, the subject of a clause that was cut off ("a film | she").
func (f *finder) unfinished(s span) span {
	for !s.empty() && (f.is(s.first, lang.Coordinator) || f.reports(s.first) && f.d.Tokens[s.first].Verb.Form != lang.Gerund &&
		!f.is(s.first, lang.Claim) || !f.d.Tokens[s.first].Word) {
		s.first++
	}
	for !s.empty() && (f.is(s.last-1, lang.SubjectPronoun) && !f.is(s.last-1, lang.Anaphor) && !f.is(s.last-1, lang.Persons) ||
		f.is(s.last-1, lang.Relative) || f.is(s.last-1, lang.Article) || f.is(s.last-1, lang.Joining) || !f.d.Tokens[s.last-1].Word) {
		s.last--
	}
	return s
}
