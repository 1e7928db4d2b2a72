package grammar

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// longestDateline is how many tokens a dateline has at most:
// "PORT-AU-PRINCE, Haiti, Nov. 3 (Southern Press) —".
const longestDateline = 12

// firstParagraphs is the last paragraph that a dateline with a colon may open: a
// headline and a summary may stand before the first.
const firstParagraphs = 2

// Dateline gives the token after the dateline that begins at t, or t: "LOMAS,
// Calif. —", and the time of day in a live blog, "15:03 GMT". Its place and agency are nobody in the story.
func (r *Reader) Dateline(t int) int {
	d := r.d
	sentence := d.Sentences[d.Tokens[t].Sentence]
	if sentence.First != t || d.Paragraphs[sentence.Paragraph].First != d.Tokens[t].Sentence {
		return t
	}
	if end := r.clock(t, sentence.Last); end > t {
		return end
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

// clock gives the token after the time of day that begins at t, or t: "15:03 GMT", "3.15pm".
func (r *Reader) clock(t, last int) int {
	d := r.d
	end, first := t+1, d.Tokens[t].Lower
	if end+1 < last && d.Tokens[end].Lower == ":" && StartsWithDigit(d.Tokens[end+1].Lower) {
		end += 2
	} else if !strings.Contains(first, ".") {
		return t
	}
	if !StartsWithDigit(first) || end >= last || !d.Tokens[end].Capital {
		return t
	}
	if d.Tokens[end].Is(lang.CalendarWord) {
		end++
	}
	return end
}
