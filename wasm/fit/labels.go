package main

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"strconv"
	"strings"
)

// A label says whether one sentence of an article that has no gold of denials is one. The file
// holds nothing of the sentence but a hash, as its words belong to its publisher:
//
//	article-id <tab> hash of the sentence <tab> yes, no or arguable <tab> denier <tab> claim
//
// The claim is its first and last byte in the article's paragraphs joined by line ends, "none"
// where the article states none, or empty where nobody looked.
type label struct {
	verdict, denier, claim string
}

func readLabels(file string) (map[string]map[uint32]label, error) {
	out := map[string]map[uint32]label{}
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return nil, fmt.Errorf("%s:%d: %d cells of 5", file, n+1, len(cells))
		}
		hash, err := strconv.ParseUint(cells[1], 16, 32)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
		}
		if out[cells[0]] == nil {
			out[cells[0]] = map[uint32]label{}
		}
		out[cells[0]][uint32(hash)] = label{cells[2], cells[3], cells[4]}
	}
	return out, nil
}

// hashOf is the hash of a sentence's words.
func hashOf(sentence string) uint32 {
	h := fnv.New32a()
	for _, w := range wordsOf(sentence) {
		h.Write([]byte(w + " "))
	}
	return h.Sum32()
}

// apply makes a label the gold of its sentence.
func (a *denialArticle) apply(l label, sentence string) {
	if l.verdict == "no" {
		return
	}
	g := goldDenial{Sentence: sentence, Denier: l.denier, Kind: "label", Clear: l.verdict == "yes"}
	var first, last int
	if n, _ := fmt.Sscanf(l.claim, "%d-%d", &first, &last); n == 2 {
		if body := strings.Join(a.Paragraphs, "\n"); first < last && last <= len(body) {
			claim := body[first:last]
			g.Claim = &claim
		}
	}
	a.Denials = append(a.Denials, g)
}
