package quote

import "keypoints/wasm/internal/people"

// Rule is the way by which a speaker was found.
type Rule int

// The rules, with an example each.
const (
	None           Rule = iota
	After               // “…,” Lee said
	Inverted            // “…,” said Lee
	Late                // “…” until the border is safe, Lee said
	AccordingTo         // “…,” according to Lee
	Before              // Lee said that “…”
	FarBefore           // Lee said over many words and clauses that “…”
	Colon               // Lee: “…”
	ByParticiple        // Lee left, saying “…”
	Split               // “…,” Lee said, “…”
	Owner               // under Lee's plan “…”
	Subject             // Lee will “…”
	Running             // “…,” Lee said. “…”
	ColonBefore         // Lee had this to say: ¶ “…”
	SentenceBefore      // Lee argued against it. “…”
	SubjectBefore       // Lee is not amused. “…”
	Ahead               // “…” “…,” Lee said
	Continued           // “… ¶ “…”
	NextParagraph       // “…,” Lee said. ¶ “…”
	Carried             // “…,” Lee said. Unless they quit, “…”
	Signed              // “…” ¶ – Ann Lee
	Author              // a signed post or block quotation
	NounCue             // Lee's claim that “…”
	Repeated            // a pull quote: the same words stand in a quotation of the article
	Ranked              // nobody beside it, but somebody around it is the likeliest

	rules // how many there are
)

var ruleNames = [...]string{"none", "after", "inverted", "late", "according to", "before", "far before", "colon", "participle", "split",
	"owner", "subject", "running", "colon before", "sentence before", "subject before", "ahead", "continued", "next paragraph", "carried", "signed", "author", "noun cue", "repeated", "ranked"}

// String names the rule for explanations.
func (r Rule) String() string { return ruleNames[r] }

// shares are each rule's shares of right speakers on the gold articles, for
// speakers beside the quotation by name or pronoun, and by a description of
// somebody who can speak.
var shares = [...][2]float64{
	None: {0, 0}, After: {0.98, 0.9}, Inverted: {0.985, 0.9}, Late: {0.95, 0.85}, AccordingTo: {0.9, 0.85}, Before: {0.965, 0.83}, FarBefore: {0.9, 0.55},
	Colon: {0.97, 0.8}, ByParticiple: {0.92, 0.82}, Split: {0.97, 0.97}, Owner: {0.5, 0.4}, Subject: {0.7, 0.4}, Running: {0.985, 0.985},
	ColonBefore: {0.95, 0.7}, SentenceBefore: {0.9, 0.7}, SubjectBefore: {0.85, 0.5}, Ahead: {0.9, 0.8}, Continued: {0.97, 0.97},
	NextParagraph: {0.91, 0.87}, Carried: {0.88, 0.8}, Signed: {0.93, 0.93}, Author: {0.95, 0.95},
	NounCue: {0.9, 0.8}, Repeated: {0.95, 0.93}, Ranked: {0.9, 0.9},
}

// unfit is the share lost where the described thing hardly speaks: "Clinton's
// rhetoric", "that view" are misread subjects more often than not.
const unfit = 0.3

// confidence is the estimated probability that a speaker is right: that of the
// rule, times that of the antecedent. A quotation that takes its speaker from
// the one before is no surer than that one.
func (f *finder) confidence(a Attribution) float64 {
	c := f.share(a.Rule, a.Mention)
	if a.origin != None {
		c = min(c, f.share(a.origin, a.Mention))
	}
	return c
}

func (f *finder) share(r Rule, m people.Mention) float64 {
	switch {
	case m.Form == people.Name:
		return shares[r][0]
	case m.Form == people.Pronoun || m.Confidence != people.Described: // settled on somebody with a name
		return shares[r][0] * m.Confidence
	case !f.s.Speaks(m):
		return shares[r][1] - unfit
	}
	return shares[r][1]
}

// from makes the attribution of a quotation that takes its speaker from another.
func (a Attribution) from(r Rule) Attribution {
	if a.origin == None {
		a.origin = a.Rule
	}
	a.Rule = r
	return a
}
