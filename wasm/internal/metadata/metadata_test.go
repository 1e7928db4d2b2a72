package metadata

import (
	"strings"
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/page"
)

func read(t *testing.T, source, url string) card.Article {
	t.Helper()
	p, err := page.Parse([]byte(source), nil, "text/html; charset=utf-8", url)
	if err != nil {
		t.Fatal(err)
	}
	return Extract(p).Article
}

// page with something in its head and something in its body.
func of(head, body string) string {
	return `<!doctype html><html><head>` + head + `</head><body>` + body + `</body></html>`
}

func ldScript(json string) string {
	return `<script type="application/ld+json">` + json + `</script>`
}

func TestJSONLDInTheWild(t *testing.T) {
	const object = `{"@context":"https://schema.org","@type":"NewsArticle","headline":"Council closes pier","datePublished":"2022-03-15T10:30:00+01:00","author":[{"@type":"Person","name":"Ann Ray"},{"@type":"Person","name":"Bo Li"}],"publisher":{"@type":"Organization","name":"Marrow Bay Post"}}`
	for name, script := range map[string]string{
		"plain":               object,
		"cdata":               "<![CDATA[" + object + "]]>",
		"cdata in comments":   "//<![CDATA[\n" + object + "\n//]]>",
		"comment":             "<!-- " + object + " -->",
		"graph":               `{"@graph":[{"@type":"WebPage","name":"Other"},` + object + `]}`,
		"list":                `[{"@type":"BreadcrumbList"},` + object + `]`,
		"escaped":             strings.ReplaceAll(object, `"`, "&quot;"),
		"raw line break":      strings.Replace(object, "Council closes pier", "Council\ncloses pier", 1),
		"trailing comma":      strings.Replace(object, "]", ",]", 1),
		"cut off":             object[:len(object)-1],
		"entities":            strings.Replace(object, "closes", "closes&#32;", 1),
		"full type address":   strings.Replace(object, `"NewsArticle"`, `["https://schema.org/NewsArticle"]`, 1),
		"authors as a string": strings.Replace(object, `[{"@type":"Person","name":"Ann Ray"},{"@type":"Person","name":"Bo Li"}]`, `"Ann Ray and Bo Li"`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			a := read(t, of(ldScript(script), "<p>Text</p>"), "")
			if a.Headline != "Council closes pier" || strings.Join(a.Byline, "|") != "Ann Ray|Bo Li" || a.Publisher != "Marrow Bay Post" || a.Published != "2022-03-15T10:30:00+01:00" {
				t.Errorf("%+v", a)
			}
		})
	}
}

func TestAuthorsThatJSONLDRefersTo(t *testing.T) {
	a := read(t, of(ldScript(`{"@graph":[{"@type":"Article","headline":"Pier","author":{"@id":"#ann"}},{"@type":"Person","@id":"#ann","name":"Ann Ray"}]}`), ""), "")
	if strings.Join(a.Byline, "|") != "Ann Ray" {
		t.Errorf("%q", a.Byline)
	}
}

