package quote

// A feature is one small fact about somebody who may have said a quotation.
// Its value lies between 0 and 1; where several mentions of a candidate have
// it, the strongest counts. Weights are in weights.txt, by name.
type feature int

// The features. Those from sameParagraph to nextAdjacent count once more, by
// weights of their own, for a quotation that stands alone (no words of the
// writer's in its sentence).
const (
	nobodySpeaks feature = iota // the candidate “nobody here”
	nobodyUnpicked
	nobodyShort
	nobodyMeant // a pronoun speaks, and nobody seems to be meant

	// What the ways to a speaker beside the quotation say (rule.go).
	picked
	pickedPronoun
	pickedDoubt
	pickedDescribed
	pickedUnfit
	pickedNamed // a description that stands for a name

	// Where a pronoun speaks: whom it may mean.
	antecedent // share of how much the text is about them
	antecedentFirst
	antecedentSecond
	antecedentBefore   // in the sentence before the pronoun
	antecedentSentence // in its own sentence, before it
	antecedentPrevious // said the quotation before
	antecedentOften
	antecedentPerson

	// Where a description speaks: whom it may mean.
	behind // is who it seems to stand for
	holds  // has the role that it names
	holdsNot
	kindFits // the noun is for a person or a body, and so is the candidate
	kindContradicts
	anonymous // the noun tells too little, and the candidate has a name
	paper     // the noun is for a document, and the candidate is none

	// As the subject of a reporting verb, by the verb's class, in the sentence.
	sayBehind
	expressBehind
	weakBehind
	sayBefore
	expressBefore
	weakBefore
	besideBefore
	invertedBehind
	aroundSplit // between this and the next quotation of the sentence
	colonBefore
	nearestBehind // the first behind it in the sentence

	// Mentioned in the sentence.
	mentionBefore
	mentionBehind
	mentionStart
	possessor
	inside // in this very quotation
	insideFirst

	// From here on: around the sentence.
	sameParagraph // subject of a reporting verb earlier in the paragraph
	sameParagraphLast
	laterParagraph
	backParagraph
	backParagraphLast
	nextParagraph
	aroundMention // mentioned earlier in the paragraph
	aroundMentionStart
	backMention
	backMentionStart
	laterMention
	nextMention
	previous // who said the quotation before: in this paragraph
	previousAdjacent
	nextSame // who is said to say the next one
	nextAdjacent

	// Who it is.
	person
	organization
	document
	described
	describedSpeaks
	often // named often in the article
	titled

	plainFeatures
)

const (
	firstAround = sameParagraph
	lastAround  = nextAdjacent
	// aloneShift further on is what a feature from firstAround to lastAround becomes for a
	// quotation that stands alone.
	aloneShift = plainFeatures - firstAround
	ruleFirst  = plainFeatures + lastAround - firstAround + 1 // the rule that picked, one each
	features   = ruleFirst + feature(rules)
)

var featureNames = [plainFeatures]string{
	nobodySpeaks: "nobody", nobodyUnpicked: "nobody, no way leads to anybody", nobodyShort: "nobody, short", nobodyMeant: "nobody, a pronoun for nobody",
	picked: "picked", pickedPronoun: "picked, pronoun", pickedDoubt: "picked, unsure antecedent", pickedDescribed: "picked, description",
	pickedNamed: "picked, description of a name", pickedUnfit: "picked, description that hardly speaks",
	antecedent: "he: prominence", antecedentFirst: "he: most prominent", antecedentSecond: "he: second", antecedentBefore: "he: in the sentence before",
	antecedentSentence: "he: in the sentence", antecedentPrevious: "he: said the one before",
	antecedentOften: "he: named often", antecedentPerson: "he: surely a person",
	behind: "the one: stands for", holds: "the one: has the role", holdsNot: "the one: has another role", kindFits: "the one: kind fits",
	kindContradicts: "the one: kind contradicts", anonymous: "the one: anonymous", paper: "the one: a document",
	sayBehind: "behind, says", expressBehind: "behind, expresses", weakBehind: "behind, weak verb",
	sayBefore: "before, says", expressBefore: "before, expresses", weakBefore: "before, weak verb",
	besideBefore: "right before", invertedBehind: "behind, verb first", aroundSplit: "between two quotations",
	colonBefore: "before a colon",

	nearestBehind: "behind, nearest verb",
	mentionBefore: "mentioned before", mentionBehind: "mentioned behind", mentionStart: "begins the sentence", possessor: "possessor",
	inside: "inside the quotation", insideFirst: "inside the quotation, first",
	sameParagraph: "speaks in the paragraph", sameParagraphLast: "spoke last in the paragraph", laterParagraph: "speaks later in the paragraph",
	backParagraph:     "speaks one paragraph before",
	backParagraphLast: "spoke last one paragraph before", nextParagraph: "speaks in the next paragraph",
	aroundMention: "earlier in the paragraph", aroundMentionStart: "begins a sentence of the paragraph", backMention: "one paragraph before",
	backMentionStart: "begins a sentence one paragraph before",
	laterMention:     "later in the paragraph", nextMention: "in the next paragraph",
	previous: "said the one before", previousAdjacent: "said the one before, last paragraph",
	nextSame: "says the next", nextAdjacent: "says the next, next paragraph",
	person: "person", organization: "organization", document: "document",
	described: "description", describedSpeaks: "description of a speaker", often: "named often", titled: "title or role",
}

// String names a feature as weights.txt does.
func (f feature) String() string {
	switch {
	case f < plainFeatures:
		return featureNames[f]
	case f < ruleFirst:
		return "alone, " + featureNames[f-aloneShift]
	}
	return "way: " + Rule(f-ruleFirst).String()
}
