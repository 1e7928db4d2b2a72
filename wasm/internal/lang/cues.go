package lang

import (
	"slices"
	"strconv"
	"strings"
)

// Cues are patterns of words that signal something: a denial, a source who does not comment.
type Cues struct {
	Cues []Cue
	// first gives, by a word that a cue can begin with, the indexes of those cues, and
	// opened those of the cues that begin with a word of some classes, which are openers.
	first   map[string][]int
	opened  []int
	openers Set
}

// Cue is one pattern.
type Cue struct {
	Kind, Frame string
	Pattern     []*PatternElement
}

// First gives the indexes of the cues that can begin with a word, in their order.
func (c *Cues) First(word string, e *Entry) []int {
	var indexes []int
	if e.Cue {
		indexes = c.first[word]
	}
	if !e.Any(c.openers) {
		return indexes
	}
	all := append(make([]int, 0, len(indexes)+len(c.opened)), indexes...)
	for _, i := range c.opened {
		if c.Cues[i].Pattern[0].Any(*e) {
			all = append(all, i)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// PatternElement matches one word, of some classes or by itself, or a gap of up to Gap words.
type PatternElement struct {
	Optional bool
	Gap      int
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

// cues reads the lines of a list of cues: kind, frame, pattern.
func (r *loader) cues(list string) Cues {
	count := strings.Count(list, "\n")
	c := Cues{first: make(map[string][]int, count), Cues: make([]Cue, 0, count)}
	elements := make(map[string]*PatternElement, count) // many stand in many cues
	for line := range lines(list) {
		f := strings.Fields(line)
		if len(f) < 3 {
			r.wrong = append(r.wrong, "no cue: "+line)
			continue
		}
		cue := Cue{Kind: f[0], Frame: f[1], Pattern: make([]*PatternElement, 0, len(f)-2)}
		for _, part := range f[2:] {
			e, known := elements[part]
			if !known {
				e = r.element(part)
				elements[part] = e
			}
			cue.Pattern = append(cue.Pattern, e)
		}
		for _, word := range cue.Pattern[0].words {
			c.first[word] = append(c.first[word], len(c.Cues))
			e := *r.l.listed(word)
			e.Cue = true
			r.l.words.put(word, r.place(e))
		}
		if cue.Pattern[0].listed {
			c.opened = append(c.opened, len(c.Cues))
			c.openers.join(cue.Pattern[0].classes)
		}
		c.Cues = append(c.Cues, cue)
	}
	return c
}

// element reads one part of a pattern: word, a|b, @class, ~verb, ?optional, *gap.
func (r *loader) element(part string) *PatternElement {
	if gap, ok := strings.CutPrefix(part, "*"); ok {
		n, _ := strconv.Atoi(gap)
		return &PatternElement{Gap: n, Optional: true}
	}
	part, optional := strings.CutPrefix(part, "?")
	e := &PatternElement{Optional: optional}
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

// irregular are the forms of irregular verbs, by their base form.
type irregular map[string]string

// forms gives the forms of a verb, its base form too.
func (r irregular) forms(lemma string) []string {
	if f, ok := r[lemma]; ok {
		return append(strings.Fields(f), lemma)
	}
	f := regular(lemma)
	return append(f[:], lemma)
}
