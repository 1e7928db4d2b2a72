package grammar

import "keypoints/wasm/internal/lang"

// farthestApposition is how many tokens an apposition between commas may have, farthestName
// how far in it its name may begin.
const farthestApposition, farthestName = 30, 8

// NameBehind gives the name that an apposition sets between commas behind a description, before
// token end: “The mayor's chief of staff, Ann Lee, resigned.”
func (r *Reader) NameBehind(p Phrase, end int) (Phrase, bool) {
	d := r.d
	t := p.Last
	for t+1 < end && t < p.Last+longest && d.Tokens[t].Word && !r.Verbal(t) {
		t++
	}
	if t+1 >= end || d.Tokens[t].Lower != "," {
		return Phrase{}, false
	}
	name, last, ok := r.PhraseAt(t + 1) // “Her rival, the Republican ad maker Dov Moss, agreed”
	if !ok || last >= end || d.Tokens[last].Word && !d.Tokens[last].Is(lang.Preposition) {
		return Phrase{}, false
	}
	kind, known := r.bearer(name)
	return name, known && kind != Body && (kind != Thing || d.Tokens[p.Head].Is(lang.RoleNoun) && p.Last == p.Head+1)
}

// BodyNoun tells a noun for an organization: "company", "regulator".
func (r *Reader) BodyNoun(t int) bool {
	return r.d.Tokens[t].Is(lang.Body) || r.d.Tokens[t].Is(lang.Public)
}

// beforeApposition gives the subject that an apposition between commas separates from its verb:
// "Lee, a farmer from Ohio, said"; "her manager, Robby Mook, said". comma is the second comma.
func (r *Reader) beforeApposition(low, comma int) (Phrase, bool) {
	d := r.d
	first := comma - 1
	for ; first > low && comma-first < farthestApposition && d.Tokens[first].Quote < 0; first-- {
		if d.Tokens[first].Lower == "," && !r.InsidePlace(first) {
			break
		}
	}
	if first < low || d.Tokens[first].Lower != "," {
		return Phrase{}, false
	}
	if first-2 > low && StartsWithDigit(d.Tokens[first-1].Lower) && d.Tokens[first-2].Lower == "," { // “Kerry Blunt, 41, of Hull, said”
		return r.beforeApposition(low, first)
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
		if start := r.RoleStart(p.First); start == low || !d.Tokens[start-1].Is(lang.Preposition) && !r.Gerund(start-1) {
			return p, true
		}
	}
	return Phrase{}, false
}

// nominalBefore chooses between a description and the name in the apposition behind it, of tokens
// (first, comma): “The chair of the committee, Ann Lee, said” gives the name.
func (r *Reader) nominalBefore(p Phrase, low, first, comma int) (Phrase, bool) {
	d, of := r.d, first-1
	if p.First-1 > low && d.Tokens[p.First-1].Is(lang.Preposition) {
		return Phrase{}, false // “Lee, in a statement signed by his aide, Kim Wu, said”
	}
	if i := r.appositive(first+1, comma); i >= 0 {
		n := r.names.Name(i)
		if of > p.Head && !d.Tokens[p.First].Any(single) && (d.Tokens[of].Is(lang.RoleNoun) || n.Kind != Person && r.BodyNoun(of)) {
			p.Last = n.Last // “a spokesman for the developer, Barnaby Homes”
			return p, true
		}
		return r.proper(i), true
	}
	return p, (p.First == low || !d.Tokens[p.First-1].Word) && p.Last > p.Head+1
}

// clausal begin what a noun is of, or does.
var clausal = lang.SetOf(lang.Preposition, lang.That, lang.Who, lang.Which)

// single begin a description of the only one, who has the name behind it: “the chair of the committee, Ann Lee”.
var single = lang.SetOf(lang.The, lang.AloneSubject)

// appositive is the number of the name that makes up the apposition in tokens [first, end), roles
// before and prepositions after it aside, or -1: “Robby Mook”, “mum-of-two Kerry Blunt”, “Darran
// Whiting of the church in Marion”, “a lawyer named Clint Moss”.
func (r *Reader) appositive(first, end int) int {
	for t := first; t < min(end, first+farthestName); t++ {
		if n, ok := r.name(t); ok && (n.Last == end || r.d.Tokens[n.Last].Is(lang.Preposition)) {
			return r.at(t)
		} else if ok || r.d.Tokens[t].Any(clausal) || r.Verbal(t) && !r.Naming(t) {
			break
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
	low := lang.Bare(d.Tokens[k+1].Lower)
	return ok && (r.l.Is(low, lang.Place) || r.l.Is(low, lang.State) || r.l.Is(low, lang.Abbreviation) ||
		n.Full && r.l.Is(low+"-"+lang.Bare(d.Tokens[k+2].Lower), lang.Place)) // "South Carolina"
}
