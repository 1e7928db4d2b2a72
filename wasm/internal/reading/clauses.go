package reading

import (
	"keypoints/wasm/internal/people"
)

// named finds the person named between commas right before a verb: “O chefe do comitê, o deputado
// Leonid Slutski, afirmou”. The comma before the verb is token end.
func (r *reader) named(from, end int) (m people.Mention, ok bool) {
	if end-1 < from || r.at[end-1] < 0 {
		return m, false
	}
	m = r.mentions[r.at[end-1]]
	if m.Last != end || m.Possessive || r.entities[m.Entity].Kind != people.Person {
		return m, false
	}
	k := m.First - 1
	for k > from && r.word(k) && r.is(k, Article|Adjective|RoleName|TitleName) {
		k--
	}
	return m, k > from && r.mark(k, ",")
}

// apposed finds the name that begins a clause and has something between commas behind it: “Ana
// Brunet, de la Universidad de Chile, considera …”. The comma before the verb is token end.
func (r *reader) apposed(from, end int) (m people.Mention, ok bool) {
	m, last, ok := r.first(from, end)
	if !ok || m.Form == people.Pronoun || !r.mark(last, ",") {
		return m, false
	}
	if last >= end { // “La maire, Sylvie Aubray, a regretté …”, but “Le pont, dit le maire, …”
		k := m.First - 1
		for k > from && !r.mark(k, ",") {
			k--
		}
		return m, k > from && m.Form == people.Name
	}
	return m, m.Form == people.Name || r.is(m.Head, RoleName|BodyName)
}

// noun tells that a noun with its article stands in [from, end) that no preposition governs.
func (r *reader) noun(from, end int) bool {
	for k := from; k < end; {
		switch {
		case !r.word(k):
			k++
		case r.is(k, Opens) && !r.is(k, Article|Skipped):
			return false
		case r.governs(k) && !r.is(k, Article):
			k = r.past(k, end)
		case r.is(k, Article) && !r.is(k, Skipped|He|Not) && r.word(k+1) && k+1 < end:
			return true
		default:
			k++
		}
	}
	return false
}

// aside tells that a phrase right before a verb is rather part of the description of a person named
// before it: “Martin Behr, Sprecher des Forum Deutschland erklärte”.
func (r *reader) aside(named, m people.Mention) bool {
	if r.entities[named.Entity].Kind != people.Person || m.Form != people.Name || m.Entity < 0 || r.entities[m.Entity].Kind == people.Person {
		return false
	}
	for k := named.Last + 1; k < m.First; k++ {
		if r.mark(k, ",;") || r.is(k, And|He) {
			return false
		}
	}
	return true
}

// related tells that the phrase that begins at token t belongs to a relative clause that is
// opened behind token from: “the mission that watches the region says”.
func (r *reader) related(from, t int) bool {
	for k := from; k < t-1; k++ {
		if r.is(k, Opens) && r.word(k) && !r.is(k, Article|He|And) {
			for n := k + 1; n < t; n++ {
				if r.mark(n, ",;") {
					return false
				}
			}
			return !r.is(t-1, Opens) && !r.is(k-1, Says|Expresses|Spoken) // “adiantou que o seu cliente refuta …”
		}
	}
	return false
}

// relative tells that the verb stands in a clause that a relative or a conjunction opens.
func (r *reader) relative(t, from int) bool {
	for k := t - 1; k >= from && r.word(k); k-- {
		if r.is(k, Opens) {
			return true
		}
	}
	return false
}

// clause gives the token where the clause of token t begins, not before from: behind a
// semicolon, a colon, or a quotation's end.
func (r *reader) clause(from, t int) int {
	for k := t - 1; k >= from; k-- {
		if r.mark(k, ";:") || r.mark(k, "–—") && k > from+1 {
			return k + 1
		}
	}
	return from
}

// ofPhrase tells that a noun phrase belongs to the one that ends at token t: “der Verband der Winzer”.
func (r *reader) ofPhrase(t int, m people.Mention) bool {
	return r.l.Switch["case"] && t == m.First && m.Form == people.Nominal && r.is(t, Article)
}
