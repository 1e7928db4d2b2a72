package body_test

import (
	"strings"
	"testing"
)

// The story that the pages of this file tell, and what is around it.
const (
	lead   = "The council of Marrow Bay voted on Tuesday to close the old ferry pier, ending a dispute that has split the town for two years."
	quote  = "“We have no choice left,” Mayor Ida Holm told reporters after the vote. “The pier is not safe, and it has not been safe for a long time.”"
	answer = "Ferry owner Karl Brandt denied that the pier was unsafe, saying that it had passed every inspection since the storm of 2019."
	last   = "The pier will be closed to the public from the first of June, the council said in a statement."
)

// story is a page with something put between the second and third paragraph.
func story(between string) string {
	return `<!doctype html><html lang="en"><head><title>Council closes ferry pier | Marrow Bay Post</title></head><body>` +
		`<header><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav></header><main><article><h1>Council closes ferry pier</h1>` +
		`<div class="text"><p>` + lead + `</p><p>` + quote + `</p>` + between + `<p>` + answer + `</p><p>` + last + `</p></div></article></main></body></html>`
}

func TestWhatIsNotOfTheArticleIsGone(t *testing.T) {
	for name, between := range map[string]string{
		"figure with caption":      `<figure><img src="a.jpg"><figcaption>The pier in spring. Photo: Ann Ray</figcaption></figure>`,
		"caption by class":         `<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">The old pier, seen from the harbor in spring.</p></div>`,
		"credit":                   `<span class="photo-credit">Ann Ray / Marrow Bay Post</span>`,
		"gallery":                  `<div class="photo-gallery"><ul><li>The pier in 1950, the year it was built by the navy.</li><li>The pier today.</li></ul></div>`,
		"also read":                `<p>Also read: <a href="/x">Ten piers that closed this year</a></p>`,
		"bold related line":        `<p><strong>Related:</strong> <a href="/x">Ten piers that closed this year</a></p>`,
		"see more":                 `<p><a href="/x">SEE MORE: Ten piers that closed this year</a></p>`,
		"capitals link":            `<p><a href="/x">TEN PIERS THAT CLOSED THIS YEAR AND WHY</a></p>`,
		"bold capitals link":       `<p><strong><a href="/x">MAYOR HOLM’S LONG FIGHT WITH THE FERRY LINE</a></strong></p>`,
		"related box":              `<aside class="related"><h3>More on this</h3><ul><li><a href="/x">Ten piers that closed</a></li></ul></aside>`,
		"newsletter":               `<div class="newsletter-signup"><h3>The morning mail</h3><p>All the news of the bay in your inbox every day at six.</p><form><input></form></div>`,
		"newsletter line":          `<p>Sign up for our newsletter to get the news of the bay every morning.</p>`,
		"app call":                 `<p><a href="/app">CLICK HERE TO GET THE BAY NEWS APP</a></p>`,
		"share bar":                `<div class="share-tools"><a href="#">Facebook</a><a href="#">Twitter</a><span>Share this story with your friends and family today</span></div>`,
		"player":                   `<div class="video-player"><p>Media playback is unsupported on your device</p><p>Watch the vote in full in this video report from the town hall.</p></div>`,
		"player line":              `<p>Media playback is unsupported on your device</p>`,
		"consent box":              `<div class="cookie-consent"><p>We and our partners use cookies to store your choices and to measure how you use this site.</p></div>`,
		"author bio":               `<div class="author-bio"><p>Ann Ray has covered the bay for twenty years and lives near the pier with two dogs.</p></div>`,
		"contribution":             `<p><em>Bo Li contributed to this report.</em></p>`,
		"reporting credits":        `<p>Reporting by Ann Ray; editing by Bo Li</p>`,
		"reporter's address":       `<p>Reach the reporter at ann.ray@post.example or on Twitter @annray.</p>`,
		"tags":                     `<div class="tags"><a href="/t/1">Pier</a> <a href="/t/2">Council</a> <a href="/t/3">Ferries</a></div>`,
		"hidden text":              `<p hidden>This paragraph was hidden by an attribute of the page.</p>`,
		"text hidden by style":     `<div style="display: none"><p>This paragraph was hidden by an inline style of the page.</p></div>`,
		"text hidden from readers": `<div aria-hidden="true"><p>This paragraph repeats what a picture shows on the page.</p></div>`,
		"paywall message":          `<div class="paywall-message"><p>You have read three free stories this month. Subscribe now to read on without limits.</p></div>`,
		"advertisement":            `<div class="ad-slot"><p>Advertisement</p><p>Buy the new boat of the year for half its price, only today.</p></div>`,
		"advertisement line":       `<p>Story continues below advertisement</p>`,
		"screen reader text":       `<span class="visually-hidden">Opens in a new window</span>`,
		"comments":                 `<section id="comments"><h3>3 comments</h3><p>Jo said: “I think the mayor is wrong about all of this, and so does everyone.”</p></section>`,
		"poll":                     `<form class="poll"><fieldset><legend>Should the pier close for good?</legend><label>Yes</label><label>No</label></fieldset></form>`,
		"correction form":          `<div class="report-error"><p>Did you find a mistake in this text? Tell us about it here and we will mend it.</p></div>`,
		"print address":            `<div class="print-only">https://post.example/council-closes-ferry-pier</div>`,
		"script":                   `<script>var text = "<p>This is a text in a script that nobody reads.</p>";</script>`,
		"style":                    `<style>p { color: red }</style>`,
		"drawing":                  `<svg><text>Chart of ferries a day at the pier, by month and year</text></svg>`,
		"comment of the template":  `<!-- <p>This paragraph is commented out by the editor.</p> -->`,
	} {
		t.Run(name, func(t *testing.T) {
			want(t, lines(t, story(between)), lead, quote, answer, last)
		})
	}
}

