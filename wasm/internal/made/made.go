package main

import (
	"fmt"
	"strings"
)

// kind is a sort of page that can be made in any size.
type kind struct {
	name string
	make func(size int) []byte // about size bytes, never more
}

// kinds are the pages that growth is measured on: news as it is, and for each stage
// what is hardest for it.
var kinds = []kind{
	{"news", news},
	{"one paragraph of quotations", within(func(int) string { return "he said “I know the number of it” and " }, "<p>", "</p>")},
	{"one sentence", within(func(i int) string { return fmt.Sprintf("the word%d that she denied ", i) }, "<p>", ".</p>")},
	{"names", within(func(i int) string {
		return fmt.Sprintf("<p>“We will not leave harbor %d before May,” said %s. %s denied that she had sold boat %d.</p>\n", i, name(i), surname(i), i)
	}, "", "")},
	{"pronouns", within(func(int) string {
		return "<p>She said that he had told her so. “It was not me,” he said. They denied it.</p>\n"
	}, "<p>Nora Whitfield met Paul Anders of the Harbor Board.</p>", "")},
	{"unclosed quotation marks", within(func(i int) string {
		return fmt.Sprintf("<p>%s it is late on day %d, said Nora Whitfield.</p>\n", marks[i%len(marks)], i)
	}, "", "")},
	{"quotation marks alone", within(func(i int) string { return marks[i%len(marks)] + " " }, story+"<p>", "</p>")},
	{"deep nesting", within(func(int) string { return nested }, "", "")},
	{"misnested formatting", within(func(int) string { return "<b><i><a href=x>it is</b> late</i> today</a> <p>" }, story, "")},
	{"entities", within(func(int) string { return "&amp;&#8220;&quot;&#x41;&nosuch;&lt" }, "<p>", "</p>")},
	{"attributes", within(func(i int) string {
		return fmt.Sprintf(`<p class="a%d story-body__p" data-x='{"a":[%d]}' style="color:red">It is late on day %d, and the bridge is open.</p>`, i, i, i)
	}, "", "")},
	{"links", within(func(i int) string {
		return fmt.Sprintf("<li><a href=/news/%d>Another headline of day %d</a></li>\n", i, i)
	}, "<p>The bridge is open again.</p><ul>", "</ul>")},
	{"JSON-LD", func(size int) []byte {
		var b strings.Builder
		for i := 0; b.Len() < size-1000; i++ {
			fmt.Fprintf(&b, `{"@type":"Thing","name":"number %d","list":[1,2,{"a":"b\u0041"}]},`, i)
		}
		return fmt.Appendf(nil, `%s<script type="application/ld+json">[%s{}]</script>%s%s`, opening, b.String(), story, closing)
	}},
}

const (
	opening = "<!doctype html><html lang=en><head><title>Harbor bridge reopens after repairs</title></head><body><main><article><h1>Harbor bridge reopens after repairs</h1>\n"
	closing = "</article></main></body></html>"
)

// story is an article of its own, so that a page of other things has one.
var story = strings.Repeat("<p>The council of Port Ellery met again to speak about the harbor bridge, its repairs, and what they cost the city so far. “We will open it when it is safe,” said Nora Whitfield, the city engineer.</p>\n", 10)

var marks = []string{"“", "\"", "‘", "'", "«", "„", "‹", "「", "”", "’", "»"}

var nested = strings.Repeat("<div>", 300) + "<p>It is late, said Nora Whitfield.</p>" + strings.Repeat("</div>", 300) + "\n"

// within repeats a part between two others until the size is reached.
func within(part func(i int) string, before, after string) func(int) []byte {
	return func(size int) []byte {
		b := []byte(opening + before)
		for i := 0; ; i++ {
			next := part(i)
			if len(b)+len(next)+len(after)+len(closing) > size {
				return append(b, after+closing...)
			}
			b = append(b, next...)
		}
	}
}

// news is a page as they are: a fifth of it text, half of it inline JSON, the rest
// menus and teasers.
func news(size int) []byte {
	repeat := func(part func(i int) string, size int) string {
		var b strings.Builder
		for i := 1; b.Len() < size; i++ {
			b.WriteString(part(i))
		}
		return b.String()
	}
	teaser := func(i int) string {
		return fmt.Sprintf(`<li class="teaser teaser--small"><a href="/news/%d" data-track="list:%d"><img src="/i/%d.jpg" alt="" loading="lazy"><span class="teaser__title">Another headline of the day, number %d</span></a></li>`+"\n", i, i, i, i)
	}
	paragraph := func(i int) string {
		s := fmt.Sprintf("<p class=\"story-body__paragraph\">The council of Port Ellery met again on day %d to speak about the harbor bridge, its repairs, and what they cost the city so far. Several members asked why the work took two years longer than planned.</p>\n", i)
		if i%3 == 0 {
			s += fmt.Sprintf("<p class=\"story-body__paragraph\">“We will open the bridge when it is safe, and not on day %d,” said %s, the city engineer. She denied that the repairs had been delayed by cheaper steel.</p>\n", i, name(i/30))
		}
		return s
	}
	size -= 1500 // for what surrounds the parts
	state := repeat(func(i int) string { return fmt.Sprintf(`{"id":%d},`, i) }, size*54/100)
	return fmt.Appendf(nil, "<!doctype html><html lang=en><head><title>Harbor bridge reopens after repairs</title><script>window.state=[%s]</script></head><body><nav><ul>%s</ul></nav>\n"+
		"<main><article><h1>Harbor bridge reopens after repairs</h1>\n%s</article></main><aside><h2>More news</h2><ul>%s</ul></aside></body></html>",
		state, repeat(teaser, size*10/100), repeat(paragraph, size*20/100), repeat(teaser, size*15/100))
}

var (
	givenNames = []string{"Nora", "Paul", "Anna", "Victor", "Maria", "Daniel", "Ruth", "Simon", "Clara", "Martin"}
	syllables  = []string{"ba", "den", "fel", "gor", "han", "kel", "lor", "mar", "nov", "rin", "sol", "tar", "vel", "win"}
)

// name is a person's, another for every i.
func name(i int) string { return givenNames[i%len(givenNames)] + " " + surname(i) }

func surname(i int) string {
	s := ""
	for n := i + 200; n > 0; n /= len(syllables) {
		s += syllables[n%len(syllables)]
	}
	return strings.ToUpper(s[:1]) + s[1:] + "son"
}
