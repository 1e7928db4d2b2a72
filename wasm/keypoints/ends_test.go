package keypoints

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What stands around a word where a text begins or ends with it.
var ends = []string{
	"* Ann Lee said: “We came to the pier for all of you.”",
	"“* to all of you who came to the pier,” said Ann Lee.",
	"The pier is shut. Ann Lee said: “We came to the pier for all of you, *",
	"The pier is shut. Ann Lee said: “We came to the pier for all of you” *",
	"The mayor is accused of selling the pier. Ann Lee denied *",
	"The mayor is accused of selling the pier. “That is not so,” Ann Lee *",
	"The mayor is accused of selling the pier. She had not sold * it, *",
}

// Each word of the lists opens or calls for something: what it looks for behind it, or
// before it, may not be there.
func TestATextMayBeginAndEndWithAnyWordOfTheLists(t *testing.T) {
	lists, err := filepath.Glob("../internal/lang/en/*.txt")
	if err != nil || len(lists) < 5 {
		t.Fatal(lists, err)
	}
	var words []string
	for _, list := range lists {
		text, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, strings.Fields(string(text))...)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	for _, around := range ends {
		for _, word := range words {
			text := strings.ReplaceAll(around, "*", word)
			func() {
				defer func() {
					if broke := recover(); broke != nil {
						t.Errorf("%q: %v", text, broke)
					}
				}()
				if _, err := Summarize(Page{Text: []byte(text)}, everything); err != nil {
					t.Errorf("%q: %v", text, err)
				}
			}()
		}
	}
}
