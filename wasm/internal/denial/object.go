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
	as      bool // "as false" follows
	bare    bool // the noun phrase has no complement that says more
}

// object reads what follows the cue that ends before token last.
func (f *finder) object(last int) object {
	d := f.d
	t := f.reach(last, f.opensClaim)
	end := t
	if last > 0 && last < len(d.Tokens) {
		for t < len(d.Tokens) && d.Tokens[t].QuotationMark() {
			t++
		}
		quoted := d.Tokens[last-1].Quote
		if quoted >= 0 && t < len(d.Tokens) { // it “categorically rejects” her version
			quoted = d.Tokens[t].Quote
		}
		end = f.clauseEndIn(t, quoted)
		if r := f.before(last - 1); r >= 0 && f.is(r, lang.Relative) { // "Keita, who denies the crimes, listened"
			for k := t; k < end; k++ {
				if d.Tokens[k].Lower == "," && d.Tokens[k].Quote < 0 {
					end = k
				}
			}
		}
	}
	for t < end && (d.Tokens[t].QuotationMark() || !f.is(t, lang.Whole) && d.Tokens[t].Lower != lang.Just &&
		f.is(t, lang.Modifier)) {
		t++
	}
	if t+2 < end && f.is(t, lang.Totality) && f.is(t+1, lang.Of) { // "rejects all of | the claims"
		if head, _ := f.headOf(t+2, end); f.is(head, lang.Claim) {
			t += 2
		}
	}
	if t+1 < end && d.Tokens[t].Is(lang.Adverb) && lang.Ing(d.Tokens[t+1].Lower) { // "denied knowingly taking it"
		return object{span: span{t, end}, head: -1, gerund: true}
	}
	o := object{span: span{t, end}, head: -1}
	if t >= end || !d.Tokens[t].Word || f.is(t, lang.Preposition) || f.is(t, lang.Joining) {
		o.none = true
		return o
	}
	for k := t + 1; k < end && k < t+4; k++ { // "an allegation Lee denied three weeks before he faces voters"
		if f.is(k-1, lang.Time) && f.is(k, lang.BehindTime) {
			o.none = true
			return o
		}
	}
	word := d.Tokens[t].Lower
	next := t + 1
	nextEnds := next >= end || !d.Tokens[next].Word || f.is(next, lang.Preposition) || f.is(next, lang.Joining) || f.is(next, lang.Modifier)
	if f.is(t, lang.Anaphor) && nextEnds {
		o.anaphor = true
		o.last = next
		return o
	}
	if f.is(next, lang.Of) && next+1 < end && f.is(next+1, lang.Anaphor) && f.is(t, lang.Thing) { // "all of it"
		o.anaphor = true
		o.last = next + 2
		return o
	}
	if after := next + 1; word == lang.ThatWord && !f.is(next, lang.Claim) && (after < end && d.Tokens[after].Word && !f.is(after, lang.Preposition)) {
		o.that = true
		o.first = next
		return o
	}
	if word == lang.Doing && next < end && f.is(next, lang.Anaphor) { // "has always denied doing so"
		o.anaphor = true
		o.last = next + 1
		return o
	}
	if f.gerund(t) {
		o.gerund = true
		for k := t + 1; k < end && k < t+4; k++ { // "denied giving any such order"
			o.anaphor = o.anaphor || d.Tokens[k].Lower == lang.Such
		}
		return o
	}
	for k := t + 1; k+1 < end; k++ { // "reports of a merger as false"; not "he came on as a substitute"
		if d.Tokens[k].Lower == lang.As && (d.Tokens[k+1].QuotationMark() || f.is(k+1, lang.Untrue) || f.is(k+1, lang.Opinion) ||
			f.is(k+1, lang.Modifier) || f.is(k+1, lang.Determiner) && !f.among(span{t, min(t+3, k)}, lang.SubjectPronoun)) {
			end = k
			o.last = k
			o.as = true
		}
	}
	o.head, o.bare = f.headOf(t, end)
	for k := o.head + 1; k < end && k < o.head+10; k++ { // "a report in the Post that he …"
		if f.is(o.head, lang.Claim) && (d.Tokens[k].Lower == lang.ThatWord || f.saying(k)) {
			o.bare = false
		}
	}
	// "accusations by a fund, Heron, that it had hidden losses"
	if o.bare && f.is(o.head, lang.Claim) {
		for k := o.head + 1; k < d.Sentences[d.Tokens[t].Sentence].Last && k < o.head+15; k++ {
			if d.Tokens[k].Lower == lang.ThatWord && d.Tokens[k-1].Lower == "," {
				o.span, o.bare = span{o.head, f.clauseEndIn(k+1, d.Tokens[last-1].Quote)}, false
				break
			}
		}
	}
	owned := d.Tokens[t].Is(lang.Possessive) // "Dupree's claim"
	if (f.is(t, lang.Determiner) || o.head == t || owned) && o.bare && f.is(o.head, lang.Claim) && word != lang.Any {
		o.anaphor = true
	}
	return o
}

// saying tells a participle that gives what a report says: "a report in the Post saying he paid".
func (f *finder) saying(t int) bool {
	v := f.d.Tokens[t].Verb
	return v.Form == lang.Gerund && v.Class != lang.Weak && f.d.Tokens[t].Quote < 0
}

// headOf gives the head noun of the noun phrase from t on: its last word before
// a preposition, "that", a verb or the clause's end. bare tells that no
// complement follows: "the allegations" against "allegations of fraud".
func (f *finder) headOf(t, end int) (head int, bare bool) {
	head = t
	for k := t; k < end; k++ {
		tok := &f.d.Tokens[k]
		if !tok.Word || k > t && (f.is(k, lang.Relative) || f.is(k, lang.Joining) || f.is(k, lang.Aux)) {
			return head, !tok.Is(lang.That) && !tok.Is(lang.Which)
		}
		if k > t && f.is(k, lang.Preposition) {
			return head, !tok.Is(lang.Concerning)
		}
		if k > t && k+1 < end && f.is(k, lang.PastForm) && !f.is(k-1, lang.Determiner) && !lang.InT(tok.Lower) { // "the incident took place"
			return head, false
		}
		if k > t && f.is(head, lang.Claim) && !f.is(k, lang.Claim) {
			// "claims he lied", "reports published Monday"
			return head, lang.InEd(tok.Lower) || f.is(k, lang.Modifier)
		}
		head = k
	}
	return head, true
}

// clausal tells that a verb form stands among the next words: "denied she had".
func (f *finder) clausal(t, end int) bool {
	for k := t; k < end && k < t+6 && !f.is(k, lang.Relative); k++ {
		if f.is(k, lang.Aux) && f.d.Tokens[k].Lower != lang.Being || f.is(k, lang.Not) || f.d.Tokens[k].Verb.Lemma != "" ||
			lang.InEd(f.d.Tokens[k].Lower) {
			return true
		}
	}
	return false
}

// ought tells that a clause says what should be: an opinion, no claim of fact.
func (f *finder) ought(t, end int) bool {
	return f.among(span{t, end}, lang.Ought)
}
