package denial

import "keypoints/wasm/internal/lang"

// verb holds what every verb cue needs: not negated, not supposed, no bare
// infinitive, no adjective ("the disputed claims"), and a source.
func (f *finder) verb(c *candidate) bool {
	b := f.before(c.first)
	if f.negated(c.first) || f.infinitive(c.first) || f.is(b, lang.Modal) { // "he would deny it, I suspect"
		return false
	}
	if by, passive := f.passive(c.first, c.last); passive {
		if by < 0 {
			return false
		}
		c.source = f.nounPhrase(by)
		return !f.is(by, lang.Nobody)
	}
	if f.is(b, lang.Determiner) && !f.is(b, lang.Relative) { // "the dispute"
		return false
	}
	c.source = f.subject(c.first)
	if c.source.card == nil && f.is(c.source.first, lang.Pronoun) {
		c.source = f.sayer(c.source.first)
	} else if both := f.bothOf(c); both.card != nil {
		c.source = both
	}
	if !c.source.empty() && f.fits(lang.Nobodys, c.source.first) {
		return false
	}
	// “He denies it,” her lawyer said: the lawyer denies for him.
	if f.is(c.source.last-1, lang.Client) || f.quotation[c.first] >= 0 && c.source.card == nil {
		c.source, _ = f.speech(c.first)
	}
	return c.source.card != nil || f.is(c.source.first, lang.Pronoun)
}

// passive tells that a verb is passive, and the first token after its "by".
func (f *finder) passive(first, last int) (by int, passive bool) {
	by = f.s.Agent(last - 1)
	return by, by == last+1 || f.s.Participle(first) && f.s.Passive(first)
}

// passiveClaim tells that the subject of a passive cue verb is a claim: "the
// allegations were denied by the ministry", "a charge that was denied by Lee".
func (f *finder) passiveClaim(v int) bool {
	m, ok := f.s.Subject(v)
	return ok && (f.is(m.Head, lang.Claim) || f.is(m.Head, lang.Deed)) && !f.fits(lang.Demand, m.Head+1) && !f.fits(lang.Insured, v)
}

// byObject decides on a verb cue by what is denied.
func (f *finder) byObject(c *candidate) bool {
	switch c.cue.Frame {
	case frameDone:
		return f.done(c)
	case frameLabel:
		return f.label(c)
	}
	if _, passive := f.passive(c.first, c.last); passive {
		c.anaphor = true
		return f.passiveClaim(c.first) // "Lee was denied by the crossbar"
	}
	o := f.object(c.last)
	c.object, c.anaphor, c.said = o.span, o.anaphor, o.that || o.gerund || o.head >= 0 && !o.anaphor
	if o.none {
		c.object, c.anaphor = span{}, true
	}
	switch c.cue.Frame {
	case frameProposition:
		return f.proposition(c, o)
	case frameInverted: // but "described misleading claims by sellers" calls them so in passing
		return f.is(f.pastMarks(c.last), lang.Determiner) && f.claimFrame(c, o)
	}
	return f.claimFrame(c, o)
}

// proposition: "denies that", "denied doing", "denied wrongdoing".
func (f *finder) proposition(c *candidate, o object) bool {
	if o.head < 0 {
		return true
	}
	switch second := f.marked(lang.SecondObject, o.first); {
	case f.fits(lang.Insured, c.first), f.among(span{o.first, o.head + 1}, lang.Withheld) && !f.is(o.head, lang.Claim),
		second >= 0 && !f.clausal(o.first+1, second):
		return false
	case f.is(o.head, lang.Claim), f.is(o.head, lang.Deed):
		return true
	case f.is(o.first, lang.Article), f.is(o.first, lang.Persons), f.d.Tokens[o.first].Capital && !f.s.Plural(o.first):
		// "denied the change being sought", "denied them water", "denied Ms. Lee a hearing"
		return f.clausal(o.first+1, o.last) && (f.is(o.first, lang.Article) || !f.is(o.head+1, lang.Preposition))
	}
	return true
}

