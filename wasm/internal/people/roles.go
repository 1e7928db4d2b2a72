package people

import (
	"cmp"
	"slices"
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
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
		role := s.roleBefore(m, e)
		if thing := e.Kind != Person && m.First > 0 && d.Tokens[m.First-1].Is(lang.Determiner); role == "" && !thing { // not “in a letter to the Courier, the firm's chief, Ann Lee, wrote”
			role = s.roleAfter(m)
		}
		if role == "" || abbreviated(role) {
			if longer := s.roleBeforeComma(m); longer != "" {
				role = longer
			}
		}
		if role == "" {
			continue
		}
		if e.Kind == Unknown || e.Kind == Other {
			e.Kind = Person
		}
		if g := s.genderOf(role); e.Gender == 0 || e.Gender == lang.Either {
			e.Gender = g
		}
		if e.described == "" || len(e.described) < 12 && len(role) > len(e.described) && len(role) < 60 && abbreviated(e.described) {
			e.described = role
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

// abbreviated tells a role that is only a title: "Sen.", "Mr.".
func abbreviated(role string) bool { return !strings.Contains(role, " ") }

// roleBefore is the title or the lower-case role before a name.
func (s *Sources) roleBefore(m Mention, e *Entity) string {
	d := s.doc
	start := s.RoleStart(m.First)
	for start < m.First && d.Tokens[start].Is(lang.Determiner) {
		start++
	}
	name := m.First
	for t := m.First; t < m.Last; t++ { // where the title ends
		low := lang.Bare(d.Tokens[t].Lower)
		if slices.Contains(e.words, low) {
			name = t
			break
		}
	}
	if start >= name || name == m.First && s.PluralWord(d.Tokens[name-1].Lower) { // "the landowners Ann Lee and Paul Grant"
		return ""
	}
	role := d.Text[d.Tokens[start].Start:d.Tokens[name-1].End]
	if i := strings.LastIndexByte(role, ' '); s.lang.Is(lang.Bare(strings.ToLower(role[i+1:])), lang.Honorific) {
		role = strings.TrimSpace(role[:max(i, 0)])
	}
	return role
}

// roleAfter is the apposition after a name: "Zhao Lijian, a ministry spokesperson,".
func (s *Sources) roleAfter(m Mention) string {
	d := s.doc
	t := m.Last
	if t+1 >= len(d.Tokens) || d.Tokens[t].Lower != "," || d.Tokens[t+1].Sentence != d.Tokens[m.Head].Sentence {
		return ""
	}
	first := t + 1
	last := d.Sentences[d.Tokens[first].Sentence].Last
	role := -1
	k := first
	for ; k < last && k-first < 16; k++ {
		tok := d.Tokens[k]
		if tok.Quote >= 0 || !tok.Word && tok.Lower != "'" && tok.Lower != "’" && tok.Lower != "&" {
			break
		}
		if tok.Is(lang.Closing) || tok.Is(lang.And) && role >= 0 || s.Verbal(k) {
			break
		}
		if role < 0 && tok.Is(lang.Preposition) {
			break
		}
		if role < 0 && tok.Is(lang.RoleNoun) && !tok.Is(lang.Possessive) { // not "the Dragons, his son's team"
			role = k
		}
	}
	if role < 0 || k <= first {
		return ""
	}
	// "Lee, spokesmen said" is a clause; an apposition ends with a mark or "who".
	if k < last && s.Verbal(k) {
		return ""
	}
	if t := d.Tokens[first]; t.Capital && s.At(first) >= 0 && s.Mentions[s.At(first)].Last == k {
		return "" // a list of names
	}
	for first < role && d.Tokens[first].Is(lang.Determiner) {
		first++
	}
	return strings.TrimSpace(d.Text[d.Tokens[first].Start:d.Tokens[k-1].End])
}

// roleBeforeComma is a description before a full name: "Her manager, Robby Mook, said".
func (s *Sources) roleBeforeComma(m Mention) string {
	d := s.doc
	if m.First < 2 || d.Tokens[m.First-1].Lower != "," || len(s.Entities[m.Entity].words) < 2 && !s.givenAt(m.Head) ||
		m.Last < len(d.Tokens) && d.Tokens[m.Last].Word {
		return ""
	}
	p, ok := s.Reader.PhraseEnding(m.First - 2)
	if !ok || p.Form != Nominal || !d.Tokens[p.Head].Is(lang.RoleNoun) || !d.Tokens[p.First].Is(lang.Determiner) && !d.Tokens[p.First].Is(lang.Possessive) && s.At(p.First) < 0 {
		return ""
	}
	if s.PluralWord(d.Tokens[p.Head].Lower) {
		return ""
	}
	if inner := m.First - 2; inner > p.Head && !d.Tokens[p.First].Is(lang.The) && d.Tokens[inner].Is(lang.RoleNoun) {
		return "" // "a lawyer for the actor, Ann Lee,"
	}
	first := p.First
	for first < p.Head && d.Tokens[first].Is(lang.Determiner) {
		first++
	}
	return d.Cut(text.Range{Start: d.Tokens[first].Start, End: d.Tokens[p.Last-1].End})
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
