package people

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// settlement is whom a pronoun means.
type settlement struct {
	entity     int
	confidence float64
	second     int // the next best, or -1
	others     []Antecedent
}

// pronounGender tells whom the pronoun at token t can mean, 0 for other words.
func (s *Sources) pronounGender(t int) lang.Gender {
	switch tok := &s.doc.Tokens[t]; {
	case tok.Is(lang.HePronoun):
		return lang.Male
	case tok.Is(lang.ShePronoun):
		return lang.Female
	}
	return 0
}

// follow goes through the document once and settles pronouns as a reader does.
func (s *Sources) follow() {
	d := s.doc
	s.settled = map[int]settlement{}
	s.main.sentence = -1
	s.events = make([][]event, len(s.Entities))
	s.appeared = make([][]int, len(d.Sentences))
	for t := 0; t < len(d.Tokens); t++ {
		tok := d.Tokens[t]
		if i := s.At(t); i >= 0 {
			m := s.Mentions[i]
			if m.First == t {
				s.appear(m.Entity, t, s.weigh(m))
				if m.Entity >= 0 && t >= 2 && s.AccordingTo(t-2) && tok.Quote < 0 {
					s.appear(m.Entity, t, s.weights.Speaker)
					s.events[m.Entity][len(s.events[m.Entity])-1].speaks = true
				}
			}
			t = m.Last - 1
			continue
		}
		if tok.Quote >= 0 || !tok.Word {
			continue
		}
		if g := s.pronounGender(t); g != 0 {
			s.settle(t, g)
			continue
		}
		if tok.Lower == lang.They || tok.Lower == lang.It {
			s.settleNeuter(t, tok.Lower == lang.They)
			continue
		}
		if (!tok.Capital || t > 0 && (d.Tokens[t-1].Capital || d.Tokens[t-1].Is(lang.The)) && s.Adjacent(t-1, t)) && tok.Is(lang.RoleNoun) && !s.PluralWord(tok.Lower) && !tok.Is(lang.Possessive) {
			s.introduce(t)
			continue
		}
		if tok.Is(lang.Reporting) && s.Verbal(t) && tok.Verb.Class != lang.Weak && !s.Passive(t) && !s.Naming(t) && !(tok.Verb.Form == lang.Gerund && d.Tokens[max(t-1, 0)].Word) {
			if m, ok := s.speakerBeside(t); ok && m.Entity >= 0 {
				s.enter(tok.Sentence)
				if m.Last <= s.main.first && s.Subordinates(s.SentenceFirst(t)) {
					continue // “When Lee defended it, Moss differed”
				}
				s.appear(m.Entity, t, s.weights.Speaker)
				s.events[m.Entity][len(s.events[m.Entity])-1].speaks = true
			}
		}
	}
	for t, r := range s.settled {
		if r.entity >= 0 {
			tok := d.Tokens[t]
			s.Mentions = append(s.Mentions, Mention{Range: tok.Range, First: t, Last: t + 1, Head: t, Form: Pronoun, Entity: r.entity, Confidence: r.confidence})
		}
	}
	slices.SortStableFunc(s.Mentions, func(a, b Mention) int { return a.First - b.First })
	for i := range s.Entities {
		s.Entities[i].Mentions = s.Entities[i].Mentions[:0]
	}
	s.index()
}

// speakerBeside is the subject before a reporting verb, or after it where
// nothing stands before.
func (s *Sources) speakerBeside(v int) (Mention, bool) {
	prev := v - 1
	if prev >= s.SentenceFirst(v) {
		if p := s.doc.Tokens[prev]; p.Quote >= 0 || p.Lower == "," && prev > 0 && s.doc.Tokens[prev-1].Quote >= 0 {
			if m, ok := s.SubjectAfter(v); ok {
				return m, true
			}
		}
		if s.doc.Tokens[prev].Lower == "," { // the plan is sound, said Lee
			if m, ok := s.SubjectAfter(v); ok && m.Form == Name {
				if before, ok := s.Subject(v); ok && before.Form == Name && before.Last == prev { // her counsel, Tom Ross, asked Lee
					return before, true
				}
				return m, true
			}
		}
	}
	return s.Subject(v)
}

// speaks tells that token t stands right before a reporting verb: "he said".
func (s *Sources) speaks(t int) bool {
	d := s.doc
	for k := t + 1; k < len(d.Tokens) && k < t+4; k++ {
		if d.Tokens[k].Is(lang.Reporting) && d.Tokens[k].Verb.Class != lang.Weak && d.Tokens[k].Quote < 0 {
			return true
		}
		if !d.Tokens[k].Is(lang.Auxiliary) && !d.Tokens[k].Is(lang.Adverb) {
			return false
		}
	}
	return false
}

