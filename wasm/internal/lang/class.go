package lang

// Class is what a word is, as a word list of the language says: each list is a class, under a
// heading of its own, and asking a class is the only way to ask what a word is. What Go code
// compares with words of its own is true in one language only, and hidden from who adds another.
type Class uint8

// The classes that come of a word's form as well as of the lists.
const (
	Verbal       Class = iota // in lower case no part of a noun phrase, because it is a verb: "said", "was"
	Contracted                // a pronoun or auxiliary with what it has swallowed: "it's", "you're", "don't"
	Possessive                // "Trump's"
	CalendarWord              // Calendar without its possessive 's
	IngForm                   // in -ing: “selling”, “building”
	Saying                    // the participle of a verb that gives words: “saying”, “claiming”
	Adverb                    // of the list, or in -ly
	RoleNoun                  // a kind of person: "spokesman", "neighbors"
	formClasses               // the number of these
)

// The classes of the lists. Their headings are in headings; what each holds stands above its words.
const (
	Reporting   Class = iota + formClasses // a form of a reporting verb
	ThirdPerson                            // such a form in -s

	// words of grammar
	Preposition
	Conjunction
	Determiner
	Auxiliary
	PastForm
	Postpositive
	NotAdverb
	NotRole
	Someone
	Indefinite
	Contraction
	BehindIs
	Who
	Which
	That
	To
	Of
	Agentive
	Within
	And
	The
	Article
	Coordinator
	Binding
	NameBinding
	SubjectPronoun
	PluralPronoun
	Them
	Several
	Standalone
	AloneSubject
	Counted
	Whole
	Operator
	ToBe
	NoSuch
	Subordinator
	ClauseOpening
	Questioned
	Called
	According

	Definite
	Introducing
	Owning
	HePronoun
	ShePronoun
	Remaining
	Closing
	Once
	FieldOf
	Purpose
	Where
	ObjectPronoun

	// nouns
	Work
	Body
	Public
	Power
	ClaimNoun
	Paper
	Document
	Time

	// names and what stands around them
	Abbreviation
	Elision
	Starter
	Organization
	Acronym
	AlsoSurname
	BodyOf
	BodyFor
	Ministry
	Portfolio
	Particle
	NameEnd
	Junior
	Letters
	Retired
	Honorific
	Royal
	Marital
	GivenToo
	BornAs
	OfficeOf
	Anybody
	Speaking
	BodyStart // begins the name of a body: "Team Lee"
	OtherName
	State
	Label
	Calendar
	Stop
	Place
	Demonym

	// roles
	Kin
	Slight
	Part
	Standing
	Attribute
	Trailing
	NoRole
	Appointed
	BeforeOffice

	// quotations that lean on others
	Topicless
	Pointing
	Personal
	SmallTalk
	Spokesperson

	// denials
	Claim
	Notion
	Point
	Deed
	Mental
	Figure
	Withheld
	Proposal
	Insurer
	Court
	Untrue
	Calls
	Opinion
	True
	Thing
	ThingIs
	Be
	Isnt
	Aux
	Modifier
	Not
	Nobody
	If
	Relative
	Pronoun
	Persons
	Anaphor
	NoGerund
	Joining
	Governs
	Insist
	Raise
	Utterance
	Utterances
	Think
	AfterComma
	Empty
	Unnegated
	Modal
	Poll
	When
	Plural
	Claimed
	Accuser
	Pittance
	PutTo
	Questioner
	Vehicle
	Charged
	Investigated
	Accusing
	Admit
	Version
	Mine
	Ours
	Happened
	Punishes
	Contrary
	Disputes
	Utter
	Pointer
	TheyOrIt
	HeOrShe
	FirstPerson
	Theirs
	Client
	Perfect
	Asks
	Nothing
	Attacks
	Finds
	PastAux
	Subordinating
	GoesOn
	FamilyAccuse
	FamilyReport
	FamilyClaim
	FamilyStory
	FamilyAccount
	Handwriting
	BehindTime
	Concerning
	Ought
	Totality

	classes // the number of all
)

