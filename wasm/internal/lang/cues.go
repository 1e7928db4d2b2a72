package lang

import (
	"slices"
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
	Pattern
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
		if c.Cues[i].Behind[0].Any(*e) {
			all = append(all, i)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// cues reads the lines of a list of cues: kind, frame, pattern.
func (r *loader) cues(list string) Cues {
	count := strings.Count(list, "\n")
	c := Cues{first: make(map[string][]int, count), Cues: make([]Cue, 0, count)}
	for line := range lines(list) {
		f := strings.Fields(line)
		if len(f) < 3 {
			r.wrong = append(r.wrong, "no cue: "+line)
			continue
		}
		cue := Cue{Kind: f[0], Frame: f[1], Pattern: r.pattern(f[2:])}
		if len(cue.Behind) == 0 {
			r.wrong = append(r.wrong, "no cue: "+line)
			continue
		}
		for _, word := range cue.Behind[0].words {
			c.first[word] = append(c.first[word], len(c.Cues))
			e := *r.l.listed(word)
			e.Cue = true
			r.l.words.put(word, r.place(e))
		}
		if cue.Behind[0].listed {
			c.opened = append(c.opened, len(c.Cues))
			c.openers.join(cue.Behind[0].classes)
		}
		c.Cues = append(c.Cues, cue)
	}
	return c
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
