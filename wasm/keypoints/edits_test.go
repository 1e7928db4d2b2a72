package keypoints

import (
	"strconv"
	"strings"
	"testing"

	"keypoints/wasm/options"
)

// withEdits is the options of a card that editors have edited.
func withEdits(t *testing.T, o Options, edits string) Options {
	t.Helper()
	read, err := options.ParseEdits(edits)
	if err != nil {
		t.Fatal(err)
	}
	o.Edits = &read
	return o
}

func idOf(t *testing.T, c *Card, words string) string {
	t.Helper()
	for _, q := range append(c.AllQuotes, c.Quotes...) {
		if strings.Contains(q.Text, words) {
			return q.ID
		}
	}
	for _, d := range c.Denials {
		if strings.Contains(d.Text, words) {
			return d.ID
		}
	}
	t.Fatalf("nothing has the words %q", words)
	return ""
}

func edit(action, id, more string) string {
	return `{"version":1,"edits":[{"id":"` + id + `","action":"` + action + `"` + more + `}]}`
}

func mainQuote(c *Card, words string) *Quote {
	for i := range c.Quotes {
		if strings.Contains(c.Quotes[i].Text, words) {
			return &c.Quotes[i]
		}
	}
	return nil
}

func TestAnEditorHidesAQuotation(t *testing.T) {
	page := story("", "", "")
	id := idOf(t, cardOf(t, page, Defaults()), "islands a boat")
	c := cardOf(t, page, withEdits(t, allParts, edit("hide", id, "")))
	if mainQuote(c, "islands") != nil || mainQuote(c, "bridge") == nil || len(c.AllQuotes) != 1 || !c.Edited || len(c.Stale) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestAnEditorPinsAQuotation(t *testing.T) {
	page := story("", "", "")
	first := cardOf(t, page, Defaults())
	last := first.Quotes[len(first.Quotes)-1]
	o := Defaults()
	o.Quotes = 1
	c := cardOf(t, page, withEdits(t, o, edit("pin", last.ID, "")))
	if len(c.Quotes) != 1 || c.Quotes[0].ID != last.ID || !c.Quotes[0].Edited || c.Quotes[0].Speaker.Name != last.Speaker.Name {
		t.Errorf("%+v", c.Quotes)
	}
	if o.Quotes = 0; len(cardOf(t, page, withEdits(t, o, edit("pin", last.ID, ""))).Quotes) != 0 {
		t.Error("a page that asks for no quotes has one")
	}
}

func TestAnEditorNamesTheSpeaker(t *testing.T) {
	page := story("", "", "")
	id := idOf(t, cardOf(t, page, Defaults()), "islands a boat")
	c := cardOf(t, page, withEdits(t, allParts, edit("set", id, `,"speaker":{"name":"I. Solheim","role":"harbour master"}`)))
	q := mainQuote(c, "islands a boat")
	if q == nil || q.Speaker.Name != "I. Solheim" || q.Speaker.Role != "harbour master" || q.Speaker.Mention == "" || !q.Edited || q.Confidence != 1 {
		t.Errorf("%+v", q)
	}
	for _, f := range []Format{HTML, Document, JSONLD, Markdown} {
		if got := string(Render(c, f)); !strings.Contains(got, "I. Solheim") || strings.Count(got, "Set by an editor") != 1 {
			t.Errorf("%v: %s", f, got)
		}
	}
	nobody := cardOf(t, page, withEdits(t, allParts, edit("set", id, `,"speaker":null`)))
	if nobody.AllQuotes[0].Speaker != nil || !nobody.AllQuotes[0].Edited {
		t.Errorf("%+v", nobody.AllQuotes)
	}
}

const accused = `<html lang="en"><head><title>Mayor accused of taking gifts</title></head><body><article><h1>Mayor accused of taking gifts</h1>
<p>A former aide said on Monday that Mayor Ingrid Solheim had taken gifts from the company that builds the new harbour of Northport.</p>
<p>Ms Solheim denied that she had taken gifts from the company and said that she would publish her accounts within the week.</p>
<p>The company rejected the claim that it had paid for the mayor’s journeys, and said that it would sue the former aide.</p></article></body></html>`

func TestAnEditorHidesPinsAndNamesADenial(t *testing.T) {
	all := cardOf(t, accused, allParts)
	if len(all.Denials) != 2 {
		t.Fatalf("%+v", all.Denials)
	}
	first, second := all.Denials[0].ID, all.Denials[1].ID
	if c := cardOf(t, accused, withEdits(t, allParts, edit("hide", first, ""))); len(c.Denials) != 1 || c.Denials[0].ID != second {
		t.Errorf("%+v", c.Denials)
	}
	one := Defaults()
	one.Denials = 1
	if c := cardOf(t, accused, withEdits(t, one, edit("pin", second, ""))); len(c.Denials) != 1 || c.Denials[0].ID != second || !c.Denials[0].Edited {
		t.Errorf("%+v", c.Denials)
	}
	if c := cardOf(t, accused, withEdits(t, one, edit("pin", second, `},{"id":"`+first+`","action":"pin"`))); len(c.Denials) != 1 || c.Denials[0].ID != second {
		t.Errorf("two are pinned where one has room: %+v", c.Denials)
	}
	if c := cardOf(t, accused, withEdits(t, one, edit("set", first, `,"speaker":{"name":"Mayor Solheim"}`))); c.Denials[0].Denier.Name != "Mayor Solheim" {
		t.Errorf("%+v", c.Denials[0].Denier)
	}
}

func TestAnEditorWantsNoCard(t *testing.T) {
	o := withEdits(t, Defaults(), `{"version":1,"edits":[{"action":"off"}]}`)
	if _, err := Summarize(Page{HTML: []byte(story("", "", ""))}, o); err == nil || err.(*Error).Code != OptedOut {
		t.Error(err)
	}
}

func TestEditsStandInThePageUnlessOthersAreGiven(t *testing.T) {
	id := idOf(t, cardOf(t, story("", "", ""), Defaults()), "islands a boat")
	page := story(`<script type="application/json" data-key-points="edits">`+edit("hide", id, "")+`</script>`, "", "")
	if c := cardOf(t, page, Defaults()); mainQuote(c, "islands") != nil || !c.Edited {
		t.Errorf("%+v", c.Quotes)
	}
	if c := cardOf(t, page, withEdits(t, Defaults(), `{"version":1,"edits":[]}`)); mainQuote(c, "islands") == nil || c.Edited {
		t.Errorf("%+v", c.Quotes)
	}
}

func TestTheEditsOfThePageAreToldWhereOthersCount(t *testing.T) {
	o := withEdits(t, Defaults(), `{"version":1,"edits":[]}`)
	o.Include.Edits = true
	for in, want := range map[string]string{
		"": `"page_edits":null`,
		`<script type="application/json" data-key-points="edits">{"version":1,"edits":[{"action":"off"},{"id":"q1","action":"set","speaker":{"name":"<Ann>"}}]}</script>`: `"page_edits":{"version":1,"edits":[{"id":"q1","action":"set","speaker":{"name":"\u003cAnn>","role":null}},{"action":"off"}]}`,
		`<script type="application/json" data-key-points="edits">nonsense</script>`:                                                                                       `"edits_error":"the edits in the page change nothing: the edits must be JSON`,
	} {
		if got := string(Render(cardOf(t, story(in, "", ""), o), JSON)); !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", got, want)
		}
	}
}

