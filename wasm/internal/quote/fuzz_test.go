package quote

import (
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

func FuzzFind(f *testing.F) {
	f.Add("Ann Ruiz, 41, said: “We go,” she added, “and stay.”", "‘No,’ said the baker, Anton Huber, of the U.S. – Lee")
	f.Add("According to the mayor, \"it is so\"", "LOMAS, Calif. — He said, calling it \"a lie\" — Ann: \"yes\"")
	f.Fuzz(func(t *testing.T, a, b string) {
		d := text.Parse([]body.Block{{Text: a}, {Text: b, Kind: body.BlockQuote}, {Text: b}}, "en")
		for _, q := range Find(d, people.Find(d)) {
			if len(q.Parts) == 0 {
				t.Fatal("a quotation without words")
			}
			for _, r := range q.Parts {
				if r.Start < 0 || r.Start >= r.End || r.End > len(d.Text) {
					t.Fatalf("range %v of %d bytes", r, len(d.Text))
				}
			}
			if q.Speaker != nil && q.Speaker.Name == "" {
				t.Fatal("a speaker without a name")
			}
		}
		Explained(d, people.Find(d))
	})
}
