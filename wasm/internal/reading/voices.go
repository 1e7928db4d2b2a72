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
	// “nach Angaben der Polizei”
	case k&Before != 0 && r.is(t+1, Angle) && r.word(t+1) && t+2 < end &&
		(r.is(t+2, Particle|Article) || r.l.Switch["case"] && r.is(t+2, Before) || r.elided[t+2] > 0):
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
	if k == 0 && r.closing(t) { // “…”, pruttelde Rosa Mol
		m, _, found := r.phraseAt(t+1, end)
		return v, found && (m.Form == people.Name && r.person(m.Entity) || m.Form == people.Nominal && r.is(m.Head, RoleName))
	}
	return v, false
}

// closing tells that token t stands behind a quotation and its comma.
func (r *reader) closing(t int) bool {
	return t > 1 && r.mark(t-1, ",") && r.d.Tokens[t-2].Quote >= 0 && r.d.Tokens[t].Quote < 0
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
				r.alive(v)
				if v.m.Entity >= 0 && (r.afterQuotation(v.first) || v.behind && r.mark(v.first-1, ",")) {
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

// alive takes a name that speaks for a person's, unless an article stands before it.
func (r *reader) alive(v voice) {
	if e := v.m.Entity; e >= 0 && v.m.Form == people.Name && (v.says || v.according) && r.entities[e].Kind == people.Unknown && !r.articled[e] {
		r.entities[e].Kind = people.Person
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
		r.genitive, r.loose = !r.is(v.first, So), true
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
	if v.m.Form == people.Pronoun && r.several(v) { // “Nach der Festnahme plädierten sie …”: nobody alone
		v.m.Confidence = 0
		return true
	}
	r.says = v.behind && r.afterQuotation(v.first)
	r.resolve(&v.m, v.sentence)
	r.says = false
	return true
}

// several tells that the pronoun, or the verb that has none, means several.
func (r *reader) several(v *voice) bool {
	if r.is(v.m.Head, He) && r.w[v.m.Head].Gender == lang.Either || r.clitic[v.m.Head].Gender == lang.Either { // “poursuivent-ils”
		return true
	}
	verb := r.lower(v.first)
	for _, end := range r.l.they {
		if len(verb) >= len(end)+2 && strings.HasSuffix(verb, end) && !v.according {
			return true
		}
	}
	return false
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
