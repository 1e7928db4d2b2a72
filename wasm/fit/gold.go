package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"strings"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// An article of the gold, as its file has it.
type article struct {
	ID, Headline string
	Lang         string // of other languages than English
	Paragraphs   []string
	Quotes       []struct {
		Text   string
		Source *source
	}
	Unattributed []struct{ Text, Kind string } // stretches that nobody says; "plain" those that count
}

// A source is who says a quotation.
type source struct {
	Text, Type   string
	Names, Heads []string
}

// read reads gold files.
func read(files []string) ([]article, error) {
	var out []article
	for _, file := range files {
		in, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, 1<<26)
		for n := 1; lines.Scan(); n++ {
			var a article
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
			out = append(out, a)
		}
		in.Close()
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return out, nil
}

// An example is a quotation whose speaker the gold tells, with its candidates.
type example struct {
	quote.Example
	fold int
	*source
	form  string // of the gold's source: named, nominal, pronoun
	right []bool // by candidate; nobody is right where no other is
	words string
	id    string
}

const folds = 5

// prepare runs the engine on the articles and joins what it finds with the gold.
func prepare(articles []article) (out []example, all []heard) {
	for i, a := range articles {
		if i%20 == 0 {
			fmt.Fprintf(os.Stderr, "\rreading %d of %d articles", i+1, len(articles))
		}
		d, s := a.parse()
		out = append(out, a.examples(d, s)...)
		all = append(all, a.heard(d, s)...)
	}
	fmt.Fprintf(os.Stderr, "\r%d articles, %d quotations      \n", len(articles), len(out))
	return out, all
}

// parse reads an article as the engine does.
func (a article) parse() (*text.Document, *people.Sources) {
	var blocks []body.Block
	for _, p := range a.Paragraphs {
		blocks = append(blocks, body.Block{Text: strings.Join(strings.Fields(p), " ")})
	}
	d := text.Parse(blocks, "en")
	return d, people.Find(d)
}

// fold is the fifth of the articles that an article belongs to.
func (a article) fold() int {
	hash := fnv.New32a()
	hash.Write([]byte(a.ID))
	return int(hash.Sum32() % folds)
}

func (a article) examples(d *text.Document, s *people.Sources) []example {
	found := quote.Examples(d, s)
	var out []example
	at := 0
	used := map[int]bool{}
	for _, q := range a.Quotes {
		words := strings.Join(strings.Fields(q.Text), " ")
		start := strings.Index(d.Text[at:], words)
		if start < 0 {
			continue
		}
		r := text.Range{Start: at + start, End: at + start + len(words)}
		at = r.End
		if q.Source == nil || len(q.Source.Names)+len(q.Source.Heads) == 0 {
			continue
		}
		// Each stretch that lies in the gold's quotation is an example.
		for k, e := range found {
			shared := min(e.Range.End, r.End) - max(e.Range.Start, r.Start)
			if used[k] || shared <= 0 || 10*shared < 8*min(r.End-r.Start, e.Range.End-e.Range.Start) {
				continue
			}
			used[k] = true
			x := example{Example: e, source: q.Source, fold: a.fold(), form: q.Source.Type, words: words, id: a.ID, right: make([]bool, len(e.Candidates))}
			any := false
			for c := 1; c < len(e.Candidates); c++ {
				x.right[c] = q.Source.is(e.Candidates[c].Name)
				any = any || x.right[c]
			}
			x.right[0] = !any
			out = append(out, x)
		}
	}
	return out
}

// A heard stretch is one between marks, of which the gold tells whether it is speech.
type heard struct {
	weighing[int]
	fold     int
	sentence bool // of speechFile, none of an article
}

// heard gives the stretches that the gold has among the quotations, or as nobody's.
func (a article) heard(d *text.Document, s *people.Sources) []heard {
	var said, plain []text.Range
	place := func(words string, at int) text.Range {
		words = strings.Join(strings.Fields(words), " ")
		if i := strings.Index(d.Text[at:], words); i >= 0 {
			return text.Range{Start: at + i, End: at + i + len(words)}
		}
		return text.Range{Start: at, End: at}
	}
	at := 0
	for _, q := range a.Quotes {
		r := place(q.Text, at)
		said, at = append(said, r), r.End
	}
	at = 0
	for _, q := range a.Unattributed {
		if q.Kind != "" && q.Kind != "plain" {
			continue
		}
		r := place(q.Text, at)
		plain, at = append(plain, r), r.End
	}
	var out []heard
	for _, x := range quote.Stretches(d, s) {
		if right := within(x.Range, said); right || within(x.Range, plain) {
			out = append(out, heard{weighing[int]{x.Features, right, 1}, a.fold(), false})
		}
	}
	return out
}

// within tells that most of a range lies in one of a list.
func within(r text.Range, list []text.Range) bool {
	for _, l := range list {
		if 2*(min(r.End, l.End)-max(r.Start, l.Start)) > r.End-r.Start {
			return true
		}
	}
	return false
}
