package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// late finds an attribution at the end of a sentence that goes on after the
// quotation: “The risk is real” since the vote, said Lee; “We can't begin” until
// the border is safe, he said.
func (f *finder) late(q int) Attribution {
	d := f.d
	_, last := f.bounds(q)
	stretch := d.Quoted[q]
	for t := stretch.Last; t+1 < last; t++ {
		if d.Tokens[t].Lower != "," {
			continue
		}
		if f.says(t+1) && d.Tokens[t+1].Verb.Lemma != lang.Tell { // “, said Lee”
			if m, ok := f.s.SubjectAfter(t + 1); ok {
				return f.by(Late, m, t+1)
			}
		}
		if m, ok := f.s.PhraseAt(t + 1); ok { // “, Lee said.”
			v := m.Last
			for v < last && f.s.Adverb(v) {
				v++
			}
			if v < last && f.says(v) && f.closes(v+1, last) {
				return f.by(Late, m, v)
			}
		}
	}
	return nobody
}

// says tells a verb of saying with a tense: "said", "tells".
func (f *finder) says(t int) bool { return f.d.Tokens[t].Verb.Class == lang.Say && f.s.Finite(t) }

// closes tells that an attribution ends its sentence at token t: a full stop, a
// preposition (“said in an interview”), a time, another quotation.
func (f *finder) closes(t, last int) bool {
	if t >= last {
		return true
	}
	tok := f.d.Tokens[t]
	return !tok.Word || tok.Quote >= 0 || tok.Is(lang.Preposition) || tok.Is(lang.Calendar) || f.s.Adverb(t)
}

// bounds are the tokens of a stretch's sentence. A stretch of several
// paragraphs' sentences counts with the sentence it begins in.
func (f *finder) bounds(q int) (first, last int) {
	s := f.d.Sentences[f.d.Tokens[f.d.Quoted[q].First].Sentence]
	return s.First, s.Last
}

// after finds an attribution behind the quotation, unless a verb before it is surer: Lee said
// it is “very bad for us,” Ruiz laughed.
func (f *finder) after(q int) Attribution {
	a := f.rightAfter(q)
	if a.Rule == After && !f.begins(q) {
		that := f.d.Tokens[f.d.Quoted[q].First-1].Is(lang.That)
		if b := f.before(q); b.Rule == Before && (that || f.d.Tokens[a.CueToken].Verb.Class == lang.Weak && f.d.Tokens[b.CueToken].Verb.Class == lang.Say) {
			return b
		}
	}
	return a
}

// rightAfter looks behind the quotation: “…,” Lee said; “…,” said Lee; “…,” Lee, a
// farmer, told reporters; “…,” according to Lee.
func (f *finder) rightAfter(q int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	_, last := f.bounds(q)
	t := stretch.Last
	end := stretch.Last - 2
	for end > stretch.First && isMark(d.Tokens[end].Lower) { // “‘Come home,’” Lee said
		end--
	}
	comma := end >= 0 && endsClause(d.Tokens[end].Lower)
	if t < last && stretch.First > 0 && isDash(d.Tokens[t].Lower) && isDash(d.Tokens[stretch.First-1].Lower) {
		return nobody // Lee asked how – “where is it?” – and workers who heard her said
	}
	for t < last && (d.Tokens[t].Lower == "," || d.Tokens[t].Lower == "—" || d.Tokens[t].Lower == "–" || d.Tokens[t].Lower == "-") {
		comma = true
		t++
	}
	if t >= last {
		return nobody
	}
	tok := d.Tokens[t]
	if t+2 < last && f.s.AccordingTo(t) {
		if m, ok := f.s.PhraseAt(t + 2); ok {
			return f.by(AccordingTo, m, t)
		}
	}
	if tok.Lower == lang.As && comma { // as Lee put it
		if v := f.nextCue(t+1, min(last, t+longestAside)); v >= 0 {
			if m, ok := f.leader(t+1, v); ok { // as Lee, a lecturer in Perth, puts it
				return f.by(After, m, v)
			}
			if m, ok := f.s.Subject(v); ok && m.First > t { // as the host Ann Lee said
				return f.by(After, m, v)
			}
		}
	}
	if !comma {
		// He was “ready to go” said Lee: hardly ever without the comma.
		if v, verb := tok.Reports(); !(verb && v.Class == lang.Say && v.Form != lang.Base) {
			return nobody
		}
	}
	// “…,” said Lee; “…,” later wrote Lee
	v := t
	for v < last && v < t+2 && f.s.Adverb(v) {
		v++
	}
	if v < last {
		if verb, ok := d.Tokens[v].Reports(); ok && (verb.Form == lang.Past || verb.Form == lang.Third) && !d.Tokens[v].Capital {
			if m, ok := f.s.SubjectAfter(v); ok && d.Tokens[v].Verb.Lemma != lang.Tell {
				return f.by(Inverted, m, v)
			}
		}
	}
	// “…,” Lee said; “…,” Lee, a farmer from Ohio, told reporters
	if v = f.nextCue(t, min(last, t+40)); v < 0 {
		return nobody
	}
	m, ok := f.s.Subject(v)
	if name, led := f.leader(t, v); led {
		return f.by(After, name, v)
	}
	if !ok || m.First < t {
		return nobody
	}
	// Between the quotation and its speaker stands nothing but an adverb or a
	// role; else another clause has begun.
	if m.First-t > 8 || f.s.Among(t, m.First, lang.Conjunction) {
		return nobody
	}
	return f.by(After, m, v)
}

// leader gives the person named right behind a quotation, at token t, where nothing but
// what he is stands between him and the verb at v: “…,” Lee, head of GMP, a firm in Tarn
// told the Echo.
func (f *finder) leader(t, v int) (people.Mention, bool) {
	m, ok := f.s.PhraseAt(t)
	if !ok || m.Form != people.Name || m.Possessive || m.Entity < 0 || m.Last >= v {
		return m, false
	}
	return m, f.d.Tokens[m.Last].Lower == ","
}

// longestAside is how many tokens "as Lee, a lecturer at the naval school, put it" has at most.
const longestAside = 30

// isMark tells a quotation mark.
func isMark(w string) bool {
	switch w {
	case "\"", "'", "“", "”", "‘", "’", "''", "«", "»":
		return true
	}
	return false
}

// endsClause tells a mark inside a quotation's end that lets “he said” follow.
func endsClause(mark string) bool {
	switch mark {
	case ",", "?", "!", "…", "—", "–", "-", ".":
		return true
	}
	return false
}

// nextCue is the first verb in [t, last) that can report and whose form is
// finite, or -1. A surer verb within the next few words wins: “Lee, charged
// with fraud, said”.
func (f *finder) nextCue(t, last int) int {
	best, bestClass := -1, lang.Weak+1
	for k := t; k < last; k++ {
		tok := f.d.Tokens[k]
		if tok.Quote >= 0 || tok.Lower == ";" || tok.Lower == ":" {
			break
		}
		v, ok := tok.Reports()
		if !ok || tok.Capital || v.Form == lang.Gerund || f.s.NounForm(k) || v.Form == lang.Base && !f.s.PluralBefore(k) || f.s.Passive(k) {
			continue
		}
		if v.Class < bestClass {
			best, bestClass = k, v.Class
			if v.Class == lang.Say {
				break
			}
		}
	}
	return best
}