func TestHeadlines(t *testing.T) {
	for name, c := range map[string]struct{ html, want string }{
		"title with site":             {of(`<title>Council closes pier | Marrow Bay Post</title>`, ``), "Council closes pier"},
		"title with section":          {of(`<title>Council closes old ferry pier | Town | Marrow Bay Post</title>`, ``), "Council closes old ferry pier"},
		"site in og:title":            {of(`<meta property="og:title" content="Council closes pier - Bay Post"><meta property="og:site_name" content="Bay Post">`, ``), "Council closes pier"},
		"name of an old site first":   {of(`<title>The Bay Gazette :: Harbour boss brushes aside claims over missing boxes</title>`, ``), "Harbour boss brushes aside claims over missing boxes"},
		"dash of the headline":        {of(`<title>Pier - closed for two years - to reopen - Bay Post</title><meta property="og:site_name" content="Bay Post">`, ``), "Pier - closed for two years - to reopen"},
		"h1 is the section":           {of(`<title>Council closes old pier</title>`, `<h1>Town news</h1><h2>Council closes old pier</h2>`), "Council closes old pier"},
		"h1 is the site":              {of(`<title>Council closes old pier - Bay Post</title><meta property="og:site_name" content="Bay Post">`, `<h1>Bay Post</h1>`), "Council closes old pier"},
		"h1 has the reader's form":    {of(`<title>Council closes pier, ending dispute | Bay Post</title>`, `<h1>Council closes pier, ending dispute</h1>`), "Council closes pier, ending dispute"},
		"og:title of front page":      {of(`<title>Council closes old ferry pier</title><meta property="og:title" content="Bay Post News">`, ``), "Council closes old ferry pier"},
		"nothing":                     {of(``, `<p>Text</p>`), ""},
		"h1 with a kicker":            {of(`<title>Council closes old pier</title>`, `<h1><span>Marrow Bay</span><span>Council closes old pier</span></h1>`), "Council closes old pier"},
		"h1 with a badge":             {of(`<meta property="og:title" content="Council closes old pier - Bay Post"><meta property="og:site_name" content="Bay Post">`, `<h1>Council closes old pier<span class="badge">Premium</span></h1>`), "Council closes old pier"},
		"h1 with byline and date":     {of(`<title>Council closes old pier</title>`, `<h1>Council closes old pier <div>- by <a rel="author">Ann Ray</a> April 21, 2022</div></h1>`), "Council closes old pier"},
		"h1 with a button":            {of(``, `<h1>Council closes old pier <button>Save</button> <time>March 4</time></h1>`), "Council closes old pier"},
		"h1 in block spans":           {of(`<title>Council closes old pier</title>`, `<h1><span>Council closes</span><span>old pier</span></h1>`), "Council closes old pier"},
		"h1 in block spans alone":     {of(``, `<h1><span>Council closes</span><span>old pier</span></h1>`), "Council closes old pier"},
		"drop cap":                    {of(``, `<h1><span>C</span><span>ouncil closes old pier</span></h1>`), "Council closes old pier"},
		"hidden label":                {of(``, `<h1><span class="sr-only">Opinion</span>Council closes old pier</h1>`), "Council closes old pier"},
		"hidden colon":                {of(`<title>Skell: Council closes old pier</title>`, `<h1><span>Skell</span><span class="sr-only">:</span> <span>Council closes old pier</span></h1>`), "Skell: Council closes old pier"},
		"anchor":                      {of(`<title>Council closes old pier</title>`, `<h1>Council closes old pier ¶</h1>`), "Council closes old pier"},
		"h1 is the logo":              {of(`<title>Council closes old pier - Bay Post</title>`, `<h1>Bay Post</h1><h2>Council closes old pier</h2>`), "Council closes old pier"},
		"the headline ends the title": {of(`<title>Bay Courier | Ferry pier closes</title>`, `<h1>Ferry pier closes</h1>`), "Ferry pier closes"},
		"logo without text":           {of(`<title>You won’t believe what they closed</title>`, `<h1><a href="/"><img src="/l.png"><span class="sr-only">Bay Post</span></a></h1><article><header><div><h2>Council closes old pier</h2></div></header></article>`), "Council closes old pier"},
		"h2 with a class":             {of(`<title>Bay Post</title><meta property="og:site_name" content="Bay Post">`, `<h1>Bay Post</h1><h2 class="entry-title">Council closes old pier</h2>`), "Council closes old pier"},
		"h1 of the breadcrumbs":       {of(`<title>Boats: Council shuts pier</title>`, `<ol><li itemprop="itemListElement"><h1>Boats: Council shuts pier</h1></li></ol><article><header><h2><span class="kicker">Boats</span><span class="sr-only">: </span><span>Council closes old pier</span></h2></header></article>`), "Boats: Council closes old pier"},
		"Korean bar and section":      {of(`<title>오래된 부두가 폭풍 뒤에 문을 닫았다-정치ㅣ항구일보</title><meta property="og:site_name" content="항구일보">`, ``), "오래된 부두가 폭풍 뒤에 문을 닫았다"},
		"wide bar":                    {of(`<title>古い桟橋、嵐のあとに閉鎖へ｜港新聞</title><meta property="og:site_name" content="港新聞">`, ``), "古い桟橋、嵐のあとに閉鎖へ"},
		"colon between spans":         {of(``, `<h1><span>Boats are back</span><span>: </span><span>Council closes pier</span></h1>`), "Boats are back: Council closes pier"},
		"site and section":            {of(`<title>Council closes old pier – Bay Post – News</title>`, ``), "Council closes old pier"},
		"guillemet":                   {of(`<title>Council closes old pier « Bay Post</title>`, ``), "Council closes old pier"},
		"middle dot":                  {of(`<title>Council closes old pier · Bay Post</title>`, ``), "Council closes old pier"},
		"a colon without spaces":      {of(`<title>古い桟橋、嵐のあとに閉鎖へ:港新聞</title><meta property="og:site_name" content="港新聞">`, ``), "古い桟橋、嵐のあとに閉鎖へ"},
		"shared under another name":   {of(`<meta property="og:title" content="You Won't Believe What This Town Did"><meta name="sailthru.title" content="Council closes old ferry pier">`, `<h1><a href="/"><img alt="Bay Post"></a></h1><header><h2>Council closes old ferry pier</h2></header>`), "Council closes old ferry pier"},
		"title is the site":           {of(`<title>Marrow Bay Harbor Association</title><meta property="og:title" content="Spring Meeting 2026: Closing of the Old Ferry Pier">`, `<h2>Spring Meeting 2026: Closing of the Old Ferry Pier<br> and What Comes Next</h2>`), "Spring Meeting 2026: Closing of the Old Ferry Pier and What Comes Next"},
		"quotation marks":             {of(`<title>Le maire : « Je ferme la jetée » à Skell</title>`, ``), "Le maire : « Je ferme la jetée » à Skell"},
	} {
		t.Run(name, func(t *testing.T) {
			if a := read(t, c.html, ""); a.Headline != c.want {
				t.Errorf("got %q, want %q", a.Headline, c.want)
			}
		})
	}
}

