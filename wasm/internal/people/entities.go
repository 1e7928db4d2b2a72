package people

import (
	"cmp"
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// merge makes entities of names: full names first, then the short forms that
// refer to them.
func (s *Sources) merge(names []name) {
	order := make([]int, len(names))                // entity of each name
	for _, quoted := range [...]bool{false, true} { // names of two words and more, the writer's own first
		for i, n := range names {
			if len(n.words) > 1 && s.doc.Tokens[n.first].Quote >= 0 == quoted {
				order[i] = s.enter(s.sameFull(n), n)
			}
		}
	}
	s.named, s.nearest, s.heard = make([]int, len(names)), make([]int, len(names)), make([]bool, len(names)) // each name brings in one at most
	for i, n := range names {
		if len(n.words) != 1 {
			s.named[order[i]] += 2
			if s.doc.Tokens[n.first].Quote < 0 && !n.possessive && !s.asKin(n) {
				s.nearest[order[i]] = n.first + 1
			}
			s.heard[order[i]] = s.heard[order[i]] || s.says(n)
			continue
		}
		e := s.short(n)
		if e >= 0 && s.anotherOffice(n, e) {
			e = -1
		}
		if e < 0 {
			e = s.sameSingle(n)
		}
		e = s.enter(e, n)
		order[i] = e
		if n.titleWord != "" && s.nearest[e] == 0 || s.nearest[e] > 0 && s.justIntroduced(e, n) {
			s.nearest[e] = n.first + 1
		}
		s.named[e]++
		s.heard[e] = s.heard[e] || s.says(n)
	}
	for i, n := range names {
		s.Mentions = append(s.Mentions, Mention{Range: s.textOf(n, n.title, n.last), First: n.title, Last: n.last, Head: n.last - 1,
			Form: Name, Entity: order[i], Confidence: 1, Possessive: n.possessive})
	}
}

// anotherOffice tells that a name with an office is no name of an entity whose full name
// stands before in the sentence without one: “Ana Ortiz said President Ortiz's term …” tells of two.
func (s *Sources) anotherOffice(n name, e int) bool {
	full := s.nearest[e] - 1
	return n.titleWord != "" && s.lang.Title(n.titleWord) == lang.Either && s.Entities[e].title == "" &&
		full >= s.doc.Sentences[s.doc.Tokens[n.first].Sentence].First && full < n.title
}

// enter gives the entity i what a name tells, or makes a new one of it where i is -1.
func (s *Sources) enter(i int, n name) int {
	if i >= 0 {
		s.enrich(i, n)
		return i
	}
	e := Entity{Name: s.nameOf(n), words: n.words, title: n.titleWord, Gender: n.gender, evident: n.evident}
	e.Kind = s.kind(n)
	if g := s.lang.Given(n.words[0]); e.Kind == Person && e.Gender == 0 && len(n.words) > 1 && g != lang.Either {
		e.Gender = g
	}
	s.Entities = append(s.Entities, e)
	s.file(len(s.Entities) - 1)
	return len(s.Entities) - 1
}

// namesakes is how many entities that share a word are looked at: a bound on
// the time that a page of made-up names can take.
const namesakes = 64

// file enters an entity in the index under its words and its initials.
func (s *Sources) file(i int) {
	enter := func(key string) {
		if list := s.byWord[key]; len(list) < namesakes && !slices.Contains(list, i) {
			s.byWord[key] = append(list, i)
		}
	}
	e := &s.Entities[i]
	for _, w := range e.words {
		enter(w)
	}
	if len(e.words) > 1 {
		enter(initialsKey + s.initials(e.words))
	}
}

// initialsKey marks the initials in Sources.byWord.
const initialsKey = "."

// with gives the entities that have a word, in the order of the article.
func (s *Sources) with(word string) []int {
	slices.Sort(s.byWord[word])
	return s.byWord[word]
}

// enrich takes a fuller form and what a title tells.
func (s *Sources) enrich(i int, n name) {
	e := &s.Entities[i]
	// what others call somebody is not the name: “Cheating Ruth Lindqvist”
	if len(n.words) > len(e.words) && e.Kind == Person && s.doc.Tokens[n.first].Quote < 0 &&
		(s.lang.Given(n.words[0]) != 0 || s.lang.Given(e.words[0]) == 0) {
		e.Name, e.words = s.nameOf(n), n.words
		s.file(i)
	}
	if n.shop && e.Kind != Person {
		e.Name, e.Kind = s.nameOf(n), Organization
	}
	e.Gender, e.title = cmp.Or(e.Gender, n.gender), cmp.Or(e.title, n.titleWord)
	e.evident = e.evident || n.evident
	if n.titleWord != "" && e.Kind == Unknown {
		e.Kind = Person
	}
}

// kind guesses what a name names.
func (s *Sources) kind(n name) Kind {
	last := n.words[len(n.words)-1]
	first := n.words[0]
	given := s.lang.Given(first) != 0
	has := func(c lang.Class) bool {
		return slices.ContainsFunc(n.words, func(w string) bool { return s.lang.Is(w, c) })
	}
	switch {
	case n.shop:
		return Organization
	case n.titleWord != "" && !s.lang.Is(n.titleWord, lang.Attribute), n.evident && len(n.words) > 1 && (given || !s.lang.Is(last, lang.Organization)) &&
		!s.lang.Is(last, lang.Acronym):
		return Person
	case len(n.words) > 1 && (s.lang.Is(strings.Join(n.words, "-"), lang.Place) ||
		s.lang.Is(first, lang.BodyStart) && n.titleWord == "" && !s.lang.Is(last, lang.Demonym)):
		return Organization
	case s.lang.Is(last, lang.Organization) && !(given && len(n.words) == 2 && s.lang.Is(last, lang.AlsoSurname)):
		return Organization
	case len(n.words) > 1 && given:
		return Person
	case s.lang.Is(last, lang.State) && len(n.words) == 1, s.lang.Is(last, lang.OtherName):
		return Other
	case s.lang.Is(last, lang.Acronym), acronym(s.doc.Cut(s.textOf(n, n.first, n.last))):
		return Organization
	case s.lang.Is(last, lang.Demonym):
		return Other
	case s.lang.Is(strings.Join(n.words, " "), lang.Place), s.doc.Tokens[n.last-1].Is(lang.Place) && len(n.words) == 1,
		len(n.words) >= 2 && (s.lang.Is(last, lang.Place) || s.lang.Is(first, lang.Place) || s.lang.Is(first, lang.Demonym)),
		has(lang.FieldOf): // "Ministry of Justice"
		return Organization
	case n.first > 0 && s.doc.Tokens[n.first-1].Is(lang.The): // "the Trump Train" is nobody
		return Unknown
	case len(n.words) >= 2 && len(n.words) <= 4 && !has(lang.Organization): // not "Radio Brunn"
		return Person
	}
	return Unknown
}

// sameFull finds the entity that a full name names: the same words, or the same
// first and last word ("Hillary Rodham Clinton"), or the end of a longer name
// ("McMorris Rodgers").
func (s *Sources) sameFull(n name) int {
	w := s.trimmed(n.words)
	for _, i := range s.with(w[len(w)-1]) {
		e := s.trimmed(s.Entities[i].words)
		if s.junior(n.words) != s.junior(s.Entities[i].words) {
			continue
		}
		if slices.Equal(w, e) {
			return i
		}
		if len(e) < 2 || len(w) < 2 || s.Entities[i].Kind != Person || e[len(e)-1] != w[len(w)-1] {
			continue
		}
		if e[0] == w[0] || len(w) < len(e) && slices.Equal(e[len(e)-len(w):], w) ||
			len(e) < len(w) && slices.Equal(w[len(w)-len(e):], e) && !s.kin(n, n.first-kinReach, n.last+kinReach) || // “John Wes Colt, his son” is not Wes Colt
			len(e) == 2 && len(w) == 2 && sameGiven(e[0], w[0]) {
			return i
		}
	}
	return -1
}

// sameGiven recognizes a short form by its start: Rob and Robert, Mike and Michael.
func sameGiven(a, b string) bool {
	return len(a) >= 3 && len(b) >= 3 && a[:3] == b[:3] && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// initials are the first letters of a name's words, small words left out.
func (s *Sources) initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if w != "" && w != "&" && !s.lang.Is(w, lang.Stop) {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// sameSingle finds an entity of the same single word.
func (s *Sources) sameSingle(n name) int {
	for _, i := range s.with(n.words[0]) {
		if e := &s.Entities[i]; len(e.words) == 1 && e.words[0] == n.words[0] && e.mayBe(n.gender) {
			return i
		}
	}
	return -1
}

// trimmed gives the words of a name without what stands behind it: "Jr.".
func (s *Sources) trimmed(words []string) []string {
	for len(words) > 1 && s.lang.Is(words[len(words)-1], lang.NameEnd) {
		words = words[:len(words)-1]
	}
	return words
}

func (s *Sources) junior(words []string) bool { return s.lang.Is(words[len(words)-1], lang.Junior) }
