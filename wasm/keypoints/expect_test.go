package keypoints

import (
	"slices"
	"strings"
	"testing"
)

// An expectation is one line of a page's .expect file, written from reading
// the page:
//
//	headline: …            the article's own data, exactly; published by its beginning
//	quote: Ann Vale | …    a quotation with these words is found, by this speaker
//	quote?: Ann Vale | …   the same, and the speaker may stay unknown
//	quote-not: Ann Vale | … whoever says these words, it is not Ann Vale
//	                       ("Ann Vale / the mayor": either will do)
//	main: …                a main quote of the default card has these words
//	not-main: …            no main quote is exactly these words
//	denial: Ann Vale | … | …  a denial by her ("*": by anybody) with these words, of a claim with those ("-": any)
//	not-denial: …          no denial has these words
//	denials: none          the page has no denial (quotes: none likewise)
//	not-speaker: …         nobody of that name speaks
//	never: …               stands nowhere on the card or in its body
//	once: …                stands in one quotation at most
//
// A line that starts with "~" is wanted and not reached yet: it is reported, and fails once
// it is reached, so that it is held from then on.
type expectation struct {
	key, value string
	wanted     bool
}

func TestCardsHoldWhatAReaderExpects(t *testing.T) {
	for _, name := range pages(t) {
		t.Run(name, func(t *testing.T) {
			page, expected := load(t, name)
			if len(expected) == 0 {
				t.Fatal("nothing is expected of this page")
			}
			full, err := Summarize(page, everything)
			if err != nil {
				t.Fatal(err)
			}
			short, err := Summarize(page, Defaults())
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range expected {
				switch problem := e.check(full, short); {
				case problem == "" && e.wanted:
					t.Errorf("%s: %s\n\tis reached now: take the ~ away", e.key, e.value)
				case problem != "" && e.wanted:
					t.Logf("%s: %s\n\t%s", e.key, e.value, problem)
				case problem != "":
					t.Errorf("%s: %s\n\t%s", e.key, e.value, problem)
				}
			}
		})
	}
}

// check says what is wrong with the cards, or "".
func (e expectation) check(full, short *Card) string {
	parts := strings.Split(e.value, " | ")
	has := func(words string) func(Quote) bool {
		return func(q Quote) bool { return strings.Contains(q.Text, words) }
	}
	if got, ok := ownData(full, e.key); ok {
		if got == e.value || e.key == "published" && strings.HasPrefix(got, e.value) {
			return ""
		}
		return "got " + got
	}
	switch e.key {
	case "quote", "quote?", "quote-not":
		return quoted(full, e.key, parts[0], parts[1])
	case "quotes":
		if len(full.AllQuotes) > 0 {
			return "found " + full.AllQuotes[0].Text
		}
	case "main":
		if !slices.ContainsFunc(short.Quotes, has(e.value)) && !slices.ContainsFunc(short.Denials, func(d Denial) bool { return strings.Contains(d.Text, e.value) }) {
			return "not on the card"
		}
	case "not-main":
		if slices.ContainsFunc(short.Quotes, func(q Quote) bool { return q.Text == e.value }) {
			return "on the card"
		}
	case "denial":
		return denies(full, parts[0], parts[1], parts[2])
	case "not-denial":
		for _, d := range full.Denials {
			if strings.Contains(d.Text, e.value) {
				return "taken for a denial"
			}
		}
	case "denials":
		if len(full.Denials) > 0 {
			return "found " + full.Denials[0].Text
		}
	case "not-speaker":
		for _, q := range full.AllQuotes {
			if q.Speaker != nil && q.Speaker.Name == e.value {
				return "speaks " + q.Text
			}
		}
	case "never":
		return absent(full, e.value)
	case "once":
		n := 0
		for _, q := range full.AllQuotes {
			n += strings.Count(q.Text, e.value)
		}
		if n > 1 {
			return "stands in more than one quotation"
		}
	default:
		return "unknown key"
	}
	return ""
}

func ownData(c *Card, key string) (string, bool) {
	a := &c.Article
	switch key {
	case "headline":
		return a.Headline, true
	case "dek":
		return a.Dek, true
	case "byline":
		return strings.Join(a.Byline, ", "), true
	case "published":
		return a.Published, true
	case "publisher":
		return a.Publisher, true
	case "language":
		language, _, _ := strings.Cut(a.Language, "-")
		return language, true
	case "url-is":
		return a.URL, true
	}
	return "", false
}

func quoted(c *Card, key, speaker, words string) string {
	for _, q := range c.AllQuotes {
		if !strings.Contains(q.Text, words) {
			continue
		}
		switch {
		case key == "quote-not" && (q.Speaker == nil || !named(q.Speaker, speaker)):
			return ""
		case key == "quote-not":
			return "said to be by " + speaker
		case q.Speaker == nil && key == "quote?":
			return ""
		case q.Speaker == nil:
			return "nobody is named"
		case !named(q.Speaker, speaker):
			return "said to be by " + q.Speaker.Name
		}
		return ""
	}
	if key == "quote-not" {
		return ""
	}
	return "not found"
}

func denies(c *Card, denier, words, claim string) string {
	for _, d := range c.Denials {
		switch {
		case !slices.ContainsFunc(strings.Split(words, " / "), func(w string) bool { return strings.Contains(d.Text, w) }):
			continue
		case denier != "*" && d.Denier == nil:
			return "no denier is named"
		case denier != "*" && !named(d.Denier, denier):
			return "said to be by " + d.Denier.Name
		case claim != "-" && d.Claim == nil:
			return "no claim"
		case claim != "-" && !strings.Contains(d.Claim.Text, claim):
			return "the claim is " + d.Claim.Text
		}
		return ""
	}
	return "not found"
}

// named says whether a source has one of the names.
func named(s *Source, names string) bool {
	return slices.Contains(strings.Split(names, " / "), s.Name)
}

// absent says where words that must not stand on the card do.
func absent(c *Card, words string) string {
	for _, text := range append([]string{c.Body, c.Article.Headline, c.Article.Dek}, c.Article.Byline...) {
		if i := strings.Index(text, words); i >= 0 {
			return "in " + strings.ToValidUTF8(text[max(0, i-40):min(len(text), i+len(words)+40)], "")
		}
	}
	return ""
}
