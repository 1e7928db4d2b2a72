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

// How much each appearance makes an entity the antecedent of the next pronoun: a subject counts more
// than an object, a speaker most. Round numbers: finer ones, fitted on one half of 200 articles, gained
// at most two of 303 pronouns on the other.
const (
	subjectWeight   = 1.2
	objectWeight    = 0.5  // a possessive too, and a pronoun that takes somebody up again
	quotedWeight    = 0.12 // inside a quotation, or beside a role: an attribute
	speakerWeight   = 1.2  // subject of a reporting verb, on top
	centerWeight    = 1    // the first subject of the writer's last sentence, on top
	voiceWeight     = 2    // who spoke in that sentence, for a pronoun that speaks, on top
	passedShare     = 0.3  // left of these two where the pronoun's own sentence has a subject
	sentenceShare   = 0.58 // left after each sentence
	paragraphShare  = 0.7  // left across each paragraph border
	namedShare      = 0.3  // left to somebody whom the reported quotation names
	unknownShare    = 0.5  // left where it is not known to be a person
	ungenderedShare = 0.6  // left where the gender is not known
)

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
		(s.main.last < 0 && weight >= objectWeight*0.5 || token >= s.main.first && token < s.main.last)
	if centers {
		s.centers[sentence] = token
	}
	s.events[e] = append(s.events[e], event{token: token, sentence: sentence, weight: weight, center: centers})
}

// speak records that an entity is the subject of a reporting verb.
func (s *Sources) speak(e, token int) {
	s.appear(e, token, speakerWeight)
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
	if m, ok := s.Reader.MainSubject(low, end); ok {
		return m.First, m.Last
	}
	return -1, -1
}

// weigh gives the weight of a name's appearance.
func (s *Sources) weigh(m Mention) float64 {
	d := s.doc
	switch next, start := m.Last, s.RoleStart(m.First); {
	case d.Tokens[m.First].Quote >= 0:
		return quotedWeight
	case m.Possessive:
	case next < len(d.Tokens) && s.Adjacent(next-1, next) && !d.Tokens[next].Capital && s.RoleAhead(next, len(d.Tokens)):
		return quotedWeight // an attribute: "Farm Bureau president Hank Oslo"
	case start > s.SentenceFirst(m.First) && d.Tokens[start-1].Is(lang.Preposition):
	case s.BeforeVerb(next):
		return subjectWeight
	}
	return objectWeight
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
	out := slices.Concat(s.appeared[max(0, sentence-farthest+1) : sentence+1]...)
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
				share = passedShare
			}
			if ev.center {
				w += centerWeight * share
			}
			if ev.speaks && v.voice {
				w += voiceWeight * share
			}
		}
		for range distance {
			w *= sentenceShare
		}
		for p := d.Sentences[ev.sentence].Paragraph; p < v.paragraph; p++ {
			w *= paragraphShare
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
	verb := t + 1
	for verb+1 < len(d.Tokens) && verb < t+3 && (d.Tokens[verb].Is(lang.Auxiliary) || d.Tokens[verb].Is(lang.Adverb)) {
		verb++
	}
	return verb < len(d.Tokens) && d.Tokens[verb].Is(lang.Reporting) && d.Tokens[verb].Verb.Class != lang.Weak && d.Tokens[verb].Quote < 0
}
