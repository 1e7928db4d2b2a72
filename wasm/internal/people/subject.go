package people

import "strings"

// Subject gives the noun phrase that is the subject of the verb at token v and
// stands before it: "Zhao" in "Zhao, who is 49, later told reporters". ok is
// false where there is none in the sentence.
func (s *Sources) Subject(v int) (m Mention, ok bool) {
	if m, found := s.subjects[v]; found {
		return m, m.Last > 0
	}
	m, ok = s.subject(v, 0)
	if !ok {
		m = Mention{}
	}

	if ok {
		s.identify(&m)
	}
	s.subjects[v] = m
	return m, ok
}

func (s *Sources) subject(v, depth int) (Mention, bool) {
	d := s.doc
	low := s.sentenceFirst(v)
	t := v - 1
	for t >= low && d.Tokens[t].Quote < 0 && d.Tokens[t].Word && (s.lang.Auxiliaries[d.Tokens[t].Lower] || s.adverb(d.Tokens[t].Lower)) && s.At(t) < 0 {
		t--
	}
	if t < low || depth > 3 {
		return Mention{}, false
	}
	tok := d.Tokens[t]
	if tok.Quote >= 0 { // a quoted word before the verb: he “lied” and said
		return s.mainSubject(low, t)
	}
	switch tok.Lower {
	case "who":
		return s.antecedent(t - 1)
	case "which", "that":
		if m, ok := s.antecedent(t - 1); ok {
			return m, true
		}
		return s.mainSubject(low, t)
	case "and", "but", "or", "then":
		// “She left and said”: the subject of the clause before.
		if m, ok := s.coordinated(low, t, depth); ok {
			return m, true
		}
		return s.mainSubject(low, t)
	case ",", "–", "—", "-", "--", ")", ";", ":":
		if tok.Lower == ")" {
			if m, ok := s.phraseEnding(t); ok {
				return m, true
			}
		}
		if tok.Lower == "," {
			if m, ok := s.beforeApposition(low, t); ok {
				return m, true
			}
		}
		return s.mainSubject(low, t)
	}
	if m, ok := s.phraseEnding(t); ok {
		// "Lee and Smith said": two speakers are nobody's quotation.
		return m, true
	}
	// "went on to say", "refused to say"
	if _, verb := s.lang.Verbs[tok.Lower]; verb || s.lang.Prepositions[tok.Lower] || len(tok.Lower) > 3 && (tok.Lower[len(tok.Lower)-2:] == "ed") {
		if t-1 >= low {
			return s.subject(t, depth+1)
		}
	}
	return s.mainSubject(low, t)
}

// beforeApposition gives the subject that an apposition between commas
// separates from its verb: "Lee, a farmer from Ohio, said"; "her manager, Robby
// Mook, said". comma is the second comma.
func (s *Sources) beforeApposition(low, comma int) (Mention, bool) {
	d := s.doc
	first := -1
	// An age between commas: “Kerry Blunt, 41, said”.
	if comma-2 > low && startsWithDigit(d.Tokens[comma-1].Lower) && d.Tokens[comma-2].Lower == "," {
		if m, ok := s.phraseEnding(comma - 3); ok && m.Form == Name {
			return m, true
		}
		return s.beforeApposition(low, comma-2)
	}
	for k := comma - 1; k > low && comma-k < 30; k-- {
		if d.Tokens[k].Quote >= 0 {
			return Mention{}, false
		}
		if d.Tokens[k].Lower == "," && !s.insidePlace(k) {
			first = k
			break
		}
	}
	if first < 0 {
		return Mention{}, false
	}
	before, ok := s.phraseEnding(first - 1)
	if !ok {
		return Mention{}, false
	}
	if i := s.appositive(first+1, comma); i >= 0 {
		if e := s.Mentions[i].Entity; before.Form == Nominal && e >= 0 && (s.Entities[e].Kind == Person || s.roleNoun(d.Tokens[before.Head].Lower)) && !s.Mentions[i].Possessive {
			return s.Mentions[i], true
		}
	}
	if before.Form == Nominal && s.heads(before) && (before.First == low || !d.Tokens[before.First-1].Word) && !s.lang.Calendar[d.Tokens[before.Head].Lower] &&
		(s.roleNoun(d.Tokens[before.Head].Lower) || before.Last > before.Head+1) && s.apposes(first+1, comma) {
		return before, true
	}
	// The phrase before the comma must itself stand where a subject does.
	if before.Form == Name && before.Entity >= 0 && s.Entities[before.Entity].Kind == Person {
		start := s.roleStart(before.First)
		if start == low || !s.lang.Prepositions[d.Tokens[start-1].Lower] && !s.verbal(start-1) {
			return before, true
		}
	}
	return Mention{}, false
}

