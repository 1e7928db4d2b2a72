package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// denialRidge is how much large weights cost: of 3e-4 and 1e-3 the better on unseen folds.
const denialRidge = 1e-3

const denialWeights = "wasm/internal/denial/weights.txt"

// A denialArticle is an article with its denials, as the gold has it: paragraphs, or a text.
type denialArticle struct {
	ID, Headline, Text string
	Paragraphs         []string
	Denials            []goldDenial
	own                bool // written for the project: fitted on, never counted
}

type goldDenial struct {
	Sentence, Denier, Kind string
	Mention                string `json:"denier_mention"`
	Claim                  *string
	Clear                  bool
}

// A weighing is something to tell right from wrong by its features.
type weighing struct {
	features []string
	right    bool
	weight   float64
	fold     int
}

// A deniedSentence is a sentence with its candidates and what the gold says of it.
type deniedSentence struct {
	denial.Example
	text     string
	met      []int // gold denials
	fold     int
	article  int
	right    []bool   // by candidate: a denial, by this denier
	claims   [][]bool // by candidate and claim
	arguable bool
}

// fitDenials fits the weights of denials and of their claims, says what they are worth on
// articles they have not seen, and writes them where asked to.
func fitDenials(files []string, ridge float64, write, errors bool) error {
	var articles []denialArticle
	for _, file := range files {
		got, err := readDenials(file)
		if err != nil {
			return err
		}
		articles = append(articles, got...)
	}
	var all []deniedSentence
	for i := range articles {
		all = append(all, articles[i].sentences(i)...)
	}
	fmt.Fprintf(os.Stderr, "%d articles, %d sentences with a cue\n", len(articles), len(all))
	models := make([][2]map[string]float64, folds)
	for k := range models {
		models[k] = fitBoth(all, k, ridge)
	}
	printDenials(os.Stdout, articles, all, models, errors)
	if !write {
		return nil
	}
	m := fitBoth(all, -1, ridge)
	return os.WriteFile(denialWeights, formatDenials(m), 0o644)
}

func readDenials(file string) ([]denialArticle, error) {
	own := strings.HasSuffix(file, ".json") || strings.Contains(filepath.ToSlash(file), "testdata/")
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if strings.HasSuffix(file, ".json") {
		a := denialArticle{own: true, ID: filepath.Base(file)}
		return []denialArticle{a}, json.NewDecoder(in).Decode(&a)
	}
	var out []denialArticle
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		a := denialArticle{own: own}
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, a)
	}
	return out, lines.Err()
}

func (a *denialArticle) sentences(index int) []deniedSentence {
	paragraphs := a.Paragraphs
	if paragraphs == nil {
		paragraphs = strings.Split(a.Text, "\n\n")
	}
	var blocks []body.Block
	for _, p := range paragraphs {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			blocks = append(blocks, body.Block{Text: p})
		}
	}
	d := text.Parse(blocks, "en")
	s := people.Find(d, card.Article{Headline: a.Headline})
	hash := fnv.New32a()
	hash.Write([]byte(a.ID))
	var out []deniedSentence
	for _, e := range denial.Examples(d, s, quote.Find(d, s), a.Headline) {
		x := deniedSentence{Example: e, text: d.Cut(e.Range), fold: int(hash.Sum32() % folds), article: index}
		for g := range a.Denials {
			if alike(x.text, a.Denials[g].Sentence) {
				x.met = append(x.met, g)
			}
		}
		clear := false
		for _, g := range x.met {
			clear = clear || a.Denials[g].Clear
		}
		x.arguable = len(x.met) > 0 && !clear
		for _, c := range e.Candidates {
			right, claims := false, make([]bool, len(c.Claims))
			for _, g := range x.met {
				gold := &a.Denials[g]
				if c.Denier == nil && gold.Denier != "" || c.Denier != nil && !sameName(c.Denier.Name, gold.Denier, gold.Mention) {
					continue
				}
				right = true
				for k := range c.Claims {
					claims[k] = claims[k] || gold.Claim != nil && wordF1(c.Claims[k].Text, *gold.Claim) >= 0.5
				}
			}
			x.right, x.claims = append(x.right, right), append(x.claims, claims)
		}
		out = append(out, x)
	}
	return out
}

