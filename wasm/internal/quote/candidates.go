package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// A candidate is somebody who may have said a quotation.
type candidate struct {
	entity int // -1 for nobody
	a      Attribution
	x      [features]float32
}

// reach bounds how far a quotation's candidates are looked for, in voices and
// mentions before and behind it, so that the time is linear in the article.
const (
	voicesBefore, voicesBehind     = 24, 10
	mentionsBefore, mentionsBehind = 60, 20
	mentionsInside                 = 12
	mostCandidates                 = 40
)

// place is where a quotation stands.
type place struct {
	q                   int
	first, last         int // tokens of the stretch
	sentence, paragraph int
	isAlone             bool
}

// gather gives the candidates of stretch q, nobody first. Its picks and those of
// the stretches around it are in f.found.
func (f *finder) gather(q int, pick Attribution) []candidate {
	d := f.d
	s := d.Quoted[q]
	p := place{q, s.First, s.Last, d.Tokens[s.First].Sentence, s.Paragraph, f.alone(q)}
	g := &gathering{finder: f, place: p, list: f.list[:0]}
	g.nobody(pick)
	g.pick(pick)
	g.voices()
	g.mentions()
	g.neighbours()
	g.identities()
	g.antecedents(pick.Mention)
	g.described(pick.Mention)
	f.list = g.list
	return g.list
}

// gathering is the search for one quotation's candidates.
type gathering struct {
	*finder
	place
	list []candidate
}

// of gives the candidate of a mention, a new one if need be, or nil where nobody
// can tell who it is.
func (g *gathering) of(m people.Mention) *candidate {
	if m.Entity < 0 {
		return nil
	}
	for i := range g.list {
		if g.list[i].entity == m.Entity {
			return &g.list[i]
		}
	}
	if len(g.list) >= mostCandidates {
		return nil
	}
	g.list = append(g.list, candidate{entity: m.Entity, a: Attribution{Mention: m, Entity: m.Entity, CueToken: -1}})
	return &g.list[len(g.list)-1]
}

// set raises a feature of a candidate to a value.
func (g *gathering) set(c *candidate, id feature, value float64) {
	if c == nil {
		return
	}
	if v := float32(value); v > c.x[id] {
		c.x[id] = v
	}
	if g.isAlone && id >= firstAround && id <= lastAround {
		if v := float32(value); v > c.x[id+aloneShift] {
			c.x[id+aloneShift] = v
		}
	}
}

func (g *gathering) nobody(pick Attribution) {
	g.list = append(g.list, candidate{entity: -1, a: nobody})
	c := &g.list[0]
	g.set(c, nobodySpeaks, 1)
	if pick.Rule == None {
		g.set(c, nobodyUnpicked, 1)
	}
	if g.words(g.q) < 7 {
		g.set(c, nobodyShort, 1)
	}
}

// pick enters what the rules say.
func (g *gathering) pick(a Attribution) {
	if a.Rule == None {
		return
	}
	c := g.of(a.Mention)
	if c == nil {
		return
	}
	c.a = a
	g.set(c, picked, 1)
	g.set(c, ruleFirst+feature(a.Rule), 1)
	switch {
	case a.Mention.Form == people.Pronoun:
		g.set(c, pickedPronoun, 1)
		g.set(c, pickedDoubt, 1-a.Mention.Confidence)
	case a.Mention.Form == people.Nominal:
		g.set(c, pickedDescribed, 1)
		if a.Mention.Confidence != people.Described {
			g.set(c, pickedDoubt, 1-a.Mention.Confidence)
			g.set(c, pickedNamed, 1)
		} else if !g.s.Speaks(a.Mention) {
			g.set(c, pickedUnfit, 1)
		}
	}
}

// voices enters who speaks by a verb of the writer's around the quotation.
func (g *gathering) voices() {
	d := g.d
	at := g.voiceFrom(g.first)
	lastInParagraph, lastBack := -1, -1
	for k := at - 1; k >= 0 && k >= at-voicesBefore; k-- {
		v := &g.spoken[k]
		sentence := d.Tokens[v.Verb].Sentence
		back := g.paragraph - d.Sentences[sentence].Paragraph
		if back > 1 {
			break
		}
		c := g.of(v.Speaker)
		if c == nil {
			continue
		}
		g.cue(c, v)
		switch {
		case sentence == g.sentence:
			near := 1 / (1 + float64(g.first-v.Verb-1)/6)
			g.set(c, sayBefore+feature(v.Class-lang.Say), near)
			if g.first-v.Verb <= 3 {
				g.set(c, besideBefore, 1)
			}
			if d.Tokens[g.first-1].Lower == ":" {
				g.set(c, colonBefore, 1)
			}
			if d.Tokens[max(v.Verb, v.Speaker.Last)].Lower == "," && g.q > 0 && d.Quoted[g.q-1].Last >= min(v.Verb, v.Speaker.First)-2 {
				g.set(c, aroundSplit, 1)
			}
		case back == 0:
			g.set(c, sameParagraph, weightOf(v.Class)/(1+float64(g.sentence-sentence-1)/2))
			if lastInParagraph < 0 {
				lastInParagraph = k
				g.set(c, sameParagraphLast, weightOf(v.Class))
			}
		default:
			g.set(c, backParagraph, weightOf(v.Class))
			if lastBack < 0 {
				lastBack = k
				g.set(c, backParagraphLast, weightOf(v.Class))
			}
		}
	}
	found := false
	for k := g.voiceFrom(g.last); k < len(g.spoken) && k < at+voicesBehind; k++ {
		v := &g.spoken[k]
		sentence := d.Tokens[v.Verb].Sentence
		ahead := d.Sentences[sentence].Paragraph - g.paragraph
		if ahead > 1 {
			break
		}
		c := g.of(v.Speaker)
		if c == nil {
			continue
		}
		switch {
		case sentence == g.sentence:
			g.cue(c, v)
			start := min(v.Verb, v.Speaker.First)
			near := 1 / (1 + float64(max(0, start-g.last))/4)
			g.set(c, sayBehind+feature(v.Class-lang.Say), near)
			if v.Behind {
				g.set(c, invertedBehind, near)
			}
			if !found {
				g.set(c, nearestBehind, 1)
				found = true
			}
		case ahead == 0:
			g.set(c, laterParagraph, weightOf(v.Class)/(1+float64(sentence-g.sentence-1)/2))
		default:
			g.set(c, nextParagraph, weightOf(v.Class))
		}
	}
}

// weightOf is how much a verb of a class counts that stands far off.
func weightOf(c lang.VerbClass) float64 {
	switch c {
	case lang.Say:
		return 1
	case lang.Express:
		return 0.8
	}
	return 0.4
}

// voiceFrom is the first voice at token t or behind it.
func (g *gathering) voiceFrom(t int) int {
	lo, hi := 0, len(g.spoken)
	for lo < hi {
		if mid := (lo + hi) / 2; g.spoken[mid].Verb < t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// cue notes the verb beside which a candidate stands, where no rule has one.
func (g *gathering) cue(c *candidate, v *people.Voice) {
	if c.a.Rule == None && c.a.CueToken < 0 {
		c.a.Mention, c.a.CueToken = v.Speaker, v.Verb
		c.a.Cue = g.d.Cut(g.d.Tokens[v.Verb].Range)
	}
}
