package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// settleNominal finds who a description means. A definite one ("the
// spokesperson", "the Texas senator") is the person with that role whom the
// article last named; an indefinite or new one is a source of its own.
func (s *Sources) settleNominal(m *Mention) {
	d := s.doc
	head := d.Tokens[m.Head].Lower
	definite := d.Tokens[m.First].Is(lang.Definite)
	if definite && !s.PluralWord(head) && m.Last == m.Head+1 {
		if e := s.withRole(m, head); e >= 0 {
			m.Entity, m.Confidence = e, 0.95
			return
		}
	}
	by := &d.Tokens[min(m.Head+1, m.Last-1)]
	if i := s.At(m.Last - 1); i >= 0 && (by.Is(lang.Agentive) || by.Lower == lang.From) && s.Means(m.Head) == Document { // "a study by the Centre for Policy"
		m.Entity, m.Confidence = s.Mentions[i].Entity, 0.95
		return
	}
	words := strings.Fields(strings.ToLower(d.Cut(m.Range)))
	for len(words) > 1 && s.lang.Is(words[0], lang.Determiner) {
		words = words[1:]
	}
	if i, again := s.told[m.First]; again && s.followed { // the same words, "a spokesman for Lee", or fewer of them
		if e := &s.Entities[i]; len(words) > len(e.words) {
			e.Name, e.words = d.Cut(m.Range), words
		}
		m.Entity = i
		return
	}
	// The same description again is the same source: "a spokesman", "the spokesman".
	phrase := strings.Join(words, " ")
	if i, again := s.phrases[phrase]; again && definite {
		if m.Entity, m.Confidence = i, Described; strings.HasSuffix(head, yearsOld) && !s.Entities[i].Described() { // “Moss, 41,” is “the 41-year-old”
			m.Confidence = 0.95
		}
		return
	}
	if definite && (s.lang.Is(head, lang.Body) || s.lang.Is(head, lang.Public)) {
		if e, c := s.body(m, head); e >= 0 {
			s.phrases[phrase] = e // "the chip maker" is the same one throughout
			m.Entity, m.Confidence = e, c
			return
		}
	}
	e := Entity{Name: d.Cut(m.Range), words: words, title: nominalTitle, Kind: Unknown, Plural: s.PluralWord(head), Gender: s.genderOf(head), Mentions: []int{}}
	if s.lang.Is(head, lang.RoleNoun) || strings.HasSuffix(head, yearsOld) {
		e.Kind = Person
	}
	if e.Plural {
		e.Kind = Group
	}
	if definite && !s.lang.Is(head, lang.Anybody) && !d.Tokens[m.Head].Capital && e.Kind == Person && !s.presented(m.First, head) {
		e.behind, e.share = s.mostProminent(m.First, func(x *Entity) bool { return isPerson(x) && s.mayBeCalled(x, &e, head) })
		if e.share >= leastEpithet && s.bareEpithet(m) && !s.Among(m.First, m.Head, lang.Possessive) {
			s.phrases[phrase], s.phrases[head] = e.behind, e.behind // "the Velvet Rain singer", and later "the singer"
			m.Entity, m.Confidence = e.behind, e.share
			return
		}
	}
	s.Entities = append(s.Entities, e)
	s.phrases[phrase] = len(s.Entities) - 1
	m.Entity, m.Confidence = len(s.Entities)-1, Described
	s.told[m.First] = m.Entity
	if !definite { // "a senior aide", and later "the aide"
		s.phrases[head] = m.Entity
	}
}

// Described is the confidence of a description that stands for itself.
const Described = 0.7

// yearsOld ends a description by an age: "the 36-year-old".
const yearsOld = "-year-old"

// leastEpithet is how sure the antecedent of an epithet must be: "the actor" for
// somebody whom the article has not called an actor.
const leastEpithet = 0.845

