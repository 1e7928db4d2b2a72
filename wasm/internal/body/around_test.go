package body_test

import (
	"slices"
	"strings"
	"testing"
)

// What publishers put among the paragraphs, each in its plainest form, with no class that
// says so.
func TestWhatStandsAroundTheParagraphsIsGone(t *testing.T) {
	between := []string{
		`<div class="q"><h4>More from the Post</h4><ul><li><a href="/a">Ducks return to the pond</a></li><li><a href="/b">Lake freezes early this year</a></li></ul></div>`,
		`<div class="q"><span>Related</span><a href="/a">Ducks return to the pond</a></div>`,
		`<div class="q"><h4>Related</h4><a href="/a"><h5>Ducks return to the pond</h5><p>They came back after nine years away, and people cheered.</p></a></div>`,
		`<div class="q"><h4>Listen: The Daily Pier</h4><p>Episode 12 · 24 min</p><button>Play</button></div>`,
		`<div class="q"><a href="/p">The Daily Pier podcast</a><p>Subscribe on Spotify, Apple Podcasts or wherever you get your podcasts.</p></div>`,
		`<div class="q"><video src="a.mp4"></video><p>Watch: the pier falls into the sea</p></div>`,
		`<div class="q"><iframe src="x"></iframe><p>Video: Ann Ray / Post</p></div>`,
		`<table><tr><td>Acme boots</td><td>$129.99</td><td><a href="/b">Buy at Shop</a></td></tr><tr><td>Storm coat</td><td>$89.00</td><td><a href="/c">Buy at Shop</a></td></tr></table>`,
		`<div class="q"><h4>Acme storm boots</h4><p>$129.99 at Acme</p><a href="/b">Buy now</a></div>`,
		`<p><em>Join our WhatsApp channel for the latest news from the bay.</em></p>`,
		`<p>Follow the Post on Google News and never miss a story.</p>`,
		`<div>Annons</div>`,
		`<p>Publicité</p>`,
		`<div>PUBLICIDAD</div>`,
		`<div>広告</div>`,
		`<p>광고</p>`,
		`<div>Advertisement · Scroll to continue</div>`,
		`<p>Article continues below advertisement</p>`,
		`<div>ADVERTISEMENT - CONTINUE READING BELOW</div>`,
		`<p>Lesen Sie auch: <a href="/x">Zehn Piers, die schließen</a></p>`,
		`<p><strong>Lees ook:</strong> <a href="/x">Tien pieren die dit jaar sluiten</a></p>`,
		`<p>Lire aussi : <a href="/x">Dix pontons qui ferment cette année</a></p>`,
		`<p><a href="/x">Lire aussi Dix pontons qui ferment cette année</a></p>`,
		`<p>Leia também: <a href="/x">Dez cais que fecham</a></p>`,
		`<p>Läs även: <a href="/x">Tio bryggor som stänger</a></p>`,
		`<p>Čtěte také: <a href="/x">Deset mol, která zavřela</a></p>`,
		`<p>관련기사: <a href="/x">올해 문을 닫은 부두 열 곳</a></p>`,
		`<p>関連記事：<a href="/x">今年閉鎖された十の桟橋</a></p>`,
		`<p>İlgili Haber: <a href="/x">Bu yıl kapanan on iskele</a></p>`,
		`<p><strong>Leggi anche</strong> <a href="/x">Dieci moli chiusi quest’anno</a></p>`,
		`<p>Te puede interesar: <a href="/x">Diez muelles que cerraron</a></p>`,
		`<p>LÆS OGSÅ: <a href="/x">Ti moler der lukkede</a></p>`,
		`<p>Lue myös: <a href="/x">Kymmenen laituria</a></p>`,
		`<p>CZYTAJ TAKŻE: <a href="/x">Dziesięć molo</a></p>`,
		`<p>Читайте также: <a href="/x">Десять причалов</a></p>`,
		`<p>延伸閱讀：<a href="/x">今年關閉的十個碼頭</a></p>`,
		`<div>This article is more than 2 years old</div>`,
		`<div class="q"><p>Should the pier close?</p><label><input type=radio> Yes</label><label><input type=radio> No</label><button>Vote</button></div>`,
		`<div class="q"><p>This content is hosted by YouTube, which uses cookies. Accept cookies to view this content.</p><button>Accept</button></div>`,
		`<div class="q"><p>Ce contenu est hébergé par YouTube. En cliquant sur accepter, vous acceptez les cookies de ce site.</p><button>Accepter</button></div>`,
		`<div class="q"><p>Per vedere questo contenuto devi accettare i cookie di YouTube.</p><button>Accetta</button></div>`,
		`<div class="q"><p>Have you spotted an error? Let us know.</p><button>Report</button></div>`,
		`<div class="q"><p>You have been granted access, use your keyboard to continue reading.</p></div>`,
		`<div class="q"><p>Alle Nachrichten in der App: Jetzt herunterladen und nichts mehr verpassen.</p><a href="/app">App herunterladen</a></div>`,
		`<div class="q"><h3>Test yourself</h3><a href="/q">Take our weekly news quiz</a></div>`,
		`<p><a href="/x"><strong>Transfer centre LIVE! | Premier League table</strong></a></p>`,
		`<p><strong><a href="/x">Download the Post app</a></strong> | <strong><a href="/y">Get our WhatsApp alerts</a></strong></p>`,
	}
	behind := []string{
		`<ul><li><a href="/t/a">Ferry</a></li><li><a href="/t/b">Marrow Bay</a></li><li><a href="/t/c">Council</a></li></ul>`,
		`<p>Tags: <a href="/t/a">Ferry</a>, <a href="/t/b">Marrow Bay</a></p>`,
		`<div><span>Topics</span><a href="/t/a">Ferry</a><a href="/t/b">Marrow Bay</a></div>`,
		`<p>Mots-clés : ferry, conseil, jetée</p>`,
		`<p>Schlagwörter: Fähre, Rat</p>`,
		`<div><a href="#">Facebook</a><a href="#">X</a><a href="#">WhatsApp</a><a href="#">Email</a></div>`,
		`<p>Share this article: <a href="#">Facebook</a> <a href="#">X</a></p>`,
		`<div>Share <button>Facebook</button> <button>X</button> <button>Copy link</button></div>`,
		`<p><em>Ines Calder is the Post’s harbor reporter. Email her at ines@post.example.</em></p>`,
		`<p>© 2026 Marrow Bay Post. All rights reserved.</p>`,
		`<p>Copyright 2026 The Associated Press. All rights reserved. This material may not be published.</p>`,
		`<p>저작권자 ⓒ 베이신문, 무단 전재 및 재배포 금지</p>`,
		`<p>© RIPRODUZIONE RISERVATA</p>`,
		`<h3>Recommended for you</h3><ul><li><a href="/a">Ducks return to the pond after nine years</a></li></ul>`,
		`<section><h2>What to read next</h2><article><a href="/a"><h3>Ducks return to the pond</h3></a><p>They came back after nine years away, and people cheered on the shore.</p></article></section>`,
		`<section><h3>3 Comments</h3><ul><li><b>jo</b> <p>I think the mayor is wrong about all of this, and so does everyone.</p><a href="#">Reply</a></li></ul></section>`,
		`<div><h4>Join the conversation</h4><p>Log in to comment on this story and share your thoughts with others.</p></div>`,
		`<h3>Meer nieuws</h3><ul><li><a href="/a">Eenden terug in de vijver</a></li><li><a href="/b">Meer</a></li></ul>`,
		`<h3>Mehr aus dem Ressort</h3><ul><li><a href="/a">Enten kehren zum Teich zurück</a></li></ul>`,
		`<div class="q"><p>The Post is free because readers pay for it. If you can, please support our journalism today.</p><a href="/s">Support us</a></div>`,
		`<p>Get the day’s news in your inbox. Sign up for our daily newsletter.</p>`,
		`<p>(Reporting by Ines Calder; Editing by Bo Lind)</p>`,
		`<p>Additional reporting by Bo Lind in Skell</p>`,
		`<p>First published on 4 March 2026 / 9:30 AM</p>`,
		`<p>Got a tip? Email tips@post.example.</p>`,
		`<h4>About the author</h4><p>Ines Calder has covered the harbor since 2015.</p>`,
		`<p>Quelle: ntv.de, jwu/dpa</p>`,
		`<p>(AFP)</p>`,
		`<p>Le Post avec AFP</p>`,
	}
	before := []string{
		`<p>Harbor</p>`,
		`<time>March 4, 2026</time>`,
		`<p>By Ines Calder</p>`,
		`<div><span>Ines Calder</span> <span>Harbor reporter</span></div>`,
		`<div>4 min read</div>`,
		`<div>Listen to this article<span>5 min</span></div>`,
		`<p>Updated 3:15 PM EST, Wed March 4, 2026</p>`,
		`<p>Stand: 04.03.2026, 15:12 Uhr</p>`,
		`<p>Von Jörg Stahl, Kiel</p>`,
		`<p>Publié le 4 mars 2026 à 9h30 - Mis à jour le 4 mars 2026 à 10h00</p>`,
		`<div>Actualizado: 04/03/2026 10:00h.</div>`,
		`<p>04/03/2026 09h30 Atualizado há 2 horas</p>`,
		`<p>Gepubliceerd op 4 mrt. 2026 om 09:30</p>`,
		`<p>2026年3月4日 9時30分</p>`,
		`<p>입력 2026-03-04 09:30 수정 2026-03-04 10:00</p>`,
		`<ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li>Harbor</li></ul>`,
		`<div><button>A+</button> <button>A-</button> Print</div>`,
		`<div><button>Save</button><button>Share</button><button>Gift</button></div>`,
		`<div><a href="#c">12 comments</a></div>`,
		`<figure><img src=a><figcaption>The pier. Photo: Ann Ray</figcaption></figure>`,
		`<div><img src=a><div>The pier in spring, before it closed. (Ann Ray/Post)</div></div>`,
		`<div><h3>In short</h3></div>`,
	}
	page := func(pre, mid, end string) string {
		return `<html lang="en"><head><title>Council closes ferry pier | Post</title></head><body><main><article><h1>Council closes ferry pier</h1>` + pre +
			`<div class="q1"><p>` + lead + `</p><p>` + quote + `</p>` + mid + `<p>` + answer + `</p><p>` + last + `</p>` + end + `</div></article></main></body></html>`
	}
	for i, all := range [][]string{before, between, behind} {
		for _, html := range all {
			parts := [3]string{}
			parts[i] = html
			if got := lines(t, page(parts[0], parts[1], parts[2])); !slices.Equal(got, []string{lead, quote, answer, last}) {
				t.Errorf("%s:\n%s", html, strings.Join(got, "\n"))
			}
		}
	}
}

