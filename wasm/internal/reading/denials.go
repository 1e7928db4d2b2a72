package reading

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// denials finds the sentences in which a source says that something is not so, and those in
// which one will not comment. A cue of the language's list proposes; it counts where nobody
// negates it, and where somebody is known whose words or whose act it is.
func (r *reader) denials() (f denial.Found) {
	for i, s := range r.d.Sentences {
		if s.Last-s.First > longestSentence {
			continue
		}
		if n, ok := r.silent(i); ok {
			f.NoComments = append(f.NoComments, n)
			continue
		}
		if !r.l.Switch["denials"] {
			continue
		}
		if p, ok := r.denial(i); ok {
			f.Denials = append(f.Denials, p)
		}
	}
	for i := range f.Denials {
		for k := range f.Denials[:i] {
			if f.Denials[k].Entity == f.Denials[i].Entity && f.Denials[i].Claim == nil {
				f.Denials[i].Repeat = true
			}
		}
	}
	return f
}

// silent finds a source who will not comment, in sentence i.
func (r *reader) silent(i int) (n denial.NoComment, ok bool) {
	s := r.d.Sentences[i]
	for t := s.First; t < s.Last; t++ {
		if r.d.Tokens[t].Quote >= 0 {
			continue
		}
		for c := range r.l.Silent {
			if _, found := r.match(&r.l.Silent[c], t, s.Last); !found {
				continue
			}
			if m, _, known := r.first(s.First, s.Last); known {
				n.Who = r.d.Cut(m.Range)
			}
			n.Range = s.Range
			return n, true
		}
	}
	return n, false
}

// denial finds the surest denial of sentence i.
func (r *reader) denial(i int) (best denial.Passage, ok bool) {
	s := r.d.Sentences[i]
	for t := s.First; t < s.Last; t++ {
		for c := range r.l.Cues {
			cue := &r.l.Cues[c]
			if cue.Percent <= int(best.Confidence*100) {
				continue
			}
			last, found := r.match(cue, t, s.Last)
			if !found || r.question(t, s.Last) || cue.Frame == FrameAnswer && !r.accused(i) || cue.said() && r.exclaimed(t, last, s.Last) {
				continue
			}
			m, said, known := r.denier(cue, t, last, i)
			if !known {
				continue
			}
			p := denial.Passage{Range: s.Range, Kind: cue.Kind, Frame: string(cue.Frame), Entity: m.Entity, Quotation: -1}
			p.Cue = text.Range{Start: r.d.Tokens[t].Start, End: r.d.Tokens[last-1].End}
			p.Denier = r.source(m)
			if p.Denier == nil {
				continue
			}
			if !cue.said() {
				p.Claim = r.claim(cue, m, t, last, s.Last)
			}
			if c := p.Claim; c != nil && m.First >= 0 && m.First > t && m.Range.Start < c.End && c.Start < m.Range.End { // “dementierte das Unternehmen”
				p.Claim = nil
			}
			if said >= 0 { // the passage holds who says it
				end := r.d.Sentences[said].Range
				p.Start, p.End = min(p.Start, end.Start), max(p.End, end.End)
			}
			p.Confidence = float64(cue.Percent) / 100
			p.WithoutClaim = p.Confidence
			best, ok = p, true
		}
	}
	return best, ok
}

// question tells that a sentence asks.
func (r *reader) question(t, end int) bool {
	return r.d.Tokens[t].Quote < 0 && r.mark(end-1, "?")
}

// said tells a cue among the words of the source.
func (c *Cue) said() bool { return c.Frame == FrameWords || c.Frame == FrameAnswer }

// exclaimed tells words of joy, or of anger: “Das ist nicht wahr, wir haben gewonnen!”
func (r *reader) exclaimed(t, last, end int) bool {
	d := r.d
	for k := last; k < end && d.Tokens[k].Quote == d.Tokens[t].Quote; k++ {
		if !d.Tokens[k].Word && strings.Contains("!.?", d.Tokens[k].Lower) {
			return d.Tokens[k].Lower == "!"
		}
	}
	return false
}

// accusing is how many sentences before what somebody answers the accusation may stand.
const accusing = 3

// accused tells that sentence i, or one of those before it, says that somebody is accused.
func (r *reader) accused(i int) bool {
	d := r.d
	for t := d.Sentences[max(0, i-accusing)].First; t < d.Sentences[i].Last; t++ {
		if d.Tokens[t].Quote < 0 && r.is(t, Accused) {
			return true
		}
	}
	return false
}

// source describes a denier as the card does, or gives nil.
func (r *reader) source(m people.Mention) *card.Source {
	if m.Entity < 0 {
		return nil
	}
	e := r.entities[m.Entity]
	source := &card.Source{Name: e.Name, Role: e.Role, Mention: e.Name}
	if m.First >= 0 && m.Last > m.First {
		source.Mention = r.d.Cut(m.Range)
	}
	return source
}

