package lang

import (
	"strings"
	"testing"
)

func TestEveryLineOfTheLabelsIsRead(t *testing.T) {
	if got, want := len(labels()), len(Lines(labelsFile)); got != want {
		t.Fatalf("%d of %d lines have ten columns", got, want)
	}
	for _, l := range labels() {
		if l.Direction != Direction(l.Language) {
			t.Errorf("%s is written %s", l.Language, l.Direction)
		}
		for _, word := range []string{l.KeyPoints, l.Said, l.Denied, l.Claim, l.Show, l.Notice, l.Edited} {
			if word == "" {
				t.Errorf("%s lacks a label", l.Language)
			}
		}
		// French sets a hard space before the colon, Chinese and Japanese a wide colon.
		if !strings.HasSuffix(l.Claim, ": ") && !strings.HasSuffix(l.Claim, "：") {
			t.Errorf("%s: %q does not lead on to the claim", l.Language, l.Claim)
		}
	}
}

func TestLabelsForFindsTheLanguageOfATag(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "pt-BR": "pt", "zh-Hant-TW": "zh", "DE": "de", "de_AT": "de", "": "en", "sv": "en", "x": "en"} {
		if got := LabelsFor(tag).Language; got != want {
			t.Errorf("LabelsFor(%q) is %s, want %s", tag, got, want)
		}
	}
}

func TestDirectionFollowsScriptThenLanguage(t *testing.T) {
	for tag, want := range map[string]string{"ar-EG": "rtl", "ur": "rtl", "fa-IR": "rtl", "he": "rtl", "az-Arab": "rtl", "ur-Latn": "ltr", "en": "ltr", "": "ltr"} {
		if got := Direction(tag); got != want {
			t.Errorf("Direction(%q) is %s, want %s", tag, got, want)
		}
	}
}
