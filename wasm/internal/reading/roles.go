package reading

import (
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// longestRole is how many words of a role the card shows at most.
const longestRole = 12

// role reads what stands beside a name: the role before it (“Bürgermeister Reiter”, “le
// ministre de la Défense Didier Reynders”) or behind its comma (“Eva Roth, Sprecherin der
// Polizei,”).
func (r *reader) role(i int) {
	if m := r.mentions[i]; m.Entity >= 0 && r.d.Tokens[m.First].Quote < 0 {
		r.besides(m)
	}
}

// besides reads the role of a mention.
func (r *reader) besides(m people.Mention) {
	if e := &r.entities[m.Entity]; e.Kind == people.Unknown && r.behindAge(m.Last) > m.Last { // “Amadou, 24 ans, …”
		e.Kind = people.Person
	}
	kind, last := r.entities[m.Entity].Kind, m.First
	if r.mark(last-1, ",") {
		last--
	}
	last = r.bracket(last-1) + 1
	// “le ministre russe de la Défense, Andreï Belooussov, …”
	apposed := kind == people.Unknown && m.Last > m.First+1 && r.mark(m.First-1, ",") && r.mark(m.Last, ",")
	if first := r.roleBefore(m.First, kind == people.Person || apposed); first < m.First {
		r.holds(m.Entity, first, last)
	}
	if first, last := r.roleBehind(m.Last); last > first {
		r.holds(m.Entity, first, last)
	}
}

// holds enters the role of tokens [first, last) for an entity.
func (r *reader) holds(e, first, last int) {
	whole := first
	oblique := r.l.Switch["case"] && (r.is(first-1, Before) || r.is(first, Before)) // “mit dem ukrainischen Präsidenten”
	for first < last && (r.is(first, Article|His|Before) && !r.is(first, RoleName) || r.is(first, Adjective) && !r.is(first, RoleName) && r.w[first].Gender != 0) {
		r.gender(e, first)
		first++
	}
	// “Hydrologin Dr. Silvia Bertram”
	for last > first && (!r.d.Tokens[last-1].Word || last > first+1 && r.is(last-1, TitleName) && !r.is(last-1, RoleName)) {
		last--
	}
	if first >= last {
		return
	}
	for first > whole && r.is(first-1, Adjective) && !r.is(first-1, His) && !r.capital(first-1) && r.l.Switch["case"] && !oblique { // “der neue Präsident”
		first--
	}
	office := false
	for t := first; t < last; t++ {
		if r.is(t, RoleName|TitleName) {
			r.gender(e, t)
			office = office || r.is(t, RoleName) && !r.is(t, Kin|TitleName)
		}
	}
	ent := &r.entities[e]
	if ent.Kind == people.Unknown {
		ent.Kind = people.Person
	}
	words := r.cut(first, last)
	r.roles[e] += " " + strings.ToLower(words)
	if r.l.Switch["case"] {
		head := first
		for head < last-1 && !r.is(head, RoleName) {
			head++
		}
		switch low := r.lower(head); {
		case strings.HasSuffix(low, "en") || r.is(last-2, And) && strings.HasSuffix(r.lower(last-1), "en") || oblique && strings.HasSuffix(low, "n") && !strings.HasSuffix(low, "in") ||
			oblique && strings.HasSuffix(low, "s"):
			office = false // “mit dem Präsidenten”, “des Jägers”
		case oblique && r.is(first, Adjective) && strings.HasSuffix(r.lower(first), "en"):
			office = false // “den früheren Bürgermeister”
		case !oblique && whole < first && r.is(whole, Article) && !r.is(whole, His) && !r.capital(first): // “der ukrainische Präsident”
			words = r.d.Tokens[whole].Lower + r.d.Text[r.d.Tokens[whole].End:r.d.Tokens[last-1].End]
		}
	}
	if ent.Role == "" && office && last-first <= longestRole {
		ent.Role = words
	}
}

// gender takes the gender that a word tells for an entity.
func (r *reader) gender(e, t int) {
	if g := r.w[t].Gender; (g == lang.Male || g == lang.Female) && (r.entities[e].Gender == 0 || r.entities[e].Gender == lang.Either) {
		r.entities[e].Gender = g
	}
}

// roleBefore gives the first token of the role that stands right before a name, or the name's
// own first token.
func (r *reader) roleBefore(name int, person bool) int {
	if r.elided[name] > 0 { // “i soldati dell'Ossezia”
		return name
	}
	t := name - 1
	if low := r.lower(name); r.l.Switch["case"] && strings.HasSuffix(low, "s") && len(r.wholes[low]) == 0 && !(r.word(name+1) && r.capital(name+1)) {
		k := t
		for k > 0 && r.word(k) && (r.is(k, RoleName|Adjective) && !r.is(k, Article) || !r.capital(k) && r.w[k].Kinds == 0) {
			k--
		}
		if k < t && r.word(k) && r.is(k, Article) { // “die Gouverneurin Alaskas”
			return name
		}
	}
	if r.mark(t, ",") && (r.word(t-1) || r.mark(t-1, ")")) { // “der Minister, Jens Vogt,”
		t--
	}
	first, head := name, -1
	for k := t; k >= 0 && k > t-7 && r.d.Tokens[k].Sentence == r.d.Tokens[name].Sentence; k-- {
		if k = r.bracket(k); k < 0 || !r.word(k) {
			break
		}
		if head < 0 && (r.qualifies(k, t < name-1) || person && k < name-1 && r.proper(k) && !r.is(k, RoleName|TitleName)) {
			continue
		}
		if r.is(k, RoleName|TitleName) {
			head, first = k, k
			continue
		}
		if head >= 0 {
			// “le porte-parole du président, Berik Uali”, not “do réu ao juiz Sérgio Mota” or “a prévenu le maire, Luc Aubin,”
			if (r.is(k, And) || r.is(k, Particle) && r.is(k, Before)) && r.word(k-1) && r.is(k-1, RoleName) {
				k--
				first = k
				continue
			}
			if r.is(k, Adjective) || r.is(k, Article) || r.capital(k) && r.at[k] < 0 && !r.is(k, Before|Opens|Says|Expresses|Skipped|Helps) &&
				r.l.Switch["capital-nouns"] && r.belongs(k) {
				first = k
				if !r.is(k, Article) {
					continue
				}
				if t < name-1 && k > 1 && r.is(k-1, Particle) && r.word(k-1) && !r.l.Switch["capital-nouns"] { // “la fille de la victime, Solenn”
					if !r.is(k-2, RoleName) {
						return name
					}
					k -= 2
					first = k
					continue
				}
				break
			}
			break
		}
		if r.is(k, Article) && k < t && !r.is(k-1, Before) && !r.l.Switch["case"] && !r.is(k, Particle|Before) { // “define al rival Bruno”
			break
		}
		if !person && (!r.is(k, Adjective) || r.is(k, Article|Before)) || r.is(k, Says|Expresses|Helps|Opens|Verb|So|According) && !r.is(k, Before|Article) && !(k < t && r.at[k] >= 0) || k == t && r.is(k, Before|Article) && !r.is(k, Adjective) {
			break
		}
	}
	if head < 0 || r.heard(first, head, name-1) {
		return name
	}
	return first
}

// heard tells that the noun for people at token head, with words up to t behind it, is whom somebody speaks to, and not he who
// is named next: “davanti al gip di Lecce Mario Tasca …”, “a los periodistas en Ginebra Ana Prado”.
func (r *reader) heard(first, head, t int) bool {
	if head == t || first == 0 {
		return false
	}
	if r.is(first-1, Facing) || r.is(first-2, Facing) && r.is(first-1, Before) {
		return true
	}
	return r.word(t) && (r.is(first-1, Before) || r.is(first, Before)) && r.is(head+1, Before) && (!r.is(head+1, Particle|View) || r.many(head)) && !r.l.Switch["case"]
}

// bracket gives the token before the bracket that ends with token k, or k: “le maire (PS) de Vannes”.
func (r *reader) bracket(k int) int {
	for n := k - 1; r.mark(k, ")") && n > 0 && n > k-5; n-- {
		if r.mark(n, "(") {
			return n - 1
		}
	}
	return k
}

// qualifies tells a noun for people that is none here: behind a noun that it says something of, “la cheffe de
// file écologiste”, or in the name of a body, “Ordem dos Médicos”, or whom a body is of, where the name stands in
// apposition, “la présidente de l'association des riverains, Odile Ferrand”.
func (r *reader) qualifies(k int, apposed bool) bool {
	if r.l.Switch["capital-nouns"] || !r.is(k, RoleName) || k < 2 || !r.word(k-1) || r.elided[k] > 0 {
		return false
	}
	return r.is(k, Adjective) && r.w[k-1].Kinds == 0 && !r.capital(k-1) || r.is(k-1, Before|Particle) && r.word(k-2) && r.is(k-2, BodyName) && (apposed || r.capital(k-2))
}

// belongs tells that a word with a capital belongs to the role behind it: “Hamburgs Polizeipräsident”,
// “Zermatter Gemeindepräsidentin”, not “zitiert das Handelsblatt Verlagschefin Weimert”.
func (r *reader) belongs(t int) bool {
	low := r.lower(t)
	return strings.HasSuffix(low, "s") || strings.HasSuffix(low, "er") && r.w[t].Kinds == 0 || r.is(t, RoleName|TitleName)
}

// roleBehind gives the tokens of the role that stands behind a name's comma.
func (r *reader) roleBehind(t int) (first, last int) {
	d := r.d
	t = r.behindAge(r.behindBracket(t)) // “Eva Roth (SPD), …”
	if !r.mark(t, ",") || !r.word(t+1) {
		return t, t
	}
	first, head := t+1, -1
	for last = first; last < len(d.Tokens) && last < first+longestRole+2 && r.word(last); last++ {
		if head < 0 && r.is(last, RoleName) {
			head = last
		} else if head >= 0 && r.is(last, Before) && r.is(last+1, Indefinite) { // “Paul Rey, responsable de la police | dans une déclaration”
			return first, last
		} else if head >= 0 && r.is(last, And) { // “économiste et directeur d'études”
			continue
		} else if head < 0 && (last > first+3 || r.is(last, Before|Opens|Says|Expresses|Helps|Verb) && !r.is(last, Article|Adjective)) {
			return t, t
		}
		if r.is(last, Says|Expresses|Helps|Verb|Opens) && !r.is(last, Before|Article|RoleName) && !r.capital(last) {
			return t, t
		}
	}
	if head < 0 || last < len(d.Tokens) && (d.Tokens[last].Word || d.Tokens[last].Quote >= 0 && d.Tokens[first].Quote < 0) {
		return t, t
	}
	return first, last
}

// behindBracket gives the token behind the bracket that opens with token t, or t.
func (r *reader) behindBracket(t int) int {
	for k := t + 1; r.mark(t, "(") && k < len(r.d.Tokens) && k <= t+8; k++ {
		if r.mark(k, ")") {
			return k + 1
		}
	}
	return t
}

// behindAge gives the comma behind an age that token t's comma opens, or t: “Marie Vidal, 34 ans,
// infirmière”, “Juan Pardo, de 45 años, abogado”.
func (r *reader) behindAge(t int) int {
	k := t + 1
	if r.word(k) && r.is(k, Before) {
		k++
	}
	if !r.mark(t, ",") || k >= len(r.d.Tokens) || len(r.lower(k)) != 2 || !grammar.StartsWithDigit(r.lower(k)) {
		return t
	}
	if k++; r.word(k) {
		k++
	}
	if r.mark(k, ",") {
		return k
	}
	return t
}
