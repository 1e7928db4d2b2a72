package main

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"keypoints/wasm/internal/text"
)

// A label says that a sentence of an article that has no gold of denials is one, or may be. The
// file names every article that was read, alone in its line: what has no label there denies
// nothing. It holds nothing of a sentence but a hash, as its words belong to its publisher:
//
//	article-id <tab> hash of the sentence <tab> yes or arguable <tab> denier <tab> claim
//
// The claim is its first and last byte in a sentence, "1f6c20aa:16-29", "none" where the article
// states none, or empty where nobody looked.
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
		if out[cells[0]] == nil {
			out[cells[0]] = map[uint32]label{}
		}
		if len(cells) == 1 {
			continue
		}
		if len(cells) != 5 {
			return nil, fmt.Errorf("%s:%d: %d cells of 5", file, n+1, len(cells))
		}
		hash, err := strconv.ParseUint(cells[1], 16, 32)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
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

// apply makes the labels of an article its gold.
func (a *denialArticle) apply(labels map[uint32]label, d *text.Document) {
	sentences := map[uint32]string{}
	for _, s := range d.Sentences {
		sentences[hashOf(d.Cut(s.Range))] = d.Cut(s.Range)
	}
	done := map[uint32]bool{}
	for _, s := range d.Sentences {
		sentence := d.Cut(s.Range)
		hash := hashOf(sentence)
		l, labelled := labels[hash]
		if !labelled || done[hash] {
			continue
		}
		done[hash] = true
		g := goldDenial{Sentence: sentence, Denier: l.denier, Kind: "label", Clear: l.verdict == "yes", claimless: l.claim == ""}
		var in uint32
		var first, last int
		if n, _ := fmt.Sscanf(l.claim, "%x:%d-%d", &in, &first, &last); n == 3 {
			if said := sentences[in]; first < last && last <= len(said) {
				claim := said[first:last]
				g.Claim = &claim
			}
		}
		a.Denials = append(a.Denials, g)
	}
}
