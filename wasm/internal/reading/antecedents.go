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
	gender, reach, again := lang.Gender(0), far, false
	switch {
	case m.Form == people.Pronoun && r.clitic[m.Head].Kinds != 0:
		gender = r.clitic[m.Head].Gender
	case m.Form == people.Pronoun && r.is(m.Head, He):
		gender = r.w[m.Head].Gender
	case m.Form == people.Nominal && r.definite(*m):
		if e, known := r.nouns[r.lower(m.Head)]; known && !r.is(m.Head, Generic) && m.Head == m.First+1 { // “una vecina del barrio … la vecina”
			m.Entity = e
			return
		}
		gender, reach, again = r.sex(*m), 2, !r.is(m.Head, Generic)
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
	if m.Form == people.Pronoun && (gender == lang.Male || gender == lang.Female) && r.inside < 0 { // “So sieht es Marc Olefs, Leiter …: „…“, sagte er”
		if e := r.only(sentence, m.First, gender); e >= 0 {
			m.Entity = e
			r.leave(m, 0, sentence, sentence, trace{})
			return
		}
	}
	seen, described, thing := 0, -1, -1
	for s := sentence; s >= 0 && s >= sentence-far && (!again || seen < reach && r.d.Sentences[s].Paragraph >= r.d.Sentences[sentence].Paragraph-1); s-- {
		e := -1
		if s < sentence || r.subject[s] >= 0 {
			e = r.subject[s]
		}
		if s < sentence && gender != 0 && gender != lang.Either && (e < 0 || !r.person(e)) && r.d.Sentences[s].Paragraph >= r.d.Sentences[sentence].Paragraph-1 {
			if only := r.only(s, r.d.Sentences[s].Last, gender); only >= 0 { // “The prize went to Daniel Wiesner. … he said”
				m.Entity, m.Confidence = only, 0.75
				r.leave(m, seen+1, s, sentence, trace{past: described >= 0, only: true})
				return
			}
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
			if r.words[e] == nil && seen == 1 && r.unknown[e] { // “Una portavoz pidió calma. …, dijo.”
				m.Entity = e
				r.leave(m, seen, s, sentence, trace{})
				return
			}
			if r.words[e] == nil { // a description: somebody with a name is meant, if one is near
				if described < 0 {
					described = e
				}
				continue
			}
			if described >= 0 && seen > 3 {
				break
			}
			if described >= 0 && r.entities[described].Gender == lang.Male+lang.Female-ent.Gender { // “Il giudice Rossi … La pm …”
				continue
			}
			m.Entity = e
			r.leave(m, seen, s, sentence, trace{past: described >= 0})
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
		r.leave(m, seen, sentence, sentence, trace{past: true})
		from := r.mentionFrom(m.First)
		for k := from - 1; k >= 0 && k >= from-4 && gender != 0; k-- {
			n := r.mentions[k]
			if n.Form == people.Name && r.person(n.Entity) && !n.Possessive && r.entities[n.Entity].Gender != lang.Male+lang.Female-gender &&
				r.d.Tokens[n.First].Sentence >= sentence-far {
				m.Entity, m.Confidence = n.Entity, m.Confidence-0.05
				return
			}
		}
		return
	}
	if again { // nobody near that it can mean
		m.Entity, m.Confidence = r.description(*m), 0.6
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
			r.leave(m, seen, r.d.Tokens[n.First].Sentence, sentence, trace{last: true})
			return
		}
	}
	if m.Form == people.Nominal {
		m.Entity = r.description(*m)
	} else if thing >= 0 {
		m.Entity, m.Confidence = thing, 0.5
	}
}

// leave writes down how a mention came to whom it means, in sentence s before its own.
func (r *reader) leave(m *people.Mention, subjects, s, sentence int, t trace) {
	t.subjects, t.sentences = subjects, sentence-s
	t.across = r.d.Sentences[s].Paragraph != r.d.Sentences[sentence].Paragraph
	r.traces[m.First] = t
}

