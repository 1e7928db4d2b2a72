package render

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"keypoints/wasm/card"
)

func TestJSONStringsSurviveARoundTrip(t *testing.T) {
	for _, s := range []string{"", "plain", `"quoted" \ back`, "line\nbreak\ttab\r\x00\x1f\x7f", "</script><!--", "a\u2028b\u2029c", "“naïve” 中文 😀", "\ufffd"} {
		w := jsonWriter{}
		w.string(s)
		var got string
		if err := json.Unmarshal(w.buf, &got); err != nil || got != s {
			t.Errorf("%q became %s: %q, %v", s, w.buf, got, err)
		}
	}
}

func TestJSONStringsAreSafeInAScript(t *testing.T) {
	w := jsonWriter{}
	w.string("</script> <!-- \u2028\u2029 \xff")
	if got, want := string(w.buf), `"\u003c/script> \u003c!-- \u2028\u2029 `+"\ufffd\""; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestConfidenceHasTwoDecimals(t *testing.T) {
	for in, want := range map[float64]string{0: "0", 1: "1", 0.5: "0.5", 0.97: "0.97", 0.974: "0.97", 0.976: "0.98", 0.05: "0.05",
		0.004: "0", 0.996: "1", -3: "0", 7: "1", math.NaN(): "0", math.Inf(1): "1"} {
		w := jsonWriter{}
		w.hundredths(in)
		if string(w.buf) != want {
			t.Errorf("%v became %s, want %s", in, w.buf, want)
		}
	}
}

func TestAnEmptyCardHasNullsAndEmptyLists(t *testing.T) {
	const want = `{"version":1,"engine":"` + card.EngineVersion + `","article":{"url":null,"headline":null,"dek":null,"byline":[],"publisher":null,` +
		`"published":null,"modified":null,"language":null,"image":null},"quotes":[],"denials":[],"edited":false,"stale_edits":[]}` + "\n"
	if got := string(JSON(&card.Card{})); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAFullCardHasTheDocumentedFieldsInOrder(t *testing.T) {
	const want = `{"version":1,"engine":"` + card.EngineVersion + `","article":{"url":"https://news.example/a","headline":"H","dek":"D","byline":["A","B"],"publisher":"P",` +
		`"published":"2026-01-02","modified":"2026-01-03T04:05:06Z","language":"en","image":{"url":"https://news.example/i.jpg","caption":"C","credit":null}},` +
		`"quotes":[{"id":"q1","text":"one … two","speaker":{"name":"Ann Vale","role":null,"mention":"Vale"},"cue":"said","position":{"start":1,"end":20},` +
		`"parts":[{"start":1,"end":4},{"start":17,"end":20}],"sentence":{"start":0,"end":21},"fragment":"#:~:text=one","confidence":0.9,"edited":true},` +
		`{"id":"q2","text":"three","speaker":null,"cue":null,"position":{"start":30,"end":35},"sentence":{"start":29,"end":36},"fragment":"#:~:text=three","confidence":0,` +
		`"why":{"features":[{"name":"right behind","weight":2.1},{"name":"once","weight":-12}],"runner_up":{"name":null,"confidence":0.25}}}],` +
		`"denials":[{"id":"d1","text":"Vale denies it.","denier":{"name":"Ann Vale","role":"mayor","mention":"Vale"},"kind":"deny","cue":"denies",` +
		`"claim":{"text":"she left","position":{"start":50,"end":58},"fragment":"#:~:text=she%20left"},"position":{"start":60,"end":75},"fragment":"#:~:text=Vale%20denies%20it.","confidence":1},` +
		`{"id":"d2","text":"No.","denier":null,"kind":"negate","cue":null,"claim":null,"position":{"start":80,"end":83},"fragment":"#:~:text=No.","confidence":0.5}],` +
		`"edited":true,"stale_edits":[{"id":"q3","action":"set","speaker":{"name":"N","role":null}},{"id":"q4","action":"hide"}],"edits_error":"E","body":"B","all_quotes":[],"no_comment":[{"text":"N","who":"W","position":{"start":90,"end":91},"fragment":"#:~:text=N"}],"article_html":"\u003cp>B\u003c/p>"}` + "\n"
	if got := string(JSON(full())); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// full is a card with something in every field.
func full() *card.Card {
	vale := &card.Source{Name: "Ann Vale", Role: "mayor", Mention: "Vale"}
	return &card.Card{
		Article: card.Article{URL: "https://news.example/a", Headline: "H", Dek: "D", Byline: []string{"A", "B"}, Publisher: "P", Published: "2026-01-02",
			Modified: "2026-01-03T04:05:06Z", Language: "en", Image: &card.Image{URL: "https://news.example/i.jpg", Caption: "C"}},
		Quotes: []card.Quote{
			{ID: "q1", Edited: true, Text: "one … two", Speaker: &card.Source{Name: "Ann Vale", Mention: "Vale"}, Cue: "said", Position: card.Span{Start: 1, End: 20},
				Parts: []card.Span{{Start: 1, End: 4}, {Start: 17, End: 20}}, Sentence: card.Span{Start: 0, End: 21}, Fragment: "#:~:text=one", Confidence: 0.9},
			{ID: "q2", Text: "three", Position: card.Span{Start: 30, End: 35}, Sentence: card.Span{Start: 29, End: 36}, Fragment: "#:~:text=three",
				Why: &card.Why{Features: []card.WhyFeature{{Name: "right behind", Weight: 2.12}, {Name: "once", Weight: -12}}, RunnerUp: &card.RunnerUp{Confidence: 0.25}}},
		},
		Denials: []card.Denial{
			{ID: "d1", Text: "Vale denies it.", Denier: vale, Kind: "deny", Cue: "denies", Claim: &card.Claim{Text: "she left", Position: card.Span{Start: 50, End: 58}, Fragment: "#:~:text=she%20left"},
				Position: card.Span{Start: 60, End: 75}, Fragment: "#:~:text=Vale%20denies%20it.", Confidence: 1},
			{ID: "d2", Text: "No.", Kind: "negate", Position: card.Span{Start: 80, End: 83}, Fragment: "#:~:text=No.", Confidence: 0.5},
		},
		Edited: true, EditsError: "E",
		Stale: []card.Edit{{ID: "q3", Action: card.Set, Speaker: &card.Source{Name: "N"}}, {ID: "q4", Action: card.Hide}},
		Body:  "B", ArticleHTML: "<p>B</p>",
		NoComments: []card.NoComment{{Text: "N", Who: "W", Position: card.Span{Start: 90, End: 91}, Fragment: "#:~:text=N"}},
		Include:    card.Include{Body: true, Quotes: true, Article: true, NoComment: true},
	}
}

func FuzzJSONStringsAreValid(f *testing.F) {
	f.Add("a\"b\\c\u2028\xff<")
	f.Fuzz(func(t *testing.T, s string) {
		w := jsonWriter{}
		w.string(s)
		var got string
		if err := json.Unmarshal(w.buf, &got); err != nil || got != strings.ToValidUTF8(s, "\ufffd") && utf8.ValidString(s) {
			t.Errorf("%q became %s: %q, %v", s, w.buf, got, err)
		}
	})
}
