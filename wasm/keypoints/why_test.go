package keypoints

import (
	"strings"
	"testing"
)

const signedPage = `<article><h1>Ferry stays</h1><p>The ferry to Hollin stays, the council said on Monday.</p>
<p>“We will not leave the island alone,” said Mara Quist, the mayor. “That was never the plan.”</p>
<p>Her deputy, Tom Oke, was less sure. “Money does not grow on piers,” he said.</p>
<p>“I take it every day and it is never late.”</p><p>— Ida Brook, commuter</p></article>`

func TestEachQuoteSaysWhyWhereThatIsAsked(t *testing.T) {
	page := Page{HTML: []byte(signedPage), ContentType: "text/html; charset=utf-8"}
	o := Defaults()
	o.Quotes, o.Include = All, Include{Quotes: true}
	plain, err := Summarize(page, o)
	if err != nil {
		t.Fatal(err)
	}
	o.Include.Why = true
	told, err := Summarize(page, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(told.AllQuotes) != 4 || len(plain.AllQuotes) != 4 {
		t.Fatalf("%d quotes", len(told.AllQuotes))
	}
	for i, q := range told.AllQuotes {
		if plain.AllQuotes[i].Why != nil {
			t.Errorf("%q says why unasked", q.Text)
		}
		if q.Speaker == nil || q.Why == nil || len(q.Why.Features) == 0 {
			t.Errorf("%q: no reason", q.Text)
			continue
		}
		if q.Speaker.Name != plain.AllQuotes[i].Speaker.Name {
			t.Errorf("%q: %s when asked why, else %s", q.Text, q.Speaker.Name, plain.AllQuotes[i].Speaker.Name)
		}
		if r := q.Why.RunnerUp; r != nil && (r.Name == q.Speaker.Name || r.Confidence+q.Confidence > 1) {
			t.Errorf("%q: %s %.2f before %s %.2f", q.Text, q.Speaker.Name, q.Confidence, r.Name, r.Confidence)
		}
	}
	if f := told.AllQuotes[3].Why.Features[0]; f.Name != "way: signed" {
		t.Errorf("a signed quote rests on %q", f.Name)
	}
	if len(told.Quotes) == 0 || told.Quotes[0].Why == nil {
		t.Error("the main quotes say nothing")
	}
	text, err := Explain(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"way: signed +1.0", "  second      ", told.AllQuotes[0].Why.Features[0].Name} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// In a language whose reader gives no reasons there is an explanation all the same.
func TestWhatHasNoReasonsIsExplainedToo(t *testing.T) {
	text, err := Explain(Page{HTML: []byte("<html lang=it><article><h1>Il ponte resta chiuso</h1><p>«Il ponte non è sicuro e resta chiuso fino a domenica», ha detto Nora Bassi, la sindaca di Portovecchio, che ha negato i ritardi nei lavori.</p></article>"), ContentType: "text/html; charset=utf-8"})
	if err != nil || !strings.Contains(text, "speaker     Nora Bassi") {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestACardTellsWhatOfThePageWasLeftOut(t *testing.T) {
	o := Defaults()
	o.Include.Why = true
	c, err := Summarize(Page{HTML: []byte(signedPage + `<aside class="related"><p>How old are our piers?</p></aside>`), ContentType: "text/html; charset=utf-8"}, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.LeftOut) == 0 || c.LeftOut[len(c.LeftOut)-1].Text != "How old are our piers?" || !strings.Contains(c.LeftOut[len(c.LeftOut)-1].Why, "related") {
		t.Errorf("%v", c.LeftOut)
	}
}
