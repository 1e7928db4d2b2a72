package denial

import (
	"slices"
	"strings"
)

// A Feature is a small fact about a candidate, or about a clause that may be its claim: a family
// with a value of each of the family's lists. Weights are in weights.txt, by name.
type Feature int

// A family of features says one thing, by its name's words and the values that stand for its stars.
type family int

// The values that features have.
var (
	frames  = []string{frameProposition, frameClaim, frameInverted, frameDone, frameLabel, frameSelf, frameQuoted, frameRaised, frameAnswer, frameFlat}
	kinds   = []string{KindDeny, KindReject, KindLabel, KindNegate, KindDisclaim}
	deniers = strings.Split("nobody known; two; a person; an organization; an unknown name; a role; a body; a document; people; a name; "+
		"somebody's; other words; no words", "; ")
	subjects = strings.Split("is another; is the source", "; ")
	numbers  = []string{"0", "1", "2", "3"}
	grounds  = strings.Split("alleged; asked; claimed in its words; claimed lately; denied in its words; denied lately; goes on denying; headline; lede; "+
		"noun; relayed; said beside it; said in its sentence; said lately; there is none", "; ")
	distances = strings.Split("in its sentence; in the sentence before; before; far before", "; ")
	ways      = strings.Split("frame; behind the cue; object; before the cue; denied before; stated; accused of; whether; reported; "+
		"noun that; noun of; noun's clause; noun phrase", "; ")
	references = strings.Split("plain; that-clause; gerund; nothing; pronoun; claim noun; claim noun with more; notion; deed; other", "; ")
	lengths    = strings.Split("some words; a clause; a long clause; very long", "; ")
)

// A way leads to a clause that may be a claim; its number is its place in ways.
type way int

const (
	byFrame way = iota
	behindCue
	asObject
	beforeCue
	deniedBefore
	asStated
	accusedOf
	askedWhether
	reported
	nounThat
	nounOf
	nounClause
	nounPhrase
)

// The families: of candidates, then of claims.
const (
	always family = iota
	frameIs
	kindIs
	denierIs
	denierMany
	besideAccusation
	subjectIs

	claimAlways
	claimWay
	claimWayWhere
	claimWayKind
	claimWayRefers
	claimBehindFrame
	claimWhereKind
	claimWhereRefers
	claimHolds
	claimHeld
	claimHoldsOpened
	claimFamily
	claimSays
	claimDenierName
	claimDenierFirst
	claimRaisedWhere
	claimSaidWhere
	claimPointedWhere
	claimShort
	claimLength
	claimShares
	claimInAccusation
	claimInReport
	claimByAnother
	claimByDenier
	claimInDenial
	claimOnDenier
	claimSameParagraph
	claimBeginsSentence
	claimQuoted
	claimStates
	claimDeed
	claimNounFirst
	claimPronounFirst
	claimSmallFirst
	claimSmallLast
	claimHoldsCue
	claimComma

	allFamilies
)

var named = [allFamilies]struct {
	name   string // with a star for each value
	values [][]string
}{
	always:           {name: "always"},
	frameIs:          {"frame *", [][]string{frames}},
	kindIs:           {"kind *", [][]string{kinds}},
	denierIs:         {"denier *", [][]string{deniers}},
	denierMany:       {name: "denier is one of many"},
	besideAccusation: {name: "accusation in its sentence"},
	subjectIs:        {"subject *", [][]string{subjects}},

	claimAlways:         {name: "claim: always"},
	claimWay:            {"claim: *", [][]string{ways}},
	claimWayWhere:       {"claim: *, *", [][]string{ways, distances}},
	claimWayKind:        {"claim: *, *", [][]string{ways, kinds}},
	claimWayRefers:      {"claim: *, *", [][]string{ways, references}},
	claimBehindFrame:    {"claim: behind * *", [][]string{frames, kinds}},
	claimWhereKind:      {"claim: *, *", [][]string{distances, kinds}},
	claimWhereRefers:    {"claim: *, *", [][]string{distances, references}},
	claimHolds:          {name: "claim: holds another"},
	claimHeld:           {name: "claim: held by another"},
	claimHoldsOpened:    {"claim: holds one, *", [][]string{ways}},
	claimFamily:         {"claim: by the denial's noun, *", [][]string{ways}},
	claimSays:           {name: "claim: holds a verb of saying"},
	claimDenierName:     {name: "claim: begins with the denier's name"},
	claimDenierFirst:    {name: "claim: begins with the denier"},
	claimRaisedWhere:    {"claim: raised: *, *", [][]string{grounds, distances}},
	claimSaidWhere:      {"claim: said, *", [][]string{distances}},
	claimPointedWhere:   {"claim: pointed at, *", [][]string{distances}},
	claimShort:          {"claim: short *", [][]string{kinds}},
	claimLength:         {"claim: *", [][]string{lengths}},
	claimShares:         {"claim: shares * words", [][]string{numbers}},
	claimInAccusation:   {name: "claim: in an accusation"},
	claimInReport:       {"claim: in a report, *", [][]string{ways}},
	claimByAnother:      {"claim: said by another, *", [][]string{references}},
	claimByDenier:       {name: "claim: said by the denier"},
	claimInDenial:       {name: "claim: in a denial"},
	claimOnDenier:       {name: "claim: in a sentence on the denier"},
	claimSameParagraph:  {name: "claim: same paragraph"},
	claimBeginsSentence: {"claim: a sentence's beginning, *", [][]string{references}},
	claimQuoted:         {name: "claim: in a quotation"},
	claimStates:         {name: "claim: states"},
	claimDeed:           {name: "claim: deed"},
	claimNounFirst:      {name: "claim: begins with a claim noun"},
	claimPronounFirst:   {name: "claim: begins with a pronoun"},
	claimSmallFirst:     {name: "claim: begins with a small word"},
	claimSmallLast:      {name: "claim: ends with a small word"},
	claimHoldsCue:       {name: "claim: holds the cue"},
	claimComma:          {name: "claim: has a comma"},
}

// firsts are the first features of the families, and how many features there are.
var firsts = func() (first [allFamilies + 1]Feature) {
	for k := range named {
		n := 1
		for _, list := range named[k].values {
			n *= len(list)
		}
		first[k+1] = first[k] + Feature(n)
	}
	return first
}()

// Features gives the names of all features, by number.
func Features() []string {
	out := make([]string, 0, firsts[allFamilies])
	for k := range named {
		names := []string{named[k].name}
		for _, list := range named[k].values {
			var longer []string
			for _, name := range names {
				for _, value := range list {
					longer = append(longer, strings.Replace(name, "*", value, 1))
				}
			}
			names = longer
		}
		out = append(out, names...)
	}
	return out
}

// facts are the features that something has.
type facts []Feature

// add adds the feature of a family with the values of these numbers, if there is one. In place of
// its many calls it would make functions that browsers take longest of all to optimize.
//
//go:noinline
func (x *facts) add(k family, values ...int) {
	id := Feature(0)
	for i, list := range named[k].values {
		if values[i] < 0 {
			return
		}
		id = id*Feature(len(list)) + Feature(values[i])
	}
	*x = append(*x, firsts[k]+id)
}

// when adds a feature that is so.
func (x *facts) when(is bool, k family, values ...int) {
	if is {
		x.add(k, values...)
	}
}

// number gives the place of a value in a list, or -1.
func number(list []string, value string) int { return slices.Index(list, value) }

// index is 1 for what is so.
func index(is bool) int {
	if is {
		return 1
	}
	return 0
}
