package reading

import (
	"strings"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// far is how many sentences before it a pronoun's antecedent may stand.
const far = 5

// resolve finds whom a pronoun, or a description without a person of its own, means.
func (r *reader) resolve(m *people.Mention, sentence int) {
	if m.Entity >= 0 {
		return
	}
	gender := lang.Gender(0)
	switch {
	case m.Form == people.Pronoun && r.clitic[m.Head].Kinds != 0:
		gender = r.clitic[m.Head].Gender
	case m.Form == people.Pronoun && r.is(m.Head, He):
		gender = r.w[m.Head].Gender
	case m.Form == people.Nominal && r.is(m.Head, Generic):
		gender = r.w[m.Head].Gender
	case m.Form == people.Nominal:
		m.Entity = r.description(*m)
		return
	}
	if m.Form == people.Pronoun && r.is(m.Head, Latter) { // whoever was named last
		if k := r.mentionFrom(m.First) - 1; k >= 0 && r.d.Tokens[r.mentions[k].First].Sentence >= sentence-1 {
			m.Entity = r.mentions[k].Entity
		}
		return
	}
	if m.Form == people.Pronoun && r.is(m.Head, He) && r.inside < 0 { // “Roth sagte, dass sie …”
		if p, _, ok := r.phraseAt(r.d.Sentences[sentence].First, m.First); ok && p.Entity >= 0 && p.Head != m.Head {
			if g := r.entities[p.Entity].Gender; gender == g || g == 0 || g == lang.Either {
				m.Entity = p.Entity
				return
			}
		}
	}
	seen, described, thing := 0, -1, -1
	for s := sentence; s >= 0 && s >= sentence-far; s-- {
		e := -1
		if s < sentence || r.subject[s] >= 0 {
			e = r.subject[s]
		}
		if e < 0 {
			continue
		}
		seen++
		ent := &r.entities[e]
		if !r.person(e) {
			if thing < 0 {
				thing = e
			}
			continue
		}
		if gender == 0 || gender == lang.Either || ent.Gender == gender || ent.Gender == 0 || ent.Gender == lang.Either {
			if r.words[e] == nil { // a description: somebody with a name is meant, if one is near
				if described < 0 {
					described = e
				}
				continue
			}
			if described >= 0 && seen > 3 {
				break
			}
			m.Entity = e
			if m.Form == people.Nominal {
				m.Confidence = 0.8
			}
			if seen > 1 && gender == 0 { // a dropped subject is the last one's
				m.Confidence -= 0.2
			} else if seen > 1 || ent.Gender != gender {
				m.Confidence -= 0.05
			}
			return
		}
	}
	if described >= 0 {
		m.Entity = described
		from := r.mentionFrom(m.First)
		for k := from - 1; k >= 0 && k >= from-4 && gender != 0; k-- {
			n := r.mentions[k]
			if n.Form == people.Name && r.person(n.Entity) && !n.Possessive && r.entities[n.Entity].Gender != lang.Male+lang.Female-gender && r.d.Tokens[n.First].Sentence >= sentence-far {
				m.Entity, m.Confidence = n.Entity, m.Confidence-0.05
				return
			}
		}
		return
	}
	// Nobody that a sentence is about: the person named last.
	from := r.mentionFrom(m.First)
	for k := from - 1; k >= 0 && k >= from-12; k-- {
		n := r.mentions[k]
		if n.Entity < 0 || r.d.Tokens[n.First].Quote >= 0 || n.Possessive {
			continue
		}
		ent := &r.entities[n.Entity]
		if r.person(n.Entity) && (gender == 0 || ent.Gender == gender || ent.Gender == lang.Either) {
			m.Entity = n.Entity
			m.Confidence = 0.65
			return
		}
	}
	if m.Form == people.Nominal {
		m.Entity = r.description(*m)
	} else if thing >= 0 {
		m.Entity, m.Confidence = thing, 0.5
	}
}

// description gives the entity of a description that stands for nobody with a name.
func (r *reader) description(m people.Mention) int {
	words := r.d.Cut(m.Range)
	key := strings.ToLower(words)
	if e, known := r.described[key]; known {
		return e
	}
	kind := people.Person
	if r.is(m.Head, BodyName) && !r.is(m.Head, RoleName) {
		kind = people.Organization
	}
	r.entities = append(r.entities, people.Entity{Name: words, Kind: kind, Gender: r.w[m.Head].Gender})
	r.words, r.roles = append(r.words, nil), append(r.roles, key)
	r.articled = append(r.articled, true)
	r.described[key] = len(r.entities) - 1
	return len(r.entities) - 1
}
