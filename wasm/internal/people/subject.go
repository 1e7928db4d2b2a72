package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

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
	} else if m.Form == Nominal {
		if name, apposed := s.apposed(m, v); apposed { // “The head of the union, Greta Lindh, 58, who led the talks, said”
			m = name
		}
	}
	if ok {
		s.identify(&m)
	}
	s.subjects[v] = m
	return m, ok
}

// adverbials are pairs of words that stand between a subject and its verb.
var adverbials = map[string]bool{"in turn": true, "in fact": true, "in part": true, "of course": true, "for instance": true, "for example": true,
	"at first": true, "at last": true, "in effect": true, "in response": true, "in return": true, "once again": true, "yet again": true}

func (s *Sources) subject(v, depth int) (Mention, bool) {
	d := s.doc
	low := s.sentenceFirst(v)
	t := v - 1
	for t >= low && d.Tokens[t].Quote < 0 && d.Tokens[t].Word && (d.Tokens[t].Is(lang.Auxiliary) || d.Tokens[t].Is(lang.Adverb)) && s.At(t) < 0 {
		t--
	}
	if t-2 >= low && adverbials[d.Tokens[t-1].Lower+" "+d.Tokens[t].Lower] { // "Lee in turn dismissed it"
		t -= 2
	}
	if t < low || depth > 3 {
		return Mention{}, false
	}
	tok := d.Tokens[t]
	if d.Tokens[v-1].Lower == "to" && t > low && s.At(t) < 0 && !tok.Capital && tok.Word && (strings.HasSuffix(tok.Lower, "ed") || tok.Is(lang.PastForm) || tok.Lower == "likes" || tok.Lower == "loves") {
		return s.subject(t, depth+1) // "Lee liked to say"
	}
	if tok.Quote >= 0 { // a quoted word before the verb: he “lied” and said
		return s.mainSubject(low, t)
	}
	switch tok.Lower {
	case "who":
		return s.personBefore(t-1, low)
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
	if tok.Is(lang.Reporting) || tok.Is(lang.Preposition) || len(tok.Lower) > 3 && (tok.Lower[len(tok.Lower)-2:] == "ed") {
		if t-1 >= low {
			return s.subject(t, depth+1)
		}
	}
	return s.mainSubject(low, t)
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
		if s.verbal(k) && (d.Tokens[k].Is(lang.Reporting) || d.Tokens[k].Is(lang.PastForm)) {
			return s.subject(k, depth+1)
		}
	}
	return Mention{}, false
}

// personBefore gives the person that "who" after token t is about: where the words
// right before it name none, he stands before them: “Sen. Ann Lee, the top Democrat
// on the Budget Committee, who said”.
func (s *Sources) personBefore(t, low int) (Mention, bool) {
	m, ok := s.antecedent(t)
	if !ok || m.Form != Name || m.Entity < 0 || s.Entities[m.Entity].Kind != Organization {
		return m, ok
	}
	for k := m.First - 1; k > low && k > t-longest; k-- {
		if i := s.At(k); i >= 0 && s.doc.Tokens[k+1].Lower == "," && s.Mentions[i].Entity >= 0 && !s.Mentions[i].Possessive {
			if p, ok := s.phraseEnding(k); ok && p.Form == Name && p.Entity >= 0 && s.Entities[p.Entity].Kind == Person {
				return p, true
			}
		}
		if s.doc.Tokens[k].Quote >= 0 || s.verbal(k) {
			break
		}
	}
	return m, ok
}

// antecedent gives the phrase that a relative clause after token t is about:
// "Lee, who said", "a man from Ohio who said".
func (s *Sources) antecedent(t int) (Mention, bool) {
	if t >= 0 && s.doc.Tokens[t].Lower == "," {
		t--
	}
	// An apposition between: "Lee, a farmer from Ohio, who said".
	m, ok := s.phraseEnding(t)
	if ok && m.Form == Nominal && s.At(m.Head) < 0 && !s.doc.Tokens[m.Head].Is(lang.RoleNoun) { // "a plea from Ann Ruiz, who"
		if inner, _, ok := s.simpleEnding(t); ok && inner.Form == Name && inner.Entity >= 0 && s.Entities[inner.Entity].Kind == Person {
			return inner, true
		}
	}
	if ok && m.Form == Nominal && m.First > 1 && s.doc.Tokens[m.First-1].Lower == "," {
		outer, found := s.phraseEnding(m.First - 2)
		if found && outer.Form == Nominal && s.At(outer.Head) < 0 && !s.doc.Tokens[outer.Head].Is(lang.RoleNoun) { // "a reply from Ann Ruiz, a farmer, who"
			outer, _, found = s.simpleEnding(m.First - 2)
		}
		if found && outer.Form == Name {
			return outer, true
		}
	}
	return m, ok
}

// maxClause is how many tokens of a sentence are searched for its subject: a
// "sentence" of 20,000 bytes of "denied that" would be searched once for each verb.
const maxClause = 100

