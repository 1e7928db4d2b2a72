package lang

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed quotatives.txt
var quotativeFile string

var quotatives = sync.OnceValue(func() (q struct{ before, after map[string][]string }) {
	q.before, q.after = map[string][]string{}, map[string][]string{}
	for _, line := range Lines(quotativeFile) {
		if fields := strings.Fields(line); len(fields) > 2 {
			side := q.before
			if fields[0] == "after" {
				side = q.after
			}
			side[fields[1]] = append(side[fields[1]], fields[2:]...)
		}
	}
	return q
})

// Quotative says whether a text says of a quotation between before and after that
// somebody said it: by a colon before it, or by the words of quotatives.txt.
func Quotative(tag, before, after string) bool {
	before, after = strings.TrimRight(before, " "), strings.TrimLeft(after, " ")
	if strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：") {
		return true
	}
	q := quotatives()
	for _, word := range q.before[tag] {
		if strings.HasSuffix(strings.TrimRight(before, "，,"), word) || strings.HasSuffix(before, word) {
			return true
		}
	}
	for _, word := range q.after[tag] {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// DialogueDash tells the languages whose newspapers write speech with dashes.
func DialogueDash(tag string) bool {
	switch tag {
	case "pl", "es", "pt", "fr", "ru", "uk", "ro", "tr", "hu", "bg", "cs", "sk":
		return true
	}
	return false
}
