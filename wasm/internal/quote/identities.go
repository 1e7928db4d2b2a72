package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

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
