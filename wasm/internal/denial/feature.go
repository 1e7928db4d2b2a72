package denial

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"keypoints/wasm/internal/weigh"
)

// Weights are what go run ./wasm/fit -denials writes: a line a feature, its name and its
// weight in thousandths; features of claims begin with "claim: ".
//
//go:embed weights.txt
var weightsFile string

var (
	families weigh.Families
	weighed  = sync.OnceValue(func() weigh.Model { return families.Model(weightsFile) })
)

// Features gives the names of all features, by number.
func Features() []string { return families.Names() }

// The values that features have.
var (
	frames  = []string{frameProposition, frameClaim, frameInverted, frameDone, frameLabel, frameSelf, frameQuoted, frameRaised, frameAnswer, frameFlat}
	kinds   = []string{KindDeny, KindReject, KindLabel, KindNegate, KindDisclaim}
	deniers = strings.Split("nobody known; two; a person; an organization; an unknown name; a role; a body; "+
		"a paper, people, a name or somebody's; other words; no words", "; ")
	subjects = strings.Split("is another; is the source", "; ")
	numbers  = []string{"0", "1", "2", "3"}
	grounds  = strings.Split("alleged; asked; claimed in its words; claimed lately; denied in its words; denied lately; goes on denying; headline; lede; "+
		"noun; relayed; said beside it; said in its sentence; said lately; there is none", "; ")
	distances = strings.Split("in its sentence; in the sentence before; before; far before", "; ")
	ways      = strings.Split("frame; behind the cue; before the cue; stated; accused of; whether; reported; "+
		"noun that; noun of; noun's clause; noun phrase", "; ")
	references = strings.Split("plain; that-clause; gerund; nothing; pronoun; claim noun; claim noun with more; other", "; ")
	lengths    = strings.Split("a word or two; some words; a clause; a long clause; very long", "; ")
)

// A way leads to a clause that may be a claim; its number is its place in ways.
type way int

const (
	byFrame way = iota
	behindCue
	beforeCue
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
	always           = families.Of("always")
	frameIs          = families.Of("frame *", frames)
	kindIs           = families.Of("kind *", kinds)
	denierIs         = families.Of("denier *", deniers)
	denierMany       = families.Of("denier is one of many")
	besideAccusation = families.Of("accusation in its sentence")
	subjectIs        = families.Of("subject *", subjects)

	claimWay            = families.Of("claim: *", ways)
	claimWayWhere       = families.Of("claim: *, *", ways, distances)
	claimWayKind        = families.Of("claim: *, *", ways, kinds)
	claimWayRefers      = families.Of("claim: *, *", ways, references)
	claimWhereKind      = families.Of("claim: *, *", distances, kinds)
	claimWhereRefers    = families.Of("claim: *, *", distances, references)
	claimSays           = families.Of("claim: holds a verb of saying")
	claimRaisedWhere    = families.Of("claim: raised: *, *", grounds, distances)
	claimSaidWhere      = families.Of("claim: said, *", distances)
	claimPointedWhere   = families.Of("claim: pointed at, *", distances)
	claimLength         = families.Of("claim: *", lengths)
	claimShares         = families.Of("claim: shares * words", numbers)
	claimOnDenier       = families.Of("claim: in a sentence on the denier")
	claimSameParagraph  = families.Of("claim: same paragraph")
	claimBeginsSentence = families.Of("claim: a sentence's beginning, *", references)
	claimQuoted         = families.Of("claim: in a quotation")
	claimComma          = families.Of("claim: has a comma")
)

// number gives the place of a value in a list, or -1.
func number(list []string, value string) int { return slices.Index(list, value) }

// index is 1 for what is so.
func index(is bool) int {
	if is {
		return 1
	}
	return 0
}
