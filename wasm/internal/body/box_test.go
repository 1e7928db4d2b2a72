package body_test

import "testing"

// Boxes that ask for something, each with classes that say nothing.
func TestABoxThatAsksTheReaderForSomethingIsGone(t *testing.T) {
	for name, box := range map[string]string{
		"subscription": `<div class="x1"><h3>Keep reading with a subscription</h3><p>Only 2.95 a week for the first three months. Read all stories of the Post, on all your devices, and cancel at any time.</p><p>“Best paper of the coast,” said the jury.</p></div>`,
		"list":         `<section class="x2"><div>THIS STORY IS FOR SUBSCRIBERS ONLY</div><ul><li>Unlimited online access to the Post and nine others.</li><li>Daily puzzles and comics.</li><li>Support local journalism.</li></ul><a class="b">Subscribe now</a></section>`,
		"button":       `<div class="x3"><p>Create an account and read on.</p><button>Go</button></div>`,
		"paragraph":    `<p>This article is for subscribers only. Subscribe now to read the rest of the story, or log in if you have an account.</p>`,
		"German":       `<div class="x4"><h4>Weiterlesen mit dem Abo</h4><p>Jetzt kostenlos testen, danach 9,99 Euro im Monat. Jederzeit kündbar.</p></div>`,
		"consent":      `<div class="x5"><h3>Empfohlener redaktioneller Inhalt</h3><p>An dieser Stelle findest du einen externen Inhalt, der den Artikel ergänzt. Du kannst ihn dir mit einem Klick anzeigen lassen.</p><p>Ich bin damit einverstanden, dass mir Inhalte angezeigt werden.</p></div>`,
		"French":       `<div class="x6"><p>Cet article est réservé aux abonnés.</p><p>Abonnez-vous pour 1 € le premier mois, sans engagement.</p></div>`,
		"Japanese":     `<div class="x7"><p>この記事は会員限定です。無料で会員登録できます。</p><a href="/l">ログインして続きを読む</a></div>`,
		"newsletter":   `<div class="x8"><h3>The morning mail</h3><p>All the news of the bay, in your inbox every day at six.</p><form><input placeholder="Your email address"><button>Sign up</button></form></div>`,
		"script":       `<p>googletag.cmd.push(function() { googletag.display("div-1"); });</p>`,
		"headline":     `<p>À lire aussi <a href="/x">Dix pontons qui ont fermé cette année</a></p>`,
	} {
		t.Run(name, func(t *testing.T) {
			want(t, lines(t, story(box)), lead, quote, answer, last)
		})
	}
}

// What news says of subscriptions and the like is no box.
func TestNewsOfSubscriptionsStays(t *testing.T) {
	for _, news := range []string{
		"The subscription costs $9.99 a month, up from $7.99, the company said.",
		"Subscribers can cancel at any time, the court held, and the terms of use do not change that.",
		"She asked readers of her newsletter to sign up for the march.",
		"Das Abonnement kostet jetzt 12 Euro im Monat, teilte der Verlag mit.",
	} {
		want(t, lines(t, story("<div><p>"+news+"</p></div>")), lead, quote, news, answer, last)
	}
}

func TestLinesBeforeTheTextAreNotOfIt(t *testing.T) {
	for _, line := range []string{
		`<div class="t"><span>PUBLISHED: November 8, 2023 at 4:56 p.m. | UPDATED: November 8, 2023 at 6:00 p.m.</span></div>`,
		`<p>Posted: Thursday, April 21, 2022. 10:11 pm CST.</p>`, `<p>8 min read</p>`, `<p>Add us as a preferred source on Google</p>`,
		`<div><a href="#">facebook</a><a href="#">twitter</a><a href="#">whatsapp</a></div>`, `<ul><li><a href="/e">Explore</a></li><li><a href="/tv">TV Schedule</a></li></ul>`,
		`<p>Jane Smyth, Research Scientist, and John Dow, VP</p>`, `<div><span>3 hours ago</span><span>Share</span><span>12</span></div>`,
	} {
		want(t, lines(t, `<html><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1>`+line+`<p>`+lead+`</p><p>`+quote+`</p><p>`+last+`</p></article></body></html>`), lead, quote, last)
	}
}

func TestABoxInTheMiddleDoesNotEndTheArticle(t *testing.T) {
	got := lines(t, story(`<p>`+answer+` And so on.</p><h3>Most read in Marrow Bay</h3><p>`+last+` Or so it said.</p>`))
	if len(got) < 6 || got[len(got)-1] != last {
		t.Errorf("%q", got)
	}
}

func TestCreditsAndPrintLinesBehindTheTextAreNotOfIt(t *testing.T) {
	for _, line := range []string{
		`<p>SDA/sep</p>`, `<p>（责编：牛镛、岳弘彬）</p>`,
		`<p>Do you know more? Email: ann@post.example</p>`, `<p>March 4, 2026 | 14:08</p>`, `<p>Get in touch with our news team.</p>`,
	} {
		want(t, lines(t, `<html><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1><p>`+lead+`</p><p>`+quote+`</p><p>`+last+`</p>`+line+`</article></body></html>`), lead, quote, last)
	}
	// Behind a dek stand byline and date.
	want(t, lines(t, `<html><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1><p>The town cannot pay for the repair of the old pier.</p><p>By Ann Ray</p><p>October 23, 2025 5:50 pm CET</p><p>`+lead+`</p><p>`+last+`</p></article></body></html>`),
		"The town cannot pay for the repair of the old pier.", lead, last)
	for _, line := range []string{"The town fought HIV/AIDS and won.", "They meet and/or talk", "By noon all was lost."} {
		want(t, lines(t, story(`<p>`+line+`</p>`)), lead, quote, line, answer, last)
	}
}
