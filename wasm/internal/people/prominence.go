package people

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// An event is one appearance of an entity that makes it what the text is about.
type event struct {
	token, sentence int
	weight          float64
	center          bool // the first subject of its sentence
	speaks          bool // the subject of a reporting verb
}

// Weights say how much each appearance makes an entity the antecedent of the
// next pronoun: a subject counts more than an object, a speaker most. They are
// round numbers near what TestFitPronouns fits on the gold articles (278 of 303
// pronouns right there); fitted on one half of the articles, its finer ones gained
// at most two pronouns on the other.
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
	Passed     float64 // the share left of these two where the pronoun's own sentence has a subject
}

var fitted = Weights{Subject: 1.2, Object: 0.5, Possessive: 0.5, Quoted: 0.12, Speaker: 1.2, Pronoun: 0.5, His: 0.3,
	Sentence: 0.58, Paragraph: 0.7, Named: 0.3, Ungendered: 0.6, Unknown: 0.5, Center: 1, Voice: 2, Passed: 0.3}

// farthest is how many sentences back an antecedent may stand.
const farthest = 9

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
	s.begin(sentence)
	centers := s.centers[sentence] < 0 && s.doc.Tokens[token].Quote < 0 &&
		(s.main.last < 0 && weight >= s.weights.Pronoun*0.5 || token >= s.main.first && token < s.main.last)
	if centers {
		s.centers[sentence] = token
	}
	s.events[e] = append(s.events[e], event{token: token, sentence: sentence, weight: weight, center: centers})
}

// speak records that an entity is the subject of a reporting verb.
func (s *Sources) speak(e, token int) {
	s.appear(e, token, s.weights.Speaker)
	s.events[e][len(s.events[e])-1].speaks = true
}

// begin finds what a sentence is about, where it is not the last one.
func (s *Sources) begin(sentence int) {
	if s.main.sentence != sentence {
		s.main.sentence = sentence
		s.main.first, s.main.last = s.topic(sentence)
	}
}

// topic gives the tokens of the phrase that a sentence is about, its subject or whom its
// first words name as such; last is -1 where nobody can tell.
func (s *Sources) topic(sentence int) (first, last int) {
	low, end := s.doc.Sentences[sentence].First, s.doc.Sentences[sentence].Last
	if i := s.At(low + 1); i >= 0 && s.doc.Tokens[low].Is(lang.Purpose) && s.comma(s.Mentions[i].Last) { // “For Lee, it was a triumph”
		return s.Mentions[i].First, s.Mentions[i].Last
	}
	m, ok := s.Reader.MainSubject(low, end)
	if !ok {
		return -1, -1
	}
	if m.Form == Nominal {
		if name, ok := s.NameBehind(m, end); ok {
			return name.First, name.Last
		}
	}
	return m.First, m.Last
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
	if next := m.Last; next < len(d.Tokens) && s.Adjacent(next-1, next) && !d.Tokens[next].Capital && s.RoleAhead(next, len(d.Tokens)) {
		return s.weights.Quoted // an attribute: "Farm Bureau president Hank Oslo"
	}
	if start := s.RoleStart(m.First); start > s.SentenceFirst(m.First) && d.Tokens[start-1].Is(lang.Preposition) {
		return s.weights.Object
	}
	if s.BeforeVerb(m.Last) {
		return s.weights.Subject
	}
	return s.weights.Object
}

// Bounds of what weighing antecedents may take, in appearances looked at: for each token,
// and whatever the length. Of 568 articles none takes more than 2.6 a token, or 6,400;
// beyond, a pronoun stays undecided. A woman's name and then "her" 30,000 times took 9 s.
const (
	stepsPerToken = 8
	freeSteps     = 20_000
)

// recent gives the entities that appear in the sentences from which an antecedent
// may come, in their order.
func (s *Sources) recent(t int) []int {
	if s.steps > freeSteps+stepsPerToken*len(s.doc.Tokens) {
		return nil
	}
	sentence := s.doc.Tokens[t].Sentence
	near, size := s.appeared[max(0, sentence-farthest+1):sentence+1], 0
	for _, here := range near {
		size += len(here)
	}
	out := make([]int, 0, size)
	for _, here := range near {
		out = append(out, here...)
	}
	slices.Sort(out)
	s.steps += len(out)
	return slices.Compact(out)
}

// A view is what of a token's place tells how prominent the entities before it are.
type view struct {
	token, sentence, paragraph int
	last                       int  // the sentence before whose subject is known, or -1
	voice                      bool // it speaks
	within                     bool // its own sentence has a subject already
}

func (s *Sources) viewAt(t int) view {
	sentence := s.doc.Tokens[t].Sentence
	own := s.centers[sentence]
	return view{token: t, sentence: sentence, paragraph: s.doc.Sentences[sentence].Paragraph, last: s.lastCentered(sentence),
		voice: s.speaks(t), within: own >= 0 && own < t}
}

// prominence is how much an entity is what the text is about in a view.
func (s *Sources) prominence(e int, v *view) float64 {
	if e >= len(s.events) {
		return 0
	}
	d := s.doc
	sum := 0.0
	before, _ := slices.BinarySearchFunc(s.events[e], v.token, func(ev event, t int) int { return ev.token - t })
	for k := before - 1; k >= 0; k-- {
		s.steps++
		ev := s.events[e][k]
		distance := v.sentence - ev.sentence
		if distance >= farthest {
			break
		}
		w := ev.weight
		if ev.sentence == v.sentence || ev.sentence == v.last {
			share := 1.0
			if ev.sentence != v.sentence && v.within {
				share = s.weights.Passed
			}
			if ev.center {
				w += s.weights.Center * share
			}
			if ev.speaks && v.voice {
				w += s.weights.Voice * share
			}
		}
		for range distance {
			w *= s.weights.Sentence
		}
		for p := d.Sentences[ev.sentence].Paragraph; p < v.paragraph; p++ {
			w *= s.weights.Paragraph
		}
		sum += w
	}
	return sum
}

// lastCentered is the last sentence in reach before a sentence whose subject is known, or -1.
func (s *Sources) lastCentered(sentence int) int {
	for k := sentence - 1; k > sentence-farthest && k >= 0; k-- {
		if s.centers[k] >= 0 {
			return k
		}
	}
	return -1
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
