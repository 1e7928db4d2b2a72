package grammar

import "keypoints/wasm/internal/lang"

// Subject gives the noun phrase that is the subject of the verb at token v and stands before it:
// "Zhao" in "Zhao, who is 49, later told reporters". ok is false where there is none in the
// sentence.
func (r *Reader) Subject(v int) (Phrase, bool) {
	p, ok := r.subject(v, 0)
	if ok && p.Form == Nominal {
		if name, apposed := r.NameBehind(p, v); apposed { // “The head of the union, Greta Lindh, 58, who led the talks, said”
			return name, true
		}
	}
	return p, ok
}

// deepest is how many verbs a subject is looked for behind: "went on to refuse to say".
const deepest = 3

func (r *Reader) subject(v, depth int) (Phrase, bool) {
	d := r.d
	low := r.SentenceFirst(v)
	t := r.beforeAdverbials(v-1, low)
	if t < low || depth > deepest {
		return Phrase{}, false
	}
	tok := &d.Tokens[t]
	if r.Infinitive(v) && t > low && r.Participle(t) {
		return r.subject(t, depth+1) // "Lee liked to say"
	}
	switch {
	case tok.Is(lang.Who):
		p, ok := r.personBefore(t-1, low)
		if be := p.First - 1; ok && be > low && d.Tokens[be].Lower == lang.IsWord && d.Tokens[t-1].Lower != "," { // “Lee is a nurse who said”
			if whom, is := r.subject(be, depth+1); is && whom.Form == Proper {
				return whom, true
			}
		}
		return p, ok
	case tok.Is(lang.Which), tok.Is(lang.That):
		if p, ok := r.antecedent(t - 1); ok {
			return p, true
		}
	case tok.Is(lang.Coordinator): // “She left and said”: the subject of the clause before
		if p, ok := r.coordinated(low, t, depth); ok {
			return p, true
		}
	case tok.Lower == ",":
		if p, ok := r.beforeApposition(low, t); ok {
			return p, true
		}
	default:
		if p, start, _ := r.SimpleEnding(t); start-1 > low && d.Tokens[start-1].Is(lang.Who) && d.Tokens[p.Head].Is(lang.Time) { // “Lee, who last week said”
			return r.personBefore(start-2, low)
		}
		if p, ok := r.PhraseEnding(t); ok {
			if whole, found := r.overParticiple(t, low); found {
				return whole, true
			}
			if whom, found := r.overRelative(p, low); found {
				return whom, true
			}
			return p, true
		}
		if t > low && (tok.Is(lang.Reporting) || tok.Is(lang.Preposition) || len(tok.Lower) > 3 && lang.InEd(tok.Lower)) { // "refused to say"
			return r.subject(t, depth+1)
		}
	}
	return r.mainSubject(low, t)
}

// overParticiple gives the description whose participle governs the phrase that ends with token t,
// right before a verb: "the authors of a study published in the journal Nature | said", "a letter
// sent to the council | said". Two finite verbs have no subject in common without a conjunction.
func (r *Reader) overParticiple(t, low int) (Phrase, bool) {
	d := r.d
	p, start, ok := r.SimpleEnding(t)
	if !ok {
		return p, false
	}
	if whole := r.described(p, start, low); whole > low && d.Tokens[whole-1].Is(lang.Determiner) { // "the journal Nature"
		start = whole - 1
	}
	v := start - 2
	for v > low && r.Adverb(v) {
		v--
	}
	if v <= low || !d.Tokens[start-1].Is(lang.Binding) || !r.Participle(v) && !r.Gerund(v) {
		return p, false
	}
	whole, ok := r.PhraseEnding(v - 1)
	return whole, ok && whole.Form == Nominal
}

