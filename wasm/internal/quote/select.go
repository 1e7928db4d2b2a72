package quote

import (
	"strings"
	"unicode"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// Least words of a quotation: shorter stretches are terms and scare quotes,
// unless a reporting verb stands right beside them (“No,” he said).
const leastWords = 4

// quotation tells that a stretch is somebody's words, not a title, a nickname,
// a slogan or a scare quote.
func (f *finder) quotation(q int, a Attribution) bool {
	words := f.words(q)
	if f.work(q, words, a) {
		return false
	}
	switch a.Rule {
	case Running, After, Inverted, Late:
		return words >= leastWords || words >= 2 && f.begins(q)
	case Before, Colon:
		return words >= leastWords || words >= 2 && f.answer(q, a)
	case None:
		return (words >= 6 || !f.known && words >= leastWords && (f.begins(q) || f.quotative(q))) && f.sentenceLike(q)
	case Subject, Owner:
		return words >= 5
	}
	return words >= leastWords
}

// quotative tells that what stands beside a stretch says that it was said, in a language
// without word lists.
func (f *finder) quotative(q int) bool {
	stretch, p := f.d.Quoted[q], f.d.Paragraphs[f.d.Quoted[q].Paragraph]
	return lang.Quotative(f.d.Language, f.d.Text[max(p.Start, stretch.Start-40):stretch.Start], f.d.Text[stretch.End:min(p.End, stretch.End+40)])
}

// answer tells that a stretch is a whole sentence right behind who says it: She said: “No.”
func (f *finder) answer(q int, a Attribution) bool {
	d := f.d
	s := d.Quoted[q]
	if a.CueToken < 0 || s.First == 0 || !d.Tokens[min(s.First+1, s.Last-1)].Capital {
		return false
	}
	mark := d.Tokens[s.First-1].Lower
	said := d.Tokens[a.CueToken].Verb.Class == lang.Say || a.Rule == Colon
	return said && (mark == ":" || mark == ",") && a.CueToken >= s.First-2 && endsClause(d.Tokens[max(s.Last-2, s.First)].Lower)
}

// begins tells that a stretch begins a sentence: “No way,” he said.
func (f *finder) begins(q int) bool {
	first, _ := f.bounds(q)
	return f.d.Quoted[q].First == first
}

// work tells the title of a book, a film or a show: its words have capitals
// (“Back to the Future”), a noun for a work stands before it, or its author
// behind it (“Imagine,” by John Lennon).
func (f *finder) work(q, words int, a Attribution) bool {
	d := f.d
	stretch := d.Quoted[q]
	if f.credited(q) {
		return true
	}
	if words > 12 || f.begins(q) && (!f.titled(q) || a.Rule == After || a.Rule == Inverted) {
		return false
	}
	if f.titled(q) {
		return true
	}
	before := stretch.First - 1
	if before < 0 || words > 8 {
		return false
	}
	p := d.Tokens[before]
	if v, ok := p.Reports(); ok && v.Form == lang.Past && a.CueToken == before && (a.Mention.Form != people.Nominal || d.Tokens[before-1].Is(lang.Auxiliary)) {
		return false // “our foe”, as Romney called it, is his; a book called “our foe” is a book
	}
	first := stretch.First
	for first < stretch.Last-1 && !d.Tokens[first].Word {
		first++
	}
	return p.Is(lang.Work) && p.Quote < 0 && (d.Tokens[first].Capital || f.s.Finite(before)) // Lee called the report “a hit job”
}

// credited tells that “by” and a name follow the comma of a stretch: a title and
// its author. (“… called “a disgrace” by Lee” has no comma.)
func (f *finder) credited(q int) bool {
	d := f.d
	t := d.Quoted[q].Last
	if t < 2 || t+3 >= len(d.Tokens) || d.Tokens[t-2].Lower != "," && d.Tokens[t].Lower != "," {
		return false
	}
	if d.Tokens[t].Lower == "," {
		t++
	}
	if d.Tokens[t].Lower != "by" {
		return false
	}
	if t++; d.Tokens[t].Is(lang.Determiner) {
		t++
	}
	return d.Tokens[t].Capital && d.Tokens[t].Sentence == d.Tokens[d.Quoted[q].First].Sentence
}

// titled tells that all words of a stretch but articles and the like, two at
// least, have capitals, and that it does not end as a sentence does.
func (f *finder) titled(q int) bool {
	d := f.d
	stretch := d.Quoted[q]
	capitals := 0
	for t := stretch.First + 1; t < stretch.Last; t++ {
		tok := d.Tokens[t]
		if tok.Lower == "!" || tok.Lower == "?" {
			return false
		}
		switch low := tok.Lower; {
		case !tok.Word || unicode.IsDigit(rune(low[0])):
		case tok.Capital:
			capitals++
		case !f.l.Is(low, lang.Preposition) && !f.l.Is(low, lang.Conjunction) && !f.l.Is(low, lang.Determiner) && low != "to" && low != "vs" || len(low) > 4:
			return false // “Nusra is Al Qaeda”
		}
	}
	return capitals >= 2
}

// words counts the words of a stretch.
func (f *finder) words(q int) int {
	n := 0
	for t := f.d.Quoted[q].First; t < f.d.Quoted[q].Last; t++ {
		if f.d.Tokens[t].Word {
			n += text.Words(f.d.Tokens[t].Lower) + strings.Count(f.d.Tokens[t].Lower, "-")
		}
	}
	return n
}

// sentenceLike tells that a stretch reads as speech: it ends with a sentence's
// mark or a comma, or has a lower-case word in most places, as titles do not.
func (f *finder) sentenceLike(q int) bool {
	d := f.d
	stretch := d.Quoted[q]
	capital, words := 0, 0
	for t := stretch.First; t < stretch.Last; t++ {
		if tok := d.Tokens[t]; tok.Word && len(tok.Lower) > 3 {
			words++
			if tok.Capital && t > stretch.First+1 {
				capital++
			}
		}
	}
	if lang.CapitalNouns(d.Language) {
		return capital < words
	}
	return words > 0 && capital*2 < words
}

// interrupted tells that a stretch goes on with the one before it, which its
// attribution interrupts in mid-sentence: “We go,” Lee said, “and we stay.”
func (f *finder) interrupted(q int) bool {
	d := f.d
	if q == 0 {
		return false
	}
	a, b := d.Quoted[q-1], d.Quoted[q]
	if d.Tokens[a.First].Sentence != d.Tokens[b.First].Sentence || f.found[q].Rule != Split && f.found[q].CueToken != f.found[q-1].CueToken || f.found[q-1].Rule != After && f.found[q-1].Rule != Inverted {
		return false
	}
	return b.First > 0 && d.Tokens[b.First-1].Lower == ","
}
