package denial

import "keypoints/wasm/internal/lang"

// alike tells the words of a cue where nobody denies anything: a scientist "who was not
// involved in the study", “we realized it was all lies”, "they concluded, it never happened".
func (f *finder) alike(c *candidate) bool {
	b := f.before(c.first)
	switch {
	case c.cue.Kind == KindLabel && (f.fits(lang.Granted, c.first) ||
		c.cue.Frame == frameSelf && (f.is(b, lang.Preposition) || f.infinitive(c.first))): // "it took years to invent it"
		return true
	case c.cue.Kind == KindNegate && f.is(f.reporting(c.first), lang.Finds):
		return true
	case c.cue.Kind != KindLabel && f.fits(lang.Passing, c.first):
		return true
	case b >= 0 && (f.is(c.first, lang.Relative) || f.d.Tokens[c.first].Lower == lang.ThatIs): // "something that's nonsense"
		_, verb := f.d.Tokens[b].Reports()
		v := f.reporting(c.first)
		told := v >= 0 && f.d.Tokens[v].Verb.Lemma == lang.Tell // "told the court that was untrue"
		return !verb && !told && !f.is(b, lang.Joining)
	}
	return f.s.Supposed(c.first) || f.relayed(c.first)
}

// relayed tells that a quotation gives the words at token t as those of somebody
// else: “They say they didn't mean to. They don't say they didn't do it.”
func (f *finder) relayed(t int) bool {
	q := f.d.Tokens[t].Quote
	for k := t - 1; q >= 0 && k > t-10 && k > f.d.Quoted[q].First; k-- {
		if f.d.Tokens[k].QuotationMark() || f.d.Tokens[k].Verb.Class == lang.Say { // “She was like: ‘This is not right.’”, “They say they didn't”
			return f.d.Tokens[k].QuotationMark() || f.is(f.before(k), lang.Pronoun) && !f.is(f.before(k), lang.Mine)
		}
	}
	return false
}

// narrated tells that the writer says a negation of somebody: "did not say when, adding only that".
func (f *finder) narrated(c *candidate) bool {
	if f.d.Tokens[c.first].Quote >= 0 {
		return false
	}
	v := f.reporting(c.first)
	if f.fits(lang.Unsaid, c.first) && !f.is(v, lang.Insist) {
		return true
	}
	// “Lee did not run, and Moss said that she”
	return v > c.last && (f.d.Tokens[v].Verb.Form == lang.Gerund || f.holds(span{c.last, v}, lang.CommaAnd))
}

// subordinate tells that a negation stands in a clause that says when, why or
// which: “the people who did not come”, “because it had no roof”.
func (f *finder) subordinate(t int) bool {
	if q := f.d.Tokens[t].Quote; q >= 0 && f.is(f.d.Quoted[q].First-1, lang.Joining) { // he would publish them “because there were no speeches”
		return true
	}
	for k := t - 1; k >= f.d.Sentences[f.d.Tokens[t].Sentence].First && k > t-10 && f.d.Tokens[k].Word && !f.reports(k); k-- {
		if f.is(k, lang.Relative) {
			said := max(0, k-1) // "said that he never paid", "told the court that he never paid"
			v := f.d.Tokens[said].Verb
			return !(f.reports(said) && (v.Form == lang.Past || v.Lemma == lang.SayWord) && !f.is(said, lang.FamilyAccuse)) && !f.questioned(t)
		}
		if f.is(k, lang.Subordinating) {
			return true
		}
	}
	return false
}
