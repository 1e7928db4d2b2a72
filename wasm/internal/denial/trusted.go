package denial

import "keypoints/wasm/internal/lang"

// trusted leaves out a claim that is none by itself: no claim is better than a wrong one.
//
//   - what a clause of time or condition tells before a label: “When I am described as a
//     spy, it's not true”
//   - the object alone of a thing that has “nothing to do with” it: “the decision had
//     nothing to do with the emails” denies neither
//   - the clause behind a noun that is its sentence's subject, which runs into the main
//     verb: “Rumors that the firm was interested briefly buoyed the stock”
func (f *finder) trusted(c candidate, s span) span {
	if s.empty() {
		return s
	}
	d := f.d
	sentence := d.Sentences[d.Tokens[s.first].Sentence]
	if c.cue.Kind == "label" && s.last <= c.first && s.first > sentence.First {
		switch d.Tokens[s.first-1].Lower {
		case "when", "whenever", "while", "once":
			return span{}
		}
	}
	if c.cue.Kind == "disclaim" && s.first >= c.last && d.Tokens[c.last-1].Lower == "with" && d.Tokens[c.last-2].Lower == "do" {
		k := c.first - 1
		for k > sentence.First && (f.is(k, lang.Aux) || f.is(k, lang.Modifier)) {
			k--
		}
		if (k < c.source.first || k >= c.source.last) && !f.is(k, lang.Pronoun) {
			return span{}
		}
	}
	opens := s.first > 1
	if noun := s.first - 2; opens && noun > sentence.First { // “A letter claims that”
		_, verb := d.Tokens[noun].Reports()
		opens = !verb || f.s.NounForm(noun)
	}
	for t := sentence.First; t < s.first-2; t++ {
		opens = opens && !f.is(t, lang.Aux) && !f.reports(t)
	}
	if opens && s.first >= sentence.First+2 && s.first <= sentence.First+4 && s.last < c.first && d.Tokens[s.first-1].Lower == "that" && f.is(s.first-2, lang.Claim) && d.Tokens[s.last].Lower != "," {
		return span{}
	}
	return s
}
