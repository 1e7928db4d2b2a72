package metadata

import (
	"strings"
	"testing"
)

// story is a page with two paragraphs; what stands under its headline and behind
// its text is given.
func storyPage(under, behind string) string {
	const text = `<p>The council of the town voted on Tuesday to close the old ferry pier for good, after a storm tore away the last of its planks.</p>`
	return of(`<title>Council closes ferry pier</title>`, `<main><article><h1>Council closes ferry pier</h1>`+under+text+text+text+text+behind+`</article></main>`)
}

func TestAuthorsStandPlainlyUnderTheHeadline(t *testing.T) {
	for name, c := range map[string]struct{ under, want string }{
		"By and a span":              {`<div class="x1">By <span>Ann Ray</span></div>`, "Ann Ray"},
		"By alone in its span":       {`<a class="x1" href="/u/ann"><span>By</span>Ann Ray</a>`, "Ann Ray"},
		"By in a span, link":         {`<div><span>By</span><div><a href="/author/ann">Ann Ray</a></div></div>`, "Ann Ray"},
		"By twice, a list":           {`<div><span>By</span><span>by ANN RAY, BO LIND and CAL STONE</span></div>`, "ANN RAY|BO LIND|CAL STONE"},
		"date behind":                {`<div>By <a href="/author/6956/">Ann Ray</a> - Jan 9, 2017 at 10:05AM</div>`, "Ann Ray"},
		"section behind":             {`<div><span>By <a href="/author/ann"> Ann Ray </a></span><span>Published in <a href="/s">Front Page</a></span></div>`, "Ann Ray"},
		"link to an author's page":   {`<div><a href="/about/editors/ann-ray/">Ann Ray</a>, <a href="https://social.example/ann">@ann</a></div>`, "Ann Ray"},
		"several names in spans":     {`<div class="article-byline"><div><span class="s">Ann Ray</span> <span class="s">Bo Lind</span></div></div>`, "Ann Ray|Bo Lind"},
		"given name and surname":     {`<div class="byline"><span class="first">Ann</span> <span class="last">Ray</span></div>`, "Ann Ray"},
		"job title in a span":        {`<div class="byline"><span class="byline__name">Ann Ray</span><span class="byline__title">CEO</span></div>`, "Ann Ray"},
		"outlet on a line below":     {`<div class="byline"><div>By <span>Ann Ray</span></div><div>Harbour Post<time>Dec 13</time></div></div>`, "Ann Ray"},
		"only one of two linked":     {`<div class="byline">By <a rel="author">Ann Ray</a> and Bo Lind</div>`, "Ann Ray|Bo Lind"},
		"all of several items":       {`<p itemprop="author">By <span itemprop="name">Ann Ray</span>, <span itemprop="name">Bo Lind</span></p>`, "Ann Ray|Bo Lind"},
		"with whom":                  {`<p class="byline">By <a rel="author">Ann Ray</a> (with Bo Lind and Cal Fox)</p>`, "Ann Ray|Bo Lind|Cal Fox"},
		"hidden word":                {`<p class="authors"><span class="u-visually-hidden">capital</span> von <b>Ann Ray</b></p>`, "Ann Ray"},
		"View All":                   {`<div class="author"><a href="/author/ann">Ann Ray</a> <a href="/author/ann">View All</a></div>`, "Ann Ray"},
		"class of components":        {`<span class="Teaser_authorName__Q7ctt">Ann Ray</span>`, "Ann Ray"},
		"handle":                     {`<span class="author vcard"><a class="url fn" rel="author" href="/a/dot">dot</a></span>`, "dot"},
		"comments beside":            {`<div class="c-byline">By <a href="/authors/ann">Ann Ray</a> <a href="/x#c">203 comments / new ones</a></div>`, "Ann Ray"},
		"a Chinese line":             {`<div class="info">2025-03-12 08:10　来源：海港日报　记者：陈立　责任编辑：王敏</div>`, "陈立"},
		"Spanish signature":          {`<p class="firma">ANN RAY</p>`, "ANN RAY"},
		"a place under the name":     {`<div class="c-article__author-name"><a href="/autores/ann">Ann Ray</a></div><div class="c-article__author-location">Port Skell</div>`, "Ann Ray"},
		"posted by":                  {`<span class="posted-by">Interview: Ann Ray</span>`, "Ann Ray"},
		"labels behind names":        {`<div class="byline"><a href="mailto:a">Ann Ray</a><span>Text</span><a href="mailto:b">Bo Lind</a><span>Foto</span></div>`, "Ann Ray"},
		"labels in brackets":         {`<p class="autor">Ann Ray (Text) und Bo Lind (Fotos)</p>`, "Ann Ray"},
		"labels on lines":            {`<div class="byline"><div><b>Ann Ray</b><i>Text</i></div><div><b>Bo Lind</b><i>Foto</i></div></div>`, "Ann Ray"},
		"name beside a date":         {`<div class="info"><div class="name">Ann Ray</div><div class="pub">Published Apr 17, 2025, 8:00am</div></div>`, "Ann Ray"},
		"name alone":                 {`<div class="info"><div class="name">Harbour Square</div></div>`, ""},
		"French signature":           {`<p class="signature">Ann Ray</p>`, "Ann Ray"},
		"French signatures":          {`<div class="signature"><span>Le Port</span><span class="auteur">Ann Ray</span></div>`, "Ann Ray"},
		"Hungarian":                  {`<div class="szerzo"><a href="/szerzo/kiss">Kiss Anna</a></div>`, "Kiss Anna"},
		"Dutch":                      {`<div>Door onze verslaggever <strong>Ann Ray</strong></div>`, "Ann Ray"},
		"Japanese":                   {`<a class="articleHeader_name" href="/author/180/">著者：山田太郎</a>`, "山田太郎"},
		"Arabic":                     {`<div>بقلم <span>أحمد علي</span></div>`, "أحمد علي"},
		"author's picture and bio":   {`<div class="author-bio">Ann Ray has reported from Skell for ten years.</div>`, ""},
		"translator":                 {`<p>作者：</p><ul class="authors"><li>Ann Ray</li></ul><p>翻訳者</p><ul class="authors"><li><p><span class="author__name"><a href="/profile/bo">Bo Lind</a></span></p></li></ul>`, "Ann Ray"},
		"a link in the dek":          {`<p>The pier was the life's work of <a href="/people/bo">Bo Lind</a>, who built it in 1950 and fought the council over it for years.</p>`, ""},
		"portrait with its author":   {`<figure><img src="/a.jpg" alt=""><figcaption><address>Von <a rel="author" href="/autoren/eva/">Eva Stahl</a>, Redakteurin</address></figcaption></figure>`, "Eva Stahl"},
		"footer of the header":       {`<footer><div class="authors"><span itemprop="author">Ann Ray</span></div></footer>`, "Ann Ray"},
		"address":                    {`<address><div><span>Ann Ray in Skell</span></div></address>`, "Ann Ray"},
		"data attribute":             {`<div data-testid="article-byline"><p>Ann Ray</p></div>`, "Ann Ray"},
		"link to all articles":       {`<p><a href="/thema/ray,1/" title="Alle Inhalte von Ann Ray">Ann Ray</a><br>28.04.2024</p>`, "Ann Ray"},
		"link to all of a subject":   {`<p><a href="/thema/boote,1/" title="View all posts in Harbour Life">Harbour Life</a></p>`, ""},
		"attribution":                {`<div class="titles_article-attribution__Iz7z">Ann Ray<span>|</span><span>Published <time>4 months ago</time></span></div>`, "Ann Ray"},
		"initials for a portrait":    {`<div class="authors"><a href="/author/ann">AR</a><a href="/author/ann">Ann Ray</a></div>`, "Ann Ray"},
		"four, two of them linked":   {`<address>Von <a rel="author">Ann Ray</a>, <a rel="author">Bo Lind</a>, <span>Cal Fox</span> und <span>Dot Lee</span></address>`, "Ann Ray|Bo Lind|Cal Fox|Dot Lee"},
		"letter in an element":       {`<p class="byline">By <a>Ann Woo<span>d</span></a></p>`, "Ann Wood"},
		"a line that ends in a.m.":   {`<p class="meta">By <a href="/staff/ann-ray/">Ann Ray</a> on Monday, November 18th, 2019 at 11:04 a.m.</p>`, "Ann Ray"},
		"an author in the story":     {`<p>Author Bo Lind, from Skell, said she started to read there.</p>`, ""},
		"adapted":                    {`<div class="byline">By <span>Ann Ray</span></div><div class="byline">Adaptiert von <span>Bo Lind</span></div>`, "Ann Ray"},
		"breadcrumbs":                {`<div class="Breadcrumbs_bar Meta_author__6">Home</div>`, ""},
		"a kicker that begins so":    {`<div>Bericht: Pier geschlossen - Skells Rat dementiert</div>`, ""},
		"box of the author":          {`<div class="author"><div>この記事を書いた人</div><div>山田太郎</div><div>東京社会部</div><div>専門・関心分野</div><div>戦争、平和</div></div>`, "山田太郎"},
		"a sentence that begins so":  {`<p>By the sea.</p>`, ""},
		"the publisher signs itself": {`<meta itemprop="author" content="Bay Courier"><meta itemprop="publisher" content="Bay Courier">`, "Bay Courier"},
	} {
		if got := strings.Join(read(t, storyPage(c.under, ""), "").Byline, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatIsAboutAnotherStoryIsNotThePages(t *testing.T) {
	const own = `<p class="byline">By Ann Ray</p><time datetime="2026-03-04">March 4</time>`
	for name, other := range map[string]string{
		"list of cards":      `<ul class="story-list"><li><a href="/x">Ducks return to the pond</a> <span class="author">Bo Lind</span> <time datetime="2020-01-01">Jan 1, 2020</time></li></ul>`,
		"article in article": `<article><a href="/x">Ducks</a><p class="byline">By <a rel="author">Bo Lind</a></p><time datetime="2020-01-01">x</time></article>`,
		"read next":          `<div class="read-next"><a href="/x">Ducks</a> by <a rel="author" href="/a/bo">Bo Lind</a></div>`,
		"item":               `<div><div itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="author">Bo Lind</span><meta itemprop="datePublished" content="2020-01-01"></div></div>`,
		"caption":            `<figure><img src="/a.jpg"><figcaption>Photo by <span itemprop="author">Bo Lind</span></figcaption></figure>`,
		"picture's item":     `<div itemscope itemtype="http://schema.org/ImageObject"><meta itemprop="author" content="Bo Lind"></div>`,
		"quotation":          `<blockquote><p>The sea gives.</p><span class="author">Bo Lind</span></blockquote>`,
		"testimonial":        `<div class="testimonials"><div><span class="author">Bo Lind</span></div></div>`,
		"comment":            `<div id="comments"><div><span class="author">Bo Lind</span><time datetime="2020-01-01">x</time></div></div>`,
		"heading in a link":  `<section><a href="/o"><h3>Ducks</h3><span class="author">Bo Lind</span><time datetime="2020-01-01">x</time></a></section>`,
		"footer":             `<footer><div><span class="author">Bo Lind</span></div></footer>`,
	} {
		a := read(t, storyPage("", strings.Replace(other, "footer>", "footer>", 1)), "")
		if name != "footer" && (len(a.Byline) != 0 || a.Published != "") {
			t.Errorf("%s alone: %q %q", name, a.Byline, a.Published)
		}
		a = read(t, storyPage(own, other), "")
		if strings.Join(a.Byline, "|") != "Ann Ray" || a.Published != "2026-03-04" {
			t.Errorf("%s behind: %q %q", name, a.Byline, a.Published)
		}
		if a = read(t, strings.Replace(storyPage(own, ""), "<article>", "<section class=\"related\">"+other+"</section><article>", 1), ""); strings.Join(a.Byline, "|") != "Ann Ray" || a.Published != "2026-03-04" {
			t.Errorf("%s before: %q %q", name, a.Byline, a.Published)
		}
	}
}

func TestWithoutAHeadingTheArticleWithTheTextIsThePages(t *testing.T) {
	html := strings.NewReplacer("<h1>", "<div>", "</h1>", "</div>", "<article>", `<article><a href="/x"><div>Ducks</div></a><span class="author">Bo Lind</span></article><article>`).Replace(storyPage(`<span class="author">Ann Ray</span>`, ""))
	if got := strings.Join(read(t, html, "").Byline, "|"); got != "Ann Ray" {
		t.Errorf("got %q", got)
	}
}

func TestAnAgencyIsNotReplacedByWhoIsNamedInTheStory(t *testing.T) {
	const ld = `{"@type":"NewsArticle","headline":"Council closes ferry pier","author":{"@type":"Organization","name":"Reuters"}}`
	for _, c := range []struct{ under, behind, want string }{
		{`<p class="byline">By Ann Ray</p>`, ``, "Ann Ray"},
		{``, `<div class="post"><span class="author">Bo Lind</span></div>`, "Reuters"},
	} {
		a := read(t, strings.Replace(storyPage(c.under, c.behind), "</title>", "</title>"+ldScript(ld), 1), "")
		if got := strings.Join(a.Byline, "|"); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestJSONLDOfAnotherStoryNeverWins(t *testing.T) {
	const (
		url   = "https://post.example/pier"
		ducks = `{"@type":"NewsArticle","headline":"Ducks return to the pond","datePublished":"2020-01-01","author":{"name":"Bo Lind"},"url":"https://post.example/ducks"}`
		pier  = `{"@type":"NewsArticle","headline":"Council closes ferry pier","datePublished":"2026-03-04","author":{"name":"Ann Ray"},"mainEntityOfPage":{"@id":"https://www.post.example/pier?x=1"}}`
		film  = `{"@type":"VideoObject","name":"Ducks","datePublished":"2020-01-01","author":"Bo Lind"}`
		site  = `{"@type":"WebSite","name":"Bay"}`
	)
	for name, c := range map[string]struct{ script, want, date string }{
		"related first":                {ducks + "</script><script type=application/ld+json>" + pier, "Ann Ray", "2026-03-04"},
		"in a list":                    {"[" + ducks + "," + pier + "]", "Ann Ray", "2026-03-04"},
		"in a graph":                   {`{"@graph":[` + ducks + "," + pier + "]}", "Ann Ray", "2026-03-04"},
		"two in one script":            {site + "\n" + pier, "Ann Ray", "2026-03-04"},
		"video before":                 {"[" + film + "," + pier + "]", "Ann Ray", "2026-03-04"},
		"only the related one":         {ducks, "", ""},
		"only the video":               {film, "", ""},
		"other headline, same address": {strings.Replace(pier, "Council closes ferry pier", "Storm’s last victim", 1), "Ann Ray", "2026-03-04"},
		"the site is no article":       {strings.Replace(pier, `"author"`, `"isPartOf":{"@type":["Product","NewsArticle"],"name":"Bay"},"author"`, 1), "Ann Ray", "2026-03-04"},
	} {
		a := read(t, strings.Replace(storyPage("", ""), "</title>", "</title>"+ldScript(c.script), 1), url)
		if strings.Join(a.Byline, "|") != c.want || a.Published != c.date {
			t.Errorf("%s: %q %q", name, a.Byline, a.Published)
		}
	}
}
