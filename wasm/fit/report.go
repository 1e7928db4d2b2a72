package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"sort"

	"keypoints/wasm/internal/quote"
)

// A choice is what the weights say of an example that they were not fitted on.
type choice struct {
	*example
	chosen int
	share  float64
}

func (c choice) ok() bool { return c.given() && c.right[c.chosen] }

// given tells that the card names a speaker.
func (c choice) given() bool { return c.Candidates[c.chosen].Shown }

// A report is how well weights do on unseen folds.
type report struct {
	choices []choice
	weights [folds][]float64 // that have not seen the fold
}

// crossValidate fits on four fifths of the articles and chooses in the fifth.
func crossValidate(examples []example, ridge float64, without map[int]bool) report {
	var r report
	for fold := range folds {
		w := fit(others(examples, fold), ridge, without)
		r.weights[fold] = w
		for i := range examples {
			e := &examples[i]
			if e.fold != fold {
				continue
			}
			s := e.sparse(without)
			p := s.shares(w)
			best := 0
			for c := range p {
				if p[c] > p[best] {
					best = c
				}
			}
			r.choices = append(r.choices, choice{e, best, p[best]})
		}
	}
	return r
}

// others are the examples of all folds but one.
func others(examples []example, fold int) []example {
	var out []example
	for _, e := range examples {
		if e.fold != fold {
			out = append(out, e)
		}
	}
	return out
}

func share(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

// right is the share of quotations whose speaker is right.
func (r report) right() float64 {
	n := 0
	for _, c := range r.choices {
		if c.ok() {
			n++
		}
	}
	return share(n, len(r.choices))
}

func (r report) print(w io.Writer) {
	type sums struct{ all, found, picked, pickRight, chosen, right int }
	by := map[string]*sums{"all": {}}
	for _, c := range r.choices {
		if by[c.form] == nil {
			by[c.form] = &sums{}
		}
		for _, s := range []*sums{by["all"], by[c.form]} {
			s.all++
			if !c.right[0] {
				s.found++
			}
			if c.Picked > 0 {
				s.picked++
				if c.right[c.Picked] {
					s.pickRight++
				}
			}
			if c.given() {
				s.chosen++
			}
			if c.ok() {
				s.right++
			}
		}
	}
	fmt.Fprintf(w, "%d quotations, five folds by article; of 100:\n%-9s%7s%12s%12s%10s%10s%10s\n", len(r.choices), "", "", "candidate", "rules right", "given", "right", "given")
	for _, form := range []string{"named", "nominal", "pronoun", "all"} {
		if s := by[form]; s != nil {
			fmt.Fprintf(w, "%-9s%7d%12.1f%12.1f%10.1f%10.1f%10.1f\n", form, s.all, share(s.found, s.all), share(s.pickRight, s.all), share(s.picked, s.all), share(s.right, s.all), share(s.chosen, s.all))
		}
	}
	fmt.Fprintf(w, "\nconfidence, calibrated    given    right of them\n")
	knots := r.knots()
	bins := []float64{0, .5, .6, .7, .8, .85, .9, .95, .97, .98, .99, 1.01}
	off := 0.0
	given := 0
	for i := 0; i+1 < len(bins); i++ {
		n, right, sum := 0, 0, 0.0
		for _, c := range r.choices {
			if p := calibrated(knots, c.share); c.given() && p >= bins[i] && p < bins[i+1] {
				n++
				sum += p
				if c.ok() {
					right++
				}
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "%.2f to %.2f %20d %12.1f\n", bins[i], min(bins[i+1], 1), n, share(right, n))
			off += math.Abs(sum - float64(right))
			given += n
		}
	}
	fmt.Fprintf(w, "expected calibration error %.1f points\n\n", 100*off/float64(max(given, 1)))
	fmt.Fprintf(w, "risk: shown where the confidence is at least …, of 100 quotations\n%-10s%8s%8s%16s\n", "", "shown", "right", "wrong of shown")
	for _, t := range []float64{0, .4, .5, .55, .6, .65, .7, .75, .8, .85, .9, .93, .95, .96, .97, .98, .99} {
		n, right := 0, 0
		for _, c := range r.choices {
			if c.given() && calibrated(knots, c.share) >= t {
				n++
				if c.ok() {
					right++
				}
			}
		}
		fmt.Fprintf(w, "%-10.2f%8.1f%8.1f%16.2f\n", t, share(n, len(r.choices)), share(right, len(r.choices)), 100-share(right, n))
	}
}

// knots turn a share into a confidence: isotonic regression of right on share over
// the choices, at a few places.
func (r report) knots() [][2]float64 {
	var given []choice
	for _, c := range r.choices {
		if c.given() {
			given = append(given, c)
		}
	}
	sort.SliceStable(given, func(i, j int) bool { return given[i].share < given[j].share })
	type block struct{ sum, right, n float64 }
	var blocks []block
	size := max(len(given)/40, 25)
	for start := 0; start < len(given); {
		end := start + size
		if end+size > len(given) {
			end = len(given)
		}
		b := block{}
		for _, c := range given[start:end] {
			b.sum += c.share
			b.n++
			if c.ok() {
				b.right++
			}
		}
		start = end
		for len(blocks) > 0 && blocks[len(blocks)-1].right/blocks[len(blocks)-1].n >= b.right/b.n {
			last := blocks[len(blocks)-1]
			blocks = blocks[:len(blocks)-1]
			b = block{b.sum + last.sum, b.right + last.right, b.n + last.n}
		}
		blocks = append(blocks, b)
	}
	out := [][2]float64{{0, 0}}
	for _, b := range blocks {
		out = append(out, [2]float64{b.sum / b.n, b.right / b.n})
	}
	return append(out, [2]float64{1, out[len(out)-1][1]})
}

func calibrated(knots [][2]float64, share float64) float64 {
	for i := 1; i < len(knots); i++ {
		if a, b := knots[i-1], knots[i]; share <= b[0] {
			return a[1] + (b[1]-a[1])*(share-a[0])/max(b[0]-a[0], 1e-9)
		}
	}
	return share
}

// format writes weights and knots as weights.txt has them, sorted by name.
func format(weights []float64, speech []float64, knots [][2]float64) []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, "# Written by go run ./wasm/fit -write: a feature and its weight in thousandths;")
	fmt.Fprintln(&b, "# “= share: confidence” turns the likeliest candidate's share into confidence.")
	var lines []string
	for id, name := range quote.Features() {
		if n := int(math.Round(1000 * weights[id])); n != 0 {
			lines = append(lines, fmt.Sprintf("%s: %d", name, n))
		}
	}
	names := quote.SpeechFeatures()
	for id, w := range speech {
		if n := int(math.Round(1000 * w)); n != 0 {
			lines = append(lines, fmt.Sprintf("speech: %s: %d", names[id], n))
		}
	}
	sort.Strings(lines)
	for _, l := range lines {
		fmt.Fprintln(&b, l)
	}
	for _, k := range knots {
		fmt.Fprintf(&b, "= %d: %d\n", int(math.Round(1000*k[0])), int(math.Round(1000*k[1])))
	}
	return b.Bytes()
}

