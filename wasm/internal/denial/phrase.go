package denial

import "keypoints/wasm/internal/lang"

// clauseEnd gives the token after the clause that goes on at token t: it ends
// at the sentence's end, a dash or semicolon, the end of the quotation that t
// stands in, or a comma that begins another clause (", saying", ", but").
func (f *finder) clauseEnd(t int) int {
	if t >= len(f.d.Tokens) {
		return t
	}
	return f.clauseEndIn(t, f.d.Tokens[t].Quote)
}

// clauseEndIn is clauseEnd for a clause of the writer's (quoted is -1) or of a
// quotation, which may begin with a word in marks: denied “sensational” claims.
func (f *finder) clauseEndIn(t, quoted int) int {
	d := f.d
	if t >= len(d.Tokens) {
		return t
	}
	sentence := d.Sentences[d.Tokens[t].Sentence]
	for k := t; k < sentence.Last; k++ {
		tok := &d.Tokens[k]
		if quoted >= 0 && tok.Quote != quoted {
			return k
		}
		if tok.Quote >= 0 && tok.Quote != quoted {
			continue
		}
		if stop(tok) {
			if tok.Lower == "[" || tok.Lower == "]" || tok.Lower == "(" || tok.Lower == ")" && k > t {
				if tok.Lower == "(" && k > t {
					return k
				}
				continue
			}
			return k
		}
		if (tok.Lower == lang.AndWord || tok.Lower == lang.But) && k > t && f.verbAfter(k+1, sentence.Last) {
			return k
		}
		if tok.Lower == "," && k > t {
			if end := f.described(span{t, k}); end > k {
				k = end
			} else if f.clauseAfter(k+1, sentence.Last) || f.is(sentence.First, lang.Asks) { // "Asked about reports that he had left, | Lee laughed"
				return k
			}
		}
	}
	return sentence.Last
}

// described gives the comma at which the clause of a subject goes on that a relative
// clause or a name describes, or 0: "Whitlock, who led the team, | was told to
// resign", "the builder, Halcyon, | had paid".
func (f *finder) described(subject span) int {
	who := subject.last + 1
	for t := subject.first; t+1 < subject.last; t++ {
		if f.d.Tokens[t].Lower == lang.ThatWord {
			subject.first = t + 1
		}
	}
	whole := false // the subject begins right behind "that": "that pressure from the banks, or greed, | had prompted it"
	if b := subject.first - 1; b >= 0 {
		whole = f.d.Tokens[b].Lower == lang.ThatWord || f.d.Tokens[b].Lower == lang.Whether
	}
	if subject.last-subject.first > 6 || who >= len(f.d.Tokens) || f.d.Tokens[who].Quote != f.d.Tokens[subject.first].Quote ||
		!whole && !f.d.Tokens[who].Is(lang.Who) && !f.s.Participle(who) && !(f.d.Tokens[who].Capital && f.s.At(who) >= 0) {
		return 0
	}
	for t := subject.first; t < subject.last; t++ {
		if f.is(t, lang.Aux) || f.is(t, lang.Preposition) && !whole || f.d.Tokens[t].Verb.Form == lang.Past {
			return 0
		}
	}
	sentence := f.d.Sentences[f.d.Tokens[who].Sentence]
	for k := who + 1; k+1 < sentence.Last && k < who+20; k++ {
		if f.d.Tokens[k].Lower == "," {
			if whole && f.is(k+1, lang.Joining) {
				continue
			}
			if f.is(k+1, lang.Aux) || f.d.Tokens[k+1].Verb.Form == lang.Past {
				return k
			}
			return 0
		}
	}
	return 0
}

// clauseAfter tells that the words after a comma begin another clause.
func (f *finder) clauseAfter(t, end int) bool {
	d := f.d
	if t >= end {
		return true
	}
	if d.Tokens[t].QuotationMark() { // the comma closes a quotation
		return true
	}
	if f.is(t, lang.AfterComma) || f.is(t, lang.Relative) || f.is(t, lang.Preposition) && f.is(t+1, lang.Relative) {
		return true
	}
	// ", a day after", ", just hours before"
	for k := t; k < end && k < t+5 && (k == t || f.is(k-1, lang.Determiner) || f.is(k-1, lang.Time) || f.is(k-1, lang.Modifier)); k++ {
		if w := d.Tokens[k].Lower; k > t && f.is(k-1, lang.Time) && (w == lang.After || w == lang.Before) {
			return true
		}
	}
	v, ok := d.Tokens[t].Reports()
	if ok && (v.Form == lang.Gerund || v.Form == lang.Third || v.Form == lang.Past) && !d.Tokens[t].Capital {
		return true
	}
	// ", the jury heard."
	if last := end - 1; last > t && last < t+6 && (f.d.Tokens[last].Lower == "." && f.is(last-1, lang.PastForm) || f.is(last, lang.PastForm)) &&
		!f.is(last-1, lang.Preposition) {
		return true
	}
	for k := t; k < end && k < t+8; k++ { // ", the ministry said"
		if !d.Tokens[k].Word {
			return false
		}
		if k > t && f.reports(k) {
			return true
		}
	}
	return false
}

// trim cuts the punctuation, quotation marks and empty words at a span's ends.
func (f *finder) trim(s span) span {
	for !s.empty() && (!f.d.Tokens[s.first].Word || f.d.Tokens[s.first].Lower == lang.ThatWord) {
		s.first++
	}
	for !s.empty() && (!f.d.Tokens[s.last-1].Word || f.is(s.last-1, lang.Be) || f.d.Tokens[s.last-1].Lower == lang.As) {
		s.last--
	}
	return s
}

// verbAfter tells that the words after "and" go on with the sentence's verb:
// "denies any wrongdoing and points out".
func (f *finder) verbAfter(t, end int) bool {
	for t < end && f.is(t, lang.Modifier) {
		t++
	}
	if t >= end || f.d.Tokens[t].Capital {
		return false
	}
	if f.is(t, lang.That) { // "had never met the senator and that the firm gave nothing"
		return !f.is(t+1, lang.Preposition) && !f.is(t+1, lang.Be) && f.clausal(t+1, end)
	}
	v, ok := f.d.Tokens[t].Reports()
	return f.is(t, lang.GoesOn) || f.is(t, lang.Be) || f.is(t, lang.Modal) || ok && !f.is(t, lang.Claim) && (v.Form == lang.Third || v.Form == lang.Past)
}
