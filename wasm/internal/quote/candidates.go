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
	near   int // mentions nearby
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
	from, to            int // tokens of the sentence
	isAlone             bool
}

// gather gives the candidates of stretch q, nobody first. Its picks and those of
// the stretches around it are in f.found.
func (f *finder) gather(q int, pick Attribution) []candidate {
	d := f.d
	s := d.Quoted[q]
	from, to := f.bounds(q)
	p := place{q, s.First, s.Last, d.Tokens[s.First].Sentence, s.Paragraph, from, to, f.alone(q)}
	g := &gathering{finder: f, place: p, list: f.list[:0]}
	g.nobody(pick)
	g.pick(pick)
	if pick.Rule == Before || pick.Rule == FarBefore || pick.Rule == ByParticiple || pick.Rule == Subject || pick.Rule == Owner || pick.Rule == None {
		for _, try := range [...]func(int) Attribution{f.after, f.late} {
			g.other(try(q), pick)
		}
	} else if !p.isAlone {
		g.other(f.before(q), pick)
	}
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
	if g.isAlone {
		g.set(c, nobodyAlone, 1)
	}
	if pick.Rule == None {
		g.set(c, nobodyUnpicked, 1)
	}
	if !g.d.Tokens[min(g.first+1, g.last-1)].Capital {
		g.set(c, nobodyFragment, 1)
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
	if a.origin != None {
		g.set(c, ruleOrigin+feature(a.origin), 1)
	}
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

// other enters what another rule than the first would say.
func (g *gathering) other(a, pick Attribution) {
	if a.Rule == None || a.Rule == pick.Rule && a.Mention.Head == pick.Mention.Head {
		return
	}
	c := g.of(a.Mention)
	if c == nil {
		return
	}
	if c.a.Rule == None {
		c.a = a
	}
	g.set(c, otherWay, 1)
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
		if back > 2 {
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
			g.set(c, voiceDoubt, 1-v.Speaker.Confidence)
		case back == 0:
			g.set(c, sameParagraph, weightOf(v.Class)/(1+float64(g.sentence-sentence-1)/2))
			if lastInParagraph < 0 {
				lastInParagraph = k
				g.set(c, sameParagraphLast, weightOf(v.Class))
			}
		case back == 1:
			g.set(c, backParagraph, weightOf(v.Class))
			if lastBack < 0 {
				lastBack = k
				g.set(c, backParagraphLast, weightOf(v.Class))
			}
		default:
			g.set(c, back2Paragraph, weightOf(v.Class))
		}
	}
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
			if start-g.last <= 1 {
				g.set(c, besideBehind, 1)
			}
			if v.Behind {
				g.set(c, invertedBehind, near)
			}
			g.set(c, voiceDoubt, 1-v.Speaker.Confidence)
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

// mentions enters who is mentioned around the quotation.
func (g *gathering) mentions() {
	d := g.d
	all := g.s.Mentions
	at := g.mentionFrom(g.first)
	for k := at - 1; k >= 0 && k >= at-mentionsBefore; k-- {
		m := all[k]
		tok := d.Tokens[m.First]
		back := g.paragraph - d.Sentences[tok.Sentence].Paragraph
		if back > 3 {
			break
		}
		if m.Entity < 0 || tok.Quote >= 0 {
			continue
		}
		c := g.of(m)
		if c == nil {
			continue
		}
		c.near++
		sure := m.Confidence
		if m.Possessive {
			if back == 0 && tok.Sentence == g.sentence {
				g.set(c, possessor, 1)
			}
			sure *= 0.5
		}
		starts := m.First <= d.Sentences[tok.Sentence].First+2
		switch {
		case tok.Sentence == g.sentence:
			g.set(c, mentionBefore, sure/(1+float64(g.first-m.Last)/8))
			if starts {
				g.set(c, mentionStart, sure)
			}
		case back == 0:
			g.set(c, aroundMention, sure)
			if starts {
				g.set(c, aroundMentionStart, sure)
			}
		case back == 1:
			g.set(c, backMention, sure)
			if starts {
				g.set(c, backMentionStart, sure)
			}
		case back == 2:
			g.set(c, back2Mention, sure)
		default:
			g.set(c, back3Mention, sure)
		}
	}
	inside := 0
	for k := at; k < len(all) && k < at+mentionsBehind+inside; k++ {
		m := all[k]
		tok := d.Tokens[m.First]
		ahead := d.Sentences[tok.Sentence].Paragraph - g.paragraph
		if ahead > 1 {
			break
		}
		if m.Entity < 0 {
			continue
		}
		if m.First < g.last {
			if inside++; inside <= mentionsInside {
				for i := range g.list {
					if g.list[i].entity == m.Entity {
						g.set(&g.list[i], g.insideAs(inside), 1)
					}
				}
			}
			continue
		}
		if tok.Quote >= 0 {
			continue
		}
		c := g.of(m)
		if c == nil {
			continue
		}
		c.near++
		sure := m.Confidence
		if m.Possessive {
			sure *= 0.5
		}
		switch {
		case tok.Sentence == g.sentence:
			g.set(c, mentionBehind, sure/(1+float64(m.First-g.last)/6))
		case ahead == 0:
			g.set(c, laterMention, sure)
		default:
			g.set(c, nextMention, sure)
		}
	}
	for i := range g.list {
		if c := &g.list[i]; c.near > 0 {
			g.set(c, nearMentions, min(float64(c.near), 6)/6)
		}
	}
}

func (g *gathering) insideAs(n int) feature {
	if n == 1 {
		return insideFirst
	}
	return inside
}

// mentionFrom is the first mention at token t or behind it.
func (g *gathering) mentionFrom(t int) int {
	lo, hi := 0, len(g.s.Mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; g.s.Mentions[mid].First < t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// neighbours enters who says the quotations before and behind.
func (g *gathering) neighbours() {
	d := g.d
	seen, last, asked, adjacent := 0, -1, false, false
	for k := g.q - 1; k >= 0 && seen < 2 && k >= g.q-6; k-- {
		a := g.found[k]
		if a.Rule == None || a.Mention.Entity < 0 {
			continue
		}
		back := g.paragraph - d.Quoted[k].Paragraph
		c := g.of(a.Mention)
		if seen++; seen == 1 {
			switch {
			case back == 0:
				g.set(c, previous, 1)
			case back == 1:
				g.set(c, previousAdjacent, 1)
			case back <= 4:
				g.set(c, previousFar, 1)
			}
			last, asked, adjacent = a.Mention.Entity, g.asks(k) && back <= 1, back == 1
			if asked {
				g.set(c, previousAsks, 1)
			}
			continue
		}
		if a.Mention.Entity != last && back <= 3 {
			if asked {
				g.set(c, answers, 1)
			}
			if adjacent && back == 2 && g.isAlone {
				g.set(c, alternates, 1)
			}
		}
		if back == 0 {
			g.set(c, before2Same, 1)
		} else if back <= 4 {
			g.set(c, before2Far, 1)
		}
	}
	for k := g.q + 1; k < len(g.found) && k <= g.q+4; k++ {
		a := g.found[k]
		if a.Rule == None || a.Mention.Entity < 0 {
			continue
		}
		switch ahead := d.Quoted[k].Paragraph - g.paragraph; {
		case ahead == 0:
			g.set(g.of(a.Mention), nextSame, 1)
		case ahead == 1:
			g.set(g.of(a.Mention), nextAdjacent, 1)
		case ahead <= 3:
			g.set(g.of(a.Mention), nextFar, 1)
		}
		break
	}
}

// identities enters who the candidates are.
func (g *gathering) identities() {
	gender := g.genderBeside()
	for i := range g.list {
		c := &g.list[i]
		if c.entity < 0 {
			continue
		}
		e := &g.s.Entities[c.entity]
		g.set(c, kindFeature(e.Kind), 1)
		if e.Described() {
			g.set(c, described, 1)
			if g.s.Speaks(c.a.Mention) {
				g.set(c, describedSpeaks, 1)
			}
		} else {
			n := g.s.Times(c.entity)
			g.set(c, often, min(float64(n), 8)/8)
			if n <= 1 {
				g.set(c, once, 1)
			}
		}
		if e.Plural {
			g.set(c, plural, 1)
		}
		if e.Presented() || e.Titled() {
			g.set(c, titled, 1)
		}
		if gender != 0 && (e.Gender == lang.Male || e.Gender == lang.Female) {
			if e.Gender == gender {
				g.set(c, genderFits, 1)
			} else {
				g.set(c, genderContradicts, 1)
			}
		}
	}
}

// genderBeside is the gender of a pronoun that speaks in the sentence of the
// quotation, or 0.
func (g *gathering) genderBeside() lang.Gender {
	at := g.voiceFrom(g.from)
	for k := at; k < len(g.spoken) && g.spoken[k].Verb < g.to && k < at+8; k++ {
		if m := g.spoken[k].Speaker; m.Form == people.Pronoun {
			switch g.d.Tokens[m.Head].Lower {
			case "he":
				return lang.Male
			case "she":
				return lang.Female
			}
		}
	}
	return 0
}

func kindFeature(k people.Kind) feature {
	switch k {
	case people.Person:
		return person
	case people.Organization:
		return organization
	case people.Document:
		return document
	case people.Group:
		return group
	case people.Other:
		return otherKind
	}
	return unknownKind
}
