package quote

import "keypoints/wasm/internal/people"

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
	g.antecedents(pick.Mention)
	g.identities()
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
	if c := g.listed(m.Entity); c != nil {
		return c
	}
	if len(g.list) >= mostCandidates {
		return nil
	}
	g.list = append(g.list, candidate{entity: m.Entity, a: Attribution{Mention: m, Entity: m.Entity, CueToken: -1}})
	return &g.list[len(g.list)-1]
}

// listed gives the candidate of an entity, or nil where it is none yet.
func (g *gathering) listed(entity int) *candidate {
	for i := range g.list {
		if g.list[i].entity == entity {
			return &g.list[i]
		}
	}
	return nil
}

// set raises a feature of a candidate to a value.
func (g *gathering) set(c *candidate, id feature, value float64) {
	if c == nil {
		return
	}
	if v := float32(value); v > c.x[id] {
		c.x[id] = v
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
	if g.isAlone {
		g.set(c, nobodyAlone, 1)
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
	if a.Mention.Form == people.Pronoun {
		g.set(c, pickedPronoun, a.Mention.Confidence)
	}
	switch m := a.Mention; {
	case m.Form != people.Nominal:
	case m.Confidence != people.Described:
		g.set(c, pickedNamed, 1)
	case !g.s.Speaks(m):
		g.set(c, pickedUnfit, 1)
	}
}

// antecedents enters whom the pronoun beside the quotation may mean.
func (g *gathering) antecedents(m people.Mention) {
	if m.Form != people.Pronoun || m.Last == 0 {
		return
	}
	if m.Entity < 0 {
		g.set(&g.list[0], nobodyMeant, 1)
	}
	for i, a := range g.s.Antecedents(m.Head) {
		c := g.of(people.Mention{Range: m.Range, First: m.First, Last: m.Last, Head: m.Head, Form: people.Pronoun, Entity: a.Entity, Confidence: a.Share})
		g.set(c, antecedent, a.Share)
		switch i {
		case 0:
			g.set(c, antecedentFirst, 1)
		case 1:
			g.set(c, antecedentSecond, 1)
		}
		if g.s.SurelyPerson(a.Entity) {
			g.set(c, antecedentPerson, 1)
		}
		g.set(c, antecedentOften, min(float64(g.s.Times(a.Entity)), 8)/8)
	}
}

// identities enters who the candidates are.
func (g *gathering) identities() {
	for i := range g.list {
		c := &g.list[i]
		if c.entity < 0 {
			continue
		}
		e := &g.s.Entities[c.entity]
		switch e.Kind {
		case people.Person:
			g.set(c, person, 1)
		case people.Organization:
			g.set(c, organization, 1)
		}
		if !e.Described() {
			g.set(c, often, min(float64(g.s.Times(c.entity)), 8)/8)
			if g.isAlone {
				g.set(c, oftenAlone, min(float64(g.s.Times(c.entity)), 8)/8)
			}
			continue
		}
		if g.isAlone {
			g.set(c, describedAlone, 1)
		}
		switch {
		case c.x[antecedent] > 0:
			g.set(c, antecedentDescribed, 1)
		case g.s.Speaks(c.a.Mention):
			g.set(c, describedSpeaks, 1)
		default:
			g.set(c, described, 1)
		}
	}
}
