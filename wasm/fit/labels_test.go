package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestLabelsTellOfASentenceWithoutItsWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "labels.tsv")
	a := denialArticle{ID: "fair", Paragraphs: []string{"Critics say Lee sold the mill.", "Lee denied it. Ruiz denied lying."}, part: labelled}
	lines := fmt.Sprintf("# a comment\nfair\nfair\t%08x\tyes\tLee\t%08x:16-29\n", hashOf("Lee denied it."), hashOf("Critics say Lee sold the mill."))
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	labels, err := readLabels(file)
	if err != nil {
		t.Fatal(err)
	}
	all := a.sentences(0, labels)
	if len(all) != 2 || len(a.Denials) != 1 || !a.Denials[0].Clear || *a.Denials[0].Claim != "sold the mill" {
		t.Fatalf("%d sentences, %+v", len(all), a.Denials)
	}
	if right := all[0].right; len(right) == 0 || !right[0] {
		t.Errorf("%+v: not Lee's", right)
	}
	if slices.Contains(all[1].right, true) {
		t.Errorf("%q has no label, and is one", all[1].text)
	}
}

func TestALabelThatIsNoneIsRefusedWithItsLine(t *testing.T) {
	for _, line := range []string{"fair\t12\tyes", "fair\tnumber\tyes\tLee\t"} {
		file := filepath.Join(t.TempDir(), "labels.tsv")
		if err := os.WriteFile(file, []byte("# labels\n"+line), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := readLabels(file); err == nil || !strings.Contains(err.Error(), "labels.tsv:2") {
			t.Errorf("%q: %v", line, err)
		}
	}
}

func TestAPageIsLabelledAsTheEngineReadsIt(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "pages", "dev")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	zip := gzip.NewWriter(&page)
	fmt.Fprint(zip, "<!doctype html><html lang=en><title>The mill</title><article><h1>The mill</h1><p>Critics say that Ada Lee sold the old mill by the river to her own brother.</p>",
		"<p>Lee denied it on Monday, and opened the books of the mill to everybody who came to the fair.</p></article>")
	zip.Close()
	if err := os.WriteFile(filepath.Join(folder, "mill.html.gz"), page.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]int{"pages/dev/mill.html.gz": 1, "pages/dev/other.html.gz": 0} {
		got, err := readDenials(folder, map[string]map[uint32]label{id: {}})
		if err != nil || len(got) != want {
			t.Fatalf("%s: %d articles, %v", id, len(got), err)
		}
		if want == 1 && (got[0].Headline != "The mill" || len(got[0].Paragraphs) != 2 || got[0].part != labelled) {
			t.Errorf("%+v", got[0])
		}
	}
}
