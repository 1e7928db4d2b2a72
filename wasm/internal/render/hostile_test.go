package render

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"keypoints/wasm/card"
)

var payloads = []string{
	`<script>alert(1)</script>`,
	`</script><script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	"`onclick=alert(1)",
	`javascript:alert(1)`,
	` JaVaScRiPt:alert(1)`,
	"java\tscript:alert(1)",
	`data:text/html,<script>alert(1)</script>`,
	`vbscript:msgbox(1)`,
	`https://news.example/"onclick="alert(1)`,
	`https://news.example/><script>alert(1)</script>`,
	`https://news.example/'--></style></title></textarea></noscript><svg onload=alert(1)>`,
	`</blockquote></section><iframe srcdoc="<script>alert(1)</script>">`,
	`</title><script>alert(1)</script>`,
	`<!--<script>`, `]]>`, `--!><img src onerror=alert(1)>`,
	`&lt;script&gt;alert(1)&lt;/script&gt;`,
	`[x](javascript:alert(1))`, `![x](https://evil.example/p.png)`, "`a` **b** _c_ ~~d~~", `<javascript:alert(1)>`, "# a", "- a", "1. a", "> a", "| a | b |", `$x$ @name`, "www.evil.example", "\n\n<b>x</b>\n\n***", `\`,
	"\u202eevil\u202c", "a\u2028b", "\x00\x1b[31m", "\xff\xfe",
	`#:~:text="><script>alert(1)</script>`,
}

// hostile is a card with the payload in every field.
func hostile(p string) *card.Card {
	s := &card.Source{Name: p, Role: p, Mention: p}
	return &card.Card{
		Article: card.Article{URL: p, Headline: p, Dek: p, Byline: []string{p}, Publisher: p, Published: p, Modified: p, Language: p,
			Image: &card.Image{URL: p, Caption: p, Credit: p}},
		Quotes:      []card.Quote{{Text: p, Speaker: s, Cue: p, Fragment: p}},
		AllQuotes:   []card.Quote{{Text: p, Speaker: s, Cue: p, Fragment: p}},
		Denials:     []card.Denial{{Text: p, Denier: s, Kind: p, Cue: p, Claim: &card.Claim{Text: p}, Fragment: p}},
		NoComments:  []card.NoComment{{Text: p, Who: p, Fragment: p}},
		Body:        p,
		ArticleHTML: p,
		Include:     card.Include{Body: true, Quotes: true, Article: true, NoComment: true},
		Labels:      p,
		Notice:      p,
		Policy:      p,
	}
}

func TestHostileWordsStayWordsInHTML(t *testing.T) {
	elements := strings.Fields("html head meta base title link body section h2 h3 p ul li figure blockquote figcaption cite span q a div mark")
	attributes := strings.Fields("class id lang dir aria-labelledby data-card data-id data-start data-end data-kind cite href charset name content rel target")
	for _, payload := range payloads {
		for name, out := range map[string][]byte{"html": HTML(hostile(payload)), "page": Document(hostile(payload))} {
			z := html.NewTokenizer(bytes.NewReader(out))
			words := ""
			for z.Next() != html.ErrorToken {
				token := z.Token()
				switch token.Type {
				case html.CommentToken:
					t.Errorf("%s: %q gives a comment", name, payload)
				case html.TextToken:
					words += token.Data
				case html.StartTagToken, html.SelfClosingTagToken:
					if name == "page" && token.Data == "script" && slices.Contains(token.Attr, html.Attribute{Key: "src", Val: FrameScript}) && len(token.Attr) == 2 {
						continue
					}
					if !slices.Contains(elements, token.Data) {
						t.Errorf("%s: %q gives <%s>", name, payload, token.Data)
					}
					for _, a := range token.Attr {
						if !slices.Contains(attributes, a.Key) {
							t.Errorf("%s: %q gives the attribute %s", name, payload, a.Key)
						}
						if (a.Key == "href" || a.Key == "cite") && !harmless(a.Val) {
							t.Errorf("%s: %q gives %s=%q", name, payload, a.Key, a.Val)
						}
					}
				}
			}
			if utf8.ValidString(payload) && !strings.ContainsFunc(payload, control) && !strings.Contains(words, strings.TrimSpace(payload)) {
				t.Errorf("%s: %q is not shown as it is", name, payload)
			}
			if bytes.ContainsFunc(out, control) {
				t.Errorf("%s: %q leaves control characters", name, payload)
			}
		}
	}
}

func harmless(address string) bool {
	return address == "" || strings.HasPrefix(address, "https://news.example/") || strings.HasPrefix(address, "#:~:text=") || address == Stylesheet
}

func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r == 0x7f
}

