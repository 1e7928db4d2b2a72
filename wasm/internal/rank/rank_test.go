package rank

import (
	"strings"
	"testing"

	"keypoints/wasm/card"
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
	d := text.Parse(blocks, "en")
	s := people.Find(d, card.Article{Headline: headline})
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
