package denial

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// near is how many sentences back a claim stands that a plain negation answers.
const near = 8

// contradicts accepts a negation that answers a claim in its words, whoever is
// its subject: “No aircraft was in the area,” after two had crossed the border.
// What was denied just before asks for one shared word, what somebody else
// says for two, or one of a sentence that names the source who speaks.
func (f *finder) contradicts(c *candidate, s source, own bool) bool {
	done := f.marked(lang.NoneDone, c.first)
	if f.subordinate(c.first) || f.d.Tokens[c.first].Lower == lang.NotWord && done < 0 && !f.is(f.before(c.first), lang.Aux) {
		return false
	}
	clause := f.clauseAround(c)
	stems := f.contents(clause)
	if len(stems) == 0 {
		return false
	}
	heads := f.headsOf(c)
	if claim := f.asked(c.sentence); own && f.share(heads, f.contents(claim)) > 0 {
		c.ground = "asked"
		c.object, c.said, c.anaphor = claim, true, false // asked if he is to run: “I am not running.”
		return true
	}
	past, accuser := f.past(c), f.among(s.span, lang.Accuser)
	for i := range f.back(c.sentence, near) {
		before, denied := f.denialIn(i)
		close := c.sentence-i <= 2
		against := append(f.contents(before.claim), f.raised.stems[i]...)
		shared, rare := f.meets(stems, against)
		head := past && f.share(heads, against) > 0
		same := done >= 0 && slices.Contains(against, f.stem(done)) // accused of dumping it: “Nothing was dumped”
		switch {
		case accuser && (denied || !f.attributed(i, s)): // “Police said no child had died” answers others
			continue
		case denied && (close && shared > 0 || past && shared >= 2):
			c.ground = "denied in its words"
		case denied && close && past && (own || f.is(c.first, lang.Nothing)) && s.entity >= 0 && before.entity == s.entity:
			c.ground = "goes on denying"
		case denied:
			continue
		case f.raised.hard[i] && (head && shared >= 2 && (rare || close) || same):
			c.ground = "claimed in its words"
		case !rare || !close || !f.attributed(i, s):
			continue
		case f.fits(lang.Nonesuch, c.first):
			c.ground = "there is none"
		case head && s.entity >= 0 && (shared >= 2 || shared == len(stems)):
			c.ground = "claimed in its words"
		default:
			continue
		}
		if n := len(f.contents(span{c.last, f.clauseEnd(c.last)})); n >= 3 || n >= 2 && own {
			f.objectBehind(c)
		} else if denied {
			c.object, c.anaphor, c.said = before.claim, true, !before.claim.empty()
		} else {
			c.claimSentence = i
		}
		return true
	}
	return false
}

// past tells that a negation speaks of what has happened: "did not", "never
// took", "nobody sold it", "carried out no launches".
func (f *finder) past(c *candidate) bool {
	clause := f.clauseAround(c)
	b := f.before(c.first)
	return f.among(span{clause.first, min(c.last+5, clause.last)}, lang.PastAux) ||
		(f.d.Tokens[c.first].Lower == lang.Never || f.is(c.first, lang.Nothing)) && c.last < clause.last && f.s.Participle(c.last) ||
		b >= 0 && f.is(c.first, lang.Nothing) && f.s.Participle(b)
}

// meets counts the stems that others has too; rare tells that one of them is no name and no
// word that the article uses all the time.
func (f *finder) meets(stems, others []string) (shared int, rare bool) {
	for _, w := range stems {
		if slices.Contains(others, w) {
			shared++
			rare = rare || !f.raised.name[w] && f.raised.count[w] <= 2+len(f.d.Sentences)/6
		}
	}
	return shared, rare
}

// share counts what two lists of stems have in common.
func (f *finder) share(a, b []string) int {
	n, _ := f.meets(a, b)
	return n
}

// contents gives the distinct stems of a span.
func (f *finder) contents(s span) []string {
	out := make([]string, 0, (s.last-s.first)/2+1)
	for t := s.first; t < s.last; t++ {
		if w := f.stem(t); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// clauseAround is the negated clause with its subject.
func (f *finder) clauseAround(c *candidate) span {
	first := c.first
	for ; first > f.d.Sentences[c.sentence].First; first-- {
		tok := &f.d.Tokens[first-1]
		if tok.Quote != f.d.Tokens[c.first].Quote || stop(tok) || tok.Lower == "," || tok.Is(lang.Joining) || f.reports(first-1) {
			break
		}
	}
	return span{first, f.clauseEnd(c.last)}
}

// attributed tells that somebody else says what a sentence says.
func (f *finder) attributed(i int, s source) bool {
	for t := f.d.Sentences[i].First; t < f.d.Sentences[i].Last; t++ {
		if f.d.Tokens[t].Quote < 0 && f.is(t, lang.Raise) {
			return true
		}
		if f.reports(t) {
			return s.entity < 0 || f.subject(t).entity != s.entity
		}
	}
	return false
}
