package reading

import (
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// claim gives what a cue denies: the clause that a conjunction opens behind it, what the charge
// beside it is of, or the words up to the clause's end; nil where they name no claim. m is the
// denier.
func (r *reader) claim(cue *Cue, m people.Mention, t, last, end int) *text.Range {
	switch {
	case r.is(last-1, That) && r.word(last-1): // the cue ends with it
		return r.clauseAt(last, end)
	case last-1 > t && r.is(last-1, Perfect): // “negó este lunes haber …”
		return r.clauseAt(last-1, end)
	}
	if from, stop := r.content(t, last, end); stop > 0 {
		return r.phrase(from, stop)
	} else if from > 0 {
		return r.clauseAt(from, end)
	}
	from := t + 1
	for from < last && r.is(from, Skipped|Spoken|Helps|Speaking) {
		from++
	}
	for n := from; n < end && n < last+8; n++ { // “die Vorwürfe zurück, dass …”
		if r.is(n, That) && r.word(n) && n >= last {
			return r.clauseAt(n+1, end)
		}
		if n >= last && !r.mark(n, ",") && !r.is(n, Charge|Article|Adjective|Skipped|Helps|Spoken) {
			break
		}
	}
	if cue.Frame == FrameNone {
		if r.l.Switch["verb-second"] && r.mark(last, ",") && r.dependent(last+1, end) { // “stritt ab, Geld genommen zu haben”, “zurückgewiesen, er habe …”
			return r.clauseAt(last+1, end)
		}
		return nil
	}
	if n := r.adjunct(from, end); n > from {
		return r.clauseAt(n, end)
	}
	if n := r.pastTime(from, end); r.is(n, That) && r.word(n) { // “desmentiu na terça-feira que …”
		return r.clauseAt(n+1, end)
	} else if r.is(n, Perfect) || n > from && n >= last && r.mark(n, ",") && r.l.Switch["verb-second"] { // “a démenti mardi avoir …”, “bestritt am Montag, …”
		if !r.word(n) {
			n++
			if r.is(n, That) {
				n++
			}
		}
		return r.clauseAt(n, end)
	} else if n > from {
		from = n
	}
	if first := r.beforeParticiple(m, t, last); first >= 0 {
		return r.phrase(first, t)
	}
	if r.mark(from, ",") { // “bestreitet, Geld genommen zu haben”
		if !r.l.Switch["verb-second"] {
			return nil
		}
		return r.clauseAt(from+1, end)
	}
	if r.is(from, And) {
		return nil
	}
	stop := from
	for stop < end && stop < from+longestClaim && !r.mark(stop, ".;!?:,") && !(r.word(stop) && r.is(stop, And) && stop > from) {
		stop++
	}
	return r.phrase(from, stop)
}

// longestClaim is how many tokens a claim has at most.
const longestClaim = 40

// clauseAt gives the clause that begins with token from.
func (r *reader) clauseAt(from, end int) *text.Range {
	stop := from
	for stop < end && stop < from+longestClaim && !r.mark(stop, ".;!?:") {
		if r.mark(stop, ",") && (r.is(from, Perfect) || r.ends(stop, end)) ||
			r.word(stop) && r.is(stop, And) && stop > from && stop+1 < end && r.is(stop+1, Says|Expresses) {
			break
		}
		stop++
	}
	return r.trimmed(from, stop)
}

// phrase gives a noun phrase that names a claim, or nil.
func (r *reader) phrase(from, stop int) *text.Range {
	for stop > from && r.is(stop-1, When) { // “die Tat bis zuletzt”
		stop--
	}
	if r.vague(from, stop) {
		return nil
	}
	return r.trimmed(from, stop)
}

// trimmed gives tokens [from, stop) without the marks at their end, nil where too few are left.
func (r *reader) trimmed(from, stop int) *text.Range {
	for stop > from && !r.d.Tokens[stop-1].Word && r.d.Tokens[stop-1].Quote < 0 {
		stop--
	}
	if stop-from < 2 {
		return nil
	}
	start := r.start(from)
	if w := r.l.words[r.d.Tokens[from].Lower[:r.elided[from]]]; w.Kinds&Article != 0 { // “l'enfant”
		start = r.d.Tokens[from].Start
	}
	return &text.Range{Start: start, End: r.d.Tokens[stop-1].End}
}

// timely are the words that may stand in what says when and where.
const timely = When | Skipped | Before | Article

// pastTime steps over what says when and where somebody denies: “este lunes en rueda de prensa”.
func (r *reader) pastTime(t, end int) int {
	n, comma := r.behindBracket(t), end
	for ; n < end && n < t+10 && !r.is(n, That|Perfect|Charge|Not); n++ {
		if r.mark(n, ",") && !r.l.Switch["verb-second"] { // “jeudi, dans un communiqué, que …”
			comma = min(comma, n)
		} else if b := r.behindBracket(n); b > n { // “nesta quarta-feira (12) que”
			n = b - 1
		} else if !r.word(n) || !r.is(n, timely) {
			break
		}
	}
	if r.is(n, That|Perfect) || r.mark(n, ",") {
		return n
	}
	n = min(n, comma)
	for n > t && r.is(n-1, Before|Article) && !r.is(n-1, When) {
		n--
	}
	return n
}

// adjunct gives the token behind “that”, or of the perfect infinitive, behind words that only say how somebody denies: “smentì
// a sua volta di aver …”, “desmintió "de forma categórica" que …”. It gives t where there are none.
func (r *reader) adjunct(t, end int) int {
	if t >= end || !r.is(t, Before) && r.d.Tokens[t].Quote < 0 || r.is(t, Particle) && !r.l.Switch["verb-second"] {
		return t
	}
	for n := t + 1; n < end && n < t+10 && !r.mark(n, ",;:") && !r.is(n, Says|Expresses|Charge); n++ {
		if r.is(n, Perfect) && r.word(n) {
			return n
		} else if r.is(n, That) && r.word(n) {
			return n + 1
		}
	}
	return t
}

// charge finds the noun for a charge beside a cue, or -1: within it, right behind it, or, where
// the verb stands last, before it.
func (r *reader) charge(t, last, end int) int {
	for k := t; k < min(last+4, end) && r.word(k); k++ {
		if r.is(k, Charge) {
			return k
		}
	}
	if r.l.Switch["split-verbs"] {
		for k := t - 1; k >= 0 && k > t-longestSplit && r.word(k); k-- {
			if r.is(k, Charge) {
				return k
			}
		}
	}
	return -1
}

// content finds what the charge beside a cue says: the noun phrase [from, stop) behind “about”,
// or the clause that begins with from, and stop is 0: “accusations selon lesquelles …”,
// “acusación de haber …”.
func (r *reader) content(t, last, end int) (from, stop int) {
	k := r.charge(t, last, end)
	if k < 0 {
		return 0, 0
	}
	if n := k + 1; r.is(n, About) && r.word(n) && !r.is(n+1, That) {
		limit := end
		if k < t {
			limit = t
		}
		for stop = n + 1; stop < limit && r.word(stop) && !r.is(stop, Says|Expresses|Verb|Opens|Helps); stop++ {
		}
		return n + 1, stop
	}
	for n := max(k+1, last); n < end && n < last+8; n++ {
		switch {
		case r.is(n, That|Whereby) && r.word(n):
			return n + 1, 0
		case r.is(n, Perfect) && r.word(n):
			return n, 0
		case !r.mark(n, ",") && !(r.word(n) && r.is(n, timely|Charge|Adjective|According)):
			return 0, 0
		}
	}
	return 0, 0
}

// dependent tells that the clause at token t reports what somebody is said to have done: “er habe
// Geld genommen”, “Geld genommen zu haben”.
func (r *reader) dependent(t, end int) bool {
	for ; t < end && r.word(t); t++ {
		if r.is(t, Reported|Infinitive) {
			return true
		}
	}
	return false
}

// beforeParticiple gives the first token of the object before a verb that stands last, “hat Möller
// einen Fehler bestritten”, or -1.
func (r *reader) beforeParticiple(m people.Mention, t, last int) int {
	if !r.l.Switch["split-verbs"] || r.word(last) {
		return -1
	}
	for k := t - 1; k >= 0 && k > t-longestSplit && r.word(k); k-- {
		if !r.is(k, Helps) {
			continue
		}
		from := k + 1
		if m.First > k && m.Last <= t {
			from = m.Last
		}
		if from = r.pastTime(from, t); r.is(from, Object) && from+1 < t {
			return from
		}
		return -1
	}
	return -1
}

// ends tells that a new clause of the writer's begins behind the comma at token t.
func (r *reader) ends(t, end int) bool {
	return t+1 < end && r.is(t+1, Says|Expresses|Helps|So|And|According) && r.word(t+1)
}

// vague tells words that name no claim, but only that there is one: “the accusations”.
func (r *reader) vague(from, stop int) bool {
	for t := from; t < stop; t++ {
		if r.is(t, Charge) || r.word(t) && r.is(t, Article|Adjective|Indefinite|He|Skipped|Not|Before) {
			continue
		}
		return false
	}
	return true
}
