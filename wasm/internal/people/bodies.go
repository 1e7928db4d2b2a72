package people

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// body finds the organization that "the ministry" or "the airline" means: one
// with the noun in its name, else the one that the text is most about.
func (s *Sources) body(m *Mention, head string) (int, float64) {
	d := s.doc
	// "the ministry" for the Foreign Ministry, "the production company" for
	// somebody's Productions.
	named := func(e *Entity) bool {
		for t := m.First + 1; t < m.Head; t++ { // "the Inner Mongolia health commission" is not Inner Mongolia
			if i := s.At(t); i >= 0 && s.Mentions[i].Entity >= 0 && e == &s.Entities[s.Mentions[i].Entity] {
				return false
			}
		}
		if !e.Described() && e.Kind != Person && slices.Contains(e.words, head) && len(e.words) > 1 { // "Moorland Festival"
			return true
		}
		if !isOrganization(e) && !s.maybeCompany(e) {
			return false
		}
		for t := m.First + 1; t < m.Head; t++ {
			if w := d.Tokens[t].Lower; len(w) > 4 {
				for _, x := range e.words {
					if strings.HasPrefix(x, w) {
						return true
					}
				}
			}
		}
		return slices.Contains(e.words, head)
	}
	if e, c := s.mostProminent(m.First, named); e >= 0 {
		return e, c
	}
	if s.lang.Is(head, lang.Public) { // many a ministry and court goes without its name
		return -1, 0
	}
	for _, i := range s.byNoun[head] { // “the company, Desert Basin Water, said”
		if s.introducedAsBody(i, m.First) == head {
			return i, 0.9
		}
	}
	e, c := s.mostProminent(m.First, func(e *Entity) bool {
		last := e.words[len(e.words)-1]
		return (isOrganization(e) || s.maybeCompany(e)) && !s.namedAfter(e, m.First) &&
			!s.lang.Is(strings.ToLower(e.Name), lang.Place) && !s.lang.Is(last, lang.Public) && !s.lang.Is(last, lang.Power)
	})
	if e < 0 || c < leastBody || s.lang.Is(s.introducedAsBody(e, m.First), lang.Public) { // “the regulator, AFM,” is not the company
		return -1, 0
	}
	return e, c
}

// leastBody is how sure it must be which organization "the company" means.
const leastBody = 0.79

// namedAfter tells that the writer names somebody later in the sentence of token t: in “the
// company denied Lee's claims” the company is not Lee.
func (s *Sources) namedAfter(e *Entity, t int) bool {
	next, _ := slices.BinarySearchFunc(e.Mentions, t+1, func(i, t int) int { return s.Mentions[i].First - t })
	if next == len(e.Mentions) {
		return false
	}
	at := s.Mentions[e.Mentions[next]].First
	return at < s.doc.Sentences[s.doc.Tokens[t].Sentence].Last && s.doc.Tokens[at].Quote < 0
}

// somewhere tells a name that only its shape may make a person's and that first stands behind
// "in" or "at": “at Skarn Point”.
func (s *Sources) somewhere(e *Entity) bool {
	if e.evident || len(e.Mentions) == 0 {
		return false
	}
	first := s.Mentions[e.Mentions[0]].First
	return first > 0 && s.doc.Tokens[first-1].Is(lang.Where)
}

// introducedAsBody is the noun before an organization's name in an apposition
// before token t: "company" of “the company, Desert Basin Water,”; else empty.
func (s *Sources) introducedAsBody(e, t int) string {
	d := s.doc
	if !isOrganization(&s.Entities[e]) && !s.maybeCompany(&s.Entities[e]) && s.Entities[e].Kind != Unknown {
		return ""
	}
	for _, i := range s.Entities[e].Mentions {
		k := s.Mentions[i].First
		if k >= t {
			break
		}
		if k >= 2 && d.Tokens[k-1].Is(lang.Body) && s.Adjacent(k-1, k) && d.Tokens[k-1].Quote < 0 && d.Tokens[k].Quote < 0 { // "Digital wallet company Voxly"
			return d.Tokens[k-1].Lower
		}
		if k >= 3 && d.Tokens[k-1].Lower == "," && s.BodyNoun(k-2) && d.Tokens[k-2].Quote < 0 && s.Mentions[i].Last < len(d.Tokens) && !d.Tokens[s.Mentions[i].Last].Word {
			return d.Tokens[k-2].Lower
		}
	}
	return ""
}

// fileNouns enters the entities under the nouns of introducedAsBody.
func (s *Sources) fileNouns() {
	s.byNoun = map[string][]int{}
	for i := range s.Entities {
		if noun := s.introducedAsBody(i, len(s.doc.Tokens)); noun != "" && len(s.byNoun[noun]) < namesakes {
			s.byNoun[noun] = append(s.byNoun[noun], i)
		}
	}
}
