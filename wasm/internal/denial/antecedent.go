package denial

import (
	"cmp"
	"slices"
	"strings"

	"keypoints/wasm/internal/text"
)

// What makes a sentence the one that states a claim. The weights were set by
// hand; halving or doubling one changes at most three of the 52 gold claims.
const (
	perSentence  = 0.1 // for each sentence of distance, less
	raisesClaim  = 0.5 // reports, asks or describes
	accuses      = 0.5 // accuses, alleges, denies
	sameFamily   = 1.0 // "accused" for "the accusation"
	namesDenier  = 0.4
	sharedWord   = 0.6 // "is violating" for "no violations", at most twice
	furthestBack = 30  // sentences
	tries        = 3   // sentences looked into for a clause that reads as a claim
)

// antecedent finds the nearest earlier sentence that states the claim, with
// preference for one that shares the claim noun ("the accusation": "accused"),
// names the denier, or raises a claim at all, and cuts it to the clause. A
// denial just before lends its own claim.
func (f *finder) antecedent(c candidate) span {
	if c.claimSentence >= 0 && c.claimSentence < c.sentence {
		return f.stated(c.claimSentence)
	}
	if c.cue.Frame == "self" {
		if s := f.asked(c.sentence); !s.empty() {
			return s
		}
	}
	if s := f.justSaid(c); !s.empty() {
		return s
	}
	if s := f.lent(c); !s.empty() {
		return s
	}
	noun := ""
	for t := c.first; t < max(c.last, c.object.last) && t < len(f.d.Tokens); t++ {
		if f.is(t, "claim") {
			noun = f.d.Tokens[t].Lower
		}
	}
	name := f.surname(c.source)
	plea := c.cue.Frame == "done" && f.d.Tokens[c.last-1].Lower == "guilty" // of what he is charged with
	pointed := c.anaphor && noun == "" && c.cue.Frame == "proposition"
	rumor := prefixed(noun, []string{"rumo", "specul"})
	type scored struct {
		sentence int
		score    float64
	}
	var candidates []scored
	for i, distance := c.sentence-1, 0; i >= 0 && distance < furthestBack; i, distance = i-1, distance+1 {
		if f.endless(i) {
			continue
		}
		if _, silent := f.noComment(i); silent || f.denies(i) || f.speaksIn(c.source, i) || f.defended(i) || f.d.Tokens[f.d.Sentences[i].Last-1].Lower == "?" {
			continue
		}
		if rumor && (!f.raised.mark[i] || f.d.Tokens[f.d.Sentences[i].First].Quote >= 0) { // what somebody says with his name is none
			continue
		}
		if plea && !f.among(f.sentenceRange(i), "charged") {
			continue
		}
		score := 1.0 - perSentence*float64(distance)
		if pointed { // "denied that": what was said last
			score -= 2 * perSentence * float64(distance)
		}
		if f.raised.mark[i] {
			score += raisesClaim
		}
		if f.raised.hard[i] {
			score += accuses
		}
		score += sharedWord * float64(min(2, f.common(i, span{c.first, max(c.last, c.object.last)})))
		if noun != "" {
			if f.shares(i, noun) {
				score += sameFamily
			}
			if name != "" && f.has(i, name) {
				score += namesDenier
			}
		}
		candidates = append(candidates, scored{i, score})
	}
	slices.SortStableFunc(candidates, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	for _, candidate := range candidates[:min(len(candidates), tries)] {
		if s := f.stated(candidate.sentence); f.attribution(s) {
			break
		} else if f.states(s) {
			return s
		}
	}
	return span{}
}

// attribution tells words that only say who spoke: "the insider added", "Ada Moss,
// prosecuting".
func (f *finder) attribution(s span) bool {
	return s.last-s.first > 1 && (s.last-s.first <= 4 && f.reports(s.last-1) || s.last-s.first <= 6 && f.d.Tokens[s.last-2].Lower == ",")
}

// justSaid gives what somebody else says in the sentence before, in the same
// paragraph: "Castellan said the lake had been kept too full. Oren rejected the
// accusation."
func (f *finder) justSaid(c candidate) span {
	i := c.sentence - 1
	if i >= 0 && !f.endless(i) {
		called := (c.cue.Frame == "label" && !c.object.empty() && f.is(c.object.first, "ana") || f.pointing(c) && !f.denies(i)) && f.attributed(i, c.source)
		s := f.stated(i)
		if called && f.states(s) { // "“Our guns were silent,” Rao said. Lupan called that a lie."
			return s
		}
		if f.is(c.first, "utterances") && s.first > f.d.Sentences[i].First && f.states(s) { // "put it to her that she had lied. “Those words never left my mouth”"
			return s
		}
	}
	if !c.anaphor || c.cue.Frame != "claim" && c.cue.Frame != "proposition" || i < 0 || f.endless(i) || f.denies(i) ||
		f.d.Sentences[i].Paragraph != f.d.Sentences[c.sentence].Paragraph || !f.attributed(i, c.source) {
		return span{}
	}
	if _, silent := f.noComment(i); silent {
		return span{}
	}
	whole := f.sentenceRange(i)
	for t := whole.first + 1; t < whole.last; t++ {
		if f.d.Tokens[t].Quote >= 0 || !f.reports(t) {
			continue
		}
		if s := f.stated(i); s.first > t && s.first <= t+6 && f.states(s) {
			return s
		}
	}
	return span{}
}

// pointing tells a label of what was said just before, in the writer's words: "said
// that was not true".
func (f *finder) pointing(c candidate) bool {
	w := f.d.Tokens[c.first].Lower
	return c.cue.Frame == "self" && c.cue.Kind == "label" && f.d.Tokens[c.first].Quote < 0 && (w == "that" || w == "this")
}

// lent gives the claim of a denial just before, unless somebody accuses since or
// the denial is itself the accusation that is denied: "She accused the tenants
// of inventing the story. Vidal denied that."
func (f *finder) lent(c candidate) span {
	n := len(f.found)
	if n == 0 || f.is(c.first, "utterances") { // “Those words never left my mouth”
		return span{}
	}
	last := f.found[n-1]
	if last.sentence == c.sentence-1 && last.entity != c.source.entity && c.anaphor && c.cue.Frame == "proposition" {
		whole := f.sentenceRange(last.sentence)
		for t := whole.first; t < whole.last; t++ {
			if f.d.Tokens[t].Quote < 0 && strings.HasPrefix(f.d.Tokens[t].Lower, "accus") {
				return f.stated(last.sentence)
			}
		}
	}
	if last.sentence < c.sentence-lends || f.accusedSince(last.sentence, c.sentence) || last.claim.last-last.claim.first <= 3 && !f.is(last.claim.first, "deed") {
		return span{}
	}
	if last.entity != c.source.entity && f.among(last.claim, "mine") { // “I have never placed a bet in my life”
		return span{}
	}
	return last.claim
}

// lends is for how many sentences a denial lends its claim to others.
const lends = 3

// states tells that a span can be read as a claim: it says something, with a
// verb or a noun of accusation, and begins with no word that points back.
func (f *finder) states(s span) bool {
	if s.empty() || s.last-s.first < 2 && !f.is(s.first, "deed") || f.is(s.first, "ana") || f.is(s.first, "conjunction") && f.d.Tokens[s.first].Lower != "while" {
		return false
	}
	for t := s.first; t < s.last; t++ {
		w := f.d.Tokens[t].Lower
		if f.d.Tokens[t].Capital && t > s.first {
			continue
		}
		if f.is(t, "aux") || f.is(t, "modal") || f.is(t, "deed") || f.is(t, "claim") || f.verbs[w].Lemma != "" && t > s.first ||
			len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) || f.is(t, "past") {
			return t+1 < s.last || !f.is(t, "aux")
		}
	}
	return false
}

