package sanitize

import (
	"strings"
	"testing"
)

func TestWhatActsIsGone(t *testing.T) {
	for name, in := range map[string]string{
		"script":            `<p>a</p><script>alert(1)</script>`,
		"handler":           `<p onclick="alert(1)">a</p>`,
		"image handler":     `<img src="https://x.example/a.jpg" onerror="alert(1)">`,
		"script address":    `<a href="javascript:alert(1)">a</a>`,
		"coded address":     `<a href="&#106;avascript:alert(1)">a</a>`,
		"broken address":    "<a href=\"java\nscript:alert(1)\">a</a>",
		"data address":      `<img src="data:text/html;base64,PHNjcmlwdD4=">`,
		"frame":             `<iframe src="https://x.example/"></iframe>`,
		"frame document":    `<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
		"style":             `<p style="background:url(javascript:alert(1))">a</p>`,
		"style element":     `<style>p{background:url(https://x.example)}</style><p>a</p>`,
		"form":              `<form action="https://x.example"><input name="password"><button>Go</button></form>`,
		"svg":               `<svg onload="alert(1)"><script>alert(1)</script></svg>`,
		"math":              `<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>`,
		"object":            `<object data="https://x.example/a.swf"></object><embed src="https://x.example/a.swf">`,
		"refresh":           `<meta http-equiv="refresh" content="0;url=https://x.example">`,
		"base":              `<base href="https://x.example/">`,
		"template":          `<template><script>alert(1)</script></template>`,
		"noscript mutation": `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`,
		"class and id":      `<p class="admin" id="login">a</p>`,
		"video":             `<video autoplay src="https://x.example/a.mp4"></video>`,
		"relative link":     `<a href="/login">a</a>`,
		"mail":              `<a href="mailto:a@x.example">a</a>`,
		"another program":   `<a href="tel:1">a</a> <a href="sms:1">a</a> <a href="ftp://x.example/">a</a> <a href="intent://x.example/">a</a>`,
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.ToLower(HTML(in))
			for _, bad := range []string{"<script", "onclick", "onerror", "onload", "javascript", "data:", "<iframe", "<style", "style=", "<form", "<input", "<button",
				"<svg", "<math", "<object", "<embed", "<meta", "<base", "<template", "class=", "id=", "<video", `href="/`, "mailto", "tel:", "sms:", "ftp:", "intent:"} {
				if strings.Contains(got, bad) {
					t.Errorf("%q is in %q", bad, got)
				}
			}
		})
	}
}

func TestWhatIsOfTheArticleStays(t *testing.T) {
	for _, in := range []string{
		`<p>One <em>two</em> <strong>three</strong>.</p>`,
		`<blockquote><p>A</p><cite>B</cite></blockquote>`,
		`<ul><li>A</li></ul>`,
		`<table><tr><td colspan="2">A</td></tr></table>`,
		`<figure><img src="https://x.example/a.jpg" alt="A" width="10"/><figcaption>B</figcaption></figure>`,
	} {
		if got := HTML(in); got != in {
			t.Errorf("got %s\nwant %s", got, in)
		}
	}
	if got := HTML(`<a href="https://x.example/a?b=c&amp;d">A</a>`); !strings.Contains(got, `href="https://x.example/a?b=c&amp;d"`) || !strings.Contains(got, "nofollow") {
		t.Errorf("got %s", got)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(`<p onclick=x>a<a href="javascript:x">b</a><svg><style><img src=x onerror=y>`)
	f.Fuzz(func(t *testing.T, in string) {
		once := HTML(in)
		if strings.Contains(once, "<script") || strings.Contains(once, "<iframe") {
			t.Fatalf("%q gives %q", in, once)
		}
	})
}
