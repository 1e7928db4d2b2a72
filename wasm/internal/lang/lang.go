// Package lang holds what the engine knows of a language, as data: one folder a
// language, one or more files of word lists under headings. A new language is a
// new folder and a line in folders.
package lang

import "sync"

// Language is the knowledge of one language. It is never changed after loading.
type Language struct {
	// Denial holds the cues of denials, NoComment those of sources who do not comment.
	Denial, NoComment Cues

	constructions [constructions][]Pattern

	words   table
	entries []Entry
	bases   map[string]string
	deeds   map[string]string
	irregular

	// ends are what the words of a class end with, where their form tells it.
	contractionEnds, adjectiveEnds []string
	roleEnds                       []roleEnd

	offices map[string]string // by a title or a noun: the first that the list has for the same office
}

type roleEnd struct {
	word   string
	gender Gender
}

// listed gives what the lists say of a word in lower case.
//
//go:noinline
func (l *Language) listed(word string) *Entry { return &l.entries[l.words.of(word)] }

// Is tells that a word in lower case is of a class. The tokens of a document know their
// classes: this is for words that stand alone.
//
//go:noinline
func (l *Language) Is(word string, c Class) bool {
	if c < formClasses {
		e := l.Entry(word)
		return e.Is(c)
	}
	return l.listed(word).Is(c)
}

// Any tells that a word in lower case is of one of some classes of the lists.
func (l *Language) Any(word string, of Set) bool { return l.listed(word).Any(of) }

// Given is the gender of a given name, or 0.
func (l *Language) Given(word string) Gender { return l.listed(word).Given }

// Title is the gender that a title before a name tells ("sen", without full stop), or 0.
func (l *Language) Title(word string) Gender { return l.listed(word).Title }

// Role is the gender that a noun for people tells, or 0 for other words.
func (l *Language) Role(word string) Gender { return l.listed(word).Role }

// Office is one word for the titles and nouns of one office: "spokesman" for "spokesperson",
// "senator" for "sen".
func (l *Language) Office(noun string) string {
	if first, known := l.offices[noun]; known {
		return first
	}
	return noun
}

// RoleClass numbers the roles that one person does not hold together; 0 for other words.
func (l *Language) RoleClass(word string) uint8 { return l.listed(word).RoleClass }

// Verb is the reporting verb of which a word is a form; its Lemma is "" for other words.
func (l *Language) Verb(word string) Verb { return l.listed(word).Verb }

// Base gives the base form of an irregular verb form ("steal" of "stolen"), or "".
func (l *Language) Base(word string) string { return l.bases[word] }

// Deed gives the verb of a noun for what somebody does ("sell" of "sale"), or "".
func (l *Language) Deed(noun string) string { return l.deeds[noun] }

// Known tells that a language has its folder, by its BCP 47 tag; nobody's words
// are attributed in a language that the engine does not know.
func Known(tag string) bool {
	for i := range folders {
		if folders[i].tag == primary(tag) {
			return true
		}
	}
	return false
}

// For gives the knowledge of a language by its BCP 47 tag, which is loaded when it is asked
// for first. English stands in for the languages that have no folder yet.
func For(tag string) *Language {
	tag = primary(tag)
	for i := range folders {
		if folders[i].tag == tag {
			return folders[i].load()
		}
	}
	return folders[0].load()
}

// languageFolder is a language's files.
type languageFolder struct {
	tag   string
	files []*string
	load  func() *Language
}

func newFolder(tag string, files ...*string) languageFolder {
	return languageFolder{tag, files, sync.OnceValue(func() *Language {
		l, _ := load(files...)
		return l
	})}
}