// accusedSince tells that a sentence between two others accuses.
func (f *finder) accusedSince(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if f.raised.hard[i] {
			return true
		}
	}
	return false
}

// speaksIn tells that a source is quoted in a sentence: nobody denies what he
// said himself a moment before.
func (f *finder) speaksIn(s source, i int) bool {
	if s.entity < 0 {
		return false
	}
	for t := f.d.Sentences[i].First; t < f.d.Sentences[i].Last; t++ {
		if q := f.quotation[t]; q >= 0 && f.quotes[q].Entity == s.entity {
			return true
		}
	}
	return false
}

// defended tells that a sentence quotes somebody who has just denied: what he
// adds of himself is no claim that others deny.
func (f *finder) defended(i int) bool {
	for k := len(f.found) - 1; k >= 0 && f.found[k].sentence >= i-3; k-- {
		if e := f.found[k]; e.sentence < i && e.entity >= 0 && f.among(f.sentenceRange(i), "mine") && f.speaksIn(source{entity: e.entity}, i) {
			return true
		}
	}
	return false
}

// denies tells that a sentence was found to be a denial.
func (f *finder) denies(i int) bool {
	for k := len(f.found) - 1; k >= 0 && f.found[k].sentence >= i; k-- {
		if f.found[k].sentence == i {
			return true
		}
	}
	return false
}

