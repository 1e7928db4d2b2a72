package people

import (
	"strings"

	"keypoints/wasm/internal/grammar"
)

// ofAge finds whom "the 31-year-old" means: the one of whom the article gives
// that age, else the only person of the sentence before, else the one whom the
// text is about, of those to whom it gives no other age.
func (s *Sources) ofAge(m *Mention, head string) (int, float64) {
	age, _, _ := strings.Cut(head, "-")
	for _, i := range s.byAge[age] {
		if isPerson(&s.Entities[i]) {
			return i, 0.95
		}
	}
	other := func(i int) bool { a := s.age(i); return a != "" && a != age }
	if e, c := s.mostProminent(m.First, isPerson); e >= 0 && !other(e) {
		return e, c
	}
	return -1, 0
}

// age is the age that stands behind a person's name, between commas or in
// brackets: "Kerry Blunt, 41,"; empty where there is none.
func (s *Sources) age(e int) string {
	d := s.doc
	for _, i := range s.Entities[e].Mentions {
		t := s.Mentions[i].Last
		if t+1 >= len(d.Tokens) || d.Tokens[t].Lower != "," && d.Tokens[t].Lower != "(" {
			continue
		}
		if w := d.Tokens[t+1].Lower; grammar.StartsWithDigit(w) && len(w) <= 3 && (t+2 == len(d.Tokens) || !d.Tokens[t+2].Word) {
			return w
		}
	}
	return ""
}

// fileAges enters the persons under their ages. Who has one is a person, whatever the
// name looks like: “Scooter Lane, 38,” is not the company.
func (s *Sources) fileAges() {
	s.byAge = map[string][]int{}
	for i := range s.Entities {
		if age := s.age(i); age != "" && len(s.byAge[age]) < namesakes {
			s.byAge[age] = append(s.byAge[age], i)
			s.Entities[i].evident = s.Entities[i].evident || s.Entities[i].Kind == Person
		}
	}
}
