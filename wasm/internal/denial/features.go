package denial

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// features says of a candidate what tells a denial from what only looks like one.
func (f *finder) features(c *candidate) facts {
	x := make(facts, 0, 32)
	fits := index(c.accepted)
	x.add(always)
	x.add(frameFits, number(frames, c.cue.Frame), fits)
	x.add(kindFits, number(kinds, c.cue.Kind), fits)
	x.add(raisedBy, number(grounds, c.ground))
	// Who says it.
	s := c.source
	x.add(denierIs, number(deniers, f.whoIs(s)))
	x.when(!s.empty() && f.is(s.first, lang.Pronoun), denierPronoun)
	x.when(!s.empty() && f.is(s.first, lang.Indefinite), denierMany)
	x.when(f.among(s.span, lang.Accuser), denierAccuses)
	x.when(f.among(s.span, lang.Court), denierCourt)
	x.when(f.headliner(s), denierHeadline)
	quoted := f.d.Tokens[c.first].Quote >= 0
	x.when(quoted, quotedFits, fits)
	_, verb, said := f.speech(c.first)
	x.when(!said, unsaidFits, fits)
	if verb >= 0 {
		how := "says"
		switch {
		case f.is(verb, lang.Insist):
			how = "insists"
		case f.questioned(c.first):
			how = "testifies"
		case verb > c.last:
			how = "says behind"
		}
		x.add(sourceSays, number(voices, how))
		x.when(verb < c.first && c.first-verb > 15, farFromVerb)
	}
	// How the article raises it before.
	i := c.sentence
	own := f.ownSubject(c.first, s)
	name := f.surname(s)
	heads := f.headsOf(c)
	clause := f.contents(f.clauseAround(c))
	hard, mark, title, about := 0, 0, 0, false
	for k := i - 1; k >= max(0, i-near); k-- {
		if f.endless(k) {
			continue
		}
		n := f.share(clause, f.raised.stems[k])
		if f.raised.hard[k] {
			hard = max(hard, n)
			about = about || name != "" && f.has(k, name)
		}
		if f.raised.mark[k] {
			mark = max(mark, n)
		}
	}
	title = f.share(clause, f.raised.title)
	x.add(sharesAccusation, min(hard, 3))
	x.add(sharesReport, min(mark, 3))
	x.add(sharesHeadline, min(title, 3))
	x.when(f.share(heads, f.raised.title) > 0, headInHeadline)
	x.when(about, accusedByName)
	x.when(i > 0 && f.raised.hard[i-1], behindAccusation, fits)
	x.when(i > 0 && f.raised.mark[i-1], behindReport)
	x.when(i > 1 && f.raised.hard[i-2], twoBehindAccusation)
	x.when(f.raised.hard[i], besideAccusation)
	x.when(len(f.raised.head) > 0, headlineDenies)
	x.when(i < 3, inLede)
	for k := len(f.found) - 1; k >= 0 && f.found[k].sentence >= i-3; k-- {
		if f.found[k].sentence < i {
			x.add(behindDenial)
			x.when(s.entity >= 0 && f.found[k].entity == s.entity, behindOwnDenial)
			break
		}
	}
	// What is said.
	if c.plain() {
		x.add(subjectFits, index(own), fits)
		x.add(tenseFits, index(f.past(c)), fits)
		x.when(f.harmless(c), isHarmless)
		x.when(f.subordinate(c.first), isSubordinate)
		x.when(f.narrated(c), isNarrated)
		x.when(f.relayed(c.first), isRelayed)
		x.when(f.said(c), saidByAnother)
		x.when(f.confronted(i), isConfronted)
		x.when(f.accused(c), accusationAround)
		x.when(f.nobodyDid(c), nobodyDoes)
		x.when(!f.asked(i).empty(), isAsked)
	} else {
		x.when(f.negated(c.first), isNegated)
		x.when(f.infinitive(c.first), isInfinitive)
		o := f.object(c.last)
		switch {
		case o.that:
			x.add(objectIs, number(objects, "that-clause"))
		case o.gerund:
			x.add(objectIs, number(objects, "gerund"))
		case o.anaphor:
			x.add(objectIs, number(objects, "pronoun"))
		case o.none:
			x.add(objectIs, number(objects, "none"))
		case o.head >= 0:
			class := "other"
			for _, list := range [...]struct {
				class lang.Class
				name  string
			}{{lang.Claim, "claim"}, {lang.Deed, "deed"}, {lang.Notion, "notion"}, {lang.Proposal, "proposal"}, {lang.Withheld, "withheld"}, {lang.Figure, "figure"}, {lang.Utterance, "utterance"}, {lang.Point, "point"}} {
				if f.is(o.head, list.class) {
					class = list.name
					break
				}
			}
			x.add(objectIs, number(objects, class))
			x.when(f.d.Tokens[o.head].Capital, objectCapital)
		}
		x.when(o.as, objectAs)
	}
	x.when(f.s.Supposed(c.first), isSupposed)
	b := f.before(c.first)
	x.when(b >= 0 && f.is(b, lang.Modal), isModal)
	x.when(b >= 0 && f.is(b, lang.Relative), isRelative)
	x.when(b < 0, beginsClause)
	_, silent := f.noComment(i)
	x.when(silent, saysNothing)
	return x
}

// plain tells a candidate of words, not of a verb of denying with its object.
func (c *candidate) plain() bool {
	switch c.cue.Frame {
	case "proposition", "claim", "inverted", "done", "label":
		return false
	}
	return true
}

// grammatical are the classes of words that name nobody.
var grammatical = lang.SetOf(lang.Determiner, lang.Pronoun, lang.Aux, lang.Preposition, lang.Joining, lang.Not, lang.Relative, lang.Contracted)

// whoIs tells what kind of a source may deny.
func (f *finder) whoIs(s source) string {
	switch {
	case s.card == nil:
		return "nobody known"
	case s.pair:
		return "two"
	case s.entity < 0:
		return f.kindOf(s)
	case f.s.Entities[s.entity].Kind == people.Person:
		return "a person"
	case f.s.Entities[s.entity].Kind == people.Organization:
		return "an organization"
	}
	return "an unknown name"
}

// kindOf tells what kind of a thing a source's words name, by their last noun.
func (f *finder) kindOf(s source) string {
	last := s.last
	for t := s.first + 1; t < s.last; t++ {
		if f.is(t, lang.Preposition) || !f.d.Tokens[t].Word {
			last = t
			break
		}
	}
	head := last - 1
	if f.is(head, lang.Modifier) || f.d.Tokens[head].Any(grammatical) || f.gerund(head) || f.gerund(s.first) {
		return "no words"
	}
	for _, kind := range [...]struct {
		class lang.Class
		name  string
	}{{lang.RoleNoun, "a role"}, {lang.Body, "a body"}, {lang.Public, "a body"}, {lang.Power, "a body"}, {lang.Vehicle, "a document"}, {lang.Document, "a document"}, {lang.Paper, "a document"}, {lang.Persons, "people"}} {
		if f.is(head, kind.class) {
			return kind.name
		}
	}
	if f.d.Tokens[head].Capital && head > f.d.Sentences[f.d.Tokens[head].Sentence].First {
		return "a name"
	}
	if f.d.Tokens[s.first].Is(lang.Possessive) {
		return "somebody's"
	}
	return "other words"
}
