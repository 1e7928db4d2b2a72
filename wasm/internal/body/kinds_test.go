package body_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

func TestAnEmbeddedPostKeepsItsAuthorAndSignature(t *testing.T) {
	got := blocks(t, story(`<blockquote class="twitter-tweet"><p>The pier is safe.<br><br>I have the papers here.</p>&mdash; Karl Brandt (@karlbrandt) <a href="/x">May 3, 2022</a></blockquote>`))
	if len(got) != 7 {
		t.Fatalf("%d blocks: %+v", len(got), got)
	}
	for i, want := range []body.Block{
		{Kind: body.Post, Text: "The pier is safe.", Author: "Karl Brandt"},
		{Kind: body.Post, Text: "I have the papers here.", Author: "Karl Brandt"},
		{Kind: body.Post, Text: "— Karl Brandt (@karlbrandt) May 3, 2022", Author: "Karl Brandt", Signature: true},
	} {
		if got[i+2].Shown = 0; got[i+2] != want {
			t.Errorf("got %+v, want %+v", got[i+2], want)
		}
	}
}

func TestABlockQuoteIsSignedByItsSource(t *testing.T) {
	for name, html := range map[string]string{
		"cite":   `<blockquote><p>We shall not move.</p><cite>Karl Brandt, ferry owner</cite></blockquote>`,
		"footer": `<blockquote><p>We shall not move.</p><footer>— Karl Brandt, ferry owner</footer></blockquote>`,
		"dash":   `<blockquote><p>We shall not move.</p><p>– Karl Brandt</p></blockquote>`,
	} {
		t.Run(name, func(t *testing.T) {
			got := blocks(t, story(html))
			if len(got) != 6 || got[2].Kind != body.BlockQuote || got[2].Author != "Karl Brandt" || got[2].Signature || !got[3].Signature {
				t.Errorf("%+v", got)
			}
		})
	}
}