// bareEpithet tells a description that says nothing beyond its noun: "the actor", "the mother of two",
// "the 26-year-old from Leeds".
func (s *Sources) bareEpithet(m *Mention) bool {
	d, end := s.doc, m.Head+1
	if end+2 == m.Last && (d.Tokens[end].Is(lang.Of) && s.is(m.Head, lang.Kin) ||
		d.Tokens[end].Lower == lang.From && strings.HasSuffix(d.Tokens[m.Head].Lower, yearsOld)) {
		end += 2
	}
	return end == m.Last
}

// mayBeCalled tells that a person may be whom a description with a noun means: the text tells of
// no other gender, and of no role that nobody holds together with that of the noun; nor does a
// text call anybody "the judge" before it has said that he is one, as it does "the singer".
func (s *Sources) mayBeCalled(e, description *Entity, noun string) bool {
	if !e.mayBe(description.Gender) {
		return false
	}
	class := s.lang.RoleClass(noun)
	said := !s.lang.Is(noun, lang.Appointed)
	for w := range strings.FieldsSeq(strings.ToLower(e.title + " " + e.described)) {
		w = lang.Bare(strings.Trim(w, ",."))
		if w = s.lang.Office(w); w == s.lang.Office(noun) {
			return true
		}
		if other := s.lang.RoleClass(w); class != 0 && other != 0 && other != class {
			said = false
		}
	}
	return said
}

// presented tells that the text before brings somebody in by a noun: "a farmer",
// whom "the farmer" then means.
func (s *Sources) presented(before int, head string) bool {
	d := s.doc
	for t := before - 1; t > 0 && t > before-farPresented; t-- {
		if d.Tokens[t].Lower != head || d.Tokens[t].Quote >= 0 {
			continue
		}
		for k := t - 1; k >= 0 && k > t-5 && d.Tokens[k].Word && d.Tokens[k].Sentence == d.Tokens[t].Sentence; k-- {
			if brings := d.Tokens[k].Is(lang.Introducing) || d.Tokens[k].Is(lang.Owning); brings && (k == 0 || d.Tokens[k-1].Lower != "," || s.At(k-2) < 0) {
				return true // an apposition brings in nobody new: "Lee, a farmer"
			}
		}
	}
	return false
}

// farPresented is how many tokens before a description its noun may stand.
const farPresented = 600

func isPerson(e *Entity) bool { return e.Kind == Person && !e.Described() && !e.Plural }

// maybeCompany tells a name that looks like a person's only by its shape:
// "Norrland Turbines".
func (s *Sources) maybeCompany(e *Entity) bool {
	return e.Kind == Person && !e.evident && !e.Described() && s.lang.Given(e.words[0]) == 0 && e.Gender == 0
}

// nominalTitle marks entities that have no name.
const nominalTitle = "(description)"

// Described tells that an entity is known by a description only.
func (e *Entity) Described() bool { return e.title == nominalTitle }

// identify settles a phrase that is no name.
func (s *Sources) identify(m *Mention) {
	if m.Form == Nominal {
		s.settleNominal(m)
		return
	}
	s.nationality(m)
}

// nationality settles "the Australian said", "the Republican said" on the person whom the text is
// about: of those from there, else of those whom it calls nothing of the kind.
func (s *Sources) nationality(m *Mention) {
	if m.Form != Name || m.Entity < 0 || !s.doc.Tokens[m.Last-1].Is(lang.Demonym) || s.Entities[m.Entity].Kind != Other {
		return
	}
	if m.First > 0 && s.doc.Tokens[m.First-1].Is(lang.Introducing) { // "said one Republican": somebody without a name
		*m = s.nominal(m.First-1, m.Last, m.Head)
		s.settleNominal(m)
		return
	}
	m.Form = Nominal
	origin := s.lang.Office(s.doc.Tokens[m.Last-1].Lower)
	m.Entity, m.Confidence = s.mostProminent(m.First, func(e *Entity) bool { return isPerson(e) && e.origin == origin })
	if m.Entity < 0 {
		elsewhere := s.lang.Is(origin, lang.Place)
		m.Entity, m.Confidence = s.mostProminent(m.First, func(e *Entity) bool { return isPerson(e) && (e.origin == "" || !elsewhere) })
	}
}
