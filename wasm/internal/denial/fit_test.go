package denial

import (
	"bufio"
	"encoding/json"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// goldArticle is an article with its denials, as in the gold of the evaluation and in
// that of keypoints.
type goldArticle struct {
	Headline   string
	Paragraphs []string
	Denials    []struct {
		Sentence string
		Claim    *string
		Clear    bool
	}

	doc     *text.Document
	sources *people.Sources
	quotes  []quote.Quotation
}

func readGold(t *testing.T, folder string) (out []*goldArticle) {
	read := func(content []byte) {
		a := &goldArticle{}
		if err := json.Unmarshal(content, a); err != nil {
			t.Fatal(err)
		}
		var blocks []body.Block
		for _, p := range a.Paragraphs {
			blocks = append(blocks, body.Block{Text: p})
		}
		a.doc = text.Parse(blocks, "en")
		a.sources = people.Find(a.doc, card.Article{Headline: a.Headline})
		a.quotes = quote.Find(a.doc, a.sources)
		out = append(out, a)
	}
	in, err := os.Open(filepath.Join(folder, "denials", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		read(lines.Bytes())
	}
	files, _ := filepath.Glob("../../keypoints/testdata/gold/*.json")
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read(content)
	}
	return out
}

// claims counts the claims right of the clear denials found, in the articles that keep says.
func claims(gold []*goldArticle, w weights, keep func(int) bool) (right, all int) {
	for i, a := range gold {
		if !keep(i) {
			continue
		}
		found := findBy(a.doc, a.sources, a.quotes, a.Headline, w)
		for _, want := range a.Denials {
			if !want.Clear || want.Claim == nil {
				continue
			}
			for _, p := range found.Denials {
				if sentence := a.doc.Cut(p.Range); sentence == "" || !strings.Contains(sentence, want.Sentence) && !strings.Contains(want.Sentence, sentence) {
					continue
				}
				all++
				if p.Claim != nil && sharedWords(a.doc.Cut(*p.Claim), *want.Claim) >= 0.5 {
					right++
				}
				break
			}
		}
	}
	return right, all
}

// sharedWords is the F1 of the words of two texts.
func sharedWords(a, b string) float64 {
	fields := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f && r < 0x2000) })
	}
	x, y, pool, n := fields(a), fields(b), map[string]int{}, 0
	for _, w := range y {
		pool[w]++
	}
	for _, w := range x {
		if pool[w] > 0 {
			pool[w]--
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(x)+len(y)))
}

// TestFitAntecedents fits the weights on the gold articles and on those written for the
// project: run it with KEYPOINTS_EVAL naming the folder of the gold, KEYPOINTS_FIT=1
// and -v. It fits on half of the articles and shows what they give on the other half.
func TestFitAntecedents(t *testing.T) {
	folder := os.Getenv("KEYPOINTS_EVAL")
	if folder == "" || os.Getenv("KEYPOINTS_FIT") == "" {
		t.Skip("KEYPOINTS_EVAL and KEYPOINTS_FIT do not ask for a fit")
	}
	gold := readGold(t, folder)
	every := func(int) bool { return true }
	right, n := claims(gold, fitted, every)
	t.Logf("now: %d of %d right", right, n)
	for half := range 2 {
		in := func(i int) bool { return i%2 == half }
		out := func(i int) bool { return i%2 != half }
		w := climb(gold, fitted, in, 400)
		a, na := claims(gold, w, in)
		b, nb := claims(gold, w, out)
		b0, _ := claims(gold, fitted, out)
		t.Logf("fitted on half %d: %d of %d in the fit, %d of %d left out (now %d): %+v", half, a, na, b, nb, b0, w)
	}
	w := climb(gold, fitted, every, 400)
	right, n = claims(gold, w, every)
	t.Logf("fitted on all: %d of %d: %+v", right, n, w)
}

// climb changes one weight or two at a time and keeps what gains.
func climb(gold []*goldArticle, w weights, keep func(int) bool, steps int) weights {
	rnd := rand.New(rand.NewSource(1))
	best, _ := claims(gold, w, keep)
	for range steps {
		next := w
		fields := []*float64{&next.sentence, &next.pointed, &next.raises, &next.accuses, &next.family, &next.denier, &next.shared}
		for range 1 + rnd.Intn(2) {
			i := rnd.Intn(len(fields))
			if i < 2 {
				*fields[i] *= []float64{0.6, 0.8, 1.25, 1.6}[rnd.Intn(4)]
			} else {
				*fields[i] += []float64{-0.4, -0.2, 0.2, 0.4}[rnd.Intn(4)]
			}
		}
		if got, _ := claims(gold, next, keep); got > best {
			best, w = got, next
		}
	}
	return w
}
