package denial

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// answer: "I did not take the money", after the article has told who says that
// he took it.
func (f *finder) answer(c *candidate) bool {
	harmless := f.harmless(c)
	if f.compares(c) || f.narrated(c) || f.s.Supposed(c.first) || f.relayed(c.first) || f.lacking(c.first) || harmless && !f.is(c.last, lang.Perfect) { // “has not had a stroke”
		return false
	}
	s, verb, ok := f.speech(c.first)
	if !ok || s.card == nil || f.claims(s) {
		return false
	}
	if f.is(f.before(c.first), lang.Joining) && f.d.Tokens[c.first].Quote < 0 { // "had been printed but never sent"
		return false
	}
	// "admitted that he had not paid", “to ensure that we do not”
	if verb >= 0 && verb < c.first && f.among(span{verb, c.first}, lang.Admit) ||
		f.among(span{max(c.first-5, f.d.Sentences[c.sentence].First), c.first}, lang.Admit) {
		return false
	}
	if _, silent := f.noComment(c.sentence); silent {
		return false
	}
	insists := verb >= 0 && f.is(verb, lang.Insist)
	own := f.ownSubject(c.first, s)
	if f.contradicts(c, s, own) {
		c.source = s
		return true
	}
	c.source = s
	if harmless || f.among(s.span, lang.Accuser) && !f.said(c) {
		return false
	}
	if f.said(c) {
		c.ground = "said in its sentence"
		f.objectBehind(c)
	} else if own {
		c.ground, c.claimSentence = f.alleged(c, f.headsOf(c), insists)
		f.objectBehind(c)
	}
	if c.ground == "" {
		return false
	}
	return true
}

// alleged tells how the article raises before what a source negates, in the words that the
// negation is about, and in which sentence: by an earlier denial of the source, in the headline,
// or in a sentence that accuses. ground is "" where it does not.
func (f *finder) alleged(c *candidate, heads []string, insists bool) (ground string, sentence int) {
	if !f.past(c) && !insists && c.cue.Frame == frameAnswer && !f.confronted(c.sentence) {
		return "", -1
	}
	rest := f.contents(span{c.last, f.clauseEnd(c.last)})
	for k := len(f.found) - 1; k >= 0 && k > len(f.found)-recent; k-- {
		before := f.found[k]
		if before.entity >= 0 && before.entity == c.source.entity && before.sentence < c.sentence &&
			(f.share(heads, f.contents(before.claim)) > 0 || f.share(rest, f.raised.stems[before.sentence]) >= 2) {
			return "goes on denying", -1
		}
	}
	name, told := f.surname(c.source), f.confronted(c.sentence)
	none := f.among(span{c.last, min(c.last+5, f.clauseEnd(c.last))}, lang.Pittance) // “I did not take one euro”
	for i := c.sentence - 1; i >= max(0, c.sentence-window); i-- {
		if f.endless(i) || !f.raised.hard[i] && !f.raised.mark[i] && !((told || insists) && i >= c.sentence-lately) && !f.among(f.sentenceRange(i), lang.Accuser) ||
			f.speaksIn(c.source, i) && !f.denies(i) {
			continue
		}
		shared := f.share(heads, f.raised.stems[i])
		one := shared > 0 && slices.ContainsFunc(heads, func(w string) bool { return f.rare(w) && slices.Contains(f.raised.stems[i], w) })
		switch {
		case told && one:
			return "asked", i
		case f.raised.hard[i] && (one || shared >= 2), (insists || told) && one, c.sentence-i <= near && shared >= 2,
			shared > 0 && name != "" && f.has(i, name):
			return "alleged", i
		case insists && f.past(c) && c.sentence-i <= 2 && name != "" && f.has(i, name) && f.attributed(i, c.source), none && name != "" && f.has(i, name):
			return "accused", i
		}
	}
	inTitle := func(w string) bool { return f.rare(w) && slices.Contains(f.raised.title, w) }
	if slices.ContainsFunc(heads, inTitle) {
		return "headline", -1
	}
	return "", -1
}

// rare tells that the article does not use a word all the time.
func (f *finder) rare(w string) bool { return f.raised.count[w] <= 2+len(f.d.Sentences)/6 }

// headsOf gives the stems of what a negation is about: its verb, and the words of the noun that
// the verb has as its object: "had never | touched | the young reporter".
func (f *finder) headsOf(c *candidate) []string {
	end := f.clauseEnd(c.last)
	t := c.last
	for t < end && f.stem(t) == "" {
		t++
	}
	if t >= end {
		return nil
	}
	heads := []string{f.stem(t)}
	for t++; t < end && (f.is(t, lang.Preposition) || f.is(t, lang.Modifier) || f.d.Tokens[t].QuotationMark()); t++ {
	}
	if t < end && f.d.Tokens[t].Word {
		head, _ := f.headOf(t, end)
		heads = append(heads, f.contents(span{t, head + 1})...)
	}
	return heads
}

// said tells that a negation's own sentence has somebody else say what it answers: "he doesn't
// have small hands - as Rubio has said", "contrary to the claims".
func (f *finder) said(c *candidate) bool {
	sentence := f.sentenceRange(c.sentence)
	for t := sentence.first; t+2 < sentence.last; t++ {
		if f.d.Tokens[t].Quote >= 0 {
			continue
		}
		switch {
		case f.is(t, lang.Contrary):
			if f.among(span{t + 1, min(t+8, sentence.last)}, lang.Claim) {
				return true
			}
		case f.d.Tokens[t].Lower == lang.As:
			for k := t + 2; t > c.last && k < min(t+7, sentence.last) && f.d.Tokens[k].Word; k++ {
				if f.reports(k) || f.d.Tokens[k].Verb.Form == lang.Third && f.is(k, lang.Claimed) {
					return k+1 < sentence.last && !f.d.Tokens[k+1].Word // "as Rubio has said", not "as most firms reported losses"
				}
			}
		}
	}
	return false
}