// headings are the names of the lists' classes in the files of a language.
var headings = [classes]string{
	Contracted: "contracted", Possessive: "possessive", IngForm: "ing-form", Saying: "saying", Reporting: "reporting",
	Preposition: "preposition", Conjunction: "conjunction", Determiner: "determiner", Auxiliary: "auxiliary", Adverb: "adverb", PastForm: "past-form",
	Postpositive: "postpositive", NotAdverb: "not-adverb", NotRole: "not-role", Someone: "someone", Indefinite: "indefinite", Contraction: "contraction", BehindIs: "behind-is",
	Who: "who", Which: "which", That: "that", To: "to", Of: "of", Agentive: "agentive",
	Within: "within", And: "and", The: "the", Article: "article", Coordinator: "coordinator", Binding: "binding",
	NameBinding: "name-binding", SubjectPronoun: "subject-pronoun", PluralPronoun: "plural-pronoun", Them: "them", Several: "several", Standalone: "standalone",
	AloneSubject: "alone-subject", Counted: "counted", Whole: "whole", Operator: "operator", ToBe: "to-be", NoSuch: "no-such",
	Subordinator: "subordinator", ClauseOpening: "clause-opening", Questioned: "questioned", Called: "called",
	According: "according",
	Definite:  "definite", Introducing: "introducing", Owning: "owning", HePronoun: "he", ShePronoun: "she", Remaining: "remaining", Closing: "closing",
	Once: "once", FieldOf: "field-of", Purpose: "purpose", Where: "where", ObjectPronoun: "object-pronoun",
	Work: "work", Body: "body", Public: "public", Power: "power", ClaimNoun: "claim-noun", Paper: "paper", Document: "document", Time: "time",
	Abbreviation: "abbreviation", Elision: "elision", Starter: "starter", Organization: "organization", Acronym: "acronym", AlsoSurname: "also-surname", BodyOf: "body-of", BodyFor: "body-for", Ministry: "ministry",
	Portfolio: "portfolio", Particle: "particle", NameEnd: "name-end", Junior: "junior", Letters: "letters", Retired: "retired",
	Honorific: "honorific", Royal: "royal", Marital: "marital", GivenToo: "given-too", BornAs: "born-as", OfficeOf: "office-of",
	Anybody: "anybody", Speaking: "speaking", BodyStart: "body-start", OtherName: "other-name",
	State: "state", Label: "label", Calendar: "calendar", Stop: "stop", Place: "place", Demonym: "demonym",
	Kin: "kin", Slight: "slight", Part: "part", Standing: "standing", Attribute: "attribute", Trailing: "trailing", NoRole: "no-role", Appointed: "appointed", BeforeOffice: "before-office",
	Topicless: "topicless", Pointing: "pointing", Personal: "personal", SmallTalk: "small-talk", Spokesperson: "spokesperson",
	Investigated: "investigated", Accusing: "accusing",
	Claim: "claim", Notion: "notion", Point: "point", Deed: "deed", Mental: "mental",
	Figure: "figure", Withheld: "withheld", Proposal: "proposal", Insurer: "insurer", Court: "court", Untrue: "untrue", Calls: "calls", Opinion: "opinion",
	True: "true", Thing: "thing", ThingIs: "thing-is", Be: "be", Isnt: "isnt", Aux: "aux", Modifier: "modifier", Not: "not", Nobody: "nobody", If: "if",
	Relative: "relative", Pronoun: "pronoun", Persons: "persons", Anaphor: "anaphor", NoGerund: "no-gerund", Joining: "joining", Governs: "governs",
	Insist: "insist", Raise: "raise", Utterance: "utterance", Utterances: "utterances", Think: "think", AfterComma: "after-comma",
	Empty: "empty", Unnegated: "unnegated", Modal: "modal", Poll: "poll", When: "when", Plural: "plural", Claimed: "claimed", Accuser: "accuser",
	Pittance:   "pittance",
	PutTo:      "put-to",
	Questioner: "questioner", Vehicle: "vehicle", Charged: "charged", Admit: "admit", Version: "version", Mine: "mine", Ours: "ours", Happened: "happened", Punishes: "punishes", Contrary: "contrary", Disputes: "disputes", Utter: "utter", Pointer: "pointer", TheyOrIt: "they-or-it", HeOrShe: "he-or-she", FirstPerson: "first-person", Theirs: "theirs", Client: "client",
	Perfect: "perfect", Asks: "asks", Nothing: "nothing", Attacks: "attacks",
	Finds: "finds", PastAux: "past-aux", Subordinating: "subordinating", GoesOn: "goes-on",
	FamilyAccuse: "family-accuse", FamilyReport: "family-report", FamilyClaim: "family-claim", FamilyStory: "family-story", FamilyAccount: "family-account",
	Handwriting: "handwriting", BehindTime: "behind-time", Concerning: "concerning", Ought: "ought", Totality: "totality",
}

// Set is a set of classes.
type Set [(int(classes) + 63) / 64]uint64

// SetOf gives the set of some classes, for loops over all tokens.
func SetOf(list ...Class) (s Set) {
	for _, c := range list {
		s.add(c)
	}
	return s
}

func (s *Set) add(c Class) { s[c/64] |= 1 << (c % 64) }

func (s *Set) join(of Set) {
	for i := range s {
		s[i] |= of[i]
	}
}

// Is tells that a class is in the set.
func (s *Set) Is(c Class) bool { return s[c/64]&(1<<(c%64)) != 0 }

// Any tells that a class of another set is in the set.
func (s *Set) Any(of Set) bool {
	for i := range s {
		if s[i]&of[i] != 0 {
			return true
		}
	}
	return false
}

// Entry is what a language says of a word.
type Entry struct {
	Set
	Verb               Verb   // of a reporting verb's form; its Lemma is "" for other words
	Given, Title, Role Gender // as a given name, a title, a noun for people; 0 for other words
	RoleClass          uint8  // of a role that one person does not hold with one of another class, or 0
	Cue                bool   // a cue can begin with the word
}

// Reports gives the reporting verb of which the word is a form.
func (e *Entry) Reports() (Verb, bool) { return e.Verb, e.Verb.Lemma != "" }
