package text

import (
	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"
)

// longestSentence is how many tokens a sentence has at most: a bound on the time
// that a page without full stops can take.
const longestSentence = 500

// split appends the sentences of a paragraph whose tokens begin at first.
func split(d *Document, paragraph, first int, l *lang.Language) {
	start := first
	for t := first; t < len(d.Tokens); t++ {
		if t+1 < len(d.Tokens) && t-start < longestSentence && !ends(d, t, l) {
			continue
		}
		index := len(d.Sentences)
		for k := start; k <= t; k++ {
			d.Tokens[k].Sentence = index
		}
		d.Sentences = append(d.Sentences, Sentence{Range: Range{d.Tokens[start].Start, d.Tokens[t].End}, Paragraph: paragraph, First: start, Last: t + 1})
		start = t + 1
	}
}

// ends tells that the writer's sentence ends with token t, which is not the
// paragraph's last.
func ends(d *Document, t int, l *lang.Language) bool {
	tok, next := d.Tokens[t], d.Tokens[t+1]
	if next.Quote >= 0 && next.Quote == tok.Quote {
		return false // inside a quotation
	}
	if next.Word && !next.Capital && !startsWithDigit(next.Lower) {
		return false
	}
	if tok.Quote >= 0 { // a closing mark, or the end of an unclosed stretch
		q := d.Quoted[tok.Quote]
		last := t
		if q.Closed {
			last--
		}
		if last < q.First {
			return false
		}
		switch d.Tokens[last].Lower {
		case ".", "…":
			return next.Word || next.Quote >= 0 || opensBracket(next.Lower)
		case "?", "!":
			// “What?” Smith said. The sentence goes on when a reporting verb
			// follows the next words.
			return (next.Word || next.Quote >= 0) && !attributionFollows(d, t+1, l)
		}
		return !q.Closed && next.Word
	}
	switch tok.Lower {
	case ".", "?", "!", "…":
		if date.Month(next.Lower) > 0 && t > 0 && dayOfMonth(d.Tokens[t-1].Lower) {
			return false
		}
		return next.Word || next.Quote >= 0 || opensBracket(next.Lower)
	case ")", "]":
		return t > 0 && terminator(d.Tokens[t-1].Lower) && (next.Word || next.Quote >= 0)
	}
	// An abbreviation at a sentence's end: "in the U.S. The senator", "Smith Jr. He".
	if tok.Word && d.Text[tok.End-1] == '.' && next.Word && next.Capital {
		return endsWithAbbreviation(tok.Lower, next.Lower, l)
	}
	return false
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// dayOfMonth tells a number of one or two digits, whose full stop makes an ordinal of it
// before a month: “am 7. Mai”.
func dayOfMonth(s string) bool { return len(s) <= 2 && startsWithDigit(s) }

func opensBracket(s string) bool { return s == "(" || s == "[" }

func terminator(s string) bool { return s == "." || s == "?" || s == "!" || s == "…" }

// attributionFollows tells that a reporting verb comes within a few words and
// before other punctuation: “What?” Smith said.
func attributionFollows(d *Document, t int, l *lang.Language) bool {
	for k := t; k < len(d.Tokens) && k < t+6; k++ {
		tok := d.Tokens[k]
		if tok.Quote >= 0 || !tok.Word {
			return false
		}
		if v, verb := tok.Reports(); verb && !tok.Capital {
			if v.Class == lang.Weak { // “What?” Smith went on, “Now?”
				return k+2 < len(d.Tokens) && (d.Tokens[k+1].Lower == lang.On || d.Tokens[k+1].Lower == lang.Back) && !d.Tokens[k+2].Word
			}
			return v.Class == lang.Say || k+1 < len(d.Tokens) && (!d.Tokens[k+1].Word || d.Tokens[k+1].Is(lang.Preposition))
		}
	}
	return false
}

// endsWithAbbreviation tells whether a capital word after an abbreviation
// begins a new sentence: only a word that begins sentences does, and only after
// an abbreviation that is not a title.
func endsWithAbbreviation(abbreviation, next string, l *lang.Language) bool {
	switch abbreviation {
	case "a.m.", "p.m.", "u.s.", "u.k.", "u.n.", "e.u.", "d.c.", "inc.", "corp.", "co.", "jr.", "sr.", "etc.":
		return l.Is(next, lang.Starter)
	}
	return false
}
