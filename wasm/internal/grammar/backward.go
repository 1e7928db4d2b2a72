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
	// "the minister of culture": a noun without article needs one before it
	if !ok && (start-2 < low || !r.d.Tokens[start-1].Is(lang.Of)) {
		return p, false
	}
	if both, ok := r.both(p, start, low); ok {
		return both, true
	}
	p, start = r.outermost(p, r.described(p, start, low), low)
	return r.apposed(p, start, low), true
}

// outermost climbs from a phrase that begins with token start to the ones that it completes: from
// "the Bank" to "the governor of the Bank".
func (r *Reader) outermost(p Phrase, start, low int) (Phrase, int) {
	for end := start; start-2 >= low && end-start < 2*longest; {
		if start-3 >= low && r.d.Tokens[start-1].Is(lang.Determiner) { // "of the Iowa party"
			start--
		}
		tok := &r.d.Tokens[start-1]
		if !tok.Is(lang.Binding) {
			break
		}
		// "after the debate Trump said" has no preposition before Trump; "in Iowa" before a name is no head either.
		outer, outerStart, ok := r.SimpleEnding(start - 2)
		if outer.Last > outer.First && r.d.Tokens[outer.Head].Is(lang.RoleNoun) && tok.Is(lang.NameBinding) {
			ok = true // "counsel for the agency asked"
		}
		if !ok || outer.Form == Nominal && !r.heads(outer) || outer.Form == Proper && !tok.Is(lang.NameBinding) {
			break
		}
		if outer.Form == Nominal {
			outer.Last = p.Last
		}
		p, start = outer, outerStart
	}
	return p, start
}

// apposed gives the person before a role between commas that ends with a phrase: "Sam Lau, the
// communications director for the party said"; else the phrase.
func (r *Reader) apposed(p Phrase, start, low int) Phrase {
	if p.Form != Nominal || start-2 < low || r.d.Tokens[start-1].Lower != "," || !r.d.Tokens[p.Head].Is(lang.RoleNoun) || r.at(start-2) < 0 ||
		r.d.Tokens[min(p.Last+1, len(r.d.Tokens)-1)].Lower == "," { // "Lee, a top aide said, is tired"
		return p
	}
	if who := r.proper(r.at(start - 2)); r.person(who) {
		return who
	}
	return p
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
		if !tok.Word || tok.Is(lang.Preposition) {
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
	if !ok {
		return p, false
	}
	first := r.RoleStart(other.First)
	if first > low && d.Tokens[first-1].Word {
		return p, false
	}
	return nominal(other.First, p.Last, p.Head), true
}

// heads tells that a phrase without a name may be the head of a longer one: it has a determiner, or names people.
func (r *Reader) heads(p Phrase) bool {
	first := &r.d.Tokens[p.First]
	return first.Is(lang.Determiner) || first.Is(lang.Possessive) || r.d.Tokens[p.Head].Is(lang.RoleNoun) || r.Plural(p.Head)
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
		start = r.RoleStart(n.First)
		if owner, owned := r.name(start - 1); owned && owner.Possessive && start == n.First { // "Columbia's Graduate School"
			start = r.RoleStart(owner.First)
		}
		return r.proper(r.at(t)), start, true
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
	if tok.Is(lang.Preposition) || tok.Is(lang.Conjunction) || r.Verbal(t) {
		return Phrase{}, 0, false
	}
	low := r.SentenceFirst(t)
	first := r.nounStart(t, low)
	if first-3 >= low && d.Tokens[first-1].Lower == "," && d.Tokens[first-3].Is(lang.Article) && tok.Is(lang.RoleNoun) && !d.Tokens[first].Is(lang.Determiner) {
		first -= 3 // "the bespectacled, 71-year-old diplomat"
	}
	if t-1 > first && r.postpositive(t) { // "a source close to the family"
		return nominal(first, t+1, t-1), first, r.nounlike(first, t-1)
	}
	if tok.Is(lang.ThirdPerson) && t-first >= 2 && !r.NounForm(t) { // "the foundation predicts" is a clause
		return Phrase{}, 0, false
	}
	return nominal(first, t+1, t), first, r.nounlike(first, t)
}

// beforeBracket gives the phrase before the bracket that ends with token t: "Sen. Ted Cruz (R-Texas) said".
func (r *Reader) beforeBracket(t int) (Phrase, int, bool) {
	if r.d.Tokens[t].Lower == ")" {
		for k := t - 1; k > max(0, t-8); k-- {
			if r.d.Tokens[k].Lower == "(" {
				return r.SimpleEnding(k - 1)
			}
		}
	}
	return Phrase{}, 0, false
}

// nounStart walks back from a noun to the first token of its phrase.
func (r *Reader) nounStart(t, low int) int {
	d := r.d
	first := t
	for first-1 >= low && t-first < longest {
		before := first - 1
		p := &d.Tokens[before]
		if n, ok := r.name(before); ok && n.Last == first && n.Kind == Body { // "a Department for Work and Pensions source"
			first = n.First
			continue
		}
		if !p.Word || p.Quote >= 0 || p.Is(lang.Preposition) || p.Is(lang.Conjunction) && !p.Is(lang.Determiner) || r.Verbal(before) {
			break
		}
		first = before
		if p.Is(lang.Determiner) {
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

// RoleStart is where a role in lower case before a name begins: "Foreign Ministry spokesperson
// Zhao Lijian"; first where there is none.
func (r *Reader) RoleStart(first int) int {
	d := r.d
	low := r.Dateline(r.SentenceFirst(first))
	role := first - 1
	if role < low || !r.Adjacent(role, first) || d.Tokens[role].Quote >= 0 || !d.Tokens[role].Word || !d.Tokens[role].Is(lang.RoleNoun) {
		return first
	}
	for role-1 >= low && first-role < longest {
		before := role - 1
		p := &d.Tokens[before]
		if n, ok := r.name(before); ok && n.Last == role { // "Bureau of Meteorology forecaster Jo Moss"
			role = n.First
			continue
		}
		if !p.Word || p.Quote >= 0 || p.Is(lang.Preposition) || p.Is(lang.Conjunction) || r.acting(before, first) {
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
	before := t - 1
	for before >= r.SentenceFirst(t) && r.Adverb(before) {
		before--
	}
	if before < r.SentenceFirst(t) || d.Tokens[t].Capital || !r.Participle(t) {
		return false
	}
	if d.Tokens[before].Lower == "," {
		n, ok := r.name(first)
		return !ok || n.Last >= len(d.Tokens) || !r.Verbal(n.Last)
	}
	return d.Tokens[before].Word && !d.Tokens[before].Any(attributing) && !r.Verbal(before)
}

// attributing are the words behind which a past form describes a noun.
var attributing = lang.SetOf(lang.Determiner, lang.Preposition, lang.Conjunction, lang.Possessive)

// ownerStart gives the first token of the noun phrase whose possessive head is at token t, as far
// as an article shows it: "the prime minister's".
func (r *Reader) ownerStart(t, low int) int {
	for k := t - 1; k >= max(low, t-3); k-- {
		if r.d.Tokens[k].Is(lang.Determiner) {
			return k
		}
	}
	return t
}
