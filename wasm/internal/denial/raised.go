package denial

import (
	"strings"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// raised knows, of every sentence, its content words and whether it raises a
// claim: accuses, alleges, reports, asks.
type raised struct {
	stems [][]string // by sentence
	mark  []bool     // the sentence has a word that raises a claim
	hard  []bool     // it has a word of accusation or denial
	count map[string]int
	name  map[string]bool // stems that the article writes with a capital
	head  map[string]bool // stems of a headline that denies, none of another's
}

func raise(f *finder, headline string) *raised {
	r := &raised{count: map[string]int{}, name: map[string]bool{}, head: map[string]bool{}}
	raises, claimed := f.bits("raise"), f.bits("claimed")
	f.function = f.bits("empty", "aux", "pronoun", "determiner", "preposition", "conjunction", "not", "raise", "adverb", "relative")
	for _, sentence := range f.d.Sentences {
		stems := make([]string, 0, (sentence.Last-sentence.First)/2)
		mark, hard := false, false
		for t := sentence.First; t < sentence.Last; t++ {
			mark = mark || f.lists[t]&(raises|claimed) != 0
			hard = hard || f.lists[t]&claimed != 0
			if s := f.stem(t); s != "" {
				stems = append(stems, s)
				r.count[s]++
				if f.d.Tokens[t].Capital && t > sentence.First {
					r.name[s] = true
				}
			}
		}
		r.stems = append(r.stems, stems)
		r.mark = append(r.mark, mark)
		r.hard = append(r.hard, hard)
	}
	denied, insisted, first, not := false, false, false, false
	for word := range strings.FieldsSeq(headline) {
		word = strings.ToLower(strings.Trim(word, ".,:;!?'\"“”‘’"))
		switch word {
		case "deny", "denies", "denied", "denying":
			denied = true
		case "insists", "insisted":
			insisted = true
		case "i", "we":
			first = true
		case "didn't", "wasn't", "never", "not":
			not = true
		}
		if s := stem(word); s != "" && f.cues.Lists[word]&f.function == 0 {
			r.head[s] = true
		}
	}
	if !denied && !(not && (first || insisted)) { // "Lee not worried by knee" denies nothing
		clear(r.head)
	}
	return r
}

// stem gives the stem of token t, or "" for a function word.
func (f *finder) stem(t int) string {
	tok := &f.d.Tokens[t]
	if !tok.Word || f.lists[t]&f.function != 0 {
		return ""
	}
	return f.words[tok.ID].stem
}

// stemOf gives the stem of a word, whose irregular forms have that of its base.
func (f *finder) stemOf(w string) string {
	if base, ok := f.cues.Forms[w]; ok {
		return stem(base)
	}
	return stem(w)
}

// stem cuts inflections and all but six letters, so that "violating" meets
// "violations" and "touched" meets "touching".
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	for _, suffix := range []string{"ing", "ed", "es", "s", "e"} {
		if len(w) > len(suffix)+3 && strings.HasSuffix(w, suffix) {
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

// answered finds the sentence, not the one at self, that raises a claim in the
// words of the span: the best one and how many of its words it shares. Words
// that the article uses all the time count half.
func (f *finder) answered(s span, self int) (sentence int, shared float64) {
	sentence = -1
	seen := map[string]bool{}
	var stems []string
	for t := s.first; t < s.last; t++ {
		if w := f.stem(t); w != "" && !seen[w] {
			seen[w] = true
			stems = append(stems, w)
		}
	}
	for i := max(0, self-window); i < len(f.d.Sentences) && i <= self+3; i++ {
		if i == self || !f.raised.mark[i] {
			continue
		}
		sum := 0.0
		for _, w := range stems {
			for _, other := range f.raised.stems[i] {
				if other == w {
					if f.raised.count[w] > 1+len(f.d.Sentences)/6 {
						sum += 0.5
					} else {
						sum++
					}
					break
				}
			}
		}
		if sum > 0 && sum >= shared { // the nearest of equals before the denial
			if sum == shared && i > self {
				continue
			}
			sentence, shared = i, sum
		}
	}
	return sentence, shared
}

// window is how many sentences back a claim may be raised. It bounds the time
// that a long page takes.
const window = 200

// raises accepts a candidate whose words after the cue share at least so many
// content words with a sentence that raises a claim.
func (f *finder) raises(c *candidate, least float64) bool {
	rest := span{c.last, f.clauseEnd(c.last)}
	sentence, shared := f.answered(rest, c.sentence)
	if shared < least {
		return false
	}
	c.claimSentence = sentence
	c.object, c.said, c.anaphor = rest, true, false
	return true
}

// answer: "I did not take the money", after the article has told who says that
// he took it.
func (f *finder) answer(c *candidate) bool {
	harmless := f.harmless(c)
	if f.supposed(c.first) || f.relayed(c.first) || f.lacking(c.first) || harmless && !f.is(c.last, "perfect") { // “has not had a stroke”
		return false
	}
	s, verb, ok := f.speech(c.first)
	if !ok || s.card == nil || f.claims(s) {
		return false
	}
	if b := f.before(c.first); b >= 0 && f.d.Tokens[b].Lower == "but" && f.d.Tokens[c.first].Quote < 0 { // "had been printed but never sent"
		return false
	}
	if verb >= 0 && verb < c.first && f.among(span{verb, c.first}, "admit") { // "admitted that he had not paid"
		return false
	}
	if _, silent := f.noComment(c.sentence); silent {
		return false
	}
	insists := verb >= 0 && f.is(verb, "insist")
	own := f.ownSubject(c.first, s)
	if f.contradicts(c, s, own) {
		c.source, c.confidence = s, 0.6
		return true
	}
	if harmless || !own && (!insists || f.among(s.span, "accuser") || f.d.Tokens[c.first].Lower == "no") {
		return false
	}
	// "never" and "insisted" answer somebody of themselves.
	least := 2.0
	if insists && own {
		least = 0
	} else if own && (f.d.Tokens[c.first].Lower == "never" || f.accused(c) || f.questioned(c.first)) {
		least = 1
	}
	if own && f.d.Tokens[c.first].Quote >= 0 && f.defends(s) {
		least = 0.5
	}
	if !f.raises(c, least) && !(own && f.repeats(c)) {
		return false
	}
	c.source = s
	c.confidence = 0.6
	if insists {
		c.confidence = 0.7
	}
	return true
}

// claims tells that what was taken for a source is a claim: "this claim implies that
// nobody asked". A report is a document, which speaks.
func (f *finder) claims(s source) bool {
	if s.entity >= 0 || s.empty() || !f.is(s.last-1, "claim") {
		return false
	}
	noun := lang.Singular(f.d.Tokens[s.last-1].Lower)
	l := lang.For(f.d.Language)
	return !l.Documents[noun] && !l.Papers[noun]
}

// harmless tells that a negation speaks of the future, of degree or of more:
// "would not", "not enough", "not only".
func (f *finder) harmless(c *candidate) bool {
	nobodyHad := f.d.Tokens[c.first].Lower == "no" && c.last+2 < len(f.d.Tokens) && f.d.Tokens[c.last+1].Lower == "had" // "no child had died", but "no plan had to be"
	if f.is(c.last, "unnegated") || f.is(c.last+1, "unnegated") && !(nobodyHad && f.d.Tokens[c.last+2].Lower != "to") {
		return f.d.Tokens[c.last].Lower != "heard" || !f.is(c.last+1, "determiner") || !f.questioned(c.first) // "testified that he never heard a request"
	}
	b := f.before(c.first)
	if c.last < len(f.d.Tokens) && strings.HasSuffix(f.d.Tokens[c.last].Lower, "ing") && (b < 0 || !f.is(b, "aux")) {
		return true // "criticized him for not calling"
	}
	return b >= 0 && f.is(b, "modal")
}

// ownSubject tells that the negated verb has the source as its subject: "I",
// "we", "my", in a reported clause a pronoun, or the source's own name.
func (f *finder) ownSubject(t int, s source) bool {
	subject := f.walk(t)
	if b := f.before(t); b >= 0 && f.is(t, "nothings") && !f.is(b, "aux") { // “I own no yacht”, “I have copied nothing”
		subject = f.walk(b)
	}
	if subject.empty() {
		return false
	}
	quoted := f.d.Tokens[t].Quote >= 0
	if quoted && f.d.Tokens[subject.first].Quote < 0 { // “I'm aware of it and did not send it”
		for k := t; k >= 0 && f.d.Tokens[k].Quote == f.d.Tokens[t].Quote && f.d.Tokens[k].Lower != "."; k-- {
			switch f.d.Tokens[k].Lower {
			case "i", "we", "i've", "we've", "i'm", "we're":
				return true
			}
		}
	}
	quoted = quoted && f.d.Tokens[subject.first].Quote >= 0 // told a jury she had “never taken a penny”
	switch f.d.Tokens[subject.first].Lower {
	case "i", "we", "i've", "we've", "i'm", "we're", "my", "our", "i'd", "we'd":
		return quoted
	case "he", "she", "his", "her", "he'd", "she'd":
		return !quoted && (subject.entity < 0 || s.entity < 0 || subject.entity == s.entity)
	case "they", "it", "their", "its", "there", "they'd":
		return !quoted && (subject.entity < 0 || s.entity < 0 || subject.entity == s.entity) && !f.person(s)
	}
	return subject.entity >= 0 && subject.entity == s.entity
}

// sentenceRange gives a sentence's tokens.
func (f *finder) sentenceRange(i int) span {
	return span{f.d.Sentences[i].First, f.d.Sentences[i].Last}
}

// person tells that a source is known to be one person.
func (f *finder) person(s source) bool {
	return s.entity >= 0 && f.s.Entities[s.entity].Kind == people.Person
}

// among tells that a span has a word of a list.
func (f *finder) among(s span, list string) bool {
	for t := s.first; t < s.last; t++ {
		if f.is(t, list) {
			return true
		}
	}
	return false
}

// questioned tells that the source speaks to somebody who asks the suspected:
// "told investigators they were unaware of it", "testified that he never heard it".
func (f *finder) questioned(t int) bool {
	_, verb, _ := f.speech(t)
	if verb < 0 {
		return false
	}
	switch f.verbs[f.d.Tokens[verb].Lower].Lemma {
	case "testify":
		return true
	case "tell":
		return f.among(span{verb + 1, min(verb+4, t)}, "questioner")
	}
	return false
}

// accused tells that the writer's words around a quotation speak of an
// accusation: "After the scandal broke she said: “I did not …”".
func (f *finder) accused(c *candidate) bool {
	if f.d.Tokens[c.first].Quote < 0 {
		return false
	}
	sentence := f.sentenceRange(c.sentence)
	for t := sentence.first; t < sentence.last; t++ {
		if f.d.Tokens[t].Quote < 0 && f.is(t, "claimed") {
			return true
		}
	}
	return false
}

// repeats tells that a negation has the words of a denial shortly before.
func (f *finder) repeats(c *candidate) bool {
	rest := span{c.last, f.clauseEnd(c.last)}
	for _, before := range f.found[max(0, len(f.found)-6):] {
		if before.sentence < c.sentence-6 || before.sentence == c.sentence {
			continue
		}
		seen := map[string]bool{}
		for t := rest.first; t < rest.last; t++ {
			for _, w := range f.raised.stems[before.sentence] {
				if w == f.stem(t) {
					seen[w] = true
				}
			}
		}
		if len(seen) >= 2 {
			c.object, c.said = rest, true
			return true
		}
	}
	return false
}

// insisted tells that a verb of protest reports the words: "insisted that it had
// no plans to sell".
func (f *finder) insisted(c *candidate) bool {
	_, verb, _ := f.speech(c.first)
	if verb < 0 || !f.is(verb, "insist") {
		return false
	}
	if rest := (span{c.last, f.clauseEnd(c.last)}); len(f.contents(rest)) > 0 {
		c.object, c.said, c.anaphor = rest, true, false
	}
	return true
}

// defends tells that a source has denied something before: what it says then of
// itself goes on with that.
func (f *finder) defends(s source) bool {
	for _, before := range f.found[max(0, len(f.found)-window):] {
		if s.entity >= 0 && before.entity == s.entity {
			return true
		}
	}
	return false
}