// apposes tells that tokens [first, end) begin as an apposition does: with an
// article, or a relative clause.
func (s *Sources) apposes(first, end int) bool {
	switch s.doc.Tokens[first].Lower {
	case "a", "an", "the", "who", "which":
		return true
	}
	return false
}

// appositive is the index of the name that makes up the apposition in tokens
// [first, end), roles before and prepositions after it aside, or -1: “Robby
// Mook”, “mum-of-two Kerry Blunt”, “Darran Whiting of the church in Marion”.
func (s *Sources) appositive(first, end int) int {
	d := s.doc
	for t := first; t < end && t < first+4; t++ {
		if i := s.At(t); i >= 0 {
			after := s.Mentions[i].Last
			if after == end || after < end && s.lang.Prepositions[d.Tokens[after].Lower] {
				return i
			}
			return -1
		}
		if s.lang.Determiners[d.Tokens[t].Lower] || s.lang.Prepositions[d.Tokens[t].Lower] || s.verbal(t) || !d.Tokens[t].Word {
			return -1
		}
	}
	return -1
}

// insidePlace tells the comma of "Aspen, Colo.," and "Norfolk, Virginia,".
func (s *Sources) insidePlace(k int) bool {
	d := s.doc
	if k == 0 || k+1 >= len(d.Tokens) {
		return false
	}
	i, j := s.At(k-1), s.At(k+1)
	if i < 0 || j < 0 {
		return false
	}
	next := d.Tokens[k+1]
	return s.lang.Places[bare(next.Lower)] || s.lang.Abbreviations[bare(next.Lower)] && d.Text[next.End-1] == '.'
}

// coordinated finds the subject of the verb that "and" joins to the one after
// it: the nearest verb before whose subject is a phrase of its own.
func (s *Sources) coordinated(low, and, depth int) (Mention, bool) {
	d := s.doc
	for k := and - 1; k > low && and-k < 30; k-- {
		if d.Tokens[k].Quote >= 0 || d.Tokens[k].Capital {
			continue
		}
		if d.Tokens[k].Lower == ";" {
			return Mention{}, false
		}
		if _, verb := s.lang.Verbs[d.Tokens[k].Lower]; verb && s.verbal(k) {
			return s.subject(k, depth+1)
		}
	}
	return Mention{}, false
}

// antecedent gives the phrase that a relative clause after token t is about:
// "Lee, who said", "a man from Ohio who said".
func (s *Sources) antecedent(t int) (Mention, bool) {
	if t >= 0 && s.doc.Tokens[t].Lower == "," {
		t--
	}
	// An apposition between: "Lee, a farmer from Ohio, who said".
	m, ok := s.phraseEnding(t)
	if ok && m.Form == Nominal && !s.roleNoun(s.doc.Tokens[m.Head].Lower) { // "a plea from Ann Ruiz, who"
		if inner, _, ok := s.simpleEnding(t); ok && inner.Form == Name && inner.Entity >= 0 && s.Entities[inner.Entity].Kind == Person {
			return inner, true
		}
	}
	if ok && m.Form == Nominal && m.First > 1 && s.doc.Tokens[m.First-1].Lower == "," {
		if outer, found := s.phraseEnding(m.First - 2); found && outer.Form == Name {
			return outer, true
		}
	}
	return m, ok
}

