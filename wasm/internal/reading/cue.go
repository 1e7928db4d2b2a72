package reading

import (
	"strconv"
	"strings"
)

// A Cue is a pattern of words by which a source denies, or will not comment.
type Cue struct {
	Kind    string // of the denial: deny, reject, label, negate; "" of a silence
	Frame   Frame
	Steps   []Step
	Percent int // how surely it is one
}

// Frame says where the claim of a cue is looked for.
type Frame string

// The frames of cues.
const (
	FrameObject Frame = "object" // the clause or the noun phrase behind the cue is the claim
	FrameNone   Frame = "none"   // the cue says nothing of the claim; a clause behind it may
	FrameWords  Frame = "words"  // the words of the source themselves deny: “Das ist falsch”
	FrameAnswer Frame = "answer" // they deny where somebody is accused before: “Ich habe nie Geld genommen”
)

// Step is one step of a cue's pattern.
type Step struct {
	Words    map[string]bool // nil where any words match
	Stems    []string        // beginnings of words: "haltlos*"
	Ends     []string        // ends of words: "*vorwürfe"
	Gap      int             // how many words may stand here
	Time     bool            // they only say when and where
	Optional bool
	Not      bool // none of the words may stand here
	source   string
}

// newCue reads "kind frame percent step step …": a step is "word", "a|b", "stem*", "*end", "@list",
// "?step", "!step", "0" for a number, "*4" for up to four words, or "*4@when" for up to four that only say when and where.
func newCue(fields []string) Cue {
	c := Cue{Kind: fields[0]}
	if len(fields) < 4 {
		return c
	}
	c.Frame = Frame(fields[1])
	c.Percent, _ = strconv.Atoi(fields[2])
	for _, field := range fields[3:] {
		var s Step
		switch {
		case field[0] == '?':
			s.Optional, field = true, field[1:]
		case field[0] == '!':
			s.Not, field = true, field[1:]
		case field[0] == '*' && len(field) > 1 && field[1] <= '9':
			s.Gap, _ = strconv.Atoi(field[1:2])
			s.Time, field = field[2:] == "@when", ""
		}
		s.source = field
		c.Steps = append(c.Steps, s)
	}
	return c
}

// expand puts the words of lists in their places.
func (c *Cue) expand(lists map[string]string) {
	for i := range c.Steps {
		s := &c.Steps[i]
		if s.source == "" {
			continue
		}
		s.Words = map[string]bool{}
		for word := range strings.SplitSeq(s.source, "|") {
			if name, ok := strings.CutPrefix(word, "@"); ok {
				for inner := range strings.SplitSeq(lists[name], "|") {
					s.put(inner)
				}
			} else {
				s.put(word)
			}
		}
	}
}

func (s *Step) put(word string) {
	if end, ok := strings.CutPrefix(word, "*"); ok {
		s.Ends = append(s.Ends, end)
	} else if stem, ok := strings.CutSuffix(word, "*"); ok {
		s.Stems = append(s.Stems, stem)
	} else if word != "" {
		s.Words[word] = true
	}
}

// Is tells that a word is one of a step's.
func (s *Step) Is(word string) bool {
	if s.Words[word] || s.Words["0"] && word != "" && word[0] >= '0' && word[0] <= '9' {
		return true
	}
	for _, stem := range s.Stems {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	for _, end := range s.Ends {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
