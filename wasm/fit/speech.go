package main

import (
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strings"

	"keypoints/wasm/internal/quote"
)

// sentenceWeight is how much such a sentence counts, against one of an article.
const sentenceWeight = 3

const speechFile = "wasm/fit/testdata/speech.txt"

// readSpeech reads sentences of the kinds that the gold has few of, a line each: “+” before
// somebody's words, “-” before a title, a term or a slogan.
func readSpeech(file string) ([]heard, error) {
	lines, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []heard
	for _, line := range strings.Split(string(lines), "\n") {
		sign, sentence, _ := strings.Cut(line, " ")
		if sign != "+" && sign != "-" {
			continue
		}
		a := article{Paragraphs: strings.Split(sentence, " ¶ ")}
		hash := fnv.New32a()
		hash.Write([]byte(sentence))
		if list := quote.Stretches(a.parse()); len(list) > 0 {
			out = append(out, heard{weighing[int]{list[len(list)-1].Features, sign == "+", sentenceWeight}, int(hash.Sum32() % folds), true})
		}
	}
	return out, nil
}

// speechRidge is how much large weights cost, leastSpeech the share from which a stretch is
// speech: the best of 0.4, 0.5, 0.6 on unseen folds.
const speechRidge, leastSpeech = 3e-4, 0.6

// fitSpeech fits the weights that tell speech from titles, terms and slogans on all folds
// but one, or on all where without is -1.
func fitSpeech(all []heard, without int) []float64 {
	var data []weighing[int]
	for _, h := range all {
		if h.fold != without {
			data = append(data, h.weighing)
		}
	}
	return fitBinary(len(quote.SpeechFeatures()), data, speechRidge)
}

// printSpeech says how well the weights tell speech on unseen folds: of articles, and of
// the sentences of other kinds.
func printSpeech(w io.Writer, all []heard) {
	type sums struct{ all, speech, found, right int }
	var by [2]sums
	for fold := range folds {
		weights := fitSpeech(all, fold)
		for _, h := range all {
			if h.fold != fold {
				continue
			}
			n := &by[0]
			if h.sentence {
				n = &by[1]
			}
			n.all++
			if h.right {
				n.speech++
			}
			if likely(weights, h.features) < leastSpeech {
				continue
			}
			n.found++
			if h.right {
				n.right++
			}
		}
	}
	for i, n := range by {
		fmt.Fprintf(w, "speech in %s: %d of %d stretches; of 100 taken for it %.1f are, of 100 that are %.1f are taken for it\n", []string{"articles", "sentences"}[i], n.speech, n.all, share(n.right, n.found), share(n.right, n.speech))
	}
}
