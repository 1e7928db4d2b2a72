// Package reading finds who says what in an article of a language whose grammar is a list of
// switches: any but English. In goes the analyzed article, out come its people, its quotations
// with their speakers, its denials.
//
// The idea: words have kinds (lexicon.go), names and noun phrases are found by them (names.go,
// phrase.go), a reporting word has a subject beside it, where the switches say (subject.go), and
// a quotation has a reporting word behind it, before it, inside it or in the sentences around
// (attribute.go). Each way to a speaker has the share of right speakers that it had on articles
// that the lists were not written by.
package reading

import (
	"strings"
	"unicode/utf8"

	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// Found is what an article says.
type Found struct {
	Sources *people.Sources
	Quotes  []quote.Quotation
	Denials denial.Found
}

// reader holds what the search needs.
type reader struct {
	d         *text.Document
	l         *Lexicon
	w         []Word // by token
	elided    []int  // bytes of an elided word before each token's own
	at        []int  // by token: the mention that covers it, or -1
	entities  []people.Entity
	words     [][]string // of the entities' names, in lower case
	articled  []bool     // entities before whose names an article stands: "la Guardia Civil"
	roles     []string   // of the entities, all that the article calls them, in lower case
	mentions  []people.Mention
	byName    map[string][]int   // entities by the words of their names
	wholes    map[string][]whole // names of several words by their words, in reading order
	stands    []stands           // by word of the vocabulary
	traces    map[int]trace      // by a mention's first token
	unknown   map[int]bool       // entities whom the article calls by "a" or "an" only: "a spokesman"
	described map[string]int     // entities by the words of a description
	clitic    map[int]Word       // by token: the pronoun that hangs behind a verb, "dit-il"
	inside    int                // the quoted stretch whose words are read as the writer's, or -1
	bares     int                // names found behind verbs alone
	loose     bool               // any noun behind an article may speak
	nouns     map[string]int     // the last description of a person by its noun
	says      bool               // a description stands behind a quotation's verb
	genitive  bool               // a source behind "laut", in any case
	voices    []voice            // who speaks by the writer's reporting words, in reading order
	subject   []int              // by sentence: the entity that it is about, or -1
	found     []attribution      // by quoted stretch
}

// Read reads a document; ok is false where the language has no folder.
func Read(d *text.Document, headline string) (f Found, ok bool) {
	r := newReader(d)
	if r == nil {
		return Found{}, false
	}
	r.read()
	f.Quotes = r.quotations()
	f.Denials = r.denials()
	r.order(f.Quotes)
	f.Sources = people.Given(d, r.entities, r.mentions)
	return f, true
}

// newReader gives a reader of a document, nil where its language has no folder.
func newReader(d *text.Document) *reader {
	l := LexiconOf(d.Language)
	if l == nil {
		return nil
	}
	return &reader{d: d, l: l, byName: map[string][]int{}, wholes: map[string][]whole{}, described: map[string]int{}, unknown: map[int]bool{},
		nouns: map[string]int{}, traces: map[int]trace{}, clitic: map[int]Word{}, inside: -1}
}

// read finds names, voices, and the speaker of each quoted stretch.
func (r *reader) read() {
	r.classify()
	r.count()
	r.names()
	r.listen()
	r.attribute()
}

// classify looks each word of the document up once.
func (r *reader) classify() {
	d := r.d
	known := make([]Word, len(d.Vocabulary))
	elided := make([]int, len(d.Vocabulary))
	for i, word := range d.Vocabulary {
		known[i], elided[i] = r.l.Word(word.Lower)
	}
	r.w, r.elided, r.at = make([]Word, len(d.Tokens)), make([]int, len(d.Tokens)), make([]int, len(d.Tokens))
	for t := range d.Tokens {
		r.w[t], r.elided[t], r.at[t] = known[d.Tokens[t].ID], elided[d.Tokens[t].ID], -1
		if r.l.Switch["clitic-subjects"] && r.w[t].Kinds == 0 {
			r.unhang(t)
		}
	}
}

// is tells that token t is of one of some kinds.
func (r *reader) is(t int, k Kinds) bool { return t >= 0 && t < len(r.w) && r.w[t].Kinds&k != 0 }

// lower is token t without what is elided before it.
func (r *reader) lower(t int) string { return r.d.Tokens[t].Lower[r.elided[t]:] }

// start is where token t begins, without what is elided before it.
func (r *reader) start(t int) int {
	tok := r.d.Tokens[t]
	if n := r.elided[t]; n > 0 { // an elided word ends with an apostrophe, which may be of three bytes
		if i := strings.IndexAny(r.d.Cut(tok.Range), "'’"); i >= 0 {
			_, size := utf8.DecodeRuneInString(r.d.Text[tok.Start+i:])
			return tok.Start + i + size
		}
	}
	return tok.Start
}

// capital tells that token t begins with a capital, behind what is elided.
func (r *reader) capital(t int) bool {
	if r.elided[t] == 0 {
		return r.d.Tokens[t].Capital
	}
	c, _ := utf8.DecodeRuneInString(r.d.Text[r.start(t):])
	return strings.ToLower(string(c)) != string(c)
}

// word tells that token t is a word of the writer's in the sentence of another.
func (r *reader) word(t int) bool {
	return t >= 0 && t < len(r.d.Tokens) && r.d.Tokens[t].Word && r.d.Tokens[t].Quote == r.inside
}

// mark tells that token t is one of some punctuation marks outside quotations.
func (r *reader) mark(t int, marks string) bool {
	return t >= 0 && t < len(r.d.Tokens) && !r.d.Tokens[t].Word && r.d.Tokens[t].Quote == r.inside && strings.Contains(marks, r.d.Tokens[t].Lower)
}

// paragraph gives the tokens of the paragraph of token t.
func (r *reader) paragraph(t int) (first, last int) {
	p := r.d.Paragraphs[r.d.Sentences[r.d.Tokens[t].Sentence].Paragraph]
	return r.d.Sentences[p.First].First, r.d.Sentences[p.Last-1].Last
}

// cut gives the words of tokens [first, last).
func (r *reader) cut(first, last int) string {
	return r.d.Text[r.start(first):r.d.Tokens[last-1].End]
}

// unhang reads a verb with the pronoun behind it: "dit-il", "a-t-elle".
func (r *reader) unhang(t int) {
	low := r.d.Tokens[t].Lower
	i := strings.LastIndexByte(low, '-')
	if i <= 0 {
		return
	}
	pronoun, _ := r.l.Word(low[i+1:])
	verb, elided := r.l.Word(strings.TrimSuffix(low[:i], "-t"))
	if verb.Kinds == 0 && r.closing(t) { // « … », s'esbaudit-elle
		verb.Kinds = Expresses
	}
	if pronoun.Kinds&(He|I) != 0 && verb.Kinds&(Says|Expresses|Helps) != 0 {
		r.w[t], r.elided[t], r.clitic[t] = verb, elided, pronoun
	}
}

// person tells somebody whom a pronoun may mean: a person, or a name of two words that no
// article stands before.
func (r *reader) person(e int) bool {
	switch r.entities[e].Kind {
	case people.Person:
		return true
	case people.Unknown:
		return len(r.words[e]) > 1 && !r.articled[e]
	}
	return false
}
