package reading

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// names finds the names of the document: first those of two words and more and those behind a
// title or a role, then the single words that are parts of them or stand where names do.
func (r *reader) names() {
	var single [][2]int
	for t := 0; t < len(r.d.Tokens); {
		first, last := r.run(t)
		if last <= first || r.initial(first, last) || last == first+1 && r.demonym(first) {
			t = max(t+1, last)
			continue
		}
		if r.l.Switch["capital-nouns"] {
			first, last = r.trim(first, last)
		}
		// “den Züchter Arno Pfaff”
		if r.l.Switch["capital-nouns"] && last-first > 2 && r.is(first-1, Article|Before) && r.l.Given(r.lower(first)) == 0 && r.recurs(last-1) {
			first = last - 2
		}
		titled := r.is(first-1, TitleName|RoleName) && r.d.Tokens[first-1].Quote == r.d.Tokens[first].Quote
		if r.full(first, last, titled) {
			r.name(first, last)
		} else {
			single = append(single, [2]int{first, last})
		}
		t = last
	}
	for _, s := range single {
		if r.lone(s[0], s[1]) {
			r.name(s[0], s[1])
		}
	}
	sort.Slice(r.mentions, func(i, j int) bool { return r.mentions[i].First < r.mentions[j].First })
	r.cover()
	for i := range r.mentions {
		r.role(i)
	}
}

// trim takes nouns off the ends of a run of capitals, in a language whose nouns have them:
// “Plattform Temu”, “Guido Steinberg Bezug”.
func (r *reader) trim(first, last int) (int, int) {
	given := r.l.Given(r.lower(first)) != 0
	for last-first > 1 && !given && r.stands[r.d.Tokens[first].ID].noun {
		first++
		given = r.l.Given(r.lower(first)) != 0
	}
	if given && last-first == 3 && r.l.Given(r.lower(first+1)) == 0 && !r.is(first+1, Particle) {
		if s := r.stands[r.d.Tokens[first+1].ID]; s.alone[0] >= 0 && !r.recurs(last-1) { // “Steinberg” stands alone, “Bezug” never
			last--
		}
	}
	return first, last
}

// cover fills at.
func (r *reader) cover() {
	for i, m := range r.mentions {
		for t := m.First; t < m.Last; t++ {
			r.at[t] = i
		}
	}
}

// run gives the tokens from t on that have capitals, with the particles between them, without
// the titles and roles that begin it.
func (r *reader) run(t int) (first, last int) {
	d := r.d
	if !d.Tokens[t].Word || !r.capital(t) {
		return t, t
	}
	last = t + 1
	for last < len(d.Tokens) && d.Tokens[last].Quote == d.Tokens[t].Quote && d.Tokens[last].Sentence == d.Tokens[t].Sentence && d.Tokens[last].Word && last-t < 8 {
		if r.elided[last] > 0 && !d.Tokens[last].Capital && r.l.words[d.Tokens[last].Lower[:r.elided[last]]].Kinds&(Before|Particle) == Before { // “Fusaro dell'Usb”
			break
		}
		if r.second(t, last) { // “il sindaco di Milano Letizia Moratti”
			break
		}
		if r.capital(last) && (!r.dropped(last) || r.suffix(t, last) ||
			r.capital(last-1) && (r.l.Given(r.lower(last-1)) != 0 && r.w[last].Kinds&NotName == 0 ||
				!r.l.Switch["capital-nouns"] && r.w[last].Kinds&NotName != 0 && r.elided[last] == 0 && !r.dropped(last-1))) || d.Tokens[last].Lower == "&" {
			last++
			continue
		}
		end := last
		for end < last+3 && r.is(end, Particle) && r.word(end) {
			end++
		}
		if r.l.Switch["verb-second"] && last > t+1 && r.l.Given(r.lower(last-1)) == 0 { // “Michal Kadlec von Bayer”
			break
		}
		if end > last && !r.joins(t, last) {
			break
		}
		if end == last || end >= len(d.Tokens) || !d.Tokens[end].Word || !d.Tokens[end].Capital || r.dropped(end) || r.elided[last] > 0 {
			break
		}
		last = end + 1
	}
	first = t
	for first < last && (r.dropped(first) || r.opening(first) && r.w[first].Kinds != 0) {
		first++
	}
	for first < last && r.is(first, Particle) && !r.capital(first) {
		first++
	}
	return first, last
}