// mainSubject gives the first noun phrase of tokens [first, end) that no
// preposition governs and that is in no leading subordinate clause.
func (s *Sources) mainSubject(first, end int) (Mention, bool) {
	d := s.doc
	t := first
	governed := false
	for t < end {
		tok := d.Tokens[t]
		if tok.Quote >= 0 {
			t = max(d.Quoted[tok.Quote].Last, t+1)
			continue
		}
		if !tok.Word {
			t++
			governed = false
			continue
		}
		// “After the debate, Lee said”; “Speaking in Ohio, Lee said”.
		if (t == first || d.Tokens[t-1].Lower == ",") && s.subordinates(t) {
			if after := s.afterComma(t, end); after > 0 {
				t = after
				continue
			}
		}
		if s.lang.Prepositions[tok.Lower] && s.At(t) < 0 {
			governed = true
			t++
			continue
		}
		if s.lang.Conjunctions[tok.Lower] && !s.lang.Determiners[tok.Lower] || s.adverb(tok.Lower) || s.verbal(t) && s.At(t) < 0 {
			t++
			continue
		}
		m, next, ok := s.phraseAt(t)
		if ok && !governed && !m.Possessive && next <= end {
			return m, true
		}
		if next <= t {
			next = t + 1
		}
		if ok || next > t+1 {
			governed = false
		}
		t = next
	}
	return Mention{}, false
}

// subordinates tells that a token begins a clause or phrase that ends with a
// comma before the main clause.
func (s *Sources) subordinates(t int) bool {
	tok := s.doc.Tokens[t]
	low := tok.Lower
	if s.At(t) >= 0 {
		return false
	}
	if s.lang.Prepositions[low] {
		return true
	}
	switch low {
	case "when", "while", "although", "though", "because", "if", "unless", "whether", "where", "asked", "pressed", "once", "whatever", "now":
		return true
	}
	n := len(low)
	return s.doc.Sentences[tok.Sentence].First == t && s.lang.Past[low] || n > 4 && (low[n-3:] == "ing" || low[n-2:] == "ed") && s.doc.Sentences[tok.Sentence].First == t
}

// afterComma is the token after the first comma in [t, end), 0 if there is none.
func (s *Sources) afterComma(t, end int) int {
	d := s.doc
	for k := t; k < end; k++ {
		if d.Tokens[k].Quote >= 0 {
			// The comma may stand inside the quotation: “When “I won,” he said”.
			continue
		}
		if d.Tokens[k].Lower == "," && k+1 < end && !s.insidePlace(k) {
			if i := s.At(k - 1); k > 1 && i >= 0 && s.insidePlace(k-s.Mentions[i].Last+s.Mentions[i].First-1) {
				return k + 1
			}
			return k + 1
		}
	}
	return 0
}

// SubjectAfter gives the subject that follows a verb, in “said Zhao Lijian, a
// spokesperson”: the noun phrase that begins within two tokens after v.
func (s *Sources) SubjectAfter(v int) (Mention, bool) {
	d := s.doc
	t := v + 1
	for t < len(d.Tokens) && d.Tokens[t].Sentence == d.Tokens[v].Sentence && s.adverb(d.Tokens[t].Lower) && t < v+3 && s.At(t) < 0 {
		t++
	}
	if t >= len(d.Tokens) || d.Tokens[t].Sentence != d.Tokens[v].Sentence {
		return Mention{}, false
	}
	if tok := d.Tokens[t]; (s.lang.Prepositions[tok.Lower] || s.lang.Conjunctions[tok.Lower] && !s.lang.Determiners[tok.Lower]) && s.At(t) < 0 {
		return Mention{}, false
	}
	m, next, ok := s.phraseAt(t)
	if !ok {
		return m, false
	}
	if m.Form == Nominal {
		m = s.withModifiers(m, next)
		if name, ok := s.nameAfterComma(m); ok {
			return name, true
		}
		s.settleNominal(&m)
	}
	return m, true
}

// nameAfterComma gives the name that an apposition sets behind a description:
// “said the baker, Anton Huber”.
func (s *Sources) nameAfterComma(m Mention) (Mention, bool) {
	d := s.doc
	t := m.Last
	if t+1 >= len(d.Tokens) || d.Tokens[t].Lower != "," || d.Tokens[t].Sentence != d.Tokens[m.First].Sentence || plural(d.Tokens[m.Head].Lower) {
		return m, false
	}
	if i := s.At(t + 1); i >= 0 && s.Mentions[i].First == t+1 && !s.Mentions[i].Possessive && s.Mentions[i].Entity >= 0 {
		k := s.Entities[s.Mentions[i].Entity].Kind
		after := s.Mentions[i].Last
		full := len(s.Entities[s.Mentions[i].Entity].words) > 1
		if (k == Person && full || (k == Person || k == Unknown) && s.roleNoun(d.Tokens[m.Head].Lower)) && (after >= len(d.Tokens) || !d.Tokens[after].Word || s.lang.Prepositions[d.Tokens[after].Lower] || d.Tokens[after].Lower == "who") {
			return s.Mentions[i], true
		}
	}
	return m, false
}

