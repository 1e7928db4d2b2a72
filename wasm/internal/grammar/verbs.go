package grammar

import "keypoints/wasm/internal/lang"

// Verbal tells that a token cannot belong to a noun phrase because it is a verb: "said", "was".
// Base and third-person forms double as nouns ("report", "claims") and count only where they
// hardly are.
func (r *Reader) Verbal(t int) bool {
	tok := &r.d.Tokens[t]
	if tok.Capital {
		return tok.Is(lang.Contracted) && r.at(t) < 0
	}
	return tok.Is(lang.Verbal) && !r.describing(t)
}

// describing tells a verb in -ing that describes the noun behind it: "a leading advocate".
func (r *Reader) describing(t int) bool {
	return t > 0 && r.d.Tokens[t].Verb.Form == lang.Gerund && r.d.Tokens[t-1].Is(lang.Indefinite)
}

// actedBy tells a form in -ed right behind a person's name: what the name's bearer does.
func (r *Reader) actedBy(t int) bool {
	if t == 0 || r.d.Tokens[t].Capital || !lang.InEd(r.d.Tokens[t].Lower) {
		return false
	}
	n, ok := r.name(t - 1)
	return ok && !n.Possessive && n.Bearer >= 0 && (n.Kind == Person || n.Kind == Perhaps)
}

// Finite tells a reporting verb with a tense: "said", "denies".
func (r *Reader) Finite(t int) bool {
	v := r.d.Tokens[t].Verb
	return v.Form == lang.Past || v.Form == lang.Third
}

// Adverb tells that token t is an adverb.
func (r *Reader) Adverb(t int) bool { return r.d.Tokens[t].Is(lang.Adverb) && r.at(t) < 0 }

// Gerund tells that a token is a verb in -ing, as far as its form shows, so that a name right
// after it is its object: "supporting Mr. Lee".
func (r *Reader) Gerund(t int) bool {
	tok := &r.d.Tokens[t]
	return tok.Word && !tok.Capital && lang.InIng(tok.Lower)
}

// Participle tells a past participle or a past form: "known", "promised".
func (r *Reader) Participle(t int) bool {
	low := r.d.Tokens[t].Lower
	return lang.InEd(low) || r.d.Tokens[t].Is(lang.PastForm) || r.l.Base(low) != ""
}

// passiveReach is how many tokens before a passive verb its "was" may stand.
const passiveReach = 3

// Passive tells that a verb is passive: "was told", "has not been publicly denied".
func (r *Reader) Passive(v int) bool {
	if lang.InIng(r.d.Tokens[v].Lower) {
		return false
	}
	for k := v - 1; k >= max(0, v-passiveReach); k-- {
		if r.d.Tokens[k].Is(lang.ToBe) {
			return true
		}
		if !r.Adverb(k) && !r.d.Tokens[k].Is(lang.Not) {
			break
		}
	}
	return false
}

// Agent gives the first token behind the "by" that follows a passive verb within two words, or -1:
// "was rejected on Monday by | the ministry".
func (r *Reader) Agent(v int) int {
	for k := v + 1; k+1 < len(r.d.Tokens) && k <= v+passiveReach && r.d.Tokens[k].Word; k++ {
		if r.d.Tokens[k].Is(lang.Agentive) {
			return k + 1
		}
	}
	return -1
}

// Infinitive tells that a verb stands right behind "to": "refused to say".
func (r *Reader) Infinitive(v int) bool { return v > 0 && r.d.Tokens[v-1].Is(lang.To) }

// negationReach and suppositionReach are how many tokens before a verb may deny or suppose it.
const negationReach, suppositionReach = 4, 12

// Negated tells that a verb is denied: "did not deny", "nobody denies", "has never said".
func (r *Reader) Negated(v int) bool {
	for k := v - 1; k >= max(r.SentenceFirst(v), v-negationReach); k-- {
		tok := &r.d.Tokens[k]
		switch {
		case tok.Is(lang.Not), tok.Is(lang.Nobody), tok.Is(lang.NoSuch):
			return true
		case tok.Is(lang.AloneSubject) && r.is(k-1, lang.NoSuch): // "no one"
			return true
		case tok.QuotationMark(): // “does not ‘deny’ it”
		case !tok.Word || !tok.Any(carried):
			return false
		}
	}
	return false
}

