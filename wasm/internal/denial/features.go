package denial

import (
	"slices"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/weigh"
)

// features says of a candidate what tells a denial from what only looks like one.
func (f *finder) features(c *candidate) weigh.Facts {
	x := make(weigh.Facts, 0, 10)
	x.Add(always)
	x.Add(frameIs, number(frames, c.cue.Frame))
	x.Add(kindIs, number(kinds, c.cue.Kind))
	x.Add(denierIs, number(deniers, f.whoIs(c.source)))
	x.When(!c.source.empty() && f.is(c.source.first, lang.Indefinite), denierMany)
	x.When(f.raised.hard[c.sentence], besideAccusation)
	if c.plain() {
		x.Add(subjectIs, index(f.ownSubject(c.first, c.source)))
	}
	return x
}

// plain tells a candidate of words, not of a verb of denying with its object.
func (c *candidate) plain() bool {
	return !slices.Contains([]string{frameProposition, frameClaim, frameInverted, frameDone, frameLabel}, c.cue.Frame)
}

// whoIs tells what kind of a source may deny.
func (f *finder) whoIs(s source) string {
	switch {
	case s.card == nil || s.empty():
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

// grammatical are the classes of words that name nobody.
var grammatical = lang.SetOf(lang.Determiner, lang.Pronoun, lang.Aux, lang.Preposition, lang.Joining, lang.Not, lang.Relative, lang.Contracted)

// bodies and notable are the classes of nouns that speak, and of those that weigh neither way.
var (
	bodies  = lang.SetOf(lang.Body, lang.Public, lang.Power)
	notable = lang.SetOf(lang.Vehicle, lang.Document, lang.Paper, lang.Persons)
)

// noWords is the kind of words that name nobody.
const noWords = "no words"

// kindOf tells what kind of a thing a source's words name, by their last noun.
func (f *finder) kindOf(s source) string {
	head, _ := f.headOf(s.first, s.last)
	if f.is(head, lang.Modifier) || f.d.Tokens[head].Any(grammatical) || f.gerund(head) || f.gerund(s.first) {
		return noWords
	}
	switch tok := &f.d.Tokens[head]; {
	case tok.Is(lang.RoleNoun):
		return "a role"
	case tok.Any(bodies):
		return "a body"
	case tok.Any(notable), tok.Capital && head > f.d.Sentences[tok.Sentence].First, f.d.Tokens[s.first].Is(lang.Possessive):
		return "a paper, people, a name or somebody's"
	}
	return "other words"
}
