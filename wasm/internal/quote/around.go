package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// opensParagraph tells that a stretch is the first of its paragraph.
func (f *finder) opensParagraph(q int) bool {
	d := f.d
	return d.Quoted[q].First == d.Sentences[d.Paragraphs[d.Quoted[q].Paragraph].First].First
}

// labelled finds whom a line of its own before the quotation leads to: “Statement by Ann Lee:”.
func (f *finder) labelled(q int) Attribution {
	d := f.d
	if sentence := d.Tokens[d.Quoted[q].First].Sentence; sentence > 0 && f.alone(q) && f.opensParagraph(q) {
		if before := d.Sentences[sentence-1]; before.First == d.Sentences[d.Paragraphs[before.Paragraph].First].First {
			if m, ok := f.leads(before.First, before.Last); ok {
				return f.by(ColonBefore, m, -1)
			}
		}
	}
	return nobody
}

// running takes the speaker of the quotation that the sentence before holds in the paragraph.
func (f *finder) running(q int) Attribution {
	if q > 0 && f.found[q-1].Rule != None && f.alone(q) && f.near(q-1, q) {
		return f.found[q-1].from(Running)
	}
	return nobody
}

// near tells that two stretches stand in one sentence or neighbouring ones of a paragraph.
func (f *finder) near(a, b int) bool {
	d := f.d
	return d.Quoted[a].Paragraph == d.Quoted[b].Paragraph && d.Tokens[d.Quoted[b].First].Sentence-d.Tokens[d.Quoted[a].First].Sentence <= 1
}

// introduced finds who is brought in by the sentence before, in the paragraph or with a colon
// at its end: Lee had this to say. “…”.
func (f *finder) introduced(q int) Attribution {
	d := f.d
	sentence := d.Tokens[d.Quoted[q].First].Sentence
	if sentence == 0 || !f.alone(q) {
		return nobody
	}
	before := d.Sentences[sentence-1]
	if before.Paragraph != d.Quoted[q].Paragraph && d.Tokens[before.Last-1].Lower != ":" {
		return nobody
	}
	return f.introduces(before.First, before.Last)
}

// continued takes the speaker of the last paragraph: of a quotation that goes on, or of one
// that ends it before a paragraph of nothing but a quotation.
func (f *finder) continued(q int) Attribution {
	d := f.d
	switch {
	case q == 0 || d.Quoted[q-1].Paragraph != d.Quoted[q].Paragraph-1 || f.found[q-1].Rule == None || !f.opensParagraph(q):
	case d.Quoted[q-1].Continues:
		return f.found[q-1].from(Continued)
	case f.alone(q) && f.endsParagraph(q-1) && !f.dialog(q-1) && !f.asks(q-1):
		return f.found[q-1].from(NextParagraph)
	}
	return nobody
}

// alone tells that the writer's words of a stretch's sentence are none: the
// sentence is the quotation.
func (f *finder) alone(q int) bool {
	first, last := f.bounds(q)
	for t := first; t < last; t++ {
		tok := f.d.Tokens[t]
		if tok.Quote < 0 && tok.Word {
			return false
		}
	}
	return true
}

// endsParagraph tells that a stretch or its attribution ends its paragraph.
func (f *finder) endsParagraph(q int) bool {
	d := f.d
	p := d.Paragraphs[d.Quoted[q].Paragraph]
	return d.Tokens[d.Quoted[q].First].Sentence == p.Last-1
}

// introduces finds who speaks next by the sentence [first, last) before a quotation, from
// its first reporting verb or its subject.
func (f *finder) introduces(first, last int) Attribution {
	by := func(plain Rule, m people.Mention, cue int) Attribution {
		if f.d.Tokens[last-1].Lower == ":" {
			plain = ColonBefore
		}
		return f.by(plain, m, cue)
	}
	if v := f.nextCue(first, last); v >= 0 {
		m, ok := f.s.Subject(v)
		if d := f.d; v > first && d.Tokens[v-1].Lower == "," && d.Tokens[v].Verb.Class == lang.Say { // The archive exists, said Lee, a priest. “…”
			if after, inverted := f.s.SubjectAfter(v); inverted && after.Form == people.Name {
				m, ok = after, true
			}
		}
		if ok {
			return by(SentenceBefore, m, v)
		}
	}
	if m, ok := f.s.MainSubject(first, last); ok {
		return by(SubjectBefore, m, -1)
	}
	return nobody
}

// dialog tells that the speaker of a stretch answers somebody else in the
// paragraph before: who speaks next without being named may be either.
func (f *finder) dialog(q int) bool {
	d := f.d
	p := d.Quoted[q].Paragraph
	k := q
	for k >= 0 && d.Quoted[k].Paragraph == p {
		k--
	}
	return k >= 0 && d.Quoted[k].Paragraph == p-1 && f.found[k].Rule != None &&
		f.found[k].Mention.Entity >= 0 && f.found[q].Mention.Entity >= 0 && f.found[k].Mention.Entity != f.found[q].Mention.Entity &&
		d.Paragraphs[p].Last-d.Paragraphs[p].First == 1 && f.words(q) <= longestReply && f.words(k) <= longestReply
}

// asks tells that a stretch is a question that somebody is asked: the answer is another's.
func (f *finder) asks(q int) bool {
	a := f.found[q]
	return a.CueToken >= 0 && f.d.Tokens[a.CueToken].Verb.Lemma == lang.Ask && f.d.Tokens[f.d.Quoted[q].Last-2].Lower == "?"
}

// longestReply is how many words the quotations of a dialog have at most; longer
// ones in turn are two sources.
const longestReply = 10
