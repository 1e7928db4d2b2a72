package reading

import (
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// phraseAt reads the noun phrase that begins at token t: a name with its role, a description,
// a pronoun.
func (r *reader) phraseAt(t, end int) (m people.Mention, last int, ok bool) {
	if t >= end || !r.word(t) {
		return m, t, false
	}
	if r.is(t, He) && r.at[t] < 0 {
		m = r.mention(t, t+1, t, people.Pronoun)
		m.Entity, m.Confidence = -1, 0.8
		return m, t + 1, true
	}
	if i := r.at[t]; i >= 0 && r.mentions[i].First == t {
		m = r.mentions[i]
		return m, m.Last, !m.Possessive
	}
	k, article := t, -1
	if r.is(k, Article) || r.is(k, His) && r.begins(k) { // “Sein Sprecher wies …”
		article = k
		k++
	} else if r.elided[t] > 0 {
		article = t
	}
	head := -1
	for n := k; n < end && n < k+6 && r.word(n); n++ {
		if i := r.at[n]; i >= 0 && r.mentions[i].First == n {
			if head >= 0 && r.elided[n] > 0 { // “il presidente dell'Aifa, Roberto Monti”
				break
			}
			m = r.mentions[i]
			if m.Possessive {
				break
			}
			if head >= 0 || article >= 0 { // “der Bürgermeister Reiter”, “la Fiscalía”
				return r.agree(article, m, head)
			}
			break
		}
		if n > k && !r.l.Switch["capital-nouns"] && r.capital(n-1) && !r.capital(n) && head < 0 { // “La Russia accusa”: a verb, whatever noun it is too
			break
		}
		if (r.is(n, RoleName|BodyName|TitleName) || r.genitive && r.is(n, PaperName)) && !(r.is(n, Adjective) && r.is(n+1, RoleName|BodyName)) {
			head = n
			if i := r.after(n + 1); i >= 0 && r.mentions[i].First < end && !r.genitiveName(r.mentions[i]) || r.l.Switch["compounds"] && r.is(n+1, RoleName|TitleName) {
				continue
			}
			break
		}
		if r.is(n, Says|Expresses|Helps|Verb|Opens|Before|So|According|Spoken|Article) && !r.is(n, Adjective) {
			break
		}
		if !r.l.Switch["capital-nouns"] && r.loose && article >= 0 && head < 0 && r.w[n].Kinds&^PaperName == 0 && !r.capital(n) && n <= article+2 { // “dijo la mujer”
			head = n
			break
		}
		if r.l.Switch["capital-nouns"] && r.capital(n) && head < 0 {
			if i := r.after(n + 1); i >= 0 && article >= 0 && r.entities[r.mentions[i].Entity].Kind == people.Person { // “der Seismologe Claus Fleischer”
				continue
			}
			if article < 0 || !r.loose {
				break
			}
			if r.w[n].Kinds == 0 && !r.is(n+1, RoleName) {
				head = n
				break
			}
		}
	}
	if head < 0 {
		return m, t, false
	}
	if article >= 0 && !r.suits(article, head) {
		return m, t, false
	}
	first := t
	if r.genitive && article >= 0 && r.l.Switch["case"] { // “nach Angaben der Polizei”
		first = article + 1
	}
	m = r.mention(first, head+1, head, people.Nominal)
	named, last := r.namedBehind(head+1, end)
	if named >= 0 {
		n := r.mentions[named]
		n.Confidence = 0.97
		return n, last, true
	}
	if article < 0 && !r.loose { // “die Fraktions- und Parteivorsitzenden”
		return m, t, false
	}
	r.means(&m, article)
	m.Range.End = r.d.Tokens[r.complement(head+1, end)-1].End
	return m, head + 1, true
}

// genitiveName tells a name in the genitive behind its noun: “die Gouverneurin Alaskas”.
func (r *reader) genitiveName(m people.Mention) bool {
	return m.Possessive || r.l.Switch["case"] && m.Last == m.First+1 && strings.HasSuffix(r.lower(m.First), "s") && r.entities[m.Entity].Kind != people.Person
}

// agree gives a name behind its article and role.
func (r *reader) agree(article int, m people.Mention, head int) (people.Mention, int, bool) {
	if article >= 0 && head >= 0 && !r.suits(article, head) {
		return m, article, false
	}
	if article >= 0 && head < 0 && r.is(article, Article) && r.l.Switch["case"] && !r.genitive && r.entities[m.Entity].Kind != people.Person &&
		r.w[article].Gender == lang.Male && r.acronym(m.First) {
		return m, article, false // “sagte der AFP”
	}
	return m, m.Last, true
}

// after gives the mention that begins at token t, or -1.
func (r *reader) after(t int) int {
	if t < len(r.at) && r.at[t] >= 0 && r.mentions[r.at[t]].First == t {
		return r.at[t]
	}
	return -1
}

// suits tells that an article and a noun agree: “sagte der Zeitung” is no subject.
func (r *reader) suits(article, head int) bool {
	if !r.l.Switch["case"] || r.genitive {
		return true
	}
	a, n := r.w[article].Gender, r.w[head].Gender
	if a == lang.Male && n == lang.Female {
		return false
	}
	if a == lang.Male && r.is(head, BodyName|PaperName) || a == lang.Male && n == 0 {
		low := r.lower(head)
		for _, end := range []string{"ung", "agentur", "heit", "keit", "schaft", "ion", "ei", "presse", "in", "welt", "zeit", "post"} {
			if strings.HasSuffix(low, end) && !r.is(head, RoleName) {
				return false
			}
		}
	}
	return true
}

// namedBehind gives the name that stands for the description that ends before token t: right
// behind it, behind a prepositional phrase, or behind a comma.
func (r *reader) namedBehind(t, end int) (mention, last int) {
	d := r.d
	if n := t; r.word(n) && r.is(n, And) && r.is(t-1, RoleName) { // “der Ökonom und Professor Max Kern”
		for n++; n < end && r.word(n) && r.is(n, RoleName|TitleName|Adjective) && !r.is(n, Article); {
			n++
		}
		if i := r.after(n); i >= 0 && n > t+1 && n < end && d.Tokens[n].Quote < 0 {
			return i, r.mentions[i].Last
		}
	}
	for k := t; k < end && k < t+9 && k < len(d.Tokens); k++ {
		if k = r.behindBracket(k); k >= end {
			break
		}
		if i := r.after(k); i >= 0 {
			m := r.mentions[i]
			person := r.entities[m.Entity].Kind == people.Person || len(r.words[m.Entity]) > 1 && !r.l.Switch["capital-nouns"] &&
				r.entities[m.Entity].Kind != people.Organization && !r.articled[m.Entity] && !r.is(k-1, BodyName) // “la région Grand Est”
			if r.is(k-1, RoleName) && k-1 > t && r.owned(k-1, t) { // “der Leiter auf Nachfrage der Stadträtin Ulla Kern”
				return -1, t
			}
			if k == t && r.d.Tokens[k].Quote < 0 && r.elided[k] == 0 && !r.genitiveName(m) ||
				person && r.word(k) && !r.is(k-1, Before|Article) && r.elided[k] == 0 && !m.Possessive && !r.is(k-1, Opens) {
				return i, m.Last
			}
			k = m.Last - 1
			continue
		}
		if r.mark(k, ",") {
			n := k + 1
			if r.is(n, Article) {
				n++
			}
			for n < k+4 && r.word(n) && (r.is(n, RoleName|TitleName|Adjective) || r.is(k+1, Article) && r.w[n].Kinds == 0 && !r.capital(n)) {
				n++
			}
			if i := r.after(n); i >= 0 && r.word(n) && r.entities[r.mentions[i].Entity].Kind != people.Organization {
				if m := r.mentions[i]; m.Last >= end || !d.Tokens[m.Last].Word {
					return i, m.Last
				}
			}
			return -1, t
		}
		if !r.word(k) || r.is(k, Says|Expresses|Helps|Verb|Opens|So|He) && !r.is(k, Before|Article|Adjective) &&
			!r.proper(k) { // “o prefeito de São Paulo, …”
			return -1, t
		}
	}
	return -1, t
}

// proper tells that a word of the language is part of a proper name: “región Grand Est”, “Castilla y León”.
func (r *reader) proper(k int) bool {
	return !r.l.Switch["capital-nouns"] && (r.capital(k) || r.is(k, And) && k > 0 && r.capital(k-1) && r.word(k+1) && r.capital(k+1))
}

// owned tells that a preposition or an article stands in [t, k) right before the noun at token k.
func (r *reader) owned(k, t int) bool {
	for k--; k >= t && r.word(k) && r.is(k, Adjective) && !r.is(k, Article|Before); k-- {
	}
	return k >= t && r.word(k) && r.is(k, Article|Before)
}

// complement gives the end of what belongs to a description: “Sprecher der Polizei”.
func (r *reader) complement(t, end int) int {
	if t >= end || !r.word(t) || !r.is(t, Before|Article) && r.elided[t] == 0 || r.is(t, Says|Expresses|Helps|Opens|So|According) && !r.is(t, Particle) {
		return t
	}
	if r.l.Switch["case"] && !r.is(t, Article) && !r.is(t, Particle) || !r.is(t, Particle) && !r.l.Switch["case"] && r.elided[t] == 0 {
		return t
	}
	if t+1 >= end || r.is(t+1, Indefinite) || grammar.StartsWithDigit(r.lower(t+1)) { // “o reformado de 71 anos”, “ein Landwirt von einer Kugel”
		return t
	}
	for k := t; k < end && k < t+5 && r.word(k); k++ {
		if r.is(k, Says|Expresses|Helps|Opens|Verb|So|Spoken) && !r.is(k, Before|Article) && !r.proper(k) { // “o presidente do Chega”
			return t
		}
		if k > t && !r.is(k, Before|Article|Adjective|Particle) && (r.capital(k) || !r.l.Switch["capital-nouns"]) {
			return k + 1
		}
	}
	if r.elided[t] > 0 {
		return t + 1
	}
	return t
}

func (r *reader) mention(first, last, head int, form people.Form) people.Mention {
	start := r.d.Tokens[first].Start
	return people.Mention{Range: text.Range{Start: start, End: r.d.Tokens[last-1].End}, First: first, Last: last, Head: head, Form: form, Entity: -1,
		Confidence: 0.9}
}

// means gives a description the person whose role it is, named last before it.
func (r *reader) means(m *people.Mention, article int) {
	noun := r.lower(m.Head)
	indefinite := article >= 0 && r.is(article, Indefinite)       // “ein Sprecher”
	if indefinite || r.is(m.Head, Kin) && r.is(m.Head, Generic) { // “la jeune femme” is not “sa femme”
		return
	}
	low := r.mentionFrom(m.First)
	seen := map[int]bool{}
	for k := low - 1; k >= 0 && k >= low-60; k-- {
		e := r.mentions[k].Entity
		if e < 0 || seen[e] {
			continue
		}
		seen[e] = true
		if r.fits(m.Head, e) && r.hasRole(e, noun) {
			m.Entity, m.Confidence = e, 0.9
			return
		}
	}
	for k := low; k < len(r.mentions) && k < low+8 && !r.is(m.Head, Generic); k++ { // who is named only behind
		if e := r.mentions[k].Entity; e >= 0 && !seen[e] && r.fits(m.Head, e) && r.hasRole(e, noun) {
			m.Entity, m.Confidence = e, 0.85
			return
		}
	}
}

// fits tells that the gender of a noun does not contradict a person's.
func (r *reader) fits(t, e int) bool {
	g, have := r.w[t].Gender, r.entities[e].Gender
	return g == 0 || have == 0 || g == lang.Either || have == lang.Either || g == have
}

// hasRole tells that what the article calls somebody has a noun in it, by itself or at the end
// of a compound.
func (r *reader) hasRole(e int, noun string) bool {
	for word := range strings.FieldsSeq(r.roles[e]) {
		word = strings.Trim(word, ",;.()")
		if i := strings.LastIndexAny(word, "'’"); i >= 0 && i+1 < len(word) {
			word = strings.TrimLeft(word[i:], "'’")
		}
		if word == noun || len(noun) > 4 && r.l.Switch["compounds"] && strings.HasSuffix(word, noun) {
			return true
		}
	}
	return false
}

// mentionFrom is the first mention at token t or behind it.
func (r *reader) mentionFrom(t int) int {
	lo, hi := 0, len(r.mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; r.mentions[mid].First < t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
