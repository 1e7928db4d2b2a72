package body_test

import (
	"slices"
	"strings"
	"testing"
)

// gone fails where a page reads other than its four paragraphs.
func gone(t *testing.T, pages ...string) {
	t.Helper()
	for _, between := range pages {
		if got := lines(t, story(between)); !slices.Equal(got, []string{lead, quote, answer, last}) {
			t.Errorf("%s:\n%s", between, strings.Join(got, "\n"))
		}
	}
}

// stays fails where some words do not stand among the page's paragraphs.
func stays(t *testing.T, words string, pages ...string) {
	t.Helper()
	for _, between := range pages {
		if got := strings.Join(lines(t, story(between)), "\n"); !strings.Contains(got, words) || !strings.Contains(got, lead) {
			t.Errorf("%s:\n%s", between, got)
		}
	}
}

func TestTheTextOfASlideshowStays(t *testing.T) {
	const one, two = `<p>The pier was a gift of the navy.</p>`, `<p>It was built in a single summer, by hand, in 1931.</p>`
	stays(t, "It was built in a single summer",
		`<section class="slideshow-container"><section class="slideshow-intro-content">`+one+two+`</section></section>`,
		`<div class="gallery-story">`+one+two+`</div>`,
		`<div class="slider-article"><div>`+one+two+`</div></div>`,
		`<div class="carousel-intro">`+one+two+`</div>`,
		`<div class="photo-gallery__text">`+one+two+`</div>`,
		`<section id="slideshow"><h2>The pier</h2>`+one+two+`<img src="a.jpg"></section>`,
		`<div class="swiper-slide"><img src="a.jpg">`+one+two+`</div>`,
		`<div class="slide-show"><ul><li>`+one+two+`</li></ul></div>`,
		`<article class="galleries">`+one+two+`</article>`,
		`<div class="slider"><div class="text">`+one+two+`</div></div>`,
	)
	gone(t,
		`<div class="gallery"><div><img src="a.jpg"><p>The pier in 1950, the year it was built.</p></div><div><img src="b.jpg"><p>The pier today, seen from the sea.</p></div></div>`,
		`<div class="carousel"><div><a href="/a"><p>Ten piers that closed this year in the bay.</p></a></div><div><a href="/b"><p>Ducks return to the pond after nine years.</p></a></div></div>`,
		`<div class="slideshow"><p>The pier in 1950, the year it was built.</p><p>Photo: Ann Ray</p></div>`,
	)
}

func TestAFactBoxIsNotOfTheArticle(t *testing.T) {
	const text = `<h3>The pier</h3><p>The pier was a gift of the navy, built in 1931 and repaired twice.</p><p>About 400 people use it every day of the year.</p>`
	for _, class := range []string{"metro-factbox", "infobox", "fact-box", "article__fact-box", "FactBox_root__x1", "info-box", "c-infobox", "faktaruta", "faktaboks", "infokasten", "faktenbox"} {
		gone(t, `<div class="`+class+`">`+text+`</div>`)
	}
}

// A box that takes an address is known by its field.
func TestABoxWithAFieldForAnAddressIsGone(t *testing.T) {
	gone(t,
		`<section class="q"><h3>Harbor Inside, by Jo Dow, editor in chief</h3><p>Behind the scenes of the harbor - frank, exclusive, to the point.</p><form><input type="email"><button>OK</button></form></section>`,
		`<div class="q"><p>What the bay talks about, every Friday, gathered by our reporters and sent to those who want to know it first.</p><input name="email"></div>`,
		`<div class="q"><h4>Der Hafen am Morgen</h4><p>Was an den Docks geschieht, kurz und bündig, an jedem Werktag um sechs Uhr.</p><form><input name="newsletter_email"></form></div>`,
		`<div class="q"><h4>La lettre du port</h4><p>Tout ce qui bouge sur les quais, chaque vendredi, par nos correspondants.</p><form><input type="email"></form></div>`,
		`<div class="q"><p>Lo que pasa en el puerto, cada viernes, contado por quienes lo conocen.</p><form><input type="email"></form></div>`,
		`<div class="q"><p>Quello che succede al porto, ogni venerdì, raccontato da chi lo conosce.</p><form><input type="email"></form></div>`,
		`<div class="q"><p>Wat er in de haven gebeurt, elke vrijdag, verteld door wie haar kent.</p><form><input id="nl-email"></form></div>`,
		`<div class="q"><p>Det som händer i hamnen, varje fredag, berättat av dem som vet.</p><form><input type="email"></form></div>`,
		`<div class="q"><p>O que acontece no porto, toda sexta-feira, contado por quem o conhece.</p><form><input type="email"></form></div>`,
		`<div class="q"><p>Co słychać w porcie, w każdy piątek, opowiadają ci, którzy wiedzą.</p><form><input id="e-mail"></form></div>`,
	)
	stays(t, "It was a gift of the navy", `<div class="q"><p>It was a gift of the navy, built in a single summer.</p><form><input type="text"><button>Search</button></form></div>`)
}

