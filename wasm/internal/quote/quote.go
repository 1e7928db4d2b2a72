// Package quote finds an article's quotations and who says each.
//
// A quotation is a stretch between quotation marks that somebody says; titles,
// nicknames and scare quotes are left out (speech.go). Its speaker is looked
// for in the writer's words of its sentence: behind the quotation (after.go),
// before it (before.go), and where the sentence has none, in the sentences
// around it (around.go). Each way to a speaker is a Rule (ways.go). What it finds is
// one candidate among all who are named around (candidates.go, surroundings.go), of whom
// fitted weights choose the likeliest (choose.go).
package quote

import (
	"slices"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// Quotation is one quotation with its attribution.
type Quotation struct {
	Parts    []text.Range // without marks; two or more where interrupted by "he said"
	First    int          // the first token inside the marks
	Sentence int
	Attribution
	Why *card.Why // from Explained
}

// Attribution says who speaks, and why the engine thinks so.
type Attribution struct {
	Speaker    *card.Source   // nil where nobody can tell
	Entity     int            // of the speaker, or -1
	Mention    people.Mention // the words beside the quotation
	Cue        string         // the reporting word, or empty
	CueToken   int            // or -1
	Rule       Rule
	Confidence float64
}

// Least is the confidence below which a speaker is left out: a missing speaker
// is better than a wrong one. It is read off the risk curve of go run ./wasm/fit.
const Least = 0.65

// finder holds what the search needs.
type finder struct {
	d       *text.Document
	s       *people.Sources
	l       *lang.Language
	double  bool              // whether a stretch has double marks
	known   bool              // whether the document's language has its word lists
	found   []Attribution     // by quoted stretch, as far as settled
	spoken  []people.Voice    // who speaks by the writer's reporting verbs
	list    []candidate       // room for one quotation's candidates
	reasons map[int]*card.Why // by quoted stretch, where they are asked for
	weights *model
}

// nobody is the attribution of a quotation without a speaker.
var nobody = Attribution{Entity: -1, CueToken: -1}

func newFinder(d *text.Document, s *people.Sources) *finder {
	return &finder{d: d, s: s, l: lang.For(d.Language), known: lang.Known(d.Language), weights: fitted(),
		double: slices.ContainsFunc(d.Quoted, func(q text.Quoted) bool { return !q.Single }),
		found:  make([]Attribution, len(d.Quoted))}
}

// Find finds the quotations of a document, in reading order.
func Find(d *text.Document, s *people.Sources) []Quotation { return newFinder(d, s).find() }

// FindBy is Find with other weights than the engine's, in the form of weights.txt.
func FindBy(d *text.Document, s *people.Sources, weights string) []Quotation {
	f := newFinder(d, s)
	f.weights = readModel(weights)
	return f.find()
}

func (f *finder) find() []Quotation {
	f.picks()
	d := f.d
	var out []Quotation
	last := -1 // the last stretch that is somebody's words
	for q, stretch := range d.Quoted {
		if q > 0 && last == q-1 && f.interrupted(q) {
			n := len(out) - 1
			out[n].Parts = append(out[n].Parts, stretch.Inner)
			last = q
			continue
		}
		if !f.quotation(q, f.found[q]) {
			continue
		}
		last = q
		a := f.found[q]
		if f.known && a.Rule != Signed {
			a = f.choose(q)
		}
		out = append(out, Quotation{Parts: []text.Range{stretch.Inner}, First: stretch.First + 1, Sentence: d.Tokens[stretch.First].Sentence, Attribution: a})
	}
	return f.withBlocks(out)
}
