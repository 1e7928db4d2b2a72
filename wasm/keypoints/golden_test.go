package keypoints

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden cards anew")

func TestGoldenCards(t *testing.T) {
	for _, name := range pages(t) {
		t.Run(name, func(t *testing.T) {
			page, _ := load(t, name)
			card, err := Summarize(page, Defaults())
			if err != nil {
				t.Fatal(err)
			}
			got := indent(Render(card, JSON))
			path := filepath.Join("testdata", "golden", name+".json")
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("the card differs from %s; run with -update and read the difference\ngot:\n%s", path, got)
			}
		})
	}
}

// indent lays a card out for reading.
func indent(card []byte) []byte {
	var b bytes.Buffer
	if err := json.Indent(&b, card, "", "  "); err != nil {
		return card
	}
	return b.Bytes()
}
