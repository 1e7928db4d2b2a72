package quote

import (
	"testing"

	"keypoints/wasm/internal/text"
)

func TestAPostEndsBeforeItsLinks(t *testing.T) {
	for in, want := range map[string]string{
		"We are here. pic.twitter.com/a1b2":              "We are here.",
		"We are here. https://t.co/abc https://t.co/def": "We are here.",
		"https://t.co/abc says it all":                   "https://t.co/abc says it all",
		"We are here, as ever":                           "We are here, as ever",
		"https://t.co/abc":                               "",
		"See .@deskhttps://t.co/abc":                     "See",
	} {
		r := withoutLinks(in, text.Range{Start: 0, End: len(in)})
		if got := in[r.Start:r.End]; got != want {
			t.Errorf("%q: %q, not %q", in, got, want)
		}
	}
}
