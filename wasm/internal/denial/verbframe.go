package denial

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// verb holds what every verb cue needs: not negated, not supposed, no bare
// infinitive, no adjective ("the disputed claims"), and a source.
func (f *finder) verb(c *candidate) bool {
	if f.negated(c.first) || f.infinitive(c.first) {
		return false
	}
	if f.is(f.before(c.first), lang.Modal) { // "he would deny it, I suspect"
		return false
	}
	if by, passive := f.passive(c.first, c.last); passive {
		if by < 0 {
			return false
		}
		c.source = f.nounPhrase(by)
		return !f.is(by, lang.Nobody)
	}
	b := f.before(c.first)
	if b >= 0 && f.is(b, lang.Determiner) && !f.is(b, lang.Relative) && !f.is(b, lang.Pronoun) { // "the dispute"
		return false
	}
	if b >= 0 && f.s.Participle(c.first) && f.is(b, lang.Preposition) {
		return false
	}
	c.source = f.subject(c.first)
	if c.source.card == nil && !c.source.empty() && f.is(c.source.first, lang.Pronoun) && f.d.Tokens[c.source.first].Quote < 0 {
		c.source = f.sayer(c.source.first)
	} else if both := f.bothOf(c); both.card != nil {
		c.source = both
	}
	if !c.source.empty() && (f.is(c.source.first, lang.Nobody) || f.d.Tokens[c.source.first].Lower == lang.No) { // "nobody in the hall denied it"
		return false
	}
	if r := c.source.first - 1; !c.source.empty() && r >= f.d.Sentences[c.sentence].First && f.is(r, lang.Not) { // "neither the club nor the player has denied it"
		return false
	}
	// “He denies it,” her lawyer said: the lawyer denies for him.
	if client := f.is(c.source.last-1, lang.Client); client || f.quotation[c.first] >= 0 && (c.source.card == nil || f.is(c.source.last-1, lang.Pronoun)) {
		c.source, _, _ = f.speech(c.first)
	}
	return c.source.card != nil || !c.source.empty() && f.is(c.source.first, lang.Pronoun)
}

// passive tells that a verb is passive, and the first token after its "by".
func (f *finder) passive(first, last int) (by int, passive bool) {
	by = f.s.Agent(last - 1)
	return by, by == last+1 || f.s.Participle(first) && f.s.Passive(first)
}

// passiveClaim tells that the subject of a passive cue verb is a claim: "the
// allegations were denied by the ministry", "a charge that was denied by Lee",
// "the army's claim to have taken a village was rejected by the capital".
func (f *finder) passiveClaim(t int) bool {
	b := f.before(t)
	for b >= 0 && (f.is(b, lang.Aux) || f.is(b, lang.Modifier)) {
		b--
	}
	if b > 0 && f.is(b, lang.Relative) {
		b--
	}
	return f.is(b, lang.Claim) || f.is(b, lang.Deed)
}

// ditransitive tells that a second noun phrase follows the first without a
// verb or preposition between: "denied the opposition a debate".
func (f *finder) ditransitive(o object) bool {
	for k := o.first + 1; k < o.last && k < o.first+8; k++ {
		tok := &f.d.Tokens[k]
		if tok.Is(lang.Of) { // "denied the latest version of the app a place"
			continue
		}
		if !tok.Word || f.is(k, lang.Preposition) || f.is(k, lang.Aux) || f.is(k, lang.Joining) || f.is(k, lang.Relative) || f.s.Participle(k) ||
			tok.Verb.Lemma != "" && !f.is(k, lang.Claim) {
			return false
		}
		switch {
		case tok.Lower == lang.What:
			return true // "denied Rovers what would have been a win"
		case f.is(k, lang.Article) || f.is(k, lang.Theirs) || tok.Lower == lang.Any:
			return !f.is(k-1, lang.Determiner) && !f.d.Tokens[k-1].Is(lang.Of) || f.d.Tokens[k-1].Is(lang.Of) && f.ditransitive(object{span: span{k, o.last}})
		}
	}
	return false
}

