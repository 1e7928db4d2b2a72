//go:build wasip1

package lang

import "strings"

var learned = map[string]string{}

// Learn keeps the lists of a language, as AllNews gives them natively, until the program
// ends. Empty ones say that the host has none.
func Learn(tag, lists string) { learned[tag] = lists }

// Missing tells that a language has lists which the host has not given yet.
func Missing(tag string) bool {
	_, given := learned[tag]
	return !given && len(tag) == 2 && strings.Contains(newsTags, tag)
}

func newsLists(tag string) (lists string, given bool) {
	lists, given = learned[tag]
	return
}
