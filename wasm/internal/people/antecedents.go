package people

import (
	"cmp"
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// settlement is whom a pronoun means.
type settlement struct {
	entity     int
	confidence float64
	others     []Antecedent
}

// pronounGender tells whom the pronoun at token t can mean, 0 for other words.
func (s *Sources) pronounGender(t int) lang.Gender {
	switch tok := &s.doc.Tokens[t]; {
	case tok.Is(lang.HePronoun):
		return lang.Male
	case tok.Is(lang.ShePronoun):
		return lang.Female
	}
	return 0
}

// candidates gives those in reach of token t of whom share leaves some of their prominence, the most
// prominent first, and what share the first has of its own and the second's: 0 where there is nobody.
// The list is good until the next call.
func (s *Sources) candidates(t int, share func(i int, e *Entity) float64) (list []Antecedent, margin float64) {
	view := s.viewAt(t)
	list = s.list[:0]
	for _, i := range s.recent(t) {
		if w := share(i, &s.Entities[i]); w > 0 {
			if prominence := w * s.prominence(i, &view); prominence > 0 {
				list = append(list, Antecedent{i, prominence})
			}
		}
	}
	s.list = list
	s.unmask(list)
	slices.SortStableFunc(list, func(a, b Antecedent) int { return cmp.Compare(b.Share, a.Share) })
	switch len(list) {
	case 0:
		return nil, 0
	case 1:
		return list, 1
	}
	return list, list[0].Share / (list[0].Share + list[1].Share)
}

// mostProminent is the entity of a sort that the text is most about at token t,
// and how likely it is the one meant.
func (s *Sources) mostProminent(t int, sort func(*Entity) bool) (int, float64) {
	list, margin := s.candidates(t, func(_ int, e *Entity) float64 {
		if sort(e) {
			return 1
		}
		return 0
	})
	if margin == 0 {
		return -1, 0
	}
	return list[0].Entity, 0.95 * likely(margin)
}

// settle finds whom a pronoun of a gender means.
func (s *Sources) settle(t int, g lang.Gender) {
	named := s.namedInQuotation(t)
	list, margin := s.candidates(t, func(i int, e *Entity) float64 {
		share := 1.0
		switch {
		case e.Plural, e.Kind != Person && (e.Kind != Unknown || e.Described()), !e.mayBe(g),
			(s.maybeCompany(e) || e.Kind == Unknown) && s.somewhere(e): // "robbed in Harrow Lane"
			return 0
		}
		if e.Gender != g {
			share *= ungenderedShare
		}
		if e.Kind == Unknown {
			share *= unknownShare
		}
		if named[i] {
			share *= namedShare
		}
		return share
	})
	if margin == 0 {
		return
	}
	best := list[0].Entity
	e := &s.Entities[best]
	s.settled[t] = settlement{best, likely(margin), likeliest(list)}
	if s.doc.Tokens[t].Is(lang.SubjectPronoun) && e.Gender == 0 && e.Kind == Person && margin > 0.7 {
		e.Gender = g // not of "her" in "Hale, who plays her brother"
	}
	s.appear(best, t, objectWeight*margin)
}

// settleNeuter settles "they" on the last plural subject and "it" on the last
// organization, where one is clearly ahead.
func (s *Sources) settleNeuter(t int, plural bool) {
	list, margin := s.candidates(t, func(_ int, e *Entity) float64 {
		switch {
		case e.Kind == Organization && !s.lang.Is(strings.ToLower(e.Name), lang.Place), plural && e.Plural:
			return 1
		case !plural && (s.maybeCompany(e) || e.Kind == Unknown && !e.Described() && e.Gender == 0 && !lang.InS(e.words[len(e.words)-1])):
			return 0.6 // a company's name may look like a person's: "Verano Coatings"
		}
		return 0
	})
	s.settled[t] = settlement{-1, 0, likeliest(list)}
	if margin > 0 && list[0].Share >= leastNeuter {
		s.settled[t] = settlement{list[0].Entity, 0.95 * likely(margin), likeliest(list)}
	}
}

// leastNeuter is the prominence that an organization must have to be "it".
const leastNeuter = 0.3

// unmask gives the score of a description that stands for somebody named to him:
// “…,” the businessman replied. “…,” he added.
func (s *Sources) unmask(list []Antecedent) {
	for k := range list {
		e := &s.Entities[list[k].Entity]
		if e.share == 0 {
			continue
		}
		s.steps += len(list)
		for j := range list {
			if list[j].Entity == e.behind {
				list[j].Share += list[k].Share * e.share
				list[k].Share *= 1 - e.share
			}
		}
	}
}

// likely turns an antecedent's share of the prominence into the probability that
// it is right, as measured on the gold articles' pronouns.
func likely(margin float64) float64 {
	points := [...][2]float64{{0.5, 0.5}, {0.6, 0.68}, {0.7, 0.87}, {0.8, 0.97}, {1, 0.995}}
	for i := 1; i < len(points); i++ {
		if a, b := points[i-1], points[i]; margin <= b[0] {
			return a[1] + (b[1]-a[1])*(margin-a[0])/(b[0]-a[0])
		}
	}
	return points[len(points)-1][1]
}

// namedInQuotation gives the entities that the quotations of a pronoun's
// sentence name, and those whom its own clause does: in “Lee is not going after
// the leader,” he said of Stone, he is neither Lee nor Stone.
func (s *Sources) namedInQuotation(t int) map[int]bool {
	d := s.doc
	sentence := d.Sentences[d.Tokens[t].Sentence]
	out := map[int]bool{}
	for k := sentence.First; k < sentence.Last; k++ {
		after := k > t && k < t+6 // “he said of Lee”, “she told Lee”
		if i := s.At(k); i >= 0 && (d.Tokens[k].Quote >= 0 || after && !s.Mentions[i].Possessive) && s.Mentions[i].Entity >= 0 {
			out[s.Mentions[i].Entity] = true
		}
	}
	return out
}

// mayBe tells that an entity is of a gender, or that one of the two is not known.
func (e *Entity) mayBe(g lang.Gender) bool { return g == 0 || e.Gender == 0 || e.Gender == g }

// somewhere tells a name that only its shape may make a person's and that first stands behind
// "in" or "at": “at Skarn Point”.
func (s *Sources) somewhere(e *Entity) bool {
	first := s.Mentions[e.Mentions[0]].First
	return first > 0 && s.doc.Tokens[first-1].Is(lang.Where)
}
