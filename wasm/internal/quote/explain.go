package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// Explanation says how a quotation got its speaker.
type Explanation struct {
	Text       string // the quotation
	Speaker    string // empty where nobody is given
	Rule       Rule
	Cue        string
	Mention    string // the words that the speaker was read from
	Confidence float64
	Second     string // who came second, and by which rule; empty if nobody
}

// Explain explains the quotations of a document, in reading order.
func Explain(d *text.Document, s *people.Sources) []Explanation {
	var out []Explanation
	for _, q := range Find(d, s) {
		e := Explanation{Rule: q.Rule, Cue: q.Cue, Confidence: q.Confidence, Second: second(d, s, q)}
		for i, part := range q.Parts {
			if i > 0 {
				e.Text += " … "
			}
			e.Text += d.Cut(part)
		}
		if q.Speaker != nil {
			e.Speaker, e.Mention = q.Speaker.Name, q.Speaker.Mention
		} else if q.Rule != None {
			e.Mention = d.Cut(q.Mention.Range)
		}
		out = append(out, e)
	}
	return out
}

// second names the next best speaker: a pronoun's other antecedent, else what
// the rule after the one that spoke would have said.
func second(d *text.Document, s *people.Sources, q Quotation) string {
	if name := s.Second(q.Mention); name != "" {
		return name + " (antecedent)"
	}
	stretch := d.Tokens[q.First].Quote
	if stretch < 0 {
		return ""
	}
	f := &finder{d: d, s: s, l: lang.For(d.Language), found: make([]Attribution, len(d.Quoted)), done: make([]bool, len(d.Quoted))}
	for k := range stretch {
		f.found[k] = f.inSentence(k)
		f.done[k] = f.found[k].Rule != None
	}
	for _, try := range []func(int) Attribution{f.after, f.late, f.before, f.around} {
		a := try(stretch)
		if a.Rule == None || a.Rule == q.Rule || a.Mention.Head == q.Mention.Head {
			continue
		}
		if f.settle(&a); a.Speaker != nil && (q.Speaker == nil || a.Speaker.Name != q.Speaker.Name) {
			return a.Speaker.Name + " (" + a.Rule.String() + ")"
		}
	}
	return ""
}