// suffix tells that token t goes on with the name that begins at first: “Arnaldo Busato Filho”.
func (r *reader) suffix(first, t int) bool {
	return t > first+1 && r.is(t, Kin) && !r.l.Switch["capital-nouns"]
}

// joins tells that the particle behind tokens [first, last) of a name goes on with it: behind a given name,
// a title or a body. “Stato da Trump” is no name.
func (r *reader) joins(first, last int) bool {
	if !r.is(last, Before) || r.is(first-1, TitleName|RoleName|BodyName|Says) || r.capital(last) || r.is(last+1, Particle) && !r.is(last+1, Before|Article) {
		return true
	}
	for t := first; t < last; t++ {
		if r.l.Given(r.lower(t)) != 0 || r.is(t, BodyName|TitleName|RoleName) {
			return true
		}
	}
	return false
}

// second tells that another name begins at token t of the run from first on: a given name behind
// words that are none.
func (r *reader) second(first, t int) bool {
	d := r.d
	return r.capital(t) && r.l.Given(r.lower(t)) != 0 && t+1 < len(d.Tokens) && d.Tokens[t+1].Word && r.capital(t+1) && !r.dropped(t+1) &&
		d.Tokens[t+1].Sentence == d.Tokens[t].Sentence &&
		r.l.Given(r.lower(first)) == 0 && r.l.Given(r.lower(t-1)) == 0 && !r.is(t-1, Particle)
}

// dropped tells a word with a capital that is no part of a name.
func (r *reader) dropped(t int) bool {
	if strings.ContainsAny(r.lower(t), "/@#") { // “Vogt/dpa”
		return true
	}
	k := r.w[t].Kinds
	// “zegt Van Oosten”, “Van der Veen”
	if k&Particle != 0 && r.capital(t) && !r.begins(t) && t+1 < len(r.d.Tokens) && r.d.Tokens[t+1].Word && (r.capital(t+1) || r.is(t+1, Particle)) {
		return false
	}
	// “Van Doesel-Prins”
	if _, second, double := strings.Cut(r.cut(t, t+1), "-"); double && !r.l.Switch["capital-nouns"] && r.l.words[r.lower(t)].Kinds == 0 &&
		unicode.IsUpper([]rune(second + "0")[0]) {
		return false
	}
	if k&NotName != 0 || !unicode.IsLetter([]rune(r.lower(t) + "0")[0]) {
		return true
	}
	// “Regina Solari”
	if k&(TitleName|RoleName) != 0 && r.capital(t) && r.l.Given(r.lower(t)) != 0 && !r.is(t-1, Article) && t+1 < len(r.d.Tokens) &&
		r.d.Tokens[t+1].Word && r.capital(t+1) && r.l.Given(r.lower(t+1)) == 0 {
		return false
	}
	if k&(TitleName|RoleName|BodyName|PaperName|WorkName) != 0 {
		return r.l.Switch["capital-nouns"] || k&(TitleName|RoleName) != 0
	}
	return false
}

// opening tells that token t begins a sentence or a quotation, where words have capitals that
// are no names, and is a word of the language or never written with a capital elsewhere.
func (r *reader) opening(t int) bool {
	if !r.begins(t) {
		return false
	}
	if r.w[t].Kinds != 0 || r.elided[t] > 0 {
		return true
	}
	return lang.GivenGender(r.lower(t)) == 0
}

func (r *reader) begins(t int) bool {
	d := r.d
	if t == 0 || d.Tokens[t].Sentence != d.Tokens[t-1].Sentence || d.Tokens[t].Quote != d.Tokens[t-1].Quote {
		return true
	}
	switch d.Tokens[t-1].Lower {
	case ":", "„", "“", "”", "«", "»", "\"", "'", "‘", "’", "-", "–", "—", "¿", "¡", "(", ".", "!", "?", "…":
		return true
	}
	return false
}

