package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// choose gives the likeliest speaker of stretch q, or nobody where nobody is likely
// enough. The quotations behind it take it for settled.
func (f *finder) choose(q int) Attribution {
	pick := f.found[q]
	if pick.Rule == Repeated || pick.Rule != None && pick.Mention.Entity < 0 && !f.pronoun(pick.Mention) { // whom no entity stands for: "the younger Lee"
		return pick
	}
	list := f.gather(q, pick)
	best, second, share, secondShare := f.weights.best(list)
	if f.reasons != nil {
		f.reasons[q] = f.why(list, best, second, share, secondShare)
	}
	if best == 0 || list[best].x[antecedent] == 0 && f.gendered(pick.Mention) || f.untold(q, pick) {
		return nobody
	}
	a := list[best].a
	if a.Rule == None {
		a.Rule = Ranked
	}
	a.Entity, a.Speaker = a.Mention.Entity, nil
	f.found[q] = a
	a.Confidence = f.weights.confidence(share)
	if a.Confidence >= Least {
		a.Speaker = f.s.Source(a.Mention)
	}
	if a.Speaker == nil {
		a.Entity = -1
	}
	return a
}

// pronoun tells a pronoun from a name that nobody bears: "the younger Lee".
func (f *finder) pronoun(m people.Mention) bool {
	return m.Form == people.Pronoun && m.Last > 0 && f.s.PronounAt(m.Head)
}

// gendered tells a pronoun that means a man or a woman: nobody else is meant than whom the
// text has brought in there as one.
func (f *finder) gendered(m people.Mention) bool {
	return f.pronoun(m) && f.d.Tokens[m.Head].Is(lang.HeOrShe)
}

// untold tells that the writer leaves it to the reader who speaks: the next paragraph of
// a dialog, or an answer behind a colon that nobody is named for.
func (f *finder) untold(q int, pick Attribution) bool {
	if pick.Rule != None && pick.Mention.Entity >= 0 || q == 0 {
		return false
	}
	d := f.d
	first := d.Quoted[q].First
	if first > 0 && d.Tokens[first-1].Lower == ":" && d.Tokens[first-1].Quote < 0 {
		return true // “It came soon: “No.””
	}
	return f.alone(q) && d.Quoted[q-1].Paragraph == d.Quoted[q].Paragraph-1 && (f.dialog(q-1) || f.asks(q-1))
}
