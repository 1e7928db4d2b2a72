package reading

import (
	"keypoints/wasm/internal/people"
)

// beforeMark finds who is named right before a parenthesis or, behind a comma, right before a colon:
// “… so Vogt, der Leiter Ali Nasser („…“) und, aus Oslo, Jens Holm: „…“”.
func (r *reader) beforeMark(t, from int) (m people.Mention, ok bool) {
	if !r.mark(t, "(:") || t-1 < from || r.at[t-1] < 0 {
		return m, false
	}
	m = r.mentions[r.at[t-1]]
	if m.Last != t || m.Possessive || r.entities[m.Entity].Kind != people.Person {
		return m, false
	}
	if r.mark(t, "(") {
		return m, true
	}
	k := m.First - 1
	for k > from && r.word(k) && r.is(k, Article|Adjective|RoleName|TitleName) {
		k--
	}
	return m, k > from && (r.mark(k, ",") || r.is(k, And) && r.mark(k-1, ","))
}

// label reads a line without a reporting verb before a colon: “Trump su Meloni: «…»”.
func (r *reader) label(first, end int) attribution {
	from := r.clause(first, end)
	if m, ok := r.view(from, end); ok {
		return attribution{way: wayColon, m: m, cue: -1}
	}
	if r.is(from, His) && r.word(from) && end-from <= 6 { // “Seine Begründung: …”
		m := r.mention(from, from+1, from, people.Pronoun)
		m.Confidence = 0.8
		r.resolve(&m, r.d.Tokens[from].Sentence)
		return attribution{way: wayAround, m: m, cue: -1}
	}
	m, _, ok := r.first(from, end)
	if !ok {
		return nobody
	}
	k := m.First - 1
	for k > from && r.word(k) && r.w[k].Kinds == 0 && !r.capital(k) {
		k--
	}
	// “Il caso Sala: «…»”, not “L'osservatrice svedese Lindqvist: «…»”
	if m.Form == people.Name && k < m.First-1 && k >= from && !r.is(k, RoleName|TitleName|BodyName) {
		return nobody
	}
	r.resolve(&m, r.d.Tokens[first].Sentence)
	if m.Entity < 0 {
		return nobody
	}
	return attribution{way: wayColon, m: m, cue: -1}
}

// view reads a source in whose view something is: “Para Vidal, “…””.
func (r *reader) view(from, end int) (m people.Mention, ok bool) {
	if !r.is(from, View) || !r.word(from) {
		return m, false
	}
	m, last, ok := r.phraseAt(from+1, end)
	for ok && last < end && r.d.Tokens[last].Start < m.Range.End { // “Desde la comisión de investigación …”
		last++
	}
	if !ok || m.Form == people.Pronoun || !r.mark(last, ",") && m.Form != people.Name && last != end {
		return m, false
	}
	if _, behind := r.roleBehind(last); behind > last { // “Para la economista Ana Prado, profesora en Vigo, el caso …”
		last = behind
	}
	// “Desde la oposición, el portavoz Emilio Yáñez …”, but “Pour Lacaze, la majorité « tue le commerce »”
	if _, to, other := r.first(last, end); other && (to < end || r.d.Tokens[end].Quote < 0) {
		return m, false
	}
	r.resolve(&m, r.d.Tokens[from].Sentence)
	return m, m.Entity >= 0
}
