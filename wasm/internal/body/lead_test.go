package body_test

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

func TestTheLeadBesideTheBodyIsOfTheArticle(t *testing.T) {
	head := `<html><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1>`
	for name, html := range map[string]string{
		"teaser":            `<div class="teaser-content"><p>` + lead + `</p><p>` + quote + `</p></div><div class="article-body"><p>` + answer + `</p><p>` + last + `</p></div>`,
		"teaser with body":  `<div class="teaser"><div class="article-body"><p>` + lead + `</p><p>` + quote + `</p></div></div><div class="article-body"><p>` + answer + `</p><p>` + last + `</p></div>`,
		"without a class":   `<div><p>` + lead + `</p><p>` + quote + `</p></div><div itemprop="articleBody"><p>` + answer + `</p><p>` + last + `</p></div>`,
		"a subhead by data": `<div class="article-body"><p>` + lead + `</p><p>` + quote + `</p><p>` + answer + `</p><p>` + last + `</p></div>`,
	} {
		t.Run(name, func(t *testing.T) {
			want(t, lines(t, head+html+`</article></body></html>`), lead, quote, answer, last)
		})
	}
	want(t, lines(t, head+`<div class="article-body"><p>`+lead+`</p><h3 data-qa="article-header">Looking ahead</h3><p>`+answer+`</p></div></article></body></html>`), lead, "Looking ahead", answer)
}

func TestAFirstParagraphMayBeALink(t *testing.T) {
	want(t, lines(t, `<html><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1><p><a href="/report">`+lead+`</a></p><p>`+quote+`</p><p>`+last+`</p></article></body></html>`), lead, quote, last)
}

func TestATeaserOfAnotherStoryIsNot(t *testing.T) {
	want(t, lines(t, story(`<div class="teaser"><h4><a href="/x">Ten piers that closed</a></h4><p>Piers close everywhere along the coast this year, and nobody knows what comes next.</p></div>`)), lead, quote, answer, last)
	want(t, lines(t, story(`<ul><li><b>Piers:</b> <a href="/x">Ten more that closed this year</a></li><li><b>Storms:</b> <a href="/y">When the sea comes in</a></li></ul>`)), lead, quote, answer, last)
	want(t, lines(t, story(`<p>Pictured, from left, are the mayor, the owner and the engineer of the line.</p>`)), lead, quote, answer, last)
}

func TestWhatIsAroundMainIsNoBoilerplate(t *testing.T) {
	want(t, lines(t, `<html><head><title>Pier closes</title></head><body><div class="wrapper gate-ad"><main><h1>Pier closes</h1><p>`+quote+`</p></main></div><div><p>`+lead+`</p><p>`+answer+`</p></div></body></html>`), quote)
}

func TestClassesOfAWrapperTellOfThePage(t *testing.T) {
	for _, class := range []string{"story-with-comments", "post-comments-open", "comment-enabled", "has-comments", "comments"} {
		want(t, lines(t, `<html><head><title>Pier closes</title></head><body><h1>Pier closes</h1><div class="`+class+`"><p>`+lead+`</p><p>`+quote+`</p><p>`+last+`</p></div></body></html>`), lead, quote, last)
	}
}

func TestShownHasWhatThePageReadsBeforeTheArticle(t *testing.T) {
	p, err := page.Parse([]byte(`<body><nav><ul><li><a href="/o">It is safe &amp; sound</a></li></ul></nav><p class="caption">A caption.</p><div hidden>Never.</div><article><h1>Pier</h1><p>`+lead+`</p></article></body>`), nil, "text/html", "")
	if err != nil {
		t.Fatal(err)
	}
	b, err := body.Extract(p, metadata.Extract(p))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := b.Shown.Text, "It is safe & sound\nA caption.\nPier\n"+lead+"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if at := b.Blocks[0].Shown; !strings.HasPrefix(b.Shown.Text[at:], lead) {
		t.Errorf("the block stands at %d", at)
	}
}

func TestAHeadlineAndATextAreNoBoilerplate(t *testing.T) {
	other := strings.Repeat(`<div class="y"><p>`+answer+`</p><p>`+last+`</p></div>`, 6)
	text := `<p>` + lead + ` ` + lead + `</p><p>` + quote + `</p><p>` + lead + ` ` + lead + `</p><p>` + last + ` ` + last + `</p>`
	got := lines(t, `<html><head><title>Pier closes</title></head><body><div class="modal render-target"><h1>Pier closes</h1>`+text+`</div>`+other+`</body></html>`)
	if len(got) != 4 || got[1] != quote {
		t.Errorf("%q", got)
	}
}