// mainSubject gives the first noun phrase of tokens [first, end) that no
// preposition governs and that is in no leading subordinate clause.
func (s *Sources) mainSubject(first, end int) (Mention, bool) {
	d := s.doc
	end = min(end, first+maxClause)
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
		if tok.Is(lang.Preposition) && s.At(t) < 0 {
			governed = true
			t++
			continue
		}
		if tok.Is(lang.Conjunction) && !tok.Is(lang.Determiner) || tok.Is(lang.Adverb) || s.verbal(t) && s.At(t) < 0 {
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
	if s.lang.Is(low, lang.Preposition) {
		return true
	}
	switch low {
	case "when", "while", "although", "though", "because", "if", "unless", "whether", "where", "asked", "pressed", "once", "whatever", "now":
		return true
	}
	n := len(low)
	return s.doc.Sentences[tok.Sentence].First == t && (s.lang.Is(low, lang.PastForm) || questioned[low]) || n > 4 && (low[n-3:] == "ing" || low[n-2:] == "ed") && s.doc.Sentences[tok.Sentence].First == t
}

// afterComma is the token after the comma that ends a leading clause of tokens
// [t, end): the first with a subject and its verb behind it, as commas may also set
// off an apposition inside the clause; else the first; 0 if there is none.
func (s *Sources) afterComma(t, end int) int {
	d := s.doc
	first := 0
	for k := t; k < end; k++ {
		// The comma may stand inside the quotation: “When “I won,” he said”.
		if d.Tokens[k].Quote >= 0 || d.Tokens[k].Lower != "," || k+1 >= end || s.insidePlace(k) {
			continue
		}
		if first == 0 {
			first = k + 1
		}
		if _, next, ok := s.phraseAt(k + 1); ok && next < end && d.Tokens[next].Lower != "," && d.Tokens[next].Lower != "who" && s.beforeVerb(next) {
			return k + 1
		}
	}
	return first
}

// SubjectAfter gives the subject that follows a verb, in “said Zhao Lijian, a
// spokesperson”: the noun phrase that begins within two tokens after v.
func (s *Sources) SubjectAfter(v int) (Mention, bool) {
	d := s.doc
	t := v + 1
	for t < len(d.Tokens) && d.Tokens[t].Sentence == d.Tokens[v].Sentence && d.Tokens[t].Is(lang.Adverb) && t < v+3 && s.At(t) < 0 {
		t++
	}
	if t >= len(d.Tokens) || d.Tokens[t].Sentence != d.Tokens[v].Sentence {
		return Mention{}, false
	}
	if tok := d.Tokens[t]; (tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) && !tok.Is(lang.Determiner)) && s.At(t) < 0 {
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
		if name, ok := s.nameBehindOffice(m); ok {
			return name, true
		}
	}
	s.identify(&m)
	return m, true
}

// nameBehindOffice gives the person whose office a description is, of a body that may be
// named before its noun: “said Labour leader of Kent council Ann Lee”.
func (s *Sources) nameBehindOffice(m Mention) (Mention, bool) {
	d := s.doc
	t := m.Last
	if m.Last == m.Head+1 || t+1 >= len(d.Tokens) || !d.Tokens[m.Head].Is(lang.RoleNoun) || plural(d.Tokens[m.Head].Lower) {
		return m, false
	}
	if s.adjacent(t-1, t) && s.bodyNoun(d.Tokens[t].Lower) && s.adjacent(t, t+1) {
		t++
	}
	if i := s.At(t); i >= 0 && s.adjacent(t-1, t) && s.personAt(t) && !s.Mentions[i].Possessive && len(s.Entities[s.Mentions[i].Entity].words) > 1 {
		return s.Mentions[i], true
	}
	return m, false
}

// withModifiers adds the prepositional phrases after a nominal: “a spokesman
// for Jeb Bush”, “a professor of law at Yale”.
func (s *Sources) withModifiers(m Mention, next int) Mention {
	d := s.doc
	for n := 0; n < 3 && next+1 < len(d.Tokens) && d.Tokens[next].Sentence == d.Tokens[m.First].Sentence; n++ {
		p := d.Tokens[next]
		if p.Quote >= 0 || p.Lower != "for" && p.Lower != "of" && p.Lower != "at" && p.Lower != "from" && p.Lower != "to" && p.Lower != "with" && p.Lower != "in" && p.Lower != "on" && p.Lower != "by" {
			break
		}
		inner, after, ok := s.phraseAt(next + 1)
		if p.Lower == "of" && !ok {
			ok = after > next+1 && !d.Tokens[after-1].Capital // “his chief of staff”
			switch d.Tokens[next+1].Lower {
			case "them", "these", "those", "us": // “one of them, Desmond Moss”
				after, ok = next+2, true
			}
		}
		if !ok || inner.Form == Pronoun || p.Lower == "in" && d.Tokens[inner.Head].Is(lang.Paper) { // “The coast guard in a bulletin said”
			break
		}
		m.End, m.Last = d.Tokens[after-1].End, after
		next = after
	}
	return m
}
