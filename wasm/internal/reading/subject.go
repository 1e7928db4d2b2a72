package reading

import (
	"sort"
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// finite finds the subject of a finite verb by the language's word order.
func (r *reader) finite(v *voice, from, end int) bool {
	var ok bool
	if r.afterQuotation(v.first) {
		r.loose = true
		v.m, v.end, ok = r.behind(v, end)
		r.loose = false
		if ok {
			v.behind = true
			return true
		}
	} else {
		clause := r.clause(from, v.first)
		// “… lobte er”; “sie” may be an object
		if r.l.Switch["verb-second"] && r.is(v.first+1, He) && r.w[v.first+1].Gender == lang.Male && r.word(v.first+1) && r.at[v.first+1] < 0 && v.first+1 < end {
			v.m, v.end, _ = r.phraseAt(v.first+1, end)
			v.behind = true
			return true
		}
		if r.mark(v.first-1, ",") { // “… , añade el auto, …”
			if v.m, ok = r.named(clause, v.first-1); ok {
				v.end = v.last
				return true
			}
			if v.m, ok = r.apposed(clause, v.first-1); ok {
				v.end = v.last
				return true
			}
			r.loose = v.says && !r.l.Switch["verb-second"]
			v.m, v.end, ok = r.phraseAt(v.last, end)
			r.loose = false
			if ok && v.m.Form == people.Nominal && r.is(v.m.First, Indefinite) && !r.is(v.m.Head, RoleName|BodyName) { // “… , a regretté un conflit …”
				ok = false
			}
			if ok && (v.end >= end || !r.d.Tokens[v.end].Word || r.l.Switch["verb-second"]) {
				v.behind = true
				return true
			}
		}
		// “Die Gemeinde wisse es nicht, sagte Féraud: „…“”
		if r.l.Switch["capital-nouns"] && r.mark(v.first-1, ",") && v.first+1 < end && r.capital(v.first+1) {
			if v.m, v.end, ok = r.behind(v, end); ok {
				v.behind = true
				return true
			}
		}
		if v.m, ok = r.ending(v.first, from); ok { // right before it
			v.end = v.last
			if m, last, found := r.first(clause, v.first); found && m.First < v.m.First &&
				(!r.l.Switch["verb-last"] && r.related(last, v.m.First) || r.ofPhrase(last, v.m) || m.Form == people.Name && r.mark(last, ",") && r.aside(m, v.m)) {
				v.m = m
			}
			return true
		}
		if r.l.Switch["verb-second"] && !r.relative(v.first, from) {
			if m, _, found := r.phraseAt(clause, v.first); found { // “Eva Roth, Sprecherin der Polizei, sagte”
				v.m, v.end = m, v.last
				return true
			}
			if v.m, v.end, ok = r.behind(v, end); ok && v.m.First <= v.first+6 {
				v.behind = true
				return true
			}
		}
		if v.m, _, ok = r.first(clause, v.first); ok {
			v.end = v.last
			return true
		}
		if v.m, v.end, ok = r.behind(v, end); ok && r.fore(v.m.First, v.last) <= v.last+1 {
			v.behind = true
			return true
		}
	}
	if r.l.Switch["dropped-subjects"] && (!r.is(v.first-1, Impersonal) || r.afterQuotation(v.first)) {
		if m, found := r.view(r.clause(from, v.first), v.first); found { // “Desde la Plataforma aseguran que …”
			v.m, v.end = m, v.last
			return true
		}
		if r.is(r.clause(from, v.first), RoleName|BodyName) { // “Fonti giornalistiche ipotizzano che …”
			r.loose = true
			m, _, found := r.phraseAt(r.clause(from, v.first), v.first)
			r.loose = false
			if found {
				v.m, v.end = m, v.last
				return true
			}
		}
		v.m = r.mention(v.first, v.last, v.first, people.Pronoun)
		v.m.Confidence, v.end, v.dropped = 0.75, v.last, true
		if !r.afterQuotation(v.first) && r.noun(r.clause(from, v.first), v.first) { // “La muestra reúne …”: somebody that no list knows
			v.m.Form, v.m.Confidence, v.dropped = people.Nominal, 0, false
		}
		return true
	}
	return false
}

// behind finds the subject that stands behind a verb, past adverbs and prepositional phrases.
func (r *reader) behind(v *voice, end int) (m people.Mention, last int, ok bool) {
	for k := v.first + 1; k < end && k < v.last+12 && r.word(k); {
		if k < v.last && r.is(k, Spoken) || k >= v.first+1 && k < v.last && r.is(k, Skipped|Helps|Not) {
			k++
			continue
		}
		if r.governs(k) && !(r.is(k, Article) && r.subjectLike(k, end)) {
			k = r.past(k, end)
			continue
		}
		if m, last, ok = r.phraseAt(k, end); ok {
			return m, last, true
		}
		if r.l.Switch["capital-nouns"] && v.says && r.w[v.first].Split == "" && r.capital(k) && r.w[k].Kinds == 0 && r.at[k] < 0 && k <= v.first+1 &&
			!r.begins(k) && !(strings.HasSuffix(r.lower(k), "s") && r.word(k+1) && r.capital(k+1)) {
			n := k + 1
			for n < end && n < k+3 && r.word(n) && r.capital(n) && r.w[n].Kinds == 0 && r.at[n] < 0 {
				n++
			}
			if i := r.after(n); i >= 0 && r.entities[r.mentions[i].Entity].Kind == people.Person && r.word(n) { // “sagt Juristin Nora Feldkamp”
				return r.mentions[i], r.mentions[i].Last, true
			}
			return r.bare(k, n), n, true
		}
		if r.is(k, Opens|Says|Expresses|Verb|So) && !r.is(k, Skipped|Article) || r.is(k, Speaking) {
			return m, k, false
		}
		if r.is(k, Article) && r.l.Switch["dropped-subjects"] && !r.l.Switch["verb-second"] && k > v.last {
			return m, k, false
		}
		if r.is(k, Article) {
			k = r.past(k, end)
			continue
		}
		k++
	}
	return m, v.last, false
}

// fore gives the first token of the role before a name, from token from on: “Añade la concejala socialista Ana Prado: «…»”.
func (r *reader) fore(name, from int) int {
	for name > from && r.word(name-1) && r.is(name-1, Article|Adjective|RoleName|TitleName) {
		name--
	}
	return name
}

// governs tells that token k is a preposition, not the particle that begins a name: “zei Van
// der Veen”.
func (r *reader) governs(k int) bool { return r.is(k, Before) && (r.at[k] < 0 || r.elided[k] > 0) }

// subjectLike tells that a word that is a preposition and an article begins a subject.
func (r *reader) subjectLike(k, end int) bool {
	_, _, ok := r.phraseAt(k, end)
	return ok
}

// mostBare is how many such names are entered: each is looked for in the rest of the text.
const mostBare = 60

// bare enters a name that the text gives alone, “sagte Müller”, there and wherever else the
// word stands.
func (r *reader) bare(first, last int) people.Mention {
	r.name(first, last)
	m := r.mentions[len(r.mentions)-1]
	if r.bares++; r.bares > mostBare {
		r.mentions = r.mentions[:len(r.mentions)-1]
		return m
	}
	if last == first+1 {
		for t := range r.d.Tokens {
			if r.d.Tokens[t].ID == r.d.Tokens[first].ID && t != first && r.at[t] < 0 && r.capital(t) && !r.is(t-1, Article) {
				r.name(t, t+1)
			}
		}
	}
	sort.Slice(r.mentions, func(i, j int) bool { return r.mentions[i].First < r.mentions[j].First })
	r.cover()
	return m
}

// past gives the token behind the prepositional phrase or the noun phrase at token k, with a
// name right behind its noun: "de la red social Twitter".
func (r *reader) past(k, end int) int {
	n := k + 1
	for n < end && n < k+4 && r.word(n) && r.at[n] < 0 && r.is(n, Article|Adjective|Before) && !r.is(n, RoleName|BodyName) {
		n++
	}
	if n >= end || !r.word(n) {
		return n
	}
	if r.at[n] >= 0 {
		return r.mentions[r.at[n]].Last
	}
	plain := r.l.Switch["capital-nouns"]
	for n < end && n < k+8 && r.word(n) && r.at[n] < 0 {
		if plain && r.capital(n) {
			n++
			break
		}
		if n > k+1 && r.is(n, Before|Article|Says|Expresses|Speaking|Helps|Verb|Opens|Skipped|He|So|According) && !r.is(n, RoleName|BodyName) {
			return n
		}
		n++
	}
	// “Alla fermata aspettava invano Mia Croce”
	if n < end && r.word(n) && r.at[n] >= 0 && n > k+3 && !plain && r.entities[r.mentions[r.at[n]].Entity].Kind == people.Person {
		return n
	}
	if n < end && r.word(n) && r.at[n] >= 0 && !r.is(n-1, Skipped) && !grammar.StartsWithDigit(r.lower(n-1)) && (!r.is(n-1, RoleName) || r.is(k, Particle)) { // “tras la intervención de la edil Rosa Marín”
		return r.mentions[r.at[n]].Last
	}
	return n
}

// first finds the first noun phrase of [from, end) that no preposition governs.
func (r *reader) first(from, end int) (m people.Mention, last int, ok bool) {
	for k := from; k < end; {
		if !r.word(k) {
			k++
			continue
		}
		if r.is(k, Opens) && !r.is(k, Article|He|Skipped) && (k == from || r.mark(k-1, ",")) { // “Als Müller kam, …”
			for k++; k < end && !r.mark(k, ","); k++ {
			}
			continue
		}
		if r.governs(k) && !(r.is(k, Article) && r.subjectLike(k, end)) || r.is(k, According) {
			k = r.past(k, end)
			continue
		}
		// “die Angehörigen der Opfer”
		if r.l.Switch["case"] && k > from && r.is(k, Article) && r.w[k].Gender == lang.Male && r.word(k-1) && r.capital(k-1) && !r.begins(k-1) {
			k = r.past(k, end)
			continue
		}
		if m, last, ok = r.phraseAt(k, end); ok {
			if m.Form == people.Nominal && m.Entity < 0 && !r.is(m.Head, RoleName|BodyName) {
				k = last
				continue
			}
			return m, last, true
		}
		if r.is(k, Article) {
			k = r.past(k, end)
			continue
		}
		k++
	}
	return m, end, false
}

// ending finds the noun phrase that ends right before token t, adverbs and auxiliaries aside.
func (r *reader) ending(t, from int) (m people.Mention, ok bool) {
	k := t
	for k > from && r.word(k-1) && r.is(k-1, Skipped|Helps|Not) && !r.is(k-1, He) {
		k--
	}
	if r.mark(k-1, ")") { // “Eva Roth (SPD) sagte”
		n := k - 2
		for n > from && n > k-9 && !r.mark(n, "(") {
			n--
		}
		if r.mark(n, "(") {
			k = n
		}
	}
	if k <= from || !r.word(k-1) {
		return m, false
	}
	for n := max(from, k-9); n < k; n++ {
		if !r.word(n) || r.is(n-1, Before) && r.word(n-1) && !r.is(n-1, Opens) || r.elided[n] > 0 && r.is(n, Before) {
			continue
		}
		if p, last, found := r.phraseAt(n, k); found && last >= k-0 {
			if n > from && (r.is(n-1, Article|Adjective|RoleName|TitleName) && r.word(n-1)) && p.Form == people.Name {
				if whole, _, full := r.phraseAt(n-1, k); full {
					p = whole
				}
			}
			if r.governed(n, from) {
				return m, false
			}
			return p, true
		}
	}
	return m, false
}

// governed tells that a preposition stands before the phrase that begins at token n.
func (r *reader) governed(n, from int) bool {
	k := n - 1
	for k >= from && r.word(k) && r.is(k, Article|Adjective|RoleName|TitleName) && !r.is(k, Before) {
		k--
	}
	return k >= from && r.word(k) && r.is(k, Before) && !r.is(k, Opens)
}
