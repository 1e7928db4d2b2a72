package body_test

import (
	"strings"
	"testing"
)

// sentence gives what the page's third paragraph reads.
func sentence(t *testing.T, html string) string {
	t.Helper()
	got := lines(t, story("<p>"+html+"</p>"))
	if len(got) < 5 {
		return "(gone)"
	}
	return got[2]
}

// Words are lost from a quotation where the class of an inline element is taken for a
// box: “We heard it go” would read “We go”.
func TestWordsOfASentenceStayWhateverTheirElementIsCalled(t *testing.T) {
	const want = "“We heard it go,” said Tomas Reed."
	for _, element := range []string{
		`<span class="tooltip">heard it</span>`, `<span class="tooltip-trigger">heard it</span>`, `<span class="popover">heard it</span>`,
		`<span class="dropdown-toggle">heard it</span>`, `<a class="share" href="/x">heard it</a>`, `<span class="author">heard it</span>`,
		`<span id="ad">heard it</span>`, `<a href="/x" class="newsletter">heard it</a>`, `<a name="x">heard it</a>`,
		`<button type="button">heard it</button>`, `<label>heard it</label>`, `<span aria-hidden="true">heard it</span>`,
		`<span aria-hidden="true">heard it</span><span class="sr-only"> (a noise)</span>`, `heard<span hidden> a bang and</span> it`,
		`<span style="display: none">never</span>heard it`, `<span role="tooltip">tip</span>heard it`, `heard<sup>2</sup> it`, `heard it<a href="#note-4">[4]</a>`,
		`heard<sup><a href="#n1">1</a></sup> it`, `heard<sup>1,2</sup> it`, `heard<sup class="footnote">a</sup> it`, `heard<a href="#n" role="doc-noteref">note 1</a> it`, `hea<wbr>rd i&shy;t`, `<ruby>heard<rt>hoord</rt></ruby> it`, `h<span style="float:left;display:block">e</span>ard it`,
		`heard<span class="tooltiptext">Noticed by ear</span> it`, `heard<i class="icon-info" aria-hidden="true">info</i> it`,
	} {
		if got := sentence(t, "“We "+element+" go,” said Tomas Reed."); got != want {
			t.Errorf("%s: %s", element, got)
		}
	}
	for html, want := range map[string]string{
		`<span aria-hidden="true"><span class="cap">T</span>he</span><span class="visually-hidden">The</span> pier of Marrow Bay is closed.`:                              "The pier of Marrow Bay is closed.",
		`It is 40 m<sup>2</sup>, 10<sup>6</sup> litres and CO<sub>2</sub> on the 3<sup>rd</sup> deck.`:                                                                    "It is 40 m2, 106 litres and CO2 on the 3rd deck.",
		`She said: <q>He told me, <q>it is gone</q>, and hung up</q>.`:                                                                                                    "She said: “He told me, ‘it is gone’, and hung up”.",
		`It bears <math><mi>x</mi><mo>=</mo><mn>3</mn></math> tons of snow in a winter.`:                                                                                  "It bears x=3 tons of snow in a winter.",
		`The <abbr>EU</abbr><span class="hovercard">European Union, seat in Brussels</span> has paid for the pier since then.`:                                            "The EU has paid for the pier since then.",
		`<span class="teaser">The council has known of the rotten piles since 2019, and it has put off their repair twice, says a report that nobody was to read.</span>`: "The council has known of the rotten piles since 2019, and it has put off their repair twice, says a report that nobody was to read.",
	} {
		if got := sentence(t, html); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestSpansShownAsBlocksAreParagraphs(t *testing.T) {
	got := lines(t, story(`<div><span style="display:block">One thing was said here.</span><span style="display: block;">And another there.</span></div>`))
	want(t, got, lead, quote, "One thing was said here.", "And another there.", answer, last)
}

func TestASectionNamedAfterItsOwnHeadingStays(t *testing.T) {
	const prose = "The same crew mended the bridge at Skell, which has held in every storm since then."
	for _, section := range []string{
		`<section id="popular-vote"><h2>Popular vote</h2><p>` + prose + `</p></section>`, `<section id="Newsletter"><h2>The newsletter affair</h2><p>` + prose + `</p></section>`,
		`<div id="comments"><h2>Comments</h2><p>` + prose + `</p></div>`, `<div class="related-deaths"><h3>Related deaths</h3><p>` + prose + `</p></div>`, `<p id="footer-fight">` + prose + `</p>`, `<h2 id="popular-vote">Popular vote</h2><p>` + prose + `</p>`,
	} {
		if got := strings.Join(lines(t, story(section)), "\n"); !strings.Contains(got, prose) {
			t.Errorf("%s: %s", section, got)
		}
	}
	for _, section := range []string{
		`<section id="newsletter"><h2>Newsletter</h2><p>` + prose + `</p><form><input><button>Go</button></form></section>`,
		`<section id="related"><h2>Related</h2><ul><li><a href="/a">The bridge at Skell has held</a></li><li><a href="/b">The bridge at Hove has not</a></li></ul></section>`,
		`<section id="comments"><h2>Comments</h2><div class="comment"><p>` + prose + `</p></div></section>`,
	} {
		want(t, lines(t, story(section)), lead, quote, answer, last)
	}
}

func TestADeclarativeShadowRootIsRead(t *testing.T) {
	want(t, lines(t, `<html><head><title>Pier closes</title></head><body><h1>Pier closes</h1><news-story><template shadowrootmode="open"><style>p{}</style><article><p>`+lead+
		`</p><slot name="said"></slot><p>`+answer+`</p><slot>nothing</slot></article></template><p slot="said">`+quote+`</p><p>`+last+`</p><p slot="other">Never shown.</p></news-story></body></html>`),
		lead, quote, answer, last)
}

func TestXHTMLIsReadAsXML(t *testing.T) {
	p := `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Pier closes</title><script src="a.js"/></head><body><a name="t"/><div id="sidebar"/><h1>Pier closes</h1><p>` + lead + `</p><p>` + answer + `</p></body></html>`
	want(t, linesOf(t, p, "application/xhtml+xml"), lead, answer)
}
