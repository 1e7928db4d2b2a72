package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// settleNeuter settles "they" on the last plural subject and "it" on the last
// organization, where one is clearly ahead.
func (s *Sources) settleNeuter(t int, plural bool) {
	if e := s.firmBefore(t); e >= 0 && !plural {
		s.settled[t] = settlement{entity: e, confidence: 0.93, second: -1}
		return
	}
	best, bestScore, second := -1, 0.0, 0.0
	var list []candidate
	for _, i := range s.recent(t) {
		e := &s.Entities[i]
		p := s.prominence(i, t)
		switch {
		case e.Kind == Organization && !s.lang.Is(strings.ToLower(e.Name), lang.Place):
		case plural && (e.Plural || e.Kind == Group), !plural && e.Kind == Document:
		case !plural && (s.maybeCompany(e) || e.Kind == Unknown && !e.Described() && e.Gender == 0 && !strings.HasSuffix(e.words[len(e.words)-1], "s")):
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
	if bestScore < leastNeuter {
		s.settled[t] = settlement{entity: -1, second: -1, others: likeliest(list)}
		return
	}
	s.settled[t] = settlement{best, 0.95 * likely(bestScore/(bestScore+second)), -1, likeliest(list)}
}

// leastNeuter is the prominence that an organization must have to be "it".
const leastNeuter = 0.3

// firmBefore gives the firm that the sentence before, of the same paragraph, is about and
// alone names, where the "it" at token t says something, or -1: “Voxly denied it. In a
// statement, it said”.
func (s *Sources) firmBefore(t int) int {
	d := s.doc
	i := d.Tokens[t].Sentence
	if i == 0 || d.Sentences[i-1].Paragraph != d.Sentences[i].Paragraph || !s.speaks(t) {
		return -1
	}
	at := s.At(d.Sentences[i-1].First)
	if at < 0 || s.Mentions[at].Possessive || s.Mentions[at].Last >= d.Sentences[i-1].Last {
		return -1
	}
	e, next := s.Mentions[at].Entity, d.Tokens[s.Mentions[at].Last]
	if e < 0 || !next.Is(lang.Adverb) && !next.Is(lang.Auxiliary) && !next.Is(lang.Reporting) && next.Lower != "denied" || s.Entities[e].Described() || s.Entities[e].Kind != Organization && s.Entities[e].Kind != Unknown && !s.maybeCompany(&s.Entities[e]) || s.Entities[e].Gender != 0 {
		return -1
	}
	for k := d.Sentences[i-1].First; k < t; k++ {
		if m := s.At(k); m >= 0 && s.Mentions[m].Entity != e && s.Mentions[m].Entity >= 0 && s.Entities[s.Mentions[m].Entity].Kind != Person {
			return -1
		}
	}
	return e
}
