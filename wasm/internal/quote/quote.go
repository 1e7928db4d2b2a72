// Package quote finds an article's quotations and who says each.
//
// A quotation is a stretch between quotation marks that somebody says; titles,
// nicknames and scare quotes are left out (speech.go). Its speaker is looked
// for in the writer's words of its sentence: behind the quotation (after.go),
// before it (before.go), and where the sentence has none, in the sentences
// around it (around.go). Each way to a speaker is a Rule, whose share of right
// speakers on the gold articles is the confidence that the card gives.
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

	origin Rule // of the quotation that the speaker was taken from, or None
}

// Least is the confidence below which a speaker is left out: a missing speaker
// is better than a wrong one. It is read off the risk curve of go run ./wasm/fit.
const Least = 0.66

// leastWay is the share of right speakers below which a way to one is not followed.
const leastWay = 0.7

// finder holds what the search needs.
type finder struct {
	d       *text.Document
	s       *people.Sources
	l       *lang.Language
	double  bool          // whether a stretch has double marks
	known   bool          // whether the document's language has its word lists
	found   []Attribution // by quoted stretch, as far as settled
	done    []bool
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
		found:  make([]Attribution, len(d.Quoted)), done: make([]bool, len(d.Quoted))}
}

// rules gives each stretch the speaker that the first way to one finds.
func (f *finder) rules() {
	for q := range f.d.Quoted {
		if f.known {
			f.found[q] = f.inSentence(q)
		} else {
			f.found[q] = f.signature(q)
		}
		f.done[q] = f.found[q].Rule != None
	}
	for q := range f.d.Quoted {
		if !f.done[q] && f.known {
			f.found[q] = f.around(q)
		}
	}
	if f.known {
		f.repeated()
		if len(f.d.Quoted) > 0 {
			f.spoken = f.s.Voices()
		}
	}
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
	f.rules()
	d := f.d
	var out []Quotation
	for q := range d.Quoted {
		a := f.found[q]
		f.settle(&a)
		stretch := d.Quoted[q]
		if n := len(out) - 1; n >= 0 && f.interrupted(q) && f.kept(q-1) {
			out[n].Parts = append(out[n].Parts, stretch.Inner)
			continue
		}
		if !f.quotation(q, a) {
			continue
		}
		if f.known && a.Rule != Signed {
			a = f.choose(q)
		}
		out = append(out, Quotation{Parts: []text.Range{stretch.Inner}, First: stretch.First + 1, Sentence: d.Tokens[stretch.First].Sentence, Attribution: a})
	}
	return f.withBlocks(out)
}

// settle names the speaker whom a way leads to, or nobody where it is too unsure a way.
func (f *finder) settle(a *Attribution) {
	if a.Rule == None {
		*a = nobody
		return
	}
	a.Entity = a.Mention.Entity
	a.Confidence = f.confidence(*a)
	if a.Rule == Signed {
		return
	}
	if a.Confidence >= leastWay {
		a.Speaker = f.s.Source(a.Mention)
	}
	if a.Speaker == nil {
		a.Entity = -1
	}
}

// kept tells that a stretch is a quotation on the list.
func (f *finder) kept(q int) bool {
	a := f.found[q]
	f.settle(&a)
	return f.quotation(q, a)
}
