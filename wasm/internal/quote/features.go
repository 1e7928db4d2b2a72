package quote

// A feature is one small fact about somebody who may have said a quotation.
// Its value lies between 0 and 1; where several mentions of a candidate have
// it, the strongest counts. Weights are in weights.txt, by name.
type feature int

const (
	nobodySpeaks feature = iota // the candidate “nobody here”
	nobodyUnpicked
	nobodyShort
	nobodyAlone // the quotation stands alone
	nobodyMeant // a pronoun speaks, and nobody seems to be meant

	// What the ways to a speaker beside the quotation say (ways.go).
	picked
	pickedNamed // by a description of them
	pickedUnfit
	pickedPronoun // as surely as the pronoun means them

	// Where a pronoun speaks: whom it may mean.
	antecedent // share of how much the text is about them
	antecedentFirst
	antecedentSecond
	antecedentPerson
	antecedentOften
	antecedentDescribed

	// Who it is.
	person
	organization
	described
	describedSpeaks
	describedAlone // where the quotation stands alone
	often          // named often in the article
	oftenAlone     // the same, where the quotation stands alone
	inside         // the quotation mentions them
	possessor      // of something in its sentence, before
	aloneMentioned // before, in the paragraph or the last one, and the quotation stands alone

	plainFeatures
)

// A stance is what somebody does in a zone; each in each is a feature.
type stance int

const (
	speaks        stance = iota // as the subject of a reporting verb
	speaksNearest               // the first there, from the quotation on
	mentioned
	opens // a sentence
	said  // the next quotation there
	stances
)

const (
	ruleFirst = plainFeatures + feature(stances)*feature(zones) // the way that picked, one each
	features  = ruleFirst + feature(rules)
)

// in is the feature of a stance in a zone.
func in(s stance, z zone) feature { return plainFeatures + feature(s)*feature(zones) + feature(z) }

var featureNames = [plainFeatures]string{
	nobodySpeaks: "nobody", nobodyUnpicked: "nobody, no way leads to anybody", nobodyShort: "nobody, short", nobodyAlone: "nobody, alone",
	nobodyMeant: "nobody, a pronoun for nobody",
	picked:      "picked", pickedNamed: "picked, description of a name", pickedPronoun: "picked, pronoun",
	pickedUnfit: "picked, description that hardly speaks",
	antecedent:  "he: prominence", antecedentFirst: "he: most prominent", antecedentSecond: "he: second",
	antecedentPerson: "he: surely a person", antecedentDescribed: "he: a description",
	person: "person", organization: "organization",
	described: "description", describedSpeaks: "description of a speaker", describedAlone: "description, alone",
	often: "named often", oftenAlone: "named often, alone",
	antecedentOften: "he: named often", inside: "inside the quotation",
	possessor: "possessor", aloneMentioned: "mentioned shortly before, alone",
}

// String names a feature as weights.txt does.
func (f feature) String() string {
	switch at := int(f - plainFeatures); {
	case at < 0:
		return featureNames[f]
	case f < ruleFirst:
		return stanceNames[at/int(zones)] + ", " + zoneNames[at%int(zones)]
	}
	return "way: " + Rule(f-ruleFirst).String()
}
