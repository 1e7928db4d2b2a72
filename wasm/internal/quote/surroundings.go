package quote

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
	for k := g.q - 1; k >= 0 && k >= g.q-6; k-- {
		a := g.found[k]
		if a.Rule == None || a.Mention.Entity < 0 {
			continue
		}
		switch back := g.paragraph - d.Quoted[k].Paragraph; {
		case back == 0:
			g.set(g.of(a.Mention), previous, 1)
		case back == 1:
			g.set(g.of(a.Mention), previousAdjacent, 1)
		}
		break
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
		}
		break
	}
}
