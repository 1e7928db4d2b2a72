package reading

import (
	_ "embed"

	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
	"keypoints/wasm/internal/weigh"
)

// How sure it is that a quotation's speaker is the right one: a sum of the weights of what speaks
// for and against it, none of which knows a language. The weights are fitted on the gold of six
// languages, by go run ./wasm/fit -reading.

//go:embed weights.txt
var weightsFile string

// weights are the weights of the evidence; a curve turns their sum into confidence.
var weights, curve = weigh.Read(weightsFile)

// confidence is how many of 1000 speakers with such evidence are right.
func confidence(evidence []string) int64 {
	sum := weights["always"]
	for _, e := range evidence {
		sum += weights[e]
	}
	return curve.At(sum)
}

// trace is how a pronoun, a left-out subject or a description came to whom it means.
type trace struct {
	subjects  int  // how many subjects of sentences were passed, with the one it came to
	sentences int  // how many sentences before
	across    bool // in another paragraph
	past      bool // past somebody without a name
	last      bool // as the person named last, whom no sentence is about
	only      bool // as the only person that a sentence names
}

var wayNames = [...]string{
	unknown: "nobody", wayBehind: "behind", wayIncise: "inside", wayColon: "colon", wayBefore: "before", wayAccording: "according",
	wayLate: "late", wayRunning: "goes on", wayAround: "around", waySubject: "subject", wayFar: "far", wayNext: "next paragraph",
}

// evidence is what speaks for and against the speaker of stretch q.
func (r *reader) evidence(q int, a attribution) (out []string) {
	d, m := r.d, a.m
	add := func(ok bool, name string) {
		if ok {
			out = append(out, name)
		}
	}
	e := r.entities[m.Entity]
	form := "name"
	switch {
	case m.First < 0:
		form = "earlier"
	case m.Form == people.Pronoun && m.First == a.cue && r.clitic[m.First].Kinds == 0:
		form = "left out"
	case m.Form == people.Pronoun:
		form = "pronoun"
	case m.Form == people.Nominal:
		form = "description"
	}
	out = append(out, "way: "+wayNames[a.way], "form: "+form)
	add(form != "name" && a.way >= wayRunning, "form: none of its own")
	if a.cue >= 0 {
		says := r.is(a.cue, Says) || !r.is(a.cue, Expresses)
		add(!says, "verb: rather another sense")
		add(form != "left out" && m.First >= 0 && m.First < a.cue, "subject: before the verb")
		add(r.is(a.cue-1, Opens) && r.word(a.cue-1) && !r.is(a.cue-1, And|He|Article), "verb: behind a conjunction")
		gap := m.First - a.cue
		if gap < 0 {
			gap = a.cue - m.Last
		}
		add(gap > 3, "subject: more than three words away")
		add(gap > 8, "subject: more than eight words away")
	}
	switch {
	case r.words[m.Entity] == nil && r.unknown[m.Entity]:
		out = append(out, "whom: a, an")
	case r.words[m.Entity] == nil && e.Kind == people.Organization:
		out = append(out, "whom: a body")
	case r.words[m.Entity] == nil:
		out = append(out, "whom: the")
		add(m.Form == people.Nominal && m.Head >= 0 && !r.is(m.Head, RoleName|BodyName|PaperName), "whom: the, no known noun")
	case e.Kind == people.Person && e.Gender != 0 && len(r.words[m.Entity]) > 1:
		out = append(out, "whom: a full name")
	case e.Kind == people.Person:
		out = append(out, "whom: a person")
	case e.Kind == people.Organization:
		out = append(out, "whom: an organization")
	default:
		out = append(out, "whom: not known what")
	}
	add(r.articled[m.Entity] && r.words[m.Entity] != nil, "whom: behind an article")
	add(e.Role != "", "whom: has a role")
	if t, ok := r.traces[m.First]; ok && m.Form != people.Name {
		add(t.subjects > 1, "meant: past a subject")
		add(t.subjects > 2, "meant: past two subjects")
		add(t.sentences > 1, "meant: more than a sentence before")
		add(t.across, "meant: a paragraph before")
		add(t.past, "meant: past a description")
		add(t.last, "meant: named last")
		add(t.only, "meant: the only one named")
		rivals := r.rivals(m)
		add(rivals > 0, "meant: another between")
		add(rivals > 1, "meant: several between")
	}
	s := d.Quoted[q]
	n := s.Last - s.First
	first := min(s.First+1, s.Last-1)
	add(!d.Tokens[first].Capital, "quotation: begins small")
	add(n < 8, "quotation: short")
	add(r.alone(q), "quotation: alone")
	add(q > 0 && r.found[q-1].way != unknown && r.found[q-1].m.Entity == m.Entity, "quotation: the last speaker's")
	add(q > 0 && r.found[q-1].way != unknown && r.found[q-1].m.Entity != m.Entity, "quotation: another's than the last")
	return out
}

// rivals counts the other people whom the article names between a mention and the last one of whom it means.
func (r *reader) rivals(m people.Mention) int {
	n, other := 0, -1
	for k := r.mentionFrom(m.First) - 1; k >= 0 && k > r.mentionFrom(m.First)-12; k-- {
		e := r.mentions[k].Entity
		if e == m.Entity {
			return n
		}
		if e < 0 || e == other || !r.person(e) || r.d.Tokens[r.mentions[k].First].Quote >= 0 {
			continue
		}
		if g, have := r.entities[m.Entity].Gender, r.entities[e].Gender; g != 0 && have != 0 && g != have && g != lang.Either && have != lang.Either {
			continue
		}
		other = e
		n++
	}
	return n
}

// An Example is a quotation with the speaker that the reader chose, for the fit.
type Example struct {
	text.Range        // the words
	Speaker    string // whom it would name, however unsure
	Evidence   []string
	Confidence float64
	Given      bool // it names him
}

// Examples gives the quotations of a document that have a speaker; none where the language
// has no folder.
func Examples(d *text.Document) (out []Example) {
	r := newReader(d)
	if r == nil {
		return nil
	}
	r.read()
	for _, q := range r.quotations() {
		e := Example{Range: q.Parts[0], Confidence: q.Confidence, Given: q.Speaker != nil}
		for k, s := range d.Quoted {
			a := r.found[k]
			if s.First+1 == q.First && a.way != unknown && a.m.Entity >= 0 {
				e.Speaker, e.Evidence = r.entities[a.m.Entity].Name, r.evidence(k, a)
			}
		}
		if e.Speaker != "" {
			out = append(out, e)
		}
	}
	return out
}
