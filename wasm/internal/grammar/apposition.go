package grammar

import "keypoints/wasm/internal/lang"

// farthestApposition is how many tokens an apposition between commas may have.
const farthestApposition = 30

// NameBehind gives the name that an apposition sets between commas behind a description, before
// token end: “The mayor's chief of staff, Ann Lee, resigned.”
func (r *Reader) NameBehind(p Phrase, end int) (Phrase, bool) {
	d := r.d
	t := p.Last
	for t+1 < end && t < p.Last+longest && d.Tokens[t].Word && d.Tokens[t].Quote < 0 && !r.Verbal(t) {
		t++
	}
	if t+1 >= end || d.Tokens[t].Lower != "," || d.Tokens[t].Quote >= 0 {
		return Phrase{}, false
	}
	i := r.at(t + 1)
	if i < 0 || r.names.Name(i).Kind == Body { // “Her rival, the Republican ad maker Dov Moss, agreed”
		if name, _, ok := r.PhraseAt(t + 1); ok && name.Form == Proper {
			i = name.Name
		}
	}
	if i < 0 {
		return Phrase{}, false
	}
	n := r.names.Name(i)
	if n.Possessive || n.Last >= end || d.Tokens[n.Last].Word || n.Bearer < 0 || n.Kind == Body ||
		n.Kind == Thing && (n.Full || !d.Tokens[p.Head].Is(lang.RoleNoun)) {
		return Phrase{}, false
	}
	return r.proper(i), true
}

// nameAfterComma gives the name that follows a description between marks: “said the baker, Anton Huber”.
func (r *Reader) nameAfterComma(p Phrase) (Phrase, bool) {
	d := r.d
	t := p.Last
	if t+1 >= len(d.Tokens) || d.Tokens[t].Lower != "," || d.Tokens[t].Sentence != d.Tokens[p.First].Sentence || r.Plural(p.Head) {
		return p, false
	}
	n, ok := r.name(t + 1)
	if !ok || n.First != t+1 || n.Possessive || n.Bearer < 0 {
		return p, false
	}
	if n.Last < len(d.Tokens) && d.Tokens[n.Last].Word && !d.Tokens[n.Last].Is(lang.Preposition) && !d.Tokens[n.Last].Is(lang.Who) {
		return p, false
	}
	head := &d.Tokens[p.Head]
	person := n.Kind == Person || n.Kind == Perhaps
	if person && (n.Full || head.Is(lang.RoleNoun)) || n.Kind == Thing && head.Is(lang.RoleNoun) || n.Kind == Body && r.BodyNoun(p.Head) {
		return r.proper(r.at(t + 1)), true
	}
	return p, false
}

// BodyNoun tells a noun for an organization: "company", "regulator".
func (r *Reader) BodyNoun(t int) bool {
	return r.d.Tokens[t].Is(lang.Body) || r.d.Tokens[t].Is(lang.Public)
}

// beforeApposition gives the subject that an apposition between commas separates from its verb:
// "Lee, a farmer from Ohio, said"; "her manager, Robby Mook, said". comma is the second comma.
func (r *Reader) beforeApposition(low, comma int) (Phrase, bool) {
	d := r.d
	if comma-2 > low && StartsWithDigit(d.Tokens[comma-1].Lower) && d.Tokens[comma-2].Lower == "," { // “Kerry Blunt, 41, said”
		if p, ok := r.PhraseEnding(comma - 3); ok && p.Form == Proper {
			return p, true
		}
		return r.beforeApposition(low, comma-2)
	}
	first := comma - 1
	for ; first > low && comma-first < farthestApposition && d.Tokens[first].Quote < 0; first-- {
		if d.Tokens[first].Lower == "," && !r.InsidePlace(first) {
			break
		}
	}
	if first <= low || d.Tokens[first].Lower != "," || d.Tokens[first].Quote >= 0 {
		return Phrase{}, false
	}
	p, ok := r.PhraseEnding(first - 1)
	if !ok {
		return Phrase{}, false
	}
	if p.Form == Nominal {
		return r.nominalBefore(p, low, first, comma)
	}
	// The phrase before the comma must itself stand where a subject does.
	if r.person(p) {
		if start := r.RoleStart(p.First); start == low || !d.Tokens[start-1].Is(lang.Preposition) && !r.Verbal(start-1) && !r.Gerund(start-1) {
			return p, true
		}
	}
	return Phrase{}, false
}

