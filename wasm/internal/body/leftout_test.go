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
