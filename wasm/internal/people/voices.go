package people

import "keypoints/wasm/internal/lang"

// A Voice is a reporting verb of the writer's and who speaks by it.
type Voice struct {
	Verb    int // token
	Class   lang.VerbClass
	Speaker Mention
	Behind  bool // the speaker stands behind the verb: "said Lee"
}

// Voices gives the reporting verbs outside quotations whose subject is known, in
// reading order.
func (s *Sources) Voices() []Voice {
	var out []Voice
	for t := range s.doc.Tokens {
		tok := &s.doc.Tokens[t]
		if !tok.Is(lang.Reporting) || tok.Quote >= 0 || !s.Verbal(t) && !tok.Is(lang.ThirdPerson) || s.NounForm(t) || s.Passive(t) || s.Naming(t) {
			continue
		}
		v := tok.Verb
		if v.Form == lang.Gerund || v.Form == lang.Base && !s.PluralBefore(t) {
			continue
		}
		if m, ok := s.speakerBeside(t); ok {
			out = append(out, Voice{t, v.Class, m, m.First > t})
		}
	}
	return out
}

// Times is how often the article names an entity.
func (s *Sources) Times(e int) int { return len(s.Entities[e].Mentions) }

// Titled tells that a title stands before an entity's name.
func (e *Entity) Titled() bool { return e.title != "" && !e.Described() }

// Presented tells that the article says who somebody is, in whatever words.
func (e *Entity) Presented() bool { return e.described != "" }

// SurelyPerson tells a person by more than the shape of a name: "Plymouth Citybus" has
// that too.
func (s *Sources) SurelyPerson(e int) bool {
	return isPerson(&s.Entities[e]) && !s.maybeCompany(&s.Entities[e])
}
