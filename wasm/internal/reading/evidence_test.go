package reading

import "testing"

// More speaks for a speaker behind his verb than for the subject of the sentence before, and
// another person between takes from it.
func TestEvidenceIsWeighed(t *testing.T) {
	behind := confidence([]string{"way: behind", "form: name", "whom: a full name"})
	far := confidence([]string{"way: far", "form: name", "form: none of its own", "whom: a full name"})
	between := confidence([]string{"way: behind", "form: pronoun", "whom: a full name", "meant: another between", "meant: several between"})
	if behind < 900 || far > 700 || between >= behind {
		t.Errorf("behind %d, far %d, another between %d", behind, far, between)
	}
	if confidence(nil) <= 0 || confidence([]string{"nothing that has a weight"}) != confidence(nil) {
		t.Error("what has no weight weighs something")
	}
}

// Whoever is not sure enough is not named.
func TestUnsureSpeakersAreLeftOut(t *testing.T) {
	f := read(t, "de", []string{"Karla Wendt traf am Montag Paula Reuter im Rathaus. Der Deich ist seit Jahren ein Thema, und nichts geschieht. Anna Holzer war dabei, Eva Kamp ebenfalls, auch Ute Lang kam. „Wir haben lange über den Deich geredet und uns nicht geeinigt“ stand auf einem Zettel."})
	if len(f.Quotes) != 1 || f.Quotes[0].Speaker != nil {
		t.Errorf("%v", f.Quotes[0].Speaker)
	}
}
