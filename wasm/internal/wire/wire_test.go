package wire

import (
	"strings"
	"testing"
)

func TestStories(t *testing.T) {
	const p1, p2 = "The council voted on Tuesday to close the old ferry pier.", "“We have no choice,” the mayor said."
	for name, c := range map[string]struct {
		text string
		want Story
	}{
		"headline and paragraphs": {"Council closes pier\n\n" + p1 + "\n\n" + p2, Story{Headline: "Council closes pier", Paragraphs: []string{p1, p2}}},
		"byline and date": {"Council closes pier\nBy Ann Ray and Bo Li\nMarch 15, 2022 10:30 a.m.\n\n" + p1,
			Story{Headline: "Council closes pier", Byline: []string{"Ann Ray", "Bo Li"}, Published: "2022-03-15", Paragraphs: []string{p1}}},
		"desk and date": {"Council closes pier\n\nNews Desk March 15, 2022\n\n" + p1,
			Story{Headline: "Council closes pier", Byline: []string{"News Desk"}, Published: "2022-03-15", Paragraphs: []string{p1}}},
		"updated": {"Council closes pier\nUpdated: 15 March 2022\n\n" + p1, Story{Headline: "Council closes pier", Published: "2022-03-15", Paragraphs: []string{p1}}},
		"dek":     {"Council closes pier\n\nA long dispute ends\n\n" + p1, Story{Headline: "Council closes pier", Dek: "A long dispute ends", Paragraphs: []string{p1}}},
		"caption": {"Council closes pier\n\n" + p1 + "\n\nThe pier in spring. Photo: Ann Ray\n\n" + p2, Story{Headline: "Council closes pier", Paragraphs: []string{p1, p2}}},
		"also read": {"Council closes pier\n\n" + p1 + "\n\nAlso read: Ten piers\n\nREAD MORE: Twelve piers\n\n" + p2,
			Story{Headline: "Council closes pier", Paragraphs: []string{p1, p2}}},
		"comments":             {"Council closes pier\n\n" + p1 + "\n\nCOMMENTS\n\nReplying to X\n\nNo.", Story{Headline: "Council closes pier", Paragraphs: []string{p1}}},
		"wrapped lines":        {"Council closes pier\n\nThe council voted on Tuesday to close the old\nferry pier, which had stood in the harbor for\nmore than seventy years, a spokesman said.\n", Story{Headline: "Council closes pier", Paragraphs: []string{"The council voted on Tuesday to close the old ferry pier, which had stood in the harbor for more than seventy years, a spokesman said."}}},
		"one sentence":         {"“We will not sell,” said Ann Ray.", Story{Paragraphs: []string{"“We will not sell,” said Ann Ray."}}},
		"a date in a sentence": {"Pier\n\nOn March 15, 2022 the council met in the old town hall.", Story{Headline: "Pier", Paragraphs: []string{"On March 15, 2022 the council met in the old town hall."}}},
		"nothing":              {"\n\n", Story{}},
	} {
		t.Run(name, func(t *testing.T) {
			got := Parse(c.text)
			if got.Headline != c.want.Headline || got.Dek != c.want.Dek || got.Published != c.want.Published ||
				strings.Join(got.Byline, "|") != strings.Join(c.want.Byline, "|") || strings.Join(got.Paragraphs, "\n") != strings.Join(c.want.Paragraphs, "\n") {
				t.Errorf("got %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Headline\n\nBy Ann Ray\n\nText")
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range Parse(text).Paragraphs {
			if p == "" || strings.ContainsAny(p, "\n") {
				t.Fatalf("paragraph %q", p)
			}
		}
	})
}