func TestTheTeaserOfAnotherStoryIsGone(t *testing.T) {
	const link = `<h3><a href="/x">Ten piers that closed in a single year</a></h3>`
	const text = `<p>They stood for decades. Now they are gone, and nobody knows what comes next.</p>`
	gone(t,
		`<section><ul><li><div><img src="a.jpg"></div>`+link+`<div>`+text+`</div></li></ul></section>`,
		`<div class="q"><a href="/x"><img src="a.jpg"></a>`+link+text+`</div>`,
		`<div class="q"><div><picture><img src="a.jpg"></picture></div><div>`+link+text+`</div></div>`,
		`<article class="q">`+link+text+`</article>`,
		`<li class="q">`+link+text+`</li>`,
		`<div><a href="/app"><img src="phone.svg"><span>You are reading the second-best way!</span><br><span>The app is better.</span></a></div>`,
		`<p><a href="/app"><img src="phone.svg"> Read it in our app instead.</a></p>`,
	)
	stays(t, "They stood for decades", `<div class="q">`+link+text+text+`</div>`, `<p>They stood for decades, <a href="/x">the report said</a>.</p>`)
}

// What an entry of a live blog is headed by, where its own words begin behind it.
func TestTheTimeAndAuthorOfAnEntryAreGone(t *testing.T) {
	entry := func(info string) string {
		return `<div class="entry"><div>` + info + `</div><div><h3>Loud bang heard</h3><p>A bang was heard on the shore, and a second one soon after, people said.</p></div></div>`
	}
	for _, info := range []string{`<time>21:00</time><mark>Ann Ray</mark>`, `<time>20:42</time>KEY EVENT`, `20:42`, `9.15 pm Ann Ray`, `20h42`, `21.04 Uhr`, `21:04 GMT`, `<b>08:15</b> Bo Lind`, `1:04 p.m. ET`, `kl. 12.31`} {
		if got := lines(t, story(entry(info)+entry(info))); len(got) != 8 {
			t.Errorf("%s:\n%s", info, strings.Join(got, "\n"))
		}
	}
	stays(t, "20:30 Arsenal", `<ul><li>19:30 Leeds – Derby</li><li>20:30 Arsenal – Chelsea</li></ul>`)
}

func TestWhatDisclosesIncomeAndAsksForConsentIsGone(t *testing.T) {
	gone(t,
		`<div><span>This article contains affiliate links. The products or services listed have been selected independently by our reporters after testing them at home, on the road, or at sea. We may earn a commission when you click a link, buy a product or subscribe to a service.</span></div>`,
		`<p><em>If you buy through our links, we may earn an affiliate commission.</em></p>`,
		`<p>Mit * gekennzeichnete Links sind Affiliate-Links. Kommt darüber ein Einkauf zustande, erhalten wir eine Provision - ohne Mehrkosten für Sie! Mehr Infos</p>`,
		`<p>Cet article contient des liens affiliés. Nous pouvons percevoir une commission sur vos achats.</p>`,
		`<p>Este artículo contiene enlaces de afiliados: podemos recibir una comisión por tus compras.</p>`,
		`<p>Questo articolo contiene link di affiliazione: potremmo ricevere una commissione sugli acquisti.</p>`,
		`<p>Dit artikel bevat affiliate-links. Als je via deze links iets koopt, ontvangen wij een commissie.</p>`,
		`<div><p>Ich bin damit einverstanden, dass mir der externe Inhalt angezeigt wird. Damit können personenbezogene Daten an Drittplattformen übermittelt werden. Mehr Informationen dazu erhalten Sie in den Datenschutz-Einstellungen. Diese finden Sie ganz unten auf unserer Seite im Footer, sodass Sie Ihre Einstellungen jederzeit verwalten oder widerrufen können.</p></div>`,
		`<p><em>"Guten Morgen": Der Newsletter informiert Sie immer montags bis freitags über das Wichtigste vom Tag. Hier geht's zur Anmeldung!</em></p>`,
		`<p>Este artigo contém links de afiliados. Podemos receber uma comissão pelas suas compras.</p>`,
	)
}

