package denial

import "keypoints/wasm/internal/lang"

// object is what follows a cue.
type object struct {
	span
	that    bool // a that-clause, the span begins after "that"
	gerund  bool
	anaphor bool // "it", "that", "the allegations"
	none    bool // nothing: a relative clause's verb, or an object before
	head    int  // of a noun phrase, else -1
	bare    bool // the noun phrase has no complement that says more
}

// object reads what follows the cue that ends before token last.
func (f *finder) object(last int) object {
	d := f.d
	t, end, quoted := last, last, -1
	if last < len(d.Tokens) {
		quoted = d.Tokens[last-1].Quote
		if k := f.marked(lang.ObjectBehind, last); k >= 0 && !f.gerund(last) {
			t = k
		}
		for t < len(d.Tokens) && d.Tokens[t].QuotationMark() {
			t++
		}
		if quoted >= 0 && t < len(d.Tokens) { // it “categorically rejects” her version
			quoted = d.Tokens[t].Quote
		}
		end = f.clauseEndIn(t, quoted)
		if f.is(f.before(last-1), lang.Relative) { // "Keita, who denies the crimes, listened"
			for k := end - 1; k > t; k-- {
				if d.Tokens[k].Lower == "," && d.Tokens[k].Quote < 0 {
					end = k
				}
			}
		}
	}
	for t < end && f.is(t, lang.Modifier) && !f.is(t, lang.Whole) {
		t++
	}
	o := object{span: span{t, end}, head: -1}
	if t >= end || !d.Tokens[t].Word || f.is(t, lang.Preposition) || f.is(t, lang.Joining) || f.fits(lang.TimeBefore, t) {
		o.none = true
		return o
	}
	if after := f.marked(lang.StandIn, t); after >= 0 {
		o.anaphor = true
		o.last = after
		return o
	}
	if after := f.marked(lang.ThatClause, t); after >= 0 && after < end {
		o.that = true
		o.first = after
		return o
	}
	if f.gerund(t) {
		o.gerund = true
		return o
	}
	o.head, o.bare = f.headOf(t, end)
	if k := f.marked(lang.Content, o.head+1); k >= 0 {
		o.last, o.bare = f.clauseEndIn(k, quoted), false
	}
	o.anaphor = o.bare && f.is(o.head, lang.Claim) && d.Tokens[t].Lower != lang.Any
	return o
}

// headOf gives the head noun of the noun phrase from t on: its last word before
// a preposition, "that", a verb or the clause's end. bare tells that no
// complement follows: "the allegations" against "allegations of fraud".
func (f *finder) headOf(t, end int) (head int, bare bool) {
	for k := t + 1; k < end; k++ {
		tok := &f.d.Tokens[k]
		switch {
		case !tok.Word || f.is(k, lang.Relative) || f.is(k, lang.Joining) || f.is(k, lang.Aux):
			return k - 1, !tok.Is(lang.That) && !tok.Is(lang.Which)
		case f.is(k, lang.Preposition):
			return k - 1, !tok.Is(lang.Concerning)
		case k+1 < end && f.is(k, lang.PastForm) && !f.is(k-1, lang.Determiner) && !lang.InT(tok.Lower): // "the incident took place"
			return k - 1, false
		case f.is(k-1, lang.Claim) && !f.is(k, lang.Claim):
			return k - 1, lang.InEd(tok.Lower) || f.is(k, lang.Modifier) // "claims he lied", "reports published Monday"
		}
	}
	return max(t, end-1), true
}

// clausal tells that a verb form stands among the next words: "denied she had".
func (f *finder) clausal(t, end int) bool {
	for k := t; k < end && k < t+6 && !f.is(k, lang.Who); k++ {
		tok := &f.d.Tokens[k]
		if tok.Is(lang.Aux) && tok.Lower != lang.Being || tok.Verb.Lemma != "" || lang.InEd(tok.Lower) {
			return true
		}
	}
	return false
}

// gerund tells a verb in -ing that a denial may have as its object: "denied knowing it", "denied
// knowingly taking it".
func (f *finder) gerund(k int) bool {
	if (f.is(k, lang.Adverb) || f.is(k, lang.Whole)) && k+1 < len(f.d.Tokens) {
		k++
	}
	return lang.Ing(f.d.Tokens[k].Lower) && !f.d.Tokens[k].Capital && !f.is(k, lang.NoGerund) && !f.is(k, lang.Deed) && !f.is(k, lang.Withheld)
}
