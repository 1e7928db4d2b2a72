package lang

import (
	"strconv"
	"testing"
)

func TestATableGrowsWithItsWords(t *testing.T) {
	words := newTable(0)
	for i := range 1000 {
		words.put(strconv.Itoa(i), int32(i+1))
	}
	words.put("7", 7000)
	for i := range 1000 {
		want := int32(i + 1)
		if i == 7 {
			want = 7000
		}
		if got := words.of(strconv.Itoa(i)); got != want {
			t.Fatalf("%d: %d, want %d", i, got, want)
		}
	}
	if got := words.of("thousand"); got != 0 {
		t.Errorf("a word that is none has place %d", got)
	}
}