func TestACaptionUnderAPictureIsGone(t *testing.T) {
	for _, box := range []string{
		`<div class="q"><div><picture><img src="a.jpg"></picture></div><p>Workers in heavy gear on the pier</p></div>`,
		`<div class="q"><div><img src="a.jpg"></div><div>imago images/Ray</div></div>`,
		`<div class="q"><div><img src="a.jpg"></div><div>The pier in spring</div><div>Ann Ray</div></div>`,
		`<section><a href="/big"><img src="a.jpg"></a><p>Bo Lind, left, with the mayor at the harbor in March</p></section>`,
		`<div><div><div><img src="a.jpg"></div></div><span>Der Pier im Frühling</span></div>`,
		`<div><img src="a.jpg"><br>Le quai au printemps</div>`,
		`<div><p><img src="a.jpg"></p><p>El muelle en primavera</p></div>`,
		`<div class="q"><div><img src="a.jpg"></div><p><i>桟橋の様子</i></p></div>`,
		`<div class="q"><div><img src="a.jpg"></div><p>© Ann Ray</p></div>`,
		`<div class="q"><p><img src="a.jpg"></p><small>Pomost wiosną</small></div>`,
	} {
		gone(t, box)
	}
	stays(t, "The old pier in figures", `<div><img src="a.jpg"><p>The old pier in figures</p><p>It is used by 400 people a day, and by twice as many in the summer months.</p></div>`)
}

func TestHeadingsInAnInlineElementStay(t *testing.T) {
	stays(t, "Thermals", `<div class="x"><i>It runs hot under load, and it always did, say those who had the one before.<br><br><div><div><img src="a.jpg"></div><span>The new machine</span></div><h2>Thermals</h2>It is cooler than the one of last year, and the fans are quieter.</i></div>`)
}

// The list that a story is made of holds nearly all of its words; what is said before it
// begins the story.
func TestWhatStandsBeforeALongListBeginsTheStory(t *testing.T) {
	items := ""
	for range 6 {
		items += `<div><h2>A coat</h2><p>` + lead + `</p><p>` + answer + `</p></div>`
	}
	const intro = `<p>The mayor likes coats, and wears one every day.</p><p>Here they are, from the least daring to the most.</p>`
	for _, before := range []string{
		`<div>` + intro + `</div>`, `<section><ul><li>Coats are in.</li></ul>` + intro + `</section>`, `<div><div>` + intro + `</div></div>`,
		`<section class="slideshow-intro-content">` + intro + `</section>`, `<div><img src="a.jpg">` + intro + `</div>`,
	} {
		got := strings.Join(lines(t, `<html><head><title>Coats</title></head><body><article><h1>Coats</h1>`+before+`<div>`+items+`</div></article></body></html>`), "\n")
		if !strings.Contains(got, "wears one every day.") || !strings.Contains(got, "to the most.") {
			t.Errorf("%s:\n%.200s", before, got)
		}
	}
}

// A description is often the first paragraph: what goes on beside it, behind a picture too,
// is the text that it belongs to.
func TestADekThatIsTheFirstParagraphStays(t *testing.T) {
	for _, behind := range []string{``, `<figure><img src="a.jpg"><figcaption>The pier</figcaption></figure>`, `<div><p>Sponsored</p></div>`} {
		got := lines(t, `<html><head><title>Pier closes</title><meta property="og:description" content="`+lead+`"></head><body><article><h1>Pier closes</h1><div><p>`+lead+`</p>`+behind+`<p>`+answer+`</p><p>`+last+`</p></div></article></body></html>`)
		if len(got) == 0 || got[0] != lead {
			t.Errorf("%s: %q", behind, got)
		}
	}
}

