package keypoints

import (
	"errors"
	"strings"
	"testing"
)

// story is an article with two speakers; head, free and second are what a case adds to its
// head, to the element of its second paragraph, and to that of its third.
func story(head, second, third string) string {
	return `<!doctype html><html lang="en"><head><title>Harbour council votes on ferry</title>` + head + `</head><body><article><h1>Harbour council votes on ferry</h1>
<p>The council of Northport voted on Tuesday to keep the ferry across the bay for another ten years, ending a long dispute over its cost.</p>
<p` + second + `>“We owe the islands a boat that sails in every weather of the year,” said Ingrid Solheim, the mayor of Northport, after the vote.</p>
<p` + third + `>“The money would have paid for a bridge within a single decade,” said Omar Reyes, who leads the opposition in the council.</p>
<p>The ferry carries some 400 people a day, most of them on their way to school or to work in the shipyards on the other side.</p>
</article></body></html>`
}

func cardOf(t *testing.T, page string, o Options) *Card {
	t.Helper()
	c, err := Summarize(Page{HTML: []byte(page)}, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// allParts asks for all that a card can hold.
var allParts = Options{Quotes: All, Denials: All, Include: Include{Body: true, Quotes: true, Article: true, NoComment: true}}

func TestAPageCanOptOut(t *testing.T) {
	for _, head := range []string{`<meta name="key-points" content="off">`, `<META CONTENT=" OFF " NAME="Key-Points">`} {
		_, err := Summarize(Page{HTML: []byte(story(head, "", ""))}, Defaults())
		var e *Error
		if !errors.As(err, &e) || e.Code != OptedOut || e.Code.String() != "opted-out" {
			t.Errorf("%s: %v", head, err)
		}
	}
	cardOf(t, story(`<meta name="key-points" content="on">`, "", ""), Defaults())
}

const ld = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour council votes on ferry",`

func TestWhatIsPaidOrIgnoredIsNowhereOnTheCard(t *testing.T) {
	for _, c := range []struct{ name, head, third string }{
		{"ignored", "", ` data-key-points="ignore"`},
		{"paid", "", ` data-key-points="paid"`},
		{"by class", ld + `"isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"}}</script>`, ` class="p paywall"`},
		{"by class, as strings in lists", ld + `"isAccessibleForFree":"False","hasPart":[{"isAccessibleForFree":"False","cssSelector":[".other",".a, p.paywall"]}]}</script>`, ` class="p paywall"`},
		{"by id", ld + `"isAccessibleForFree":false,"hasPart":{"cssSelector":"#rest"}}</script>`, ` id="rest"`},
		{"by attribute", ld + `"isAccessibleForFree":false,"hasPart":{"cssSelector":"[data-premium-content]"}}</script>`, ` data-premium-content`},
		{"by value", ld + `"isAccessibleForFree":false,"hasPart":{"cssSelector":"p[data-tier='gold']"}}</script>`, ` data-tier="gold"`},
		{"in a graph", `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"cssSelector":".paywall"}}]}</script>`, ` class="paywall"`},
		{"with the whole text in JSON-LD", ld + `"articleBody":"` + strings.Repeat("The money would have paid for a bridge. ", 40) + `","isAccessibleForFree":false,"hasPart":{"cssSelector":".paywall"}}</script>`, ` class="paywall"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			card := cardOf(t, story(c.head, "", c.third), allParts)
			if ignored := c.name == "ignored"; ignored == strings.Contains(card.Body, "bridge") {
				t.Errorf("the article's text: %s", card.Body) // what is paid is of it, what is ignored is not
			} else if !ignored {
				card.Include = Include{}
			}
			for _, f := range []Format{JSON, HTML, Document, JSONLD, Markdown} {
				if got := string(Render(card, f)); strings.Contains(got, "bridge") || strings.Contains(got, "Reyes") || !strings.Contains(got, "Solheim") {
					t.Errorf("%v: %s", f, got)
				}
			}
		})
	}
}

func TestWhatIsFreeStays(t *testing.T) {
	for _, c := range []struct{ name, head, third, body string }{
		{"nothing says paid", ld + `"isAccessibleForFree":true,"hasPart":{"isAccessibleForFree":true,"cssSelector":".paywall"}}</script>`, ` class="paywall"`, ""},
		{"another class", ld + `"isAccessibleForFree":false,"hasPart":{"cssSelector":".paywall"}}</script>`, ` class="paywall-free"`, ""},
		{"a selector that is none", ld + `"isAccessibleForFree":false,"hasPart":{"cssSelector":"article > p"}}</script>`, ``, ""},
		{"the publisher's element shows it", ld + `"isAccessibleForFree":false,"hasPart":{"cssSelector":".paywall"}}</script>`, ` class="paywall"`, `<key-points paid="show"></key-points>`},
		{"and what is marked so", "", ` data-key-points="paid"`, `<key-points paid="show"></key-points>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := strings.Replace(story(c.head, "", c.third), "<article>", c.body+"<article>", 1)
			if got := string(Render(cardOf(t, page, allParts), JSON)); !strings.Contains(got, "bridge") {
				t.Error(got)
			}
		})
	}
}

