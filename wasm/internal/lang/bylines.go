package lang

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed bylines.txt
var bylinesFile string

// Bylines is what stands in bylines besides names, by the lists that bylines.txt
// describes, in lower case.
type Bylines struct {
	// By are labels before an author, those of Inner wherever they stand; Other
	// are labels before photographers, translators and sources. The keys are
	// their first words, or all of them where "*" begins none.
	by, other label
	Inner     map[string]bool
	// Author and Genre are the labels that begin sentences and headlines too:
	// "Author", "Analysis".
	Author, Genre map[string]bool
	// Behind are words behind a name: "記者".
	Behind []string
	// And parts names, Particle stands in lower case inside one.
	And, Particle map[string]bool
	// Role, Noise, Section and Day are words that are no names.
	Role, Noise, Section, Day map[string]bool
	// Group ends the name of several authors, Outlet that of a paper or firm.
	Group, Outlet map[string]bool
	// Agency, Place and Pictures are whole names; Pictures are those of photo
	// agencies. Dateline ends a place in a script without spaces.
	Agency, Place, Pictures, Dateline map[string]bool
	// Updated stands before the day on which a page was only touched.
	Updated map[string]bool
	// Suffix belongs to the name before a comma, Degree to none.
	Suffix, Degree map[string]bool
}

// label holds phrases by their first word, the longest first.
type label map[string][][]string

// LoadBylines gives the lists of all languages together.
var LoadBylines = sync.OnceValue(func() *Bylines {
	set := map[string]map[string]bool{}
	b := &Bylines{by: label{}, other: label{}}
	for name, entries := range sections(bylinesFile) {
		list := make(map[string]bool, strings.Count(entries, ","))
		set[name] = list
		for _, line := range Lines(strings.TrimLeft(entries, " ")) {
			for entry := range strings.SplitSeq(line, ",") {
				if entry = strings.TrimSpace(entry); entry == "" {
					continue
				}
				list[entry] = true
				switch name {
				case "by", "author", "genre":
					b.by.add(entry)
				case "other":
					b.other.add(entry)
				case "behind":
					b.Behind = append(b.Behind, entry)
				}
			}
		}
	}
	b.Author, b.Genre = set["author"], set["genre"]
	b.Inner, b.And, b.Particle = set["inner"], set["and"], set["particle"]
	b.Role, b.Noise, b.Section, b.Day = set["role"], set["noise"], set["section"], set["day"]
	b.Group, b.Outlet, b.Agency, b.Place = set["group"], set["outlet"], set["agency"], set["place"]
	b.Pictures, b.Dateline = set["pictures"], set["dateline"]
	b.Updated = set["updated"]
	b.Suffix, b.Degree = set["suffix"], set["degree"]
	return b
})

func (l label) add(entry string) {
	words := strings.Fields(entry)
	l[words[0]] = append(l[words[0]], words)
}

// match gives how many of the words at the start a label is, 0 where none is.
// A label's "*" is one or two words.
func (l label) match(words []string) int {
	best := 0
	for _, entry := range l[words[0]] {
		for gap := 1; gap <= 2; gap++ {
			if n := matchWords(entry, words, gap); n > best {
				best = n
			}
		}
	}
	return best
}

func matchWords(entry, words []string, gap int) int {
	i := 0
	for at, w := range entry {
		if w == "*" {
			if i += gap; gap > 1 && at == len(entry)-1 {
				return 0 // "von unserem *" is followed by the name
			}
			continue
		}
		if i >= len(words) || words[i] != w {
			return 0
		}
		i++
	}
	if i > len(words) {
		return 0
	}
	return i
}

// ByLabel gives how many of the folded words at the start are a label before an
// author, 0 where none is. A word has its marks taken off.
func (b *Bylines) ByLabel(words []string) int {
	if len(words) == 0 {
		return 0
	}
	return b.by.match(words)
}

// OtherLabel is ByLabel for those who are no authors.
func (b *Bylines) OtherLabel(words []string) int {
	if len(words) == 0 {
		return 0
	}
	return b.other.match(words)
}

// Begins says whether a folded word begins a label before an author.
func (b *Bylines) Begins(word string) bool { return len(b.by[word]) > 0 }
