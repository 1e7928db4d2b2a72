package quote

import (
	"cmp"
	"slices"

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
	Reasons    []Reason // the strongest, against the second
	Second     string   // who came second; empty if nobody
}

// A Reason is what a feature adds to the speaker's score beyond the second's.
type Reason struct {
	Feature string
	Adds    float64
}

// mostReasons is how many reasons are given.
const mostReasons = 6

// Explain explains the quotations of a document, in reading order.
func Explain(d *text.Document, s *people.Sources) []Explanation {
	f := newFinder(d, s)
	f.reasons = map[int]reason{}
	var out []Explanation
	for _, q := range f.find() {
		e := Explanation{Rule: q.Rule, Cue: q.Cue, Confidence: q.Confidence}
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
		if stretch := d.Tokens[q.First].Quote; stretch >= 0 {
			r := f.reasons[stretch]
			e.Reasons, e.Second = r.reasons, r.second
		}
		out = append(out, e)
	}
	return out
}

// A reason is why a stretch has its speaker, and who came second.
type reason struct {
	reasons []Reason
	second  string
}

func (f *finder) reasonOf(list []candidate, best, second int) reason {
	var r reason
	var other candidate
	if second >= 0 {
		other = list[second]
		r.second = "nobody"
		if other.entity >= 0 {
			r.second = f.s.Entities[other.entity].Name
		}
	}
	for id, w := range fitted().weights {
		if adds := float64(list[best].x[id]-other.x[id]) * float64(w) / 1000; adds > 0.1 || adds < -0.1 {
			r.reasons = append(r.reasons, Reason{feature(id).String(), adds})
		}
	}
	slices.SortStableFunc(r.reasons, func(a, b Reason) int { return cmp.Compare(max(b.Adds, -b.Adds), max(a.Adds, -a.Adds)) })
	r.reasons = r.reasons[:min(len(r.reasons), mostReasons)]
	return r
}
