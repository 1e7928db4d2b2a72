package quote

import (
	"sort"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// mostReasons is how many features a choice is explained by, leastReason how much one
// adds at least.
const mostReasons, leastReason = 6, 0.1

// Explained is Find, and says of each quotation why it has its speaker.
func Explained(d *text.Document, s *people.Sources) []Quotation {
	f := newFinder(d, s)
	f.reasons = map[int]*card.Why{}
	found := f.find()
	for i := range found {
		q := &found[i]
		if stretch := d.Tokens[q.First].Quote; stretch >= 0 {
			q.Why = f.reasons[stretch]
		}
		if q.Why == nil { // nothing to weigh: a signature, a post
			q.Why = &card.Why{}
			if q.Rule != None {
				q.Why.Features = []card.WhyFeature{{Name: (ruleFirst + feature(q.Rule)).String(), Weight: 1}}
			}
		}
	}
	return found
}

// why says why the best candidate of a list is it, and who came second; shares are
// thousandths.
func (f *finder) why(list []candidate, best, second int, share, secondShare int64) *card.Why {
	y := &card.Why{}
	var other candidate
	if second >= 0 {
		other = list[second]
		y.RunnerUp = &card.RunnerUp{Confidence: min(float64(secondShare)/1000, 1-f.weights.confidence(share))}
		if other.entity >= 0 {
			y.RunnerUp.Name = f.s.Entities[other.entity].Name
		}
	}
	for id, w := range f.weights.weights {
		if adds := float64(list[best].x[id]-other.x[id]) * float64(w) / 1000; adds > leastReason || adds < -leastReason {
			y.Features = append(y.Features, card.WhyFeature{Name: feature(id).String(), Weight: adds})
		}
	}
	size := func(i int) float64 { return max(y.Features[i].Weight, -y.Features[i].Weight) }
	sort.SliceStable(y.Features, func(i, j int) bool { return size(i) > size(j) })
	y.Features = y.Features[:min(len(y.Features), mostReasons)]
	return y
}
