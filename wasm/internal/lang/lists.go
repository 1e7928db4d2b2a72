package lang

import (
	"iter"
	"strings"
)

// Lines gives the entries of a word list: one a line, "#" starts a comment,
// blank lines do not count.
func Lines(file string) []string {
	out := make([]string, 0, 1+strings.Count(file, "\n"))
	for line := range lines(file) {
		out = append(out, line)
	}
	return out
}

func lines(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(file, "\n") {
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// sections gives the word lists of a file under their headings: "[male]" begins the
// list of that name.
func sections(file string) iter.Seq2[string, string] {
	return func(yield func(name, words string) bool) {
		rest, more := strings.CutPrefix(file, "[")
		if !more {
			_, rest, more = strings.Cut(file, "\n[")
		}
		for more {
			var part string
			part, rest, more = strings.Cut(rest, "\n[")
			if name, words, ok := strings.Cut(part, "]"); ok && !yield(name, words) {
				return
			}
		}
	}
}

// Gender is the gender that a word tells.
type Gender uint8

// The genders; Either stands for words that tell none, such as "president".
const (
	Either Gender = iota + 1
	Male
	Female
)

// and is the gender of a word that stands under two headings.
func (g Gender) and(other Gender) Gender {
	if g == 0 || g == other {
		return other
	}
	return Either
}
