package lang

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
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
	//go:embed sv/boilerplate.txt
	svBoilerplate string
	//go:embed no/boilerplate.txt
	noBoilerplate string
	//go:embed da/boilerplate.txt
	daBoilerplate string
	//go:embed is/boilerplate.txt
	isBoilerplate string
	//go:embed fi/boilerplate.txt
	fiBoilerplate string
	//go:embed cs/boilerplate.txt
	csBoilerplate string
	//go:embed ja/boilerplate.txt
	jaBoilerplate string
	//go:embed ko/boilerplate.txt
	koBoilerplate string
	//go:embed zh/boilerplate.txt
	zhBoilerplate string
	//go:embed hi/boilerplate.txt
	hiBoilerplate string
	//go:embed ru/boilerplate.txt
	ruBoilerplate string
	//go:embed el/boilerplate.txt
	elBoilerplate string
	//go:embed id/boilerplate.txt
	idBoilerplate string
	//go:embed hu/boilerplate.txt
	huBoilerplate string
	//go:embed vi/boilerplate.txt
	viBoilerplate string
	//go:embed ar/boilerplate.txt
	arBoilerplate string
	//go:embed he/boilerplate.txt
	heBoilerplate string
	//go:embed uk/boilerplate.txt
	ukBoilerplate string
	//go:embed ro/boilerplate.txt
	roBoilerplate string
)

// boilerplateFiles are the lists by their folders' names.
var boilerplateFiles = [...]struct {
	folder string
	lines  *string
}{{"en", &enBoilerplate}, {"de", &deBoilerplate}, {"es", &esBoilerplate}, {"fr", &frBoilerplate}, {"it", &itBoilerplate}, {"nl", &nlBoilerplate}, {"pt", &ptBoilerplate},
	{"pl", &plBoilerplate}, {"tr", &trBoilerplate}, {"sv", &svBoilerplate}, {"no", &noBoilerplate}, {"da", &daBoilerplate}, {"is", &isBoilerplate}, {"fi", &fiBoilerplate},
	{"cs", &csBoilerplate}, {"ja", &jaBoilerplate}, {"ko", &koBoilerplate}, {"zh", &zhBoilerplate}, {"hi", &hiBoilerplate}, {"ru", &ruBoilerplate},
	{"el", &elBoilerplate}, {"id", &idBoilerplate}, {"hu", &huBoilerplate}, {"vi", &viBoilerplate}, {"ar", &arBoilerplate}, {"he", &heBoilerplate}, {"uk", &ukBoilerplate}, {"ro", &roBoilerplate}}

// Boilerplate is what stands among an article's paragraphs without being of
// them, by the kinds that en/boilerplate.txt describes. Phrases are in lower
// case with straight apostrophes.
type Boilerplate struct {
	Lead, Line, End            map[string]bool
	Start, Inside, Dated, Tail Phrases
	Credit, Byline             []string
	asks                       map[string][]asking // by the first word
	begins                     beginnings          // those first words
	unspacedAsks               []asking            // of scripts that write no spaces
}

// asking is a phrase of a box that asks for something; an offer is one of news too.
// One of a machine's summary counts twice: it is enough for a box.
type asking struct {
	phrase  string
	offer   bool
	summary bool
}

