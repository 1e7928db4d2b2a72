package denial

import "keypoints/wasm/internal/lang"

// near is how many sentences back a claim stands that a plain negation answers.
const near = 8

// contradicts accepts a negation that answers a claim in its words, whoever is
// its subject: “No aircraft was in the area,” after two had crossed the border.
// What was denied just before asks for one shared word, what somebody else
// says for two, or one of a sentence that names the source who speaks.
func (f *finder) contradicts(c *candidate, s source, own bool) bool {
	if f.among(s.span, "accuser") || f.subordinate(c.first) || !f.verbal(c.first) {
		return false
	}
	clause := f.clauseAround(c)
	stems := f.contents(clause)
	if len(stems) == 0 {
		return false
	}
	name := f.surname(s)
	for i := c.sentence - 1; i >= 0 && i >= c.sentence-near; i-- {
		if f.endless(i) || f.speaksIn(s, i) {
			continue
		}
		denied := f.denies(i)
		shared, rare := f.meets(stems, i, name)
		switch {
		case denied && rare && (c.sentence-i <= 2 || shared >= 2):
		case !denied && f.raised.hard[i] && shared >= 2 && rare:
		case !denied && own && rare && name != "" && f.has(i, name) && f.attributed(i, s):
		case !denied && f.raised.mark[i] && shared >= 3 && rare && f.attributed(i, s):
		default:
			continue
		}
		rest := span{c.last, f.clauseEnd(c.last)}
		switch {
		case len(f.contents(rest)) >= 2:
			c.object, c.said = rest, true
		case denied:
			c.object, c.anaphor = f.claimOf(i), true
			c.said = !c.object.empty()
		default:
			c.claimSentence = i
		}
		return true
	}
	return false
}

// verbal tells that a negation negates a verb: "did not", "never opened", "no
// officer was", but not "a delegate not on the list" or "not a man who".
func (f *finder) verbal(t int) bool {
	switch f.d.Tokens[t].Lower {
	case "not":
		b := f.before(t)
		return b >= 0 && f.is(b, "aux")
	case "nothing", "none", "nobody", "no":
		return true
	}
	return f.before(t) >= 0 || f.d.Tokens[t].Lower != "never"
}

// claimOf gives the claim of the denial in sentence i.
func (f *finder) claimOf(i int) span {
	for k := len(f.found) - 1; k >= 0 && f.found[k].sentence >= i; k-- {
		if f.found[k].sentence == i {
			return f.found[k].claim
		}
	}
	return span{}
}

// meets counts the stems that sentence i has too, apart from the source's name;
// rare tells that one of them is no name and no word that the article uses all
// the time.
func (f *finder) meets(stems []string, i int, name string) (shared int, rare bool) {
	for _, w := range stems {
		if w == stem(name) {
			continue
		}
		for _, other := range f.raised.stems[i] {
			if other == w {
				shared++
				rare = rare || !f.raised.name[w] && f.raised.count[w] <= 2+len(f.d.Sentences)/6
				break
			}
		}
	}
	return shared, rare
}

// contents gives the distinct stems of a span.
func (f *finder) contents(s span) []string {
	var out []string
	seen := map[string]bool{}
	for t := s.first; t < s.last; t++ {
		if w := f.stem(t); w != "" && !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

// clauseAround is the negated clause with its subject.
func (f *finder) clauseAround(c *candidate) span {
	start := f.d.Sentences[c.sentence].First
	first := c.first
	for first > start {
		tok := f.d.Tokens[first-1]
		if tok.Quote != f.d.Tokens[c.first].Quote || stop(tok) || tok.Lower == "," || tok.Lower == "that" || f.is(first-1, "conjunction") || f.d.Tokens[c.first].Quote < 0 && f.reports(first-1) {
			break
		}
		first--
	}
	return span{first, f.clauseEnd(c.last)}
}

// subordinate tells that a negation stands in a clause that says when, why or
// which: “the people who did not come”, “because it had no roof”.
func (f *finder) subordinate(t int) bool {
	start := f.d.Sentences[f.d.Tokens[t].Sentence].First
	for k := t - 1; k >= start && k > t-10; k-- {
		tok := f.d.Tokens[k]
		if tok.Quote != f.d.Tokens[t].Quote || !tok.Word && !mark(tok) || f.reports(k) {
			return false
		}
		if f.is(k, "relative") {
			return true
		}
		switch tok.Lower {
		case "because", "when", "since", "although", "though", "while", "where", "why", "how", "what", "for", "to":
			return true
		}
	}
	return false
}

// attributed tells that somebody else says what a sentence says.
func (f *finder) attributed(i int, s source) bool {
	for t := f.d.Sentences[i].First; t < f.d.Sentences[i].Last; t++ {
		if f.d.Tokens[t].Quote >= 0 {
			continue
		}
		if f.raised.mark[i] && f.is(t, "raise") {
			return true
		}
		if v := f.verbs[f.d.Tokens[t].Lower]; (v.Class == lang.Say || v.Class == lang.Express) && f.reports(t) {
			by := f.subject(t)
			return s.entity < 0 || by.entity != s.entity
		}
	}
	return false
}

// flat accepts a quotation whose first words say no, after a question: Asked
// whether he had met them, he said: “No. Never.”
func (f *finder) flat(c *candidate) bool {
	quoted := f.d.Tokens[c.first].Quote
	if quoted < 0 || c.first != f.d.Quoted[quoted].First || c.last >= len(f.d.Tokens) || f.d.Tokens[c.last].Word {
		return false
	}
	switch f.d.Tokens[c.last].Lower {
	case ".", ",", "!":
	default:
		return false
	}
	s, _, ok := f.speech(c.first)
	if !ok || s.card == nil {
		return false
	}
	c.source = s
	claim := f.asked(c.sentence)
	if claim.empty() || f.ought(claim.first, claim.last) || !f.accusing(claim) {
		return false
	}
	c.object, c.anaphor, c.confidence = claim, false, 0.65
	return true
}

// accusing tells that what somebody was asked is a claim: it speaks of a charge,
// or of what he has done: "whether he had met them".
func (f *finder) accusing(s span) bool {
	for t := s.first; t < s.last; t++ {
		if f.is(t, "claim") || f.is(t, "claimed") || f.is(t, "deed") {
			return true
		}
		switch f.d.Tokens[t].Lower {
		case "had", "was", "were", "did":
			return true
		}
	}
	return false
}

// beforehand gives the clause of a denial's own sentence in which somebody else
// raises the claim: "Although relatives suggested that he was murdered, Lee said
// …", "…, Hanak said, after the union warned that the mill would close".
func (f *finder) beforehand(c *candidate) span {
	sentence := f.d.Sentences[c.sentence]
	end := sentence.Last
	for t := sentence.First; t < sentence.Last; t++ {
		if f.d.Tokens[t].Quote >= 0 || t > sentence.First && t < c.last {
			continue
		}
		switch f.d.Tokens[t].Lower {
		case "although", "though", "while", "after", "despite", "when":
		default:
			continue
		}
		if t == sentence.First {
			for end = t + 1; end < c.first && f.d.Tokens[end].Lower != ","; end++ {
			}
			if end == c.first {
				return span{}
			}
		} else {
			end = sentence.Last
		}
		for k := t + 2; k < end; k++ {
			if f.is(k, "raise") && f.d.Tokens[k].Quote < 0 && !f.d.Tokens[k].Capital {
				s := f.statedIn(span{t + 1, end})
				if f.states(s) && s.first > t+1 {
					return s
				}
				return span{}
			}
		}
		end = sentence.Last
	}
	return span{}
}
