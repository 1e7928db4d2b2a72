// Package made makes pages of any size, for tests and benchmarks: news as it is, for each
// stage of the engine what is hardest for it, and random mixtures of hostile pieces.
package made

import (
	"fmt"
	"strings"
)

// Kind is a sort of page that can be made in any size.
type Kind struct {
	Name string
	Make func(size int) []byte // about size bytes, never more
}

const (
	opening = "<!doctype html><html lang=en><head><title>Harbor bridge reopens after repairs</title></head><body><main><article><h1>Harbor bridge reopens after repairs</h1>\n"
	closing = "</article></main></body></html>"
)

// story is an article of its own, so that a page of other things has one.
var story = strings.Repeat("<p>The council of Port Ellery met again to speak about the harbor bridge, its repairs, and what they cost the city so far. “We will open it when it is safe,” said Nora Whitfield, the city engineer.</p>\n", 10)

// News is a page as they are: a fifth of it text, half of it inline JSON, the rest
// menus and teasers.
func News(size int) []byte {
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
