package reading

import (
	"sort"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// quotations gives the quotations that stay, with their speakers.
func (r *reader) quotations() []quote.Quotation {
	d := r.d
	var out []quote.Quotation
	kept := make([]int, len(d.Quoted)) // where each stretch's quotation is in out, or -1
	for q, s := range d.Quoted {
		kept[q] = -1
		a := r.found[q]
		if !r.quotation(q, a) {
			continue
		}
		if a.split && q > 0 && kept[q-1] >= 0 {
			kept[q] = kept[q-1]
			out[kept[q]].Parts = append(out[kept[q]].Parts, s.Inner)
			continue
		}
		parts := a.parts
		if parts == nil {
			parts = []text.Range{s.Inner}
		}
		item := quote.Quotation{Parts: parts, First: s.First + 1, Sentence: d.Tokens[s.First].Sentence}
		item.Attribution = quote.Attribution{Entity: -1, CueToken: -1, Rule: quote.Ranked}
		r.speak(&item, a)
		kept[q] = len(out)
		out = append(out, item)
	}
	return out
}

// speak names the speaker of a quotation where he is sure enough.
func (r *reader) speak(q *quote.Quotation, a attribution) {
	if a.way == unknown || a.m.Entity < 0 || !r.l.Switch["speakers"] {
		q.Rule = quote.None
		return
	}
	q.Mention, q.CueToken = a.m, a.cue
	if a.cue >= 0 {
		q.Cue = r.d.Cut(r.d.Tokens[a.cue].Range)
	}
	q.Confidence = min(share[a.way][a.m.Form], share[a.way][a.m.Form]-(usual[a.m.Form]-a.m.Confidence)/2)
	if q.Confidence < least || q.Confidence < careful && r.l.Switch["careful"] {
		return
	}
	e := r.entities[a.m.Entity]
	if a.way >= wayAround && r.entities[a.m.Entity].Kind != people.Person {
		q.Confidence *= 0.8
		return
	}
	q.Entity = a.m.Entity
	q.Speaker = &card.Source{Name: e.Name, Role: e.Role, Mention: e.Name}
	if a.m.First >= 0 {
		q.Speaker.Mention = r.d.Cut(a.m.Range)
	}
}

// quotation tells that a stretch is somebody's words.
func (r *reader) quotation(q int, a attribution) bool {
	n, capitals, small := 0, 0, 0
	d := r.d
	s := d.Quoted[q]
	for t := s.First; t < s.Last; t++ {
		if tok := d.Tokens[t]; tok.Word {
			n += text.Words(tok.Lower) + strings.Count(tok.Lower, "-")
			if tok.Capital {
				capitals++
			} else if !r.is(t, Before|Article|Particle) {
				small++
			}
		}
	}
	if r.is(s.First-1, WorkName) && a.way != wayBehind {
		return false
	}
	if small == 0 && capitals > 1 && n < 8 && d.Tokens[min(s.First+1, s.Last-1)].Capital && a.way != wayBehind {
		return false
	}
	begins := s.First == d.Sentences[d.Tokens[s.First].Sentence].First
	switch a.way {
	case wayBehind, wayIncise:
		return n >= 4 || n >= 2 && begins
	case wayColon:
		return n >= 4 || n >= 2 && d.Tokens[min(s.First+1, s.Last-1)].Capital
	case wayBefore, wayAccording, wayRunning:
		return n >= 4
	case unknown:
		return n >= 5
	}
	return n >= 4
}

// order puts the mentions that voices made in their place.
func (r *reader) order([]quote.Quotation) {
	sort.SliceStable(r.mentions, func(i, j int) bool { return r.mentions[i].First < r.mentions[j].First })
	kept, end := r.mentions[:0], 0
	for _, m := range r.mentions {
		if m.First >= end && m.Entity >= 0 {
			kept, end = append(kept, m), m.Last
		}
	}
	r.mentions = kept
}

// least is the confidence below which a speaker is left out.
const least = 0.75

// careful is the confidence below which a speaker is left out in a language whose speakers are
// not right as often as others'.
const careful = 0.8
