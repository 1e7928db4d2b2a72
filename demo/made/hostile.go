package made

import (
	"fmt"
	"strings"
)

// Hostile are the pages that some stage of the engine finds hardest.
var Hostile = append(append(append([]Kind{}, markup...), sentences...), people...)

// markup is hard for the stages that read HTML.
var markup = []Kind{
	{"deep nesting", repeated("", nested)},
	{"misnested formatting", repeated(story, "<b><i><a href=x>it is</b> late</i> today</a> <p>")},
	{"entities", repeated("<p>", "&amp;&#8220;&quot;&#x41;&nosuch;&lt")},
	{"attributes", numbered("", `<p class="a%[1]d story-body__p" data-x='{"a":[%[1]d]}' style="color:red">It is late on day %[1]d, and the bridge is open.</p>`)},
	{"links", numbered("<p>The bridge is open again.</p><ul>", "<li><a href=/news/%[1]d>Another headline of day %[1]d</a></li>\n")},
	{"line breaks", repeated("<p>", "a<br>")},
	{"lines of a transcript", repeated("<p>", "Whitfield: It is safe today<br>\n")},
	{"hidden inline elements", repeated("<p>It is safe", "<span hidden>x</span> a")},
	{"inline elements around short lines", repeated("<p>"+strings.Repeat("<mark>", 380), "a<br><br>")},
	{"slots", numbered("<div><template shadowrootmode=open>", "<slot name=s%[1]d></slot>", "</template>", "<i slot=t%[1]d>a</i>", "</div>")},
	{"runs of <", repeated("<p>", "<")},
	{"headings", numbered("", "<h1>Harbor bridge reopens on day %d</h1>")},
	{"a long heading", repeated("<h1>", "Harbor bridge reopens ")},
	{"a long heading of one word", repeated("<h1>", "a")},
	{"a long title", titled("Harbor bridge reopens ")},
	{"a title of marks", titled(" | ")},
	{"a title of one word", titled("a")},
	{"descriptions", func(size int) []byte {
		return fill(size, "<!doctype html><html lang=en><head>", func(i int) string {
			return fmt.Sprintf(`<meta property="og:description" content="The bridge is open on day %d"><meta name=author content="%s">`, i, name(i))
		}, "</head><body><h1>Harbor bridge reopens</h1>"+story)
	}},
	{"JSON-LD", declared("[", `{"@type":"Thing","name":"number %d","list":[1,2,{"a":"b\u0041"}]},`, "{}]")},
	{"articles of JSON-LD", declared("[", `{"@type":"NewsArticle","headline":"Harbor bridge reopens %d","author":{"name":"Ann Lee"}},`, "{}]")},
	{"broken JSON-LD", declared(`{"@type":"NewsArticle","articleBody":"`, `It is safe on day %d, \"she\" said. `, "")},
	{"broken lists of JSON-LD", declared(`{"@type":"NewsArticle","author":[`, `{"name":"A%d"},`, "")},
	{"the text in JSON-LD", declared(`{"@type":"NewsArticle","articleBody":"`, `It is safe on day %d, \"she\" said.\n `, `"}`)},
}

// sentences are hard for the stages that read text.
var sentences = []Kind{
	{"one paragraph of quotations", repeated("<p>", "he said “I know the number of it” and ")},
	{"one sentence", numbered("<p>", "the word%d that she denied ")},
	{"denials", repeated(story+"<p>", "denied ")},
	{"denials that", repeated(story+"<p>", "denied that ")},
	{"neither and nor", repeated(story+"<p>", "neither nor ")},
	{"unclosed quotation marks", func(size int) []byte {
		return within(size, "", func(i int) string {
			return fmt.Sprintf("<p>%s it is late on day %d, said Nora Whitfield.</p>\n", marks[i%len(marks)], i)
		})
	}},
	{"quotation marks alone", func(size int) []byte {
		return within(size, story+"<p>", func(i int) string { return marks[i%len(marks)] + " " })
	}},
	{"quotation marks and words", func(size int) []byte {
		return within(size, story+"<p>", func(i int) string { return marks[i%7*3%len(marks)] + "a " })
	}},
	{"opening quotation marks", repeated(story+"<p>", "“a ")},
	{"straight quotation marks", repeated(story+"<p>", `"a" `)},
	{"single quotation marks", repeated(story+"<p>", `'a's' `)},
	{"quotations nearly alike", numbered("", "<p>“We will not leave the harbor before the winter of year %d, whatever they say,” she said.</p>")},
	{"the same quotation", repeated("", "<p>“We will not leave the harbor before the winter, whatever they say,” she said.</p>")},
	{"quotations of one paragraph nearly alike", numbered("<p>", "“We will not leave the harbor before the winter of year %d,” said Ann Lee. ")},
	{"claims denied and raised", numbered("", "<p>He said she stole boat %[1]d. She denied that she stole boat %[1]d.</p>")},
	{"abbreviations", repeated(story+"<p>", "Dr. Mr. U.S. ")},
	{"commas", repeated(story+"<p>", "a, ")},
	{"dashes", repeated(story+"<p>", "a — b – c -- ")},
	{"brackets", repeated(story+"<p>", "(a [b ")},
	{"full stops", repeated(story+"<p>", "A. ")},
	{"one word", repeated(story+"<p>", "a")},
	{"capitals", repeated(story+"<p>", "A")},
	{"hyphens", repeated(story+"<p>", "a-b")},
	{"a script without spaces", repeated(story+"<p>", "市長は「安全だ」と述べた。")},
}