func TestAPageWithoutItsTextShowsNoneThatIsPaid(t *testing.T) {
	page := `<html><head><title>Harbour council votes on ferry</title>` + ld + `"articleBody":"` + strings.Repeat("The money would have paid for a bridge, said Omar Reyes. ", 40) +
		`","isAccessibleForFree":false,"hasPart":{"cssSelector":".paywall"}}</script></head><body><h1>Harbour council votes on ferry</h1><p>The council voted.</p></body></html>`
	c, err := Summarize(Page{HTML: []byte(page)}, allParts)
	if err == nil && strings.Contains(string(Render(c, JSON)), "bridge") {
		t.Error(string(Render(c, JSON)))
	}
}

func TestWhatNoSnippetMayHaveIsTheArticlesAndNotOnTheCard(t *testing.T) {
	for _, page := range []string{story("", ` data-nosnippet`, ""), strings.Replace(story("", "", ""), "the mayor of Northport", `<span data-nosnippet>the mayor of Northport</span>`, 1)} {
		c := cardOf(t, page, allParts)
		if !strings.Contains(c.Body, "islands a boat") || !strings.Contains(c.ArticleHTML, "islands a boat") {
			t.Error("it is not the article's any more")
		}
		if c.Include = (Include{}); strings.Contains(string(Render(c, JSON)), "islands a boat") || !strings.Contains(string(Render(c, JSON)), "a bridge") {
			t.Error(string(Render(c, JSON)))
		}
		if got := string(Render(c, Markdown)); strings.Contains(got, "mayor") {
			t.Error(got)
		}
	}
}

func TestANameThatOnlyAWithheldParagraphHasInFullIsShort(t *testing.T) {
	page := strings.Replace(story("", ` data-nosnippet`, ""), "</article>", "<p>“The old boat must sail until the new one has come,” Solheim said at the end of the meeting on Tuesday.</p></article>", 1)
	got := string(Render(cardOf(t, page, Defaults()), JSON))
	if !strings.Contains(got, `"name":"Solheim"`) || strings.Contains(got, "Ingrid") || strings.Contains(got, "mayor") {
		t.Error(got)
	}
}

func TestALinkLeadsPastTheSameWordsInAnIgnoredBox(t *testing.T) {
	box := `<aside data-key-points="ignore"><p>“We owe the islands a boat that sails in every weather of the year,”</p></aside>`
	page := strings.Replace(story("", "", ""), "<article>", box+"<article>", 1)
	for _, q := range cardOf(t, page, Defaults()).Quotes {
		if strings.HasPrefix(q.Text, "We owe") && !strings.Contains(q.Fragment, "-,") && !strings.Contains(q.Fragment, ",-") {
			t.Errorf("the link %s leads to the box", q.Fragment)
		}
	}
}

// Sites that count what a reader has read call all of an article paid, and serve it whole.
func TestAnArticleThatJSONLDCallsPaidFromEndToEndHasACardOnlyWhereNoneIsEmbedded(t *testing.T) {
	wholly := strings.NewReplacer("<article>", `<article><div class="paywall">`, "</article>", "</div></article>").Replace(story(ld+`"isAccessibleForFree":false,"hasPart":{"cssSelector":".paywall"}}</script>`, "", ""))
	for _, c := range []struct {
		name, page string
		shown      bool
	}{
		{"no card on the page", wholly, true},
		{"the element", strings.Replace(wholly, "<article>", "<key-points></key-points><article>", 1), false},
		{"the script", strings.Replace(wholly, "<article>", `<script async src="https://cards.example.com/v1/embed.js"></script><article>`, 1), false},
		{"our own mark", strings.Replace(wholly, `class="paywall"`, `class="paywall" data-key-points="paid"`, 1), false},
		{"one paragraph is free", strings.Replace(wholly, `<article><div class="paywall">`, `<article><p>The vote was closer than anybody in the town hall had thought it would be, 14 to 13.</p><div class="paywall">`, 1), false},
	} {
		got := cardOf(t, c.page, Defaults())
		if shown := len(got.Quotes) > 0; shown != c.shown {
			t.Errorf("%s: %d quotes", c.name, len(got.Quotes))
		}
		if got.Article.Headline == "" {
			t.Errorf("%s: no headline", c.name)
		}
	}
}
