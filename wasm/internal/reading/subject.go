package reading

import (
	"strings"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// A voice is a reporting word of the writer's and who speaks by it.
type voice struct {
	first, last int // tokens of the reporting words [first, last)
	end         int // of all, with the subject
	sentence    int
	says        bool // hardly anything but speech
	according   bool // "laut Müller", "so Müller"
	behind      bool // the subject stands behind
	dropped     bool // it has none
	m           people.Mention
}

// longestSplit is how many words may stand between the parts of a verb.
const longestSplit = 16

// cueAt reads the reporting words that begin at token t.
func (r *reader) cueAt(t, end int) (v voice, ok bool) {
	if !r.word(t) || r.at[t] >= 0 || r.capital(t) && !r.begins(t) {
		return v, false
	}
	k := r.w[t].Kinds
	v = voice{first: t, last: t + 1, sentence: r.d.Tokens[t].Sentence, says: k&Says != 0}
	switch {
	case k&(Says|Expresses) != 0:
		if need := r.w[t].Split; need != "" {
			if !r.particle(t+1, end, need) {
				break
			}
			v.says = true
		}
		if k&(RoleName|BodyName|PaperName) != 0 && r.is(t-1, Article|Adjective) {
			return v, false
		}
		if k&Article != 0 || k&Before != 0 {
			return v, false
		}
		return v, true
	case k&(So|According|Behind) != 0:
		if k&According != 0 && r.is(t, Before) && k&Angle == 0 && r.w[t].Split != "" {
			return v, false
		}
		v.according = true
		return v, true
	case k&Before != 0 && r.is(t+1, Angle) && r.word(t+1): // “nach Angaben der Polizei”
		v.according, v.last = true, t+2
		return v, true
	}
	if k&Helps != 0 {
		reach := 4
		if r.l.Switch["split-verbs"] {
			reach = longestSplit
		}
		for n := t + 1; n < end && n <= t+reach && r.word(n); n++ {
			if r.is(n, Spoken) {
				v.last, v.says = n+1, r.w[n].Kinds&Expresses == 0
				return v, true
			}
			if r.is(n, Opens|Says) && !r.is(n, Skipped) {
				break
			}
			if !r.l.Switch["split-verbs"] && !r.is(n, Skipped|Helps|Not) && r.clitic[t].Kinds == 0 {
				break
			}
		}
	}
	if k&Speaking != 0 {
		return v, true
	}
	return v, false
}

// particle tells that one of the particles of a split verb stands at its clause's end.
func (r *reader) particle(t, end int, need string) bool {
	for n := t; n < end && n < t+longestSplit+8; n++ {
		if r.d.Tokens[n].Quote != r.inside {
			continue
		}
		if r.d.Tokens[n].Word {
			for p := range strings.SplitSeq(need, "|") {
				if r.d.Tokens[n].Lower == p {
					return true
				}
			}
		} else if r.mark(n, ".;!?:") {
			return false
		}
	}
	return false
}

// listen finds the voices of the document, sentence by sentence, and whom each is about.
func (r *reader) listen() {
	d := r.d
	r.subject = make([]int, len(d.Sentences))
	for i, s := range d.Sentences {
		voiced := -1
		r.subject[i] = -1
		if s.Last-s.First > longestSentence {
			continue
		}
		for t := s.First; t < s.Last; t++ {
			if v, ok := r.cueAt(t, s.Last); ok {
				if !r.speaker(&v, s.First, s.Last) {
					continue
				}
				r.voices = append(r.voices, v)
				if v.m.Entity >= 0 && r.afterQuotation(v.first) {
					r.subject[i] = v.m.Entity
				} else if voiced < 0 {
					voiced = v.m.Entity
				}
			}
		}
		if r.subject[i] < 0 {
			if m, _, ok := r.first(s.First, s.Last); ok {
				r.resolve(&m, i)
				if e := m.Entity; e >= 0 && (voiced < 0 || r.person(e)) {
					r.subject[i] = e
				}
			}
		}
		if r.subject[i] < 0 {
			r.subject[i] = voiced
		}
	}
}

// longestSentence is the number of words above which a sentence is none that anybody wrote.
const longestSentence = 400

// speaker finds the subject of a voice in the sentence [from, end).
func (r *reader) speaker(v *voice, from, end int) bool {
	var ok bool
	switch {
	case r.clitic[v.first].Kinds != 0:
		if r.clitic[v.first].Kinds&I != 0 {
			return false
		}
		v.m = r.mention(v.first, v.first+1, v.first, people.Pronoun)
		v.m.Confidence, v.end, v.behind = 0.8, v.last, true
		ok = true
	case r.is(v.first, Behind) && !r.is(v.first, According):
		v.m, ok = r.ending(v.first, from)
		v.end = v.last
	case r.is(v.first, Stands):
		v.m, v.end, ok = r.writing(v.last, end)
	case v.according:
		r.genitive, r.loose = true, true
		n := v.last
		v.m, v.end, ok = r.phraseAt(n, end)
		for k := 0; k < 3 && !ok && r.is(n, Before|Article|Adjective|Angle); k++ {
			n++
			v.m, v.end, ok = r.phraseAt(n, end)
		}
		r.genitive, r.loose = false, false
		v.behind = true
		if r.is(v.first, So) && !r.marked(v.first) || ok && v.m.Form == people.Pronoun && r.is(v.first, Article) {
			return false
		}
		if !ok && r.is(v.first, Says|Expresses) && !r.is(v.first, According) {
			return false
		}
	case r.is(v.first, Speaking) && r.w[v.first].Kinds&Says == 0:
		v.m, _, ok = r.first(r.clause(from, v.first), v.first)
		v.end = v.last
	default:
		ok = r.finite(v, from, end)
	}
	if !ok {
		return false
	}
	r.resolve(&v.m, v.sentence)
	return true
}

// writing finds the writing in which something stands: “heißt es in dem Brief”.
func (r *reader) writing(t, end int) (m people.Mention, last int, ok bool) {
	for k := t; k < end && k < t+8 && r.word(k); k++ {
		if !r.is(k, Before) {
			continue
		}
		for n := k + 1; n < end && n < k+5 && r.word(n); n++ {
			if r.at[n] >= 0 {
				m = r.mentions[r.at[n]]
				return m, m.Last, true
			}
			if r.is(n, PaperName|BodyName) {
				m = r.mention(k+1, n+1, n, people.Nominal)
				return m, n + 1, true
			}
		}
	}
	return m, t, false
}

// marked tells that a comma, a dash or a quotation stands before token t: “…“, so Müller.
func (r *reader) marked(t int) bool {
	return t > 0 && (r.d.Tokens[t-1].Quote != r.inside || r.mark(t-1, ",-–—("))
}

// afterQuotation tells that token t stands right behind a quotation.
func (r *reader) afterQuotation(t int) bool {
	k := t - 1
	for k >= 0 && k > t-4 && r.is(k, Skipped) && r.word(k) {
		k--
	}
	for k >= 0 && r.mark(k, ",-–—.") {
		k--
	}
	if r.inside >= 0 {
		return r.mark(t-1, ",-–—")
	}
	return k >= 0 && r.d.Tokens[k].Quote >= 0
}

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
		if v.m, ok = r.ending(v.first, from); ok { // right before it
			v.end = v.last
			if m, last, found := r.first(clause, v.first); found && m.First < v.m.First && r.related(last, v.m.First) {
				v.m = m
			}
			return true
		}
		if r.l.Switch["verb-second"] && !r.relative(v.first, from) {
			if r.mark(v.first-1, ",") { // “Die Arbeit geht weiter, schrieb Tajani: …”
				if v.m, v.end, ok = r.behind(v, end); ok && v.m.First == v.first+1 {
					v.behind = true
					return true
				}
			}
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
		if v.m, v.end, ok = r.behind(v, end); ok && v.m.First <= v.last+1 {
			v.behind = true
			return true
		}
	}
	if r.l.Switch["dropped-subjects"] && (!r.is(v.first-1, Impersonal) || r.afterQuotation(v.first)) {
		if m, found := r.view(r.clause(from, v.first), v.first); found { // “Desde la Plataforma aseguran que …”
			v.m, v.end = m, v.last
			return true
		}
		v.m = r.mention(v.first, v.last, v.first, people.Pronoun)
		v.m.Confidence, v.end, v.dropped = 0.75, v.last, true
		return true
	}
	return false
}

