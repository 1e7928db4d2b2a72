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
	begins := t // of the clause behind what describes its subject
	if k := f.marked(lang.Described, t); k >= 0 && d.Tokens[k].Quote == quoted {
		begins = k
	}
	for k := t; k < sentence.Last; k++ {
		switch tok := &d.Tokens[k]; {
		case quoted >= 0 && tok.Quote != quoted:
			return k
		case tok.Quote != quoted:
		case stop(tok):
			return k
		case k > begins && (tok.Lower == "," || f.is(k, lang.Joining)) &&
			(f.fits(lang.NextClause, k+1) || tok.Lower == "," && (f.saidBehind(k+1) || f.is(sentence.First, lang.Asks))):
			return k // ", saying", "and points out"; "Asked about reports that he had left, | Lee laughed"
		}
	}
	return sentence.Last
}

// saidBehind tells that the words behind a comma say who says the clause before: ", the ministry said".
func (f *finder) saidBehind(t int) bool {
	for k := t; k < min(t+8, len(f.d.Tokens)) && f.d.Tokens[k].Word; k++ {
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