func TestWhatIsOfTheArticleStays(t *testing.T) {
	for name, c := range map[string]struct{ between, want string }{
		"short quotation":          {`<p>“No.”</p>`, "“No.”"},
		"one word":                 {`<p>Never.</p>`, "Never."},
		"subhead":                  {`<h2>A long dispute</h2>`, "A long dispute"},
		"list item":                {`<ul><li>The pier closes in June.</li></ul>`, "The pier closes in June."},
		"linked quotation":         {`<p><a href="/x">“I will not move my ships,” he said in March.</a></p>`, "“I will not move my ships,” he said in March."},
		"quotation with a cue":     {`<p>“Read more than the headline: subscribe to the facts,” she said.</p>`, "“Read more than the headline: subscribe to the facts,” she said."},
		"correction":               {`<p class="correction"><em>Correction: An earlier version of this story gave the wrong year for the storm.</em></p>`, "Correction: An earlier version of this story gave the wrong year for the storm."},
		"editor's note":            {`<p><em>Editor’s note: The names of the two sailors were changed.</em></p>`, "Editor’s note: The names of the two sailors were changed."},
		"dateline in a span":       {`<p><span class="dateline">MARROW BAY (AP) —</span> The ferry line has two ships.</p>`, "MARROW BAY (AP) — The ferry line has two ships."},
		"hover card in a sentence": {`<p>Rep. <span class="person"><a href="/p">Ann Ray</a><span class="card"><span><img src="a.jpg"></span><a href="/p">Ann Ray</a><a href="/1">Ray backs ferry bill in key vote</a> <a href="/2">MORE</a></span></span> (D-Ohio) agreed.</p>`, "Rep. Ann Ray (D-Ohio) agreed."},
		"hover card in its name":   {`<p>Sen. <span class="person-popover">Lydia Cho<span class="rollover-block"><b>Lydia Cho</b> <a href="/1">Cho denies delaying vote</a></span></span> (D) agreed.</p>`, "Sen. Lydia Cho (D) agreed."},
		"tooltip in a sentence":    {`<p>The inflation<span class="tooltip">The rise of prices over time</span> was low.</p>`, "The inflation was low."},
		"drop cap":                 {`<p><span class="dropcap">T</span>he ferry line has two ships.</p>`, "The ferry line has two ships."},
		"soft hyphen":              {"<p>The munici\u00ADpality and the ferry\u200Bline.</p>", "The municipality and the ferryline."},
		"line break":               {`<p>The ferry line<br>has two ships.</p>`, "The ferry line has two ships."},
		"table row":                {`<table><tr><td>Ships</td><td>2</td></tr></table>`, "Ships 2"},
		"short quotation element":  {`<p>She called it <q>a wreck</q>.</p>`, "She called it “a wreck”."},
		"paragraph about sharing":  {`<p>Share prices of the ferry line fell by a tenth on Monday morning.</p>`, "Share prices of the ferry line fell by a tenth on Monday morning."},
		"said of a newspaper":      {`<p>“I read about it in the comments,” said Jo Park, a fisherman.</p>`, "“I read about it in the comments,” said Jo Park, a fisherman."},
	} {
		t.Run(name, func(t *testing.T) {
			want(t, lines(t, story(c.between)), lead, quote, c.want, answer, last)
		})
	}
}

func TestWhatFollowsTheArticleIsGone(t *testing.T) {
	tail := `<h2>You may also like</h2><ul><li><a href="/1">Ten piers that closed</a></li></ul><p>The story of a ferry line that would not move, and of a town that waited.</p>`
	page := strings.Replace(story(""), last+`</p>`, last+`</p>`+tail, 1)
	want(t, lines(t, page), lead, quote, answer, last)
}

func TestBylineAndDateAboveTheTextAreGone(t *testing.T) {
	head := `<p class="standfirst">A long fight ends.</p><p>By Ann Ray</p><p>March 15, 2022 10:30 a.m.</p>`
	page := strings.Replace(story(""), `<div class="text">`, `<div class="text">`+head, 1)
	want(t, lines(t, page), lead, quote, answer, last)
}

func TestTwoLineBreaksPartParagraphs(t *testing.T) {
	want(t, lines(t, `<html><body><h1>Council closes ferry pier</h1><div>`+lead+`<br><br>`+quote+`<br /> <br />`+answer+`</div></body></html>`),
		lead, quote, answer)
}

func TestTextBesideParagraphsIsKept(t *testing.T) {
	want(t, lines(t, `<html><body><h1>Council closes ferry pier</h1><div>`+lead+`<p>`+quote+`</p>`+answer+`</div></body></html>`),
		lead, quote, answer)
}
