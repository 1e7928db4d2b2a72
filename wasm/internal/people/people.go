// Package people finds who an article talks of, persons and organizations, and
// every mention of each by name, description or pronoun.
//
// Names come first (names.go, nameparts.go, titles.go), are merged into entities
// (entities.go, surnames.go), and get gender and role from titles, given names and
// appositions (roles.go, roleplaces.go, rolewords.go). Then one pass in reading order
// follows who the text is about (follow.go, prominence.go) and settles pronouns and
// descriptions (antecedents.go, descriptions.go, holders.go). Package grammar finds the
// subject of a verb (phrases.go).
package people

import (
	"slices"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// Sources holds the entities of an article and their mentions.
type Sources struct {
	*grammar.Reader

	Entities []Entity
	Mentions []Mention // names and pronouns, in reading order

	doc      *text.Document
	lang     *lang.Language
	at       []int32                             // for each token the mention that covers it, or -1
	subjects []int32                             // by token: the place in known of a verb's subject and one, or 0
	known    []Mention                           // subjects of verbs, as found so far
	byWord   map[string][]int                    // entities by the words of their names
	named    []int                               // how often each was named so far, full names twice
	nearest  []int                               // where each was last named in full, so far: a token and one, or 0
	byRole   map[string][]int                    // persons by the nouns of their roles
	phrases  map[string]int                      // the last entity of a description
	told     map[int]int                         // descriptions that stand for themselves, by first token
	followed bool                                // every sentence: the same words are the same source from then on
	appeared [][]int                             // entities that appear, by sentence
	settled  map[int]settlement                  // pronouns, by token
	centers  []int                               // by sentence: the first token of what it is about, or -1
	main     struct{ sentence, first, last int } // main subject of the sentence that is being followed
	events   [][]event                           // appearances of each entity, in reading order
	steps    int                                 // taken to weigh antecedents
	list     []Antecedent                        // room for those of one pronoun
	heard    []bool                              // who was said to speak, so far
	surnames map[string]bool                     // months that are surnames here: "may"
}

// Entity is one person, organization or document under all its forms.
type Entity struct {
	Name     string // the fullest form the article gives
	Role     string // that the card shows: "Chinese Foreign Ministry spokesperson", or empty
	Kind     Kind
	Gender   lang.Gender // 0 where unknown
	Plural   bool
	Mentions []int // indexes into Sources.Mentions

	words []string // of Name, in lower case
	title string   // the title before the name: "sen"

	described string // all that the article calls him, for finding whom "the minister" means

	noun string // that brings in an organization: "company"

	origin string // the country that somebody is of: "sweden"

	evident bool // a title or a role tells that it is a person

	behind int     // whom a description seems to mean
	share  float64 // how likely it does, 0 where nobody is known
}

// Kind tells persons from the others.
type Kind int

// The kinds of entities.
const (
	Unknown Kind = iota
	Person
	Organization // also governments: Moscow, the White House
	Document     // what "the statement" means; it stands for no entity
	Group        // "critics", "residents"
	Other        // neither speaks: "Brexit", "Route 66"
)

// Form is how a mention refers.
type Form = grammar.Form

// The forms of mentions.
const (
	Name    = grammar.Proper  // "Zhao Lijian", "Zhao"
	Nominal = grammar.Nominal // "the spokesperson", "a neighbor"
	Pronoun = grammar.Pronoun // "he"
)

// Mention is one noun phrase that refers to an entity.
type Mention struct {
	text.Range      // with its title: "Sen. Ann Lee", without apposition
	First, Last int // tokens [First, Last)
	Head        int // the head token: surname, or the noun
	Form        Form
	Entity      int     // index into Sources.Entities, or -1 where nobody can tell
	Confidence  float64 // that Entity is right
	Possessive  bool    // "Trump's"
}

// Find finds the people of a document.
func Find(d *text.Document) *Sources {
	s := &Sources{doc: d, lang: lang.For(d.Language), subjects: make([]int32, len(d.Tokens)), byWord: map[string][]int{},
		byRole: map[string][]int{}, phrases: map[string]int{}, told: map[int]int{}, surnames: map[string]bool{}}
	s.Reader = grammar.New(d, names{s})
	s.findSurnames()
	s.merge(s.chunk())
	s.index()
	s.describe()
	s.fileRoles()
	s.follow()
	s.followed = true
	return s
}

// Given makes the sources of entities and mentions that another reader than this one found,
// by the lists of another language. The mentions are in reading order, without overlap.
func Given(d *text.Document, entities []Entity, mentions []Mention) *Sources {
	s := &Sources{doc: d, lang: lang.For(d.Language), Entities: entities, Mentions: mentions, subjects: make([]int32, len(d.Tokens))}
	s.Reader = grammar.New(d, names{s})
	for i := range s.Entities {
		e := &s.Entities[i]
		e.words, e.Mentions = strings.Fields(strings.ToLower(e.Name)), nil
	}
	s.index()
	return s
}

// At gives the index of the mention that covers token t, or -1.
func (s *Sources) At(t int) int {
	if t < 0 || t >= len(s.at) {
		return -1
	}
	return int(s.at[t])
}

// index fills Sources.at and the entities' mentions.
func (s *Sources) index() {
	s.at = slices.Repeat([]int32{-1}, len(s.doc.Tokens))
	for i, m := range s.Mentions {
		for t := m.First; t < m.Last; t++ {
			s.at[t] = int32(i)
		}
		if m.Entity >= 0 {
			e := &s.Entities[m.Entity]
			e.Mentions = append(e.Mentions, i)
		}
	}
}

// Source describes a mention as the card does, or nil where nobody can tell
// who it is.
func (s *Sources) Source(m Mention) *card.Source {
	if m.Entity < 0 {
		return nil
	}
	e := &s.Entities[m.Entity]
	if e.Described() && m.Form == Nominal && (s.empty(m) || m.Confidence == Described && !s.Speaks(m)) {
		return nil
	}
	return &card.Source{Name: e.Name, Role: e.Role, Mention: s.doc.Cut(m.Range)}
}

// Speaks tells that a description names somebody who can speak: a person by a
// role, an organization, a statement; "rhetoric" and "view" cannot.
func (s *Sources) Speaks(m Mention) bool {
	head := lang.Bare(s.doc.Tokens[m.Head].Lower)
	return s.lang.Is(head, lang.Speaking) || s.Means(m.Head) != Unknown
}

// empty tells a description that says nothing away from its sentence: "one",
// "its general secretary".
func (s *Sources) empty(m Mention) bool {
	first, last := s.doc.Tokens[m.First], s.doc.Tokens[m.Last-1]
	return first.Is(lang.Owning) && first.Lower != lang.My || last.Is(lang.Them) || last.Is(lang.Remaining) || // "one of them"
		m.Last == m.First+1 && first.Is(lang.Determiner) && !first.Is(lang.Someone)
}

// is tells that the word at token t, without its 's or full stop, is of a class.
func (s *Sources) is(t int, c lang.Class) bool { return s.lang.Is(lang.Bare(s.doc.Tokens[t].Lower), c) }

// comma tells that token t is a comma.
func (s *Sources) comma(t int) bool {
	return t >= 0 && t < len(s.doc.Tokens) && s.doc.Tokens[t].Lower == ","
}
