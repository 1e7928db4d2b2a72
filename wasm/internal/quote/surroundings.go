package quote

import (
	"sort"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// A zone is where something stands, seen from a quotation.
type zone int

const (
	before  zone = iota // in its sentence
	behind              // in its sentence
	earlier             // in its paragraph
	later               // in its paragraph
	back                // one paragraph before
	ahead               // one paragraph behind
	zones
	outside = zones // further off
)

var zoneNames = [zones]string{before: "before", behind: "behind", earlier: "earlier in the paragraph", later: "later in the paragraph",
	back: "one paragraph before", ahead: "in the next paragraph"}

var stanceNames = [stances]string{speaks: "speaks", speaksNearest: "nearest who speaks", mentioned: "mentioned", opens: "begins a sentence",
	said: "said the nearest quotation"}

// zone tells where token t stands, and how near, from 0 to 1.
func (g *gathering) zone(t int) (zone, float64) {
	sentence := g.d.Tokens[t].Sentence
	sentences := sentence - g.sentence
	switch paragraphs := g.d.Sentences[sentence].Paragraph - g.paragraph; {
	case sentences == 0 && t < g.first:
		return before, 1 / (1 + float64(g.first-t-1)/6)
	case sentences == 0:
		return behind, 1 / (1 + float64(max(0, t-g.last))/5)
	case paragraphs == 0 && sentences < 0:
		return earlier, 1 / (1 + float64(-sentences-1)/2)
	case paragraphs == 0:
		return later, 1 / (1 + float64(sentences-1)/2)
	case paragraphs == -1:
		return back, 1
	case paragraphs == 1:
		return ahead, 1
	}
	return outside, 0
}

// outward visits the places of a list that lie before place at, the nearest first, then those
// from it on, each way until one is out of reach.
func outward(at, length, most, mostBehind int, reaches func(k int) bool) {
	for k := at - 1; k >= max(0, at-most) && reaches(k); k-- {
	}
	for k := at; k < min(length, at+mostBehind) && reaches(k); k++ {
	}
}

// voices enters who speaks by a verb of the writer's around the quotation.
func (g *gathering) voices() {
	at := sort.Search(len(g.spoken), func(k int) bool { return g.spoken[k].Verb >= g.first })
	var met [zones]bool
	outward(at, len(g.spoken), voicesBefore, voicesBehind, func(k int) bool {
		v := &g.spoken[k]
		start := v.Verb
		if v.Verb >= g.first {
			start = min(v.Verb, v.Speaker.First)
		}
		z, near := g.zone(start)
		c := g.of(v.Speaker)
		if z == outside || c == nil {
			return z != outside
		}
		if z == before || z == behind {
			g.cue(c, v)
		}
		g.set(c, in(speaks, z), weightOf(v.Class)*near)
		if !met[z] {
			met[z] = true
			g.set(c, in(speaksNearest, z), weightOf(v.Class))
		}
		return true
	})
}

// weightOf is how much a verb of a class counts.
func weightOf(c lang.VerbClass) float64 {
	switch c {
	case lang.Say:
		return 1
	case lang.Express:
		return 0.8
	}
	return 0.4
}

// cue notes the verb beside which a candidate stands, where no rule has one.
func (g *gathering) cue(c *candidate, v *people.Voice) {
	if c.a.Rule == None && c.a.CueToken < 0 {
		c.a.Mention, c.a.CueToken = v.Speaker, v.Verb
		c.a.Cue = g.d.Cut(g.d.Tokens[v.Verb].Range)
	}
}

// mentionFrom is the first mention at token t or behind it.
func (f *finder) mentionFrom(t int) int {
	return sort.Search(len(f.s.Mentions), func(k int) bool { return f.s.Mentions[k].First >= t })
}

// mentions enters who is mentioned around the quotation, and notes of those whom it mentions itself.
func (g *gathering) mentions() {
	all := g.s.Mentions
	inner, from := g.mentionFrom(g.first), g.mentionFrom(g.last)
	visit := func(k int) bool {
		m := all[k]
		z, near := g.zone(m.First)
		if m.Entity < 0 || z == outside || g.d.Tokens[m.First].Quote >= 0 {
			return z != outside
		}
		c := g.listed(m.Entity)
		if c == nil && z != ahead { // who is named in the next paragraph alone hardly spoke in this one
			c = g.of(m)
		}
		sure := m.Confidence
		if m.Possessive {
			sure *= 0.5
			if z == before {
				g.set(c, possessor, 1)
			}
		}
		g.set(c, in(mentioned, z), sure*near)
		if g.isAlone && (z == earlier || z == back) {
			g.set(c, aloneMentioned, sure)
		}
		if m.First <= g.d.Sentences[g.d.Tokens[m.First].Sentence].First+2 {
			g.set(c, in(opens, z), sure)
		}
		return true
	}
	outward(inner, len(all), mentionsBefore, 0, visit)
	for k := inner; k < min(from, inner+mentionsInside); k++ {
		if e := all[k].Entity; e >= 0 {
			g.set(g.listed(e), inside, 1)
		}
	}
	outward(from, len(all), 0, mentionsBehind, visit)
}

// neighbours enters who says the quotations before and behind.
func (g *gathering) neighbours() {
	visit := func(k int) bool {
		a := g.found[k]
		if a.Rule == None || a.Mention.Entity < 0 {
			return true
		}
		if z, _ := g.zone(g.d.Quoted[k].First); z != outside {
			g.set(g.of(a.Mention), in(said, z), 1)
		}
		return false
	}
	outward(g.q, len(g.found), 6, 0, visit)
	outward(g.q+1, len(g.found), 0, 4, visit)
}