// withModifiers adds the prepositional phrases after a nominal: “a spokesman
// for Jeb Bush”, “a professor of law at Yale”.
func (s *Sources) withModifiers(m Mention, next int) Mention {
	d := s.doc
	for n := 0; n < 3 && next+1 < len(d.Tokens) && d.Tokens[next].Sentence == d.Tokens[m.First].Sentence; n++ {
		p := d.Tokens[next]
		if p.Quote >= 0 || p.Lower != "for" && p.Lower != "of" && p.Lower != "at" && p.Lower != "from" && p.Lower != "to" && p.Lower != "with" && p.Lower != "in" && p.Lower != "on" {
			break
		}
		inner, after, ok := s.phraseAt(next + 1)
		if !ok || inner.Form == Pronoun {
			break
		}
		m.End, m.Last = d.Tokens[after-1].End, after
		next = after
	}
	return m
}

// MainSubject gives the first noun phrase of tokens [first, end) that no
// preposition governs.
func (s *Sources) MainSubject(first, end int) (Mention, bool) {
	m, ok := s.mainSubject(first, end)
	if ok {
		s.identify(&m)
	}
	return m, ok
}

// PhraseAt gives the noun phrase that begins with token t.
func (s *Sources) PhraseAt(t int) (Mention, bool) {
	m, next, ok := s.phraseAt(t)
	if ok && m.Form == Nominal {
		m = s.withModifiers(m, next)
		s.settleNominal(&m)
	}
	return m, ok
}

// PhraseEnding gives the noun phrase that ends with token t.
func (s *Sources) PhraseEnding(t int) (Mention, bool) {
	m, ok := s.phraseEnding(t)
	if ok {
		s.identify(&m)
	}
	return m, ok
}

// Owner gives the last possessive name in tokens [first, end): "Lee's" in
// "under Lee's plan to".
func (s *Sources) Owner(first, end int) (Mention, bool) {
	for t := end - 1; t >= first; t-- {
		if i := s.At(t); i >= 0 && s.Mentions[i].Possessive && s.Mentions[i].Last <= end && s.doc.Tokens[t].Quote < 0 {
			return s.Mentions[i], true
		}
	}
	return Mention{}, false
}

// Start is the first token of a mention with its role and determiner.
func (s *Sources) Start(m Mention) int {
	start := s.roleStart(m.First)
	if start > s.sentenceFirst(m.First) && s.lang.Determiners[s.doc.Tokens[start-1].Lower] {
		start--
	}
	return max(start, 1)
}

// Adverb tells that token t is an adverb.
func (s *Sources) Adverb(t int) bool { return s.adverb(s.doc.Tokens[t].Lower) && s.At(t) < 0 }

// PluralBefore tells that a base form at token v is a finite verb: a plural
// subject or a pronoun stands before it ("critics say", "they argue").
func (s *Sources) PluralBefore(v int) bool {
	t := v - 1
	for t >= 0 && s.Adverb(t) {
		t--
	}
	if t < 0 {
		return false
	}
	low := s.doc.Tokens[t].Lower
	switch low {
	case "they", "we", "i", "you", "who", "could", "would", "will", "can", "did", "does", "do", "may", "might", "must", "should":
		return true
	}
	return plural(low) && s.doc.Tokens[t].Quote < 0 && !possessiveToken(low)
}

// Named finds the entity that a name outside the text means, or -1, and the
// name without its titles: "Councillor Theo Marsh" gives "Theo Marsh".
func (s *Sources) Named(name string) (int, string) {
	words := strings.Fields(name)
	for len(words) > 1 && s.roleNoun(bare(strings.ToLower(words[0]))) && s.lang.Given[strings.ToLower(words[0])] == 0 {
		words = words[1:]
	}
	name = strings.Join(words, " ")
	for i := range s.Entities {
		if strings.EqualFold(s.Entities[i].Name, name) {
			return i, s.Entities[i].Name
		}
	}
	return -1, name
}
