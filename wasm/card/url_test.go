package card

import "testing"

func TestWebURLLetsOnlyWebAddressesThrough(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.com/a?b=c#d":    "https://example.com/a?b=c#d",
		" HTTP://example.com ":           "HTTP://example.com",
		"https://example.com/čaj":        "https://example.com/čaj",
		"https://example.com/\xff":       "https://example.com/%EF%BF%BD",
		`https://example.com/a"b?<c>#"d`: "https://example.com/a%22b?%3Cc%3E#%22d",
		`https://exa"mple.com/`:          "",
		"https://exa<mple>.com?a":        "",
		"":                               "",
		"/a":                             "",
		"//example.com/a":                "",
		"javascript:alert(1)":            "",
		"javascript://example.com/%0Aa":  "",
		"java\nscript://example.com":     "",
		"data:text/html,<script>":        "",
		"https:example.com":              "",
		"https://":                       "",
		"https:///etc/passwd":            "",
		"https://example.com/a b":        "",
		"https://example.com\\@evil.com": "",
		"https://example.com/\x00":       "",
	} {
		if got := WebURL(in); got != want {
			t.Errorf("WebURL(%q) = %q, want %q", in, got, want)
		}
	}
}
