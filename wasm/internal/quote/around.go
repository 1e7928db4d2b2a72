package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// around looks for the speaker of a quotation whose own sentence names none.
func (f *finder) around(q int) Attribution {
	d := f.d
	stretch := d.Quoted[q]
	sentence := d.Tokens[stretch.First].Sentence
	paragraph := stretch.Paragraph
	first := d.Sentences[d.Paragraphs[paragraph].First].First
	alone := f.alone(q)

	if a := f.signature(q); a.Rule != None {
		f.done[q] = true
		return a
	}
	if alone && sentence > 0 && stretch.First == first {
		if before := d.Sentences[sentence-1]; before.First == d.Sentences[d.Paragraphs[before.Paragraph].First].First {
			if m, ok := f.leads(before.First, before.Last); ok {
				f.done[q] = true
				return f.by(ColonBefore, m, -1)
			}
		}
	}
	// The second half of a quotation that “he said” splits, and the next
	// sentences of the same speaker in the paragraph.
	if q > 0 && d.Quoted[q-1].Paragraph == paragraph && f.done[q-1] && f.found[q-1].Rule != None && alone {
		prev := f.found[q-1]
		if f.between(q-1, q) {
			f.done[q] = true
			return prev.from(Running)
		}
	}
	// Lee had this to say. “…”; a colon at the end of the sentence before.
	if alone && sentence > 0 {
		before := d.Sentences[sentence-1]
		if before.Paragraph == paragraph || before.Last == first && d.Tokens[before.Last-1].Lower == ":" {
			if a := f.introduced(before.First, before.Last, before.Paragraph != paragraph); a.Rule != None {
				f.done[q] = true
				return a
			}
		}
	}
	// “…” “…,” Lee said: the paragraph's next quotation has the speaker.
	if alone && stretch.First == first {
		for k := q + 1; k < len(d.Quoted) && d.Quoted[k].Paragraph == paragraph; k++ {
			if f.done[k] && (f.found[k].Rule == After || f.found[k].Rule == Inverted) && f.between(q, k) {
				f.done[q] = true
				return f.found[k].from(Ahead)
			}
		}
	}
	// A quotation that goes on from the last paragraph, or a paragraph of
	// nothing but the running speaker's words.
	if q > 0 && d.Quoted[q-1].Paragraph == paragraph-1 && f.found[q-1].Rule != None && f.done[q-1] && stretch.First == first {
		a := f.found[q-1]
		switch {
		case d.Quoted[q-1].Continues:
			a = a.from(Continued)
		case alone && f.endsParagraph(q-1) && !f.dialog(q-1) && !f.asks(q-1):
			a = a.from(NextParagraph)
		default:
			return nobody
		}
		f.done[q] = true
		return a
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

// between tells that nothing between two stretches names another speaker: at
// most the rest of the first one's sentence.
func (f *finder) between(a, b int) bool {
	d := f.d
	sa, sb := d.Tokens[d.Quoted[a].First].Sentence, d.Tokens[d.Quoted[b].First].Sentence
	return sb-sa <= 1
}

// endsParagraph tells that a stretch or its attribution ends its paragraph.
func (f *finder) endsParagraph(q int) bool {
	d := f.d
	p := d.Paragraphs[d.Quoted[q].Paragraph]
	return d.Tokens[d.Quoted[q].First].Sentence == p.Last-1
}

// introduced finds who speaks next by a sentence before the quotation, from
// its first reporting verb or its subject.
func (f *finder) introduced(first, last int, colon bool) Attribution {
	ends := f.d.Tokens[last-1].Lower
	for t := last - 2; t > first; t-- { // “Reports put it at two; Lee calls that nonsense.”
		if tok := f.d.Tokens[t]; tok.Lower == ";" && tok.Quote < 0 {
			first = t + 1
			break
		}
	}
	if v := f.nextCue(first, last); v >= 0 {
		m, ok := f.s.Subject(v)
		if d := f.d; v > first && d.Tokens[v-1].Lower == "," && d.Tokens[v].Verb.Class == lang.Say { // The archive exists, said Lee, a priest. “…”
			if after, inverted := f.s.SubjectAfter(v); inverted && after.Form == people.Name {
				m, ok = after, true
			}
		}
		if ok {
			if ends == ":" {
				return f.by(ColonBefore, m, v)
			}
			return f.by(SentenceBefore, m, v)
		}
	}
	if m, ok := f.s.MainSubject(first, last); ok {
		if ends == ":" {
			return f.by(ColonBefore, m, -1)
		}
		return f.by(SubjectBefore, m, -1)
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
	return k >= 0 && d.Quoted[k].Paragraph == p-1 && f.done[k] && f.found[k].Rule != None &&
		f.found[k].Mention.Entity >= 0 && f.found[q].Mention.Entity >= 0 && f.found[k].Mention.Entity != f.found[q].Mention.Entity &&
		d.Paragraphs[p].Last-d.Paragraphs[p].First == 1 && f.words(q) <= longestReply && f.words(k) <= longestReply
}

// asks tells that a stretch is a question that somebody is asked: the answer is another's.
func (f *finder) asks(q int) bool {
	a := f.found[q]
	return a.CueToken >= 0 && f.d.Tokens[a.CueToken].Verb.Lemma == "ask" && f.d.Tokens[f.d.Quoted[q].Last-2].Lower == "?"
}

// longestReply is how many words the quotations of a dialog have at most; longer
// ones in turn are two sources.
const longestReply = 10
