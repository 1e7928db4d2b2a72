package lang

import (
	"slices"
	"strconv"
	"strings"
)

// Pattern says what stands around a place in a sentence: the elements before it, the nearest
// first, and those behind it.
type Pattern struct{ Before, Behind []*PatternElement }

// Kind is what a pattern's element asks of a text.
type Kind uint8

// The kinds of elements; each is written as the comment says.
const (
	OneWord   Kind = iota // a word or mark of a list: a|b, @class, ~verb in all its forms; ?x may be missing
	Gap                   // *N: up to N words; *N!x: none of which is x
	WideGap               // **N: up to N words and marks
	Unless                // !x: none of these stands here
	Mark                  // >: what is asked for begins here
	Edge                  // EDGE: no word stands here, as at the end of a sentence or a quotation, or at a comma
	AnyWord               // ANY: one word
	BigWord               // CAPITAL: one word with a capital
	SmallWord             // SMALL: one word without
	AnyMark               // MARK: one mark
)

// PatternElement is one thing that a pattern asks for.
type PatternElement struct {
	Kind
	Optional bool
	Longest  int // of a gap
	classes  Set
	listed   bool // has classes
	words    []string
	// initials has a bit for the first byte of each word, as most words of a text
	// begin with none of them.
	initials uint64
}

// Any tells that the element stands for words with an entry.
func (e *PatternElement) Any(entry Entry) bool { return e.listed && entry.Any(e.classes) }

// Has tells that a word is one of the element's.
func (e *PatternElement) Has(word string, entry *Entry) bool {
	return e.initials&initial(word) != 0 && slices.Contains(e.words, word) || e.listed && entry.Any(e.classes)
}

// initial is the bit of a word's first byte.
func initial(word string) uint64 {
	if word == "" {
		return 0
	}
	return 1 << (word[0] & 63)
}

// Construction is a way to say something that takes more than one word, as a language has it: its
// list says in which patterns.
type Construction uint8

// The constructions of the lists. What each says stands above its patterns.
const (
	Nonesuch Construction = iota
	ContraryTo
	PutToSomebody
	TakenUp
	Attributed
	AskedAbout
	AccusedOf
	Said
	NounThat
	NounOf
	NounPhrase
	AllOfThem
	AllDenied
	Clause
	Hearsay
	Relayed
	AtIssue
	StandIn
	ThatAlone
	ThatClause
	ObjectBehind
	SecondObject
	Content
	Elsewhere
	TimeBefore
	Demand
	Insured
	Courts
	Nobodys
	PleadedTo
	AllCharges
	NoAnswer
	NoneDone
	HasDone
	Unsaid
	Granted
	Passing
	CommaAnd
	ClaimEnd
	Adverbial
	NextClaim
	Beside
	BehindLabel
	StatesNothing
	NextClause
	Described
	Governed
	JoinedInfinitive
	CarriedOn
	constructions // the number of all
)

// constructionHeadings are the names of the constructions in the files of a language.
var constructionHeadings = [constructions]string{
	Nonesuch: "nonesuch", ContraryTo: "contrary-to", PutToSomebody: "put-to-somebody", TakenUp: "taken-up", Attributed: "attributed",
	AskedAbout: "asked-about", AccusedOf: "accused-of", Said: "said", NounThat: "noun-that", NounOf: "noun-of", NounPhrase: "noun-phrase",
	AllOfThem: "all-of-them", AllDenied: "all-denied", Clause: "clause", Hearsay: "hearsay", Relayed: "relayed", AtIssue: "at-issue",
	StandIn: "stand-in", ThatAlone: "that-alone", ThatClause: "that-clause", ObjectBehind: "object-behind", SecondObject: "second-object",
	Content: "content", Elsewhere: "elsewhere", TimeBefore: "time-before", Demand: "demand", Insured: "insured", Courts: "courts",
	Nobodys: "nobodys", PleadedTo: "pleaded-to", AllCharges: "all-charges", NoAnswer: "no-answer", NoneDone: "none-done", HasDone: "has-done",
	Unsaid: "unsaid", Granted: "granted", Passing: "passing", CommaAnd: "comma-and", ClaimEnd: "claim-end", Adverbial: "adverbial",
	NextClaim: "next-claim", Beside: "beside", BehindLabel: "behind-label", StatesNothing: "states-nothing", NextClause: "next-clause",
	Described: "described", Governed: "governed", JoinedInfinitive: "joined-infinitive", CarriedOn: "carried-on",
}

// Patterns gives the patterns of a construction.
func (l *Language) Patterns(c Construction) []Pattern { return l.constructions[c] }

func constructionOf(name string) (Construction, bool) {
	i := slices.Index(constructionHeadings[:], name)
	return Construction(max(i, 0)), i >= 0
}

// pattern reads the elements of a pattern; "_" is the place that it is asked about, which else is
// before them all.
func (r *loader) pattern(parts []string) (p Pattern) {
	place := slices.Index(parts, "_")
	for i := place - 1; i >= 0; i-- {
		p.Before = append(p.Before, r.element(parts[i]))
	}
	p.Behind = make([]*PatternElement, 0, len(parts)-place-1)
	for _, part := range parts[place+1:] {
		p.Behind = append(p.Behind, r.element(part))
	}
	return p
}

// element reads an element; many stand in many patterns.
func (r *loader) element(part string) *PatternElement {
	e, known := r.elements[part]
	if !known {
		e = r.newElement(part)
		r.elements[part] = e
	}
	return e
}

func (r *loader) newElement(part string) *PatternElement {
	switch part {
	case ">":
		return &PatternElement{Kind: Mark}
	case "EDGE":
		return &PatternElement{Kind: Edge}
	case "ANY":
		return &PatternElement{Kind: AnyWord}
	case "CAPITAL":
		return &PatternElement{Kind: BigWord}
	case "SMALL":
		return &PatternElement{Kind: SmallWord}
	case "MARK":
		return &PatternElement{Kind: AnyMark}
	}
	if gap, ok := strings.CutPrefix(part, "*"); ok {
		gap, but, _ := strings.Cut(gap, "!")
		e := r.choices(but)
		e.Kind = Gap
		if wide, ok := strings.CutPrefix(gap, "*"); ok {
			e.Kind, gap = WideGap, wide
		}
		n, err := strconv.Atoi(gap)
		if err != nil || n < 1 {
			r.wrong = append(r.wrong, "no gap: "+part)
		}
		e.Longest = n
		return e
	}
	part, optional := strings.CutPrefix(part, "?")
	but, unless := strings.CutPrefix(part, "!")
	unless = unless && but != ""
	if unless {
		part = but
	}
	e := r.choices(part)
	e.Optional = optional
	if unless {
		e.Kind = Unless
	}
	return e
}

// choices reads what an element of a list has to choose from.
func (r *loader) choices(part string) *PatternElement {
	e := &PatternElement{}
	if part != strings.ToLower(part) {
		r.wrong = append(r.wrong, "no element of a pattern: "+part)
	}
	for choice := range strings.SplitSeq(part, "|") {
		if name, ok := strings.CutPrefix(choice, "@"); ok {
			c, known := classOf(name)
			if !known {
				r.wrong = append(r.wrong, "no class is named @"+name)
				continue
			}
			e.classes.add(c)
			e.listed = true
		} else if lemma, ok := strings.CutPrefix(choice, "~"); ok {
			e.words = append(e.words, r.l.irregular.forms(lemma)...)
		} else {
			e.words = append(e.words, choice)
		}
	}
	slices.Sort(e.words)
	e.words = slices.Compact(e.words)
	for _, word := range e.words {
		e.initials |= initial(word)
	}
	return e
}