// LoadBoilerplate gives the phrases of all languages together: a page's language
// is often known only by its text.
var LoadBoilerplate = sync.OnceValue(func() *Boilerplate {
	const some = 400 // of each kind there are about as many
	b := &Boilerplate{Lead: make(map[string]bool, some), Line: make(map[string]bool, some), End: make(map[string]bool, some), asks: make(map[string][]asking, some)}
	for _, file := range boilerplateFiles {
		for line := range lines(*file.lines) {
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
				b.Start.add(phrase)
			case "inside":
				b.Inside.add(phrase)
			case "credit":
				b.Credit = append(b.Credit, phrase)
			case "byline":
				b.Byline = append(b.Byline, phrase)
			case "dated":
				b.Dated.add(phrase)
			case "tail":
				b.Tail.add(phrase)
			case "ask", "offer", "summary":
				one := asking{phrase, kind == "offer", kind == "summary"}
				if r, _ := utf8.DecodeRuneInString(phrase); r >= 0x0E00 && !unicode.Is(unicode.Hangul, r) {
					b.unspacedAsks = append(b.unspacedAsks, one)
				} else {
					first, _, _ := strings.Cut(phrase, " ")
					b.asks[first] = append(b.asks[first], one)
					b.begins.add(first)
				}
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
	at := strings.IndexAny(line, ":|–—>»：｜")
	if at < 0 {
		if at = strings.Index(line, " - "); at < 0 {
			return false
		}
	}
	return at < 40 && b.Lead[strings.TrimSpace(strings.Trim(strings.TrimSpace(line[:at]), "*[(-"))]
}

// LeadsOn says whether a folded line starts with a lead phrase and goes on.
func (b *Boilerplate) LeadsOn(line string) bool {
	for i := 0; i < len(line) && i < 40; i++ {
		if line[i] == ' ' && b.Lead[line[:i]] {
			return true
		}
	}
	return false
}

// Alone says whether a folded line is a phrase of set, but for marks around it.
func Alone(set map[string]bool, line string) bool {
	if at := strings.LastIndexByte(line, '('); at > 0 && strings.Trim(line[at:], "(0123456789, )") == "" { // "Comments (14)"
		line = line[:at]
	}
	line = strings.TrimLeft(line, "0123456789 ") // "3 comments"
	return len(line) < 80 && set[strings.Trim(line, " .:;!?…-–—|[]()*>»›→▶▼+\"'")]
}

// Phrases are looked for in lines together.
type Phrases struct {
	list   []string
	begins beginnings
	short  [256 / 64]uint64 // bits, by the first byte of those with fewer than three, or before their "*"
}

func (p *Phrases) add(phrase string) {
	p.list = append(p.list, phrase)
	if head, _, _ := strings.Cut(phrase, "*"); len(head) < 3 {
		p.short[phrase[0]/64] |= 1 << (phrase[0] % 64)
	}
	p.begins.add(phrase)
}

// maybe says whether a phrase may begin a text: of most texts it tells that none does.
func (p *Phrases) maybe(text string) bool {
	return p.begins.has(text) || text != "" && p.short[text[0]/64]&(1<<(text[0]%64)) != 0
}

// Start says whether a folded line starts with one of the phrases.
func (p *Phrases) Start(line string) bool {
	return line != "" && p.maybe(line) && slices.ContainsFunc(p.list, func(phrase string) bool { return phrase[0] == line[0] && starts(line, phrase) })
}

// starts says whether a line starts with a phrase. What is behind the phrase's "*" may
// come after some words.
func starts(line, phrase string) bool {
	head, tail, _ := strings.Cut(phrase, "*")
	return strings.HasPrefix(line, head) && strings.Contains(line[len(head):], tail)
}

// In says whether a folded line has one of the phrases in it.
func (p *Phrases) In(line string) bool {
	for i := range len(line) {
		if rest := line[i:]; p.maybe(rest) && slices.ContainsFunc(p.list, func(phrase string) bool { return strings.HasPrefix(rest, phrase) }) {
			return true
		}
	}
	return false
}

// Asks counts the phrases in a folded text that ask its reader for something, and those
// of an offer. One within another counts once.
func (b *Boilerplate) Asks(text string) (asks, offers int) {
	count := func(a asking) {
		if a.summary {
			asks += 2
		} else if a.offer {
			offers++
		} else {
			asks++
		}
	}
	for at := 0; at < len(text); {
		end := at
		for end < len(text) && text[end] != ' ' {
			end++
		}
		start := at
		for start < end && !(text[start] >= 'a' && text[start] <= 'z') && strings.IndexByte("\"'([-*\xc2\xa1\xbf", text[start]) >= 0 { // "¡", "¿" among them
			start++
		}
		if word := text[start:end]; len(word) > 2 && isWordByte(word[1]) && isWordByte(word[2]) && !b.begins.has(word) {
			at = end + 1
			continue // told without a look-up, as most are
		}
		longest := asking{}
		for _, a := range b.asks[strings.TrimRight(text[start:end], ".,:;!?\"')]")] {
			if rest := text[start:]; len(a.phrase) > len(longest.phrase) && strings.HasPrefix(rest, a.phrase) && (len(rest) == len(a.phrase) || !isWordByte(rest[len(a.phrase)])) {
				longest = a
			}
		}
		if longest.phrase != "" {
			count(longest)
			end = max(end, start+len(longest.phrase))
		}
		at = end + 1
	}
	if len(text) > 2 && text[0] >= utf8.RuneSelf {
		for _, a := range b.unspacedAsks {
			if strings.Contains(text, a.phrase) {
				count(a)
			}
		}
	}
	return asks, offers
}

// beginnings has a bit for the initials of each of some words.
type beginnings [1 << 15 / 64]uint64

func (b *beginnings) add(word string) {
	n := initials(word)
	b[n/64] |= 1 << (n % 64)
}

func (b *beginnings) has(word string) bool {
	n := initials(word)
	return b[n/64]&(1<<(n%64)) != 0
}

// initials numbers the first three bytes of a word; some share a number.
func initials(word string) int {
	if len(word) < 3 {
		return 0
	}
	return int(word[0]&31)<<10 | int(word[1]&31)<<5 | int(word[2]&31)
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf
}
