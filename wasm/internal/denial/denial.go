// Package denial finds the passages in which a source says that a claim is not
// so. In goes the analyzed article with its sources and quotations; out come
// denials with denier and claim, and the sources who would not comment.
//
// The idea: a cue from a word list ("denies", "dismissed", "no truth to") only
// proposes. Its frame decides by what stands around it: its object (a claim, or
// something withheld or turned down), its voice, its negation, and who speaks.
// Weights fitted on the gold (weights.txt) then say how likely it is one, and which
// clause in reach is its claim. A plain negation ("I did not take the money") denies
// only where the article raises the claim before.
package denial

import (
	"cmp"
	"slices"
	"sort"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
	"keypoints/wasm/internal/weigh"
)

// Passage is one denial.
type Passage struct {
	text.Range // the sentence behind a dateline, or two
	Cue        text.Range
	Kind       string // deny, reject, label, negate, disclaim
	Frame      string // of the cue that found it, see denial-cues.txt
	Ground     string // how the article raises what a negation or a label answers, else ""
	Entity     int    // the denier, or -1
	Denier     *card.Source
	Claim      *text.Range // nil where the article never states it
	Quotation  int         // the quotation that the denial is, or -1
	Repeat     bool        // a clearer passage of the same source denies the same, as package rank tells
	Confidence float64
	// WithoutClaim is how likely it is a denial of the denier's, whatever it denies.
	WithoutClaim float64
}

// NoComment is a passage in which a source declines to comment.
type NoComment struct {
	text.Range
	Who string
}

// Found is what Find finds.
type Found struct {
	Denials    []Passage // in reading order
	NoComments []NoComment
}

// Find finds the denials of a document.
func Find(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string) Found {
	return findBy(d, s, quotes, headline, weighed())
}

func findBy(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string, m weigh.Model) Found {
	f := newFinder(d, s, quotes, headline)
	f.model = m
	var found Found
	for i := range d.Sentences {
		if f.endless(i) {
			continue
		}
		if c, ok := f.noComment(i); ok {
			found.NoComments = append(found.NoComments, c)
		}
		if p, ok := f.sentence(i); ok && !f.heading(i) {
			found.Denials = append(found.Denials, p)
		}
	}
	return found
}

// finder holds what the rules look at.
type finder struct {
	d         *text.Document
	s         *people.Sources
	quotes    []quote.Quotation
	lang      *lang.Language
	quotation []int32  // by token: the quotation whose words it is among, or -1
	words     []word   // by text.Token.ID
	function  lang.Set // the classes of function words
	raised    *raised
	model     weigh.Model
	found     []earlier
	weighed   int // denials whose claims were looked for
}

// word is what the rules know of a word of the document.
type word struct {
	cues, silences []int  // those that can begin with it
	stem           string // irregular forms have that of their base, and nouns for what somebody does that of their verb
}

// earlier is a denial found before, with its claim.
type earlier struct {
	sentence int
	claim    span
	entity   int // of the denier, or -1
}

func newFinder(d *text.Document, s *people.Sources, quotes []quote.Quotation, headline string) *finder {
	l := lang.For(d.Language)
	f := &finder{d: d, s: s, quotes: quotes, lang: l}
	f.words = make([]word, len(d.Vocabulary))
	for i, w := range d.Vocabulary {
		stem := lang.Stem(cmp.Or(l.Base(w.Lower), l.Deed(w.Lower), w.Lower))
		f.words[i] = word{l.Denial.First(w.Lower, &w.Entry), l.NoComment.First(w.Lower, &w.Entry), stem}
	}
	f.quotation = slices.Repeat([]int32{-1}, len(d.Tokens))
	for q := range quotes {
		for _, part := range quotes[q].Parts {
			first := sort.Search(len(d.Tokens), func(t int) bool { return d.Tokens[t].End > part.Start })
			for t := first; t < len(d.Tokens) && d.Tokens[t].Start < part.End; t++ {
				f.quotation[t] = int32(q)
			}
		}
	}
	f.raised = raise(f, headline)
	return f
}

// is tells that there is a token t, and that it is of a class.
//
//go:noinline
func (f *finder) is(t int, c lang.Class) bool {
	return t >= 0 && t < len(f.d.Tokens) && f.d.Tokens[t].Is(c)
}

