// Package lang holds what the engine knows of a language, as data: one folder a
// language, one word list a file. A new language is a new folder and an entry
// in For.
package lang

import (
	_ "embed"
	"sync"
)

// Language is the knowledge of one language. It is never changed after loading.
type Language struct {
	// Abbreviations are the words that a full stop follows without ending a
	// sentence, in lower case and without that full stop: "sen", "no", "p.m".
	Abbreviations map[string]bool
	// Elisions are the words that begin with an apostrophe: "'em", "'til".
	Elisions map[string]bool
	// Starters are words that begin a sentence after an abbreviation.
	Starters map[string]bool
	// Verbs are the forms of the reporting verbs, by their lemma and class.
	Verbs map[string]Verb
	// Denial holds the cues and word lists of denials.
	Denial Denial
	// NoComment holds the cues of sources who do not comment.
	NoComment Denial
	// Rank are the word lists of the ranking of quotations, by name.
	Rank map[string]map[string]bool

	// Given are given names, Titles the words that stand before a name without
	// their full stop ("sen"), Roles the nouns for people who speak in the news.
	Given, Titles, Roles map[string]Gender
	// RoleWords are the word lists of the roles that the card shows, by name.
	RoleWords map[string]map[string]bool
	// RoleClasses number the roles that one person does not hold together.
	RoleClasses map[string]int
	// Organizations end an organization's name ("committee"), Acronyms are one
	// by themselves; OtherNames end or are the name of neither a person nor an
	// organization ("highway"); Places are countries, capitals, states, cities.
	Organizations, Acronyms, OtherNames, Places, Demonyms map[string]bool
	// States are abbreviations of states behind a town: "calif".
	States map[string]bool
	// Labels are words at a line's start that tell what follows: "statement".
	Labels map[string]bool
	// FamilyFirst are family names that stand before the given name.
	FamilyFirst map[string]bool
	// Calendar are months and days; Stop are words that begin no name, though a
	// sentence's start may write them with a capital.
	Calendar, Stop map[string]bool
	// Auxiliaries stand between a subject and its verb, as do Adverbs, which are
	// those without -ly.
	Auxiliaries, Adverbs map[string]bool
	// NotAdverbs end in -ly and are none: "family".
	NotAdverbs map[string]bool
	// NotRoles end as nouns for people do and are none: "human".
	NotRoles map[string]bool
	// Prepositions bind the noun phrase after them; Conjunctions begin a clause.
	Prepositions, Conjunctions map[string]bool
	// Determiners begin a noun phrase: "the", "his", "another".
	Determiners map[string]bool
	// Past are past forms that no suffix tells: "sent". Works are nouns that the
	// title of a work follows. Adjectives are endings of adjectives.
	Past, Works, Adjectives map[string]bool
	// Postpositive are adjectives that follow their noun: "a source close to".
	Postpositive map[string]bool
	// Bodies are nouns for organizations, Public those of them that a text may
	// mean without ever giving the name: "airline", "ministry".
	Bodies, Public map[string]bool
	// ClaimNouns are nouns for what somebody says: "claim".
	ClaimNouns map[string]bool
	// Powers end the names of institutions that no text calls a company: "Senate".
	Powers map[string]bool
	// Times are nouns for times: "morning".
	Times map[string]bool
	// Papers are nouns for what somebody issues: "statement", "letter".
	Papers map[string]bool
	// Persons are determiners that stand for somebody by themselves: "another".
	Persons map[string]bool
	// Documents are nouns for writings that speak for themselves: "lawsuit".
	Documents map[string]bool
}

//go:embed en/abbreviations.txt
var enAbbreviations string

//go:embed en/starters.txt
var enStarters string

//go:embed en/verbs.txt
var enVerbs string

//go:embed en/given-names.txt
var enGiven string

//go:embed en/titles.txt
var enTitles string

//go:embed en/roles.txt
var enRoles string

//go:embed en/role-classes.txt
var enRoleClasses string

//go:embed en/role-words.txt
var enRoleWords string

//go:embed en/name-words.txt
var enNameWords string

//go:embed en/places.txt
var enPlaces string

//go:embed en/demonyms.txt
var enDemonyms string

//go:embed en/function-words.txt
var enFunctionWords string

//go:embed en/elisions.txt
var enElisions string

var english = sync.OnceValue(loadEnglish)

func loadEnglish() *Language {
	words, function, denial := lists(enNameWords), lists(enFunctionWords), lists(enDenialWords)
	denials := denialWords(denial)
	return &Language{
		Abbreviations: Set(enAbbreviations),
		Elisions:      Set(enElisions),
		Starters:      Set(enStarters),
		Verbs:         verbs(enVerbs),
		Denial:        denials.with(enDenialCues, denial),
		NoComment:     denials.with(enNoCommentCues, denial),
		Rank:          lists(enRankWords),
		Given:         genders(enGiven),
		Titles:        genders(enTitles),
		Roles:         genders(enRoles),
		RoleWords:     lists(enRoleWords),
		RoleClasses:   classes(enRoleClasses),
		Organizations: words["organization"],
		Acronyms:      words["acronyms"],
		OtherNames:    words["other"],
		States:        words["state"],
		Labels:        words["label"],
		FamilyFirst:   words["family-first"],
		Calendar:      words["calendar"],
		Stop:          words["stop"],
		Places:        Set(enPlaces),
		Demonyms:      Set(enDemonyms),
		Auxiliaries:   function["auxiliary"],
		Adverbs:       function["adverb"],
		NotAdverbs:    function["not-adverb"],
		NotRoles:      function["not-role"],
		Prepositions:  function["preposition"],
		Conjunctions:  function["conjunction"],
		Determiners:   function["determiner"],
		Past:          function["past"],
		Works:         function["work"],
		Adjectives:    function["adjective"],
		Bodies:        function["body"],
		Public:        function["public"],
		Papers:        function["paper"],
		Persons:       function["person"],
		Documents:     function["document"],
		Powers:        function["power"],
		ClaimNouns:    function["claim-noun"],
		Postpositive:  function["postpositive"],
		Times:         function["time"],
	}
}

// Known tells that a language has its folder, by its BCP 47 tag; nobody's words
// are attributed in a language that the engine does not know.
func Known(tag string) bool { return tag == "en" }

// CapitalNouns tells the languages that write all nouns with a capital.
func CapitalNouns(tag string) bool { return tag == "de" || tag == "lb" }

// For gives the knowledge of a language by its BCP 47 tag. English stands in
// for the languages that have no folder yet.
func For(tag string) *Language { return english() }