func TestHostileWordsStayWordsInJSON(t *testing.T) {
	for _, payload := range payloads {
		for name, out := range map[string][]byte{"json": JSON(hostile(payload)), "jsonld": JSONLD(hostile(payload))} {
			if bytes.ContainsAny(out, "<\u2028\u2029\x00\x1b") {
				t.Errorf("%s: %q is not safe inside a script: %s", name, payload, out)
			}
			var got map[string]any
			if err := json.Unmarshal(out, &got); err != nil {
				t.Errorf("%s: %q: %v", name, payload, err)
			}
			for _, url := range regexp.MustCompile(`"url":"[^"]*`).FindAllString(string(out), -1) {
				if !strings.HasPrefix(url, `"url":"https://news.example/`) {
					t.Errorf("%s: %q gives %s", name, payload, url)
				}
			}
		}
	}
}

// escaped are a backslash and what follows; destination is where a link leads.
var (
	escaped     = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)
	destination = regexp.MustCompile(`\]\(<(https://news\.example/|#:~:text=)[^<>\n]*>\)`)
)

func TestHostileWordsStayWordsInMarkdown(t *testing.T) {
	plain := string(Markdown(hostile("x")))
	count := func(s string) map[rune]int {
		marks := map[rune]int{}
		for _, r := range destination.ReplaceAllString(escaped.ReplaceAllString(s, ""), "[link]") {
			if strings.ContainsRune("\\`*_[]<>#|~&!:@$^=", r) {
				marks[r]++
			}
		}
		return marks
	}
	for _, payload := range payloads {
		out := string(Markdown(hostile(payload)))
		links := strings.Count(escaped.ReplaceAllString(out, ""), "](")
		want := count(plain)
		want['['] += links
		want[']'] += links
		want['>'] += strings.Count(out, "\n>\n> ") - strings.Count(plain, "\n>\n> ") // paragraphs of a passage
		want['>'] += strings.Count(out, "\n>\n") - strings.Count(plain, "\n>\n")
		got := count(out)
		for _, r := range "\\`*_[<#|~&!@$^=" {
			if r != '[' && got[r] != want[r] {
				t.Errorf("%q leaves %d %c unescaped, not %d:\n%s", payload, got[r], r, want[r], out)
			}
		}
		for line := range strings.SplitSeq(out, "\n") {
			line = strings.TrimPrefix(line, "> ")
			if strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "+ ") || regexp.MustCompile(`^\d+[.)]`).MatchString(line) {
				t.Errorf("%q starts a list: %s", payload, line)
			}
		}
	}
}

func TestMarkdownIsReadable(t *testing.T) {
	c := full()
	c.Quotes, c.Denials = c.Quotes[:1], c.Denials[:1]
	const want = `## Key points

**H**

### Said

> one … two
>
> — **Ann Vale** · Set by an editor · [Show in the article](<https://news.example/a#:~:text=one>)

### Denied

> Vale denies it.
>
> — mayor · The claim: *she left* · [Show in the article](<https://news.example/a#:~:text=Vale%20denies%20it.>)

*Chosen automatically from this article*
`
	if got := string(Markdown(c)); got != want {
		t.Errorf("got %s", got)
	}
}

func TestJSONLDIsANewsArticleWithItsParts(t *testing.T) {
	const want = `{"@context":"https://schema.org","@type":"NewsArticle","url":"https://news.example/a","headline":"H","description":"D","author":[{"@type":"Person","name":"A"},{"@type":"Person","name":"B"}],` +
		`"publisher":{"@type":"Organization","name":"P"},"datePublished":"2026-01-02","dateModified":"2026-01-03T04:05:06Z","inLanguage":"en",` +
		`"image":{"@type":"ImageObject","url":"https://news.example/i.jpg","caption":"C"},"hasPart":[` +
		`{"@type":"Quotation","text":"one … two","spokenByCharacter":{"name":"Ann Vale"},"correction":"Set by an editor","url":"https://news.example/a#:~:text=one"},` +
		`{"@type":"Quotation","text":"three","url":"https://news.example/a#:~:text=three"},` +
		`{"@type":"CreativeWork","text":"Vale denies it.","mentions":{"name":"Ann Vale","description":"mayor"},"about":{"@type":"Claim","text":"she left"},"url":"https://news.example/a#:~:text=Vale%20denies%20it."},` +
		`{"@type":"CreativeWork","text":"No.","url":"https://news.example/a#:~:text=No."}]}` + "\n"
	if got := string(JSONLD(full())); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAuthorsOfJSONLDArePeopleOrOrganizations(t *testing.T) {
	for name, want := range map[string]string{"Ann Ray": "Person", "Bo Lind, Jr.": "Person", "Ana María de la Vega": "Person", "Müller": "Person",
		"News Desk": "Organization", "Reuters": "Organization", "AFP": "Organization", "Associated Press": "Organization", "Editorial Team": "Organization",
		"Redaktion Tageblatt": "Organization", "Marrow Bay Post": "Organization", "The Bay": "Organization", "": "Person"} {
		if got := authorType(name, "the bay"); got != want {
			t.Errorf("%q is a %s, want %s", name, got, want)
		}
	}
}
