package grammar

import "keypoints/wasm/internal/lang"

// PhraseAt gives the noun phrase that begins with token t and the token after it: "the campaign
// manager", "Foreign Ministry spokesperson Zhao Lijian".
func (r *Reader) PhraseAt(t int) (Phrase, int, bool) {
	d := r.d
	if t >= len(d.Tokens) || d.Tokens[t].Quote >= 0 || !d.Tokens[t].Word {
		return Phrase{}, t, false
	}
	if d.Tokens[t].Is(lang.SubjectPronoun) {
		return pronoun(t), t + 1, true
	}
	last := d.Sentences[d.Tokens[t].Sentence].Last
	if t+1 < last && d.Tokens[t].Is(lang.Conjunction) && d.Tokens[t+1].Is(lang.Determiner) { // “that the company”
		return Phrase{}, t + 1, false
	}
	head := -1
	for k := t; k < last && k-t < longest; k++ {
		if i := r.at(k); i >= 0 {
			n := r.names.Name(i)
			k = n.Last - 1
			if n.Possessive || k+1 < last && r.attribute(t, k, last) { // "Trump's manager"
				head = k
				continue
			}
			return r.proper(i), k + 1, true
		}
		if tok := &d.Tokens[k]; !tok.Word || tok.Quote >= 0 || r.Boundary(k, t) {
			break
		}
		head = k
	}
	if head < 0 {
		return Phrase{}, t, false
	}
	if n, ok := r.name(head); ok && n.Possessive {
		return Phrase{}, t, false
	}
	if before := head - 1; before > t && r.postpositive(head) { // "a person familiar with the talks"
		return nominal(t, head, before), head + 1, r.nounlike(t, before)
	}
	return nominal(t, head+1, head), head + 1, r.nounlike(t, head)
}

// attribute tells that a name that ends with token k, of a phrase that begins with token t,
// belongs to the noun behind it: "Trump campaign manager Ann Lee", "one Trump confidant".
func (r *Reader) attribute(t, k, last int) bool {
	d := r.d
	next := &d.Tokens[k+1]
	if next.Is(lang.RoleNoun) && r.Adjacent(k, k+1) || r.personAhead(k, last) {
		return true
	}
	determined := d.Tokens[t].Is(lang.Determiner) && r.Adjacent(k, k+1) && !r.BeforeVerb(k+1)
	return next.Word && !next.Capital && !r.Boundary(k+1, t) && (determined || r.RoleAhead(k+1, last))
}

// personAhead tells that one or two words in lower case stand between a name that ends with token k
// and a person's: "Chiefs tight end | Mike Rowan".
func (r *Reader) personAhead(k, last int) bool {
	for next := k + 1; next+1 < last && next < k+3; next++ {
		if !r.Adjacent(next-1, next) || r.d.Tokens[next].Capital || r.Boundary(next, k) {
			return false
		}
		if n, ok := r.name(next + 1); ok {
			return n.Kind == Person
		}
	}
	return false
}

// postpositive tells an adjective behind its noun: "a source close to the family".
func (r *Reader) postpositive(t int) bool {
	return r.d.Tokens[t].Is(lang.Postpositive) && (r.d.Tokens[t-1].Is(lang.RoleNoun) || r.d.Tokens[t-1].Is(lang.Several))
}

// RoleAhead tells that a role noun follows within three words: "Fox News host".
func (r *Reader) RoleAhead(t, last int) bool {
	for k := t; k < last && k < t+3; k++ {
		if r.Boundary(k, t-1) || !r.d.Tokens[k].Word {
			return false
		}
		if r.d.Tokens[k].Is(lang.RoleNoun) {
			return true
		}
	}
	return false
}

// Boundary tells that token k ends a noun phrase that began at first.
func (r *Reader) Boundary(k, first int) bool {
	tok := &r.d.Tokens[k]
	if k > first && tok.Is(lang.Determiner) && !r.d.Tokens[k-1].Is(lang.Determiner) {
		return true
	}
	if tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) && !(k == first && tok.Is(lang.Determiner)) || r.Verbal(k) {
		return true
	}
	if r.actedBy(k) { // "Lee rallied supporters"
		return true
	}
	if k > first && k+1 < len(r.d.Tokens) && r.at(k+1) >= 0 && r.Gerund(k) { // "one pastor supporting Mr. Lee"
		return true
	}
	if k > first+1 && !tok.Capital && (lang.InEd(tok.Lower) || tok.Is(lang.Adverb) || tok.Is(lang.ThirdPerson) && !r.NounForm(k)) {
		return true
	}
	// "a Wednesday editorial" goes on, "the editor Wednesday" does not
	return tok.Is(lang.CalendarWord) && !(k == first+1 && r.d.Tokens[first].Is(lang.Determiner))
}

// nounlike tells that a phrase without a name can be a subject: one noun alone is often none.
func (r *Reader) nounlike(first, head int) bool {
	d := r.d
	tok := &d.Tokens[head]
	if tok.Is(lang.Time) || tok.Is(lang.CalendarWord) || tok.Is(lang.Adverb) || !tok.Word {
		return false
	}
	if first == head && tok.Is(lang.Determiner) {
		return tok.Is(lang.AloneSubject)
	}
	return d.Tokens[first].Is(lang.Determiner) || r.Plural(head) || tok.Capital || r.at(first) >= 0 || r.Among(first, head, lang.Possessive)
}

// StartsWithDigit tells a number: "71-year-old".
func StartsWithDigit(low string) bool { return low != "" && low[0] >= '0' && low[0] <= '9' }

// WithModifiers adds the prepositional phrases that follow at token next: “a spokesman | for Jeb
// Bush”, “a professor | of law | at Yale”.
func (r *Reader) WithModifiers(p Phrase, next int) Phrase {
	d := r.d
	for n := 0; n < 3 && next+1 < len(d.Tokens) && d.Tokens[next].Sentence == d.Tokens[p.First].Sentence; n++ {
		tok := &d.Tokens[next]
		if tok.Quote >= 0 || !tok.Is(lang.Binding) {
			break
		}
		inner, after, ok := r.PhraseAt(next + 1)
		if tok.Is(lang.Of) && !ok {
			ok = after > next+1 && !d.Tokens[after-1].Capital // “his chief of staff”
		}
		if !ok || tok.Is(lang.Within) && d.Tokens[inner.Head].Is(lang.Paper) { // “The coast guard in a bulletin said”
			break
		}
		p.Last = after
		next = after
	}
	return p
}
