package quote

import (
	"strings"
	"unicode"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// leastWords is how many words a quotation has at least: shorter stretches are terms and
// scare quotes, unless they are sentences of their own (“No,” he said).
const leastWords = 4

// A stretch is what stands between two marks, with what tells whether somebody says it.
type stretch struct {
	*finder
	text.Quoted
	q              int
	a              Attribution // by the first way to a speaker
	words          int
	long, capitals int         // words of more than three letters; those in capitals, but the first
	small          int         // words that a title has in capitals
	personal       bool        // a pronoun like I, we, you stands in it
	starts         bool        // its sentence
	first, end     *text.Token // between the marks
	before, behind *text.Token // the writer's in the sentence, or nil
}

// leastSpeech is the sum of weights, in thousandths, from which a stretch is somebody's words:
// six of ten such are, on folds that the weights have not seen.
const leastSpeech = 405

// speechFeatures are small facts that speak for or against a stretch's being somebody's
// words; the rule that found its speaker is one more. Weights are in weights.txt, by name,
// behind “speech: ”.
var speechFeatures = []struct {
	name string
	has  func(*stretch) bool
}{
	{"always", func(*stretch) bool { return true }},
	{"six words or more", func(s *stretch) bool { return s.words >= 6 }},
	{"eight words or more", func(s *stretch) bool { return s.words >= 8 }},
	{"eleven words or more", func(s *stretch) bool { return s.words >= 11 }},
	{"begins its sentence", func(s *stretch) bool { return s.starts }},
	{"alone in its sentence", func(s *stretch) bool { return s.finder.alone(s.q) }},
	{"nobody beside, a sentence of its own", func(s *stretch) bool {
		return s.a.Rule == None && s.first.Capital && s.ends(".!…") && (s.starts || !s.before.Word)
	}},
	{"its whole paragraph", func(s *stretch) bool { return s.paragraphAlone(s.q) }},
	{"begins small", func(s *stretch) bool { return !s.first.Capital }},
	{"ends as a sentence", func(s *stretch) bool { return s.ends(".!?…") }},
	{"ends with a comma", func(s *stretch) bool { return s.ends(",") }},
	{"all in capitals", func(s *stretch) bool { return s.titled() }},
	{"all in capitals, said beside", func(s *stretch) bool { return s.titled() && (s.a.Rule == After || s.a.Rule == Inverted) }},
	{"a title", func(s *stretch) bool { return s.titled() && !s.starts && !s.ends(".!?…") }},
	{"begins with a capital in mid-clause", func(s *stretch) bool { return s.first.Capital && s.before != nil && s.before.Word }},
	{"no mark at its end", func(s *stretch) bool { return s.end.Word }},
	{"no mark at its end, verb not beside", func(s *stretch) bool { return s.end.Word && s.far() }},
	{"a determiner before, a noun behind", func(s *stretch) bool {
		return s.before != nil && s.before.Is(lang.Determiner) && s.behind != nil && plainWord(s.behind)
	}},
	{"mostly in capitals", func(s *stretch) bool { return 2*s.capitals >= s.long }},
	{"I, we, you", func(s *stretch) bool { return s.personal }},
	{"single marks among double ones", func(s *stretch) bool { return s.Single && s.double }},
	{"a work before", func(s *stretch) bool { // not what she called “our foe”
		return s.before != nil && s.before.Is(lang.Work) && (s.a.CueToken != s.First-1 || s.a.Mention.Form == people.Nominal)
	}},
	{"a work behind", func(s *stretch) bool { return s.workBehind() }},
	{"called so", func(s *stretch) bool { // a book called “our foe”; “our foe,” as Lee called it, is his
		return s.before != nil && s.before.Is(lang.Work) && s.a.CueToken == s.First-1 && s.a.Mention.Form == people.Nominal
	}},
	{"its author behind", func(s *stretch) bool { return s.credited() }},
	{"a comma before", func(s *stretch) bool { return s.before != nil && s.before.Lower == "," }},
	{"another mark before", func(s *stretch) bool {
		return s.before != nil && !s.before.Word && !strings.Contains(":,", s.before.Lower)
	}},
	{"a noun behind", func(s *stretch) bool { return s.behind != nil && plainWord(s.behind) }},
	{"a name behind", func(s *stretch) bool { return s.behind != nil && s.behind.Word && s.behind.Capital }},
	{"speaker: a person", func(s *stretch) bool { return s.a.Entity >= 0 && s.finder.s.Entities[s.a.Entity].Kind == people.Person }},
	{"verb says", func(s *stretch) bool { return s.a.CueToken >= 0 && s.d.Tokens[s.a.CueToken].Verb.Class == lang.Say }},
	{"verb expresses", func(s *stretch) bool { return s.a.CueToken >= 0 && s.d.Tokens[s.a.CueToken].Verb.Class == lang.Express }},
	{"verb far off", func(s *stretch) bool { return s.a.CueToken >= 0 && s.a.CueToken < s.First-8 }},
}

// stretchAt reads stretch q.
func (f *finder) stretchAt(q int, a Attribution) stretch {
	d := f.d
	s := stretch{finder: f, Quoted: d.Quoted[q], q: q, a: a}
	first, last := f.bounds(q)
	s.starts = f.begins(q)
	if s.First > first {
		s.before = &d.Tokens[s.First-1]
	}
	if s.Last < last {
		s.behind = &d.Tokens[s.Last]
	}
	end := s.Last - 1
	if s.Closed {
		end--
	}
	s.first, s.end = &d.Tokens[min(s.First+1, s.Last-1)], &d.Tokens[max(end, s.First)]
	s.words = f.words(q)
	for t := s.First; t < s.Last; t++ {
		tok := &d.Tokens[t]
		if !tok.Word {
			continue
		}
		s.personal = s.personal || tok.Is(lang.SubjectPronoun) || tok.Is(lang.Contracted)
		if len(tok.Lower) > 3 {
			s.long++
			if tok.Capital && tok != s.first {
				s.capitals++
			}
		}
		if !tok.Capital && !unicode.IsDigit(rune(tok.Lower[0])) && (len(tok.Lower) > 4 || !tok.Any(smallInTitles)) {
			s.small++
		}
	}
	return s
}

var smallInTitles = lang.SetOf(lang.Preposition, lang.Conjunction, lang.Determiner, lang.To)

// quotation tells that a stretch is somebody's words, not a title, a nickname, a slogan or
// a scare quote; a is the first way to its speaker.
func (f *finder) quotation(q int, a Attribution) bool {
	s := f.stretchAt(q, a)
	if !f.known {
		return s.unread()
	}
	if s.words < leastWords && !s.sentence() {
		return false
	}
	sum := f.weights.speech[len(speechFeatures)+int(a.Rule)]
	for id := range speechFeatures {
		if speechFeatures[id].has(&s) {
			sum += f.weights.speech[id]
		}
	}
	return sum >= leastSpeech
}

// sentence tells that a stretch of two words or more is a sentence of its own that somebody
// beside it says: “No way,” he said; She said: “Not here.”
func (s *stretch) sentence() bool {
	if s.words < 2 {
		return false
	}
	switch s.a.Rule {
	case After, Inverted, Late, Running:
		return s.starts
	case Before, Colon:
		return s.first.Capital && s.ends(",.!?…—–-") && s.before != nil && !s.before.Word && s.a.CueToken >= s.First-2
	}
	return false
}

// unread tells speech in a language without word lists: longer ones, those that begin a
// sentence, and those that words for "said" stand beside.
func (s *stretch) unread() bool {
	d, p := s.d, s.d.Paragraphs[s.Paragraph]
	switch {
	case s.words < leastWords:
		return false
	case s.a.Rule == Signed:
		return true
	case lang.CapitalNouns(d.Language) && s.capitals >= s.long || !lang.CapitalNouns(d.Language) && 2*s.capitals >= s.long:
		return false
	}
	return s.words >= 6 || s.starts || lang.Quotative(d.Language, d.Text[max(p.Start, s.Start-40):s.Start], d.Text[s.End:min(p.End, s.End+40)])
}

// ends tells that the last token between the marks is one of some marks.
func (s *stretch) ends(marks string) bool { return !s.end.Word && strings.Contains(marks, s.end.Lower) }

// titled tells that all words but articles and the like have capitals: “Back to the Future”.
func (s *stretch) titled() bool { return s.small == 0 && !s.ends("!?") && s.words > 1 }

// workBehind tells that a noun for a work stands behind a stretch: wrote “A Year at Sea,” a novel.
func (s *stretch) workBehind() bool {
	_, last := s.bounds(s.q)
	for t := s.Last; t < last && t < s.Last+3; t++ {
		if tok := &s.d.Tokens[t]; tok.Is(lang.Work) {
			return true
		} else if tok.Is(lang.Verbal) {
			break
		}
	}
	return false
}

// credited tells that “by” and a name follow the comma of a stretch: “Imagine,” by John Lennon.
func (s *stretch) credited() bool {
	t := s.Last
	if t+2 >= len(s.d.Tokens) {
		return false
	}
	if s.d.Tokens[t].Lower == "," {
		t++
	} else if !s.ends(",") {
		return false
	}
	if !s.d.Tokens[t].Is(lang.Agentive) {
		return false
	}
	if t++; s.d.Tokens[t].Is(lang.Determiner) {
		t++
	}
	return t < len(s.d.Tokens) && s.d.Tokens[t].Capital
}

// far tells that no reporting verb stands right beside the marks.
func (s *stretch) far() bool { return s.a.CueToken < s.First-2 || s.a.CueToken > s.Last+1 }

var functionWords = lang.SetOf(lang.Verbal, lang.Auxiliary, lang.Preposition, lang.Conjunction, lang.Determiner, lang.Contracted, lang.Adverb,
	lang.SubjectPronoun, lang.To)

// plainWord tells a word without a capital that is a noun or an adjective as far as the lists know.
func plainWord(tok *text.Token) bool { return tok.Word && !tok.Capital && !tok.Any(functionWords) }

// words counts the words of a stretch.
func (f *finder) words(q int) int {
	n := 0
	for t := f.d.Quoted[q].First; t < f.d.Quoted[q].Last; t++ {
		if f.d.Tokens[t].Word {
			n += text.Words(f.d.Tokens[t].Lower) + strings.Count(f.d.Tokens[t].Lower, "-")
		}
	}
	return n
}

// begins tells that a stretch begins a sentence: “No way,” he said.
func (f *finder) begins(q int) bool {
	first, _ := f.bounds(q)
	return f.d.Quoted[q].First == first
}

// interrupted tells that a stretch goes on with the one before it, which its
// attribution interrupts in mid-sentence: “We go,” Lee said, “and we stay.”
func (f *finder) interrupted(q int) bool {
	d := f.d
	if q == 0 {
		return false
	}
	a, b := d.Quoted[q-1], d.Quoted[q]
	if d.Tokens[a.First].Sentence != d.Tokens[b.First].Sentence || f.found[q].Rule != Split && f.found[q].CueToken != f.found[q-1].CueToken ||
		f.found[q-1].Rule != After && f.found[q-1].Rule != Inverted {
		return false
	}
	return b.First > 0 && d.Tokens[b.First-1].Lower == ","
}
