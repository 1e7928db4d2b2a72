package denial

import (
	"slices"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// fits tells that a construction stands around the place before token t.
func (f *finder) fits(c lang.Construction, t int) bool { return f.marked(c, t) >= 0 }

// marked gives what a construction around the place before token t marks, or where it ends; -1
// where it does not stand there.
func (f *finder) marked(c lang.Construction, t int) int {
	if t >= 0 && t < len(f.d.Tokens) {
		if at, ok := f.d.Construction(f.lang.Patterns(c), t, f.d.Sentences[f.d.Tokens[t].Sentence].Last); ok {
			return at
		}
	}
	return -1
}

// holds tells that a construction stands somewhere in a span.
func (f *finder) holds(s span, c lang.Construction) bool {
	for t := s.first; t < s.last; t++ {
		if f.fits(c, t) {
			return true
		}
	}
	return false
}

// stops are the marks that end a clause whatever comes next.
var stops = []string{".", "?", "!", ";", ":", "—", "–", "-", "--", "(", "…", "|"}

func stop(t *text.Token) bool { return !t.Word && slices.Contains(stops, t.Lower) }

// question tells that the stretch of a sentence that token t stands in, outside
// the quotation or inside it, ends with a question mark.
func (f *finder) question(t int, sentence text.Sentence) bool {
	quoted := f.d.Tokens[t].Quote
	for k := t + 1; k < sentence.Last; k++ {
		switch tok := &f.d.Tokens[k]; {
		case tok.Quote == quoted && tok.Lower == "?":
			return true
		case quoted >= 0 && (tok.Quote != quoted || tok.Lower == "." || tok.Lower == "!"):
			return false
		}
	}
	return false
}

// before gives the nearest word left of token t that is no adverb and no
// quotation mark, or -1 where the clause begins.
func (f *finder) before(t int) int {
	sentence := f.d.Sentences[f.d.Tokens[t].Sentence]
	for k := t - 1; k >= sentence.First; k-- {
		tok := &f.d.Tokens[k]
		if tok.QuotationMark() || f.is(k, lang.Modifier) || f.onDay(k) {
			continue
		}
		if tok.Word {
			return k
		}
		return -1
	}
	return -1
}

// negated tells that a cue verb is itself denied or only supposed: "did not
// deny", "nobody denies", "if he denies it", "refused to deny".
func (f *finder) negated(t int) bool { return f.s.Negated(t) || f.s.Supposed(t) }

// infinitive tells that the verb at t is "to deny" after no verb that carries
// it on, an imperative, or after a modal of refusal: nobody denies yet.
func (f *finder) infinitive(t int) bool {
	if !f.is(f.before(t), lang.To) {
		return !f.s.Finite(t) && f.fits(lang.JoinedInfinitive, t)
	}
	k := f.marked(lang.CarriedOn, t)
	return k < 0 || f.negated(k)
}

// onDay tells that token t is the "on" of "on Monday denied".
func (f *finder) onDay(t int) bool { return f.d.Tokens[t].Lower == lang.On && f.is(t+1, lang.Calendar) }