// full tells that a run of two or more words is a name.
func (r *reader) full(first, last int, titled bool) bool {
	if r.acronym(first) && last == first+1 {
		return false
	}
	given := r.l.Given(r.lower(first)) != 0
	if last-first == 1 {
		return titled && !given || titled && !r.l.Switch["capital-nouns"]
	}
	if !r.l.Switch["capital-nouns"] || given || titled {
		return true
	}
	// Two nouns in a row without an article: “Yotam Ophir”, but “der Deutsche Bundestag”.
	for t := first; t < last; t++ {
		if r.w[t].Kinds&^Particle != 0 {
			return false
		}
	}
	if r.is(first-1, Article|Adjective|Before) {
		return false
	}
	if from, to := r.roleBehind(last); to > from {
		return true
	}
	if r.mark(first-1, ",") && r.mark(last, ",.") { // “der Trainer der Frankfurter, Michael Skibbe,”
		return true
	}
	return r.is(first-1, Says) || r.is(last, Says) || r.recurs(last-1)
}

// acronym tells that a word is all capitals: "SPD".
func (r *reader) acronym(t int) bool {
	s := r.cut(t, t+1)
	n := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n > 1
}

// lone tells that a single word is a name: a part of one that the text gives in full, or a
// capital inside a sentence of a language in which only names have one.
func (r *reader) lone(first, last int) bool {
	word := r.lower(first)
	if first < r.dateline(first) {
		return false
	}
	// “de Zweedse waarnemer”, but “La Russia accusa”
	if r.is(first-1, Article) && r.word(first+1) && !r.capital(first+1) && r.l.Switch["verb-second"] &&
		(r.is(first+1, RoleName|BodyName) || r.w[first+1].Kinds == 0) {
		return false
	}
	if len(r.byName[word]) > 0 || r.acronym(first) {
		return true
	}
	if r.l.Switch["capital-nouns"] {
		return strings.HasSuffix(word, "s") && len(r.byName[word[:len(word)-1]]) > 0 // “Vogts Anwalt”
	}
	return !r.begins(first) || r.l.Given(word) != 0
}

// demonym tells an adjective as a noun, which has a capital in French: “le jeune Malien”.
func (r *reader) demonym(t int) bool {
	return r.is(t, Adjective) && r.word(t-1) && r.is(t-1, Article|Adjective) && !r.l.Switch["capital-nouns"]
}

// dateline gives the token behind the dateline of token t's sentence, where that begins with one, “(ANSA) - ROMA, 14 MAR -”,
// or its first.
func (r *reader) dateline(t int) int {
	from := r.d.Sentences[r.d.Tokens[t].Sentence].First
	behind := from
	for k := from; k < len(r.d.Tokens) && k < from+12 && r.d.Tokens[k].Quote < 0; k++ {
		if k > from && r.mark(k, "-–—") {
			behind = k + 1
		} else if r.word(k) && !r.acronym(k) && !grammar.StartsWithDigit(r.lower(k)) {
			break
		}
	}
	return behind
}

// initial tells that tokens [first, last) are the first letter of a name, that a paragraph's
// end, or a sentence's, parted from the rest: “disse il deputato A.”
func (r *reader) initial(first, last int) bool {
	return last == first+1 && utf8.RuneCountInString(strings.TrimSuffix(r.cut(first, last), ".")) == 1
}

// name enters the mention of a name.
func (r *reader) name(first, last int) {
	m := people.Mention{Range: text.Range{Start: r.start(first), End: r.d.Tokens[last-1].End}, First: first, Last: last, Head: last - 1,
		Form: people.Name, Confidence: 1}
	m.Entity = r.entity(first, last)
	if last == first+1 {
		m.Entity = r.nearest(m.Entity, first)
	} else {
		for t := first; t < last; t++ {
			w := r.lower(t)
			r.wholes[w] = append(r.wholes[w], whole{first, m.Entity})
		}
	}
	if r.is(first-1, Article) && r.word(first) || r.elided[first] > 0 {
		r.articled[m.Entity] = true
	}
	if r.l.Switch["capital-nouns"] && last == first+1 && !strings.EqualFold(r.entities[m.Entity].Name, r.cut(first, last)) {
		w := r.lower(first)
		m.Possessive = strings.HasSuffix(w, "s") && len(r.byName[w]) == 0
	}
	r.mentions = append(r.mentions, m)
}
