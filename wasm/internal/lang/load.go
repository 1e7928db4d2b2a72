package lang

import (
	"iter"
	"slices"
	"strings"
)

// What is made for the number of words never grows, which takes most of the time of filling
// it, and leaves what was too small behind.
const (
	bytesPerWord  = 11 // a little less than the word lists have
	bytesPerEntry = 28
)

// load reads the files of a language: word lists under headings. It gives what it could not
// read too, for a test: a heading that is no class, a cue of an unknown list.
func load(files ...*string) (*Language, []string) {
	size := 0
	for _, file := range files {
		size += len(*file)
	}
	r := &loader{l: &Language{words: newTable(size / bytesPerWord), entries: make([]Entry, 1, 1+size/bytesPerEntry),
		bases: map[string]string{}, deeds: map[string]string{}, offices: map[string]string{}, irregular: irregular{}}, became: map[int32]int32{}, elements: map[string]*PatternElement{}}
	var patterns [][2]string // they name lists and verbs, and come last
	for _, file := range files {
		for heading, words := range sections(*file) {
			if _, ok := constructionOf(heading); ok || heading == "denial-cue" || heading == "no-comment-cue" {
				patterns = append(patterns, [2]string{heading, words})
			} else if !r.section(heading, words) {
				r.wrong = append(r.wrong, "no class has the heading ["+heading+"]")
			}
		}
	}
	for _, section := range patterns {
		switch section[0] {
		case "denial-cue":
			r.l.Denial = r.cues(section[1])
		case "no-comment-cue":
			r.l.NoComment = r.cues(section[1])
		default:
			c, _ := constructionOf(section[0])
			for line := range lines(section[1]) {
				r.l.constructions[c] = append(r.l.constructions[c], r.pattern(strings.Fields(line)))
			}
		}
	}
	return r.l, r.wrong
}

// loader fills a language.
type loader struct {
	l        *Language
	became   map[int32]int32 // scratch space of put
	elements map[string]*PatternElement
	wrong    []string
}

// section reads one list.
func (r *loader) section(heading, words string) bool {
	if kind, gender, ok := strings.Cut(heading, "-"); ok && r.genders(kind, gender, words) {
		return true
	}
	switch heading {
	case "say":
		r.verbs(words, Say)
	case "express":
		r.verbs(words, Express)
	case "weak":
		r.verbs(words, Weak)
	case "irregular":
		for line := range lines(words) {
			lemma, forms, _ := strings.Cut(line, " ")
			r.l.irregular[lemma] = forms
		}
	case "base":
		for pair := range r.words(words) {
			if form, base, ok := strings.Cut(pair, "="); ok {
				r.l.bases[form] = base
			}
		}
	case "deed-of":
		for pair := range r.words(words) {
			if noun, verb, ok := strings.Cut(pair, "="); ok {
				r.l.deeds[noun] = verb
			}
		}
	case "role-class":
		class := uint8(0)
		for line := range lines(words) {
			class++
			r.put(line, func(e *Entry) { e.RoleClass = class })
		}
	case "contraction-end":
		r.l.contractionEnds = slices.Collect(r.words(words))
	case "same-office":
		for line := range lines(words) {
			first, _, _ := strings.Cut(line, " ")
			for word := range r.words(line) {
				r.l.offices[word] = first
			}
		}
	case "adjective-end":
		r.l.adjectiveEnds = slices.Collect(r.words(words))
	default:
		c, known := classOf(heading)
		if known {
			r.put(words, func(e *Entry) { e.add(c) })
		}
		return known
	}
	return true
}

func classOf(heading string) (Class, bool) {
	for c, name := range headings {
		if name == heading {
			return Class(c), true
		}
	}
	return 0, false
}

// genders reads the lists of names, titles and nouns for people by the gender that they tell.
func (r *loader) genders(kind, gender, words string) bool {
	g, known := map[string]Gender{"male": Male, "female": Female, "either": Either}[gender]
	if !known {
		return false
	}
	switch kind {
	case "ending":
		for end := range r.words(words) {
			r.l.roleEnds = append(r.l.roleEnds, roleEnd{end, g})
		}
	case "given":
		r.put(words, func(e *Entry) { e.Given = e.Given.and(g) })
	case "title":
		r.put(words, func(e *Entry) { e.Title = e.Title.and(g) })
	case "role":
		r.put(words, func(e *Entry) { e.Role = e.Role.and(g) })
	default:
		return false
	}
	return true
}

// words gives the words of a list, which may stand several on a line.
func (r *loader) words(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range lines(list) {
			for word := range strings.FieldsSeq(line) {
				if !yield(word) {
					return
				}
			}
		}
	}
}

// put changes the entry of each word of a list; "word+" stands for "words" too. Most words
// of a list have one entry, so that few different ones are made.
func (r *loader) put(list string, change func(*Entry)) {
	clear(r.became)
	one := func(word string) {
		old := r.l.words.of(word)
		place, known := r.became[old]
		if !known {
			place = r.place(r.l.entries[old])
			change(&r.l.entries[place])
			r.became[old] = place
		}
		r.l.words.put(word, place)
	}
	for word := range r.words(list) {
		if noun, ok := strings.CutSuffix(word, "+"); ok {
			word = noun
			one(noun + "s")
		}
		one(word)
	}
}

// place makes room for an entry that the words of one list share. What some other list has
// alike is not sought: there is little of it.
func (r *loader) place(e Entry) int32 {
	r.l.entries = append(r.l.entries, e)
	return int32(len(r.l.entries) - 1)
}
