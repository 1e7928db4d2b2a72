package people

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// An event is one appearance of an entity that makes it what the text is about.
type event struct {
	token, sentence int
	weight          float64
	center          bool // the first subject of its sentence
	speaks          bool // the subject of a reporting verb
}

// settlement is whom a pronoun means.
type settlement struct {
	entity     int
	confidence float64
	second     int // the next best, or -1
}

// Weights say how much each appearance makes an entity the antecedent of the
// next pronoun: a subject counts more than an object, a speaker most. They were
// fitted on the gold articles by TestFitPronouns, which also shows that they win
// on the articles left out of the fit.
type Weights struct {
	Subject    float64
	Object     float64
	Possessive float64
	Quoted     float64 // inside a quotation
	Speaker    float64 // subject of a reporting verb, on top
	Pronoun    float64 // taken up again by a subject pronoun
	His        float64 // by another pronoun
	Sentence   float64 // the share left after each sentence
	Paragraph  float64 // the share left across each paragraph border
	Named      float64 // the share left to somebody whom the reported quotation names
	Ungendered float64 // the share left where the gender is not known
	Unknown    float64 // the share left where it is not known to be a person
	Center     float64 // the first subject of the writer's last sentence, on top
	Voice      float64 // who spoke in that sentence, for a pronoun that speaks, on top
}

var fitted = Weights{Subject: 1.2, Object: 0.5, Possessive: 0.5, Quoted: 0.12, Speaker: 1.2, Pronoun: 0.5, His: 0.3,
	Sentence: 0.58, Paragraph: 0.7, Named: 0.3, Ungendered: 0.6, Unknown: 0.5, Center: 1, Voice: 2}

// farthest is how many sentences back an antecedent may stand.
const farthest = 9

// pronounGender tells whom a pronoun can mean.
var pronounGender = map[string]lang.Gender{"he": lang.Male, "him": lang.Male, "his": lang.Male, "himself": lang.Male,
	"she": lang.Female, "her": lang.Female, "hers": lang.Female, "herself": lang.Female}

