package main

import (
	"bytes"
	"strings"
	"testing"

	"keypoints/wasm/internal/quote"
)

// The gold of the tests are eight short articles of the project's own.
func examplesOf(t *testing.T) []example {
	t.Helper()
	articles, err := read([]string{"testdata/harbor.jsonl"})
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) != 8 {
		t.Fatalf("%d articles", len(articles))
	}
	examples, _ := prepare(articles)
	return examples
}

func TestQuotationsMeetTheGold(t *testing.T) {
	examples := examplesOf(t)
	if len(examples) != 24 {
		t.Fatalf("%d quotations of 24", len(examples))
	}
	for _, e := range examples {
		if e.right[0] {
			t.Errorf("%s: nobody among the candidates says “%s”", e.id, e.words)
		}
		if e.Candidates[0].Name != "" || e.Candidates[0].Shown {
			t.Errorf("the first candidate is %q, not nobody", e.Candidates[0].Name)
		}
	}
}

func TestTheFitFindsTheSpeakersAndRepeatsItself(t *testing.T) {
	examples := examplesOf(t)
	r := crossValidate(examples, 1e-3, nil)
	if right := r.right(); right < 90 {
		t.Errorf("%.0f of 100 right on unseen folds", right)
	}
	a, b := fit(examples, 1e-3, nil), fit(examples, 1e-3, nil)
	if !bytes.Equal(format(a, nil, r.knots()), format(b, nil, r.knots())) {
		t.Error("the same gold gives other weights")
	}
	// Without any feature all candidates are alike, and the first is nobody.
	all := map[int]bool{}
	for id := range quote.Features() {
		all[id] = true
	}
	if right := crossValidate(examples, 1e-3, all).right(); right > 10 {
		t.Errorf("%.0f of 100 right without features", right)
	}
}

func TestTheWeightsAreReadable(t *testing.T) {
	weights := make([]float64, len(quote.Features()))
	weights[3], weights[5] = 1.2345, -0.5
	file := string(format(weights, nil, [][2]float64{{0, 0}, {1, 0.97}}))
	for _, line := range []string{quote.Features()[3] + ": 1235\n", quote.Features()[5] + ": -500\n", "= 1000: 970\n"} {
		if !strings.Contains(file, line) {
			t.Errorf("no line %q in\n%s", line, file)
		}
	}
}

func TestKnotsRise(t *testing.T) {
	examples := examplesOf(t)
	before := [2]float64{-1, -1}
	for _, k := range crossValidate(examples, 1e-3, nil).knots() {
		if k[0] < before[0] || k[1] < before[1] {
			t.Errorf("%v behind %v", k, before)
		}
		before = k
	}
}

func TestASpeakerIsTheGoldsByItsHead(t *testing.T) {
	for _, c := range []struct {
		speaker string
		source  source
		want    bool
	}{
		{"Ann Lee", source{Type: "named", Names: []string{"Ann Lee"}}, true},
		{"Lee", source{Type: "named", Names: []string{"Ann Lee"}}, true},
		{"Sen. Ann Lee", source{Type: "named", Names: []string{"Ann Lee"}}, true},
		{"Bob Lee", source{Type: "named", Names: []string{"Ann Lee"}}, false},
		{"Bill Lee", source{Type: "named", Names: []string{"William Lee"}}, true},
		{"a spokesman for Ann Lee", source{Type: "named", Names: []string{"Ann Lee"}}, false},
		{"a spokesman for Ann Lee", source{Type: "nominal", Text: "a spokesman", Heads: []string{"spokesman"}}, true},
		{"Ann Lee’s campaign", source{Type: "named", Names: []string{"Ann Lee"}}, false},
		{"he", source{Type: "pronoun", Names: []string{"Ann Lee"}}, false},
		{"Secretary of State Ann Lee", source{Type: "pronoun", Names: []string{"Ann Lee"}}, true},
		{"", source{Type: "nominal", Heads: []string{"man"}}, false},
		{"two men", source{Type: "nominal", Text: "the man", Heads: []string{"man"}}, true},
	} {
		if got := c.source.is(c.speaker); got != c.want {
			t.Errorf("%q for %v %v: %v", c.speaker, c.source.Names, c.source.Heads, got)
		}
	}
}

func TestGoldThatIsNoneIsRefusedWithItsLine(t *testing.T) {
	if _, err := read([]string{"testdata/nowhere.jsonl"}); err == nil {
		t.Error("a file that is not there")
	}
	if _, err := read([]string{"fit_test.go"}); err == nil || !strings.Contains(err.Error(), "fit_test.go:1") {
		t.Errorf("a file of Go: %v", err)
	}
}
