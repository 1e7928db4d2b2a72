package keypoints

import (
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/page"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// words is a body of eight sentences, ten bytes each with its space.
const words = "Sentence0 Sentence1 Sentence2 Sentence3 Sentence4 Sentence5 Sentence6 Sentence7"

func sentence(from, to int) text.Range { return text.Range{Start: 10 * from, End: 10*to + 9} }

func quotation(ranges ...text.Range) quote.Quotation { return quote.Quotation{Parts: ranges} }

func put(quotes []quote.Quotation, main []int, denials []denial.Passage, o Options) *Card {
	d := &text.Document{Text: words}
	var best []quote.Quotation
	for _, i := range main {
		best = append(best, quotes[i])
	}
	a := &analysis{page: &page.Page{URL: "https://news.example/a"}, article: &body.Body{}, doc: d, quotes: quotes, found: denial.Found{Denials: denials}}
	r := a.revise(card.Edits{})
	return r.assemble(best, 0, r.shown(o), o)
}

func TestAQuoteThatIsADenialStandsOnTheCardOnce(t *testing.T) {
	quotes := []quote.Quotation{quotation(sentence(0, 0)), quotation(sentence(2, 3)), quotation(sentence(5, 5)), quotation(sentence(7, 7))}
	denials := []denial.Passage{{Range: sentence(2, 3)}, {Range: sentence(4, 6)}}
	for _, c := range []struct {
		name            string
		quotes, denials int
		want            []string
	}{
		{"its place stays with it", 2, 2, []string{"Sentence0"}},
		{"the next quote moves up where the card would have none", 1, 2, []string{"Sentence0"}},
		{"a denial that is not shown takes no quote away", 3, 1, []string{"Sentence0", "Sentence5"}},
		{"without denials all quotes stay", All, 0, []string{"Sentence0", "Sentence2 Sentence3", "Sentence5", "Sentence7"}},
		{"all", All, All, []string{"Sentence0", "Sentence7"}},
		{"no quotes", 0, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := put(quotes, []int{0, 1, 2, 3}, denials, Options{Quotes: c.quotes, Denials: c.denials})
			if len(got.Quotes) != len(c.want) {
				t.Fatalf("%d quotes: %+v", len(got.Quotes), got.Quotes)
			}
			for i, q := range got.Quotes {
				if q.Text != c.want[i] {
					t.Errorf("got %q, want %q", q.Text, c.want[i])
				}
			}
			if want := limit(len(denials), c.denials); len(got.Denials) != want {
				t.Errorf("%d denials, want %d", len(got.Denials), want)
			}
		})
	}
}

func TestAQuoteThatOnlyTouchesADenialStays(t *testing.T) {
	quotes := []quote.Quotation{quotation(sentence(1, 4))}
	got := put(quotes, []int{0}, []denial.Passage{{Range: sentence(4, 4), Confidence: 0.9, WithoutClaim: 0.9}}, Defaults())
	if len(got.Quotes) != 1 || len(got.Denials) != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestAnInterruptedQuotationJoinsItsParts(t *testing.T) {
	got := put([]quote.Quotation{quotation(sentence(1, 1), sentence(3, 3))}, []int{0}, nil, Defaults()).Quotes[0]
	if got.Text != "Sentence1 … Sentence3" || len(got.Parts) != 2 || got.Position != (Span{Start: 10, End: 39}) || got.Parts[1] != (Span{Start: 30, End: 39}) {
		t.Errorf("got %+v", got)
	}
}

func TestRangesThatCannotBeCutAreLeftOut(t *testing.T) {
	quotes := []quote.Quotation{quotation(), quotation(text.Range{Start: 5, End: 5}), quotation(text.Range{Start: 70, End: 999}), quotation(sentence(3, 3), sentence(1, 1))}
	denials := []denial.Passage{{Range: text.Range{Start: -1, End: 4}}, {Range: sentence(2, 2), Claim: &text.Range{Start: 9, End: 3}}}
	got := put(quotes, []int{0, 1, 2, 3}, denials, Options{Quotes: All, Denials: All, Include: Include{Quotes: true}})
	if len(got.Quotes) != 0 || len(got.AllQuotes) != 0 || len(got.Denials) != 1 || got.Denials[0].Claim != nil {
		t.Errorf("got %+v", got)
	}
}

func TestTheArticlesAddressIsThePagesWhereItNamesNone(t *testing.T) {
	if got := put(nil, nil, nil, Defaults()).Article.URL; got != "https://news.example/a" {
		t.Errorf("got %q", got)
	}
}