// follow goes through the document once and settles pronouns as a reader does.
func (s *Sources) follow() {
	d := s.doc
	s.settled = map[int]settlement{}
	s.centered, s.before = -1, -1
	s.events = make([][]event, len(s.Entities))
	s.appeared = make([][]int, len(d.Sentences))
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
		if !tok.Capital && s.roleNoun(tok.Lower) && !plural(tok.Lower) {
			s.introduce(t)
			continue
		}
		if v, ok := s.lang.Verbs[tok.Lower]; ok && s.verbal(t) && v.Class != lang.Weak && !s.passive(t) {
			if m, ok := s.speakerBeside(t); ok && m.Entity >= 0 {
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
		s.Entities[i].Mentions = nil
	}
	s.index()
}

// introduce records a person whom the text brings in without a name: "spoke to
// one mother, who".
func (s *Sources) introduce(t int) {
	m, start, ok := s.simpleEnding(t)
	if !ok || m.Form != Nominal {
		return
	}
	switch s.doc.Tokens[start].Lower {
	case "a", "an", "one", "another":
	default:
		return
	}
	if next := t + 1; next < len(s.doc.Tokens) && (s.At(next) >= 0 || s.doc.Tokens[next].Lower == "," && s.At(next+1) >= 0) || start > 0 && s.doc.Tokens[start-1].Lower == "," || s.roleAhead(t+1, len(s.doc.Tokens)) {
		return // an apposition, or part of a longer description
	}
	w := s.weights.Object
	if s.beforeVerb(t + 1) {
		w = s.weights.Subject
	}
	s.settleNominal(&m)
	s.appear(m.Entity, t, w)
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
		if s.doc.Tokens[prev].Lower == "," { // the plan is sound, said Lee
			if m, ok := s.SubjectAfter(v); ok && m.Form == Name {
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
	if here := &s.appeared[s.doc.Tokens[token].Sentence]; !slices.Contains(*here, e) {
		*here = append(*here, e)
	}
	sentence := s.doc.Tokens[token].Sentence
	center := weight >= s.weights.Pronoun*0.5 && s.centered != sentence && s.doc.Tokens[token].Quote < 0
	if center {
		s.centered, s.before = sentence, s.centered
	}
	s.events[e] = append(s.events[e], event{token: token, sentence: sentence, weight: weight, center: center})
}

// weigh gives the weight of a name's appearance.
func (s *Sources) weigh(m Mention) float64 {
	d := s.doc
	if d.Tokens[m.First].Quote >= 0 {
		return s.weights.Quoted
	}
	if m.Possessive {
		return s.weights.Possessive
	}
	if next := m.Last; next < len(d.Tokens) && s.adjacent(next-1, next) && !d.Tokens[next].Capital && s.roleAhead(next, len(d.Tokens)) {
		return s.weights.Quoted // an attribute: "Farm Bureau president Hank Oslo"
	}
	if start := s.roleStart(m.First); start > s.sentenceFirst(m.First) && s.lang.Prepositions[d.Tokens[start-1].Lower] {
		return s.weights.Object
	}
	if s.beforeVerb(m.Last) {
		return s.weights.Subject
	}
	return s.weights.Object
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

// recent gives the entities that appear in the sentences from which an antecedent
// may come, in their order.
func (s *Sources) recent(t int) []int {
	sentence := s.doc.Tokens[t].Sentence
	var out []int
	for k := max(0, sentence-farthest+1); k <= sentence; k++ {
		out = append(out, s.appeared[k]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// prominence is how much an entity is what the text is about at token t.
func (s *Sources) prominence(e, t int) float64 {
	if e >= len(s.events) {
		return 0
	}
	d := s.doc
	sentence := d.Tokens[t].Sentence
	paragraph := d.Sentences[sentence].Paragraph
	voice := s.speaks(t)
	sum := 0.0
	before, _ := slices.BinarySearchFunc(s.events[e], t, func(ev event, t int) int { return ev.token - t })
	for k := before - 1; k >= 0; k-- {
		ev := s.events[e][k]
		if ev.token >= t {
			continue
		}
		distance := sentence - ev.sentence
		if distance >= farthest {
			break
		}
		w := ev.weight
		if ev.center && (ev.sentence == sentence || ev.sentence == s.lastCentered(sentence)) {
			w += s.weights.Center
		}
		if ev.speaks && voice && (ev.sentence == sentence || ev.sentence == s.lastCentered(sentence)) {
			w += s.weights.Voice
		}
		for range distance {
			w *= s.weights.Sentence
		}
		for p := d.Sentences[ev.sentence].Paragraph; p < paragraph; p++ {
			w *= s.weights.Paragraph
		}
		sum += w
	}
	return sum
}

// lastCentered is the last sentence before a sentence whose subject is known.
func (s *Sources) lastCentered(sentence int) int {
	if s.centered < sentence {
		return s.centered
	}
	return s.before
}

// passive tells that a past form is passive: "was told".
func (s *Sources) passive(v int) bool {
	if v == 0 {
		return false
	}
	switch s.doc.Tokens[v-1].Lower {
	case "was", "were", "been", "is", "are", "being", "be":
		return s.lang.Verbs[s.doc.Tokens[v].Lower].Form != lang.Gerund
	}
	return false
}

// speaks tells that token t stands right before a reporting verb: "he said".
func (s *Sources) speaks(t int) bool {
	d := s.doc
	for k := t + 1; k < len(d.Tokens) && k < t+4; k++ {
		if v, ok := s.lang.Verbs[d.Tokens[k].Lower]; ok && v.Class != lang.Weak && d.Tokens[k].Quote < 0 {
			return true
		}
		if !s.lang.Auxiliaries[d.Tokens[k].Lower] && !s.adverb(d.Tokens[k].Lower) {
			return false
		}
	}
	return false
}

// settle finds whom a pronoun of a gender means.
func (s *Sources) settle(t int, g lang.Gender) {
	best, next, second := -1, -1, 0.0
	bestScore := 0.0
	named := s.namedInQuotation(t)
	for _, i := range s.recent(t) {
		e := &s.Entities[i]
		if e.Plural || e.Kind == Organization || e.Kind == Other || e.Kind == Document || e.Kind == Group {
			continue
		}
		if (e.Gender == lang.Male || e.Gender == lang.Female) && e.Gender != g {
			continue
		}
		p := s.prominence(i, t)
		if e.Gender != g {
			p *= s.weights.Ungendered
		}
		if e.Kind == Unknown {
			p *= s.weights.Unknown
		}
		if named[i] {
			p *= s.weights.Named
		}
		switch {
		case p > bestScore:
			best, next, second, bestScore = i, best, bestScore, p
		case p > second:
			next, second = i, p
		}
	}
	if best < 0 {
		s.settled[t] = settlement{-1, 0, -1}
		return
	}
	e := &s.Entities[best]
	margin := bestScore / (bestScore + second)
	s.settled[t] = settlement{best, likely(margin), next}
	if e.Gender == 0 && e.Kind == Person && margin > 0.7 {
		e.Gender = g
	}
	w := s.weights.His
	if low := s.doc.Tokens[t].Lower; low == "he" || low == "she" {
		w = s.weights.Pronoun
	}
	s.appear(best, t, w*margin)
}

// likely turns an antecedent's share of the prominence into the probability that
// it is right, as measured on the gold articles' pronouns.
func likely(margin float64) float64 {
	points := [...][2]float64{{0.5, 0.5}, {0.6, 0.68}, {0.7, 0.87}, {0.8, 0.96}, {1, 0.985}}
	for i := 1; i < len(points); i++ {
		if a, b := points[i-1], points[i]; margin <= b[0] {
			return a[1] + (b[1]-a[1])*(margin-a[0])/(b[0]-a[0])
		}
	}
	return points[len(points)-1][1]
}

// Second is the name of whom a pronoun would mean if not its entity, or empty.
func (s *Sources) Second(m Mention) string {
	if r, ok := s.settled[m.Head]; ok && m.Form == Pronoun && r.second >= 0 {
		return s.Entities[r.second].Name
	}
	return ""
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

// settleNeuter settles "they" on the last plural subject and "it" on the last
// organization, where one is clearly ahead.
func (s *Sources) settleNeuter(t int, plural bool) {
	best, bestScore, second := -1, 0.0, 0.0
	for _, i := range s.recent(t) {
		e := &s.Entities[i]
		p := s.prominence(i, t)
		switch {
		case e.Kind == Organization && !s.lang.Places[strings.ToLower(e.Name)]:
		case plural && (e.Plural || e.Kind == Group), !plural && e.Kind == Document:
		case !plural && s.maybeCompany(e):
			p *= 0.6 // a company's name may look like a person's: "Verano Coatings"
		case plural && e.Kind == Person && e.Gender != lang.Male && e.Gender != lang.Female:
			p *= 0.6
		default:
			continue
		}
		switch {
		case p > bestScore:
			best, second, bestScore = i, bestScore, p
		case p > second:
			second = p
		}
	}
	if bestScore < leastNeuter {
		return
	}
	s.settled[t] = settlement{best, 0.95 * likely(bestScore/(bestScore+second)), -1}
}

// leastNeuter is the prominence that an organization must have to be "it".
const leastNeuter = 0.3
