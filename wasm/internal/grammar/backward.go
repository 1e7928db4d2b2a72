package grammar

import "keypoints/wasm/internal/lang"

// PhraseEnding gives the noun phrase that ends with token t: "a spokesman for Jeb Bush", "Sen. Ann
// Lee", "the head of the company", "she". Of two names it is both, as a Nominal phrase.
func (r *Reader) PhraseEnding(t int) (Phrase, bool) {
	p, start, ok := r.SimpleEnding(t)
	if t < 0 {
		return p, false
	}
	low := r.SentenceFirst(t)
	if town := start - 2; ok && p.Form == Proper && town > low && r.d.Tokens[start-1].Lower == "," && r.InsidePlace(start-1) && r.home(town) {
		return r.PhraseEnding(town) // "Ann Lee of Columbia, South Carolina said"
	}
	// "the minister of culture": a noun without article needs one before it
	inner := !ok && p.Form == Nominal && p.Last > p.First && start-2 >= low && r.d.Tokens[start-1].Is(lang.Of)
	if !ok && !inner {
		return p, false
	}
	if both, ok := r.both(p, start, low); ok {
		return both, true
	}
	p, start, whole := r.outermost(p, r.described(p, start, low), low, inner)
	if !whole {
		return p, false
	}
	return r.apposed(p, start, low), true
}

// outermost climbs from a phrase that begins with token start to the ones that it completes: from
// "the Bank" to "the governor of the Bank". whole is false where none of them can stand alone.
func (r *Reader) outermost(p Phrase, start, low int, inner bool) (Phrase, int, bool) {
	for end := start; start-2 >= low && end-start < 2*longest; {
		if r.d.Tokens[start-1].Is(lang.Determiner) { // "of the Iowa party"
			start--
			if start-2 < low {
				break
			}
		}
		tok := &r.d.Tokens[start-1]
		if !tok.Is(lang.Binding) || tok.Is(lang.To) && r.Verbal(start-2) {
			break
		}
		outer, outerStart, ok := r.SimpleEnding(start - 2)
		if n, named := r.name(start - 2); !ok && tok.Is(lang.Of) && named && n.Possessive { // "Lloyd's of London"
			return p, start, false
		}
		if !ok && outer.Last > outer.First && r.d.Tokens[outer.Head].Is(lang.RoleNoun) && tok.Is(lang.NameBinding) {
			ok = true // "counsel for the agency asked"
		}
		// "after the debate Trump said" has no preposition before Trump; "in Iowa" before a name is no head either.
		if !ok || outer.Form == Pronoun || outer.Form == Nominal && !r.heads(outer) || outer.Form == Proper && !tok.Is(lang.NameBinding) {
			break
		}
		if outer.Form == Nominal {
			outer.Last = p.Last
		}
		p, start, inner = outer, outerStart, false
	}
	return p, start, !inner
}

// apposed gives the person before a role between commas that ends with a phrase: "Sam Lau, the
// communications director for the party said"; else the phrase.
func (r *Reader) apposed(p Phrase, start, low int) Phrase {
	d := r.d
	if p.Form != Nominal || !d.Tokens[p.Head].Is(lang.RoleNoun) || d.Tokens[p.First].Quote >= 0 {
		return p
	}
	if start-3 >= low && d.Tokens[start-1].Is(lang.And) && d.Tokens[start-2].Is(lang.RoleNoun) && d.Tokens[start-3].Lower == "," {
		start -= 2 // "Ann Lee, president and chief executive of the port said"
	}
	if start-2 < low || d.Tokens[start-1].Lower != "," {
		return p
	}
	if next := p.Last + 1; next < len(d.Tokens) && d.Tokens[next].Lower == "," { // "Lee, a top aide said, is tired"
		return p
	}
	if n, ok := r.name(start - 2); ok && n.Last == start-1 && !n.Possessive && n.Form == Proper && n.Bearer >= 0 && (n.Kind == Person || n.Kind == Perhaps) {
		return r.proper(r.at(start - 2))
	}
	return p
}

// home tells that a name that ends with token t is where somebody lives: "Ann Lee of Columbia".
func (r *Reader) home(t int) bool {
	n, ok := r.name(t)
	if !ok || n.Last != t+1 || n.First < 2 || !r.d.Tokens[n.First-1].Is(lang.NameBinding) {
		return false
	}
	who, ok := r.name(n.First - 2)
	return ok && who.Bearer >= 0 && (who.Kind == Person || who.Kind == Perhaps)
}