func TestWhatLooksLikeItIsKept(t *testing.T) {
	for _, html := range []string{
		`<p><em>Correction: An earlier version of this story gave the wrong year of the storm.</em></p>`,
		`<p>“No.”</p>`,
		`<p>Not this time.</p>`,
		`<ul><li>The pier closes in June.</li><li>The ferry stops in May.</li></ul>`,
		`<h3>A long dispute</h3>`,
		`<p><b>Why now?</b></p>`,
		`<p>A ticket costs $12 a month, or $90 a year, the line said.</p>`,
		`<p>The paper has 4,000 subscribers, and a subscription costs €9.90 a month.</p>`,
		`<p>The app’s privacy policy lets it read your email address, the regulator found.</p>`,
		`<p>Residents must register by Friday to vote, the clerk said, and can sign up online.</p>`,
		`<p><a href="/r">The report says that the piles were rotten in 2019.</a></p>`,
		`<p>Parents were told to download the app and log in with a code.</p>`,
		`<p>She keeps the letter in a drawer, next to a photo: her father on the pier.</p>`,
		`<p>Updated figures show that 400 people use the pier each day.</p>`,
		`<p>Published in 1931, the first plan shows two piers.</p>`,
		`<p>She pictured the pier gone.</p>`,
		`<p>Tags on each pile bear a number.</p>`,
		`<div class="q"><h4>The pier in figures</h4><p>Built in 1931. Used by 400 people a day. Repaired in 1974 and in 2002, at a cost of 2 million.</p></div>`,
	} {
		if got := lines(t, story(html)); len(got) < 5 {
			t.Errorf("%s:\n%s", html, strings.Join(got, "\n"))
		}
	}
}

