package main

import (
	"slices"
	"strings"
	"unicode"
)

// How the evaluation compares, in its score.py: alike passages share half the words of the
// shorter one, the same denier a word of the name, a right claim has a word F1 of a half.

var emptyInNames = strings.Fields(`the a an of and or to in for on by at his her its their he she they it who that this mr mrs ms dr sir
	president prime minister senator sen rep representative governor gov secretary spokesman spokeswoman spokesperson chief former`)

func wordsOf(s string) []string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), "'s", "")
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func inCommon(a, b []string) int {
	pool, n := map[string]int{}, 0
	for _, w := range b {
		pool[w]++
	}
	for _, w := range a {
		if pool[w] > 0 {
			pool[w]--
			n++
		}
	}
	return n
}

func alike(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	n, shorter := inCommon(x, y), min(len(x), len(y))
	return n >= min(3, shorter) && 2*n >= shorter
}

func wordF1(a, b string) float64 {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return 2 * float64(inCommon(x, y)) / float64(len(x)+len(y))
}

func sameName(found string, gold ...string) bool {
	var all, want []string
	for _, g := range gold {
		all = append(all, wordsOf(g)...)
	}
	for _, w := range all {
		if !slices.Contains(emptyInNames, w) {
			want = append(want, w)
		}
	}
	if len(want) == 0 {
		want = all
	}
	return slices.ContainsFunc(wordsOf(found), func(w string) bool { return slices.Contains(want, w) })
}
