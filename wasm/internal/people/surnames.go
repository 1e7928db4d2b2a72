package people

import (
	"slices"
	"strings"

	"keypoints/wasm/internal/lang"
)

// short finds the entity that a single word refers to: the surname of a person,
// else a given name, else any word of the name (Zhao Lijian: Zhao, Lijian). Of
// several, those that it has just introduced, of them the one that the article has
// named most often so far, then first.
func (s *Sources) short(n name) int {
	w := n.words[0]
	best, bestScore := -1, 0
	speaks := s.says(n)
	if len(w) >= 2 {
		for _, i := range s.with(initialsKey + strings.ReplaceAll(w, ".", "")) {
			if s.Entities[i].Kind != Person { // "DEA" for "Drug Enforcement Administration"
				best, bestScore = i, 95
				break
			}
		}
	}
	for _, i := range s.with(w) {
		e := &s.Entities[i]
		if len(e.words) < 2 && !s.lang.Is(e.title, lang.Royal) { // "Prince Charles" is Charles to the end
			continue
		}
		if e.Kind == Organization && e.words[0] == w && !s.lang.Is(w, lang.Place) && !s.lang.Is(w, lang.Demonym) && !s.lang.Is(w, lang.Stop) &&
			s.lang.Given(w) == 0 && bestScore < 90 && n.titleWord == "" {
			best, bestScore = i, 90 // "Coldwater" for "Coldwater Foods"
		}
		if e.Kind != Person && e.Kind != Unknown || !e.mayBe(n.gender) {
			continue
		}
		words := s.trimmed(e.words)
		if s.lang.Is(n.titleWord, lang.Royal) && e.title != n.titleWord && words[len(words)-1] != w { // Prince Charles is not Charles Wallace
			continue
		}
		score := 0
		switch {
		case words[len(words)-1] == w:
			score = 300
		case words[0] == w && s.lang.Is(w, lang.Place) && n.titleWord == "": // "Jordan said" is not Jordan Pickford
			continue
		case words[0] == w && (e.evident || s.lang.Given(w) != 0):
			score = 200
		case e.evident && slices.Contains(words, w):
			score = 100
		case words[0] == w && e.Kind == Person && s.named[i] > 1 && s.bearers(w) == 1 && len(w) > 2 && !s.lang.Is(w, lang.Place) &&
			!s.lang.Is(w, lang.Demonym) && !s.lang.Is(w, lang.Stop) && !s.lang.Is(w, lang.RoleNoun):
			score = 60 // "Walt" for "Walt Pruss", whom no list knows
		default:
			continue
		}
		if s.named[i] == 0 { // brought in later only
			score = max(score-250, 1)
		}
		switch {
		case n.titleWord == "":
		case e.title == n.titleWord:
			score += 50
		case s.lang.Is(e.title, lang.Marital) && s.lang.Is(n.titleWord, lang.Marital): // "Ms Akers" is the niece of Miss Akers
			score -= 50
		}
		if s.justIntroduced(i, n) {
			score += 41
		}
		if s.heard[i] && speaks { // the soldier's father, not the soldier
			score += 41
		}
		score += min(s.named[i], 40)
		if score > bestScore || score == bestScore && e.Gender != 0 && s.nearest[i] > s.nearest[best] { // of two just as fit the nearer
			best, bestScore = i, score
		}
	}
	return best
}

// bearers is how many whom the article has named so far have a word in their names.
func (s *Sources) bearers(w string) int {
	n := 0
	for _, i := range s.with(w) {
		if s.named[i] > 0 {
			n++
		}
	}
	return n
}

// justIntroduced tells that the writer named somebody in full in the paragraph of a
// surname, or the one before.
func (s *Sources) justIntroduced(e int, n name) bool {
	d, at := s.doc, s.nearest[e]
	return at > 0 && d.Sentences[d.Tokens[n.first].Sentence].Paragraph-d.Sentences[d.Tokens[at-1].Sentence].Paragraph <= 1
}

// says tells that a verb of saying stands beside a name, or behind what commas set apart
// there: “said Lee”, “Lee, a miner, told”.
func (s *Sources) says(n name) bool {
	d := s.doc
	first, t := s.SentenceFirst(n.first), n.last
	last := d.Sentences[d.Tokens[n.first].Sentence].Last
	if s.comma(t) {
		for t++; t < last && !s.comma(t); t++ {
		}
		t++
	}
	reports := func(t int) bool {
		return t >= first && t < last && d.Tokens[t].Is(lang.Reporting) && d.Tokens[t].Quote < 0 && d.Tokens[t].Verb.Class != lang.Weak
	}
	return !n.possessive && (reports(t) || t < last && d.Tokens[t].Is(lang.Auxiliary) && reports(t+1) ||
		reports(n.title-1) && n.title > 1 && !d.Tokens[n.title-2].Word) // not "Moss called Lee"
}

// asKin tells that a sentence brings somebody in as another's relative, who keeps the
// surname: “Ulrike Rehbein, the dealer's niece, worked in the shop.” It is not so where
// she speaks, or the sentence begins with her: “His wife, Ulrike Rehbein, waited.”
func (s *Sources) asKin(n name) bool {
	first := s.SentenceFirst(n.first)
	return s.bearers(n.words[len(n.words)-1]) > 0 && s.kin(n, n.first-kinReach, n.last+kinReach) &&
		!s.says(n) && !s.kin(n, first, min(n.first, first+3))
}

// kin tells a noun of kinship in tokens [first, last) of the sentence of a name.
func (s *Sources) kin(n name, first, last int) bool {
	sentence := s.doc.Sentences[s.doc.Tokens[n.first].Sentence]
	for t := max(sentence.First, first); t < min(sentence.Last, last); t++ {
		if s.is(t, lang.Kin) {
			return true
		}
	}
	return false
}

// kinReach is how many tokens from a name the noun of its kinship may stand.
const kinReach = 12