// leastDenier is how sure it must be whom a mention means who denies.
const leastDenier = 0.75

// denier finds who denies: whose words the cue is among, who is said to say them, or the subject
// of its verb. said is another sentence in which that stands, or -1.
func (r *reader) denier(cue *Cue, t, last, i int) (m people.Mention, said int, ok bool) {
	d := r.d
	if q := d.Tokens[t].Quote; q >= 0 {
		if !cue.said() || d.Tokens[last-1].Quote != q || !r.quotation(q, r.found[q]) {
			return m, -1, false
		}
		a := r.found[q]
		if a.way == unknown || a.way == waySubject || a.way == wayFar || a.m.Entity < 0 {
			return m, -1, false
		}
		return a.m, -1, true
	}
	s := d.Sentences[i]
	if cue.said() { // reported: “Das sei falsch, sagte Müller”
		for v := r.voiceFrom(s.First); v < len(r.voices) && r.voices[v].sentence == i; v++ {
			if voice := r.voices[v]; voice.m.Entity >= 0 && (voice.says || voice.according || voice.behind && r.mark(voice.first-1, ",")) &&
				voice.m.Confidence >= leastDenier {
				return voice.m, -1, true
			}
		}
		if n := i + 1; n < len(d.Sentences) && d.Sentences[n].Paragraph == s.Paragraph { // “Daar klopt niets van. Dat zegt Smit”
			if v := r.voiceFrom(d.Sentences[n].First); v < len(r.voices) && r.voices[v].first == d.Sentences[n].First+1 && r.voices[v].behind &&
				r.voices[v].says && r.voices[v].m.Entity >= 0 {
				return r.voices[v].m, n, true
			}
		}
		return m, -1, false
	}
	if r.denied(t, last) {
		return m, -1, false
	}
	if cue.Kind == "negate" { // “ha risposto di non aver lanciato accuse”
		for k := r.voiceFrom(t) - 1; k >= 0 && r.voices[k].first >= s.First; k-- {
			if voice := r.voices[k]; voice.m.Entity >= 0 && voice.m.Confidence >= leastDenier {
				return voice.m, -1, true
			}
		}
		return m, -1, false
	}
	v := voice{first: t, last: t + 1, sentence: i, says: true}
	for k := t - 1; k >= s.First && k >= t-longestSplit && (r.word(k) || d.Tokens[k].Quote >= 0); k-- { // “hat … zurückgewiesen”
		if r.is(k, Helps) && (r.l.Switch["split-verbs"] || k >= t-3) {
			v.first = k
			break
		}
		if !r.l.Switch["split-verbs"] && !r.is(k, Skipped) {
			break
		}
	}
	if !r.speaker(&v, s.First, s.Last) {
		return m, -1, false
	}
	if v.m.Confidence < leastDenier || v.m.Entity < 0 || r.entities[v.m.Entity].Kind == people.Unknown && v.m.Form != people.Name {
		return m, -1, false
	}
	return v.m, -1, true
}

// denied tells that a negation stands right before or behind the cue: “does not deny”.
func (r *reader) denied(t, last int) bool {
	for k := t - 1; k >= 0 && k >= t-3 && r.word(k); k-- {
		if r.is(k, Not) {
			return true
		}
		if !r.is(k, Helps|Skipped) {
			break
		}
	}
	return last < len(r.d.Tokens) && r.is(last, Not) && r.word(last) && r.l.Switch["verb-second"]
}

// match matches a cue's pattern at token t and gives the token behind it.
func (r *reader) match(c *Cue, t, end int) (last int, ok bool) {
	if len(c.Steps) == 0 || c.Steps[0].Words != nil && !c.Steps[0].Optional && !c.Steps[0].Is(r.lower(t)) {
		return t, false
	}
	return r.steps(c.Steps, t, end, r.d.Tokens[t].Quote)
}

func (r *reader) steps(steps []Step, t, end, quote int) (last int, ok bool) {
	if len(steps) == 0 {
		return t, true
	}
	s := &steps[0]
	if s.Gap > 0 {
		for k := t; k <= t+s.Gap && k < end; k++ {
			if last, ok = r.steps(steps[1:], k, end, quote); ok {
				return last, true
			}
			if b := r.behindBracket(k); s.Time && b > k {
				k = b - 1
				continue
			}
			if s.Time && !r.is(k, timely) {
				return t, false
			}
			if strings.Contains(".;!?:", r.d.Tokens[k].Lower) && !r.d.Tokens[k].Word {
				return t, false
			}
		}
		return t, false
	}
	is := t < end && s.Is(r.lower(t))
	switch {
	case s.Not:
		if is {
			return t, false
		}
		return r.steps(steps[1:], t, end, quote)
	case is:
		if last, ok = r.steps(steps[1:], t+1, end, quote); ok {
			return last, true
		}
	}
	if s.Optional {
		return r.steps(steps[1:], t, end, quote)
	}
	return t, false
}