// fitBoth fits the weights of denials and of claims on all folds but one.
func fitBoth(all []deniedSentence, without int, ridge float64) [2]map[string]float64 {
	var denials, claims []weighing
	for i := range all {
		s := &all[i]
		if s.fold == without {
			continue
		}
		for k, c := range s.Candidates {
			if !s.arguable {
				denials = append(denials, weighing{c.Features, s.right[k], 1 / math.Sqrt(float64(len(s.Candidates))), s.fold})
			}
			if s.right[k] {
				for j, claim := range c.Claims {
					claims = append(claims, weighing{claim.Features, s.claims[k][j], 1 / float64(len(s.Candidates)), s.fold})
				}
			}
		}
	}
	return [2]map[string]float64{fitBinary(denials, ridge), fitBinary(claims, ridge)}
}

// fitBinary maximizes the probability of right and wrong, less ridge times the squared
// weights. A feature of fewer than three examples weighs nothing.
func fitBinary(data []weighing, ridge float64) map[string]float64 {
	count := map[string]int{}
	for _, x := range data {
		for _, name := range x.features {
			count[name]++
		}
	}
	var names []string
	for name, n := range count {
		if n >= 3 {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	id := map[string]int{}
	for i, name := range names {
		id[name] = i
	}
	rows := make([][]int, len(data))
	total := 0.0
	for i, x := range data {
		for _, name := range x.features {
			if k, known := id[name]; known {
				rows[i] = append(rows[i], k)
			}
		}
		total += x.weight
	}
	n := len(names)
	w, m, v, g := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	const steps, b1, b2 = 300, 0.9, 0.99
	for step := 1; step <= steps; step++ {
		for i := range g {
			g[i] = -2 * ridge * w[i]
		}
		for i, row := range rows {
			sum := 0.0
			for _, k := range row {
				sum += w[k]
			}
			pull := -1 / (1 + math.Exp(-sum))
			if data[i].right {
				pull++
			}
			pull *= data[i].weight / total
			for _, k := range row {
				g[k] += pull
			}
		}
		rate := 0.1
		if step > steps/2 {
			rate = 0.1 * float64(steps-step+1) / float64(steps/2)
		}
		for i := range w {
			m[i] = b1*m[i] + (1-b1)*g[i]
			v[i] = b2*v[i] + (1-b2)*g[i]*g[i]
			w[i] += rate * (m[i] / (1 - math.Pow(b1, float64(step)))) / (math.Sqrt(v[i]/(1-math.Pow(b2, float64(step)))) + 1e-8)
		}
	}
	out := map[string]float64{}
	for i, name := range names {
		out[name] = w[i]
	}
	return out
}

func likely(m map[string]float64, features []string) float64 {
	sum := 0.0
	for _, name := range features {
		sum += m[name]
	}
	return 1 / (1 + math.Exp(-sum))
}

func formatDenials(m [2]map[string]float64) []byte {
	var lines []string
	for _, weights := range m {
		for name, w := range weights {
			if n := int(math.Round(1000 * w)); n > 20 || n < -20 {
				lines = append(lines, fmt.Sprintf("%s: %d", name, n))
			}
		}
	}
	sort.Strings(lines)
	return []byte("# Written by go run ./wasm/fit -denials -write: a feature and its weight in thousandths.\n" + strings.Join(lines, "\n") + "\n")
}

// A shownDenial is the likeliest candidate of a sentence, by weights that have not seen it.
type shownDenial struct {
	*deniedSentence
	candidate          int
	share, claimShare  float64
	claim              string
	claimRight, denier bool
}

func printDenials(w io.Writer, articles []denialArticle, all []deniedSentence, models [][2]map[string]float64, errors bool) {
	var shown []shownDenial
	for i := range all {
		s := &all[i]
		if articles[s.article].own {
			continue
		}
		m := models[s.fold]
		best := shownDenial{deniedSentence: s, candidate: -1}
		for k, c := range s.Candidates {
			if p := likely(m[0], c.Features); p > best.share {
				best.candidate, best.share = k, p
			}
		}
		for j, c := range s.Candidates[best.candidate].Claims {
			if p := likely(m[1], c.Features); p > best.claimShare {
				best.claimShare, best.claim, best.claimRight = p, c.Text, s.claims[best.candidate][j]
			}
		}
		best.denier = s.right[best.candidate]
		shown = append(shown, best)
	}
	clear, plainly := 0, 0
	for _, a := range articles {
		for _, g := range a.Denials {
			if !a.own && g.Clear {
				clear++
				if g.Kind == "deny" || g.Kind == "reject" {
					plainly++
				}
			}
		}
	}
	fmt.Fprintf(w, "%d clear denials, %d of kind deny or reject\n", clear, plainly)
	fmt.Fprintln(w, "at least  shown  precision  recall  deny+reject  denier    claims shown at .3 .4 .5 .6 .7: right of all, right of shown")
	for _, least := range []float64{0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8} {
		n, right, denier, claims := 0, 0, 0, 0
		found := map[[2]int]bool{}
		for _, x := range shown {
			if x.share < least || x.arguable {
				continue
			}
			n++
			if len(x.met) == 0 {
				continue
			}
			right++
			if x.denier {
				denier++
			}
			for _, g := range x.met {
				if articles[x.article].Denials[g].Clear {
					found[[2]int{x.article, g}] = true
				}
			}
		}
		plain := 0
		for key := range found {
			if g := articles[key[0]].Denials[key[1]]; g.Kind == "deny" || g.Kind == "reject" {
				plain++
			}
		}
		fmt.Fprintf(w, "%.2f  %9d  %9.3f  %6.3f  %11.3f  %6.3f   ", least, n, float64(right)/float64(n), float64(len(found))/float64(clear), float64(plain)/float64(plainly), float64(denier)/float64(right))
		for _, leastClaim := range []float64{0.3, 0.4, 0.5, 0.6, 0.7} {
			claimRight, claimShown := 0, 0
			claims = 0
			for _, x := range shown {
				if x.share < least || x.arguable || len(x.met) == 0 {
					continue
				}
				has := false
				for _, g := range x.met {
					has = has || articles[x.article].Denials[g].Clear && articles[x.article].Denials[g].Claim != nil
				}
				if has {
					claims++
				}
				if x.claimShare >= leastClaim {
					claimShown++
					if x.claimRight {
						claimRight++
					}
				}
			}
			fmt.Fprintf(w, " %.2f/%.2f", float64(claimRight)/float64(claims), float64(claimRight)/float64(claimShown))
		}
		fmt.Fprintln(w)
	}
	there, wanted := 0, 0
	for _, x := range shown {
		for _, g := range x.met {
			if gold := articles[x.article].Denials[g]; x.share >= 0.65 && gold.Clear && gold.Claim != nil {
				wanted++
				any := false
				for _, right := range x.claims[x.candidate] {
					any = any || right
				}
				if any {
					there++
				}
				if errors && !(x.claimShare >= 0.5 && x.claimRight) {
					fmt.Fprintf(w, "\nclaim %v %.2f %q\n  want %q\n  in %s\n", any, x.claimShare, x.claim, *gold.Claim, x.text)
				}
			}
		}
	}
	fmt.Fprintf(w, "the claim is among the options for %d of %d\n", there, wanted)
	fmt.Fprintln(w, "\nconfidence   right  of")
	for low := 0.0; low < 1; low += 0.1 {
		n, right := 0, 0
		for _, x := range shown {
			if x.share >= low && x.share < low+0.1 && !x.arguable {
				n++
				if x.denier {
					right++
				}
			}
		}
		fmt.Fprintf(w, "%.1f to %.1f  %6d  %d\n", low, low+0.1, right, n)
	}
	if errors {
		sort.SliceStable(shown, func(i, k int) bool { return shown[i].share > shown[k].share })
		for _, x := range shown {
			c := x.Candidates[x.candidate]
			if x.share > 0.4 && !x.arguable && !x.denier {
				fmt.Fprintf(w, "\nwrong %.2f %v %s by %v: %s\n", x.share, c.Fits, c.Kind, c.Denier, x.text)
			}
			if x.share < 0.6 && !x.arguable && len(x.met) > 0 {
				fmt.Fprintf(w, "\nmissed %.2f %v %s by %v: %s\n", x.share, c.Fits, c.Kind, c.Denier, x.text)
			}
		}
	}
}