// described moves the start of a name that is no person's over the words that describe it, if an
// article or a preposition stands before them: "the opposition Civic List".
func (r *Reader) described(p Phrase, start, low int) int {
	if kind, ok := r.bearer(p); !ok || kind == Person {
		return start
	}
	for k := start - 1; k >= max(low, start-3); k-- {
		tok := &r.d.Tokens[k]
		if tok.Is(lang.Determiner) || tok.Is(lang.NameBinding) && k < start-1 { // "a spokesman for hire company Zipp"
			return k + 1
		}
		if !tok.Word || tok.Capital || tok.Quote >= 0 || tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) || r.Verbal(k) {
			break
		}
	}
	return start
}

// both gives the subject of two names: "Noel and Thomas said" is said by neither alone.
func (r *Reader) both(p Phrase, start, low int) (Phrase, bool) {
	d := r.d
	if p.Form != Proper || start != p.First || start-2 < low || !d.Tokens[start-1].Is(lang.And) {
		return p, false
	}
	other, ok := r.name(start - 2)
	if !ok || other.Possessive || other.Bearer < 0 || other.Bearer == r.names.Name(p.Name).Bearer {
		return p, false
	}
	first := r.RoleStart(other.First)
	if first > low && d.Tokens[first-1].Is(lang.The) { // "The ministry of Justice and Lee said"
		first--
	}
	if first > low && d.Tokens[first-1].Word && !d.Tokens[first-1].Is(lang.That) {
		return p, false
	}
	return nominal(other.First, p.Last, p.Head), true
}

// heads tells that a phrase without a name may be the head of a longer one: it has a determiner, or names people.
func (r *Reader) heads(p Phrase) bool {
	first := &r.d.Tokens[p.First]
	return first.Is(lang.Determiner) || first.Is(lang.Possessive) || r.d.Tokens[p.Head].Is(lang.RoleNoun) || r.Plural(p.Head) || r.at(p.First) >= 0
}

// SimpleEnding gives the noun phrase without prepositions that ends with token t, and the token
// that it begins with, a role before a name included. A phrase that cannot stand alone, one noun
// without article, comes with ok false.
func (r *Reader) SimpleEnding(t int) (p Phrase, start int, ok bool) {
	d := r.d
	if t < 0 || d.Tokens[t].Quote >= 0 {
		return Phrase{}, 0, false
	}
	if n, named := r.name(t); named && n.Last-1 == t && !n.Possessive {
		return r.proper(r.at(t)), r.nameStart(n), true
	} else if named && n.Possessive {
		return Phrase{}, 0, false
	}
	tok := &d.Tokens[t]
	if !tok.Word {
		return r.beforeBracket(t)
	}
	if tok.Is(lang.SubjectPronoun) {
		return pronoun(t), t, true
	}
	if tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) && !tok.Is(lang.That) || r.Verbal(t) {
		return Phrase{}, 0, false
	}
	low := r.SentenceFirst(t)
	first := r.nounStart(t, low)
	if first < 0 {
		return Phrase{}, 0, false
	}
	first = r.overComma(first, t, low)
	if t-1 > first && r.postpositive(t) { // "a source close to the family"
		return nominal(first, t+1, t-1), first, r.nounlike(first, t-1)
	}
	if tok.Is(lang.ThirdPerson) && t-first >= 2 && !r.NounForm(t) { // "the foundation predicts" is a clause
		return Phrase{}, 0, false
	}
	return nominal(first, t+1, t), first, r.nounlike(first, t)
}

// nameStart is the first token of a name with its role or the owner before it: "St Brannoc's Hospital".
func (r *Reader) nameStart(n Name) int {
	start := r.RoleStart(n.First)
	if start == n.First && start > r.SentenceFirst(start) && r.d.Tokens[start-1].Is(lang.Possessive) {
		if owner, ok := r.name(start - 1); ok {
			return r.RoleStart(owner.First)
		}
	}
	return start
}

// beforeBracket gives the phrase before the bracket that ends with token t: "Sen. Ted Cruz (R-Texas) said".
func (r *Reader) beforeBracket(t int) (Phrase, int, bool) {
	if low := r.d.Tokens[t].Lower; low == ")" || low == "]" {
		for k := t - 1; k > max(0, t-8); k-- {
			if r.d.Tokens[k].Lower == "(" || r.d.Tokens[k].Lower == "[" {
				return r.SimpleEnding(k - 1)
			}
		}
	}
	return Phrase{}, 0, false
}