// A newsletter's box without a field: a heading, a sentence or two, and what to click.
func TestABoxWithAHeadingAndAButtonIsGone(t *testing.T) {
	gone(t,
		`<div class="a1"><div><h3>La lettre du port</h3><p>La semaine sur la côte, chaque vendredi dans votre boîte mail.</p><a href="/nl">Je m’inscris</a><small>En vous inscrivant, vous acceptez nos conditions.</small></div></div>`,
		`<div class="a1"><h3>Hamnbrevet</h3><p>Veckan vid kusten, varje fredag.</p><a href="/nl">Anmäl dig</a></div>`,
		`<news-letter><template shadowrootmode="open"><h3>Harbor Letter</h3><p>The week on the coast, every Friday, from our reporters.</p><button>Sign me up</button></template></news-letter>`,
		`<section><h4>List z portu</h4><p>Tydzień na wybrzeżu, w każdy piątek, piszą nasi reporterzy.</p><a href="/nl">Zapisz się</a></section>`,
		`<div class="a1"><h3>Havnebrevet</h3><p>Ugen ved kysten, hver fredag, skrevet af vores folk.</p><button>Tilmeld</button></div>`,
		`<div class="a1"><h3>Satamakirje</h3><p>Viikko rannikolla, joka perjantai, toimittajiemme kertomana.</p><a href="/nl">Tilaa</a></div>`,
		`<aside-box><h3>Scrisoarea portului</h3><p>Săptămâna pe coastă, în fiecare vineri, spusă de noi.</p><a href="/nl">Abonează-te</a></aside-box>`,
		`<div class="a1"><h3>A kikötői levél</h3><p>Egy hét a parton, minden pénteken, tudósítóinktól.</p><a href="/nl">Feliratkozom</a></div>`,
		`<div class="a1"><h3>Το γράμμα του λιμανιού</h3><p>Η εβδομάδα στην ακτή, κάθε Παρασκευή, από εμάς.</p><a href="/nl">Εγγραφή</a></div>`,
		`<div class="a1"><h3>港だより</h3><p>海辺の一週間を、毎週金曜日に記者がお届けします。</p><a href="/nl">登録する</a></div>`,
	)
	stays(t, "A bang was heard", `<article class="e"><button>Share</button><h3>Loud bang</h3><p>A bang was heard on the shore by all who stood there.</p></article>`, `<div class="e"><h3>Loud bang</h3><p>A bang was heard on the shore by all who stood there.</p><button>Share</button></div><div class="e"><h3>No boats</h3><p>No boats left the harbor today, the owner of the line said.</p></div>`)
	stays(t, "It was a gift of the navy", `<div><h3>The pier</h3><p>It was a gift of the navy. It was built in a single summer, by hand, and it has been repaired twice since.</p><p>It was sold to the town in 1950 for a single coin, which hangs in the hall.</p></div>`,
		`<div><h3>One</h3><p>It was a gift of the navy.</p><a href="/1">See it</a></div><div><h3>Two</h3><p>It was built by hand.</p><a href="/2">See it</a></div><div><h3>Three</h3><p>It was sold to the town.</p><a href="/3">See it</a></div>`)
}

func TestASummaryByAMachineIsGone(t *testing.T) {
	for _, note := range []string{
		"This summary was generated by AI and reviewed by an editor.", "AI-generated summary", "Diese Zusammenfassung wurde mit KI erstellt.", "KI-generierte Zusammenfassung",
		"Ce résumé a été généré par une intelligence artificielle.", "Este resumen ha sido generado con inteligencia artificial.", "Questo riassunto è stato generato dall’intelligenza artificiale.",
		"Este resumo foi gerado por inteligência artificial.", "Deze samenvatting is gemaakt met AI.", "To streszczenie zostało przygotowane przez sztuczną inteligencję.",
		"Sammanfattningen är gjord med AI.", "この要約はAIが生成しました。",
	} {
		gone(t, `<div class="s"><h2>In short</h2><ul><li>The pier closes in June.</li><li>The owner says that it is safe, and that it passed.</li></ul><p>`+note+`</p></div>`,
			`<div class="s"><p>`+note+`</p><ul><li>The pier closes in June.</li><li>The owner says that it is safe, and that it passed.</li></ul></div>`)
	}
	stays(t, "a summary written by a machine", `<p>The council had used a summary written by a machine, generated by AI, the owner said.</p>`)
	stays(t, "The pier closes in June.", `<div class="s"><h2>In short</h2><ul><li>The pier closes in June.</li><li>The owner says that it is safe.</li></ul></div>`)
}

