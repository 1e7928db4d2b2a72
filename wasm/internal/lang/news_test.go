package lang

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// The WebAssembly engine knows only the tags: one that lacks there would never be asked for.
func TestEveryLanguageWithListsCanBeAskedOfTheHost(t *testing.T) {
	if tags := strings.Join(slices.Sorted(maps.Keys(news)), " "); tags != newsTags {
		t.Errorf("the lists are of %q, the tags say %q", tags, newsTags)
	}
}

func TestTheListsGivenToAHostAreThoseOfTheFiles(t *testing.T) {
	for tag, lists := range AllNews() {
		var want []string
		for _, file := range news[tag] {
			want = append(want, Lines(*file)...)
		}
		if !slices.Equal(Lines(lists), want) {
			t.Errorf("%s: lists differ from its files", tag)
		}
		if strings.Contains(lists, "#") || strings.Contains(lists, "\n\n") {
			t.Errorf("%s: comments or empty lines are sent to readers", tag)
		}
	}
}