func TestBylines(t *testing.T) {
	for name, c := range map[string]struct{ html, want string }{
		"By and date":          {`<p class="byline">By Ann Ray March 15, 2022</p>`, "Ann Ray"},
		"two names":            {`<p class="byline">By Ann Ray and Bo Li</p>`, "Ann Ray|Bo Li"},
		"job title":            {`<p class="byline">By <a href="/author/ann-ray">Ann Ray</a>, <span>Chief Reporter</span></p>`, "Ann Ray"},
		"job title as text":    {`<p class="byline">By Ann Ray, political editor</p>`, "Ann Ray"},
		"handle":               {`<p class="byline">Ann Ray @annray</p>`, "Ann Ray"},
		"microdata":            {`<span itemprop="author" itemscope><a itemprop="name">Ann Ray</a></span>`, "Ann Ray"},
		"rel":                  {`<a rel="author" href="/x">Ann Ray</a>`, "Ann Ray"},
		"placeholder":          {`<span class="author">username</span>`, ""},
		"initials in a name":   {`<a rel="author">Ann (A.J.) Ray</a>`, "Ann (A.J.) Ray"},
		"agency":               {`<p class="byline">By Associated Press</p>`, "Associated Press"},
		"German":               {`<p class="byline">Von Ann Ray und Bo Li</p>`, "Ann Ray|Bo Li"},
		"degree":               {`<p class="byline">By Ann Ray, MD</p>`, "Ann Ray"},
		"of a related story":   {`<div class="related-stories"><p class="byline">By Bo Li</p></div>`, ""},
		"in a menu":            {`<nav><a rel="author" href="/authors">Authors A-Z</a></nav>`, ""},
		"none":                 {`<p>Text by the sea.</p>`, ""},
		"address as an author": {`<span itemprop="author">https://facebook.example/post</span>`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if a := read(t, of("", `<h1>Council closes pier</h1>`+c.html+`<p>Text</p>`), ""); strings.Join(a.Byline, "|") != c.want {
				t.Errorf("got %q, want %q", a.Byline, c.want)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for name, c := range map[string]struct{ head, body, url, want string }{
		"OpenGraph":                   {`<meta property="article:published_time" content="2022-03-15T10:30:00Z">`, "", "", "2022-03-15T10:30:00Z"},
		"Dublin Core":                 {`<meta name="DC.date.issued" content="2022-03-15">`, "", "", "2022-03-15"},
		"time element":                {"", `<time datetime="2022-03-15T10:30:00+0100">yesterday</time>`, "", "2022-03-15T10:30:00+01:00"},
		"updated time element":        {"", `<time class="updated" datetime="2022-03-16">x</time><time datetime="2022-03-15">y</time>`, "", "2022-03-15"},
		"visible":                     {"", `<p>March 15, 2022</p>`, "", "2022-03-15"},
		"opens the text":              {"", `<p>Feb. 23, 2015 -- Life on the pier has changed.</p>`, "", "2015-02-23"},
		"month first in the US":       {`<meta property="og:locale" content="en_US">`, `<span class="date">9/11/13</span>`, "", "2013-09-11"},
		"day first in Britain":        {`<meta property="og:locale" content="en_GB">`, `<span class="date">9/11/13</span>`, "", "2013-11-09"},
		"address":                     {"", "", "https://post.example/2022/03/15/pier", "2022-03-15"},
		"address without day":         {"", "", "https://post.example/2022/03/pier", ""},
		"first of several":            {`<meta name="datePublished" content="2022-03-15"><meta property="article:published_time" content="2022-03-17">`, "", "", "2022-03-15"},
		"day one of Unix":             {`<meta property="article:published_time" content="1970-01-01T00:00:00Z">`, `<time datetime="2022-03-15">x</time>`, "", "2022-03-15"},
		"in the byline":               {"", `<div class="byline">Monday August 27, 2018 10:05 am PDT by Ann Ray</div>`, "", "2018-08-27T10:05"},
		"two-digit year":              {"", `<div>Do 25.04.24 | 14:07 Uhr</div>`, "", "2024-04-25T14:07"},
		"slug with a day first":       {"", "", "https://post.example/news/2022-03-15-pier-closes", "2022-03-15"},
		"slug with a day last":        {"", "", "https://post.example/news/pier-closes-20220315", "2022-03-15"},
		"slug with a version":         {"", "", "https://post.example/changes/admin-2026-07-12-api", ""},
		"shown day before a vendor's": {`<meta name="DCSext.articleFirstPublished" content="2019-02-05 16:07">`, `<time itemprop="datePublished" datetime="2022-03-15">x</time>`, "", "2022-03-15"},
		"update before":               {"", `<div><p>Updated: March 17, 2022</p><p>March 15, 2022</p></div>`, "", "2022-03-15"},
		"update in elements":          {"", `<div><span>Last updated</span> <time datetime="2022-03-17">x</time> <span>Published</span> <time datetime="2022-03-15">y</time></div>`, "", "2022-03-15"},
		"German update":               {"", `<p>Aktualisiert am 17.03.2022</p><p>15.03.2022</p>`, "", "2022-03-15"},
		"only an update":              {"", `<p>Updated: March 17, 2022</p>`, "", "2022-03-17"},
		"Korean":                      {"", `<p>2022년 3월 15일</p>`, "", "2022-03-15"},
		"Hindi":                       {"", `<p>15 मार्च 2022</p>`, "", "2022-03-15"},
		"Arabic":                      {"", `<p>15 مارس 2022</p>`, "", "2022-03-15"},
		"Hebrew":                      {"", `<p>15 במרץ 2022</p>`, "", "2022-03-15"},
		"Slovak":                      {"", `<p>15. marca 2022</p>`, "", "2022-03-15"},
		"a year in a sentence":        {"", `<p>The pier was built on March 15, 1950 by the navy, and stood for a long time.</p>`, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if a := read(t, of(c.head, `<h1>Council closes pier</h1>`+c.body), c.url); a.Published != c.want {
				t.Errorf("got %q, want %q", a.Published, c.want)
			}
		})
	}
}

func TestLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"The council of the town said that it was not in the mood to close the pier.":         "en",
		"Der Rat der Stadt hat gesagt, dass die Mole nicht für das Publikum offen ist.":       "de",
		"Le conseil de la ville a dit que la jetée est fermée pour les bateaux et le public.": "fr",
		"El consejo de la ciudad dijo que el muelle está cerrado para los barcos.":            "es",
		"Rada města řekla, že se molo nebude otevírat, ale je to pro lodě.":                   "cs",
		"Совет города сказал, что пирс не будет открыт для кораблей.":                         "ru",
		"市議会は火曜日に古い桟橋を閉鎖することを決めた。":                                                            "ja",
		"市议会周二投票决定关闭旧码头，结束了争议。":                                                               "zh",
		"xyz": "",
	} {
		if got := Settle("", text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	portuguese := strings.Repeat("O presidente da câmara não disse quando abre o cais, mas ele já foi visto ao lado dos pescadores e das suas famílias pela manhã. ", 4)
	english := strings.Repeat("The council of the town said that the pier will not open to boats before the summer. ", 5)
	articles := strings.Repeat("A direção do hospital de Marabá desmentiu com dados a falta de soro de que se fala. “Vi a minha mãe a sofrer”, contou a diarista Rosa Faria, a dormir a esta hora. ", 4)
	for _, c := range []struct{ declared, text, want string }{
		{"pt-BR", articles, "pt-BR"}, {"", articles, "pt"}, // not Hungarian, for all its “a”
		{"es", portuguese, "pt"}, {"en-GB", portuguese, "pt"}, {"pt-BR", portuguese, "pt-BR"}, {"", portuguese, "pt"},
		{"de", english, "en"}, {"en-US", english, "en-US"}, {"kl", english, "en"}, {"de", "Nein.", "de"},
		{"en", strings.Repeat("Illoqarfimmi siunnersuisoqatigiit oqarput talittarfik ammarneqassanngitsoq. ", 10), "und"},
	} {
		if got := Settle(c.declared, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q: %s", c.declared, got, c.want, c.text[:30])
		}
	}
	if a := read(t, `<html lang="pt_BR"><p>The council of the town</p>`, ""); a.Language != "pt-BR" {
		t.Errorf("declared language: %q", a.Language)
	}
}

func TestPublishers(t *testing.T) {
	for name, c := range map[string]struct{ head, body, url, want string }{
		"slogan":         {`<meta property="og:site_name" content="Bay Post - News of the bay">`, "", "", "Bay Post"},
		"JSON-LD":        {ldScript(`{"@type":"NewsArticle","publisher":{"name":"Bay Post"}}`), "", "", "Bay Post"},
		"end of title":   {`<title>Pier closes - The Bay Post</title>`, "", "https://www.thebaypost.example/x", "The Bay Post"},
		"copyright line": {"", `<p>©2005-2022 BayPost, Inc.</p>`, "https://www.baypost.example/x", "BayPost"},
		"slug":           {`<title>Pier closes | The Bay Post</title><meta property="og:site_name" content="thebaypost">`, "", "", "The Bay Post"},
		"slug alone":     {`<meta property="og:site_name" content="taz">`, "", "", "taz"},
		"section":        {`<meta property="og:site_name" content="U.S.">` + ldScript(`{"@type":"NewsArticle","publisher":{"name":"Bay Post"}}`), "", "", "Bay Post"},
		"placeholder":    {`<meta property="og:site_name" content="{{site.name}}">`, "", "", ""},
		"account":        {`<meta name="twitter:site" content="https://social.example/baypost">`, "", "", "baypost"},
		"nothing":        {"", "", "https://www.baypost.example/x", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if a := read(t, of(c.head, c.body), c.url); a.Publisher != c.want {
				t.Errorf("got %q, want %q", a.Publisher, c.want)
			}
		})
	}
}

func TestDeks(t *testing.T) {
	for name, c := range map[string]struct{ description, under, want string }{
		"declared":            {"The town will mend it.", "", "The town will mend it."},
		"tags":                {"&lt;p&gt;The town&lt;br/&gt;will mend it.&lt;/p&gt;", "", "The town will mend it."},
		"entities twice":      {"The town will mend it.&amp;nbsp;", "", "The town will mend it."},
		"shortcodes":          {"[vc_row][vc_column]The town will mend it.[/vc_column]", "", "The town will mend it."},
		"brackets of a text":  {"The town [Skell] will mend it […]", "", "The town [Skell] will mend it […]"},
		"less than":           {"Fewer than 3 < 5 piers > 2", "", "Fewer than 3 < 5 piers > 2"},
		"placeholder":         {"{{description}}", "", ""},
		"another placeholder": {"%%excerpt%%", "", ""},
		"the headline again":  {"Council closes ferry pier", "", ""},
		"shown":               {"Short", `<p class="standfirst">The town will mend the old pier.</p>`, "The town will mend the old pier."},
		"closes the header":   {"", `<h2>The town will mend the old pier.</h2></header>`, "The town will mend the old pier."},
		"described":           {"", `<p class="article__desc">The town will mend the old pier.</p><p>More</p>`, "The town will mend the old pier."},
		"byline is none":      {"", `<p class="sub">By Ann Ray, our man in Skell</p>`, ""},
		"date is none":        {"", `<p class="intro">Updated Nov 19, 6:55 AM; Posted Nov 19</p>`, ""},
		"byline and date":     {"", `<div class="sub">ANN RAY Nov. 20, 2019 Updated: 1:35 a.m.</div>`, ""},
		"byline in its start": {"The town will mend it.", `<div class="sub">By Ann Ray 2019-11-18T20:51:19Z Science Europa’s plumes appear to be real, but they are very sporadic, and hard to see from the shore.</div>`, "The town will mend it."},
		"a spot":              {"Short", `<h2 class="spot">The town will mend the old pier</h2>`, "The town will mend the old pier"},
		"a date in it":        {"Short", `<div class="chapo"><p>The vote took four long hours of talk. On 11 March 2025 the town closed the pier.</p></div>`, "The vote took four long hours of talk. On 11 March 2025 the town closed the pier."},
		"named by data":       {"Short", `<div data-gu-name="standfirst"><p>The town will mend the old pier</p><ul><li>Live: the storm</li></ul></div>`, "The town will mend the old pier"},
		"first paragraph":     {"", `<p>The town will mend the old pier.</p>`, ""},
	} {
		html := strings.Replace(storyPage(c.under, ""), "</title>", `</title><meta name="description" content="`+c.description+`">`, 1)
		if strings.HasSuffix(c.under, "</header>") {
			html = strings.Replace(html, "<h1>", "<header><h1>", 1)
		}
		if a := read(t, html, ""); a.Dek != c.want {
			t.Errorf("%s: got %q, want %q", name, a.Dek, c.want)
		}
	}
}

func TestTheLeadImageHasTheCaptionOfItsFigure(t *testing.T) {
	a := read(t, of(`<meta property="og:image" content="/img/pier.jpg?w=1200"><link rel="canonical" href="/pier">`,
		`<figure><img src="/small/pier.jpg"><figcaption>The pier in spring. <span class="credit">Ann Ray</span></figcaption></figure>`), "https://post.example/pier?x=1")
	if a.URL != "https://post.example/pier" {
		t.Errorf("address %q", a.URL)
	}
	if a.Image == nil || *a.Image != (card.Image{URL: "https://post.example/img/pier.jpg?w=1200", Caption: "The pier in spring.", Credit: "Ann Ray"}) {
		t.Errorf("%+v", a.Image)
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(of(ldScript(`{"@type":"NewsArticle","author":{"@id":"#a"}}`), `<h1>Pier</h1><p class="byline">By Ann Ray</p><time datetime="2022-03-15">x</time>`))
	f.Fuzz(func(t *testing.T, source string) {
		if p, err := page.Parse([]byte(source), nil, "text/html", "https://post.example/2022/03/15/x"); err == nil {
			Extract(p)
		}
	})
}
