package lang

import (
	"iter"
	"strings"
)

// Lines gives the entries of a word list: one a line, "#" starts a comment,
// blank lines do not count.
func Lines(file string) []string {
	out := make([]string, 0, 1+strings.Count(file, "\n"))
	for line := range strings.SplitSeq(file, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// bytesPerWord is a little less than the word lists have for a word: a map that is
// made for their number never grows, which takes most of the time of filling one.
const bytesPerWord = 6

// Set gives the words of a word list, which may stand several on a line; "word+"
// stands for "words" too.
func Set(file string) map[string]bool {
	out := make(map[string]bool, len(file)/bytesPerWord)
	for _, line := range Lines(file) {
		for word := range strings.FieldsSeq(line) {
			if noun, ok := strings.CutSuffix(word, "+"); ok {
				word = noun
				out[noun+"s"] = true
			}
			out[word] = true
		}
	}
	return out
}

// sections gives the word lists of a file under their headings: "[male]" begins the
// list of that name.
func sections(file string) iter.Seq2[string, string] {
	return func(yield func(name, words string) bool) {
		for part := range strings.SplitSeq("\n"+file, "\n[") {
			if name, words, ok := strings.Cut(part, "]"); ok && !yield(name, words) {
				return
			}
		}
	}
}

// lists gives the word lists of a file as sets, by their names.
func lists(file string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for name, words := range sections(file) {
		out[name] = Set(words)
	}
	return out
}

// classes gives each word the number of its line, from 1.
func classes(file string) map[string]int {
	out := map[string]int{}
	for i, line := range Lines(file) {
		for word := range strings.FieldsSeq(line) {
			out[word] = i + 1
		}
	}
	return out
}

// Gender is the gender that a word tells.
type Gender int8

// The genders; Either stands for words that tell none, such as "president".
const (
	Either Gender = iota + 1
	Male
	Female
)

// genders reads a file of lists under [male], [female] and [both].
func genders(file string) map[string]Gender {
	out := make(map[string]Gender, len(file)/bytesPerWord)
	for name, words := range sections(file) {
		g := Either
		switch name {
		case "male":
			g = Male
		case "female":
			g = Female
		}
		for _, line := range Lines(words) {
			for word := range strings.FieldsSeq(line) {
				if other, ok := out[word]; ok && other != g {
					out[word] = Either
				} else {
					out[word] = g
				}
			}
		}
	}
	return out
}
