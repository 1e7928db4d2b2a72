package lang

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// One line a language: embed.FS would cost the reader more than these names.
var (
	//go:embed en/boilerplate.txt
	enBoilerplate string
	//go:embed de/boilerplate.txt
	deBoilerplate string
	//go:embed es/boilerplate.txt
	esBoilerplate string
	//go:embed fr/boilerplate.txt
	frBoilerplate string
	//go:embed it/boilerplate.txt
	itBoilerplate string
	//go:embed nl/boilerplate.txt
	nlBoilerplate string
	//go:embed pt/boilerplate.txt
	ptBoilerplate string
	//go:embed pl/boilerplate.txt
	plBoilerplate string
	//go:embed tr/boilerplate.txt
	trBoilerplate string
)

// Boilerplate is what stands among an article's paragraphs without being of
// them, by the kinds that en/boilerplate.txt describes. Phrases are in lower
// case with straight apostrophes.
type Boilerplate struct {
	Lead, Line, End       map[string]bool
	Start, Inside, Credit []string
	Byline                []string
}

// LoadBoilerplate gives the phrases of all languages together: a page's language
// is often known only by its text.
var LoadBoilerplate = sync.OnceValue(func() *Boilerplate {
	b := &Boilerplate{Lead: map[string]bool{}, Line: map[string]bool{}, End: map[string]bool{}}
	for _, file := range []string{enBoilerplate, deBoilerplate, esBoilerplate, frBoilerplate, itBoilerplate, nlBoilerplate, ptBoilerplate, plBoilerplate, trBoilerplate} {
		for _, line := range Lines(file) {
			kind, phrase, _ := strings.Cut(line, " ")
			phrase = strings.TrimSpace(phrase)
			switch kind {
			case "lead":
				b.Lead[phrase] = true
			case "line":
				b.Line[phrase] = true
			case "end":
				b.End[phrase] = true
			case "start":
				b.Start = append(b.Start, phrase)
			case "inside":
				b.Inside = append(b.Inside, phrase)
			case "credit":
				b.Credit = append(b.Credit, phrase)
			case "byline":
				b.Byline = append(b.Byline, phrase)
			}
		}
	}
	return b
})

// Fold gives a line in the form of the phrases: lower case, straight marks.
func Fold(line string) string {
	for i := 0; i < len(line); i++ {
		if line[i] >= utf8.RuneSelf {
			return strings.ToLower(folder.Replace(line))
		}
	}
	return strings.ToLower(line)
}

var folder = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00A0", " ")

// Led says whether a folded line starts with a lead phrase and its mark, and
// gives the phrase's end: "also read: …", "related – …", "watch | …".
func (b *Boilerplate) Led(line string) bool {
	at := strings.IndexAny(line, ":|–—>»")
	if at < 0 {
		if at = strings.Index(line, " - "); at < 0 {
			return false
		}
	}
	return at < 40 && b.Lead[strings.TrimSpace(strings.Trim(strings.TrimSpace(line[:at]), "*[(-"))]
}

// Alone says whether a folded line is a phrase of set, but for marks around it.
func Alone(set map[string]bool, line string) bool {
	if at := strings.LastIndexByte(line, '('); at > 0 && strings.Trim(line[at:], "(0123456789, )") == "" { // "Comments (14)"
		line = line[:at]
	}
	return len(line) < 80 && set[strings.Trim(line, " .:;!?…-–—|[]()*>»›→▶▼+\"'")]
}

// Starts says whether a folded line starts with one of the phrases. What is
// behind a phrase's "*" may come after some words.
func Starts(phrases []string, line string) bool {
	for _, p := range phrases {
		if line == "" || p[0] != line[0] {
			continue
		}
		head, tail, _ := strings.Cut(p, "*")
		if strings.HasPrefix(line, head) && strings.Contains(line[len(head):], tail) {
			return true
		}
	}
	return false
}

// Has says whether a folded line has one of the phrases in it.
func Has(phrases []string, line string) bool {
	for _, p := range phrases {
		if strings.Contains(line, p) {
			return true
		}
	}
	return false
}
