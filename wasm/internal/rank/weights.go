package rank

// The weights of a quotation's features: those of a logistic regression (is it a
// main quote of the 106 gold articles?), rounded, but for
// whole sentences and the headline, which an editor weighs more. The number behind each is what
// the share of right main quotes among the first three, 0.743 in five-fold
// cross-validation, loses without the feature. Besides these were tried, and
// gained nothing: how often the article names the speaker, words of the lead and
// of the whole article, a name or a pronoun beside the quotation, "I" and "we",
// numbers, proper names, being a denial.
const (
	perPosition    = -0.7 // 0.010, from the article's start to its end
	firstOfAll     = 0.6  // 0.017
	headlineWords  = 0.8  // 0.006, four of the headline's words
	headlineTwice  = 0.5  // 0.005, two of them or more
	wholeSentence  = 1.4  // 0.031, begins with a capital
	long           = 0.3  // 0.008, 28 words or more
	short          = -0.5 // 0.006, fewer than 9
	perVoice       = 1.3  // 0.005, from none to all of the article's quoted words
	pointsBack     = -0.2 // 0.005, begins with "it", "but", "he"
	inFirstThird   = 0.25 // 0.008
	firstOfSpeaker = 0.7  // 0.007
	fullName       = 0.8  // 0.019, a person by first and last name
	aQuestion      = -0.3 // 0.000; a reporter's question is no main quote

	// The card spreads over speakers and words: no gain by the gold, but three
	// quotations by one speaker tell less than three by three.
	sameSpeaker = 0.6
	sameWords   = 0.3
	spread      = 3 // how many quotations of the card count

	leastWords = 6 // a main quote has at least six words
)

// fit tells that a quotation may stand on the card.
func (f features) fit() bool { return f.words >= leastWords && f.speaker }

func (f features) score() float64 {
	on := func(b bool, weight float64) float64 {
		if b {
			return weight
		}
		return 0
	}
	return perPosition*f.position + headlineWords*f.headline + perVoice*f.voice +
		on(f.first, firstOfAll) + on(f.headlineTwice, headlineTwice) + on(f.sentence, wholeSentence) +
		on(f.words >= 28, long) + on(f.words < 9, short) + on(f.question, aQuestion) +
		on(f.dangling, pointsBack) + on(f.early, inFirstThird) + on(f.firstOfSpeaker, firstOfSpeaker) + on(f.fullName, fullName)
}
