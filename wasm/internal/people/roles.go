package people

import (
	"cmp"
	"slices"
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
// from titles ("Texas Sen. Ted Cruz"), the best of them for the card; and their gender from
// them. It notes the nouns that bring in organizations.
func (s *Sources) describe() {
	d := s.doc
	best := make([]standing, len(s.Entities))
	for _, m := range s.Mentions {
		e := &s.Entities[m.Entity]
		if e.Kind == Unknown && s.comma(m.Last) && m.Last+1 < len(d.Tokens) && d.Tokens[m.Last+1].Is(lang.Who) {
			e.Kind = Person
		}
		if age := s.agedBeside(m); age != "" && (e.Kind == Person || e.Kind == Unknown) {
			e.Kind, e.evident = Person, true
			if _, known := s.phrases[age]; !known {
				s.phrases[age] = m.Entity
			}
		}
		s.bodyBeside(m)
		// “in a letter to the Courier, the firm's chief, Ann Lee, wrote”
		if thing := e.Kind != Person && m.First > 0 && d.Tokens[m.First-1].Is(lang.Determiner); thing {
			continue
		}
		e.origin = cmp.Or(e.origin, s.originBeside(m))
		for _, beside := range [...]func(Mention) (int, int, bool){s.officeBefore, s.appositionAfter, s.appositionBefore, s.predicateAfter} {
			first, last, ok := beside(m)
			if ok {
				first, last, ok = s.roleIn(first, last)
			}
			if !ok {
				continue
			}
			role := d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]
			if e.Kind == Unknown || e.Kind == Other {
				e.Kind = Person
			}
			e.Gender = cmp.Or(e.Gender, s.genderOf(role))
			if len(e.described)+len(role) < longestDescription && !strings.Contains(e.described, role) {
				e.described += " " + role
			}
			if how := s.standing(first, last); how > best[m.Entity] && e.Kind == Person && d.Tokens[m.First].Quote < 0 && !s.cutOff(first) {
				best[m.Entity], e.Role = how, role
			}
		}
	}
}

// bodyBeside notes the noun for an organization that brings in a name: “digital wallet company Voxly”,
// “her agency, Starline, said”; and that the name of a work is nobody's: “her novel, Silver Anna, sells”.
func (s *Sources) bodyBeside(m Mention) {
	d, e := s.doc, &s.Entities[m.Entity]
	noun := m.First - 1
	apposed := s.comma(noun) && (m.Last >= len(d.Tokens) || !d.Tokens[m.Last].Word)
	if apposed {
		noun--
	}
	work := noun >= 0 && apposed && d.Tokens[noun].Is(lang.Work) && !s.BodyNoun(noun)
	if noun < 0 || !s.BodyNoun(noun) && !work || d.Tokens[noun].Quote >= 0 || s.SurelyPerson(m.Entity) {
		return
	}
	if p, ok := s.Reader.PhraseEnding(noun); apposed && ok && p.Head == noun && !d.Tokens[noun].Is(lang.RoleNoun) {
		if e.Kind = Other; !work {
			e.noun, e.Kind = d.Tokens[noun].Lower, Organization
		}
	} else if !apposed && d.Tokens[noun].Is(lang.Body) {
		e.noun = d.Tokens[noun].Lower
	}
}

// standing tells how well the role in tokens [first, last) tells why somebody is quoted.
func (s *Sources) standing(first, last int) standing {
	d := s.doc
	best := noRole
	for k := first; k < last && !s.prepositional(k, first); k++ {
		switch {
		case !s.roleNoun(k):
		case s.is(k, lang.Slight), s.is(k, lang.Kin):
			best = max(best, slight)
		case s.is(k, lang.Part):
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

// originBeside gives the country that somebody is of by the words beside the name, or "": “Swedish
// midfielder Elias Lund”, “Sweden's Elias Lund”, “Elias Lund of Sweden”, “Elias Lund, a Swede,”.
func (s *Sources) originBeside(m Mention) string {
	d := s.doc
	first, last := s.RoleStart(m.First), m.Last
	if first > 0 && d.Tokens[first-1].Is(lang.Possessive) {
		first--
	}
	if last+1 < len(d.Tokens) && (d.Tokens[last].Is(lang.Of) || s.comma(last) && d.Tokens[last+1].Is(lang.Indefinite)) {
		last += 3
	}
	for t := first; t < min(last, len(d.Tokens)); t++ {
		low := lang.Bare(d.Tokens[t].Lower)
		if origin := s.lang.Office(low); s.lang.Is(origin, lang.Place) && !slices.Contains(s.Entities[m.Entity].words, low) {
			return origin
		}
	}
	return ""
}

// agedBeside gives what somebody is by the age beside the name, or "": "41-year-old" behind “Moss, 41,”,
// “Moss (41)” and “the 41-year-old Moss”.
func (s *Sources) agedBeside(m Mention) string {
	d := s.doc
	if before := d.Tokens[max(m.First-1, 0)].Lower; strings.HasSuffix(before, yearsOld) {
		return before
	}
	if t := m.Last + 1; t+1 < len(d.Tokens) && (s.comma(m.Last) || d.Tokens[m.Last].Lower == "(") && !d.Tokens[t+1].Word &&
		grammar.StartsWithDigit(d.Tokens[t].Lower) && len(d.Tokens[t].Lower) == 2 {
		return d.Tokens[t].Lower + yearsOld
	}
	return ""
}

// longestDescription is how many bytes of what an article calls somebody are kept.
const longestDescription = 200

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
