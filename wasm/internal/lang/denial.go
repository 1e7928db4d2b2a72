package lang

import (
	_ "embed"
	"strconv"
	"strings"
)

// Denial is what the denial stage knows of a language.
type Denial struct {
	Cues []DenialCue
	// Bit gives each list of denial-words.txt a bit, and Lists a word the bits of the
	// lists that it is in: one look-up where asking list by list takes fifty.
	Bit, Lists map[string]uint64
	// Forms gives the base form of irregular verb forms: "stolen" for "steal".
	Forms map[string]string
	// First gives, by a word that a cue can begin with, the indexes of those cues.
	First map[string][]int
}

// DenialCue is one pattern of words that signals a denial.
type DenialCue struct {
	Kind, Frame string
	Pattern     []PatternElement
}

// PatternElement matches one word of a list, or a gap of up to Gap words.
type PatternElement struct {
	Words    map[string]bool
	Optional bool
	Gap      int
	// initials has a bit for the first byte of each word, as most words of a text
	// begin with none of them.
	initials uint64
}

// Has tells that a word is one of the element's.
func (e *PatternElement) Has(word string) bool {
	return e.initials&initial(word) != 0 && e.Words[word]
}

// initial is the bit of a word's first byte.
func initial(word string) uint64 {
	if word == "" {
		return 0
	}
	return 1 << (word[0] & 63)
}

//go:embed en/denial-cues.txt
var enDenialCues string

//go:embed en/no-comment-cues.txt
var enNoCommentCues string

//go:embed en/rank-words.txt
var enRankWords string

//go:embed en/denial-words.txt
var enDenialWords string

// denialWords reads denial-words.txt, without cues.
func denialWords(lists map[string]map[string]bool) Denial {
	words := 0
	for _, list := range lists {
		words += len(list)
	}
	d := Denial{Forms: map[string]string{}, Bit: map[string]uint64{}, Lists: make(map[string]uint64, words)}
	for name, list := range lists {
		if name == "forms" {
			continue
		}
		bit := uint64(1) << len(d.Bit) // a test holds that there are no more than 64
		d.Bit[name] = bit
		for word := range list {
			d.Lists[word] |= bit
		}
	}
	for pair := range lists["forms"] {
		if form, base, ok := strings.Cut(pair, "="); ok {
			d.Forms[form] = base
		}
	}
	return d
}

// with adds the cues of a file, whose patterns name the lists.
func (d Denial) with(cues string, lists map[string]map[string]bool) Denial {
	d.First = make(map[string][]int, len(cues)/bytesPerWord)
	elements := make(map[string]PatternElement, len(cues)/bytesPerWord) // many stand in many cues
	for _, line := range Lines(cues) {
		f := strings.Fields(line)
		cue := DenialCue{Kind: f[0], Frame: f[1], Pattern: make([]PatternElement, 0, len(f)-2)}
		for _, part := range f[2:] {
			e, known := elements[part]
			if !known {
				e = element(part, lists)
				elements[part] = e
			}
			cue.Pattern = append(cue.Pattern, e)
		}
		for word := range cue.Pattern[0].Words {
			d.First[word] = append(d.First[word], len(d.Cues))
		}
		d.Cues = append(d.Cues, cue)
	}
	return d
}

// element reads one part of a pattern: word, a|b, @list, ~verb, ?optional, *gap.
func element(part string, lists map[string]map[string]bool) PatternElement {
	if gap, ok := strings.CutPrefix(part, "*"); ok {
		n, _ := strconv.Atoi(gap)
		return PatternElement{Gap: n, Optional: true}
	}
	part, optional := strings.CutPrefix(part, "?")
	e := PatternElement{Words: map[string]bool{}, Optional: optional}
	for choice := range strings.SplitSeq(part, "|") {
		switch {
		case choice == part && strings.HasPrefix(choice, "@"):
			e.Words = lists[choice[1:]]
		case strings.HasPrefix(choice, "@"):
			for word := range lists[choice[1:]] {
				e.Words[word] = true
			}
		case strings.HasPrefix(choice, "~"):
			for _, form := range forms(choice[1:]) {
				e.Words[form] = true
			}
		default:
			e.Words[choice] = true
		}
	}
	for word := range e.Words {
		e.initials |= initial(word)
	}
	return e
}

// irregular are the forms of the cues' irregular verbs after the base form.
var irregular = map[string]string{
	"be": "is are am was were been being", "do": "does did done doing", "have": "has had having", "say": "says said saying",
	"tell": "tells told telling", "make": "makes made making", "know": "knows knew known knowing", "mean": "means meant meaning",
	"take": "takes took taken taking", "shoot": "shoots shot shooting", "strike": "strikes struck striking", "hit": "hits hitting", "hurt": "hurts hurting",
	"label": "labels labeled labelled labeling labelling", "go": "goes went gone going", "bat": "bats batted batting", "come": "comes came coming", "rebut": "rebuts rebutted rebutting",
	"shrug": "shrugs shrugged shrugging", "slam": "slams slammed slamming",
}

func forms(lemma string) []string {
	if f, ok := irregular[lemma]; ok {
		return append(strings.Fields(f), lemma)
	}
	f := regular(lemma)
	return append(f[:], lemma)
}
