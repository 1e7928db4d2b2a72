package denial

import (
	"keypoints/wasm/internal/lang"
)

// concerns tells that a sentence is about a source: it has the surname, or its subject is
// the source. Of two defendants each pleads to the charges of his own.
func (f *finder) concerns(i int, s source) bool {
	if name := f.surname(s); name != "" && f.has(i, name) {
		return true
	}
	m, ok := f.s.MainSubject(f.d.Sentences[i].First, f.d.Sentences[i].Last)
	return !ok || s.entity >= 0 && m.Entity == s.entity || m.Entity < 0
}

// denialIn gives the denial that was found in a sentence before.
func (f *finder) denialIn(i int) (earlier, bool) {
	for k := len(f.found) - 1; k >= 0 && f.found[k].sentence >= i; k-- {
		if f.found[k].sentence == i {
			return f.found[k], true
		}
	}
	return earlier{entity: -1}, false
}

// denies tells that a sentence was found to be a denial.
func (f *finder) denies(i int) bool {
	_, denied := f.denialIn(i)
	return denied
}

// surname is the last word of a source's name, in lower case.
func (f *finder) surname(s source) (last string) {
	if s.card != nil {
		for w := range words(s.card.Name) {
			last = w
		}
	}
	return last
}

// has tells that a sentence has a word, or its possessive.
func (f *finder) has(i int, word string) bool {
	for t := f.d.Sentences[i].First; t < f.d.Sentences[i].Last; t++ {
		if lang.Bare(f.d.Tokens[t].Lower) == word {
			return true
		}
	}
	return false
}

// shares tells that a sentence has a word of a noun's family: "accusation" and
// "accused".
func (f *finder) shares(i int, noun string) bool {
	for _, family := range [...]lang.Class{lang.FamilyAccuse, lang.FamilyReport, lang.FamilyClaim, lang.FamilyStory, lang.FamilyAccount} {
		if f.lang.Is(noun, family) {
			return f.among(f.sentenceRange(i), family)
		}
	}
	return false
}