// nounStart walks back from a noun to the first token of its phrase; -1 where it is an object, as in
// "Lee rallied supporters".
func (r *Reader) nounStart(t, low int) int {
	d := r.d
	first := t
	for first-1 >= low && t-first < longest {
		before := first - 1
		p := &d.Tokens[before]
		if n, ok := r.name(before); ok && n.Last == first && r.bodyStart(n) { // "a Department for Work and Pensions source"
			first = n.First
			continue
		}
		if !p.Word || p.Quote >= 0 || p.Is(lang.Preposition) || p.Is(lang.Conjunction) && !p.Is(lang.Determiner) || r.Verbal(before) || p.Is(lang.SubjectPronoun) {
			break
		}
		if r.actedBy(before) {
			return -1
		}
		first = before
		if p.Is(lang.Determiner) {
			if first-1 >= low && d.Tokens[first-1].Is(lang.Whole) { // "all the men"
				first--
			}
			break
		}
		if p.Is(lang.Possessive) {
			if n, ok := r.name(first); ok {
				return r.RoleStart(n.First)
			}
			return r.ownerStart(first, low)
		}
	}
	return first
}

// bodyStart tells the name of an office that holds a preposition.
func (r *Reader) bodyStart(n Name) bool {
	for t := n.First + 1; t < n.Last; t++ {
		if r.d.Tokens[t].Is(lang.Preposition) {
			return true
		}
	}
	return false
}

// overComma moves the start of a phrase without determiner over the comma between two adjectives:
// "the bespectacled, 71-year-old diplomat". A singular noun has no other way to stand without one.
func (r *Reader) overComma(first, head, low int) int {
	d := r.d
	if first-3 < low || head == first || d.Tokens[first-1].Lower != "," || r.Plural(head) || !d.Tokens[head].Is(lang.RoleNoun) ||
		d.Tokens[first].Is(lang.Determiner) || d.Tokens[first].Capital || r.PossessiveIn(first, head) {
		return first
	}
	if adjective := d.Tokens[first-2]; d.Tokens[first-3].Is(lang.Article) && adjective.Word && !adjective.Capital && adjective.Quote < 0 &&
		!adjective.Is(lang.RoleNoun) {
		return first - 3
	}
	return first
}

// RoleStart is where a role in lower case before a name begins: "Foreign Ministry spokesperson
// Zhao Lijian"; first where there is none.
func (r *Reader) RoleStart(first int) int {
	d := r.d
	if first == 0 {
		return first
	}
	low := r.Dateline(r.SentenceFirst(first))
	role := first - 1
	if role < low || !r.Adjacent(role, first) || d.Tokens[role].Quote >= 0 || !d.Tokens[role].Word || !d.Tokens[role].Is(lang.RoleNoun) {
		return first
	}
	for role-1 >= low && first-role < longest {
		before := role - 1
		if n, ok := r.name(before); ok && n.Last == role && n.First >= low && r.Adjacent(before, role) { // "Bureau of Meteorology forecaster Jo Moss"
			role = n.First
			continue
		}
		p := &d.Tokens[before]
		if !p.Word || p.Quote >= 0 || p.Is(lang.Preposition) || p.Is(lang.Conjunction) && !p.Is(lang.Determiner) || r.Verbal(before) ||
			r.acting(before, first) || !r.Adjacent(before, role) {
			break
		}
		role = before
		if p.Is(lang.Determiner) {
			break
		}
	}
	return role
}

// acting tells a past form with a subject of its own, which is no attribute of the role behind it
// and of the name at token first: "blamed" of "the mayor blamed striker Tom Reed", but "retired"
// of "met retired miner Tom Reed". Behind a comma the name's own verb tells.
func (r *Reader) acting(t, first int) bool {
	d := r.d
	if d.Tokens[t].Capital || !r.Participle(t) || d.Tokens[t].Is(lang.RoleNoun) {
		return false
	}
	low, before := r.SentenceFirst(t), t-1
	for before >= low && r.Adverb(before) {
		before--
	}
	if before < low {
		return false
	}
	p := &d.Tokens[before]
	if p.Lower == "," {
		n, ok := r.name(first)
		return !ok || n.Last >= len(d.Tokens) || !r.Verbal(n.Last) && !r.Participle(n.Last)
	}
	attributive := p.Is(lang.Determiner) || p.Is(lang.Preposition) || p.Is(lang.Conjunction) || p.Is(lang.Possessive) || p.Is(lang.Attribute) ||
		r.Verbal(before) || r.Participle(before)
	return p.Word && !attributive
}

// ownerStart gives the first token of the noun phrase whose possessive head is at token t, as far
// as an article shows it: "the prime minister's".
func (r *Reader) ownerStart(t, low int) int {
	first := t
	for k := t - 1; k >= max(low, t-3); k-- {
		p := &r.d.Tokens[k]
		if p.Is(lang.Determiner) {
			first = k
		} else if first < t || !p.Word || p.Quote >= 0 || p.Capital || p.Is(lang.Preposition) || p.Is(lang.Conjunction) || p.Is(lang.Possessive) || r.Verbal(k) {
			break
		}
	}
	return first
}
