package denial_test

import (
	"math/rand/v2"
	"runtime/debug"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// vocabulary are the words that the rules look at, at the places where they are
// looked at: a text of them in any order may have anything before its first word.
var vocabulary = strings.Fields(`but and or that which who when after asked told whether if as the a an his her its their no not never nothing none of in by for to with
	he she it they we I said says saying say asked told wrote added denied denies denying rejected dismissed disputed called described insisted accused claimed
	according statement report reports claim claims allegation allegations idea notion suggestion story rumours letter email evidence talks plans
	false untrue lie lies fake nonsense true wrong innocent guilty pleaded fiction baseless absolutely flat-out
	was were is are had has have been be did do would will could
	Ann Lee Lee's Paul Grant Ms. Mr. Ruiz Voxly Harbor Board Senate U.N. van der de minister's spokeswoman spokesman lawyer mayor minister president company ministry police prosecutors
	taking took money park stole left happened involved involvement wrongdoing knowledge bail charge charged murder harassment
	Monday 2016 41 1.5m “ ” “ ” ‘ ’ " " ' , , , . . ? ! : ; — - ( ) … ¶ ¶`)

func article(words []string) []body.Block {
	var blocks []body.Block
	text := strings.NewReplacer(" ,", ",", " .", ".", " ?", "?", " :", ":", " ;", ";", "“ ", "“", " ”", "”", "‘ ", "‘", " ’", "’", "( ", "(", " )", ")").Replace(strings.Join(words, " "))
	for _, p := range strings.Split(text, "¶") {
		if p = strings.TrimSpace(p); p != "" {
			blocks = append(blocks, body.Block{Text: p})
		}
	}
	return blocks
}

// find goes through all stages that read the text.
func find(t testing.TB, words []string) {
	blocks := article(words)
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("%+v\n%v\n%s", blocks, r, debug.Stack())
		}
	}()
	d := text.Parse(blocks, "en")
	s := people.Find(d)
	q := quote.Find(d, s)
	for _, p := range denial.Find(d, s, q, "Lee denies it").Denials {
		if p.Start > p.End || p.End > len(d.Text) || p.Claim != nil && (p.Claim.Start >= p.Claim.End || p.Claim.End > len(d.Text)) {
			t.Fatalf("%+v\n%+v", blocks, p)
		}
	}
}

func TestNoOrderOfWordsPanics(t *testing.T) {
	find(t, strings.Fields("But the idea that his staff had a “ guy ” who supplied it , which Lee floated , was flat-out false , Grant added ."))
	find(t, strings.Fields("Who said that Lee lied ?"))
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		words := make([]string, 3+r.IntN(60))
		for i := range words {
			words[i] = vocabulary[r.IntN(len(vocabulary))]
		}
		find(t, words)
	}
}

func FuzzOrders(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3})
	f.Fuzz(func(t *testing.T, choices []byte) {
		words := make([]string, 0, len(choices))
		for _, c := range choices[:min(len(choices), 400)] {
			words = append(words, vocabulary[int(c)%len(vocabulary)])
		}
		find(t, words)
	})
}
