package rank

import (
	"strings"
	"unicode"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// ranker holds what the features look at.
type ranker struct {
	d        *text.Document
	s        *people.Sources
	quotes   []quote.Quotation
	headline []string       // stems
	spoken   map[string]int // words quoted, by speaker
	quoted   int            // words quoted in all
	first    int            // the first quotation that is long enough
	firstOf  map[string]int // that, by speaker
	stems    [][]string     // by quotation
	words    []int          // by quotation
	named    map[int]bool   // entities that a name means
	told     map[int]bool   // those whom the writer names, not just the signature of a post
	lang     *lang.Language
}

var (
	grammatical = lang.SetOf(lang.Preposition, lang.Conjunction, lang.Determiner, lang.Auxiliary, lang.Contracted, lang.Pointing, lang.Personal)
	verbal      = lang.SetOf(lang.Verbal, lang.Reporting, lang.Adverb)
	noVerb      = lang.SetOf(lang.Contracted, lang.Determiner, lang.Conjunction)
)

func newRanker(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string) *ranker {
	l := lang.For(d.Language)
	r := &ranker{d: d, s: s, quotes: quotes, lang: l, headline: stems(headline, l), spoken: map[string]int{}, firstOf: map[string]int{}, named: map[int]bool{}, told: map[int]bool{}, first: len(quotes)}
	for _, m := range s.Mentions {
		if m.Form == people.Name {
			r.named[m.Entity] = true
			p := &d.Paragraphs[d.Sentences[d.Tokens[m.First].Sentence].Paragraph]
			r.told[m.Entity] = r.told[m.Entity] || p.Kind != body.Post && !p.Signature
		}
	}
	for i, q := range quotes {
		said := r.said(q)
		n := text.Words(said)
		r.stems = append(r.stems, stems(said, l))
		r.words = append(r.words, n)
		r.quoted += n
		if n >= leastWords {
			r.first = min(r.first, i)
		}
		if q.Speaker != nil {
			r.spoken[q.Speaker.Name] += n
			if _, spoke := r.firstOf[q.Speaker.Name]; !spoke && n >= leastWords {
				r.firstOf[q.Speaker.Name] = i
			}
		}
	}
	return r
}

// said gives a quotation's words without those between its parts.
func (r *ranker) said(q quote.Quotation) string {
	var b strings.Builder
	for i, part := range q.Parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(r.d.Cut(part))
	}
	return b.String()
}

// features of one quotation; shares lie between 0 and 1.
type features struct {
	words          int
	speaker        bool    // somebody is known to say it
	confidence     float64 // that the speaker is right
	stranger       bool    // an author of a post who is no person that the article names
	unnamed        bool    // the speaker is a description: nobody with a name, or one of several
	chatter        bool    // short small talk: “Hey, how's everybody doing out there tonight?”
	fragment       bool    // its subject stands outside the marks: “landed on time”
	plain          float64 // share of function words
	foreign        bool    // not English: nobody to be known by its words
	fullName       bool
	voice          float64 // the speaker's share of all quoted words
	headline       float64 // four of the headline's words make 1
	headlineTwice  bool
	position       float64 // 0 at the article's start
	first          bool    // the first one long enough
	firstOfSpeaker bool
	early          bool // in the first third of the paragraphs
	sentence       bool // begins with a capital: a sentence, no fragment
	question       bool
	personal       bool // "I", "we", "our"
	dangling       bool // begins with a word that points back
}

func (r *ranker) features(q int) features {
	quotation := r.quotes[q]
	said := r.said(quotation)
	f := features{words: r.words[q], speaker: quotation.Speaker != nil}
	f.foreign = !lang.Known(r.d.Language)
	f.fragment = r.subjectless(quotation)
	f.confidence, f.plain = quotation.Confidence, r.plain(quotation)
	if f.speaker {
		f.stranger = quotation.Rule == quote.Author && !(r.told[quotation.Entity] && r.s.SurelyPerson(quotation.Entity))
		// German descriptions have capitals too: “der Interimscoach”.
		f.unnamed = !r.hasName(quotation.Speaker.Name) || (f.foreign || r.oneOfSeveral(quotation.Speaker.Name)) && !r.everNamed(quotation)
		f.voice = float64(r.spoken[quotation.Speaker.Name]) / float64(max(r.quoted, 1))
		f.fullName = strings.Contains(quotation.Speaker.Name, " ") && r.person(quotation.Entity)
	}
	f.first, f.firstOfSpeaker = q <= r.first, true
	if f.speaker {
		first, spoke := r.firstOf[quotation.Speaker.Name]
		f.firstOfSpeaker = !spoke || q <= first
	}
	inHeadline := shared(r.stems[q], r.headline)
	f.headline = float64(min(inHeadline, 4)) / 4
	f.headlineTwice = inHeadline >= 2
	f.chatter = inHeadline == 0 && f.words < aBreath && r.smallTalk(quotation)
	if len(quotation.Parts) > 0 {
		f.position = float64(quotation.Parts[0].Start) / float64(len(r.d.Text)+1)
	}
	f.early = 3*paragraph(r.d, quotation) < len(r.d.Paragraphs)
	runes := []rune(strings.TrimLeft(said, "[("))
	if len(runes) > 0 {
		f.sentence = unicode.IsLetter(runes[0]) && !unicode.IsLower(runes[0]) || unicode.IsDigit(runes[0]) || runes[0] == '$'
		f.question = runes[len(runes)-1] == '?'
	}
	first := true
	for w := range words(said) {
		if first {
			f.dangling = r.lang.Is(w, lang.Pointing)
		}
		first = false
		f.personal = f.personal || r.lang.Is(w, lang.Personal)
	}
	return f
}

