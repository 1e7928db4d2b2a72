package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// settleNeuter settles "they" on the last plural subject and "it" on the last
// organization, where one is clearly ahead.
func (s *Sources) settleNeuter(t int, plural bool) {
	best, bestScore, second := -1, 0.0, 0.0
	list, view := s.list[:0], s.viewAt(t)
	for _, i := range s.recent(t) {
		e := &s.Entities[i]
		p := s.prominence(i, &view)
		switch {
		case e.Kind == Organization && !s.lang.Is(strings.ToLower(e.Name), lang.Place):
		case plural && (e.Plural || e.Kind == Group), !plural && e.Kind == Document:
		case !plural && (s.maybeCompany(e) || e.Kind == Unknown && !e.Described() && e.Gender == 0 && !lang.InS(e.words[len(e.words)-1])):
			p *= 0.6 // a company's name may look like a person's: "Verano Coatings"
		case plural && e.Kind == Person && e.Gender != lang.Male && e.Gender != lang.Female:
			p *= 0.6
		default:
			continue
		}
		list = append(list, candidate{i, p})
		switch {
		case p > bestScore:
			best, second, bestScore = i, bestScore, p
		case p > second:
			second = p
		}
	}
	s.list = list
	if bestScore < leastNeuter {
		s.settled[t] = settlement{entity: -1, second: -1, others: likeliest(list)}
		return
	}
	s.settled[t] = settlement{best, 0.95 * likely(bestScore/(bestScore+second)), -1, likeliest(list)}
}

// leastNeuter is the prominence that an organization must have to be "it".
const leastNeuter = 0.3
