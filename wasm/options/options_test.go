package options

import (
	"errors"
	"strings"
	"testing"

	"keypoints/wasm/card"
)

func TestParseReadsWhatTheAPIDocuments(t *testing.T) {
	for _, c := range []struct {
		name   string
		in     map[string]string
		want   Options
		format Format
	}{
		{"nothing gives the defaults", nil, Options{Quotes: 3, Denials: 3, MinConfidence: CardsOwn}, JSON},
		{"numbers", map[string]string{"quotes": "0", "denials": "20"}, Options{Quotes: 0, Denials: 20, MinConfidence: CardsOwn}, JSON},
		{"all", map[string]string{"quotes": "all", "denials": "all"}, Options{Quotes: All, Denials: All, MinConfidence: CardsOwn}, JSON},
		{"format", map[string]string{"format": "page"}, Options{Quotes: 3, Denials: 3, MinConfidence: CardsOwn}, Document},
		{"include", map[string]string{"include": "body, quotes,article,no-comment,why,edits"},
			Options{Quotes: 3, Denials: 3, Include: card.Include{Body: true, Quotes: true, Article: true, NoComment: true, Why: true, Edits: true}, MinConfidence: CardsOwn}, JSON},
		{"notice", map[string]string{"notice": "none"}, Options{Quotes: 3, Denials: 3, MinConfidence: CardsOwn, NoNotice: true}, JSON},
		{"notice of one's own", map[string]string{"notice": " Picked by software ", "policy": "https://news.example/policy"},
			Options{Quotes: 3, Denials: 3, MinConfidence: CardsOwn, Notice: "Picked by software", Policy: "https://news.example/policy"}, JSON},
		{"min-confidence", map[string]string{"min-confidence": "0.95"}, Options{Quotes: 3, Denials: 3, MinConfidence: 0.95}, JSON},
		{"everything", map[string]string{"min-confidence": "0"}, Options{Quotes: 3, Denials: 3}, JSON},
		{"lang", map[string]string{"lang": "zh-Hant-TW"}, Options{Quotes: 3, Denials: 3, Language: "zh-Hant-TW", MinConfidence: CardsOwn}, JSON},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, format, err := Parse(func(n string) string { return c.in[n] })
			if err != nil || got != c.want || format != c.format {
				t.Errorf("got %+v %v %v", got, format, err)
			}
		})
	}
}

func TestParseRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, c := range [][2]string{
		{"format", "xml"}, {"format", "JSON"},
		{"quotes", "21"}, {"quotes", "-1"}, {"quotes", "+1"}, {"quotes", "1e1"}, {"quotes", "٣"}, {"quotes", "999999999999999999999"},
		{"denials", "ALL"}, {"denials", " 3"},
		{"include", "body,password"}, {"include", ","},
		{"lang", "e"}, {"lang", "english!"}, {"lang", "en_US"}, {"lang", "en-"}, {"lang", `"><script>`},
		{"min-confidence", "1.01"}, {"min-confidence", "-0"}, {"min-confidence", "NaN"}, {"min-confidence", "0x1p-2"}, {"min-confidence", "1e-1"}, {"min-confidence", "."},
		{"min-confidence", "0.12345678"}, {"min-confidence", "0,9"}, {"min-confidence", "Inf"},
		{"notice", strings.Repeat("é", 101)}, {"notice", "a\nb"}, {"notice", "a\u202eb"},
		{"policy", "javascript:alert(1)"}, {"policy", "http://news.example/"}, {"policy", "/policy"}, {"policy", "https://"}, {"policy", "https://a/ b"}, {"policy", "https://a/\"><script>"}, {"policy", "https://a/" + strings.Repeat("b", 300)},
		{"lang", "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"},
	} {
		t.Run(c[0]+"="+c[1], func(t *testing.T) {
			_, _, err := Parse(func(n string) string {
				if n == c[0] {
					return c[1]
				}
				return ""
			})
			var e *card.Error
			if !errors.As(err, &e) || e.Code != card.BadOptions {
				t.Errorf("got %v", err)
			}
		})
	}
}
