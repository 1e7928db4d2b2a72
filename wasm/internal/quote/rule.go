package quote

import "keypoints/wasm/internal/people"

// Rule is the way by which a speaker was found.
type Rule int

// The rules, with an example each.
const (
	None           Rule = iota
	After               // “…,” Lee said
	Inverted            // “…,” said Lee
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
	Author              // a signed post or block quotation
)

var ruleNames = [...]string{"none", "after", "inverted", "according to", "before", "far before", "colon", "participle", "split",
	"owner", "subject", "running", "colon before", "sentence before", "subject before", "ahead", "continued", "next paragraph", "author"}

// String names the rule for explanations.
func (r Rule) String() string { return ruleNames[r] }

// shares is each rule's share of right speakers among named mentions on the
// gold articles.
var shares = [...]float64{
	None: 0, After: 0.97, Inverted: 0.97, AccordingTo: 0.92, Before: 0.94, FarBefore: 0.85, Colon: 0.95, ByParticiple: 0.9, Split: 0.95,
	Owner: 0.75, Subject: 0.7, Running: 0.96, ColonBefore: 0.85, SentenceBefore: 0.85, SubjectBefore: 0.7, Ahead: 0.9, Continued: 0.95,
	NextParagraph: 0.8, Author: 0.95,
}

// confidence is the estimated probability that a speaker is right: that of the
// rule, times that of the pronoun's or description's antecedent.
func confidence(r Rule, m people.Mention) float64 {
	if m.Form == people.Name {
		return shares[r]
	}
	return shares[r] * m.Confidence
}