// printErrors lists the wrong choices, the surest first.
func (r report) printErrors(w io.Writer) {
	wrong := slices.DeleteFunc(slices.Clone(r.choices), func(c choice) bool { return c.ok() })
	slices.SortStableFunc(wrong, func(a, b choice) int { return cmp.Compare(b.share, a.share) })
	for _, c := range wrong {
		pick, right := c.Candidates[c.Picked].Name, ""
		for k, ok := range c.right {
			if ok && k > 0 {
				right = c.Candidates[k].Name
			}
		}
		fmt.Fprintf(w, "%.3f %s\n  chosen %q, rules %q, gold %q (%s %v %v), candidate %q\n  %s\n", c.share, c.id, c.Candidates[c.chosen].Name, pick, c.source.Text, c.form, c.source.Names, c.source.Heads, right, c.words)
	}
}

// printWithout fits again without each feature, and says what unseen folds lose.
func printWithout(w io.Writer, examples []example, ridge float64, all report) {
	fmt.Fprintf(w, "\nwithout        right, of 100 (all features %.2f)\n", all.right())
	for id, name := range quote.Features() {
		used := 0
		for i := range examples {
			for _, c := range examples[i].Candidates {
				if c.Features[id] != 0 {
					used++
				}
			}
		}
		if used == 0 {
			continue
		}
		r := crossValidate(examples, ridge, map[int]bool{id: true})
		fmt.Fprintf(w, "%-50s %6d times  %+.2f\n", name, used, r.right()-all.right())
	}
}
