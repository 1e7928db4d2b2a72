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
func TestAShortParagraphBehindABoxIsOfTheArticle(t *testing.T) {
	stays(t, "It opened again in May.", `<p>It is now shut for the whole winter, to walkers and to boats.</p>`+
		`<div class="ref"><p>Les også:</p><a href="/a">Ten piers</a></div><p>It opened again in May.</p>`)
	got := lines(t, `<article><h1>Pier closes</h1><p>`+lead+`</p><p>`+quote+`</p><div><p>See also:</p><a href="/a">Ten piers</a></div><p>It opened again in May.</p></article>`)
	if got[len(got)-1] != "It opened again in May." {
		t.Errorf("%q", got)
	}
}

func TestAnotherStoryAtTheEndOfAParagraphIsCutOff(t *testing.T) {
	const text = `About 300 people stood outside the town hall during the debate.`
	for _, end := range []string{` <strong>READ MORE: <a href="/a">The day the roof fell in</a></strong>`, ` Read more: <a href="/a">The day the roof fell in</a>`} {
		if got := lines(t, story(`<p>`+text+end+`</p>`)); !slices.Contains(got, text) {
			t.Errorf("%s: %q", end, got)
		}
	}
	stays(t, `The report is here: The day the roof fell in`, `<p>`+text+` The report is here: <a href="/a">The day the roof fell in</a></p>`)
}

func TestAQuestionThatIsALinkIsAnotherStory(t *testing.T) {
	gone(t, `<div><ul><li><a href="/a">Why are so many piers closing?</a></li><li><a href="/b">Pier gives way in high winds</a></li></ul></div>`)
}

func TestABoxNamedByItsDataIsGone(t *testing.T) {
	gone(t, `<div data-area="affiliate-box"><h3>Swimming goggles Aqua</h3><p>Our reviews are made by our own desk and by nobody else.</p></div>`)
}

func TestADekThatIsTheFirstParagraphStays(t *testing.T) {
	for _, behind := range []string{``, `<figure><img src="a.jpg"><figcaption>The pier</figcaption></figure>`, `<div><p>Sponsored</p></div>`} {
		got := lines(t, `<html><head><title>Pier closes</title><meta property="og:description" content="`+lead+`"></head><body><article><h1>Pier closes</h1><div><p>`+lead+`</p>`+behind+`<p>`+answer+`</p><p>`+last+`</p></div></article></body></html>`)
		if len(got) == 0 || got[0] != lead {
			t.Errorf("%s: %q", behind, got)
		}
	}
}

// A speech in full, in a box, may be longer than the story about it.
func TestALongFactBoxIsNotTheArticle(t *testing.T) {
	speech := `<div class="factbox"><h2 class="factbox-title">The speech in full</h2>` + strings.Repeat(`<p>‘My council will build a new pier, and it will ask the navy for the stone, and for the men to set it.’</p>`, 60) + `</div>`
	text := strings.Repeat(`<p>`+answer+`</p><p>`+last+` It did not say more.</p>`, 8)
	if got := strings.Join(lines(t, story(text+speech+text)), "\n"); strings.Contains(got, "My council will build") || !strings.Contains(got, last) {
		t.Errorf("%.300s", got)
	}
}
