package quote

import (
	"strings"

	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// An Example is one quotation with its candidates, to fit the weights with.
type Example struct {
	Range      text.Range
	Candidates []Candidate // nobody first
	Picked     int         // what the rules alone would say
}

// A Candidate is somebody who may have said it.
type Candidate struct {
	Name     string // empty for nobody
	Shown    bool   // whether the card can name them: “his wife” means nobody there
	Features map[int]float64
}

// Features names the features, by their numbers.
func Features() []string {
	out := make([]string, features)
	for id := range out {
		out[id] = feature(id).String()
	}
	return out
}

// SpeechFeatures names what tells whether a stretch is speech: the features, then the rules.
func SpeechFeatures() []string {
	var out []string
	for _, x := range speechFeatures {
		out = append(out, x.name)
	}
	for r := range rules {
		out = append(out, "way: "+r.String())
	}
	return out
}

// A Stretch is what stands between two marks, with what tells whether it is speech.
type Stretch struct {
	Range    text.Range
	Features []int // by SpeechFeatures
}

// Stretches gives the stretches of a document of four words or more.
func Stretches(d *text.Document, s *people.Sources) []Stretch {
	f := newFinder(d, s)
	f.picks()
	var out []Stretch
	for q := range d.Quoted {
		x := f.stretchAt(q, f.found[q])
		if x.words < leastWords {
			continue
		}
		found := Stretch{Range: x.Inner, Features: []int{len(speechFeatures) + int(x.a.Rule)}}
		for id := range speechFeatures {
			if speechFeatures[id].has(&x) {
				found.Features = append(found.Features, id)
			}
		}
		out = append(out, found)
	}
	return out
}

// Examples gives the quotations of a document with the features of whoever may
// have said them.
func Examples(d *text.Document, s *people.Sources) []Example {
	f := newFinder(d, s)
	if !f.known {
		return nil
	}
	f.picks()
	var out []Example
	for q := range d.Quoted {
		pick := f.found[q]
		e := Example{Range: d.Quoted[q].Inner}
		list := f.gather(q, pick)
		for i := range list {
			c := &list[i]
			found := Candidate{Features: map[int]float64{}}
			if c.entity >= 0 {
				if source := s.Source(c.a.Mention); source != nil {
					found.Name, found.Shown = source.Name, true
				} else {
					found.Name = strings.TrimSpace(s.Entities[c.entity].Name)
				}
			}
			for id, x := range c.x {
				if x != 0 {
					found.Features[id] = float64(x)
				}
			}
			if pick.Speaker != nil && c.entity == pick.Mention.Entity {
				e.Picked = i
			}
			e.Candidates = append(e.Candidates, found)
		}
		out = append(out, e)
	}
	return out
}
