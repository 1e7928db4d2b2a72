package people

import (
	"bufio"
	"encoding/json"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// goldPronoun is a pronoun beside a quotation and the names it may mean.
type goldPronoun struct {
	document int
	token    int
	names    []string
}

func readGold(t *testing.T, folder string) (docs []*text.Document, gold []goldPronoun) {
	in, err := os.Open(filepath.Join(folder, "quotes", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a struct {
			Paragraphs []string
			Text       string
			Quotes     []struct {
				Source *struct {
					Start, End int
					Type       string
					Names      []string
				}
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		var blocks []body.Block
		for _, p := range a.Paragraphs {
			blocks = append(blocks, body.Block{Text: p})
		}
		d := text.Parse(blocks, "en")
		seen := map[int]bool{}
		runes := []rune(a.Text)
		for _, q := range a.Quotes {
			if q.Source == nil || q.Source.Type != "pronoun" || len(q.Source.Names) == 0 || seen[q.Source.Start] {
				continue
			}
			seen[q.Source.Start] = true
			at := len(string(runes[:q.Source.Start]))
			for k, tok := range d.Tokens {
				if tok.Start == at && (tok.Is(lang.HePronoun) || tok.Is(lang.ShePronoun)) && tok.Quote < 0 {
					gold = append(gold, goldPronoun{len(docs), k, q.Source.Names})
				}
			}
		}
		docs = append(docs, d)
	}
	return docs, gold
}

func (g goldPronoun) right(s *Sources) bool {
	r, ok := s.settled[g.token]
	if !ok {
		return false
	}
	e := s.Entities[r.entity]
	got := strings.Fields(strings.ToLower(e.Name))
	for _, n := range g.names {
		want := strings.Fields(strings.ToLower(n))
		if got[len(got)-1] == want[len(want)-1] || len(want) == 1 && got[0] == want[0] {
			return true
		}
	}
	return false
}

// score counts the pronouns settled right in the documents that keep says.
func score(docs []*text.Document, gold []goldPronoun, w Weights, keep func(int) bool) (right, all int) {
	k := 0
	for i, d := range docs {
		first := k
		for k < len(gold) && gold[k].document == i {
			k++
		}
		if first == k || !keep(i) {
			continue
		}
		s := find(d, w)
		for _, g := range gold[first:k] {
			all++
			if g.right(s) {
				right++
			}
		}
	}
	return right, all
}

// TestFitPronouns fits the weights on the gold articles: run it with
// KEYPOINTS_EVAL naming the folder of the gold, KEYPOINTS_FIT=1 and -v. It fits
// on half of the articles and shows what they give on the other half, both ways.
func TestFitPronouns(t *testing.T) {
	folder := os.Getenv("KEYPOINTS_EVAL")
	if folder == "" || os.Getenv("KEYPOINTS_FIT") == "" {
		t.Skip("KEYPOINTS_EVAL and KEYPOINTS_FIT do not ask for a fit")
	}
	docs, gold := readGold(t, folder)
	all := func(int) bool { return true }
	right, n := score(docs, gold, fitted, all)
	t.Logf("now: %d of %d right", right, n)
	for half := range 2 {
		in := func(i int) bool { return i%2 == half }
		out := func(i int) bool { return i%2 != half }
		w := climb(docs, gold, fitted, in, 250)
		a, na := score(docs, gold, w, in)
		b, nb := score(docs, gold, w, out)
		b0, _ := score(docs, gold, fitted, out)
		t.Logf("fitted on half %d: %d of %d in the fit, %d of %d left out (now %d): %+v", half, a, na, b, nb, b0, w)
	}
	w := climb(docs, gold, fitted, all, 250)
	right, n = score(docs, gold, w, all)
	t.Logf("fitted on all: %d of %d: %+v", right, n, w)
}

// climb changes one weight at a time and keeps what gains.
func climb(docs []*text.Document, gold []goldPronoun, w Weights, keep func(int) bool, steps int) Weights {
	rnd := rand.New(rand.NewSource(1))
	best, _ := score(docs, gold, w, keep)
	for range steps {
		next := w
		fields := []*float64{&next.Subject, &next.Object, &next.Possessive, &next.Quoted, &next.Speaker, &next.Pronoun, &next.His,
			&next.Sentence, &next.Paragraph, &next.Named, &next.Ungendered, &next.Unknown, &next.Center}
		for range 1 + rnd.Intn(2) {
			i := rnd.Intn(len(fields))
			*fields[i] *= []float64{0.6, 0.8, 1.25, 1.6}[rnd.Intn(4)]
			if i >= 7 && i <= 11 && *fields[i] > 1 {
				*fields[i] = 1
			}
		}
		if got, _ := score(docs, gold, next, keep); got > best {
			best, w = got, next
		}
	}
	return w
}
