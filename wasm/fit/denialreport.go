package main

import (
	"fmt"
	"io"
	"math"
	"sort"
)

// leastDenial and leastClaim are the engine's own thresholds.
const leastDenial, leastClaim = 0.5, 0.4

// A shownDenial is the likeliest candidate of a sentence, by weights that have not seen it.
type shownDenial struct {
	*deniedSentence
	candidate          int
	share, claimShare  float64
	claim              string
	claimRight, denier bool
}

// weighDenials chooses in every sentence of the articles of a kind.
func weighDenials(articles []denialArticle, all []deniedSentence, models [][2][]float64, of part) []shownDenial {
	var shown []shownDenial
	for i := range all {
		s := &all[i]
		if articles[s.article].part != of {
			continue
		}
		m := models[s.fold]
		if of == unread {
			m = models[folds]
		}
		best := shownDenial{deniedSentence: s, candidate: -1}
		for k, c := range s.Candidates {
			if p := likely(m[0], c.Features); p > best.share && !c.Nameless {
				best.candidate, best.share = k, p
			}
		}
		if best.candidate < 0 {
			best.candidate, best.share = 0, 0
		}
		for j, c := range s.Candidates[best.candidate].Claims {
			if p := likely(m[1], c.Features); p > best.claimShare {
				best.claimShare, best.claim, best.claimRight = p, c.Text, s.claims[best.candidate][j]
			}
		}
		best.denier = s.right[best.candidate]
		shown = append(shown, best)
	}
	return shown
}

// printDenials prints a line a threshold: precision, recall, deniers and claims.
func printDenials(w io.Writer, articles []denialArticle, shown []shownDenial, of part, thresholds ...float64) {
	clear, plainly, n := 0, 0, 0
	for _, a := range articles {
		if a.part != of {
			continue
		}
		n++
		for _, g := range a.Denials {
			if g.Clear {
				clear++
				if g.Kind == "deny" || g.Kind == "reject" {
					plainly++
				}
			}
		}
	}
	if n == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s: %d articles, %d clear denials, %d of kind deny or reject\n", of, n, clear, plainly)
	fmt.Fprintln(w, "at least  shown  precision  recall  deny+reject  denier    claims shown at .3 .4 .5 .55 .6 .7: right of all, right of shown")
	for _, least := range thresholds {
		n, right, denier := 0, 0, 0
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
		fmt.Fprintf(w, "%.2f  %9d  %9.3f  %6.3f  %11.3f  %6.3f   ", least, n, ratio(right, n), ratio(len(found), clear), ratio(plain, plainly), ratio(denier, right))
		for _, leastClaim := range []float64{0.3, 0.4, 0.5, 0.55, 0.6, 0.7} {
			claims, claimRight, claimShown := 0, 0, 0
			for _, x := range shown {
				if x.share < least || x.arguable || len(x.met) == 0 || x.claimless {
					continue
				}
				if x.states(articles) {
					claims++
				}
				if x.claimShare >= leastClaim {
					claimShown++
					if x.claimRight {
						claimRight++
					}
				}
			}
			fmt.Fprintf(w, " %.2f/%.2f", ratio(claimRight, claims), ratio(claimRight, claimShown))
		}
		fmt.Fprintln(w)
	}
}

// printLoss gives the mean surprise at what a sentence and its claims are, in thousandths: finer
// than the figures at a threshold.
func printLoss(w io.Writer, shown []shownDenial, models [][2][]float64, of part) {
	sum, n, claimSum, claims := 0.0, 0.0, 0.0, 0.0
	for _, x := range shown {
		m := models[x.fold]
		if of == unread {
			m = models[folds]
		}
		if !x.arguable {
			sum, n = sum+surprise(x.share, x.denier), n+1
		}
		if c := x.candidate; x.right[c] && !x.claimless && !x.arguable {
			for k, claim := range x.Candidates[c].Claims {
				claimSum, claims = claimSum+surprise(likely(m[1], claim.Features), x.claims[c][k]), claims+1
			}
		}
	}
	fmt.Fprintf(w, "loss %.1f %.1f\n", 1000*sum/max(n, 1), 1000*claimSum/max(claims, 1))
}

func surprise(p float64, right bool) float64 {
	if !right {
		p = 1 - p
	}
	return -math.Log(max(p, 1e-3))
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// states tells that the article states the claim of a sentence's clear denial.
func (s *deniedSentence) states(articles []denialArticle) bool {
	for _, g := range s.met {
		if d := articles[s.article].Denials[g]; d.Clear && d.Claim != nil {
			return true
		}
	}
	return false
}

// printReach says how often the claim is among the options.
func printReach(w io.Writer, articles []denialArticle, shown []shownDenial) {
	there, wanted := 0, 0
	for _, x := range shown {
		if x.share < leastDenial || x.claimless || !x.states(articles) {
			continue
		}
		wanted++
		for _, right := range x.claims[x.candidate] {
			if right {
				there++
				break
			}
		}
	}
	fmt.Fprintf(w, "the claim is among the options for %d of %d\n", there, wanted)
}

func printConfidence(w io.Writer, shown []shownDenial) {
	fmt.Fprintln(w, "confidence   right  of")
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
}

// printDenialErrors lists what is shown and none, what is missed, and the claims that are wrong,
// the surest first.
func printDenialErrors(w io.Writer, articles []denialArticle, shown []shownDenial) {
	sort.SliceStable(shown, func(i, k int) bool { return shown[i].share > shown[k].share })
	for _, x := range shown {
		c, id := x.Candidates[x.candidate], articles[x.article].ID
		switch {
		case x.arguable:
		case x.share >= leastDenial && !x.denier:
			fmt.Fprintf(w, "\nwrong %.2f %s by %v in %s: %s\n", x.share, c.Kind, c.Denier, id, x.text)
		case x.share < leastDenial && len(x.met) > 0:
			fmt.Fprintf(w, "\nmissed %.2f %s by %v in %s: %s\n", x.share, c.Kind, c.Denier, id, x.text)
		case x.share >= leastDenial && x.states(articles) && !(x.claimShare >= leastClaim && x.claimRight):
			there, want := false, ""
			for _, right := range x.claims[x.candidate] {
				there = there || right
			}
			for _, g := range x.met {
				if claim := articles[x.article].Denials[g].Claim; claim != nil {
					want = *claim
				}
			}
			fmt.Fprintf(w, "\nclaim %.2f %q, want %q (among them: %v) in %s: %s\n", x.claimShare, x.claim, want, there, id, x.text)
		}
	}
}
