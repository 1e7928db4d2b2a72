package lang

import "strings"

// Entry gives what the language says of a word in lower case, by the lists and by its form.
func (l *Language) Entry(word string) Entry {
	listed := l.listed(word)
	e := *listed
	set := func(c Class, is bool) {
		if is {
			e.add(c)
		}
	}
	bare, bareListed := Bare(word), listed
	if len(bare) < len(word) {
		bareListed = l.listed(bare)
	}
	contraction := listed.Is(Contraction)
	set(Contracted, contraction || endsWithOne(word, l.contractionEnds))
	set(Possessive, !contraction && (strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "s'"))) // "Trump's", "workers'"
	// Base and third-person forms double as nouns ("report", "claims") and count only
	// where they hardly are.
	set(Verbal, e.Is(Auxiliary) || e.Is(Contracted) || e.Is(PastForm) ||
		e.Is(Reporting) && e.Verb.Form != Base && (e.Verb.Form != Third || e.Verb.Class == Say))
	set(CalendarWord, bareListed.Is(Calendar))
	set(IngForm, InIng(word))
	set(Saying, e.Verb.Form == Gerund && e.Verb.Class != Weak)
	set(Adverb, strings.HasSuffix(word, "ly") && len(word) > 4 && !e.Is(NotAdverb))
	set(RoleNoun, l.roleNoun(bare, bareListed))
	return e
}

// Bare is a word without possessive 's and full stop: "Trump's", "Sen.".
func Bare(word string) string {
	if strings.HasSuffix(word, "s'") {
		return word[:len(word)-1]
	}
	return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), ".")
}

func endsWithOne(word string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// InS, InEd, InT, InIng and InLy tell the end of a word in lower case: “lists”, “listed”, “left”, “listing”, “lastly”. Ing
// is InIng of shorter words too: “lying”.
func InS(word string) bool   { return strings.HasSuffix(word, "s") }
func InEd(word string) bool  { return strings.HasSuffix(word, "ed") }
func InT(word string) bool   { return strings.HasSuffix(word, "t") }
func Ing(word string) bool   { return len(word) > 4 && strings.HasSuffix(word, "ing") }
func InIng(word string) bool { return len(word) > 5 && Ing(word) }
func InLy(word string) bool  { return strings.HasSuffix(word, "ly") }

// InPluralS tells the end of a plural: “critics”, not “boss”, “focus” and “basis”.
func InPluralS(word string) bool {
	return InS(word) && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is")
}

// AdjectiveEnd tells that a word ends as adjectives do, which a noun and no verb follows.
func (l *Language) AdjectiveEnd(word string) bool {
	for _, end := range l.adjectiveEnds {
		if word == end || len(end) < 4 && len(word) > len(end)+2 && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// roleNoun tells that a bare word of which the lists say e names a kind of person.
func (l *Language) roleNoun(word string, e *Entry) bool {
	if e.Role != 0 || strings.HasSuffix(word, "s") && l.Role(Singular(word)) != 0 || e.Title != 0 && len(word) > 3 {
		return true
	}
	if e.Is(NotRole) {
		return false
	}
	// "great-grandmother", "ex-wife"; "mum-of-two"
	if i := strings.LastIndexByte(word, '-'); i > 1 {
		if head, _, of := strings.Cut(word, "-of-"); of {
			return l.Role(head) != 0
		}
		return l.Role(word[i+1:]) != 0 && len(word)-i > 4
	}
	return l.RoleEnd(word) != 0
}

// RoleEnd is the gender that the end of a noun for people tells, or 0: "spokeswoman".
func (l *Language) RoleEnd(word string) Gender {
	for _, end := range l.roleEnds {
		if strings.HasSuffix(word, end.word) {
			if len(word) > len(end.word)+1 && !l.Is(word, NotRole) {
				return end.gender
			}
			return 0 // "woman" itself
		}
	}
	return 0
}

// Singular is a noun's singular, as far as its form shows.
func Singular(word string) string {
	if strings.HasSuffix(word, "ies") {
		return word[:len(word)-3] + "y"
	}
	return strings.TrimSuffix(word, "s")
}

// Stem cuts inflections and all but six letters, so that "violating" meets
// "violations" and "touched" meets "touching".
func Stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	for _, suffix := range []string{"ing", "ed", "es", "s", "e"} {
		if (len(w) > len(suffix)+3 || suffix == "s" && len(w) == 4 && w[2] != 's') && strings.HasSuffix(w, suffix) { // "pans" meets "pan"
			w = w[:len(w)-len(suffix)]
			if n := len(w); (suffix == "ing" || suffix == "ed") && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
				w = w[:n-1] // "running" meets "run"
			}
			break
		}
	}
	if len(w) < 3 {
		return ""
	}
	if len(w) > 6 {
		w = w[:6]
	}
	return w
}
