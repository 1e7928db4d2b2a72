package quote

import "keypoints/wasm/internal/people"

// Rule is the way by which a speaker was found.
type Rule int

// The rules; ways tells of each.
const (
	None Rule = iota
	After
	Inverted
	AccordingTo
	Next
	Late
	Claim
	Colon
	Before
	FarBefore
	ByParticiple
	Split
	Subject
	Signed
	Labelled
	Running
	ColonBefore
	SentenceBefore
	SubjectBefore
	Continued
	NextParagraph
	Repeated
	Author
	Ranked

	rules // how many there are
)

// ways tells of each rule its name and an example, for explanations, and the function that looks
// for the speaker of a stretch by it and by the rules right behind it that have none. The first
// that finds somebody gives the pick, of which features and weights make what they will: first
// the ways in the sentence of each stretch, then those around it.
var ways = [rules]struct {
	name, example string
	find          func(*finder, int) Attribution
}{
	None:         {"none", "nobody beside the quotation", nil},
	After:        {"after", "“…,” Lee said", (*finder).after},
	Inverted:     {"inverted", "“…,” said Lee", nil},
	AccordingTo:  {"according to", "“…,” according to Lee", nil},
	Next:         {"next sentence", "“….” Lee said.", (*finder).next},
	Late:         {"late", "“…” until the border is safe, Lee said", (*finder).late},
	Claim:        {"claim", "Lee's claim that “…”", (*finder).claim},
	Colon:        {"colon", "Lee: “…”", (*finder).colon},
	Before:       {"before", "Lee said that “…”", (*finder).before},
	FarBefore:    {"far before", "Lee said over many words and clauses that “…”", nil},
	ByParticiple: {"participle", "Lee left, saying “…”", nil},
	Split:        {"split", "“…,” Lee said, “…”", (*finder).split},
	Subject:      {"subject", "Lee will “…”", (*finder).subject},

	Signed:         {"signed", "“…” ¶ – Ann Lee", (*finder).signature},
	Labelled:       {"labelled", "Statement by Ann Lee: ¶ “…”", (*finder).labelled},
	Running:        {"running", "“…,” Lee said. “…”", (*finder).running},
	ColonBefore:    {"colon before", "Lee had this to say: ¶ “…”", (*finder).introduced},
	SentenceBefore: {"sentence before", "Lee argued against it. “…”", nil},
	SubjectBefore:  {"subject before", "Lee is not amused. “…”", nil},
	Continued:      {"continued", "“… ¶ “…”", (*finder).continued},
	NextParagraph:  {"next paragraph", "“…,” Lee said. ¶ “…”", nil},

	Repeated: {"repeated", "a pull quote: the same words stand in a quotation of the article", nil},
	Author:   {"author", "a signed post or block quotation", nil},
	Ranked:   {"ranked", "nobody beside it, but somebody around it is the likeliest", nil},
}

// firstAroundIt is the first way that leads out of the sentence.
const firstAroundIt = Signed

// String names the rule for explanations.
func (r Rule) String() string { return ways[r].name }

// Example is a sentence that the rule finds the speaker of.
func (r Rule) Example() string { return ways[r].example }

// by makes an attribution.
func (f *finder) by(r Rule, m people.Mention, cue int) Attribution {
	a := Attribution{Rule: r, Mention: m, Entity: m.Entity, CueToken: cue}
	if cue >= 0 {
		a.Cue = f.d.Cut(f.d.Tokens[cue].Range)
	}
	return a
}

// from makes the attribution of a quotation that takes its speaker from another.
func (a Attribution) from(r Rule) Attribution {
	a.Rule = r
	return a
}

// picks gives each stretch the speaker that the first way to one finds.
func (f *finder) picks() {
	for _, part := range [][2]Rule{{After, firstAroundIt}, {firstAroundIt, Repeated}} {
		for q := range f.d.Quoted {
			for r := part[0]; r < part[1] && f.found[q].Rule == None; r++ {
				if find := ways[r].find; find != nil && (f.known || r == Signed) {
					f.found[q] = find(f, q)
				}
			}
		}
	}
	for q := range f.found {
		f.settle(&f.found[q])
	}
	if f.known && len(f.d.Quoted) > 0 {
		f.repeated()
		f.spoken = f.s.Voices()
	}
}

// settle names the speaker whom a way leads to, or nobody where that is unsure: a thing that
// hardly speaks, such as "that view", is a misread subject more often than not.
func (f *finder) settle(a *Attribution) {
	m := a.Mention
	if a.Rule == None || a.Speaker != nil {
		return
	}
	a.Confidence = unweighed * m.Confidence
	if m.Confidence > people.Described || m.Confidence == people.Described && f.living(m) {
		a.Speaker = f.s.Source(m)
	}
	if a.Speaker == nil {
		a.Entity = -1
	}
}

// unweighed is how sure a speaker is whom no weights choose: who signs, who is introduced before
// a block quotation, who said the words of a pull quote.
const unweighed = 0.94