// people are hard for the stages that tell who is who.
var people = []Kind{
	{"names", func(size int) []byte {
		return within(size, "", func(i int) string {
			return fmt.Sprintf("<p>“We will not leave harbor %d before May,” said %s. %s denied that she had sold boat %d.</p>\n", i, name(i), surname(i), i)
		})
	}},
	{"names alone", func(size int) []byte {
		return within(size, story+"<p>", func(i int) string { return name(i) + ", " })
	}},
	{"names without an end", func(size int) []byte {
		return within(size, story+"<p>", func(i int) string { return name(i) + " " })
	}},
	{"one surname", func(size int) []byte {
		return within(size, story+"<p>", func(i int) string { return surname(i) + " Lee met Lee. " })
	}},
	{"organizations", func(size int) []byte {
		return within(size, story+"<p>", func(i int) string { return "the " + surname(i) + " Ministry of " + surname(i+7) + " said, " })
	}},
	{"pronouns", repeated("<p>Nora Whitfield met Paul Anders of the Harbor Board.</p>", "<p>She said that he had told her so. “It was not me,” he said. They denied it.</p>\n")},
	{"her", repeated(woman, "her ")},
	{"she", repeated(woman, "she ")},
	{"hers", repeated(woman, "hers ")},
	{"himself", repeated(woman, "himself ")},
	{"he and she", repeated(woman, "he ; she ")},
	{"she said", repeated(woman, "she said ")},
	{"they", repeated(woman, "they it ")},
	{"the spokesman", repeated(woman, "the spokesman of the minister ")},
	{"who", repeated(woman, "who , ")},
	{"said", repeated(woman, "said ")},
	{"of", repeated(woman, "of the Harbor ")},
	{"turns without a name", repeated("<p>“It is safe,” said Nora Whitfield.</p>", "<p>“It is safe.”</p>")},
}

// woman begins a sentence about somebody whose name is known.
const woman = "<p>Nora Whitfield, the city engineer, said that she would open the bridge. Paul Anders met "

// within fills a page with parts between the frame of an article.
func within(size int, before string, part func(i int) string) []byte {
	return fill(size, opening+before, part, closing)
}

// fill gives a page of parts between two others that is as large as size allows.
func fill(size int, before string, part func(i int) string, after string) []byte {
	b := []byte(before)
	for i := 0; ; i++ {
		next := part(i)
		if len(b)+len(next)+len(after) > size {
			return append(b, after...)
		}
		b = append(b, next...)
	}
}

func repeated(before, piece string) func(int) []byte {
	return func(size int) []byte { return within(size, before, func(int) string { return piece }) }
}

// numbered makes pages of a piece with a number in it; with more parts, of what stands
// behind it, a second piece, and the end.
func numbered(before, piece string, more ...string) func(int) []byte {
	part := func(piece string) func(int) string {
		return func(i int) string { return fmt.Sprintf(piece, i) }
	}
	return func(size int) []byte {
		if len(more) < 3 {
			return within(size, before, part(piece))
		}
		first := fill(size/2, opening+before, part(piece), more[0])
		return fill(size, string(first), part(more[1]), more[2]+closing)
	}
}

// titled makes pages with a long <title>.
func titled(piece string) func(int) []byte {
	return func(size int) []byte {
		return fill(size, "<!doctype html><html lang=en><head><title>", func(int) string { return piece }, "</title></head><body><main><article>"+story+closing)
	}
}

// declared makes pages with JSON-LD.
func declared(before, piece, after string) func(int) []byte {
	return func(size int) []byte {
		return fill(size, opening+`<script type="application/ld+json">`+before, func(i int) string { return fmt.Sprintf(piece, i) }, after+"</script>"+story+closing)
	}
}

var marks = []string{"“", "\"", "‘", "'", "«", "„", "‹", "「", "”", "’", "»"}

var nested = strings.Repeat("<div>", 300) + "<p>It is late, said Nora Whitfield.</p>" + strings.Repeat("</div>", 300) + "\n"
