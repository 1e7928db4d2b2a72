package quote

import "keypoints/wasm/internal/people"

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
		case people.Document:
			g.set(c, document, 1)
		}
		if e.Presented() || e.Titled() {
			g.set(c, titled, 1)
		}
		if !e.Described() {
			g.set(c, often, min(float64(g.s.Times(c.entity)), 8)/8)
			continue
		}
		g.set(c, described, 1)
		if g.s.Speaks(c.a.Mention) {
			g.set(c, describedSpeaks, 1)
		}
	}
}