// plain is the share of function words among a quotation's words.
func (r *ranker) plain(q quote.Quotation) float64 {
	words, plain := 0, 0
	end := q.Parts[len(q.Parts)-1].End
	for t := q.First; t < len(r.d.Tokens) && r.d.Tokens[t].Start < end; t++ {
		tok := &r.d.Tokens[t]
		if !tok.Word {
			continue
		}
		words++
		if tok.Any(grammatical) {
			plain++
		}
	}
	return float64(plain) / float64(max(words, 1))
}

// subjectless tells that a quotation begins in lower case with a verb, an adverb or what
// goes on with "to" (“needs to be heard”): the end of a sentence that the writer began.
func (r *ranker) subjectless(q quote.Quotation) bool {
	t := q.First
	for t < len(r.d.Tokens) && !r.d.Tokens[t].Word {
		t++
	}
	if t >= len(r.d.Tokens) || !lang.Known(r.d.Language) {
		return false
	}
	tok := &r.d.Tokens[t]
	return !tok.Capital && (tok.Any(verbal) && !tok.Any(noVerb) || t+1 < len(r.d.Tokens) && r.d.Tokens[t+1].Is(lang.To) ||
		len(tok.Lower) > 4 && (lang.InIng(tok.Lower) || lang.InEd(tok.Lower) || lang.InLy(tok.Lower) && !tok.Is(lang.NotAdverb)))
}

// smallTalk tells that a quotation opens with a greeting, thanks or a stop for thought, or
// has one between commas: “Good evening from …”, “You may remember me from, well, …”.
func (r *ranker) smallTalk(q quote.Quotation) bool {
	word, end := 0, q.Parts[len(q.Parts)-1].End
	before := &text.Token{Form: &text.Form{}}
	for t := q.First; t < len(r.d.Tokens) && r.d.Tokens[t].Start < end; t++ {
		tok := &r.d.Tokens[t]
		if tok.Is(lang.SmallTalk) && (word == 0 || word == 1 && !before.Is(lang.Determiner) && !before.Is(lang.Time) ||
			before.Lower == "," && t+1 < len(r.d.Tokens) && r.d.Tokens[t+1].Lower == ",") {
			return true
		}
		if tok.Word {
			word++
		}
		before = tok
	}
	return false
}

// hasName tells that a speaker's name has a word with a capital that its place does not
// give it: "Ann Lee", "a Google spokesperson"; not "The company", "Critics", "Lee's letter".
func (r *ranker) hasName(name string) bool {
	fields := strings.Fields(name)
	if len(fields) == 0 {
		return false
	}
	if last := fields[len(fields)-1]; r.lang.Is(last, lang.Paper) || r.lang.Is(last, lang.Document) {
		return false // in lower case: the Post is a newspaper
	}
	for i, w := range fields {
		first := []rune(w)[0]
		low := strings.ToLower(w)
		if (unicode.IsUpper(first) || unicode.IsDigit(first)) && (i > 0 || !r.lang.Is(low, lang.Determiner) && !r.lang.Is(low, lang.RoleNoun)) {
			return true
		}
	}
	return false
}

// oneOfSeveral tells a description that leaves open who it is: “one Cowboys executive”,
// “a Tory source”; not “a Google spokesperson”, by whom Google speaks.
func (r *ranker) oneOfSeveral(name string) bool {
	for i, w := range strings.Fields(strings.ToLower(name)) {
		if i == 0 && (!r.lang.Is(w, lang.Determiner) || r.lang.Is(w, lang.The)) || r.lang.Is(w, lang.Spokesperson) {
			return false
		}
	}
	return true
}

// everNamed tells that some mention of the speaker is a name: “la vecina”, who is “Esta
// vecina” on the card, has none.
func (r *ranker) everNamed(q quote.Quotation) bool {
	return q.Mention.Form == people.Name || q.Entity < 0 || r.named[q.Entity]
}

func (r *ranker) person(entity int) bool {
	return entity >= 0 && entity < len(r.s.Entities) && r.s.Entities[entity].Kind == people.Person
}

// overlap is the share of the shorter quotation's words that are in the other too.
func (r *ranker) overlap(a, b int) float64 {
	shorter := min(len(r.stems[a]), len(r.stems[b]))
	return float64(shared(r.stems[a], r.stems[b])) / float64(max(shorter, 1))
}
