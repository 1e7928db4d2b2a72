package made

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// Random makes a kind of page out of a seed: a few pieces of markup and of language over
// and over, in one of the places of a page. The same seed gives the same pages.
func Random(seed uint64) Kind {
	r := rand.New(rand.NewPCG(seed, 0x6b657970))
	pick := func(of []string) string { return of[r.IntN(len(of))] }
	pattern := func() string {
		var b strings.Builder
		for range 1 + r.IntN(5) {
			switch r.IntN(8) {
			case 0:
				b.WriteString(pick(tags))
			case 1:
				b.WriteString("<" + pick(elements) + pick(attributes) + ">")
			case 2:
				b.WriteString("</" + pick(elements) + ">")
			case 3:
				b.WriteString(pick(marks))
			case 4:
				b.WriteString(pick(stops))
			default:
				b.WriteString(pick(words) + " ")
			}
		}
		return b.String()
	}
	first, second, place := pattern(), pattern(), places[r.IntN(len(places))]
	before := pick([]string{"", "", story, woman})
	if place != "" {
		before = ""
	}
	halves := r.IntN(3) == 0 // the second piece comes when all of the first stand there
	name := "seed " + strconv.FormatUint(seed, 10)
	return Kind{name, func(size int) []byte {
		start := opening + place + before
		if halves {
			start = string(fill(size/2, start, count(first), ""))
		}
		return fill(size, start, count(second), "")
	}}
}

// count gives a piece with a number in it, another for every i.
func count(piece string) func(int) string {
	before, after, found := strings.Cut(piece, "#")
	return func(i int) string {
		if !found {
			return piece
		}
		return before + strconv.Itoa(i) + after
	}
}

var (
	elements = []string{"p", "div", "span", "b", "i", "a", "em", "q", "cite", "blockquote", "ul", "li", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "tbody", "caption",
		"section", "article", "aside", "header", "footer", "nav", "main", "figure", "figcaption", "h1", "h2", "h3", "br", "hr", "img", "picture", "svg", "math", "template", "slot",
		"button", "label", "input", "select", "option", "form", "sup", "sub", "mark", "time", "address", "details", "summary", "ruby", "rt", "pre", "code", "font", "title", "meta",
		"script", "style", "noscript", "iframe", "body", "html", "head", "base", "x-card"}
	attributes = []string{"", "", "", " hidden", ` class="quote"`, ` class="related-#"`, ` class="tweet card popover"`, ` style="display:none"`, " aria-hidden=true", " href=/a/#", " href=#n", ` id="x#"`,
		" slot=s#", " shadowrootmode=open", ` itemprop="articleBody"`, ` itemprop=author`, ` alt="a b c d #"`, " name=s#", ` role=dialog`, ` class="article-body"`, ` class="byline"`, " lang=de", " datetime=2022-03-15", " a=1 b=2 c"}
	tags  = []string{"<br>", "<br><br>", "<!-- -->", "<!--", "-->", "&amp;", "&#8220;", "&lt", "<", ">", "</", "<a", "]]>", "<![CDATA[", "\x00", "\r\n", "\u00ad", "\u200b", "<p>", "</p>", "<wbr>"}
	stops = []string{". ", ", ", "; ", ": ", " — ", " – ", "-", "? ", "! ", "…", " (", ") ", " [", "] ", "\n", "'s ", "’s ", " / ", "#", "# ", "@", "% ", "$1,000 ", "*", "|", " | "}
	words = []string{"Nora Whitfield", "Ann Lee", "Lee", "Paul", "Mr. Hale", "Dr.", "Sen.", "the U.S.", "Moscow", "the Harbor Board", "the Ministry of Trade", "the spokesman", "a spokeswoman for", "the mayor", "her husband",
		"she", "he", "her", "his", "him", "they", "it", "who", "himself", "I", "we", "you", "said", "says", "told", "asked", "denied", "denies", "denied that", "denied having", "rejected", "rejected claims that", "has denied",
		"called it false", "is untrue", "never", "not", "no", "neither", "nor", "accused of", "alleged that", "according to", "of", "and", "or", "but", "that", "which", "in", "for", "with", "the", "a", "to",
		"boat", "boat #", "Boat #", "Name#son", "bridge", "stole", "stealing", "was", "were", "is", "had", "will", "would", "did not", "on Monday", "March 15, 2022", "15/3/2022", "12-year-old", "#", "A.", "a", "A",
		"sagte", "bestritt", "dass", "der Sprecher", "a déclaré", "a nié", "selon", "negó", "dijo", "heeft ontkend", "ha detto", "disse", "市長は", "「安全だ」", "と述べた。", "сказал", "é", "don't", "o'clock", "re-elected", "1,000.5", "No comment",
		"declined to comment", "Photo:", "Also read", "By Ann Lee", "Whitfield:", "Q:", "COMMENTS"}
	// places of a page that the pieces fill; the body where empty.
	places = []string{"", "", "", "", "", "", "<p>", "<p>", "<p>", "<h1>", "<h2>", "</article></main></body></html>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<q>", "<div hidden>", "<p class=byline>",
		`<meta name=author content="`, `<p title="`, `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"`, `<script type="application/ld+json">[`, "<title>", "<template shadowrootmode=open>", "<textarea>", "<pre>", "<figcaption>", "<aside>"}
)