// surname is the last word of a source's name, in lower case.
func (f *finder) surname(s source) string {
	if s.card == nil {
		return ""
	}
	last := ""
	for w := range words(s.card.Name) {
		last = w
	}
	return last
}

// has tells that a sentence has a word, or its possessive.
func (f *finder) has(i int, word string) bool {
	for t := f.d.Sentences[i].First; t < f.d.Sentences[i].Last; t++ {
		if strings.TrimSuffix(f.d.Tokens[t].Lower, "'s") == word {
			return true
		}
	}
	return false
}

// families are the stems of claim nouns and their verbs.
var families = [][]string{{"accus", "alleg", "charg", "indict", "complain"}, {"report", "rumo", "specul"}, {"rumo", "specul", "report"}, {"claim", "alleg", "assert", "accus"}, {"stor", "report", "said"}, {"account", "said", "told", "descri"}}

// shares tells that a sentence has a word of a noun's family: "accusation" and
// "accused".
func (f *finder) shares(i int, noun string) bool {
	for _, family := range families {
		if !prefixed(noun, family[:1]) && !(len(family) > 3 && prefixed(noun, family)) {
			continue
		}
		for t := f.d.Sentences[i].First; t < f.d.Sentences[i].Last; t++ {
			if prefixed(f.d.Tokens[t].Lower, family) {
				return true
			}
		}
		return false
	}
	return false
}

func prefixed(word string, roots []string) bool {
	for _, root := range roots {
		if strings.HasPrefix(word, root) {
			return true
		}
	}
	return false
}

// stated cuts the clause of a sentence that states a claim.
func (f *finder) stated(i int) span {
	if f.endless(i) {
		return span{}
	}
	return f.statedIn(f.sentenceRange(i))
}

