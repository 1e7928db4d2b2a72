package rank

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// main gives the words of the main quotes, best first.
func mainQuotes(headline string, paragraphs ...string) []string {
	var blocks []body.Block
	for _, p := range paragraphs {
		blocks = append(blocks, body.Block{Text: p})
	}
	return mainQuotesOf(headline, blocks)
}

func mainQuotesOf(headline string, blocks []body.Block) []string {
	d := text.Parse(blocks, "en")
	s := people.Find(d)
	q := quote.Find(d, s)
	var out []string
	ranked, worthy := Quotes(d, s, q, headline, 0.9)
	for _, q := range ranked[:worthy] {
		var parts []string
		for _, p := range q.Parts {
			parts = append(parts, d.Cut(p))
		}
		out = append(out, strings.Join(parts, " … "))
	}
	return out
}

func TestAWholeSentenceAboutTheHeadlineComesFirst(t *testing.T) {
	got := mainQuotes("Harbor bridge to close for two years",
		`The harbor bridge will close in May, Mayor Ines Calder said on Monday.`,
		`“of a certain age and in need of care,” is how Ines Calder described the town hall.`,
		`“The harbor bridge will close in May because its cables cannot carry another winter,” Ines Calder said.`,
		`“I had soup for lunch and then another soup,” Ines Calder said.`)
	if len(got) == 0 || !strings.HasPrefix(got[0], "The harbor bridge") {
		t.Errorf("%q", got)
	}
}

func TestTheCardSpreadsOverSpeakers(t *testing.T) {
	got := mainQuotes("Mill workers vote to strike",
		`“We have waited four years for a raise and we will not wait a fifth,” said Omar Pell, who leads the union.`,
		`The mill closed at noon.`,
		`“We have asked for talks on nine occasions this year alone,” Omar Pell said.`,
		`The owners met in the evening.`,
		`“We have nothing more to give than what we gave in March,” Omar Pell said.`,
		`The sun set.`,
		`“The mill cannot pay what it does not earn, and everybody in town knows that,” said Dora Finch, its owner.`)
	if len(got) != 3 || !strings.HasPrefix(got[2], "The mill cannot") {
		t.Errorf("%q", got)
	}
}

