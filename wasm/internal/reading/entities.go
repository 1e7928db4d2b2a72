package reading

import (
	"strings"

	"keypoints/wasm/internal/people"
)

// entity gives the entity of a name, a new one if need be.
func (r *reader) entity(first, last int) int {
	words := strings.Fields(strings.ToLower(r.cut(first, last)))
	e, owned := r.known(words), false
	if n := len(words) - 1; e < 0 && n > 0 && r.l.Switch["case"] { // “Liat Atzilis Mann”
		e = r.owner(words)
		owned = e >= 0
	}
	if owned {
		if !strings.HasSuffix(words[len(words)-1], "s") { // the name itself, behind its genitive
			r.entities[e].Name, r.words[e] = r.cut(first, last), words
			r.file(e)
		}
		return e
	}
	if e >= 0 {
		if len(words) > len(r.words[e]) {
			r.entities[e].Name, r.words[e] = r.cut(first, last), words
			r.file(e)
		}
		return e
	}
	ent := people.Entity{Name: r.cut(first, last)}
	switch g := r.l.Given(words[0]); {
	case len(words) > 1 && g != 0:
		ent.Kind, ent.Gender = people.Person, g
	case len(words) == 1 && r.acronym(first):
		ent.Kind = people.Organization
	}
	for t := first; t < last; t++ {
		// “Anne Frank Stichting”, but “Carlos Fuentes”
		if r.is(t, BodyName) && (ent.Kind != people.Person || t == first || r.l.Switch["verb-second"]) {
			ent.Kind = people.Organization
		}
	}
	r.entities, r.words, r.roles = append(r.entities, ent), append(r.words, words), append(r.roles, "")
	r.articled = append(r.articled, false)
	r.file(len(r.entities) - 1)
	return len(r.entities) - 1
}

// owner gives the entity whose name words are but for the "s" of a genitive at the end of one of the
// two, or -1.
func (r *reader) owner(words []string) int {
	last := words[len(words)-1]
	for _, other := range [2]string{strings.TrimSuffix(last, "s"), last + "s"} {
		list := r.byName[other]
		for _, e := range list[max(0, len(list)-mostShared):] {
			if have := r.words[e]; len(have) == len(words) && have[0] == words[0] && have[len(have)-1] == other {
				return e
			}
		}
	}
	return -1
}

func (r *reader) file(e int) {
	for _, w := range r.words[e] {
		list := r.byName[w]
		if len(list) == 0 || list[len(list)-1] != e {
			r.byName[w] = append(list, e)
		}
	}
}

// known gives the entity that words name, the one named last of several, or -1.
func (r *reader) known(words []string) int {
	last := words[len(words)-1]
	list := r.byName[last]
	if len(list) == 0 && len(words) == 1 && r.l.Switch["capital-nouns"] {
		list = r.byName[strings.TrimSuffix(last, "s")]
	}
	best := -1
	for _, e := range list[max(0, len(list)-mostShared):] {
		have := r.words[e]
		switch {
		case len(words) == 1: // a surname before a given name, a person before "Instituto Lula"
			if best < 0 || (have[0] != last || r.words[best][0] == last) && (r.entities[e].Kind != people.Organization || r.entities[best].Kind == people.Organization) {
				best = e
			}
		case within(words, have) || within(have, words) && r.grows(e, have, words):
			best = e
		}
	}
	if best < 0 && len(words) > 1 { // “Lula” before “Luiz Inácio Lula da Silva”
		list := r.byName[words[0]]
		for _, e := range list[max(0, len(list)-mostShared):] {
			if within(r.words[e], words) && r.entities[e].Kind != people.Organization && r.grows(e, r.words[e], words) {
				best = e
			}
		}
	}
	return best
}

// grows tells that a longer name may be that of an entity: “Moss” is “Kate Moss”, but “Kate Moss”
// is no “Kate Moss Agency”, unless people have two surnames.
func (r *reader) grows(e int, have, words []string) bool {
	if len(have) == 1 {
		return r.entities[e].Kind != people.Organization && (have[0] == words[len(words)-1] || r.entities[e].Kind == people.Person || r.l.Given(words[0]) != 0)
	}
	return have[len(have)-1] == words[len(words)-1] || r.l.Switch["two-surnames"] && have[0] == words[0]
}

// within tells that words stand in others, in their order.
func within(words, others []string) bool {
	i := 0
	for _, w := range others {
		if i < len(words) && words[i] == w {
			i++
		}
	}
	return i == len(words)
}
