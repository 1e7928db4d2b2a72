package body_test

import (
	"slices"
	"strings"
	"testing"
)

func TestTheHeadingInTheHeaderOfAnEntryStays(t *testing.T) {
	entry := func(open, head, heading string) string {
		return open + `<header>` + head + `<h2>` + heading + `</h2></header><p>A bang was heard on the shore, and a second one soon after, people said.</p></article>`
	}
	for _, one := range []struct{ open, head string }{{`<article class="entry">`, `<time>11.04 GMT</time>`}, {`<article>`, `<span>09:10 Uhr</span>`}} {
		got := lines(t, story(entry(one.open, one.head, "The pier gives way")+entry(one.open, one.head, "Schools to close at noon")))
		if len(got) != 8 || got[2] != "The pier gives way" || got[4] != "Schools to close at noon" {
			t.Errorf("%v:\n%s", one, strings.Join(got, "\n"))
		}
	}
}

func TestWhatStandsForSomethingElseIsGone(t *testing.T) {
	gone(t,
		`<div class="v7"><div><img src="/f.jpg" alt=""><span>Video</span><span>1:58 min</span></div><p>Officers roll up their hoses at dawn.</p><span>05.02.2026 | 1:58 min</span></div>`,
		`<div class="v1"><span>Vidéo</span> <span>1 min 12</span><p>Les pompiers replient leurs lances.</p></div>`,
		`<div class="m"><div>Loading map…</div><div>© OpenStreetMap contributors</div></div>`,
		strings.Repeat(`<div><a href="#1">Facebook</a><a href="#2">X</a><a href="#3">Copy link</a></div>`, 5),
		`<div class="tc"><h4>Top comment</h4><p>They should have bought a boat in 2015.</p><span>harborfan88</span><a href="#c">See all 43 comments</a></div>`,
		`<div class="tc"><strong>Beliebtester Kommentar</strong><p>Man hätte längst ein Schiff kaufen sollen.</p><div><span>hafenfan88</span><a href="#c">Alle 43 Kommentare ansehen</a></div></div>`)
	gone(t,
		`<p>Source: <a href="https://box.example/">Box Office Weekly</a></p>`,
		`<p>Mehr Artikel aus dieser Rubrik gibt's hier: <a href="/w">Wirtschaft</a></p>`,
		`<p>Related Roundup: <a href="/r">Ferries</a>, <a href="/p">Piers</a></p>`,
		`<p>[Featured Image by Ann Ray/Bay Pictures]</p>`,
		`<p>— With assistance by Ann Ray, Bo Lind and Cal Fox</p>`,
		`<p>Twitter: @annray</p>`,
		`<p>➡️ 関連記事：<a href="/r">缶詰工場が再び採用を始めた理由</a></p>`,
		`<p>➡️ Read more: Why the cannery is hiring again</p>`,
		`<div><h3>Hamnbrevet</h3><p>Veckan vid kusten, varje fredag i din inkorg.</p><a class="btn" href="/nl">Anmäl dig</a><small>Genom att anmäla dig godkänner du våra villkor.</small></div>`,
		`<div><h3>List z portu</h3><p>Tydzień na wybrzeżu, w każdy piątek w twojej skrzynce.</p><a class="btn" href="/nl">Zapisz się</a><small>Zapisując się, akceptujesz naszą politykę prywatności.</small></div>`)
	stays(t, "The Bay Post reported:", `<p><a href="/p">The Bay Post</a> reported:</p><blockquote><p>The pier was sold in May, and nobody in the town was told.</p></blockquote>`)
	stays(t, "It took 3 min.", `<div><p>It took 3 min.</p><p>The ferry made the crossing as fast as ever on its last day.</p></div>`)
	stays(t, "Ann Ray won the race by a hand", `<div><p>Ann Ray won the race by a hand</p><p>1:58 min</p><p>Bo Lind came second, as last year</p><p>2:04 min</p><p>Cal Fox gave up</p></div>`)
	stays(t, "[Post]", `<p><strong>[</strong><a href="https://post.example/"><strong>Post</strong></a><strong>]</strong></p>`)
	stays(t, "And then…", `<p>And then…</p>`)
}

func TestALineInBoldBesideTheProseOpensTheText(t *testing.T) {
	page := func(first string) string {
		return strings.Replace(story(""), `<div class="text">`, `<div class="text">`+first, 1)
	}
	const words = "A guide for islanders who lost their ferry"
	for _, first := range []string{`<p><b><i>` + words + `</i></b></p><p>&nbsp;</p>`, `<p><em>` + words + `</em></p>`} {
		if got := lines(t, page(first)); got[0] != words {
			t.Errorf("%s: %s", first, got[0])
		}
	}
	for _, first := range []string{`<p><b>5 min read</b></p>`, `<p>` + words + `</p>`, `<p><b><a href="/x">` + words + `</a></b></p>`} {
		if got := lines(t, page(first)); got[0] != lead {
			t.Errorf("%s: %s", first, got[0])
		}
	}
}

func TestMarksThatAreEscapedTwiceAreRead(t *testing.T) {
	got := lines(t, story(`<p>&amp;#147;It is gone,&amp;#148; said Ida Holm &amp;mdash; &amp;amp; wept for &amp;pound;5. R&amp;D is &amp;lt;b&amp;gt;.</p>`))
	if want := "“It is gone,” said Ida Holm — & wept for £5. R&D is &lt;b&gt;."; !slices.Contains(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}