// A wall, a newsletter and a consent in the words of many languages.
func TestBoxesOfManyLanguagesAreGone(t *testing.T) {
	for name, box := range map[string]string{
		"de1": `<div class="q"><h3>Sie möchten weiterlesen?</h3><p>Mit dem Digital-Abo lesen Sie alle Artikel auf post.example.</p><ul><li>Alle Artikel frei</li><li>4 Wochen für 1 €</li><li>Monatlich kündbar</li></ul><a href="/abo">Jetzt abonnieren</a></div>`,
		"de2": `<div class="q"><p>Dieser Artikel ist nur für Abonnenten sichtbar.</p><p>Sie haben bereits ein Abo? Hier anmelden</p></div>`,
		"de3": `<div class="q"><p><strong>Newsletter „Hafenpost“</strong></p><p>Jeden Freitag die wichtigsten Geschichten aus dem Hafen. Mit der Anmeldung stimmen Sie der Datenschutzerklärung zu.</p><form><input><button>Anmelden</button></form></div>`,
		"de4": `<div class="q"><p>An dieser Stelle finden Sie einen externen Inhalt von Twitter. Zum Anzeigen benötigen wir Ihre Zustimmung.</p><button>Externen Inhalt anzeigen</button></div>`,
		"de5": `<div class="q"><p>Hören Sie den Artikel</p><button>Abspielen</button><span>4 Min.</span></div>`,
		"fr1": `<div class="q"><h3>Il vous reste 68 % de cet article à lire.</h3><p>La suite est réservée aux abonnés.</p><a href="/a">Je m’abonne pour 1 € le premier mois</a></div>`,
		"fr2": `<div class="q"><p>Recevez chaque matin l’essentiel de l’actualité.</p><form><input><button>S’inscrire</button></form><p>En cliquant sur « S’inscrire », vous acceptez nos conditions générales.</p></div>`,
		"fr3": `<div class="q"><p>Ce contenu est bloqué car vous n’avez pas accepté les cookies.</p><button>Accepter</button></div>`,
		"es1": `<div class="q"><p>Este artículo es exclusivo para suscriptores.</p><p>Suscríbete por 1 € el primer mes y sigue leyendo sin límites.</p><a href="/s">Suscríbete</a></div>`,
		"es2": `<div class="q"><p>Recibe cada mañana en tu correo las noticias de la bahía.</p><form><input><button>Apúntate</button></form></div>`,
		"it1": `<div class="q"><p>Questo articolo è riservato agli abbonati.</p><p>Abbonati a 1 € al mese per continuare a leggere.</p></div>`,
		"it2": `<div class="q"><p>Iscriviti alla newsletter del Porto</p><form><input><button>Iscriviti</button></form></div>`,
		"nl1": `<div class="q"><h3>Lees dit artikel verder met een abonnement</h3><p>Onbeperkt toegang tot alle artikelen. Maandelijks opzegbaar.</p><a href="/a">Bekijk de aanbieding</a></div>`,
		"nl2": `<div class="q"><p>Om dit filmpje te bekijken moet je cookies accepteren.</p><button>Cookies accepteren</button></div>`,
		"pt1": `<div class="q"><p>Conteúdo exclusivo para assinantes.</p><p>Assine por R$ 1,90 no primeiro mês e continue lendo.</p></div>`,
		"sv1": `<div class="q"><p>Läs hela artikeln med en prenumeration.</p><p>1 kr första månaden, därefter 129 kr per månad. Ingen bindningstid.</p><a href="/p">Bli prenumerant</a></div>`,
		"no1": `<div class="q"><p>For å lese saken må du være abonnent.</p><p>Få tilgang for 1 kr i måneden. Ingen bindingstid.</p><a href="/p">Kjøp abonnement</a></div>`,
		"da1": `<div class="q"><p>Denne artikel er for abonnenter.</p><p>Prøv 1 måned for 1 kr. Ingen binding.</p><a href="/p">Bliv abonnent</a></div>`,
		"pl1": `<div class="q"><p>Dalsza część artykułu dla prenumeratorów.</p><p>Wykup prenumeratę cyfrową i czytaj dalej. Masz już konto? Zaloguj się.</p></div>`,
		"tr1": `<div class="q"><p>Haberin devamını okumak için abone olun.</p><p>Zaten üye misiniz? Giriş yap</p></div>`,
		"cs1": `<div class="q"><p>Tento článek je pouze pro předplatitele.</p><p>Předplaťte si od 99 Kč měsíčně. Máte účet? Přihlaste se.</p></div>`,
		"ko1": `<div class="q"><p>이 기사는 회원 전용입니다.</p><p>로그인하고 계속 읽으세요. 구독하기</p></div>`,
		"zh1": `<div class="q"><p>本文仅限订阅会员阅读。</p><p>立即订阅，或登录后阅读全文。</p></div>`,
		"ru1": `<div class="q"><p>Подпишитесь на наш телеграм-канал, чтобы быть в курсе.</p></div>`,
		"en1": `<div class="q"><h3>Get the Harbor Brief</h3><p>Our best stories, every weekday morning.</p><form><input><button>Join</button></form></div>`,
		"en2": `<div class="q"><p>You have 2 free articles left this month.</p><p>Already a subscriber? Sign in</p><a href="/s">Start a free trial</a></div>`,
		"en3": `<div class="q"><p>Independent journalism needs you. Become a supporter from $5 per month.</p><a href="/s">Support us</a></div>`,
		"en4": `<div class="q"><p>We need your consent to load this Twitter content. We use cookies to show you more.</p><button>Accept</button></div>`,
		"en5": `<aside class="q"><p>Sign up: Harbor Brief. A weekly letter on ships.</p></aside>`,
		"en6": `<div class="q"><p>To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video</p></div>`,
		"en7": `<div class="q"><p>Try 4 weeks for $1. Then $10 a month. Cancel any time during your trial.</p><a href="/s">See all options</a></div>`,
		"en8": `<p><em>The Post is a nonprofit newsroom. Donate today to keep our reporting free.</em></p>`,
	} {
		if got := lines(t, story(box)); !slices.Equal(got, []string{lead, quote, answer, last}) {
			t.Errorf("%s: %s", name, strings.Join(got, "\n"))
		}
	}
}
