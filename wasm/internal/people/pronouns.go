package people

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// An event is one appearance of an entity that makes it what the text is about.
type event struct {
	token, sentence int
	weight          float64
}

// settlement is whom a pronoun means.
type settlement struct {
	entity     int
	confidence float64
}

// Weights of appearances: how much each makes an entity the antecedent of the
// next pronoun. A subject counts more than an object, a speaker most.
const (
	asSubject    = 1.0
	asObject     = 0.45
	asPossessive = 0.5
	asQuoted     = 0.12 // inside a quotation
	asSpeaker    = 0.6  // subject of a reporting verb, on top
	asPronoun    = 0.9  // taken up again by a subject pronoun
	asHis        = 0.3
)

// fade is the share of an appearance's weight left after so many sentences.
var fade = [...]float64{1, 0.8, 0.5, 0.33, 0.22, 0.15, 0.1, 0.07, 0.05}

// newParagraph is the share left across each paragraph border.
const newParagraph = 0.85

// pronounGender tells whom a pronoun can mean.
var pronounGender = map[string]lang.Gender{"he": lang.Male, "him": lang.Male, "his": lang.Male, "himself": lang.Male,
	"she": lang.Female, "her": lang.Female, "hers": lang.Female, "herself": lang.Female}

// follow goes through the document once and settles pronouns as a reader does.
func (s *Sources) follow() {
	d := s.doc
	s.settled = map[int]settlement{}
	s.events = make([][]event, len(s.Entities))
	for t := 0; t < len(d.Tokens); t++ {
		tok := d.Tokens[t]
		if i := s.At(t); i >= 0 {
			m := s.Mentions[i]
			if m.First == t {
				s.appear(m.Entity, t, s.weigh(m))
			}
			t = m.Last - 1
			continue
		}
		if tok.Quote >= 0 || !tok.Word {
			continue
		}
		if g, ok := pronounGender[tok.Lower]; ok {
			s.settle(t, g)
			continue
		}
		if tok.Lower == "they" || tok.Lower == "it" {
			s.settleNeuter(t, tok.Lower == "they")
			continue
		}
		if v, ok := s.lang.Verbs[tok.Lower]; ok && s.verbal(t) && v.Class == lang.Say {
			if m, ok := s.speakerBeside(t); ok && m.Entity >= 0 {
				s.appear(m.Entity, t, asSpeaker)
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
		s.Entities[i].Mentions = nil
	}
	s.index()
}

// speakerBeside is the subject before a reporting verb, or after it where
// nothing stands before.
func (s *Sources) speakerBeside(v int) (Mention, bool) {
	prev := v - 1
	if prev >= s.sentenceFirst(v) {
		if p := s.doc.Tokens[prev]; p.Quote >= 0 || p.Lower == "," && prev > 0 && s.doc.Tokens[prev-1].Quote >= 0 {
			if m, ok := s.SubjectAfter(v); ok {
				return m, true
			}
		}
	}
	return s.Subject(v)
}

// appear records an appearance of an entity.
func (s *Sources) appear(e, token int, weight float64) {
	if e < 0 {
		return
	}
	for len(s.events) <= e {
		s.events = append(s.events, nil)
	}
	s.events[e] = append(s.events[e], event{token, s.doc.Tokens[token].Sentence, weight})
}

// weigh gives the weight of a name's appearance.
func (s *Sources) weigh(m Mention) float64 {
	d := s.doc
	if d.Tokens[m.First].Quote >= 0 {
		return asQuoted
	}
	if m.Possessive {
		return asPossessive
	}
	if start := s.roleStart(m.First); start > s.sentenceFirst(m.First) && s.lang.Prepositions[d.Tokens[start-1].Lower] {
		return asObject
	}
	if s.beforeVerb(m.Last) {
		return asSubject
	}
	return asObject
}

// beforeVerb tells that a verb, an adverb or an apposition follows at token t,
// so that the phrase before is a subject.
func (s *Sources) beforeVerb(t int) bool {
	d := s.doc
	if t >= len(d.Tokens) {
		return false
	}
	tok := d.Tokens[t]
	if tok.Lower == "," || tok.Lower == "who" || tok.Lower == "(" || tok.Lower == "—" || tok.Lower == "–" {
		return true
	}
	if s.lang.Auxiliaries[tok.Lower] && tok.Lower != "to" || s.adverb(tok.Lower) {
		return true
	}
	if _, verb := s.lang.Verbs[tok.Lower]; verb {
		return true
	}
	n := len(tok.Lower)
	return tok.Word && !tok.Capital && n > 3 && (tok.Lower[n-2:] == "ed" || tok.Lower[n-1] == 's' && !s.lang.Prepositions[tok.Lower])
}

// prominence is how much an entity is what the text is about at token t.
func (s *Sources) prominence(e, t int) float64 {
	if e >= len(s.events) {
		return 0
	}
	d := s.doc
	sentence := d.Tokens[t].Sentence
	paragraph := d.Sentences[sentence].Paragraph
	sum := 0.0
	for k := len(s.events[e]) - 1; k >= 0; k-- {
		ev := s.events[e][k]
		if ev.token >= t {
			continue
		}
		distance := sentence - ev.sentence
		if distance >= len(fade) {
			break
		}
		w := ev.weight * fade[distance]
		for p := d.Sentences[ev.sentence].Paragraph; p < paragraph; p++ {
			w *= newParagraph
		}
		sum += w
	}
	return sum
}

// settle finds whom a pronoun of a gender means.
func (s *Sources) settle(t int, g lang.Gender) {
	best, second := -1, 0.0
	bestScore := 0.0
	for i := range s.Entities {
		e := &s.Entities[i]
		if e.Plural || e.Kind == Organization || e.Kind == Other || e.Kind == Document || e.Kind == Group {
			continue
		}
		if (e.Gender == lang.Male || e.Gender == lang.Female) && e.Gender != g {
			continue
		}
		p := s.prominence(i, t)
		if e.Gender != g {
			p *= 0.7
		}
		if e.Kind == Unknown {
			p *= 0.5
		}
		switch {
		case p > bestScore:
			best, second, bestScore = i, bestScore, p
		case p > second:
			second = p
		}
	}
	if best < 0 {
		s.settled[t] = settlement{-1, 0}
		return
	}
	e := &s.Entities[best]
	margin := bestScore / (bestScore + second)
	s.settled[t] = settlement{best, margin}
	if e.Gender == 0 && e.Kind == Person && margin > 0.7 {
		e.Gender = g
	}
	w := asHis
	if low := s.doc.Tokens[t].Lower; low == "he" || low == "she" {
		w = asPronoun
	}
	s.appear(best, t, w*margin)
}

// settleNeuter settles "they" on the last plural subject and "it" on the last
// organization, where one is clearly ahead.
func (s *Sources) settleNeuter(t int, plural bool) {
	best, bestScore, second := -1, 0.3, 0.0
	for i := range s.Entities {
		e := &s.Entities[i]
		if plural && !e.Plural && e.Kind != Group || !plural && e.Kind != Organization && e.Kind != Document {
			continue
		}
		p := s.prominence(i, t)
		switch {
		case p > bestScore:
			best, second, bestScore = i, bestScore, p
		case p > second:
			second = p
		}
	}
	if best < 0 {
		return
	}
	s.settled[t] = settlement{best, 0.8 * bestScore / (bestScore + second)}
}
