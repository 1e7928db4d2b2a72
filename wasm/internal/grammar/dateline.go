package grammar

import "strings"

// longestDateline is how many tokens a dateline has at most:
// "PORT-AU-PRINCE, Haiti, Nov. 3 (Southern Press) —".
const longestDateline = 12

// firstParagraphs is the last paragraph that a dateline with a colon may open: a
// headline and a summary may stand before the first.
const firstParagraphs = 2

// Dateline gives the token after the dateline that begins at t, or t: "LOMAS,
// Calif. —". Its place and agency are nobody in the story.
func (r *Reader) Dateline(t int) int {
	d := r.d
	sentence := d.Sentences[d.Tokens[t].Sentence]
	if sentence.First != t || d.Paragraphs[sentence.Paragraph].First != d.Tokens[t].Sentence {
		return t
	}
	if w := d.Cut(d.Tokens[t].Range); len(w) < 3 || strings.ToUpper(w) != w || !d.Tokens[t].Capital {
		return t
	}
	for k := t; k < sentence.Last && k < t+longestDateline; k++ {
		tok := d.Tokens[k]
		switch tok.Lower {
		case "—", "–", "-", "--", "―":
			return k + 1
		case ":": // "SONEPUR: The minister", but "CLINTON: I did" in a transcript
			if sentence.Paragraph <= firstParagraphs && k+1 < sentence.Last && d.Tokens[k+1].Quote < 0 {
				return k + 1
			}
			return t
		}
		if tok.Word && !tok.Capital && !StartsWithDigit(tok.Lower) {
			return t
		}
	}
	return t
}