// proposition: "denies that", "denied doing", "denied wrongdoing".
func (f *finder) proposition(c *candidate) bool {
	if !f.verb(c) {
		return false
	}
	o := f.object(c.last)
	c.object, c.anaphor, c.said = o.span, o.anaphor, o.that || o.gerund && !o.anaphor || o.head >= 0 && !o.anaphor
	if by, passive := f.passive(c.first, c.last); passive {
		c.object, c.anaphor, c.said = span{}, true, false
		return by > 0 && f.passiveClaim(c.first) // "Lee was denied by the crossbar"
	}
	switch {
	case o.none:
		c.object, c.said, c.anaphor = span{}, false, true
		f.facing(c)
	case o.head >= 0:
		if f.ditransitive(o) {
			return false
		}
		for k := o.first; k <= o.head; k++ {
			if f.is(k, lang.Withheld) && !f.is(o.head, lang.Claim) {
				return false
			}
		}
		if f.is(o.head, lang.Claim) && (f.is(o.first, lang.Determiner) || f.d.Tokens[o.first].Is(lang.Possessive)) &&
			f.among(span{max(c.first-4, f.d.Sentences[c.sentence].First), c.first}, lang.Insurer) {
			return false // "her insurer denied her claim"
		}
		if f.is(o.head, lang.Claim) || f.is(o.head, lang.Deed) || f.d.Tokens[o.first].Lower == lang.Any {
			break
		}
		if f.is(o.first, lang.Article) && !f.clausal(o.first+1, o.last) {
			return false // "denied the change being sought", "denied at the door a guest"
		}
		if (f.is(o.first, lang.Persons) && o.head > o.first || f.d.Tokens[o.first].Capital && !f.s.Plural(o.first)) &&
			(f.is(o.head+1, lang.Preposition) || !f.clausal(o.first+1, o.last)) {
			return false // "denied them water", "denied Ms. Lee a hearing"
		}
	}
	return true
}

// facing gives a cue that is the second verb of a clause the clause's subject: "a charge that
// Ann Lee has faced and has always denied".
func (f *finder) facing(c *candidate) {
	comma := f.marked(lang.TakenUp, c.first)
	for t := comma + 4; comma >= 0 && t < c.first; t++ {
		if f.is(t, lang.Aux) || f.s.Participle(t) {
			if s := f.subject(t); !s.none() && s.first > comma {
				c.source = s
			}
			return
		}
	}
}

