package quote

import "keypoints/wasm/internal/people"

// Rule is the way by which a speaker was found.
type Rule int

// The rules; ways tells of each.
const (
	None Rule = iota
	After
	Inverted
	Late
	AccordingTo
	Before
	FarBefore
	Colon
	ByParticiple
	Split
	Owner
	Subject
	Running
	ColonBefore
	SentenceBefore
	SubjectBefore
	Ahead
	Continued
	NextParagraph
	Carried
	Signed
	Author
	NounCue
	Repeated
	Ranked

	rules // how many there are
)

// ways are the rules' names for explanations, an example each, and their shares of right
// speakers on the gold articles: for speakers beside the quotation by name or pronoun, and
// by a description of somebody who can speak.
var ways = [rules]struct {
	name, example    string
	named, described float64
}{
	None:           {"none", "nobody beside the quotation", 0, 0},
	After:          {"after", "“…,” Lee said", 0.98, 0.9},
	Inverted:       {"inverted", "“…,” said Lee", 0.985, 0.9},
	Late:           {"late", "“…” until the border is safe, Lee said", 0.95, 0.85},
	AccordingTo:    {"according to", "“…,” according to Lee", 0.9, 0.85},
	Before:         {"before", "Lee said that “…”", 0.965, 0.83},
	FarBefore:      {"far before", "Lee said over many words and clauses that “…”", 0.9, 0.55},
	Colon:          {"colon", "Lee: “…”", 0.97, 0.8},
	ByParticiple:   {"participle", "Lee left, saying “…”", 0.92, 0.82},
	Split:          {"split", "“…,” Lee said, “…”", 0.97, 0.97},
	Owner:          {"owner", "under Lee's plan “…”", 0.5, 0.4},
	Subject:        {"subject", "Lee will “…”", 0.7, 0.4},
	Running:        {"running", "“…,” Lee said. “…”", 0.985, 0.985},
	ColonBefore:    {"colon before", "Lee had this to say: ¶ “…”", 0.95, 0.7},
	SentenceBefore: {"sentence before", "Lee argued against it. “…”", 0.9, 0.7},
	SubjectBefore:  {"subject before", "Lee is not amused. “…”", 0.85, 0.5},
	Ahead:          {"ahead", "“…” “…,” Lee said", 0.9, 0.8},
	Continued:      {"continued", "“… ¶ “…”", 0.97, 0.97},
	NextParagraph:  {"next paragraph", "“…,” Lee said. ¶ “…”", 0.91, 0.87},
	Carried:        {"carried", "“…,” Lee said. Unless they quit, “…”", 0.88, 0.8},
	Signed:         {"signed", "“…” ¶ – Ann Lee", 0.93, 0.93},
	Author:         {"author", "a signed post or block quotation", 0.95, 0.95},
	NounCue:        {"noun cue", "Lee's claim that “…”", 0.9, 0.8},
	Repeated:       {"repeated", "a pull quote: the same words stand in a quotation of the article", 0.95, 0.93},
	Ranked:         {"ranked", "nobody beside it, but somebody around it is the likeliest", 0.9, 0.9},
}

// String names the rule for explanations.
func (r Rule) String() string { return ways[r].name }

// Example is a sentence that the rule finds the speaker of.
func (r Rule) Example() string { return ways[r].example }

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
		return ways[r].named
	case m.Form == people.Pronoun || m.Confidence != people.Described: // settled on somebody with a name
		return ways[r].named * m.Confidence
	case !f.s.Speaks(m):
		return ways[r].described - unfit
	}
	return ways[r].described
}

// from makes the attribution of a quotation that takes its speaker from another.
func (a Attribution) from(r Rule) Attribution {
	if a.origin == None {
		a.origin = a.Rule
	}
	a.Rule = r
	return a
}