// What stands in large letters between the paragraphs and in one of them too is read once.
func TestAPullQuoteIsLeftOut(t *testing.T) {
	const said = `The pier is not safe, and it has not been safe for a long time.`
	for name, html := range map[string]string{
		"class":            `<div class="pull-quote">` + said + `</div>`,
		"block quote":      `<blockquote>` + said + `</blockquote>`,
		"signed":           `<blockquote class="zitat"><p>` + said + `</p><div><div>Mayor Ida Holm</div></div></blockquote>`,
		"cited":            `<blockquote><p>“` + said + `”</p><cite>Ida Holm</cite></blockquote>`,
		"aside":            `<aside class="x1"><span>“` + said + `”</span></aside>`,
		"figure":           `<figure><blockquote>„` + said + `“</blockquote><div>Ida Holm</div></figure>`,
		"no class":         `<div class="x1"><div>` + said + `</div></div>`,
		"no class, signed": `<div class="x1"><p>` + said + `</p><p>Ida Holm, mayor</p></div>`,
		"no class, marks":  `<section><p>»The pier is not safe, and it has not been safe for a long time«</p></section>`,
		"article's words":  `<div class="x1"><p>it had passed every inspection since the storm of 2019</p></div>`,
	} {
		if got := lines(t, story(html)); !slices.Equal(got, []string{lead, quote, answer, last}) {
			t.Errorf("%s: %q", name, got)
		}
	}
	for name, html := range map[string]string{
		"other words":   `<blockquote><p>The pier was never safe, and nobody told us so.</p></blockquote>`,
		"among others":  `<p>` + said + `</p>`,
		"a short label": `<div><p>the old ferry pier</p></div>`,
	} {
		if got := lines(t, story(html)); len(got) != 5 {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestKindsOfBlocks(t *testing.T) {
	got := blocks(t, story(`<h3>Ships</h3><ul><li>One ship.</li><li>Two ships.</li></ul><blockquote>Some other words of the owner of the line.</blockquote>`))
	kinds := []body.Kind{body.Paragraph, body.Paragraph, body.Heading, body.ListItem, body.ListItem, body.BlockQuote, body.Paragraph, body.Paragraph}
	if len(got) != len(kinds) {
		t.Fatalf("%+v", got)
	}
	for i, k := range kinds {
		if got[i].Kind != k {
			t.Errorf("block %d %q is of kind %d, want %d", i, got[i].Text, got[i].Kind, k)
		}
	}
}

// teaser is an entry of a front page.
func teaser(n int) string {
	return `<article><h2><a href="/` + strings.Repeat("x", n) + `">Another story of the day in Marrow Bay</a></h2><p>A short text that says what the story is about and no more.</p></article>`
}

func refused(t *testing.T, source, url string) bool {
	t.Helper()
	p, err := page.Parse([]byte(source), nil, "text/html", url)
	if err != nil {
		t.Fatal(err)
	}
	_, err = body.Extract(p, metadata.Extract(p))
	var e *card.Error
	if err != nil && !(errors.As(err, &e) && e.Code == card.NotArticle) {
		t.Fatalf("error %v", err)
	}
	return err != nil
}

func TestPagesThatAreNoArticle(t *testing.T) {
	var front, links strings.Builder
	for n := range 12 {
		front.WriteString(teaser(n + 1))
		links.WriteString(`<li><a href="/s/` + strings.Repeat("y", n+1) + `">Result of the search</a></li><li><a href="#">More results</a></li>`)
	}
	for name, c := range map[string]struct{ html, url string }{
		"front page":    {`<html><head><title>Marrow Bay Post</title><meta property="og:type" content="website"></head><body><main>` + front.String() + `</main></body></html>`, "https://post.example/"},
		"section":       {`<html><head><title>Town news</title></head><body><h1>Town news</h1><main>` + front.String() + `</main></body></html>`, "https://post.example/section/town"},
		"search result": {`<html><head><title>Search</title></head><body><h1>Results</h1><ul>` + links.String() + `</ul></body></html>`, "https://post.example/search?q=pier"},
		"error page":    {`<html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>Sorry, the page that you were looking for is not here any more.</p></body></html>`, "https://post.example/old"},
		"empty shell":   {`<html><head><title>Post</title></head><body><div id="app"></div></body></html>`, "https://post.example/story"},
	} {
		t.Run(name, func(t *testing.T) {
			if !refused(t, c.html, c.url) {
				t.Error("the page was taken for an article")
			}
		})
	}
}

func TestShortArticlesAreArticles(t *testing.T) {
	for name, html := range map[string]string{
		"one paragraph":     `<html><head><title>Pier closes</title></head><body><h1>Pier closes</h1><p>The pier closed.</p></body></html>`,
		"without headline":  `<p>The pier closed on Monday.</p>`,
		"many linked heads": story(strings.Repeat(`<h2><a href="/d">A thing to buy for the summer</a></h2><p>`+answer+answer+`</p>`, 8)),
		"story about 404":   `<html><head><title>404 jobs go at the yard</title></head><body><h1>404 jobs go at the yard</h1><p>The yard in Marrow Bay said on Monday that it will cut 404 jobs.</p></body></html>`,
	} {
		t.Run(name, func(t *testing.T) {
			if refused(t, html, "https://post.example/2022/pier-closes") {
				t.Error("the article was refused")
			}
		})
	}
}

func TestTheArticleOfTheHeadlineIsChosenAmongMany(t *testing.T) {
	other := `<article><h1>Harbor seal moves in</h1><div class="article-body"><p>` + strings.Repeat("A harbor seal has moved into the old boat house, and nobody minds, said its keeper. ", 9) + `</p></div></article>`
	first := `<article><h1>Council closes ferry pier</h1><div class="article-body"><p>` + lead + `</p><p>` + quote + `</p><p>` + answer + `</p></div></article>`
	for name, articles := range map[string]string{"first": first + other + other, "last": other + other + first} {
		t.Run(name, func(t *testing.T) {
			want(t, lines(t, `<html><head><title>Council closes ferry pier - Post</title><meta property="og:title" content="Council closes ferry pier"></head><body>`+articles+`</body></html>`),
				lead, quote, answer)
		})
	}
}

func TestALiveBlogKeepsItsEntriesInOrder(t *testing.T) {
	entry := func(time, text string) string {
		return `<div class="entry" itemprop="liveBlogUpdate"><time class="timestamp" datetime="2022-03-15T` + time + `Z">` + time + `</time><h3>Update at ` + time + `</h3><div itemprop="articleBody"><p>` + text + `</p></div></div>`
	}
	got := lines(t, `<html><head><title>Pier vote live</title></head><body><h1>Pier vote live</h1><div class="posts">`+
		entry("12:00", last)+entry("11:00", answer)+entry("10:00", quote)+`</div></body></html>`)
	want(t, got, "Update at 12:00", last, "Update at 11:00", answer, "Update at 10:00", quote)
}

func TestTextThatOnlyJSONLDHasIsRead(t *testing.T) {
	text := lead + `\n\n` + strings.ReplaceAll(quote, `"`, `\"`) + `\n\n` + answer + `\n` + last
	want(t, lines(t, `<html><head><title>Pier closes</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier closes","articleBody":"`+text+`"}</script></head><body><div id="root">Loading the story</div></body></html>`),
		lead, quote, answer, last)
}