// longestSentence is the number of tokens above which a sentence is none that
// anybody wrote; the time that the rules take grows with the square.
const longestSentence = 500

// heading tells that a sentence ends with a word, as a line between paragraphs does:
// “‘Rubbish’ talk of a move”.
func (f *finder) heading(i int) bool { return f.d.Tokens[f.d.Sentences[i].Last-1].Word }

func (f *finder) endless(i int) bool {
	return f.d.Sentences[i].Last-f.d.Sentences[i].First > longestSentence
}

// least is how likely a passage is a denial at least to be called one.
const least = 0.5

// mostCues is how many candidates of a sentence are weighed: one that somebody wrote has
// some, and each looks to the end of its clause.
const mostCues = 24

// sentence finds the likeliest denial of a sentence.
func (f *finder) sentence(i int) (Passage, bool) {
	list := f.candidates(i)
	best, likely := -1, least
	for k := range list[:min(len(list), mostCues)] {
		if f.nameless(list[k].source) {
			continue
		}
		if p := f.model.Likely(f.features(&list[k])); p > likely {
			best, likely = k, p
		}
	}
	f.remember(list)
	if best < 0 {
		return Passage{}, false
	}
	return f.passage(list[best], likely), true
}

// nameless tells that a source's words name nobody: "He's", "spending enough time doing".
func (f *finder) nameless(s source) bool {
	return s.card != nil && s.entity < 0 && !s.empty() && f.kindOf(s) == noWords
}

// candidates gives every cue of a sentence whose frame holds, but none whose cue is a part of
// another's: "not" of "not true".
func (f *finder) candidates(i int) (list []candidate) {
	var all []candidate
	sentence := f.d.Sentences[i]
	for t := sentence.First; t < sentence.Last; t++ {
		for _, index := range f.words[f.d.Tokens[t].ID].cues {
			cue := f.lang.Denial.Cues[index]
			last, ok := f.d.Match(&cue.Pattern, t, sentence.Last)
			if !ok || f.question(t, sentence) {
				continue
			}
			if c := (candidate{cue: cue, first: t, last: last, sentence: i, source: nobody, claimSentence: -1}); f.accept(&c) {
				all = append(all, c)
			}
		}
	}
	for _, c := range all {
		within := func(o candidate) bool {
			return o.first <= c.first && o.last >= c.last && o.last-o.first > c.last-c.first
		}
		if !slices.ContainsFunc(all, within) {
			list = append(list, c)
		}
	}
	return list
}

// remember keeps the denial of a sentence for those that go on denying.
func (f *finder) remember(list []candidate) {
	if len(list) > 0 {
		f.found = append(f.found, earlier{list[0].sentence, f.claim(list[0]), list[0].source.entity})
	}
}

// A candidate is a cue found in a sentence whose frame holds, and what the frame makes of it.
type candidate struct {
	cue                   lang.Cue
	sentence, first, last int // tokens [first, last)
	source                source
	object                span   // what is denied, where the frame says it; may be empty
	said                  bool   // the object is a that-clause, a gerund or a noun phrase of its own
	anaphor               bool   // the object stands for a claim stated elsewhere
	ground                string // how the article raises what a negation answers
	claimSentence         int    // where the article raises the claim, or -1
}

// span is a range of tokens [first, last).
type span struct{ first, last int }

func (s span) empty() bool { return s.last <= s.first }

func (f *finder) passage(c candidate, likely float64) Passage {
	sentence := f.d.Sentences[c.sentence]
	whole := sentence.Range
	if begins := f.s.Dateline(sentence.First); begins <= c.first {
		whole.Start = f.d.Tokens[begins].Start
	}
	p := Passage{Range: whole, Kind: c.cue.Kind, Frame: c.cue.Frame, Entity: c.source.entity, Denier: c.source.card,
		Cue:       text.Range{Start: f.d.Tokens[c.first].Start, End: f.d.Tokens[c.last-1].End},
		Quotation: int(f.quotation[c.first]), Ground: c.ground, Confidence: likely, WithoutClaim: likely}
	if claim, sure := f.chooseClaim(c); sure >= leastClaim {
		r := text.Range{Start: f.d.Tokens[claim.first].Start, End: f.d.Tokens[claim.last-1].End}
		p.Claim, p.Confidence = &r, min(likely, sure)
	}
	return p
}