// definite tells a description of one person that has nothing behind it, by which an article means
// whoever it has spoken of: “der Stürmer”, “l'avocate”, not “ein Sprecher”, “su hermano”, “die Forscher”.
func (r *reader) definite(m people.Mention) bool {
	if r.is(m.Head, Generic) { // not “o presidente do Chega”
		return m.Range.End <= r.d.Tokens[m.Head].End
	}
	t := m.First
	if !r.says || !r.is(m.Head, RoleName) || m.Last != m.Head+1 || m.Range.End != r.d.Tokens[m.Head].End || r.is(t, Indefinite|His) {
		return false
	}
	if r.is(m.Head+1, And) && r.word(m.Head+1) { // “la vecina y miembro de la plataforma”
		return false
	}
	if r.elided[m.Head] > 0 && m.Head == t {
		return true
	}
	if len(r.l.plural) > 0 && r.is(t, Article) && r.w[t].Gender == 0 && t < m.Head { // “de spits”, not “de spelers”
		return !r.many(m.Head)
	}
	a, n := r.w[t].Gender, r.w[m.Head].Gender
	return r.is(t, Article) && t < m.Head && (a == lang.Male || a == lang.Female) && (n == 0 || n == lang.Either || n == a)
}

// many tells that the noun at token t has an end of the plural.
func (r *reader) many(t int) bool {
	for _, end := range r.l.plural {
		if strings.HasSuffix(r.lower(t), end) {
			return true
		}
	}
	return false
}

// sex is the gender that a description tells by its noun or its article.
func (r *reader) sex(m people.Mention) lang.Gender {
	if g := r.w[m.Head].Gender; g == lang.Male || g == lang.Female || m.First == m.Head {
		return g
	}
	return r.w[m.First].Gender
}

// only gives the one person of a gender whom the words of a sentence before token end name, or -1. In the
// sentence of the pronoun itself those behind a preposition do not count: “In dispute with Roth he said”.
func (r *reader) only(sentence, end int, gender lang.Gender) int {
	e, from := -1, r.d.Sentences[sentence].First
	same := end < r.d.Sentences[sentence].Last
	for k := r.mentionFrom(from); k < len(r.mentions) && r.mentions[k].First < end; k++ {
		n := r.mentions[k]
		if same && r.governed(n.First, from) {
			continue
		}
		if n.Entity < 0 || n.Form != people.Name || n.Possessive || r.d.Tokens[n.First].Quote >= 0 || n.Entity == e || !r.person(n.Entity) {
			continue
		}
		g := r.entities[n.Entity].Gender
		if g == lang.Male+lang.Female-gender {
			continue
		}
		if g != gender {
			return -1
		}
		if e >= 0 {
			return -1
		}
		e = n.Entity
	}
	return e
}

// description gives the entity of a description that stands for nobody with a name.
func (r *reader) description(m people.Mention) int {
	if !r.is(m.Head, RoleName|BodyName|PaperName|TitleName) && !r.is(m.First, Article) && r.elided[m.First] == 0 {
		return -1
	}
	words := r.d.Cut(m.Range)
	key := strings.ToLower(words)
	if e, known := r.described[key]; known {
		return e
	}
	kind := people.Person
	if r.is(m.Head, BodyName) && (!r.is(m.Head, RoleName) || r.proper(m.Head)) { // “el Ejecutivo”
		kind = people.Organization
	}
	r.entities = append(r.entities, people.Entity{Name: words, Kind: kind, Gender: r.sex(m)})
	r.words, r.roles = append(r.words, nil), append(r.roles, key)
	r.articled = append(r.articled, true)
	r.described[key] = len(r.entities) - 1
	if kind == people.Person {
		r.nouns[r.lower(m.Head)] = len(r.entities) - 1
	}
	if r.is(m.First, Indefinite) {
		r.unknown[len(r.entities)-1] = true
	}
	return len(r.entities) - 1
}
