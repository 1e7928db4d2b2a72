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
	Owner               // Lee's claim that “…”
	Subject             // Lee will “…”
	Running             // “…,” Lee said. “…”
	ColonBefore         // Lee had this to say: ¶ “…”
	SentenceBefore      // Lee argued against it. “…”
	SubjectBefore       // Lee is not amused. “…”
	Ahead               // “…” “…,” Lee said
	Continued           // “… ¶ “…”
	NextParagraph       // “…,” Lee said. ¶ “…”
	Signed              // “…” ¶ – Ann Lee
	Author              // a signed post or block quotation
)

var ruleNames = [...]string{"none", "after", "inverted", "late", "according to", "before", "far before", "colon", "participle", "split",
	"owner", "subject", "running", "colon before", "sentence before", "subject before", "ahead", "continued", "next paragraph", "signed", "author"}

// String names the rule for explanations.
func (r Rule) String() string { return ruleNames[r] }

// shares are each rule's shares of right speakers on the gold articles, for
// speakers beside the quotation by name or pronoun, and by description, where
// the phrase itself may be misread.
var shares = [...][2]float64{
	None: {0, 0}, After: {0.975, 0.88}, Inverted: {0.985, 0.8}, Late: {0.93, 0.85}, AccordingTo: {0.9, 0.85}, Before: {0.945, 0.66}, FarBefore: {0.86, 0.5},
	Colon: {0.97, 0.8}, ByParticiple: {0.92, 0.6}, Split: {0.95, 0.85}, Owner: {0.5, 0.4}, Subject: {0.7, 0.4}, Running: {0.98, 0.97},
	ColonBefore: {0.9, 0.7}, SentenceBefore: {0.9, 0.7}, SubjectBefore: {0.85, 0.5}, Ahead: {0.9, 0.8}, Continued: {0.97, 0.9},
	NextParagraph: {0.89, 0.7}, Signed: {0.93, 0.93}, Author: {0.95, 0.95},
}

// confidence is the estimated probability that a speaker is right: that of the
// rule, times that of the pronoun's antecedent.
func confidence(r Rule, m people.Mention) float64 {
	switch m.Form {
	case people.Name:
		return shares[r][0]
	case people.Pronoun:
		return shares[r][0] * m.Confidence
	}
	if m.Confidence != people.Described { // settled on somebody with a name
		return shares[r][0] * m.Confidence
	}
	return shares[r][1]
}