func TestCallsToAChannelAreGone(t *testing.T) {
	for _, call := range []string{
		"Join our WhatsApp channel for breaking news from the coast", "Rejoignez notre chaîne WhatsApp pour suivre l’actualité de la côte", "Únete a nuestro canal de WhatsApp y recibe las noticias de la costa",
		"Entre no nosso canal do WhatsApp e receba as notícias da costa", "Iscriviti al nostro canale WhatsApp per le notizie dalla costa", "Volg ons WhatsApp-kanaal voor het laatste nieuws",
		"Dołącz do naszego kanału na WhatsAppie i bądź na bieżąco", "Följ vår WhatsApp-kanal för de senaste nyheterna", "Folgen Sie unserem WhatsApp-Kanal mit den wichtigsten Nachrichten", "Følg vores WhatsApp-kanal og få nyhederne først",
		"Síguenos en nuestro canal de Telegram", "Seguici sul canale Telegram", "Abonnez-vous à notre chaîne Telegram", "Volg ons Telegram-kanaal", "Dołącz do nas na Telegramie",
	} {
		gone(t, `<p><em>`+call+`</em></p>`, `<p><strong>`+call+`.</strong></p>`)
	}
	stays(t, "WhatsApp", `<p>The council said in a WhatsApp channel that it would close the pier, and it gave no reasons at all for that.</p>`)
}

func TestPricesOfManyCurrencies(t *testing.T) {
	for _, price := range []string{"1 499 kr", "149,99 zł", "14,999円", "R$ 149,99", "2 990 Kč", "149.000 ₺", "CHF 149.–", "149 000원", "9 990 Ft", "149,99 TL"} {
		gone(t, `<table><tr><td>Storm coat</td><td>`+price+`</td><td><a href="/b">Shop</a></td></tr><tr><td>Rain boots</td><td>`+price+`</td><td><a href="/c">Shop</a></td></tr></table>`,
			`<div class="q"><h4>Storm coat</h4><b>`+price+`</b> <a href="/b">Shop</a></div>`)
	}
}

func TestRowsOfNetworksAreGone(t *testing.T) {
	for _, row := range []string{`Facebook|X`, `Facebook|Twitter|WhatsApp`, `X|LinkedIn|Email`, `WhatsApp|Telegram`, `Bluesky|Threads|X`, `Facebook|LINE|X`, `Xing|LinkedIn`, `Pinterest|Reddit`, `Messenger|E-Mail`, `X|Facebook|Instagram|YouTube`} {
		links := ""
		for name := range strings.SplitSeq(row, "|") {
			links += `<a href="#">` + name + `</a>`
		}
		gone(t, `<div>`+links+`</div>`)
	}
}

func TestADekBeforeTheBylineIsNotTheText(t *testing.T) {
	for _, by := range []string{`<div><a href="/author/ann">Ann Ray</a> <time>March 4, 2026</time></div>`, `<p>By Ann Ray</p>`, `<p>Updated: 4 March 2026, 10:12 am</p>`} {
		got := lines(t, `<html><head><title>Pier closes</title><meta name="description" content="The owner says that it is safe."><meta name="author" content="Ann Ray"></head><body><article><h1>Pier closes</h1><p>The owner says that it is safe.</p>`+by+`<p>`+lead+`</p><p>`+answer+`</p><p>`+last+`</p></article></body></html>`)
		if !slices.Equal(got, []string{lead, answer, last}) {
			t.Errorf("%s: %q", by, got)
		}
	}
}

func TestABoxInAShortJapaneseTextDoesNotEndIt(t *testing.T) {
	const one, two = `木曜日の夜、住民は学校に集まった。計画する時間は四年もあったと、看護師は語った。`, `郡の広報担当者は、地元紙が報じたように損傷を知っていたという点を否定した。`
	got := lines(t, `<html lang="ja"><head><title>連絡船が終わる</title></head><body><article><h1>連絡船が終わる</h1><div><p>`+one+two+`</p><p>`+two+one+`</p><p>`+one+one+`</p><div><h4>関連記事</h4><ul><li><a href="/1">工場が再び採用</a></li></ul></div><p>`+one+`</p><p>`+two+`</p></div></article></body></html>`)
	if len(got) != 5 {
		t.Errorf("%q", got)
	}
}
