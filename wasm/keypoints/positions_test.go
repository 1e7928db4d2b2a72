package keypoints

import (
	"strings"
	"testing"
	"unicode/utf8"

	"keypoints/wasm/internal/text"
)

func TestPositionsCountCodePoints(t *testing.T) {
	s := strings.Repeat("a“é中😀 plain words and then some more of them, ", 30)
	p := newPositions(s)
	for offset := range s {
		if got, want := p.count(offset), utf8.RuneCountInString(s[:offset]); got != want {
			t.Fatalf("count(%d) = %d, want %d", offset, got, want)
		}
	}
	if got, want := p.count(len(s)), utf8.RuneCountInString(s); got != want {
		t.Errorf("count of all is %d, want %d", got, want)
	}
	if newPositions("").count(0) != 0 {
		t.Error("an empty text has positions")
	}
}

func TestRangesThatCannotBeCutAreNotWithin(t *testing.T) {
	p := newPositions("words")
	for _, r := range []text.Range{{Start: -1, End: 2}, {Start: 2, End: 2}, {Start: 3, End: 2}, {Start: 0, End: 6}} {
		if p.within(r) {
			t.Errorf("%v is within", r)
		}
	}
	if !p.within(text.Range{Start: 0, End: 5}) {
		t.Error("the whole text is not within")
	}
}
