package render

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"keypoints/wasm/card"
)

func TestHTMLIsTheDocumentedMarkup(t *testing.T) {
	c := full()
	c.Quotes = c.Quotes[:1]
	c.Denials = c.Denials[:1]
	const want = `<section class="key-points" lang="en" dir="ltr" aria-labelledby="key-points-7eae23f3">` +
		`<h2 class="key-points-title" id="key-points-7eae23f3">Key points</h2><p class="key-points-headline">H</p>` +
		`<h3 class="key-points-heading">Said</h3><ul class="key-points-quotes"><li><figure class="key-points-quote">` +
		`<div class="key-points-passage" data-id="q1" data-start="1" data-end="20"><blockquote cite="https://news.example/a"><p>one … two</p></blockquote>` +
		`<a class="key-points-link" href="https://news.example/a#:~:text=one">Show in the article</a></div>` +
		`<figcaption><cite class="key-points-source">Ann Vale</cite> <span class="key-points-edited">Set by an editor</span> </figcaption></figure></li></ul>` +
		`<h3 class="key-points-heading">Denied</h3><ul class="key-points-denials"><li><figure class="key-points-denial" data-kind="deny">` +
		`<div class="key-points-passage" data-id="d1" data-start="60" data-end="75"><blockquote cite="https://news.example/a"><p>Vale denies it.</p></blockquote>` +
		`<a class="key-points-link" href="https://news.example/a#:~:text=Vale%20denies%20it.">Show in the article</a></div>` +
		`<figcaption><span class="key-points-role">mayor</span> ` +
		`<span class="key-points-claim" data-id="d1" data-start="50" data-end="58">The claim: <q><a class="key-points-claim-link" href="https://news.example/a#:~:text=she%20left">she left</a></q></span></figcaption></figure></li></ul>` +
		`<p class="key-points-notice">Chosen automatically from this article</p></section>` + "\n"
	if got := string(section(c)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestTheMarkupCarriesTheCardAndNothingThatWasAskedForBesideIt(t *testing.T) {
	c := full()
	c.Article.Headline = `"Don't" & <b>`
	c.Body, c.Include = "the whole article", card.Include{Body: true, Quotes: true, Article: true, NoComment: true, Why: true, Edits: true}
	root, err := html.Parse(bytes.NewReader(HTML(c)))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for node := range root.Descendants() {
		for _, a := range node.Attr {
			if a.Key == "data-card" {
				got += a.Val
			}
		}
	}
	c.Include = card.Include{}
	if want := strings.TrimSpace(string(JSON(c))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestACardSaysEachThingOnce(t *testing.T) {
	vale := &card.Source{Name: "Ann Vale", Role: "mayor"}
	quote := func(text string, speaker *card.Source) card.Quote {
		return card.Quote{Text: text, Speaker: speaker, Fragment: "#:~:text=" + text}
	}
	denial := func(text string, claim *card.Claim) []byte {
		return section(&card.Card{Denials: []card.Denial{{Text: text, Denier: vale, Claim: claim}}})
	}
	c := &card.Card{Quotes: []card.Quote{quote("one", vale), quote("two", vale), quote("three", nil), quote("four", nil), quote("five", vale)}}
	after := func(text, mention string) []byte {
		denier := &card.Source{Name: "Ann Vale", Role: "mayor", Mention: mention}
		return section(&card.Card{Quotes: c.Quotes[:1], Denials: []card.Denial{{Text: text, Denier: denier}}})
	}
	cases := []struct {
		name        string
		html        []byte
		words       string
		times       int
		figcaptions int
	}{
		{"two quotes in a row", section(c), "Ann Vale", 2, 2},
		{"a sentence with denier and claim", denial("Ann Vale denied that she left.", &card.Claim{Text: "she left"}), "she left", 1, 1},
		{"the claim is marked", denial("Ann Vale denied that she left.", &card.Claim{Text: "she left"}), `<mark class="key-points-denied">she left</mark>`, 1, 1},
		{"the denier stands in the sentence", denial("Ann Vale denied that she left.", nil), "Ann Vale", 1, 1},
		{"so does the role", denial("Ann Vale, the mayor, denied it.", nil), "mayor", 1, 0},
		{"a claim from elsewhere", denial("Ann Vale denied it.", &card.Claim{Text: "she left"}), "The claim: ", 1, 1},
		{"a role is told once", section(c), "mayor", 1, 2},
		{"whom the card has named, by surname", after("Mayor Vale denied it.", "Mayor Vale"), "Ann Vale", 1, 1},
		{"whom the card has named, by a pronoun", after("She denied it.", "She"), "Ann Vale", 2, 2},
		{"whose role the card has", after("She denied it.", "She"), "mayor", 1, 2},
		{"a denier from elsewhere", denial("The mayor denied it.", nil), "Ann Vale", 1, 1},
	}
	for _, c := range cases {
		if got := strings.Count(string(c.html), c.words); got != c.times {
			t.Errorf("%s: %q stands %d times in %s", c.name, c.words, got, c.html)
		}
		if got := strings.Count(string(c.html), "<figcaption>"); got != c.figcaptions {
			t.Errorf("%s: %d captions in %s", c.name, got, c.html)
		}
	}
}

func TestThePublisherMaySayElsewhereWhoChose(t *testing.T) {
	c := full()
	c.NoNotice = true
	for _, got := range []string{string(HTML(c)), string(Markdown(c))} {
		if strings.Contains(got, "automatically") {
			t.Error(got)
		}
	}
}

func TestThePublisherMaySayItInItsOwnWordsAndLeadToItsPolicy(t *testing.T) {
	c := full()
	c.Notice, c.Policy = "Picked by <our> software", "https://news.example/policy?a=1&b=2"
	for format, c := range map[string]struct{ got, want string }{
		"html":     {string(HTML(c)), `<p class="key-points-notice"><a class="key-points-policy" href="https://news.example/policy?a=1&amp;b=2">Picked by &lt;our&gt; software</a></p></section>` + "\n"},
		"markdown": {string(Markdown(c)), `*[Picked by \<our\> software](<https://news.example/policy?a=1\&b=2>)*` + "\n"},
	} {
		if !strings.HasSuffix(c.got, c.want) {
			t.Errorf("%s: %s does not end in %s", format, c.got, c.want)
		}
	}
	for _, unsafe := range []string{"javascript:alert(1)", "data:text/html,x", "//evil.example", `https://a"b/`} {
		if c.Policy = unsafe; strings.Contains(string(HTML(c)), "key-points-policy") || strings.Contains(string(Markdown(c)), "*[") {
			t.Errorf("%s is linked", unsafe)
		}
	}
}

func TestLabelsFollowTheirLanguageAndWordsTheArticle(t *testing.T) {
	c := full()
	c.Labels = "ar"
	got := string(HTML(c))
	for _, want := range []string{`<section class="key-points" lang="ar" dir="rtl"`, ">أبرز النقاط</h2>", `<p class="key-points-headline" lang="en" dir="ltr">H</p>`,
		`<blockquote cite="https://news.example/a" lang="en" dir="ltr">`, `<q lang="en" dir="ltr"><a class="key-points-claim-link" href="https://news.example/a#:~:text=she%20left">she left</a></q>`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", got, want)
		}
	}
	c.Labels, c.Article.Language = "", "ur-PK"
	if got := string(HTML(c)); !strings.Contains(got, `<p class="key-points-headline" lang="ur-PK" dir="rtl">`) {
		t.Errorf("an Urdu headline stands without its language: %s", got)
	}
}

func TestAnArticleWithoutAddressLinksToItsOwnPage(t *testing.T) {
	c := full()
	c.Article.URL = ""
	got := string(HTML(c))
	if !strings.Contains(got, `href="#:~:text=three"`) || strings.Contains(got, "cite=") {
		t.Error(got)
	}
}

func TestTheCardsIdIsADigestOfAddressAndHeadline(t *testing.T) {
	h := fnv.New32a()
	h.Write([]byte("a\nb"))
	if got, want := digest("a\nb"), fmt.Sprintf("%08x", h.Sum32()); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPassagesKeepTheirParagraphs(t *testing.T) {
	c := &card.Card{Denials: []card.Denial{{Text: "One.\n\nTwo."}}}
	if got := string(HTML(c)); !strings.Contains(got, "<blockquote><p>One.</p><p>Two.</p></blockquote>") {
		t.Error(got)
	}
}

func TestAnEmptyCardHasNoEmptyLists(t *testing.T) {
	if got := string(section(&card.Card{})); strings.Contains(got, "<ul") || strings.Contains(got, "<h3") || strings.Contains(got, "headline") {
		t.Error(got)
	}
}

func TestTheDocumentHoldsTheCardAndNothingElseActive(t *testing.T) {
	c := full()
	c.Labels = "fr"
	got := string(Document(c))
	for _, want := range []string{"<!doctype html>\n<html lang=\"fr\" dir=\"ltr\">", `<meta charset="utf-8">`, `<meta name="robots" content="noindex">`,
		`<base target="_top">`, `<link rel="stylesheet" href="` + Stylesheet + `">`, `<script defer="" src="` + FrameScript + `"></script>`, "<title>L’essentiel: H</title>", string(section(c))} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %s", want)
		}
	}
	if root, err := html.Parse(bytes.NewReader(Document(c))); err != nil || root.FirstChild == nil || root.FirstChild.Type != html.DoctypeNode {
		t.Error("does not parse as a document in standards mode")
	}
}

func TestAValueStandsBetweenTheMarksThatItHasFewerOf(t *testing.T) {
	for value, want := range map[string]string{
		`{"a":"it's"}`: `<p a='{"a":"it&#39;s"}'>`,
		`it's`:         `<p a="it's">`,
		`'"`:           `<p a="'&#34;">`,
		"a\x00b":       "<p a=\"a\uFFFDb\">",
	} {
		w := &htmlWriter{}
		w.open("p", "a", value)
		if got := string(w.buf); got != want {
			t.Errorf("%q is written %s", value, got)
		}
	}
	w := &htmlWriter{}
	w.text("a\x00\"'b")
	if got := string(w.buf); got != "a\uFFFD\"'b" {
		t.Errorf("text is written %q", got)
	}
}
