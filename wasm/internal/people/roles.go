package people

import (
	"cmp"
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
)

// describe gives the persons their roles, from the words before the name
// ("campaign manager Robby Mook"), after it ("Jeffrey Salkin, a rabbi,"), and
// from titles ("Texas Sen. Ted Cruz"); and their gender from them.
func (s *Sources) describe() {
	d := s.doc
	for _, m := range s.Mentions {
		if m.Entity < 0 || m.Form != Name {
			continue
		}
		e := &s.Entities[m.Entity]
		if e.Kind == Unknown && !m.Possessive && m.Last+1 < len(s.doc.Tokens) && s.doc.Tokens[m.Last].Lower == "," {
			switch after := s.doc.Tokens[m.Last+1]; {
			case after.Is(lang.Who):
				e.Kind = Person
			case after.Is(lang.Which):
				e.Kind = Organization
			}
		}
		if age := s.ageAt(m); age != "" && (e.Kind == Person || e.Kind == Unknown) {
			e.Kind, e.evident, e.age = Person, true, age
			if _, known := s.byAge[age]; !known {
				s.byAge[age] = m.Entity
			}
		}
		if t := m.First - 2; t >= 0 && d.Tokens[t+1].Lower == "," && s.Adjacent(t+1, m.First) && (e.Gender == 0 || e.Gender == lang.Either) && m.Last < len(d.Tokens) && !d.Tokens[m.Last].Word {
			e.Gender = cmp.Or(s.genderOf(d.Tokens[t].Lower), e.Gender) // “Lee's father, Samuel, died”
		}
		if thing := e.Kind != Person && m.First > 0 && d.Tokens[m.First-1].Is(lang.Determiner); thing { // “in a letter to the Courier, the firm's chief, Ann Lee, wrote”
			continue
		}
		for _, r := range s.rolesBeside(m) {
			role := s.words(r)
			if e.Kind == Unknown || e.Kind == Other {
				e.Kind = Person
			}
			if g := s.genderOf(role); e.Gender == 0 || e.Gender == lang.Either {
				e.Gender = g
			}
			if len(e.described)+len(role) < longestDescription && !strings.Contains(e.described, role) {
				e.described += " " + role
			}
		}
	}
}

// ageAt gives the age beside a name, or "": “17-year-old Trayvon Moss”, “Moss, 41,”, “Moss (41)”.
func (s *Sources) ageAt(m Mention) string {
	d := s.doc
	if m.First > 0 && s.Adjacent(m.First-1, m.First) {
		if age, aged := strings.CutSuffix(d.Tokens[m.First-1].Lower, yearsOld); aged {
			return age
		}
	}
	t := m.Last
	if t+2 < len(d.Tokens) && (d.Tokens[t].Lower == "," || d.Tokens[t].Lower == "(") && !d.Tokens[t+2].Word {
		if age := d.Tokens[t+1].Lower; grammar.StartsWithDigit(age) && len(age) == 2 {
			return age
		}
	}
	return ""
}

// longestDescription is how many bytes of what an article calls somebody are kept.
const longestDescription = 200

// yearsOld ends a description by an age.
const yearsOld = "-year-old"

// ofAge finds whom "the 31-year-old" means: who has that age, else whom the text is about, of
// those to whom it gives no other.
func (s *Sources) ofAge(m *Mention, age string) (int, float64) {
	if e, known := s.byAge[age]; known {
		return e, 0.95
	}
	return s.mostProminent(m.First, func(e *Entity) bool { return isPerson(e) && e.age == "" })
}

// genderOf reads the gender from a role's words: "campaign spokeswoman".
func (s *Sources) genderOf(role string) lang.Gender {
	for w := range strings.FieldsSeq(strings.ToLower(role)) {
		w = lang.Bare(strings.Trim(w, ",;."))
		for _, g := range [...]lang.Gender{s.lang.RoleEnd(w), s.lang.Role(w), s.lang.Title(w)} {
			if g == lang.Male || g == lang.Female {
				return g
			}
		}
	}
	return 0
}
