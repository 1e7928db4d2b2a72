package denial

import (
	"slices"
	"strings"
)

// A Feature is a small fact about a candidate, or about a clause that may be its claim: a family
// with a value of each of the family's lists. Weights are in weights.txt, by name.
type Feature int

// A family of features says one thing, by its name's words and the values that stand for its stars.
type family struct {
	name   string
	values [][]string
	first  Feature
}

var (
	families []*family
	features Feature // how many there are
)

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
	references = strings.Split("plain; that-clause; gerund; nothing; pronoun; claim noun; claim noun with more; other", "; ")
	lengths    = strings.Split("a word or two; some words; a clause; a long clause; very long", "; ")
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

// The families: of candidates, then of claims. A name has a star for each of its values.
var (
	always           = of("always")
	frameIs          = of("frame *", frames)
	kindIs           = of("kind *", kinds)
	denierIs         = of("denier *", deniers)
	denierMany       = of("denier is one of many")
	besideAccusation = of("accusation in its sentence")
	subjectIs        = of("subject *", subjects)

	claimAlways         = of("claim: always")
	claimWay            = of("claim: *", ways)
	claimWayWhere       = of("claim: *, *", ways, distances)
	claimWayKind        = of("claim: *, *", ways, kinds)
	claimWayRefers      = of("claim: *, *", ways, references)
	claimWhereKind      = of("claim: *, *", distances, kinds)
	claimWhereRefers    = of("claim: *, *", distances, references)
	claimSays           = of("claim: holds a verb of saying")
	claimRaisedWhere    = of("claim: raised: *, *", grounds, distances)
	claimSaidWhere      = of("claim: said, *", distances)
	claimPointedWhere   = of("claim: pointed at, *", distances)
	claimLength         = of("claim: *", lengths)
	claimShares         = of("claim: shares * words", numbers)
	claimInAccusation   = of("claim: in an accusation")
	claimInReport       = of("claim: in a report, *", ways)
	claimInDenial       = of("claim: in a denial")
	claimOnDenier       = of("claim: in a sentence on the denier")
	claimSameParagraph  = of("claim: same paragraph")
	claimBeginsSentence = of("claim: a sentence's beginning, *", references)
	claimQuoted         = of("claim: in a quotation")
	claimSmallFirst     = of("claim: begins with a small word")
	claimComma          = of("claim: has a comma")
)

// of makes a family, whose features follow those of the families before.
func of(name string, values ...[]string) *family {
	k := &family{name, values, features}
	n := 1
	for _, list := range values {
		n *= len(list)
	}
	features += Feature(n)
	families = append(families, k)
	return k
}

// Features gives the names of all features, by number.
func Features() []string {
	out := make([]string, 0, features)
	for _, k := range families {
		names := []string{k.name}
		for _, list := range k.values {
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
func (x *facts) add(k *family, values ...int) {
	id := Feature(0)
	for i, list := range k.values {
		if values[i] < 0 {
			return
		}
		id = id*Feature(len(list)) + Feature(values[i])
	}
	*x = append(*x, k.first+id)
}

// when adds a feature that is so.
func (x *facts) when(is bool, k *family, values ...int) {
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
