package keypoints

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// kind is a small page of one kind of trouble, with what a reader expects of its card.
type kind struct {
	ID, Why, URL, Page string
	ContentType        string `json:"content_type"`
	Expect             struct {
		Quotes    [][]*string       // speaker ("*" anybody, null nobody, "a|b" one of two), words
		NotBy     [][]string        // speaker, words
		NoSpeaker []string          // who is nobody
		Denials   [][]string        // denier or "*", words, words of the claim
		NoDenial  bool              // nobody denies anything
		Roles     map[string]string // name: "not: words"
		BodyHas   []string          `json:"body_has"`
		BodyNot   []string          `json:"body_not"`
	}
}

// TestKindsOfTrouble holds a page of each kind of trouble with speakers and denials:
// labels, signatures, footnotes, places and offices before a name, people of one surname.
func TestKindsOfTrouble(t *testing.T) {
	in, err := os.Open("testdata/kinds.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	read := 0
	for lines.Scan() {
		var k kind
		if err := json.Unmarshal(lines.Bytes(), &k); err != nil {
			t.Fatal(err)
		}
		read++
		t.Run(k.ID, func(t *testing.T) {
			o := Defaults()
			o.Quotes, o.Denials, o.Include = All, All, Include{Body: true, Quotes: true}
			c, err := Summarize(Page{HTML: []byte(k.Page), ContentType: k.ContentType, URL: k.URL}, o)
			if err != nil {
				t.Fatal(err)
			}
			k.check(t, c)
			if t.Failed() {
				t.Log(k.Why)
			}
		})
	}
	if read < 40 {
		t.Errorf("only %d kinds", read)
	}
}

func nameOf(s *Source) string {
	if s == nil {
		return ""
	}
	return s.Name
}

func (k *kind) check(t *testing.T, c *Card) {
	for _, want := range k.Expect.Quotes {
		found := false
		for _, q := range c.AllQuotes {
			if !strings.Contains(q.Text, *want[1]) {
				continue
			}
			found = true
			switch name := nameOf(q.Speaker); {
			case want[0] == nil && name != "":
				t.Errorf("“%s” is given to %s", q.Text, name)
			case want[0] != nil && *want[0] != "*" && !slices.Contains(strings.Split(*want[0], "|"), name):
				t.Errorf("“%s” is given to %q, not %s", q.Text, name, *want[0])
			}
		}
		if !found {
			t.Errorf("no quotation “%s”", *want[1])
		}
	}
	for _, q := range c.AllQuotes {
		name := nameOf(q.Speaker)
		if slices.Contains(k.Expect.NoSpeaker, name) {
			t.Errorf("%s is no speaker", name)
		}
		for _, not := range k.Expect.NotBy {
			if name == not[0] && strings.Contains(q.Text, not[1]) {
				t.Errorf("“%s” is given to %s", q.Text, name)
			}
		}
		if not, ok := strings.CutPrefix(k.Expect.Roles[name], "not: "); ok && q.Speaker.Role != "" && strings.Contains(q.Speaker.Role, not) {
			t.Errorf("%s has the role %q", name, q.Speaker.Role)
		}
	}
	for _, want := range k.Expect.Denials {
		if !slices.ContainsFunc(c.Denials, func(d Denial) bool {
			return strings.Contains(d.Text, want[1]) && (want[0] == "*" || slices.Contains(strings.Split(want[0], "|"), nameOf(d.Denier))) &&
				(len(want) < 3 || d.Claim != nil && strings.Contains(d.Claim.Text, want[2]))
		}) {
			t.Errorf("no denial %q", want)
		}
	}
	if k.Expect.NoDenial && len(c.Denials) > 0 {
		t.Errorf("a denial is invented: %s", c.Denials[0].Text)
	}
	for _, text := range k.Expect.BodyHas {
		if !strings.Contains(c.Body, text) {
			t.Errorf("the body lacks “%s”", text)
		}
	}
	for _, text := range k.Expect.BodyNot {
		if strings.Contains(c.Body, text) {
			t.Errorf("the body has “%s”", text)
		}
	}
}
