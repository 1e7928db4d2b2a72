package lang

import "testing"

func TestEveryListOfTheDenialWordsHasABitOfItsOwn(t *testing.T) {
	d := For("en").Denial
	var all uint64
	for name, bit := range d.Bit {
		if bit == 0 || all&bit != 0 {
			t.Errorf("the list %q has no bit of its own: there may be at most 64", name)
		}
		all |= bit
	}
	if len(d.Bit) < 40 {
		t.Errorf("only %d lists were read", len(d.Bit))
	}
	if d.Lists["not"]&d.Bit["not"] == 0 || d.Lists["not"]&d.Bit["raise"] != 0 {
		t.Errorf("\"not\" is in the lists %b", d.Lists["not"])
	}
}