func TestBrokenEditsInThePageChangeNothingAndSaySo(t *testing.T) {
	for _, broken := range []string{`{"version":1,"edits":[{"id":"q1","action":"delete"}]}`, `nonsense`, `{"version":1,"edits":`, strings.Repeat(" ", 20000) + "{}"} {
		c := cardOf(t, story(`<script type="application/json" data-key-points="edits">`+broken+`</script>`, "", ""), Defaults())
		if len(c.Quotes) != 2 || c.Edited || c.EditsError == "" {
			t.Errorf("%.40s: %+v", broken, c)
		}
	}
}

func TestAnEditWhosePassageHasGoneIsListedAndHarmsNothing(t *testing.T) {
	page := story("", "", "")
	id := idOf(t, cardOf(t, page, Defaults()), "islands a boat")
	// The paper corrects a word of the quotation, and adds a paragraph before it.
	changed := strings.Replace(strings.Replace(page, "every weather", "any weather", 1), "<p>The council", "<p>It was late when the members had all spoken.</p><p>The council", 1)
	c := cardOf(t, changed, withEdits(t, Defaults(), edit("hide", id, "")))
	if len(c.Quotes) != 2 || c.Edited || len(c.Stale) != 1 || c.Stale[0].ID != id {
		t.Errorf("%+v", c)
	}
	// It moves the quotation and changes its marks: the edit still fits.
	moved := strings.Replace(strings.Replace(page, "“We owe the islands a boat that", "&quot;We owe the islands a boat, that", 1), "of the year,”", "of the year,&quot;", 1)
	moved = strings.Replace(moved, "<p>The council", "<p>It was late when the members had all spoken.</p><p>The council", 1)
	if c := cardOf(t, moved, withEdits(t, Defaults(), edit("hide", id, ""))); mainQuote(c, "islands") != nil || len(c.Stale) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestAnEditOfShortWordsNeverBecomesThatOfOthers(t *testing.T) {
	page := strings.Replace(story("", "", ""), "</article>", `<p>“It is over now,” said Ingrid Solheim when the members left.</p><p>“It is over now,” said Omar Reyes to his friends in the street.</p></article>`, 1)
	c := cardOf(t, page, allParts)
	var short []Quote
	for _, q := range c.AllQuotes {
		if strings.HasPrefix(q.Text, "It is over") {
			short = append(short, q)
		}
	}
	if len(short) != 2 || short[0].ID == short[1].ID {
		t.Fatalf("%+v", short)
	}
	gone := strings.Replace(page, `<p>“It is over now,” said Ingrid Solheim when the members left.</p>`, "", 1)
	if c := cardOf(t, gone, withEdits(t, allParts, edit("hide", short[0].ID, ""))); len(c.Stale) != 1 || len(c.AllQuotes) != 3 {
		t.Errorf("%+v", c.AllQuotes)
	}
}

func TestScriptInEveryFieldOfAnEditStaysWords(t *testing.T) {
	page := story("", "", "")
	id := idOf(t, cardOf(t, page, Defaults()), "islands a boat")
	evil := `</script><img src=x onerror=alert(1)>`
	c := cardOf(t, page, withEdits(t, Defaults(), edit("set", id, `,"speaker":{"name":`+strconv.Quote(evil)+`,"role":`+strconv.Quote(evil)+`}`)))
	if len(c.Quotes) != 2 || mainQuote(c, "islands a boat").Speaker.Name != evil {
		t.Errorf("a name fell off the card: %+v", c.Quotes)
	}
	for _, f := range []Format{JSON, HTML, Document, JSONLD, Markdown} {
		if got := strings.ReplaceAll(string(Render(c, f)), `\<`, ""); strings.Contains(got, "<img") || strings.Contains(got, "</script><img") {
			t.Errorf("%v: %s", f, got)
		}
	}
}
