package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"sort"
	"strings"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/reading"
	"keypoints/wasm/internal/text"
)

const (
	readingPath  = "wasm/internal/reading/weights.txt"
	readingRidge = 1e-3 // the best of 1e-3, 3e-3, 1e-2 by unseen languages
)

// spoken is a quotation of another language than English with the speaker that the reader chose.
type spoken struct {
	reading.Example
	tag, id, words string
	right          bool
	score          float64 // by weights that have not seen its language
}

// fitReading fits how sure the reader of other languages is of a speaker, and says what the weights
// are worth in a language that they have not seen. The gold is as prepare has it, with "lang".
func fitReading(files []string, ridge float64, write, errors bool) error {
	articles, err := read(files)
	if err != nil {
		return err
	}
	var all []spoken
	golds := map[string]int{}
	for _, a := range articles {
		found, gold := a.spoken()
		all = append(all, found...)
		golds[a.Lang] += gold
	}
	if len(all) == 0 {
		return fmt.Errorf("no quotations in a language that the reader knows")
	}
	var tags []string
	for tag := range golds {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	for _, tag := range tags {
		w := logistic(all, ridge, func(s *spoken) bool { return s.tag != tag })
		for i := range all {
			if all[i].tag == tag {
				all[i].score = all[i].sum(w)
			}
		}
	}
	slope, shift := calibrate(all)
	for i := range all {
		all[i].score = slope*all[i].score + shift
	}
	printSpoken(all, tags, golds)
	if errors {
		sort.SliceStable(all, func(i, k int) bool { return all[i].score > all[k].score })
		for _, s := range all {
			if !s.right && s.score > 1 {
				fmt.Printf("%.2f %s %s “%s” by %s: %s\n", squash(s.score), s.tag, s.id, s.words, s.Speaker, strings.Join(s.Evidence, ", "))
			}
		}
	}
	if !write {
		return nil
	}
	w := logistic(all, ridge, func(*spoken) bool { return true })
	if err := os.WriteFile(readingPath, formatReading(w, slope, shift), 0o644); err != nil {
		return err
	}
	fmt.Println("wrote", readingPath)
	return nil
}

// spoken joins what the reader finds in an article with the gold; gold is how many quotations
// have a speaker there.
func (a article) spoken() (out []spoken, gold int) {
	var blocks []body.Block
	for _, p := range a.Paragraphs {
		blocks = append(blocks, body.Block{Text: strings.Join(strings.Fields(p), " ")})
	}
	d := text.Parse(blocks, a.Lang)
	found := reading.Examples(d)
	at, used := 0, make([]bool, len(found))
	for _, q := range a.Quotes {
		words := strings.Join(strings.Fields(q.Text), " ")
		start := strings.Index(d.Text[at:], words)
		if start < 0 {
			continue
		}
		r := text.Range{Start: at + start, End: at + start + len(words)}
		at = r.Start + 1
		if q.Source != nil && len(q.Source.Names)+len(q.Source.Heads) > 0 {
			gold++
		}
		for k, e := range found {
			shared := min(e.End, r.End) - max(e.Start, r.Start)
			if used[k] || shared <= 0 || 10*shared < 8*min(r.End-r.Start, e.End-e.Start) {
				continue
			}
			used[k] = true
			if q.Source == nil || len(q.Source.Names)+len(q.Source.Heads) == 0 {
				continue // the gold does not tell
			}
			out = append(out, spoken{Example: e, tag: a.Lang, id: a.ID, words: words, right: q.Source.speaks(e.Speaker)})
		}
	}
	return out, gold
}

// speaks tells that a speaker is a source of another language: by the last word of one of its
// names, or by its noun.
func (s *source) speaks(speaker string) bool {
	if s == nil {
		return false
	}
	have := wordsOf(speaker)
	for _, name := range s.Names {
		if w := wordsOf(name); len(w) > 0 && (slices.Contains(have, w[len(w)-1]) || len(have) > 0 && slices.Contains(w, have[len(have)-1])) {
			return true
		}
	}
	if len(s.Names) > 0 && s.Type != "nominal" {
		return false
	}
	for _, head := range s.Heads {
		if w := wordsOf(head); len(w) > 0 && slices.Contains(have, w[len(w)-1]) {
			return true
		}
	}
	return false
}

func (s *spoken) sum(w map[string]float64) float64 {
	sum := w["always"]
	for _, e := range s.Evidence {
		sum += w[e]
	}
	return sum
}

func squash(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logistic fits the weights of the evidence on some examples, by gradient ascent with Adam's steps. Each
// language counts alike, however much gold it has.
func logistic(all []spoken, ridge float64, in func(*spoken) bool) map[string]float64 {
	names := []string{"always"}
	ids := map[string]int{"always": 0}
	count := map[string]float64{}
	var data []*spoken
	for i := range all {
		if s := &all[i]; in(s) {
			data = append(data, s)
			count[s.tag]++
			for _, e := range s.Evidence {
				if _, ok := ids[e]; !ok {
					ids[e] = len(names)
					names = append(names, e)
				}
			}
		}
	}
	w := ascend(len(names), 500, 0.05, ridge, func(_ int, w, g []float64) {
		g[0] = 0
		for _, s := range data {
			sum := w[0]
			for _, e := range s.Evidence {
				sum += w[ids[e]]
			}
			pull := -squash(sum)
			if s.right {
				pull++
			}
			pull /= math.Sqrt(count[s.tag]) * math.Sqrt(float64(len(data))/float64(len(count))) * float64(len(count))
			g[0] += pull
			for _, e := range s.Evidence {
				g[ids[e]] += pull
			}
		}
	})
	out := map[string]float64{}
	for i, name := range names {
		out[name] = w[i]
	}
	return out
}

// calibrate fits the line that makes the scores of unseen languages probabilities.
func calibrate(all []spoken) (slope, shift float64) {
	slope = 1
	for range 2000 {
		var a, b float64
		for _, s := range all {
			miss := -squash(slope*s.score + shift)
			if s.right {
				miss++
			}
			a, b = a+miss*s.score, b+miss
		}
		slope, shift = slope+0.3*a/float64(len(all))/4, shift+0.3*b/float64(len(all))
	}
	return slope, shift
}

// printSpoken prints, for each language, how many speakers are right at some thresholds.
func printSpoken(all []spoken, tags []string, golds map[string]int) {
	line := func(tag, what string, given func(*spoken) bool) {
		n, right, gold := 0, 0, 0
		for i := range all {
			if s := &all[i]; (tag == "" || s.tag == tag) && given(s) {
				n++
				if s.right {
					right++
				}
			}
		}
		for t, g := range golds {
			if tag == "" || t == tag {
				gold += g
			}
		}
		fmt.Printf("  %-22s given %4d of %4d, right %.3f of these, %.3f of all\n", what, n, gold, float64(right)/float64(max(n, 1)), float64(right)/float64(max(gold, 1)))
	}
	for _, tag := range append([]string{""}, tags...) {
		fmt.Println(strings.TrimSpace("speakers " + tag))
		line(tag, "as the reader gives", func(s *spoken) bool { return s.Given })
		line(tag, "as the card shows", func(s *spoken) bool { return s.Given && s.Confidence >= 0.9 })
		for _, least := range []float64{0, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9} {
			line(tag, fmt.Sprintf("unseen, from %.2f", least), func(s *spoken) bool { return squash(s.score) >= least })
		}
	}
	fmt.Println("calibration in unseen languages")
	for b := 0.3; b < 1; b += 0.1 {
		n, right := 0, 0
		for _, s := range all {
			if p := squash(s.score); p >= b && p < b+0.1 {
				n++
				if s.right {
					right++
				}
			}
		}
		fmt.Printf("  %.1f to %.1f  %.2f of %d\n", b, b+0.1, float64(right)/float64(max(n, 1)), n)
	}
}

// formatReading writes the weights, and the knots by which their sum is a confidence.
func formatReading(w map[string]float64, slope, shift float64) []byte {
	var names []string
	for name, x := range w {
		if math.Round(1000*x) != 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString("# Written by go run ./wasm/fit -reading -write: what speaks for and against a speaker, and its weight in\n# thousandths; “= sum: confidence” turns the sum into confidence.\n")
	for sum := -2.0; sum <= 6; sum += 0.5 {
		fmt.Fprintf(&b, "= %d: %d\n", int(sum*1000), int(math.Round(1000*squash(slope*sum+shift))))
	}
	for _, name := range names {
		fmt.Fprintf(&b, "%s: %d\n", name, int(math.Round(1000*w[name])))
	}
	return []byte(b.String())
}
