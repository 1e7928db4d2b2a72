package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLabelsTellOfASentenceWithoutItsWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "labels.tsv")
	a := denialArticle{ID: "fair", Paragraphs: []string{"Critics say Lee sold the mill.", "Lee denied it."}, part: labelled}
	lines := "# a comment\nfair\t" + fmt.Sprintf("%08x", hashOf("Lee denied it.")) + "\tyes\tLee\t16-29\n" + "fair\t" + fmt.Sprintf("%08x", hashOf("The fair opened.")) + "\tno\t\t\n"
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	labels, err := readLabels(file)
	if err != nil {
		t.Fatal(err)
	}
	all := a.sentences(0, labels)
	if len(all) != 1 || len(a.Denials) != 1 || !a.Denials[0].Clear || *a.Denials[0].Claim != "sold the mill" {
		t.Fatalf("%d sentences, %+v", len(all), a.Denials)
	}
	if right := all[0].right; len(right) == 0 || !right[0] {
		t.Errorf("%+v: not Lee's", right)
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