// narrated tells that the writer says a negation of somebody, or somebody gives it as a reason:
// "Trump, who spoke for an hour, did not mention it", "who never held office", "he did not come
// because", "did not say when, adding only that".
func (f *finder) narrated(c *candidate) bool {
	end := f.clauseEnd(c.last)
	for t := c.last; t < end; t++ {
		if f.d.Tokens[t].Lower == lang.Because {
			return true
		}
	}
	if f.d.Tokens[c.first].Quote >= 0 {
		return false
	}
	b := f.before(c.first)
	for b > 0 && f.d.Tokens[b].Sentence == c.sentence && (f.is(b, lang.Aux) || f.is(b, lang.Modifier)) && !f.is(b, lang.Pronoun) {
		b--
	}
	v := f.reporting(c.first)
	switch {
	case b >= 0 && f.is(b, lang.Relative) && !f.d.Tokens[b].Is(lang.That):
		return true
	case v > c.last: // “Lee did not run, and Moss said that she”
		for t := c.last; t+1 < v; t++ {
			if f.d.Tokens[t].Lower == "," && f.is(t+1, lang.And) {
				return true
			}
		}
		return f.d.Tokens[v].Verb.Form == lang.Gerund
	}
	return b >= 0 && f.d.Tokens[b].Lower == "," && v >= 0 && v < b
}

// claims tells that what was taken for a source is a claim: "this claim implies that
// nobody asked". A report is a document, which speaks.
func (f *finder) claims(s source) bool {
	if s.entity >= 0 || s.empty() || !f.is(s.last-1, lang.Claim) {
		return false
	}
	noun := lang.Singular(f.d.Tokens[s.last-1].Lower)
	l := lang.For(f.d.Language)
	return !l.Is(noun, lang.Document) && !l.Is(noun, lang.Paper)
}

// harmless tells that a negation speaks of the future, of degree or of more:
// "would not", "not enough", "not only".
func (f *finder) harmless(c *candidate) bool {
	// "no child had died", but "no plan had to be"
	nobodyHad := f.d.Tokens[c.first].Lower == lang.No && c.last+2 < len(f.d.Tokens) && f.d.Tokens[c.last+1].Lower == lang.Had
	if f.is(c.last, lang.Unnegated) || f.is(c.last+1, lang.Unnegated) && !(nobodyHad && !f.d.Tokens[c.last+2].Is(lang.To)) {
		return true
	}
	b := f.before(c.first)
	if c.last < len(f.d.Tokens) && f.s.Gerund(c.last) && (b < 0 || !f.is(b, lang.Aux)) {
		return true // "criticized him for not calling"
	}
	return b >= 0 && f.is(b, lang.Modal)
}

// ownSubject tells that the negated verb has the source as its subject: "I",
// "we", "my", in a reported clause a pronoun, or the source's own name.
func (f *finder) ownSubject(t int, s source) bool {
	start := f.d.Sentences[f.d.Tokens[t].Sentence].First
	subject, _ := f.nearSubject(t, start)
	if !subject.empty() && f.is(subject.last-1, lang.Client) { // a lawyer speaks for his own
		return true
	}
	if b := f.before(t); b >= 0 && f.is(t, lang.Nothing) && !f.is(b, lang.Aux) { // “I own no yacht”, “I have copied nothing”
		subject, _ = f.nearSubject(b, start)
	}
	for k := subject.last; !subject.empty() && k < t; k++ { // "Lee said that none was"
		if f.d.Tokens[k].Quote < 0 && f.reports(k) {
			return false
		}
	}
	if subject.empty() {
		return false
	}
	quoted := f.d.Tokens[t].Quote >= 0
	if quoted && f.d.Tokens[subject.first].Quote < 0 { // “I'm aware of it and did not send it”
		for k := t; k >= 0 && f.d.Tokens[k].Quote == f.d.Tokens[t].Quote && f.d.Tokens[k].Lower != "."; k-- {
			if f.is(k, lang.FirstPerson) {
				return true
			}
		}
	}
	quoted = quoted && f.d.Tokens[subject.first].Quote >= 0 // told a jury she had “never taken a penny”
	switch {
	case f.is(subject.first, lang.FirstPerson):
		return quoted
	case f.is(subject.first, lang.HeOrShe):
		return !quoted && (subject.entity < 0 || s.entity < 0 || subject.entity == s.entity)
	case f.is(subject.first, lang.TheyOrIt):
		return !quoted && (subject.entity < 0 || s.entity < 0 || subject.entity == s.entity) && !f.person(s)
	}
	return subject.entity >= 0 && subject.entity == s.entity
}

// confronted tells that a sentence begins with what a source is told or asked: "Told of the
// finding, the office said: “Our goats do not eat paper.”"
func (f *finder) confronted(i int) bool {
	first := f.d.Sentences[i].First
	return f.is(first, lang.Asks) && (f.is(first+1, lang.Preposition) || f.is(first+1, lang.If)) ||
		f.d.Tokens[first].Verb.Form == lang.Past && f.is(first+1, lang.Preposition)
}
