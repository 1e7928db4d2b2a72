package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"strings"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

const denialWeights = "wasm/internal/denial/weights.txt"

// A denialArticle is an article with its denials, as the gold has it: paragraphs, or a text.
type denialArticle struct {
	ID, Headline, Text string
	Paragraphs         []string
	Denials            []goldDenial
	part               part
}

// A part says what an article is good for.
type part int

const (
	known    part = iota // articles that the rules were written on: fitted on and counted by folds
	labelled             // articles that no rule was written on, by labels or by gold: the same
	own                  // articles written for the project: the same
	cases                // of the tests: fitted on, never counted
	unread               // never fitted on
)

func (p part) String() string { return [...]string{"known", "labelled", "own", "cases", "unread"}[p] }

type goldDenial struct {
	Sentence, Denier, Kind string
	Mention                string `json:"denier_mention"`
	Claim                  *string
	Clear                  bool
	claimless              bool // nobody looked for its claim
}

// A deniedSentence is a sentence with its candidates and what the gold says of it.
type deniedSentence struct {
	denial.Example
	text      string
	met       []int // gold denials
	fold      int
	article   int
	right     []bool   // by candidate: a denial, by this denier
	claims    [][]bool // by candidate and claim
	closest   [][]bool // the same: as close to the gold's claim as any
	arguable  bool
	claimless bool // the label says nothing of the claim
}

// fitDenials fits the weights of denials and of their claims, says what they are worth on
// articles they have not seen, and writes them where asked to. The files of gold are fitted on;
// those behind "unread" never.
func fitDenials(files []string, labelFile string, write, errors bool) error {
	labels, err := readLabels(labelFile)
	if err != nil {
		return err
	}
	var articles []denialArticle
	fitted := true
	for _, file := range files {
		if file == "unread" {
			fitted = false
			continue
		}
		got, err := readDenials(file, labels)
		if err != nil {
			return err
		}
		for i := range got {
			if !fitted {
				got[i].part = unread
			}
		}
		articles = append(articles, got...)
	}
	var all []deniedSentence
	for i := range articles {
		all = append(all, articles[i].sentences(i, labels)...)
	}
	fmt.Fprintf(os.Stderr, "%d articles, %d sentences with a cue\n", len(articles), len(all))
	parts := [...]part{known, labelled, own, unread}
	models := make([][2][]float64, folds+1) // the last on all
	for k := range models {
		models[k] = fitBoth(articles, all, k, denialRidge)
	}
	for _, of := range parts {
		shown := weighDenials(articles, all, models, of)
		if len(shown) == 0 {
			continue
		}
		printDenials(os.Stdout, articles, shown, of, 0.4, leastDenial, 0.6, 0.7, 0.8, 0.9)
		printLoss(os.Stdout, shown, models, of)
		printReach(os.Stdout, articles, shown)
		printConfidence(os.Stdout, shown)
		if errors {
			printDenialErrors(os.Stdout, articles, shown)
		}
	}
	if !write {
		return nil
	}
	return os.WriteFile(denialWeights, formatDenials(models[folds]), 0o644)
}

// rightClaim is what a claim shares with the gold's at least, as the F1 of their words.
const rightClaim = 0.5

func (a *denialArticle) sentences(index int, labels map[string]map[uint32]label) []deniedSentence {
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
	if a.part == labelled {
		a.apply(labels[a.ID], d)
	}
	s := people.Find(d)
	hash := fnv.New32a()
	hash.Write([]byte(a.ID))
	var out []deniedSentence
	for _, e := range denial.Examples(d, s, quote.Find(d, s), a.Headline) {
		x := deniedSentence{Example: e, text: d.Cut(e.Range), fold: int(hash.Sum32() % folds), article: index}
		for g := range a.Denials {
			if x.text == a.Denials[g].Sentence || labels[a.ID] == nil && alike(x.text, a.Denials[g].Sentence) {
				x.met = append(x.met, g)
				x.claimless = x.claimless || a.Denials[g].claimless
			}
		}
		clear := false
		for _, g := range x.met {
			clear = clear || a.Denials[g].Clear
		}
		x.arguable = len(x.met) > 0 && !clear
		for _, c := range e.Candidates {
			right, claims, closest := false, make([]bool, len(c.Claims)), make([]bool, len(c.Claims))
			for _, g := range x.met {
				gold := &a.Denials[g]
				if c.Denier == nil && gold.Denier != "" || c.Denier != nil && !sameName(c.Denier.Name, gold.Denier, gold.Mention) {
					continue
				}
				right = true
				if gold.Claim == nil {
					continue
				}
				shares, best := make([]float64, len(c.Claims)), 0.5
				for k := range c.Claims {
					shares[k] = wordF1(c.Claims[k].Text, *gold.Claim)
					best = max(best, shares[k])
				}
				for k, share := range shares {
					claims[k] = claims[k] || share >= rightClaim
					closest[k] = closest[k] || share >= max(rightClaim, best-0.25)
				}
			}
			x.right, x.claims, x.closest = append(x.right, right), append(x.claims, claims), append(x.closest, closest)
		}
		out = append(out, x)
	}
	return out
}