// overRelative gives whom the relative clause is about that ends with a phrase, right before a verb:
// “the judge who sentenced Ann Lee | said”, but “the judge who thinks Lee | said”, “who police | said”.
func (r *Reader) overRelative(p Phrase, low int) (Phrase, bool) {
	d := r.d
	for who := p.First - 1; who > max(low, p.First-2*longest) && d.Tokens[who].Word && d.Tokens[who].Quote < 0 && !d.Tokens[who].Is(lang.Coordinator); who-- {
		if !d.Tokens[who].Is(lang.Who) {
			continue
		}
		verb := who + 1
		for verb < p.Last && (d.Tokens[verb].Is(lang.Auxiliary) || r.Adverb(verb)) {
			verb++
		}
		tok := &d.Tokens[verb]
		reports := tok.Is(lang.Reporting) && (tok.Verb.Class != lang.Weak || r.person(p))
		if verb >= p.Last || r.at(verb) >= 0 || reports || verb == who+1 && !tok.Is(lang.Reporting) && !r.Verbal(verb) && !r.Participle(verb) {
			break
		}
		return r.personBefore(who-1, low)
	}
	return p, false
}

// beforeAdverbials gives the token before the auxiliaries and adverbs that end with token t:
// "Lee | has later".
func (r *Reader) beforeAdverbials(t, low int) int {
	for t >= low && (r.d.Tokens[t].Is(lang.Auxiliary) || r.d.Tokens[t].Is(lang.Adverb)) && r.at(t) < 0 {
		t--
	}
	return t
}

// coordinated finds the subject of the verb that "and" joins to the one after
// it: the nearest verb before whose subject is a phrase of its own.
func (r *Reader) coordinated(low, and, depth int) (Phrase, bool) {
	d := r.d
	for k := and - 1; k > low && and-k < 2*longest; k-- {
		if d.Tokens[k].Lower == ";" {
			return Phrase{}, false
		}
		faced := lang.InEd(d.Tokens[k].Lower) && d.Tokens[k-1].Is(lang.Auxiliary) && !d.Tokens[k-1].Is(lang.ToBe) // “a charge that Lee has faced and denied”
		if faced || r.Verbal(k) && (d.Tokens[k].Is(lang.Reporting) || d.Tokens[k].Is(lang.PastForm)) {
			return r.subject(k, depth+1)
		}
	}
	return Phrase{}, false
}

// personBefore gives the person that "who" after token t is about: where the words
// right before it name none, he stands before them: “Sen. Ann Lee, the top Democrat
// on the Budget Committee, who said”.
func (r *Reader) personBefore(t, low int) (Phrase, bool) {
	p, ok := r.antecedent(t)
	if !ok {
		return p, false
	}
	if kind, known := r.bearer(p); !known || kind != Body {
		return p, true
	}
	for k := p.First - 1; k > low && k > t-longest; k-- {
		if r.at(k) >= 0 && r.d.Tokens[k+1].Lower == "," {
			if before, ok := r.PhraseEnding(k); ok && r.person(before) {
				return before, true
			}
		}
	}
	return p, ok
}

// antecedent gives the phrase that a relative clause after token t is about:
// "Lee, who said", "a man from Ohio who said".
func (r *Reader) antecedent(t int) (Phrase, bool) {
	if t >= 0 && r.d.Tokens[t].Lower == "," {
		t--
	}
	p, ok := r.PhraseEnding(t)
	if ok && p.Form == Nominal && !r.d.Tokens[p.Head].Is(lang.RoleNoun) { // "a plea from Ann Ruiz, who"
		if inner, _, ok := r.SimpleEnding(t); ok && r.person(inner) {
			return inner, true
		}
	}
	if ok && p.Form == Nominal && p.First > 1 && r.d.Tokens[p.First-1].Lower == "," { // "Lee, a farmer from Ohio, who said"
		if outer, found := r.PhraseEnding(p.First - 2); found && outer.Form == Proper {
			return outer, true
		}
	}
	return p, ok
}

// maxClause is how many tokens of a sentence are searched for its subject: a
// "sentence" of 20,000 bytes of "denied that" would be searched once for each verb.
const maxClause = 100