// related tells that the phrase that begins at token t belongs to a relative clause that is
// opened behind token from: “the mission that watches the region says”.
func (r *reader) related(from, t int) bool {
	for k := from; k < t-1; k++ {
		if r.is(k, Opens) && r.word(k) && !r.is(k, Article|He) {
			for n := k + 1; n < t; n++ {
				if r.mark(n, ",;") {
					return false
				}
			}
			return !r.is(t-1, Opens)
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

// behind finds the subject that stands behind a verb, past adverbs and prepositional phrases.
func (r *reader) behind(v *voice, end int) (m people.Mention, last int, ok bool) {
	for k := v.first + 1; k < end && k < v.last+12 && r.word(k); {
		if k < v.last && r.is(k, Spoken) || k >= v.first+1 && k < v.last && r.is(k, Skipped|Helps|Not) {
			k++
			continue
		}
		if r.is(k, Before) && !(r.is(k, Article) && r.subjectLike(k, end)) {
			k = r.past(k, end)
			continue
		}
		if m, last, ok = r.phraseAt(k, end); ok {
			return m, last, true
		}
		if r.l.Switch["capital-nouns"] && r.capital(k) && r.w[k].Kinds == 0 && r.at[k] < 0 && k <= v.first+1 && !r.begins(k) && !(strings.HasSuffix(r.lower(k), "s") && r.word(k+1) && r.capital(k+1)) {
			n := k + 1
			for n < end && n < k+3 && r.word(n) && r.capital(n) && r.w[n].Kinds == 0 {
				n++
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

// subjectLike tells that a word that is a preposition and an article begins a subject.
func (r *reader) subjectLike(k, end int) bool {
	_, _, ok := r.phraseAt(k, end)
	return ok
}

// bare enters a name that the text gives only here: “sagte Müller”.
func (r *reader) bare(first, last int) people.Mention {
	r.name(first, last)
	m := r.mentions[len(r.mentions)-1]
	copyOf := m
	// The mention goes to its place, so that they stay in reading order.
	i := len(r.mentions) - 1
	for i > 0 && r.mentions[i-1].First > m.First {
		r.mentions[i] = r.mentions[i-1]
		i--
	}
	r.mentions[i] = m
	r.cover()
	return copyOf
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
		if n > k+1 && r.is(n, Before|Article|Says|Expresses|Helps|Verb|Opens|Skipped|He|So|According) && !r.is(n, RoleName|BodyName) {
			return n
		}
		n++
	}
	if n < end && r.word(n) && r.at[n] >= 0 && !r.is(n-1, Skipped|RoleName) {
		return r.mentions[r.at[n]].Last
	}
	return n
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
		if r.is(k, Before) && !(r.is(k, Article) && r.subjectLike(k, end)) || r.is(k, According) {
			k = r.past(k, end)
			continue
		}
		if r.l.Switch["case"] && k > from && r.is(k, Article) && r.w[k].Gender == lang.Male && r.word(k-1) && r.capital(k-1) && !r.begins(k-1) { // “die Angehörigen der Opfer”
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
		if !r.person(e) && m.Form == people.Pronoun {
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
			if seen > 1 || ent.Gender != gender {
				m.Confidence -= 0.05
			}
			return
		}
	}
	if described >= 0 {
		m.Entity = described
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
