package reading

import (
	"sort"

	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// attribution is how a quoted stretch came to its speaker.
type attribution struct {
	way    way
	m      people.Mention
	cue    int // token of the reporting word, or -1
	cueEnd int
	split  bool         // goes on with the stretch before
	parts  []text.Range // where an incise interrupts it
}

// way is a way to a speaker.
type way int

// The ways, surest first.
const (
	unknown   way = iota
	wayBehind     // „…“, sagte Müller
	wayIncise     // « …, dit Martin, … »
	wayColon      // Müller sagte: „…“; Müller: „…“
	wayBefore     // Müller sagte, dass „…“
	wayAccording
	wayLate    // Das sei „…“ gewesen, sagte Müller
	wayRunning // „…“, sagte Müller. „…“
	wayAround  // Müller ist dagegen. „…“
	waySubject // Müller will „…“
	wayFar
	wayNext // the whole of the next paragraph
)

// attribute gives each quoted stretch its speaker.
func (r *reader) attribute() {
	r.found = make([]attribution, len(r.d.Quoted))
	for q := range r.d.Quoted {
		r.found[q] = r.beside(q)
	}
	for q := range r.d.Quoted {
		if r.found[q].way == unknown {
			r.found[q] = r.around(q)
		}
	}
}

var nobody = attribution{cue: -1, m: people.Mention{Entity: -1}}

// beside finds the speaker in the sentence of stretch q.
func (r *reader) beside(q int) attribution {
	if a := r.behindOf(q); a.way != unknown {
		if a.m.Form == people.Pronoun && a.m.Head == a.cue && r.mark(r.d.Quoted[q].First-1, ":") { // “Più cauto Landi: «…», osserva”
			if b := r.beforeOf(q); b.way == wayColon {
				return b
			}
		}
		return a
	}
	if r.l.Switch["incise-inside"] {
		if a := r.incise(q); a.way != unknown {
			return a
		}
	}
	if a := r.beforeOf(q); a.way != unknown {
		return a
	}
	return r.lateOf(q)
}

// lateOf finds who says the whole sentence at its end: “Das sei „längst bekannt“ gewesen, sagte
// Müller.”
func (r *reader) lateOf(q int) attribution {
	d := r.d
	s := d.Sentences[d.Tokens[d.Quoted[q].First].Sentence]
	for i := r.voiceFrom(d.Quoted[q].Last); i < len(r.voices) && r.voices[i].first < s.Last; i++ {
		if v := r.voices[i]; v.behind && (v.says || v.according) && (r.mark(v.first-1, ",") || r.afterQuotation(v.first)) {
			return attribution{way: wayLate, m: v.m, cue: v.first, cueEnd: v.end}
		}
	}
	return nobody
}

// behindOf finds a voice right behind stretch q.
func (r *reader) behindOf(q int) attribution {
	d := r.d
	last := d.Quoted[q].Last
	_, end := r.paragraph(d.Quoted[q].First)
	t := last
	for t < end && t < last+2 && r.mark(t, ",-–—") {
		t++
	}
	if t >= end || !r.word(t) || r.capital(t) && t == last && !r.l.Switch["says-capital"] {
		return nobody
	}
	i := r.voiceFrom(t)
	if i == len(r.voices) || r.voices[i].first > t+5 {
		return nobody
	}
	v := r.voices[i]
	if v.first >= end || v.dropped && v.first > t+1 || r.is(v.first, Speaking) {
		return nobody
	}
	for k := t; k < v.first; k++ {
		if !r.word(k) || r.is(k, Opens) && !r.is(k, Skipped|He|Article) || r.is(k, Says|Expresses|Verb) && !r.is(k, Helps|Skipped) {
			return nobody
		}
	}
	if v.m.First >= t && v.m.First < v.first && (v.m.First > t+1 || r.l.Switch["verb-second"] && !v.according) {
		return nobody // another clause: „…“, Vizekanzler Vogt strich …
	}
	if v.m.First < d.Quoted[q].First && !v.dropped && !r.is(v.first, Behind) {
		return nobody // the subject of the sentence before the quotation
	}
	a := attribution{way: wayBehind, m: v.m, cue: v.first, cueEnd: v.end}
	if v.according {
		a.way = wayAccording
	}
	return a
}

// beforeOf finds the voice, the according-to or the label before stretch q in its sentence.
func (r *reader) beforeOf(q int) attribution {
	d := r.d
	s := d.Quoted[q]
	sentence := d.Sentences[d.Tokens[s.First].Sentence]
	colon := r.mark(s.First-1, ":")
	if m, ok := r.beforeMark(s.First-1, sentence.First); ok {
		return attribution{way: wayColon, m: m, cue: -1}
	}
	if i := r.voiceFrom(s.First) - 1; i >= 0 && r.voices[i].first >= sentence.First {
		v := r.voices[i]
		if v.behind && r.afterQuotation(v.first) && !v.according && !colon && q > 0 && d.Quoted[q-1].Last <= v.first && r.closed(v.end, s.First) {
			a := r.found[q-1] // „…“, sagte Müller, „…“
			a.split = r.mark(s.First-1, ",") || !r.word(s.First-1)
			return a
		}
		if !r.crossed(v.last, s.First) {
			a := attribution{way: wayBefore, m: v.m, cue: v.first, cueEnd: v.end}
			switch {
			case v.according:
				a.way = wayAccording
			case colon:
				a.way = wayColon
			}
			return a
		}
	}
	if m, ok := r.view(sentence.First, s.First); ok {
		return attribution{way: wayAccording, m: m, cue: -1}
	}
	if colon {
		return r.label(sentence.First, s.First-1)
	}
	if r.mark(s.First-1, "-–—") && s.First-2 >= sentence.First {
		if m, last, ok := r.phraseAt(s.First-2, s.First-1); ok && last == s.First-1 { // Lula - "…"
			return attribution{way: wayColon, m: m, cue: -1}
		}
	}
	return nobody
}

// closed tells that no clause begins in [t, end).
func (r *reader) closed(t, end int) bool {
	for k := t; k < end; k++ {
		if r.is(k, Says|Expresses|Verb|Helps) && r.word(k) && !r.is(k, Before|Article|Skipped|Opens) {
			return false
		}
	}
	return true
}

// crossed tells that a semicolon stands in [t, end).
func (r *reader) crossed(t, end int) bool {
	for k := t; k < end; k++ {
		if r.mark(k, ";") {
			return true
		}
	}
	return false
}

// voiceFrom is the first voice at token t or behind it.
func (r *reader) voiceFrom(t int) int {
	return sort.Search(len(r.voices), func(i int) bool { return r.voices[i].first >= t })
}

// alone tells that a sentence has no words of the writer's.
func (r *reader) alone(q int) bool {
	s := r.d.Sentences[r.d.Tokens[r.d.Quoted[q].First].Sentence]
	for t := r.dateline(s.First); t < s.Last; t++ {
		if r.d.Tokens[t].Quote < 0 && r.d.Tokens[t].Word {
			return false
		}
	}
	return true
}

// around finds the speaker of a stretch whose sentence names none.
func (r *reader) around(q int) attribution {
	d := r.d
	s := d.Quoted[q]
	sentence := d.Tokens[s.First].Sentence
	alone := r.alone(q)
	from := func(a attribution, w way) attribution {
		a.way, a.split, a.parts, a.cue = max(w, a.way), false, nil, -1
		return a
	}
	if q > 0 && r.found[q-1].way != unknown && d.Quoted[q-1].Paragraph == s.Paragraph {
		gap := sentence - d.Tokens[d.Quoted[q-1].Last-1].Sentence
		if alone && gap <= 1 {
			return from(r.found[q-1], wayRunning)
		}
	}
	if q > 0 && r.found[q-1].way != unknown && d.Quoted[q-1].Continues && d.Quoted[q-1].Paragraph == s.Paragraph-1 {
		return from(r.found[q-1], wayRunning)
	}
	// Who speaks in the sentence before, or whom it is about.
	if !alone { // Müller will „…“
		sen := d.Sentences[sentence]
		if m, _, ok := r.first(r.clause(sen.First, s.First), s.First); ok {
			r.resolve(&m, sentence)
			if m.Entity >= 0 {
				a := attribution{way: waySubject, m: m, cue: -1}
				if m.Form == people.Pronoun && q > 0 && r.found[q-1].way != unknown && r.found[q-1].m.Entity == m.Entity && d.Quoted[q-1].Paragraph == s.Paragraph {
					a.way = wayNext
				} else if m.Form == people.Name && r.entities[m.Entity].Kind == people.Person && r.l.Switch["verb-second"] {
					a.way = wayFar // “Merkel will „…“”
				}
				return a
			}
		}
	}
	if !alone && r.is(d.Sentences[sentence].First, View) { // “Per l'agenzia è «…»”: somebody else's view
		return nobody
	}
	if sentence > 0 && d.Sentences[sentence-1].Paragraph == s.Paragraph {
		if e := r.subject[sentence-1]; e >= 0 {
			w := wayAround
			if !alone && !r.speaks(e, sentence-1) {
				w = waySubject
			}
			return from(attribution{m: r.as(e, sentence-1)}, w)
		}
	}
	if alone { // „…“ Dat zegt Smit.
		if n := sentence + 1; n < len(d.Sentences) && d.Sentences[n].Paragraph == s.Paragraph {
			if i := r.voiceFrom(d.Sentences[n].First); i < len(r.voices) && r.voices[i].sentence == n && r.voices[i].says {
				return from(attribution{m: r.voices[i].m}, wayAround)
			}
		}
		if q > 0 && r.found[q-1].way != unknown && d.Quoted[q-1].Paragraph == s.Paragraph-1 && d.Tokens[d.Quoted[q-1].Last-1].Sentence == sentence-1 {
			return from(r.found[q-1], wayNext)
		}
		if q > 0 && r.found[q-1].way != unknown && d.Quoted[q-1].Paragraph >= s.Paragraph-1 {
			return from(r.found[q-1], wayFar)
		}
		if sentence > 0 && r.subject[sentence-1] >= 0 {
			return from(attribution{m: r.as(r.subject[sentence-1], sentence-1)}, wayFar)
		}
	}
	return nobody
}

// speaks tells that an entity says something in a sentence, by a verb that hardly does
// anything else.
func (r *reader) speaks(e, sentence int) bool {
	for i := r.voiceFrom(r.d.Sentences[sentence].First); i < len(r.voices) && r.voices[i].sentence == sentence; i++ {
		if r.voices[i].m.Entity == e && (r.voices[i].says || r.voices[i].according) {
			return true
		}
	}
	return false
}

// as gives the mention of an entity in a sentence, or its last before.
func (r *reader) as(e, sentence int) people.Mention {
	i := r.mentionFrom(r.d.Sentences[sentence].Last)
	for k := i - 1; k >= 0; k-- {
		if r.mentions[k].Entity == e {
			return r.mentions[k]
		}
	}
	for _, v := range r.voices {
		if v.m.Entity == e {
			return v.m
		}
	}
	return people.Mention{Entity: e, Form: people.Pronoun, First: -1}
}