// candidate is somebody whom a pronoun may mean, and how much the text is about
// them there.
type candidate struct {
	entity int
	score  float64
}

// settle finds whom a pronoun of a gender means.
func (s *Sources) settle(t int, g lang.Gender) {
	d := s.doc
	named := s.namedInQuotation(t)
	list, view := s.list[:0], s.viewAt(t)
	for _, i := range s.recent(t) {
		e := &s.Entities[i]
		if e.Plural || e.Kind == Organization || e.Kind == Other || e.Kind == Document || e.Kind == Group || e.Described() && e.Kind == Unknown {
			continue
		}
		if (e.Gender == lang.Male || e.Gender == lang.Female) && e.Gender != g || (s.maybeCompany(e) || e.Kind == Unknown && !e.Described()) && s.somewhere(e) { // "robbed in Harrow Lane"
			continue
		}
		if e.Described() && len(e.words) == 1 && s.lang.Is(e.words[0], lang.AloneSubject) { // "One of them, a baker, said"
			continue
		}
		p := s.prominence(i, &view)
		if e.Gender != g {
			p *= s.weights.Ungendered
		}
		if e.Kind == Unknown {
			p *= s.weights.Unknown
		}
		if named[i] {
			p *= s.weights.Named
		}
		list = append(list, candidate{i, p})
	}
	s.list = list
	s.unmask(list)
	best, second := candidate{entity: -1}, candidate{entity: -1}
	for _, c := range list {
		switch {
		case c.score > best.score:
			best, second = c, best
		case c.score > second.score:
			second = c
		}
	}
	known := s.beforeColon(t, g)
	if known < 0 {
		known = s.asked(t, g)
	}
	if known >= 0 && known != best.entity {
		s.settled[t] = settlement{known, 0.95, best.entity, likeliest(list)}
		s.appear(known, t, s.weights.Pronoun)
		return
	}
	if best.entity < 0 {
		s.settled[t] = settlement{entity: -1, second: -1}
		return
	}
	e := &s.Entities[best.entity]
	margin := best.score / (best.score + second.score)
	confidence := likely(margin)
	s.settled[t] = settlement{best.entity, confidence, second.entity, likeliest(list)}
	w := s.weights.His
	if d.Tokens[t].Is(lang.SubjectPronoun) {
		w = s.weights.Pronoun
		if e.Gender == 0 && e.Kind == Person && margin > 0.7 {
			e.Gender = g // not of "her" in "Hale, who plays her brother"
		}
	}
	if e.Described() && e.Gender == 0 && d.Tokens[t].Is(lang.Owning) && t > 0 && d.Tokens[t-1].Is(lang.Reporting) {
		if m, ok := s.Subject(t - 1); ok && m.Entity == best.entity {
			e.Gender = g // "a manager told his staff"
		}
	}
	s.appear(best.entity, t, w*margin)
}

// unmask gives the score of a description that stands for somebody named to him:
// “…,” the businessman replied. “…,” he added.
func (s *Sources) unmask(list []candidate) {
	for k := range list {
		e := &s.Entities[list[k].entity]
		if e.share == 0 {
			continue
		}
		s.steps += len(list)
		for j := range list {
			if list[j].entity == e.behind {
				list[j].score += list[k].score * e.share
				list[k].score *= 1 - e.share
			}
		}
	}
}

// likely turns an antecedent's share of the prominence into the probability that
// it is right, as measured on the gold articles' pronouns.
func likely(margin float64) float64 {
	points := [...][2]float64{{0.5, 0.5}, {0.6, 0.68}, {0.7, 0.87}, {0.8, 0.97}, {1, 0.995}}
	for i := 1; i < len(points); i++ {
		if a, b := points[i-1], points[i]; margin <= b[0] {
			return a[1] + (b[1]-a[1])*(margin-a[0])/(b[0]-a[0])
		}
	}
	return points[len(points)-1][1]
}

// namedInQuotation gives the entities that the quotations of a pronoun's
// sentence name, and those whom its own clause does: in “Lee is not going after
// the leader,” he said of Stone, he is neither Lee nor Stone.
func (s *Sources) namedInQuotation(t int) map[int]bool {
	d := s.doc
	sentence := d.Sentences[d.Tokens[t].Sentence]
	var out map[int]bool
	for k := sentence.First; k < sentence.Last; k++ {
		after := k > t && k < t+6 // “he said of Lee”, “she told Lee”
		if i := s.At(k); i >= 0 && (d.Tokens[k].Quote >= 0 || after && !s.Mentions[i].Possessive) && s.Mentions[i].Entity >= 0 {
			if out == nil {
				out = map[int]bool{}
			}
			out[s.Mentions[i].Entity] = true
		}
	}
	return out
}
