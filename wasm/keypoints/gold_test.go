package keypoints

import (
	"encoding/json"
	"fmt"
	"html"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A goldArticle is an article written for the project, with what a careful editor
// reads in it: who says each quotation of four words and more, and who denies what.
// Where a file of its name with .html is beside it, that is its page, with all that
// sites put around an article.
type goldArticle struct {
	Headline   string
	Paragraphs []string
	Clutter    []string                         // texts of the page that are not the article's
	Quotes     []struct{ Text, Speaker string } // Speaker is empty where nobody can tell
	Denials    []struct {
		Sentence, Denier string
		Claim            *string // nil where the article never states it
		Clear            bool    // any editor would list it
	}
}

// sameText is the share of the shorter text's words that makes two texts one.
const sameText = 0.5

// tally counts what is right and wrong.
type tally struct {
	quotes, right, wrong, denials, found, invented, deniers, claims, wrongClaims, lost, clutter int
	sure                                                                                        []given
}

// given is a speaker that a card names: how sure it is, and whether it is right.
type given struct {
	confidence float64
	right      bool
}

// tallyFile has a line an article: what the engine reaches on these articles. They were
// written before the engine saw them, and then worked on: a line that loses here has a
// reason, or a fault.
const tallyFile = "testdata/gold.txt"

func TestGoldenTallyOfArticlesWrittenForTheProject(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "gold", "*.json"))
	if err != nil || len(files) < 110 {
		t.Fatalf("%d articles: %v", len(files), err)
	}
	var all tally
	var lines strings.Builder
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var gold goldArticle
		if err := json.Unmarshal(content, &gold); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		page := Page{HTML: []byte(gold.page()), ContentType: "text/html; charset=utf-8"}
		if content, err := os.ReadFile(strings.TrimSuffix(file, ".json") + ".html"); err == nil {
			page = Page{HTML: content, ContentType: "text/html"}
		}
		c, err := Summarize(page, everything)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		var one tally
		one.body(t, name, gold, c)
		one.speakers(t, name, gold, c)
		one.denied(t, name, gold, c)
		fmt.Fprintf(&lines, "%s: %s\n", name, one)
		all.add(one)
	}
	all.calibration(t)
	if all.lost > 0 {
		t.Errorf("%d paragraphs are not in the bodies", all.lost)
	}
	got := "all: " + all.String() + "\n" + lines.String()
	if *update {
		if err := os.WriteFile(tallyFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(tallyFile)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	t.Errorf("%s is not right any more; -v tells what is wrong, -update writes it anew", tallyFile)
	before := strings.SplitAfter(string(want), "\n")
	for _, line := range strings.SplitAfter(got, "\n") {
		if !slices.Contains(before, line) {
			t.Errorf("now %s", line)
		}
	}
}

// String is a line of counts; what is zero is left out, but how many there are.
func (c tally) String() string {
	line := fmt.Sprintf("%d quotations", c.quotes)
	for _, count := range []struct {
		n    int
		what string
	}{{c.right, ", %d right"}, {c.wrong, ", %d wrong"}, {c.denials, "; %d denials"}, {c.found, ", %d found"}, {c.deniers, ", %d deniers right"},
		{c.claims, ", %d claims right"}, {c.wrongClaims, ", %d claims wrong"}, {c.invented, "; %d denials invented"}, {c.clutter, "; %d texts of others"}} {
		if count.n > 0 {
			line += fmt.Sprintf(count.what, count.n)
		}
	}
	return line
}

// add counts another article's.
func (c *tally) add(o tally) {
	for _, sum := range []struct {
		n *int
		o int
	}{{&c.quotes, o.quotes}, {&c.right, o.right}, {&c.wrong, o.wrong}, {&c.denials, o.denials}, {&c.found, o.found}, {&c.invented, o.invented},
		{&c.deniers, o.deniers}, {&c.claims, o.claims}, {&c.wrongClaims, o.wrongClaims}, {&c.lost, o.lost}, {&c.clutter, o.clutter}} {
		*sum.n += sum.o
	}
	c.sure = append(c.sure, o.sure...)
}

// mostOff is how many points the confidence of speakers may be off, beyond the standard
// error of the count, in a bin of fewestInBin quotations or more; the weights were not
// fitted on these articles.
const mostOff, fewestInBin = 4, 50

func (all *tally) calibration(t *testing.T) {
	bins := []float64{0, 0.8, 0.9, 0.96, 1.01}
	for i := 1; i < len(bins); i++ {
		n, right, sum := 0, 0.0, 0.0
		for _, s := range all.sure {
			if s.confidence < bins[i-1] || s.confidence >= bins[i] {
				continue
			}
			n++
			sum += s.confidence
			if s.right {
				right++
			}
		}
		if n == 0 {
			continue
		}
		off := 100 * (sum - right) / float64(n)
		mean := sum / float64(n)
		chance := 100 * math.Sqrt(mean*(1-mean)/float64(n))
		t.Logf("confidence %.2f to %.2f: %d speakers, %.1f of 100 right, %+.1f points too sure", bins[i-1], min(bins[i], 1), n, 100*right/float64(n), off)
		if n >= fewestInBin && math.Abs(off) > mostOff+chance {
			t.Errorf("%d speakers of confidence %.2f to %.2f: the confidence is off by %.1f points", n, bins[i-1], min(bins[i], 1), off)
		}
	}
}

// page is the article as a publisher's template would print it.
func (g goldArticle) page() string {
	var b strings.Builder
	title := html.EscapeString(g.Headline)
	b.WriteString("<!doctype html><html lang=en><title>" + title + "</title><article><h1>" + title + "</h1>")
	for _, p := range g.Paragraphs {
		b.WriteString("<p>" + html.EscapeString(p) + "</p>")
	}
	return b.String()
}

func (all *tally) body(t *testing.T, name string, gold goldArticle, c *Card) {
	text := strings.Join(wordsOf(c.Body), " ")
	for _, p := range gold.Paragraphs {
		if !strings.Contains(text, strings.Join(wordsOf(p), " ")) {
			all.lost++
			t.Logf("%s: the body has not “%s”", name, p)
		}
	}
	for _, line := range gold.Clutter {
		if words := wordsOf(line); len(words) > 3 && strings.Contains(text, strings.Join(words, " ")) {
			all.clutter++
		}
	}
}

func (all *tally) speakers(t *testing.T, name string, gold goldArticle, c *Card) {
	taken := map[int]bool{}
	for _, want := range gold.Quotes {
		all.quotes++
		words := strings.Join(wordsOf(want.Text), " ")
		found := -1
		for i, q := range c.AllQuotes {
			got := strings.Join(wordsOf(q.Text), " ")
			if strings.Contains(got, words) || strings.Contains(words, got) && strings.Count(got, " ") > 1 {
				if found = i; !taken[i] {
					break
				}
			}
		}
		if found < 0 {
			continue
		}
		taken[found] = true
		speaker := ""
		if s := c.AllQuotes[found].Speaker; s != nil {
			speaker = s.Name
		}
		if speaker != "" {
			all.sure = append(all.sure, given{c.AllQuotes[found].Confidence, samePerson(speaker, want.Speaker)})
		}
		switch {
		case samePerson(speaker, want.Speaker):
			all.right++
		case speaker != "":
			all.wrong++
			t.Logf("%s: %s, not %s: “%s”", name, want.Speaker, speaker, want.Text)
		}
	}
}

func (all *tally) denied(t *testing.T, name string, gold goldArticle, c *Card) {
	met := make([]bool, len(c.Denials))
	for _, want := range gold.Denials {
		var best *Denial
		for i := range c.Denials {
			if d := &c.Denials[i]; oneText(d.Text, want.Sentence) {
				met[i] = true
				if best == nil || d.Denier != nil && samePerson(d.Denier.Name, want.Denier) {
					best = d
				}
			}
		}
		if !want.Clear {
			continue
		}
		all.denials++
		if best == nil {
			continue
		}
		all.found++
		if best.Denier != nil && samePerson(best.Denier.Name, want.Denier) {
			all.deniers++
		}
		switch {
		case best.Claim == nil:
		case want.Claim != nil && overlap(best.Claim.Text, *want.Claim) >= sameText:
			all.claims++
		default:
			all.wrongClaims++
		}
	}
	for i, d := range c.Denials {
		if !met[i] {
			all.invented++
			t.Logf("%s: nobody denies with “%s”", name, d.Text)
		}
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.NewReplacer("’s", "", "'s", "").Replace(s)), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 && r != '“' && r != '”' && r != '‘' && r != '’' && r != '—' && r != '–' && r != '…')
	})
}

// samePerson tells that two names have a last word in common and no other given name, or one's
// words are all in the other's.
func samePerson(a, b string) bool {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) == len(y)
	}
	if x[len(x)-1] == y[len(y)-1] {
		return len(x) == 1 || len(y) == 1 || x[0] == y[0] || slices.Contains(x, y[0]) || slices.Contains(y, x[0])
	}
	within := func(a, b []string) bool {
		return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
	}
	return within(x, y) || within(y, x)
}

// common counts the words that two texts share, each once.
func common(a, b string) (shared, first, second int) {
	x, y := wordsOf(a), wordsOf(b)
	pool := map[string]int{}
	for _, w := range y {
		pool[w]++
	}
	for _, w := range x {
		if pool[w] > 0 {
			pool[w]--
			shared++
		}
	}
	return shared, len(x), len(y)
}

func oneText(a, b string) bool {
	shared, x, y := common(a, b)
	return float64(shared) >= max(float64(min(3, x, y)), sameText*float64(min(x, y)))
}

// overlap is the F1 of the words of two texts.
func overlap(a, b string) float64 {
	shared, x, y := common(a, b)
	return 2 * float64(shared) / float64(max(1, x+y))
}
