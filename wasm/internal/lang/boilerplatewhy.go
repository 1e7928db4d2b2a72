package lang

import "strings"

// ListedAs gives the line of the lists that a text of a page is left out by, with its
// file: "en/boilerplate.txt: start sign up for our newsletter"; "" where none has it. It
// reads all lists, line by line: for explanations.
func ListedAs(text string) string {
	folded := Fold(text)
	bare := strings.Trim(folded, " .:;!?…-–—|[]()*>»›→▶▼+\"'0123456789")
	for _, file := range boilerplateFiles {
		for _, line := range Lines(*file.lines) {
			kind, phrase, _ := strings.Cut(line, " ")
			if phrase = strings.TrimSpace(phrase); phrase == "" {
				continue
			}
			fits := false
			switch kind {
			case "line", "end":
				fits = bare == phrase
			case "lead":
				rest, starts := strings.CutPrefix(strings.TrimLeft(folded, "*[(- "), phrase)
				fits = starts && (rest == "" || strings.IndexAny(rest, " :|–—>»：｜*])-") == 0)
			case "start", "tail", "dated":
				fits = starts(folded, phrase)
			case "byline":
				fits = strings.HasPrefix(folded, phrase+" ")
			case "inside", "credit", "ask", "offer", "summary":
				fits = strings.Contains(folded, phrase)
			}
			if fits {
				return file.folder + "/boilerplate.txt: " + kind + " " + phrase
			}
		}
	}
	return ""
}