// statedIn cuts what follows "accused him of", "alleged that" or "said"; else
// it gives the words without their attribution.
func (f *finder) statedIn(whole span) span {
	whole.first = f.s.Dateline(whole.first)
	if f.d.Tokens[whole.first].Lower == "according" { // "According to officials, the bridge …"
		for t := whole.first; t < whole.last && t < whole.first+12; t++ {
			if f.d.Tokens[t].Lower == "," {
				whole.first = t + 1
				break
			}
		}
	}
	for t := whole.first; t+2 < whole.last; t++ {
		if f.d.Tokens[t].Quote >= 0 {
			continue
		}
		// "accused him of selling visas", "was charged with selling visas"
		if with := f.is(t, "charged"); with || strings.HasPrefix(f.d.Tokens[t].Lower, "accus") {
			for k := t + 1; k < whole.last && k < t+10; k++ {
				if w := f.d.Tokens[k].Lower; w == "of" || with && w == "with" {
					end := f.clauseEndIn(k+1, f.d.Tokens[t].Quote)
					return f.trim(f.within(span{k + 1, f.untilVerb(k+1, end)}, whole))
				}
			}
		}
		if f.d.Tokens[t].Lower == "put" && f.d.Tokens[t+1].Lower == "it" && f.d.Tokens[t+2].Lower == "to" { // "put it to her that she had lied"
			for k := t + 3; k < whole.last && k < t+9; k++ {
				if f.d.Tokens[k].Lower == "that" {
					return f.trim(f.within(span{k + 1, f.clauseEndIn(k+1, f.d.Tokens[t].Quote)}, whole))
				}
			}
		}
		if f.d.Tokens[t].Lower == "called" { // "a group called The Lads"
			continue
		}
		if !(f.reports(t) && t > whole.first) && !(f.is(t, "claim") && f.d.Tokens[t+1].Lower == "that") && !strings.HasPrefix(f.d.Tokens[t].Lower, "alleging") {
			continue
		}
		from := t + 1
		for k := from; k < whole.last && k < from+6 && f.d.Tokens[k].Word; k++ { // "told CNN that"
			if f.d.Tokens[k].Lower == "that" {
				from = k + 1
			}
		}
		if from == t+1 && (!f.d.Tokens[from].Word || f.is(from, "preposition") || f.d.Tokens[from].Lower == "guilty") {
			continue
		}
		if s := f.trim(f.within(span{from, f.clauseEndIn(from, f.d.Tokens[t].Quote)}, whole)); s.last-s.first >= 4 {
			return s
		}
	}
	last := whole.last
	for t := whole.last - 1; t > whole.first+4; t-- { // "…, the ministry said"
		if f.d.Tokens[t].Quote < 0 && f.reports(t) && f.afterComma(t, whole.first+4) {
			for k := t; k > whole.first; k-- {
				if f.d.Tokens[k].Lower == "," {
					last = k
					break
				}
			}
			break
		}
	}
	if s := f.trim(span{whole.first, min(last, f.clauseEnd(whole.first))}); f.states(s) {
		for t := max(s.first+1, s.last-3); t < s.last; t++ {
			if f.reports(t) && t+1 < s.last { // "Lee had insisted the messages", before a comma
				return span{}
			}
		}
		return s
	}
	return f.trim(span{whole.first, last})
}

func (f *finder) within(s, whole span) span { return span{s.first, min(s.last, whole.last)} }

// asked finds what a source was asked shortly before it answered: "asked Lee
// about his ties to the mill".
func (f *finder) asked(sentence int) span {
	for i := sentence; i >= 0 && i >= sentence-3; i-- {
		whole := f.sentenceRange(i)
		if f.endless(i) {
			continue
		}
		for t := whole.first; t < whole.last; t++ {
			w := f.d.Tokens[t].Lower
			if f.d.Tokens[t].Quote >= 0 || w != "asked" && w != "questioned" && w != "pressed" {
				continue
			}
			for k := t + 1; k < whole.last && k < t+7 && f.d.Tokens[k].Word; k++ {
				switch f.d.Tokens[k].Lower {
				case "why": // "why he had said it", not "why he had left", which nobody disputes
					if said := f.d.Tokens[k+1 : min(k+5, whole.last)]; !slices.ContainsFunc(said, func(tok text.Token) bool {
						lemma := f.verbs[tok.Lower].Lemma
						return lemma == "say" || lemma == "tell"
					}) {
						continue
					}
					fallthrough
				case "about", "whether", "if":
					if s := f.trim(span{k + 1, f.clauseEnd(k + 1)}); s.last-s.first > 2 && !f.is(s.first, "ana") {
						return s
					}
				}
			}
		}
	}
	return span{}
}

// common counts the content words that a sentence shares with a span.
func (f *finder) common(i int, s span) int {
	n := 0
	for t := s.first; t < s.last && t < len(f.d.Tokens); t++ {
		w := f.stem(t)
		if w == "" {
			continue
		}
		for _, other := range f.raised.stems[i] {
			if other == w {
				n++
				break
			}
		}
	}
	return n
}