// claimFrame: "rejected the allegations", "dismissed the idea that".
func (f *finder) claimFrame(c *candidate, o object) bool {
	switch {
	case o.that:
		return true
	case o.none: // "a claim that the ministry disputes"
		return f.fits(lang.TakenUp, c.first) || f.fits(lang.AtIssue, c.first)
	case o.head < 0:
		// "Lee disputes that", "debunked it within hours"; "The airline rejected that" after an accusation
		return o.anaphor && f.is(o.first, lang.Pointer) && (f.is(c.first, lang.Disputes) || f.is(o.first, lang.That) && c.sentence > 0 &&
			(f.raised.hard[c.sentence-1] || f.raised.mark[c.sentence-1] && f.attributed(c.sentence-1, c.source)) &&
			f.fits(lang.ThatAlone, o.first))
	}
	noun := span{o.first, o.head + 1}
	attacked := f.is(c.first, lang.Attacks) && f.among(noun, lang.Possessive) && !f.is(noun.last, lang.That)
	if attacked || f.among(noun, lang.Proposal) || f.fits(lang.Demand, noun.last) || f.holds(c.source.span, lang.Courts) {
		return false
	}
	if f.fits(lang.Elsewhere, noun.last) {
		c.said, c.anaphor = false, true
	}
	// "disputed the senator's figures", "did not recognise the figures"
	if f.is(o.head, lang.Claim) || f.is(o.head, lang.Figure) && (c.last > c.first+1 || f.is(c.first, lang.Disputes)) {
		return true
	}
	if f.is(o.head, lang.Point) && c.sentence > 0 && (f.is(o.first, lang.Pointer) || f.d.Tokens[o.head-1].Is(lang.Possessive)) {
		c.anaphor, c.said = true, false // "disputes that finding", "the inquiry's conclusion"
		return o.bare
	}
	// A thought is a claim with its content: "the notion that he was there", "the agency's statement that".
	if (f.is(o.head, lang.Utterance) || f.is(o.head, lang.Notion)) && f.is(noun.last, lang.That) && !f.among(o.span, lang.Ought) {
		c.object = span{noun.last + 1, o.last}
		return true
	}
	return false
}

// done: "pleaded not guilty".
func (f *finder) done(c *candidate) bool {
	c.anaphor = true
	if t := f.marked(lang.PleadedTo, c.last); t >= 0 {
		c.object = span{t, f.clauseEnd(t)}
		c.anaphor = f.fits(lang.AllCharges, t)
		c.said = !c.anaphor
	}
	return true
}

// label: "called the reports fake".
func (f *finder) label(c *candidate) bool {
	// "where I come from they call that a lie"
	if b := f.before(c.first); f.d.Tokens[c.first].Quote >= 0 && f.is(b, lang.Pronoun) && !f.is(b, lang.Mine) {
		return false
	}
	t, end := c.first+1, c.last-1
	for k := t; k < end; k++ {
		if f.is(k, lang.Claim) {
			c.object = f.labelled(span{t, end}, k)
			// "the reports on the camp", not "the story", "the allegation by the party"
			c.said = c.object.last > k+1 && !f.is(k+1, lang.Agentive)
			c.anaphor = !c.said
			return true
		}
	}
	c.object, c.anaphor = span{t, end}, true
	// called that “beyond preposterous”, the video “misleading”
	return (f.is(t, lang.Pointer) || f.among(c.object, lang.Utterance)) && (!f.is(end, lang.Opinion) || f.raisedLately(c, false) != "")
}

// labelled cuts the words of the label itself off an object whose noun is at token noun: "the story"
// of "called the story a complete fabrication", her account ‘a fairy tale’.
func (f *finder) labelled(s span, noun int) span {
	for k := noun + 1; k < s.last; k++ {
		if f.d.Tokens[k].Quote != f.d.Tokens[noun].Quote {
			s.last = k
		}
	}
	for s.last > noun+1 && (f.is(s.last-1, lang.Preposition) || f.is(s.last-1, lang.Article)) {
		s.last--
	}
	return s
}