func TestTheCardSaysNothingTwice(t *testing.T) {
	said := `“We have waited four years for a raise and we will not wait a fifth,” said Omar Pell, who leads the union.`
	if got := mainQuotes("Mill workers vote to strike", said, `The mill closed at noon.`, said); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestQuotationsThatTheWriterInterruptsAreJoined(t *testing.T) {
	got := mainQuotes("Ferry stops",
		`“The ferry has run for ninety years without a break,” said Lena Brandt. “It will run again in spring, whatever the weather does.”`)
	if len(got) != 1 || got[0] != "The ferry has run for ninety years without a break, … It will run again in spring, whatever the weather does." {
		t.Errorf("%q", got)
	}
}

func TestShortAndUnattributedQuotationsStayOffTheCard(t *testing.T) {
	got := mainQuotes("Town meets",
		`“Not a chance,” said Lena Brandt.`,
		`The sign at the door of the empty hall had been there since spring.`,
		`“Whoever reads this sign should know that the hall is shut”`)
	for _, q := range got {
		if strings.HasPrefix(q, "Not") || strings.HasPrefix(q, "Whoever") {
			t.Errorf("%q", got)
		}
	}
}

func TestWeightsKeepTheOrderOfEqualQuotations(t *testing.T) {
	paragraphs := []string{`“The river rose by two meters in a single night,” said Ada Moss.`, `It rained.`, `“The river rose by two meters in a single night,” said Ben Hale.`}
	first := mainQuotes("River rises", paragraphs...)
	for range 5 {
		again := mainQuotes("River rises", paragraphs...)
		if strings.Join(again, "|") != strings.Join(first, "|") {
			t.Fatalf("%q %q", first, again)
		}
	}
}

func TestTheEndOfTheWritersSentenceStandsBehindWholeThoughts(t *testing.T) {
	got := mainQuotes("Website fails on first day",
		`Lena Brandt said the website “landed and handled more than eight million visits without a break.”`,
		`“We had the worst morning that I can remember in this house,” Omar Pell said.`)
	if len(got) != 1 || !strings.HasPrefix(got[0], "We had") {
		t.Errorf("%q", got)
	}
	got = mainQuotes("Website fails on first day",
		`Lena Brandt said the website “landed and handled more than eight million visits without a break.”`)
	if len(got) != 1 || !strings.HasPrefix(got[0], "landed") {
		t.Errorf("with nothing else to say: %q", got)
	}
}

func TestATitleIsNotJoinedToAQuotation(t *testing.T) {
	got := mainQuotes("Campaign chief on the inquiry",
		`In an article headed “Something is deeply broken at the harbor office”, Lena Brandt described “a slow and careless answer to a plain and present danger to us all”.`)
	for _, q := range got {
		if strings.Contains(q, " … ") {
			t.Errorf("%q", got)
		}
	}
}

func TestAMainQuoteIsInTheArticlesLanguage(t *testing.T) {
	got := mainQuotes("Front line falls back",
		`“Pendant que le front s’effondre, un véritable incendie se déclare dans les couloirs du pouvoir,” Lena Brandt said.`,
		`“Landspout tornado! Northeast Colorado! Southwest Akron! Storm photo gallery link,” Lena Brandt said.`,
		`“We will not leave this town until the last of its people has left,” Lena Brandt said.`)
	if len(got) != 1 || !strings.HasPrefix(got[0], "We will") {
		t.Errorf("%q", got)
	}
}

func TestADescriptionStandsBehindWhoHasAName(t *testing.T) {
	got := mainQuotes("Ferry stops",
		`“It was the coldest night that I have ever spent on a boat,” one passenger said.`,
		`“The ferry has run for ninety years without a single break,” said Lena Brandt.`)
	if len(got) != 1 || !strings.HasPrefix(got[0], "The ferry") {
		t.Errorf("%q", got)
	}
}

func TestADescriptionWithACapitalStandsBehindWhoHasAName(t *testing.T) {
	for _, of := range []string{"one Ruston executive", "a Liberal source", "another Skylane worker", "one London commenter"} {
		got := mainQuotes("Striker to stay",
			`“He will be sold this week if the price is right,” `+of+` said.`,
			`“Nobody at this club is for sale while I sit here,” chairman Gary Plimm said.`)
		if len(got) != 1 || !strings.HasPrefix(got[0], "Nobody") {
			t.Errorf("%s: %q", of, got)
		}
	}
	got := mainQuotes("Network down",
		`“We know what broke and we are putting it right tonight,” a Veld spokesperson said.`,
		`Analyst Kira Dahl said: “A network that fails twice in a month has a problem with its core.”`)
	if len(got) != 2 {
		t.Errorf("a firm speaks by its spokesperson: %q", got)
	}
}

func TestALetterStandsBehindWhoHasAName(t *testing.T) {
	got := mainQuotes("Bridge closes",
		`The Conservatives’ letter said: “The bridge will be closed to all traffic until further notice.”`,
		`“The cables cannot carry another winter,” engineer Col Garrity said.`)
	if len(got) != 1 || !strings.HasPrefix(got[0], "The cables") {
		t.Errorf("%q", got)
	}
}

func TestSmallTalkStandsBehindWhatSaysSomething(t *testing.T) {
	for _, talk := range []string{
		"Hey, how is everybody doing out there tonight?", "Good afternoon and welcome, it is nice to see so many of you,",
		"Thank you, thank you, thank you all so very much,", "You may remember me from, well, the last time that I lost,",
	} {
		got := mainQuotes("Mill to close", `“`+talk+`” Dora Finch said.`, `“The mill cannot pay what it does not earn,” Dora Finch said later.`)
		if len(got) != 1 || !strings.HasPrefix(got[0], "The mill") {
			t.Errorf("%q", got)
		}
	}
	got := mainQuotes("Mill to close", `“Well, the mill cannot pay what it does not earn,” Dora Finch said.`)
	if len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestAPassersByPostIsNoMainQuote(t *testing.T) {
	story := body.Block{Text: `Mayor Lena Brandt was photographed on a ski lift while the city dug out of the snow.`}
	said := body.Block{Text: `“The people of this city deserve a mayor who is here when it snows,” Raul Ortega said.`}
	post := func(author string) []body.Block {
		return []body.Block{
			{Kind: body.Post, Text: "She should be on the street with a shovel, not on a chair lift in the Alps", Author: author},
			{Kind: body.Post, Text: "— " + author + " March 3, 2024", Author: author, Signature: true},
		}
	}
	got := mainQuotesOf("Mayor under fire for holiday", append(append([]body.Block{story}, post("Tom Ferrier")...), said))
	if len(got) != 1 || !strings.HasPrefix(got[0], "The people") {
		t.Errorf("%q", got)
	}
	got = mainQuotesOf("Mayor under fire for holiday", append(append([]body.Block{story}, post("Lena Brandt")...), said))
	if len(got) != 2 {
		t.Errorf("by somebody whom the article names: %q", got)
	}
}
