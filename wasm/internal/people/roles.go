package people

import (
	"cmp"
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
)

// The role on the card tells why somebody is quoted: "senior adviser on legal
// affairs". It is one stretch of the article beside the name, ends in a noun for a
// person before its "of" or "at", and holds no clause. Of all that the article calls
// somebody the card shows the first of the best standing: an office or a profession
// before a part in the story, that before kinship, age and looks.

// A standing is how well a role tells why somebody is quoted.
type standing int

const (
	noRole   standing = iota
	slight            // "Trump's wife", "young man"
	part              // "witness", "candidate", "retired resident of Leeds"
	short             // "Sen.", "economist"
	complete          // "Foreign Secretary", "economist at the World Bank"
)

// longestRole is how many tokens a role on the card may have.
const longestRole = 24

// describe gives the persons their roles, from the words before the name
// ("campaign manager Robby Mook"), after it ("Jeffrey Salkin, a rabbi,"), and
// from titles ("Texas Sen. Ted Cruz"), the best of them for the card; and their gender from them.
func (s *Sources) describe() {
	d := s.doc
	best := make([]standing, len(s.Entities))
	for _, m := range s.Mentions {
		if m.Entity < 0 || m.Form != Name {
			continue
		}
		e := &s.Entities[m.Entity]
		if e.Kind == Unknown && !m.Possessive && s.comma(m.Last) && m.Last+1 < len(d.Tokens) {
			switch after := d.Tokens[m.Last+1]; {
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
		if t := m.First - 2; t >= 0 && s.comma(t+1) && (e.Gender == 0 || e.Gender == lang.Either) && m.Last < len(d.Tokens) && !d.Tokens[m.Last].Word {
			e.Gender = cmp.Or(s.genderOf(d.Tokens[t].Lower), e.Gender) // “Lee's father, Samuel, died”
		}
		// “in a letter to the Courier, the firm's chief, Ann Lee, wrote”
		if thing := e.Kind != Person && m.First > 0 && d.Tokens[m.First-1].Is(lang.Determiner); thing {
			continue
		}
		for _, r := range s.rolesBeside(m) {
			role := d.Text[d.Tokens[r[0]].Start:d.Tokens[r[1]-1].End]
			if e.Kind == Unknown || e.Kind == Other {
				e.Kind = Person
			}
			if g := s.genderOf(role); e.Gender == 0 || e.Gender == lang.Either {
				e.Gender = g
			}
			if len(e.described)+len(role) < longestDescription && !strings.Contains(e.described, role) {
				e.described += " " + role
			}
			if how := s.standing(r[0], r[1]); how > best[m.Entity] && e.Kind == Person && d.Tokens[m.First].Quote < 0 && !s.cutOff(r[0]) {
				best[m.Entity], e.Role = how, role
			}
		}
	}
}

// rolesBeside gives the stretches of tokens beside a name that tell what its bearer is.
func (s *Sources) rolesBeside(m Mention) (roles [][2]int) {
	for _, beside := range [...]func(Mention) (int, int, bool){s.officeBefore, s.appositionAfter, s.appositionBefore} {
		first, last, ok := beside(m)
		if !ok {
			continue
		}
		if first, last, ok = s.roleIn(first, last); ok {
			roles = append(roles, [2]int{first, last})
		}
	}
	return roles
}

// standing tells how well the role in tokens [first, last) tells why somebody is quoted.
func (s *Sources) standing(first, last int) standing {
	d := s.doc
	best := noRole
	for k := first; k < last && !s.prepositional(k, first); k++ {
		low := lang.Bare(d.Tokens[k].Lower)
		switch {
		case !s.roleNoun(k):
		case s.lang.Is(low, lang.Slight), s.lang.Is(low, lang.Kin):
			best = max(best, slight)
		case s.lang.Is(low, lang.Part):
			best = max(best, part)
		default:
			best = short
		}
	}
	switch {
	case best == slight && last-first == 1: // "son" of whom?
		return noRole
	case best == short && (last-first > 1 && len(lang.Bare(d.Tokens[first].Lower)) > 4 || last-first > 2 ||
		d.Tokens[first].Capital && len(d.Tokens[first].Lower) > 5 && s.title(first)):
		return complete
	}
	return best
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
