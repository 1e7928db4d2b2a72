package reading

import (
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// incise finds who speaks by words of the writer's inside the marks: « Nous partons, explique la
// maire Anne Petit. Le pont est fermé. », «Il mondo - ha detto Biden - ha perso un leader».
func (r *reader) incise(q int) attribution {
	d := r.d
	s := d.Quoted[q]
	r.inside = q
	defer func() { r.inside = -1 }()
	for t := s.First + 2; t < s.Last-1; t++ {
		dash := r.mark(t, "-–—")
		if !dash && !r.mark(t, ",") || !r.word(t+1) {
			continue
		}
		v, ok := r.cueAt(t+1, s.Last-1)
		if !ok || v.according || r.is(v.first, Speaking) {
			continue
		}
		if !r.inciseSpeaker(&v, s.Last-1) {
			continue
		}
		end := v.end
		for end < s.Last-1 && !r.mark(end, ".,!?;-–—") && end < v.end+12 {
			end++
		}
		if dash && !r.mark(end, "-–—") || end-t > 24 || end < s.Last-1 && !r.mark(end, ".,-–—;") {
			continue
		}
		if v.m.Form == people.Name {
			r.besides(v.m)
		}
		r.inside = -1
		r.says = true
		r.resolve(&v.m, d.Tokens[s.First].Sentence)
		r.says = false
		if v.m.Entity < 0 {
			return nobody
		}
		a := attribution{way: wayIncise, m: v.m, cue: v.first, cueEnd: end}
		if one := text.Trimmed(d.Text, text.Range{Start: s.Inner.Start, End: d.Tokens[t].Start}); one.End > one.Start {
			a.parts = append(a.parts, one)
		}
		if end < s.Last-1 {
			if two := text.Trimmed(d.Text, text.Range{Start: d.Tokens[end].End, End: s.Inner.End}); two.End > two.Start {
				a.parts = append(a.parts, two)
			}
		}
		return a
	}
	return nobody
}

// inciseSpeaker finds the subject right behind the verb of an incise.
func (r *reader) inciseSpeaker(v *voice, end int) bool {
	if r.clitic[v.first].Kinds != 0 {
		return r.speaker(v, v.first, end)
	}
	for k := v.last; k < end && k <= v.last+1; k++ {
		var ok bool
		if v.m, v.end, ok = r.phraseAt(k, end); ok {
			return true
		}
	}
	return false
}