// nominalBefore chooses between a description and the name in the apposition behind it, of tokens
// (first, comma): “The chair of the committee, Ann Lee, said” gives the name.
func (r *Reader) nominalBefore(p Phrase, low, first, comma int) (Phrase, bool) {
	d := r.d
	if p.First-1 > low && d.Tokens[p.First-1].Is(lang.Preposition) {
		return Phrase{}, false // “Lee, in a statement signed by his aide, Kim Wu, said”
	}
	head := &d.Tokens[p.Head]
	if i := r.appositive(first+1, comma); i >= 0 {
		n := r.names.Name(i)
		if person := n.Kind == Person; n.Bearer >= 0 && !n.Possessive && (person || head.Is(lang.RoleNoun) || r.BodyNoun(p.Head)) {
			// That of “a spokesman for the developer, Barnaby Homes” may be the developer's.
			inner := first - 1
			chair := person && (d.Tokens[p.First].Is(lang.The) || d.Tokens[p.First].Is(lang.AloneSubject) || r.BodyNoun(inner))
			if !chair && p.Last > p.Head+1 && head.Is(lang.RoleNoun) && (r.BodyNoun(inner) || d.Tokens[inner].Is(lang.RoleNoun)) {
				p.Last = n.Last
				return p, true
			}
			return r.proper(i), true
		}
	}
	begins := p.First == low || !d.Tokens[p.First-1].Word
	if begins && r.heads(p) && !head.Is(lang.Calendar) && (head.Is(lang.RoleNoun) || p.Last > p.Head+1) && d.Tokens[first+1].Any(apposing) {
		return p, true
	}
	return Phrase{}, false
}

// apposing begin an apposition or a relative clause.
var apposing = lang.SetOf(lang.Article, lang.Who, lang.Which)

// appositive is the number of the name that makes up the apposition in tokens [first, end), roles
// before and prepositions after it aside, or -1: “Robby Mook”, “mum-of-two Kerry Blunt”, “Darran
// Whiting of the church in Marion”, “a lawyer named Clint Moss”.
func (r *Reader) appositive(first, end int) int {
	d := r.d
	for t := first; t < end && t < first+4; t++ {
		if n, ok := r.name(t); ok {
			after := n.Last
			if after == end || after < end && d.Tokens[after].Is(lang.Preposition) {
				return r.at(t)
			}
			if after < end && d.Tokens[after].Is(lang.RoleNoun) && !n.Possessive {
				t = after // “Olympic finalist Deshawn Cole”
				continue
			}
			return -1
		}
		if d.Tokens[t].Is(lang.Determiner) || d.Tokens[t].Is(lang.Preposition) || r.Verbal(t) || !d.Tokens[t].Word {
			break
		}
	}
	for t := first + 2; t+1 < end && t < first+8 && d.Tokens[t].Word; t++ {
		if r.Naming(t) && r.names.Name(r.at(t+1)).Last == end {
			return r.at(t + 1)
		}
	}
	return -1
}

// Naming tells that token t gives somebody's name behind a description: “a patient engineer | called Des Harker”.
func (r *Reader) Naming(t int) bool {
	return t > 0 && r.is(t, lang.Called) && t+1 < len(r.d.Tokens) && r.at(t+1) >= 0 && r.d.Tokens[t-1].Is(lang.RoleNoun) && r.at(t-1) < 0
}

// InsidePlace tells the comma of "Aspen, Colo.," and "Norfolk, Virginia,".
func (r *Reader) InsidePlace(k int) bool {
	d := r.d
	if k == 0 || k+1 >= len(d.Tokens) || r.at(k-1) < 0 {
		return false
	}
	n, ok := r.name(k + 1)
	if !ok {
		return false
	}
	low := lang.Bare(d.Tokens[k+1].Lower)
	if n.First == k+1 && n.Full && n.Last == k+3 && r.l.Is(low+"-"+lang.Bare(d.Tokens[k+2].Lower), lang.Place) { // "South Carolina"
		return true
	}
	return r.l.Is(low, lang.Place) || r.l.Is(low, lang.State) || r.l.Is(low, lang.Abbreviation) && d.Text[d.Tokens[k+1].End-1] == '.'
}
