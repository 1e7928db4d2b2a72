package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// spokenOf reads two short articles of the tests' own.
func spokenOf(t *testing.T) (all []spoken, gold int) {
	t.Helper()
	for _, line := range []string{
		`{"id":"1","lang":"de","paragraphs":["„Der Deich hält auch diesen Winter“, sagte Bürgermeisterin Karla Wendt. „Das ist noch nicht sicher genug“, so der Geologe Jens Holm.","Die Anwohner sind verärgert. „Wir wissen bis heute gar nichts davon“, heißt es."],"quotes":[{"text":"Der Deich hält auch diesen Winter","source":{"type":"named","names":["Karla Wendt"]}},{"text":"Das ist noch nicht sicher genug","source":{"type":"named","names":["Anna Holzer"]}},{"text":"Wir wissen bis heute gar nichts davon"}]}`,
		`{"id":"2","lang":"es","paragraphs":["«El dique aguantará este invierno», dijo una portavoz del ayuntamiento."],"quotes":[{"text":"El dique aguantará este invierno","source":{"type":"nominal","heads":["portavoz"]}}]}`,
	} {
		var a article
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		found, n := a.spoken()
		all, gold = append(all, found...), gold+n
	}
	return all, gold
}

func TestSpeakersOfOtherLanguagesMeetTheGold(t *testing.T) {
	all, gold := spokenOf(t)
	if gold != 3 || len(all) != 3 {
		t.Fatalf("%d of %d quotations", len(all), gold)
	}
	for i, want := range []bool{true, false, true} { // the gold of the second is somebody else
		if all[i].right != want {
			t.Errorf("“%s” by %s: right is %v", all[i].words, all[i].Speaker, all[i].right)
		}
	}
}

func TestTheFitOfOtherLanguagesRepeatsItself(t *testing.T) {
	all, _ := spokenOf(t)
	every := func(*spoken) bool { return true }
	a, b := formatReading(logistic(all, 1e-3, every), 1, 0), formatReading(logistic(all, 1e-3, every), 1, 0)
	if !bytes.Equal(a, b) {
		t.Error("the same gold gives other weights")
	}
	if !strings.Contains(string(a), "\nway: behind: ") || !strings.Contains(string(a), "\n= 0: 500\n") {
		t.Errorf("not to be read:\n%s", a)
	}
	w := logistic(all, 1e-3, every)
	if all[0].sum(w) <= all[1].sum(w) {
		t.Error("a right speaker is no surer than a wrong one")
	}
}
