// Package grammar reads sentences as far as their words show it: what a verb is, and whether it
// has a tense, is passive, negated or only supposed (verbs.go); what a noun phrase is, from its
// first word on (forward.go) and back from its last (backward.go); what a comma sets apart
// (apposition.go); what the subject of a verb is (subject.go), and where a clause ends (clause.go), or
// a sentence begins behind its dateline (dateline.go).
//
// There is no parser: each question is answered by the words between two tokens. The package knows
// no names; whoever does tells it as Names. All positions are indexes into Document.Tokens, and what
// each question may look at is bounded, so that a page of one endless sentence costs no more.
package grammar

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// Reader reads the sentences of a document.
type Reader struct {
	d     *text.Document
	l     *lang.Language
	names Names
}

// New makes a reader of a document in whose sentences names stand.
func New(d *text.Document, names Names) *Reader { return &Reader{d, lang.For(d.Language), names} }

// Names tells which tokens belong to names, as far as they are known yet.
type Names interface {
	At(t int) int // the number of the name that covers a token, or -1
	Name(i int) Name
}

// Name is what a sentence's grammar depends on of a name.
type Name struct {
	First, Last int // tokens [First, Last), with the title before it
	Head        int
	Form        Form // Pronoun for one that stands for a name
	Possessive  bool // "Lee's"
	Bearer      int  // the same for two names of one bearer; -1 where nobody knows him
	Kind        Kind // of the bearer
	Full        bool // more than one word
}

// Kind is what kind of thing bears a name.
type Kind uint8

// The kinds of bearers.
const (
	Thing   Kind = iota // or not known
	Person              // a given name, a title or a role tells it
	Perhaps             // a person by no more than the shape of the name
	Body                // an organization
)

// Form is how a phrase refers.
type Form uint8

// The forms of phrases.
const (
	Proper  Form = iota // "Zhao Lijian"
	Nominal             // "the spokesperson"
	Pronoun             // "he"
)

// Phrase is a noun phrase.
type Phrase struct {
	First, Last int // tokens [First, Last)
	Head        int
	Form        Form
	Name        int // the number of the name that a Proper phrase is, else -1
}

func (r *Reader) at(t int) int { return r.names.At(t) }

// name gives the name that covers a token.
func (r *Reader) name(t int) (Name, bool) {
	i := r.names.At(t)
	if i < 0 {
		return Name{}, false
	}
	return r.names.Name(i), true
}

// bearer is the kind of thing that a phrase names, where somebody knows it.
func (r *Reader) bearer(p Phrase) (Kind, bool) {
	if p.Form != Proper {
		return Thing, false
	}
	n := r.names.Name(p.Name)
	return n.Kind, n.Bearer >= 0
}

// person tells a phrase that names a person, if only by the shape of the name.
func (r *Reader) person(p Phrase) bool {
	kind, ok := r.bearer(p)
	return ok && (kind == Person || kind == Perhaps)
}

func (r *Reader) is(t int, c lang.Class) bool {
	return t >= 0 && t < len(r.d.Tokens) && r.d.Tokens[t].Is(c)
}

// Among tells that a word of a class stands among tokens [first, last).
func (r *Reader) Among(first, last int, c lang.Class) bool {
	for t := first; t < last; t++ {
		if r.d.Tokens[t].Is(c) {
			return true
		}
	}
	return false
}

// proper makes the phrase that a name is.
func (r *Reader) proper(i int) Phrase {
	n := r.names.Name(i)
	return Phrase{n.First, n.Last, n.Head, n.Form, i}
}

// nominal makes the phrase of tokens [first, last) with a noun as its head.
func nominal(first, last, head int) Phrase { return Phrase{first, last, head, Nominal, -1} }

// pronoun makes the phrase of one token.
func pronoun(t int) Phrase { return Phrase{t, t + 1, t, Pronoun, -1} }

// longest is how many words a noun phrase may have; longer ones are misread clauses.
const longest = 14

// SentenceFirst is the first token of the sentence of token t.
func (r *Reader) SentenceFirst(t int) int { return r.d.Sentences[r.d.Tokens[t].Sentence].First }

// Adjacent tells that only a space stands between two tokens.
func (r *Reader) Adjacent(a, b int) bool {
	return r.d.Tokens[b].Start-r.d.Tokens[a].End == 1 && r.d.Tokens[a].Sentence == r.d.Tokens[b].Sentence
}
