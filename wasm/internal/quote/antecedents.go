package quote

import (
	"keypoints/wasm/internal/people"
)

// antecedents enters whom the pronoun beside the quotation may mean.
func (g *gathering) antecedents(m people.Mention) {
	if m.Form != people.Pronoun || m.Last == 0 {
		return
	}
	d := g.d
	t := m.Head
	list := g.s.Antecedents(t)
	if m.Entity < 0 {
		g.set(&g.list[0], nobodyMeant, 1)
	}
	for i, a := range list {
		c := g.of(people.Mention{Range: m.Range, First: m.First, Last: m.Last, Head: m.Head, Form: people.Pronoun, Entity: a.Entity, Confidence: a.Share})
		g.set(c, antecedent, a.Share)
		switch i {
		case 0:
			g.set(c, antecedentFirst, 1)
		case 1:
			g.set(c, antecedentSecond, 1)
		}
	}
	sentence := d.Tokens[t].Sentence
	before := max(0, sentence-1)
	all := g.s.Mentions
	from := max(g.mentionFrom(d.Sentences[before].First), g.mentionFrom(t)-mentionsBefore)
	for k := from; k < len(all) && all[k].First < t; k++ {
		n := all[k]
		if n.Entity < 0 || d.Tokens[n.First].Quote >= 0 {
			continue
		}
		for i := range g.list {
			c := &g.list[i]
			if c.entity != n.Entity {
				continue
			}
			if d.Tokens[n.First].Sentence == sentence {
				g.set(c, antecedentSentence, n.Confidence)
			} else {
				g.set(c, antecedentBefore, n.Confidence)
			}
		}
	}
	for i := range g.list {
		c := &g.list[i]
		if c.entity < 0 || c.x[antecedent] == 0 {
			continue
		}
		if g.s.SurelyPerson(c.entity) {
			g.set(c, antecedentPerson, 1)
		}
		g.set(c, antecedentOften, min(float64(g.s.Times(c.entity)), 8)/8)
		if c.x[previous] > 0 {
			g.set(c, antecedentPrevious, 1)
		}
	}
}

// described enters whom the description beside the quotation may mean.
func (g *gathering) described(m people.Mention) {
	if m.Form != people.Nominal || m.Entity < 0 || m.Last == 0 {
		return
	}
	if e, share := g.s.Behind(m.Entity); e >= 0 {
		n := m
		n.Entity, n.Confidence = e, share
		g.set(g.of(n), behind, share)
	}
	kind, nobody := g.s.Means(m.Head), g.s.Anonymous(m.Head)
	for i := range g.list {
		c := &g.list[i]
		if c.entity < 0 || g.s.Entities[c.entity].Described() {
			continue
		}
		held := g.s.Holds(c.entity, m.Head)
		switch other := g.s.Entities[c.entity].Kind; {
		case kind == people.Document && other != people.Document:
			g.set(c, paper, 1)
		case kind == other || held:
			g.set(c, kindFits, 1)
		case kind == people.Organization && other == people.Person: // not the other way: "the maker" may be a firm
			g.set(c, kindContradicts, 1)
		}
		if nobody {
			g.set(c, anonymous, 1)
		}
		if held {
			g.set(c, holds, 1)
		} else if g.s.Entities[c.entity].Presented() {
			g.set(c, holdsNot, 1)
		}
	}
}
