// Package text turns the article's blocks into one plain text with its
// paragraphs, sentences, tokens and quoted stretches. Everything is an offset
// into Document.Text, in bytes; strings are cut last.
package text

import (
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/lang"
)

// Range is a half-open range of bytes of Document.Text.
type Range struct{ Start, End int }

// Document is an analyzed article.
type Document struct {
	Text       string // the blocks' texts joined by a blank line
	Language   string // two letters, "en" where unknown
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
	Vocabulary []*Form  // the distinct words and marks
	Quoted     []Quoted // outermost quoted stretches, in reading order
}

// Paragraph is one block.
type Paragraph struct {
	Range
	Kind        body.Kind
	Author      string // of a Post or BlockQuote
	Signature   bool   // the line that signs a Post: none of its author's words
	Withheld    bool   // the publisher wants none of it on the card
	First, Last int    // sentences [First, Last)
}

// Sentence ends at ".", "?" or "!" outside a quotation, or inside one where
// the writer's sentence ends with the quotation.
type Sentence struct {
	Range
	Paragraph   int
	First, Last int // tokens [First, Last)
}

// Token is a word, a number or one punctuation mark.
type Token struct {
	Range
	*Form
	Word     bool // letters or digits
	Capital  bool // starts with an upper-case letter
	Sentence int
	Quote    int // index into Quoted of the stretch it lies in, marks included, or -1
}

// Form is what the tokens of a document that read alike share: an article has each of its
// words four times.
type Form struct {
	Lower      string // lower case, straight apostrophes
	ID         int32  // index into Document.Vocabulary
	lang.Entry        // what the language says of the word: token.Is(lang.Preposition)
}

// Quoted is a stretch between quotation marks.
type Quoted struct {
	Range             // with the marks
	Inner       Range // without the marks
	Paragraph   int
	First, Last int  // tokens [First, Last), marks included
	Closed      bool // false where the closing mark is missing
	Continues   bool // goes on in the next paragraph, which opens with a mark again
	Single      bool // single marks
}

// Cut gives the words of a range.
func (d *Document) Cut(r Range) string { return d.Text[r.Start:r.End] }
