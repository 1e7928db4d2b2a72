package body_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

// filled is a page whose text stands in scripts alone.
func filled(scripts string) string {
	return `<html><head><title>Pier closes</title><meta property="og:title" content="Pier closes"></head><body><div id="__next"><div>Loading…</div></div>` + scripts + `</body></html>`
}

func TestATextThatOnlyScriptsHaveIsRead(t *testing.T) {
	html := `<p>` + lead + `</p><p>` + quote + `</p><p>` + answer + `</p>`
	list := func(text string) string {
		return `[{"type": "` + text + `", "content": ` + strconv.Quote(lead) + `}, {"type": "image", "caption": "A pier."}, {"type": "` + text + `", "content": ` + strconv.Quote(quote) + `}, {"type": "` + text + `", "content": ` + strconv.Quote(answer) + `}]`
	}
	next := func(json string) string {
		return `<script id="__NEXT_DATA__" type="application/json">` + json + `</script>`
	}
	row := `1a:["$","p",null,{"children":"x"}]` + "\n2b:T" + strconv.FormatInt(int64(len(html)), 16) + "," + html + `3c:["$","p"]` + "\n"
	for name, scripts := range map[string]string{
		"Next.js, HTML":          next(`{"props": {"pageProps": {"contents": {"html": ` + strconv.Quote(html) + `}}}}`),
		"Next.js, beside others": next(`{"props": {"story": {"title": "Pier closes", "html": ` + strconv.Quote(html) + `}, "next": [{"title": "Ducks return", "html": ` + strconv.Quote(strings.Repeat("<p>"+last+"</p>", 9)) + `}]}}`),
		"Next.js, list":          next(`{"props": {"article": {"headline": "Pier closes", "body": ` + list("paragraph") + `}}}`),
		"Next.js, rows":          `<script>self.__next_f.push([1,` + strconv.Quote(row[:60]) + `])</script><script>self.__next_f.push([1,` + strings.ReplaceAll(strconv.Quote(row[60:]), "<", `\u003c`) + `])</script>`,
		"Arc":                    `<script id="fusion-metadata">window.Fusion=window.Fusion||{};Fusion.globalContent={"headlines": {"basic": "Pier closes"}, "content_elements": ` + list("text") + `};Fusion.x=1</script>`,
		"noscript":               `<noscript><article>` + html + `</article></noscript>`,
		"live blog": `<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Pier closes", "liveBlogUpdate": [{"articleBody": ` + strconv.Quote(lead) + `}, {"articleBody": ` +
			strconv.Quote(quote) + `}, {"articleBody": ` + strconv.Quote(answer) + `}]}</script>`,
	} {
		t.Run(name, func(t *testing.T) {
			want(t, lines(t, filled(scripts)), lead, quote, answer)
		})
	}
}

func TestOfSeveralTextsInScriptsNoneIsGuessed(t *testing.T) {
	one, two := strings.Repeat("<p>"+lead+"</p>", 4), strings.Repeat("<p>"+last+"</p>", 5)
	p, err := page.Parse([]byte(filled(`<script id="__NEXT_DATA__" type="application/json">{"a": `+strconv.Quote(one)+`, "b": `+strconv.Quote(two)+`}</script>`)), nil, "text/html", "")
	if err != nil {
		t.Fatal(err)
	}
	b, err := body.Extract(p, metadata.Extract(p))
	if e := (*card.Error)(nil); !errors.As(err, &e) || e.Code != card.NotArticle {
		t.Errorf("%v %+v", err, b)
	}
}
