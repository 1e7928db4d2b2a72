package denial

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// How sure a denial is: that it is one, times that the denier is right, times that the claim is.
// The factors are set by hand after the counts of 284 denials in 380 articles with gold; those of
// plain negations are lower, after what they found in 500 pages without gold. A claim that is
// not shown cannot be wrong. Of the denials with .6 to .7 six in ten are right in everything,
// with .7 to .8 three in four, with .8 to .9 and more nine in ten, from .9 on 19 of 20.
const (
	namedDenier   = 0.99 // a name, or who people knows by it
	nominalDenier = 0.85 // other words of the article: "a spokesman", "the two brothers"
	noDenier      = 0.8

	claimInSentence = 0.97 // 97 of 100
	negatedClaim    = 0.85 // the words behind a negation, where gold often has the accusation
	claimBefore     = 0.82 // in the sentence before: 41 of 48
	claimElsewhere  = 0.65 // 18 of 27
)

// sureOf is, by frame, how sure a cue is to be a denial where the candidate's own rank is at
// least so much; the last entry is for all others.
var sureOf = map[string][]struct{ rank, sure float64 }{
	"proposition": {{0.95, 0.98}, {0.8, 0.95}, {0, 0.85}},
	"claim":       {{0.88, 0.97}, {0.8, 0.93}, {0, 0.88}},
	"done":        {{0, 0.97}},
	"noun":        {{0, 0.85}},
	"inverted":    {{0, 0.92}},
	"label":       {{0.8, 0.94}, {0.7, 0.92}, {0.6, 0.78}, {0, 0.55}}, // the last: nothing raises what is labelled
	"raised":      {{0, 0.85}},
	"flat":        {{0, 0.92}},
	"pointed":     {{0, 0.85}},
	"outright":    {{0, 0.9}},
}

// sureBy is, by ground, how sure a negation, a disclaimer or a label is an answer.
var sureBy = map[string]float64{
	"noun": 0.95, "that": 0.95, "called": 0.93, "relayed": 0.9, "claimed beside it": 0.9, besideIt: 0.88, "claimed lately": 0.9,
	"denied lately": 0.9, "asked": 0.9, "called false lately": 0.85, "said lately": 0.85, "goes on denying": 0.9, "accused": 0.88,
	"questioned": 0.85, "lede": 0.88, "there is none": 0.85, "no dealings": 0.85, "said in its sentence": 0.85, "said of the source": 0.75,
	"alleged": 0.8, "charged": 0.75, "suspected": 0.8, "headline": 0.75, "claimed in its words": 0.78, "denied in its words": 0.75,
	"denied of the same": 0.7, "denied under questions": 0.75,
}

// confidence is how likely all that is shown of a denial is right.
func (f *finder) confidence(c candidate, claim span) float64 {
	sure, known := sureBy[c.ground]
	if classes := sureOf[c.cue.Frame]; classes != nil {
		for _, class := range classes {
			if c.confidence >= class.rank {
				sure = class.sure
				break
			}
		}
	} else if !known {
		sure = 0.7
	}
	switch {
	case c.source.card == nil:
		sure *= noDenier
	case c.source.entity >= 0 && f.s.Entities[c.source.entity].Kind != people.Unknown || c.source.pair || f.titled(c.source):
		sure *= namedDenier
	default:
		sure *= nominalDenier
	}
	switch {
	case claim.empty():
	case f.d.Tokens[claim.first].Sentence == c.sentence-1:
		sure *= claimBefore
	case f.d.Tokens[claim.first].Sentence != c.sentence:
		sure *= claimElsewhere
	case c.cue.Kind == "negate" || c.cue.Kind == "disclaim":
		sure *= negatedClaim
	default:
		sure *= claimInSentence
	}
	return float64(int(100*sure+0.5)) / 100
}

// titled tells that a source is called by words with a capital.
func (f *finder) titled(s source) bool {
	for t := s.first; t < s.last; t++ {
		if f.d.Tokens[t].Capital && !f.is(t, lang.Determiner) {
			return true
		}
	}
	return false
}
