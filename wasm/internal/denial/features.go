package denial

import (
	"strconv"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// features says of a candidate what tells a denial from what only looks like one. Each is
// a word or two that a journalist would use, followed by its value where it has one.
func (f *finder) features(c *candidate) []string {
	x := make([]string, 0, 32)
	add := func(name string) { x = append(x, name) }
	when := func(is bool, name string) {
		if is {
			add(name)
		}
	}
	frame := c.cue.Frame
	fits := "fits"
	if !c.accepted {
		fits = "does not fit"
	}
	add("always")
	add("frame " + frame + " " + fits)
	add("kind " + c.cue.Kind + " " + fits)
	add("begins with " + f.d.Tokens[c.first].Lower + " " + fits)
	when(c.ground != "", "raised: "+c.ground)
	when(c.accepted, "rank "+frame+" "+strconv.Itoa(int(100*c.confidence)))
	// Who says it.
	s := c.source
	who := "nobody known"
	switch {
	case s.card == nil:
	case s.pair:
		who = "two"
	case s.entity < 0:
		who = "words of the article: " + f.kindOf(s)
	case f.s.Entities[s.entity].Kind == people.Person:
		who = "a person"
	case f.s.Entities[s.entity].Kind == people.Organization:
		who = "an organization"
	default:
		who = "an unknown name"
	}
	add("denier " + who)
	when(!s.empty() && f.is(s.first, lang.Pronoun), "denier is a pronoun")
	when(!s.empty() && f.is(s.first, lang.Indefinite), "denier is one of many")
	when(f.among(s.span, lang.Accuser), "denier accuses")
	when(f.among(s.span, lang.Court), "denier is a court")
	when(f.headliner(s), "denier in the headline")
	quoted := f.d.Tokens[c.first].Quote >= 0
	when(quoted, "in a quotation "+fits)
	_, verb, said := f.speech(c.first)
	when(!said, "nobody says it "+fits)
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
		add("source " + how)
		when(verb < c.first && c.first-verb > 15, "far from its verb")
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
	add("shares with an accusation " + strconv.Itoa(min(hard, 3)))
	add("shares with a report " + strconv.Itoa(min(mark, 3)))
	add("shares with the headline " + strconv.Itoa(min(title, 3)))
	when(f.share(heads, f.raised.title) > 0, "head in the headline")
	when(about, "accused by name before")
	when(i > 0 && f.raised.hard[i-1], "behind an accusation "+fits)
	when(i > 0 && f.raised.mark[i-1], "behind a report")
	when(i > 1 && f.raised.hard[i-2], "two behind an accusation")
	when(f.raised.hard[i], "accusation in its sentence")
	when(len(f.raised.head) > 0, "headline denies")
	when(i < 3, "lede")
	for k := len(f.found) - 1; k >= 0 && f.found[k].sentence >= i-3; k-- {
		if f.found[k].sentence < i {
			add("behind a denial")
			when(s.entity >= 0 && f.found[k].entity == s.entity, "behind a denial of the same")
			break
		}
	}
	// What is said.
	if c.plain() {
		add("subject " + map[bool]string{true: "is the source ", false: "is another "}[own] + fits)
		add(map[bool]string{true: "past ", false: "present "}[f.past(c)] + fits)
		when(f.harmless(c), "harmless")
		when(f.subordinate(c.first), "subordinate")
		when(f.narrated(c), "narrated")
		when(f.relayed(c.first), "relayed")
		when(f.said(c), "said by another in its sentence")
		when(f.confronted(i), "confronted")
		when(f.accused(c), "accusation around the quotation")
		when(f.nobodyDid(c), "nobody did")
		when(!f.asked(i).empty(), "asked")
	} else {
		when(f.negated(c.first), "negated")
		when(f.infinitive(c.first), "infinitive")
		o := f.object(c.last)
		switch {
		case o.that:
			add("object that-clause")
		case o.gerund:
			add("object gerund")
		case o.anaphor:
			add("object pronoun")
		case o.none:
			add("object none")
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
			add("object " + class)
			when(f.d.Tokens[o.head].Capital, "object capital")
		}
		when(o.as, "object as")
	}
	when(f.s.Supposed(c.first), "supposed")
	b := f.before(c.first)
	when(b >= 0 && f.is(b, lang.Modal), "modal")
	when(b >= 0 && f.is(b, lang.Relative), "relative")
	when(b < 0, "begins its clause")
	_, silent := f.noComment(i)
	when(silent, "no comment")
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
		return "none"
	}
	for _, kind := range [...]struct {
		class lang.Class
		name  string
	}{{lang.RoleNoun, "role"}, {lang.Body, "body"}, {lang.Public, "body"}, {lang.Power, "body"}, {lang.Vehicle, "document"}, {lang.Document, "document"}, {lang.Paper, "document"}, {lang.Persons, "people"}} {
		if f.is(head, kind.class) {
			return kind.name
		}
	}
	if f.d.Tokens[head].Capital && head > f.d.Sentences[f.d.Tokens[head].Sentence].First {
		return "name"
	}
	if f.d.Tokens[s.first].Is(lang.Possessive) {
		return "somebody's"
	}
	return "other"
}
