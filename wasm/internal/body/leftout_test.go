package body

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

func TestWhatIsLeftOutSaysByWhichLineOfWhichList(t *testing.T) {
	const p = "<p>The harbor bridge of Port Ellery reopened on Monday after two years of repairs, and traffic flowed well all day long.</p>"
	const html = `<html lang="en"><title>Bridge reopens</title><body><aside>Politics, sport and culture of the day</aside><div class="cookie-banner">We value your privacy on this page.</div>
<article><h1>Bridge reopens</h1>` + p + p + `<p>Also read: How old are our bridges?</p>` + p + `<div class="related-links"><p>Mayor wants a tunnel under the bay.</p></div><div hidden>Nobody sees this line here.</div>` + p + p + `</article></body></html>`
	parsed, err := page.Parse([]byte(html), nil, "text/html", "")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Extract(parsed, metadata.Extract(parsed))
	if err != nil {
		t.Fatal(err)
	}
	why := map[string]string{}
	for _, left := range b.LeftOut() {
		why[left.Text] = left.Why
	}
	for text, want := range map[string]string{
		"Politics, sport and culture of the day": "<aside> holds what stands around a text",
		"We value your privacy on this page.":    "<div> with the class “cookie-banner”; selectors.txt: drop cookie",
		"Also read: How old are our bridges?":    "en/boilerplate.txt: lead also read",
		"Mayor wants a tunnel under the bay.":    "<div> with the class “related-links”; selectors.txt: drop related",
		"Nobody sees this line here.":            "<div> is hidden",
	} {
		if why[text] != want {
			t.Errorf("%q: because %q, want %q", text, why[text], want)
		}
	}
	for _, block := range b.Blocks {
		if why[block.Text] != "" && !strings.Contains(why[block.Text], "twice") {
			t.Errorf("%q is in the body, and left out because %s", block.Text, why[block.Text])
		}
	}
}

func TestLinesOfAPlainTextAreLeftOutWithAReason(t *testing.T) {
	const story = "Bridge reopens\n\nThe harbor bridge of Port Ellery reopened on Monday after two years.\n\nAlso read: How old are our bridges?\n\nTraffic flowed well all day long, the police of the town said.\n"
	p, err := page.Parse(nil, []byte(story), "text/plain", "")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Extract(p, metadata.Extract(p))
	if err != nil {
		t.Fatal(err)
	}
	for _, left := range b.LeftOut() {
		if strings.HasPrefix(left.Text, "Also read") && left.Why == "en/boilerplate.txt: lead also read" {
			return
		}
	}
	t.Errorf("got %q", b.LeftOut())
}

// Each text that is left out is held against every line of the lists: on a page of nothing
// else, or of blank lines, that took seconds.
func TestExplainingWhatIsLeftOutIsBounded(t *testing.T) {
	looks := func(source string, html bool) float64 {
		var markup, text []byte
		if html {
			markup = []byte(source)
		} else {
			text = []byte(source)
		}
		parsed, err := page.Parse(markup, text, "text/html", "")
		if err != nil {
			t.Fatal(err)
		}
		found, err := Extract(parsed, metadata.Extract(parsed))
		if err != nil {
			t.Fatal(err)
		}
		return testing.AllocsPerRun(1, func() { found.LeftOut() })
	}
	story := "The council of Marrow voted on Monday to close the harbour for a year, and the ferry will leave from the old pier until then."
	for name, c := range map[string]struct {
		page func(n int) string
		html bool
	}{
		"blank lines": {func(n int) string { return "Harbor\n\n" + story + strings.Repeat("\n", n) }, false},
		"labels": {func(n int) string {
			return "<article><h1>Harbor</h1><p>" + story + "</p>" + strings.Repeat("<p>Share</p>", n) + "<p>" + story + "</p></article>"
		}, true},
	} {
		if few, many := looks(c.page(1000), c.html), looks(c.page(9000), c.html); many > 2*few+1000 {
			t.Errorf("%s: %.0f allocations, and %.0f for nine times as many", name, few, many)
		}
	}
}