// MainSubject gives the first noun phrase of tokens [first, end) that no
// preposition governs and that is in no leading subordinate clause, or the name behind it: “The
// coach, Dirk Olander, left”.
func (r *Reader) MainSubject(first, end int) (Phrase, bool) {
	p, ok := r.mainSubject(first, end)
	if name, apposed := r.NameBehind(p, end); ok && apposed && p.Form == Nominal {
		p = name
	}
	return p, ok
}

func (r *Reader) mainSubject(first, end int) (Phrase, bool) {
	d := r.d
	end = min(end, first+maxClause)
	governed := false
	for t := first; t < end; {
		tok := &d.Tokens[t]
		switch {
		case tok.Quote >= 0:
			t = max(d.Quoted[tok.Quote].Last, t+1)
			continue
		case !tok.Word:
			t++
			governed = false
			continue
		case (t == first || d.Tokens[t-1].Lower == ",") && r.subordinates(t): // “After the debate, Lee said”; “Speaking in Ohio, Lee said”
			if after := r.afterComma(t, end); after > 0 {
				t = after
				continue
			}
		}
		if r.at(t) < 0 && (tok.Is(lang.Preposition) || tok.Is(lang.Adverb)) {
			governed = governed || tok.Is(lang.Preposition)
			t++
			continue
		}
		p, next, ok := r.PhraseAt(t)
		if ok && !governed && next <= end {
			return p, true
		}
		governed = governed && !ok
		t = max(next, t+1)
	}
	return Phrase{}, false
}

// subordinates tells that a token begins a clause or phrase that ends with a
// comma before the main clause.
func (r *Reader) subordinates(t int) bool {
	tok := &r.d.Tokens[t]
	if r.at(t) >= 0 {
		return false
	}
	if tok.Is(lang.Preposition) || tok.Is(lang.Subordinator) {
		return true
	}
	return t == r.SentenceFirst(t) && (tok.Is(lang.PastForm) || tok.Is(lang.Questioned) || len(tok.Lower) > 4 && (lang.InIng(tok.Lower) || lang.InEd(tok.Lower)))
}

// afterComma is the token after the comma that ends a leading clause of tokens
// [t, end): the first with a subject and its verb behind it, as commas may also set
// off an apposition inside the clause; else the first; 0 if there is none.
func (r *Reader) afterComma(t, end int) int {
	d := r.d
	first := 0
	for k := t; k+1 < end; k++ {
		// The comma may stand inside the quotation: “When “I won,” he said”.
		if d.Tokens[k].Quote >= 0 || d.Tokens[k].Lower != "," || r.InsidePlace(k) {
			continue
		}
		if first == 0 {
			first = k + 1
		}
		if _, next, ok := r.PhraseAt(k + 1); ok && next < end && d.Tokens[next].Lower != "," && r.BeforeVerb(next) {
			return k + 1
		}
	}
	return first
}

// SubjectBehind gives the subject that follows a verb, in “said Zhao Lijian, a
// spokesperson”: the noun phrase that begins within two tokens after v.
func (r *Reader) SubjectBehind(v int) (Phrase, bool) {
	d := r.d
	t := v + 1
	for r.inSentence(t, v) && t < v+3 && r.Adverb(t) {
		t++
	}
	if !r.inSentence(t, v) {
		return Phrase{}, false
	}
	p, next, ok := r.PhraseAt(t)
	if !ok || p.Form != Nominal {
		return p, ok
	}
	p = r.WithModifiers(p, next)
	if name, ok := r.NameBehind(p, d.Sentences[d.Tokens[v].Sentence].Last); ok {
		return name, true
	}
	return p, true
}

func (r *Reader) inSentence(t, of int) bool {
	return t < len(r.d.Tokens) && r.d.Tokens[t].Sentence == r.d.Tokens[of].Sentence
}