// carried may stand between a verb and its negation.
var carried = lang.SetOf(lang.Modifier, lang.Aux, lang.To, lang.Pronoun)

// Supposed tells that a verb stands in a clause that "if" or "whether" opens: "if he denies it".
func (r *Reader) Supposed(v int) bool {
	for k := v - 1; k >= max(r.SentenceFirst(v), v-suppositionReach); k-- {
		tok := &r.d.Tokens[k]
		switch {
		case tok.Is(lang.If):
			return true
		case tok.QuotationMark():
		case !tok.Word, tok.Is(lang.That), tok.Verb.Class == lang.Say:
			return false
		}
	}
	return false
}

// Plural tells that a noun names several, as far as its form shows: "critics", "police".
func (r *Reader) Plural(t int) bool { return r.PluralWord(r.d.Tokens[t].Lower) }

// PluralWord is Plural for a word in lower case.
func (r *Reader) PluralWord(low string) bool {
	return lang.InPluralS(low) || r.l.Is(low, lang.Several)
}

// PluralBefore tells that a base form at token v is a finite verb: a plural subject, a pronoun or
// an auxiliary stands before it ("critics say", "they argue").
func (r *Reader) PluralBefore(v int) bool {
	t := v - 1
	for t >= 0 && r.Adverb(t) {
		t--
	}
	if t < 0 {
		return false
	}
	tok := &r.d.Tokens[t]
	return tok.Any(agreeing) || r.Plural(t) && tok.Quote < 0 && !tok.Is(lang.Possessive)
}

// agreeing are the words before a base form with a tense.
var agreeing = lang.SetOf(lang.PluralPronoun, lang.Who, lang.Operator)

// NounForm tells that a base or third-person form is a noun here: "his recent
// remarks", "the reports", against "the foundation predicts", "who claims".
func (r *Reader) NounForm(t int) bool {
	d := r.d
	if !d.Tokens[t].Is(lang.Reporting) || t == r.SentenceFirst(t) {
		return false
	}
	v := d.Tokens[t].Verb
	if v.Form != lang.Base && v.Form != lang.Third {
		return false
	}
	p := &d.Tokens[t-1]
	if p.Quote >= 0 || !p.Word {
		return false
	}
	if next := t + 1; v.Form == lang.Third && next < len(d.Tokens) && d.Tokens[next].Is(lang.Auxiliary) && !d.Tokens[next].Is(lang.Preposition) {
		return true // “engineers from the member states will meet”
	}
	if p.Is(lang.Determiner) && !p.Is(lang.Standalone) || p.Is(lang.Possessive) || p.Is(lang.Preposition) && !p.Is(lang.To) {
		return true
	}
	return r.l.AdjectiveEnd(p.Lower) && (v.Form == lang.Base || v.Class != lang.Say) // "his recent remarks"
}

// BeforeVerb tells that a verb, an adverb or an apposition follows at token t, so that the phrase
// before is a subject.
func (r *Reader) BeforeVerb(t int) bool {
	if t >= len(r.d.Tokens) {
		return false
	}
	tok := &r.d.Tokens[t]
	switch tok.Lower {
	case ",", "(", "—", "–":
		return true
	}
	if t+1 < len(r.d.Tokens) && tok.Is(lang.Adverb) && !tok.Capital && r.Adjacent(t, t+1) { // “Lee later left”, not “beat Lee last week”
		tok = &r.d.Tokens[t+1]
	}
	if tok.Is(lang.Who) || tok.Is(lang.Auxiliary) && !tok.Is(lang.To) || tok.Is(lang.Reporting) || tok.Is(lang.PastForm) && !tok.Capital {
		return true
	}
	return tok.Word && !tok.Capital && len(tok.Lower) > 3 &&
		(lang.InEd(tok.Lower) || lang.InS(tok.Lower) && !tok.Is(lang.Preposition) && !tok.Is(lang.Possessive))
}
