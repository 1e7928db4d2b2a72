package lang

import "strings"

// Class is what the word lists say of a word, each list a bit: a word is looked up
// once in a document, and its tokens are tested thousands of times.
type Class uint32

// The classes of words.
const (
	Preposition Class = 1 << iota
	Conjunction
	Determiner
	Auxiliary
	Reporting    // a form of a reporting verb
	ThirdPerson  // such a form in -s
	Verbal       // in lower case no part of a noun phrase, because it is a verb: "said", "was"
	Contracted   // a pronoun or auxiliary with what it has swallowed: "it's", "you're", "don't"
	Possessive   // "Trump's"
	CalendarWord // without its possessive 's
	Adverb       // of the list, or in -ly
	RoleNoun     // a kind of person: "spokesman", "neighbors"
)

// contractions end in 's for "is" or "has".
var contractions = map[string]bool{"it's": true, "that's": true, "there's": true, "here's": true, "what's": true, "who's": true,
	"he's": true, "she's": true, "let's": true, "where's": true, "how's": true, "when's": true, "everyone's": true}

// Classes gives the classes of a word in lower case.
func (l *Language) Classes(word string) Class {
	var c Class
	set := func(class Class, is bool) {
		if is {
			c |= class
		}
	}
	set(Preposition, l.Prepositions[word])
	set(Conjunction, l.Conjunctions[word])
	set(Determiner, l.Determiners[word])
	set(Auxiliary, l.Auxiliaries[word])
	verb, reporting := l.Verbs[word]
	set(Reporting, reporting)
	set(ThirdPerson, reporting && verb.Form == Third)
	set(Contracted, contracted(word))
	set(Possessive, IsPossessive(word))
	// Base and third-person forms double as nouns ("report", "claims") and count only
	// where they hardly are.
	set(Verbal, c&(Auxiliary|Contracted) != 0 || l.Past[word] || reporting && verb.Form != Base && (verb.Form != Third || verb.Class == Say))
	set(CalendarWord, l.Calendar[Bare(word)])
	set(Adverb, l.IsAdverb(word))
	set(RoleNoun, l.IsRoleNoun(word))
	return c
}

// Bare is a word without possessive 's and full stop: "Trump's", "Sen.".
func Bare(word string) string {
	if strings.HasSuffix(word, "s'") {
		return word[:len(word)-1]
	}
	return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), ".")
}

// IsPossessive tells that a word is a possessive: "Trump's", "workers'".
func IsPossessive(word string) bool {
	return (strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "s'")) && !contractions[word]
}

// IsAdverb tells that a word is an adverb: one of the list, or one in -ly.
func (l *Language) IsAdverb(word string) bool {
	return l.Adverbs[word] || strings.HasSuffix(word, "ly") && len(word) > 4 && !l.NotAdverbs[word]
}

// contracted tells that a word holds a pronoun and its verb: "it's", "you're".
func contracted(word string) bool {
	return contractions[word] || strings.HasSuffix(word, "'re") || strings.HasSuffix(word, "'ve") || strings.HasSuffix(word, "'ll") ||
		strings.HasSuffix(word, "'d") || strings.HasSuffix(word, "'m") || strings.HasSuffix(word, "n't")
}

// IsRoleNoun tells that a word names a kind of person.
func (l *Language) IsRoleNoun(word string) bool {
	word = Bare(word)
	if _, ok := l.Roles[word]; ok {
		return true
	}
	if _, ok := l.Roles[Singular(word)]; ok {
		return true
	}
	if _, ok := l.Titles[word]; ok && len(word) > 3 {
		return true
	}
	if l.NotRoles[word] {
		return false
	}
	// "great-grandmother", "ex-wife"; "mum-of-two"
	if i := strings.LastIndexByte(word, '-'); i > 1 {
		if head, _, of := strings.Cut(word, "-of-"); of {
			return l.Roles[head] != 0
		}
		return l.Roles[word[i+1:]] != 0 && len(word)-i > 4
	}
	for _, end := range []string{"man", "woman", "men", "women", "person"} {
		if strings.HasSuffix(word, end) && len(word) > len(end)+1 {
			return true
		}
	}
	return false
}

// Singular is a noun's singular, as far as its form shows.
func Singular(word string) string {
	if strings.HasSuffix(word, "ies") {
		return word[:len(word)-3] + "y"
	}
	return strings.TrimSuffix(word, "s")
}