// claimFrame: "rejected the allegations", "dismissed the idea that".
func (f *finder) claimFrame(c *candidate) bool {
	if !f.verb(c) {
		return false
	}
	if by, passive := f.passive(c.first, c.last); passive {
		c.anaphor = true
		return by > 0 && f.passiveClaim(c.first)
	}
	if m, ok := f.s.Subject(c.first); ok && f.speaks(m.Entity) && m.Form == people.Name && f.d.Tokens[c.first].Quote < 0 {
		if r := m.First - 1; r > f.d.Sentences[c.sentence].First && f.is(r, lang.Claim) && f.is(r-1, lang.Determiner) { // "a charge Ann Lee rejected hours later as"
			c.source, c.object, c.anaphor = f.sourceOfMention(m), span{}, true
			return true
		}
	}
	last := f.reach(c.last, f.opensScorn)
	if last < len(f.d.Tokens) && f.d.Tokens[last].Lower == lang.As { // "dismissed as “hurtful” claims that …"
		for k := last + 1; k < f.d.Sentences[c.sentence].Last && k < last+9; k++ {
			if f.is(k, lang.Claim) && f.d.Tokens[k].Quote == f.d.Tokens[last].Quote {
				last = k
				break
			}
		}
	}
	o := f.object(f.pastScorn(last))
	c.object, c.anaphor, c.said = o.span, o.anaphor, o.that || o.head >= 0 && !o.anaphor
	if o.that {
		return !f.is(c.first, lang.Disagrees) // "people I disagree with that I would help"
	}
	if o.none { // "a claim that the ministry disputes"
		r := c.source.first - 1
		c.object, c.anaphor = span{}, true
		return f.fits(lang.TakenUp, c.first) && !f.is(c.first-1, lang.To) || f.is(r, lang.Relative) && (f.is(r-1, lang.Claim) || f.is(r-1, lang.Point))
	}
	if o.head < 0 {
		// "Lee disputes that", "debunked it within hours"; "The airport rejected that" after an accusation
		return o.anaphor && f.is(o.first, lang.Pointer) && (f.is(c.first, lang.Disputes) || f.is(o.first, lang.That) && c.sentence > 0 &&
			(f.raised.hard[c.sentence-1] || f.raised.mark[c.sentence-1] && f.attributed(c.sentence-1, c.source)) &&
			(stop(&f.d.Tokens[o.last]) || f.onDay(o.last) || o.last+1 < len(f.d.Tokens) && f.reports(o.last+1)))
	}
	if next := o.head + 1; f.is(o.head, lang.Claim) && next < o.last &&
		(f.d.Tokens[next].Lower == lang.ForWord || f.is(next, lang.To) && !f.is(next+1, lang.Aux)) {
		return false // "her claim for damages", "the film's claims to greatness"
	}
	for k := o.first; k <= o.head; k++ {
		if f.is(k, lang.Proposal) || f.is(c.first, lang.Attacks) && f.d.Tokens[k].Is(lang.Possessive) && !f.is(o.head+1, lang.That) {
			return false
		}
	}
	if f.court(c.source) {
		return false
	}
	// "the account of the evening": what it says stands elsewhere
	if next := o.head + 1; f.is(o.head, lang.Version) && next < o.last && f.d.Tokens[next].Is(lang.Of) {
		c.said, c.anaphor = false, true
	}
	if f.is(o.head, lang.Figure) && o.last == o.head+1 && o.head == o.first+1 { // "the figures"
		c.said, c.anaphor = false, true
	}
	// "disputed the senator's figures", "did not recognise the figures"
	if f.is(o.head, lang.Claim) || f.is(o.head, lang.Figure) && (c.last > c.first+1 || f.is(c.first, lang.Disputes)) {
		return true
	}
	if (f.is(o.head, lang.Claim) || f.is(o.head, lang.Point)) && o.head > o.first && c.sentence > 0 { // "disputes that finding", "the inquiry's conclusion"
		if f.is(o.first, lang.Pointer) || f.d.Tokens[o.head-1].Is(lang.Possessive) {
			c.anaphor, c.said = true, false
			return o.bare
		}
	}
	if next := o.head + 1; f.is(o.head, lang.Utterance) && next+1 < o.last && f.d.Tokens[next].Is(lang.That) { // "disputed the agency's statement that"
		c.object = span{next + 1, o.last}
		return true
	}
	// A thought is a claim with its content: "the notion that he was there".
	next := o.head + 1
	if f.is(o.head, lang.Notion) && next < o.last && f.d.Tokens[next].Is(lang.That) && !f.ought(next, o.last) {
		return true
	}
	return false
}

// pastScorn is the token of a claim noun that quoted adjectives stand before, at a token t:
// "hit out at “cruel and baseless” rumours"; else t.
func (f *finder) pastScorn(t int) int {
	if t < 1 || t+1 >= len(f.d.Tokens) || !f.d.Tokens[t].QuotationMark() || f.d.Tokens[t+1].Quote < 0 || f.d.Tokens[t-1].Quote >= 0 {
		return t
	}
	q := f.d.Quoted[f.d.Tokens[t+1].Quote]
	if q.First == t && q.Last-q.First <= 7 && f.is(q.Last, lang.Claim) {
		return q.Last
	}
	return t
}

// court tells that a source is a court: it dismisses charges as an act.
func (f *finder) court(s source) bool {
	for t := s.first; t < s.last; t++ {
		if f.is(t, lang.Court) && !(t+1 < s.last && f.d.Tokens[t+1].Is(lang.RoleNoun) && !f.is(t+1, lang.Court)) { // but "the justice minister"
			return true
		}
	}
	return false
}
