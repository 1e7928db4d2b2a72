package rank

import (
	"fmt"
	"strings"
)

// The weights of a quotation's features: those of a logistic regression (is it a
// main quote of the 106 gold articles?), rounded, then moved to the middle of the
// range where the share of right ones among the first three stays highest. The
// number behind each is what that share, 0.743 in five-fold cross-validation,
// loses without the feature. Tried without gain: how often the article names the
// speaker, words of the lead and of the whole article, a name or a pronoun beside
// the quotation, numbers, proper names, being a denial. Tried again on the same
// articles, top three of a card, gain in cross-validation: the speaker in the
// headline 0.000, in the lead -0.021, an organization 0.003, a role 0.006 (but on
// the card it let less in), joined parts 0.007 (and -0.024 with these weights),
// a last mark 0.002, an exclamation 0.002, more than 60 words -0.002, "you" -0.004,
// a verb of stance -0.002, a speaker without a name 0.00 on the card.
const (
	perPosition    = -0.7 // 0.010, from the article's start to its end
	firstOfAll     = 0.6  // 0.017
	headlineWords  = 0.5  // 0.006, four of the headline's words
	headlineTwice  = 0.5  // 0.005, two of them or more
	wholeSentence  = 1.1  // 0.031, begins with a capital
	long           = 0.3  // 0.008, 28 words or more
	short          = -0.5 // 0.006, fewer than 9
	perVoice       = 1.3  // 0.005, from none to all of the article's quoted words
	pointsBack     = -0.2 // 0.005, begins with "it", "but", "he"
	inFirstThird   = 0.25 // 0.008
	firstOfSpeaker = 0.5  // 0.007
	fullName       = 0.8  // 0.019, a person by first and last name
	personal       = 0.3  // 0.012 without cross-validation: "I", "we", "our"
	aQuestion      = -0.3 // 0.000; a reporter's question is no main quote

	// The card spreads over speakers and words: no gain by the gold, but three
	// quotations by one speaker tell less than three by three.
	sameSpeaker = 0.3 // times the square of how often
	sameWords   = 0.3
	spread      = 3 // how many quotations of the card count

	// A third quotation is a main quote of the gold in 66 of 100 cases with this
	// score, and in 47 below it: there the card is content with two. The share of
	// right ones over all rises from 0.74 to 0.79, for 36 of 244 left out
	always = 2
	worth  = 2.5

	// Speech has function words: the 1,700 main quotes of six words and more that
	// people chose in English articles have 0.2 of them and more; lists of places,
	// tags and sentences of another language have fewer.
	leastPlain = 0.15

	leastWords = 6  // a main quote has at least six words
	aBreath    = 20 // small talk of as many words says something
)

// fit tells that a quotation may stand on the card: words in the article's language,
// by somebody whom it names, as sure as that.
func (f features) fit(sure float64) bool {
	return f.words >= leastWords && (f.foreign && !f.speaker || (f.foreign || f.plain >= leastPlain) && f.speaker && !f.stranger && f.confidence >= sure)
}

func (f features) score() float64 {
	sum := 0.0
	for _, t := range f.terms() {
		sum += t.value
	}
	return sum
}

// A term is what one feature adds to a quotation's score.
type term struct {
	name  string
	value float64
}

func (f features) terms() []term {
	on := func(name string, b bool, weight float64) term {
		if b {
			return term{name, weight}
		}
		return term{name, 0}
	}
	return []term{
		{"position", perPosition * f.position}, {"headline words", headlineWords * f.headline}, {"share of the words quoted", perVoice * f.voice},
		on("first of all", f.first, firstOfAll), on("two headline words", f.headlineTwice, headlineTwice), on("whole sentence", f.sentence, wholeSentence),
		on("long", f.words >= 28, long), on("short", f.words < 9, short), on("question", f.question, aQuestion), on("personal", f.personal, personal),
		on("points back", f.dangling, pointsBack), on("early", f.early, inFirstThird), on("first of the speaker", f.firstOfSpeaker, firstOfSpeaker),
		on("full name", f.fullName, fullName),
	}
}

// String lists what weighs, for people to read.
func (f features) String() string {
	var b strings.Builder
	for _, t := range f.terms() {
		if t.value <= -0.005 || t.value >= 0.005 {
			if b.Len() > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%s %+.2f", t.name, t.value)
		}
	}
	return b.String()
}
